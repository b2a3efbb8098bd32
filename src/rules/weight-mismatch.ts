import { isCutOff } from '../facts/cut-off.ts'
import { Decimal, sum } from '../model/decimal.ts'
import type { Category, Indicator, Project } from '../model/disclosure.ts'
import type { Measure } from '../model/measure.ts'
import { categoriesOf, indicatorsOf } from '../model/walk.ts'
import type { Language, Message, Problem, Related, Rule } from './rule.ts'
import { example, projectRow } from './shared/example.ts'
import { projectWords, quoted } from './shared/quoted.ts'

export const weightMismatch: Rule = {
  id: 'weight-mismatch',
  category: 'arithmetic',
  severity: 'error',
  docs: {
    summary: {
      zh: '各指标分值之和应等于其类别的分值，总分为 100 或 90。',
      en: 'The points of indicators add up to those of their category, and the whole to 100 or 90.',
    },
    finds: {
      zh: '分值之和与其类别的分值不等，或总分既不是 100 也不是 90。',
      en: 'Points that do not come to those of their category, or to neither 100 nor 90 in all.',
    },
    why: {
      zh: '分值合计不符，评价得分就无法计算。预算执行率的 10 分常不列在表内，因此总分可为 90；分值写成范围（0-20分）的，范围内任一值均可；只给部分指标打分的，仅在已打分值超出其类别时报告。',
      en: 'With points that do not add up no score can be computed. The 10 points for budget execution are often outside the table, so the whole may be 90; a range of points (0-20分) is met by any value in it; of a list with points for some indicators only, no more is checked than that these do not exceed their category.',
    },
    fix: { zh: '调整分值。', en: 'Adjust the points.' },
    basis: { zh: '分值设置见各地表样（FORM）。', en: 'The points are printed on the forms (FORM).' },
    invalid: example(
      projectRow(
        '路灯维修',
        '目标1:修复损坏的路灯。',
        '一、产出指标 (一)数量指标(20分) 1.维修路灯数量 ≥60盏(10分) 2.更换灯杆数量 ≥8根(5分)',
      ),
    ),
    valid: example(
      projectRow(
        '路灯维修',
        '目标1:修复损坏的路灯。',
        '一、产出指标 (一)数量指标(20分) 1.维修路灯数量 ≥60盏(10分) 2.更换灯杆数量 ≥8根(10分)',
      ),
    ),
  },

  *checkProject(project, { disclosure }) {
    if (!hasWeights(project) || isCutOff(project, disclosure)) return
    for (const category of categoriesOf(project)) {
      for (const parts of byTerm(partsOf(category))) {
        const problem = categoryProblem(category, parts)
        if (problem !== undefined) yield problem
      }
    }
    yield* wholeProblems(project)
  },
}

/** Most tables print no points at all. */
const hasWeights = (project: Project): boolean =>
  categoriesOf(project).some(({ weight }) => weight !== undefined) ||
  indicatorsOf(project).some(({ indicator }) => indicator.weight !== undefined)

interface Weighted {
  readonly points: Decimal
  /** The upper end of a range: (0-20)分. */
  readonly most: Decimal
  /** 分 or %; empty for a bare number. */
  readonly unit: string
  /** A form may have points for long-term and for annual indicators. */
  readonly term: Indicator['term']
  readonly at: Measure['span']
  readonly name: string
}

const weighted = (node: Category | Indicator): Weighted | undefined => {
  const { weight, name } = node
  return weight === undefined
    ? undefined
    : {
        points: weight.numeral.value,
        most: (weight.upperNumeral ?? weight.numeral).value,
        unit: weight.unit?.printed ?? '',
        term: node.kind === 'indicator' ? node.term : undefined,
        at: weight.span,
        name: name.meaning,
      }
}

/** What stands under a heading; a heading without points hands on what stands under it. */
const partsOf = ({ children }: Category): readonly (Weighted | undefined)[] =>
  children.flatMap((child) =>
    child.kind === 'category' && child.weight === undefined ? partsOf(child) : [weighted(child)],
  )

/** Parts that can be added: each with points of one unit; the row of several targets has its points once. */
const addable = (parts: readonly (Weighted | undefined)[]): readonly Weighted[] | undefined => {
  const [first] = parts
  if (first === undefined || !parts.every((part) => part !== undefined)) return undefined
  const once = parts.filter((part, i) => parts.findIndex(({ at }) => at.start === part.at.start) === i)
  return once.every(({ unit }) => unit === first.unit) ? once : undefined
}

/** Parts of which some have no points, where those of the others are more than the whole already. */
const tooMuch = (
  listed: readonly (Weighted | undefined)[],
  own: Weighted | undefined,
): readonly Weighted[] | undefined => {
  const parts = addable(listed.filter((part) => part !== undefined))
  return own !== undefined && parts !== undefined && sum(parts.map(({ points }) => points)).gt(own.most)
    ? parts
    : undefined
}

/** The parts of each term, if there are several; headings belong to all of them. */
const byTerm = (parts: readonly (Weighted | undefined)[]): readonly (readonly (Weighted | undefined)[])[] => {
  const terms = new Set(parts.flatMap((part) => part?.term ?? []))
  return terms.size < 2
    ? [parts]
    : [...terms].map((term) => parts.filter((part) => part?.term === undefined || part.term === term))
}

/** Whether values can be chosen out of the ranges of the parts that come to one of the whole's. */
const canReach = (parts: readonly Weighted[], points: Decimal, most = points): boolean =>
  sum(parts.map((part) => part.points)).lte(most) && sum(parts.map((part) => part.most)).gte(points)

const categoryProblem = (
  category: Category,
  listed: readonly (Weighted | undefined)[],
): Problem | undefined => {
  const own = weighted(category)
  const parts = addable(listed) ?? tooMuch(listed, own)
  if (own === undefined || parts === undefined || !areAlike(own.unit, parts[0]?.unit ?? '')) return undefined
  if (canReach(parts, own.points, own.most)) return undefined
  // Shares may be those of the category itself.
  if ((own.unit === '%' || parts[0]?.unit === '%') && canReach(parts, HUNDRED)) return undefined
  const total = shown(parts)
  return {
    message: {
      zh: `${quoted(own.name)}为 ${withUnit(own, 'zh')}，其下各项合计 ${total.zh}`,
      en: `${quoted(own.name)} has ${withUnit(own, 'en')}, what stands under it ${total.en}`,
    },
    at: own.at,
    related: related(parts),
    working: [`${terms(parts)} ≠ ${range(own)}`],
    data: { stated: own.points.toFixed(), computed: sum(parts.map(({ points }) => points)).toFixed() },
  }
}

/** Of a whole of 100 points, 12% are 12分. */
const areAlike = (a: string, b: string): boolean => a === b || [a, b].sort().join() === '%,分'

const HUNDRED = new Decimal(100)
const NINETY = new Decimal(90)
const WHOLES = [HUNDRED, NINETY]
/** Bare numbers may be shares of 1. */
const ONE = new Decimal(1)

/** The whole of the level-1 categories or else of all indicators, if each has points. */
function* wholeProblems(project: Project): Generator<Problem> {
  const headings = project.indicators.length > 0 ? [] : project.categories.map(weighted)
  const areHeadings = headings.length >= 2 && headings.every((part) => part !== undefined)
  const listed = areHeadings ? headings : indicatorsOf(project).map(({ indicator }) => weighted(indicator))
  for (const alike of byTerm(listed)) {
    const parts = addable(alike)
    if (parts === undefined || (!areHeadings && !areAll(parts)) || isWhole(parts)) continue
    yield wholeProblem(project, parts, areHeadings)
  }
}

/** Whether indicators may be all of a table: two alone, only if they come to about as much as a whole. */
const areAll = (parts: readonly Weighted[]): boolean =>
  parts.length >= 3 || (parts.length === 2 && sum(parts.map(({ points }) => points)).gt(NINETY))

const isWhole = (parts: readonly Weighted[]): boolean =>
  WHOLES.some((whole) => canReach(parts, whole)) ||
  (parts[0]?.unit === '' && parts.every(({ most }) => most.lte(1)) && canReach(parts, ONE))

const wholeProblem = (project: Project, parts: readonly Weighted[], areHeadings: boolean): Problem => {
  const what = areHeadings ? { zh: '类别', en: 'categories' } : { zh: '指标', en: 'indicators' }
  const whose = projectWords(project.name.meaning)
  const total = shown(parts)
  const [hundred, ninety] = parts[0]?.unit === '%' ? ['100%', '90%'] : ['100 分', '90 分']
  return {
    message: {
      zh: `${whose.zh}各${what.zh}分值合计 ${total.zh}，既不是 ${hundred}也不是 ${ninety}`,
      en: `the points of the ${what.en} of ${whose.en} come to ${total.en}, neither 100 nor 90`,
    },
    at: project.name.span,
    related: related(parts),
    working: [`${terms(parts)} ≠ 100, 90`],
    data: { computed: sum(parts.map(({ points }) => points)).toFixed() },
  }
}

/** `20`, or `0～20` for a range. */
const range = ({ points, most }: Pick<Weighted, 'points' | 'most'>): string =>
  points.eq(most) ? points.toFixed() : `${points.toFixed()}～${most.toFixed()}`

const withUnit = (part: Pick<Weighted, 'points' | 'most' | 'unit'>, language: Language): string => {
  const word = language === 'zh' ? ' 分' : ' points'
  return range(part) + (part.unit === '%' ? '%' : word)
}

const totalOf = (parts: readonly Weighted[]): Pick<Weighted, 'points' | 'most' | 'unit'> => ({
  points: sum(parts.map(({ points }) => points)),
  most: sum(parts.map(({ most }) => most)),
  unit: parts[0]?.unit ?? '',
})

const shown = (parts: readonly Weighted[]): Message => ({
  zh: withUnit(totalOf(parts), 'zh'),
  // “what stands under it 15”: the points have been named already.
  en: range(totalOf(parts)) + (parts[0]?.unit === '%' ? '%' : ''),
})

const terms = (parts: readonly Weighted[]): string =>
  `${parts.map(range).join(' + ')} = ${range(totalOf(parts))}`

const related = (parts: readonly Weighted[]): readonly Related[] =>
  parts.map((part) => ({
    at: part.at,
    note: { zh: `${part.name} ${withUnit(part, 'zh')}`, en: `${part.name} ${withUnit(part, 'en')}` },
  }))
