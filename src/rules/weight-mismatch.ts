import { isCutOff } from '../analysis/cut-off.ts'
import { Decimal, sum } from '../model/decimal.ts'
import type { Category, Indicator, Project } from '../model/disclosure.ts'
import type { Measure } from '../model/measure.ts'
import { categoriesOf, indicatorsOf, projectsOf } from '../model/walk.ts'
import { meaning } from '../source/fold.ts'
import type { Problem, Rule } from './rule.ts'
import { example, projectRow } from './shared/example.ts'
import { quoted } from './shared/quoted.ts'

export const weightMismatch: Rule = {
  id: 'weight-mismatch',
  category: 'arithmetic',
  severity: 'error',
  docs: {
    summary: {
      zh: '各指标分值之和应等于其类别的分值，总分为 100 或 90。',
      en: 'The points of indicators add up to those of their category, and the whole to 100 or 90.',
    },
    why: {
      zh: '分值合计不符，评价得分就无法计算。预算执行率的 10 分常不列在表内，因此总分可为 90；只给部分指标打分的不检查。',
      en: 'With points that do not add up no score can be computed. The 10 points for budget execution are often outside the table, so the whole may be 90; a list with points for some indicators only is not checked.',
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

  *check(disclosure) {
    for (const project of projectsOf(disclosure)) {
      if (isCutOff(project, disclosure)) continue
      for (const category of categoriesOf(project)) {
        const problem = categoryProblem(category)
        if (problem !== undefined) yield problem
      }
      const whole = wholeProblem(project)
      if (whole !== undefined) yield whole
    }
  },
}

interface Weighted {
  readonly points: Decimal
  /** The upper end of a range: (0-20)分. */
  readonly most: Decimal
  readonly at: Measure['span']
  readonly name: string
}

const weighted = ({ weight, name }: Category | Indicator): Weighted | undefined =>
  weight === undefined
    ? undefined
    : {
        points: weight.numeral.value,
        most: (weight.upperNumeral ?? weight.numeral).value,
        at: weight.span,
        name: meaning(name.text),
      }

/** What stands under a heading; a heading without points hands on what stands under it. */
const partsOf = ({ children }: Category): readonly (Weighted | undefined)[] =>
  children.flatMap((child) =>
    child.kind === 'category' && child.weight === undefined ? partsOf(child) : [weighted(child)],
  )

const categoryProblem = (category: Category): Problem | undefined => {
  const own = weighted(category)
  const parts = partsOf(category)
  if (own === undefined || parts.length === 0 || !parts.every((part) => part !== undefined)) return undefined
  const total = sum(parts.map(({ points }) => points))
  if (total.lte(own.most) && sum(parts.map(({ most }) => most)).gte(own.points)) return undefined
  return {
    message: {
      zh: `${quoted(own.name)}为 ${own.points} 分，其下各项合计 ${total} 分`,
      en: `${quoted(own.name)} has ${own.points} points, what stands under it ${total}`,
    },
    at: own.at,
    related: parts.map(({ at, name, points }) => ({
      at,
      note: { zh: `${name} ${points} 分`, en: `${name} ${points} points` },
    })),
    working: [
      `${parts.map(({ points }) => points.toFixed()).join(' + ')} = ${total.toFixed()} ≠ ${own.points.toFixed()}`,
    ],
    data: { stated: own.points.toFixed(), computed: total.toFixed() },
  }
}

const WHOLES = [new Decimal(100), new Decimal(90)]

/** The whole of the level-1 categories or else of all indicators, if each has points. */
const wholeProblem = (project: Project): Problem | undefined => {
  const headings = project.indicators.length > 0 ? [] : project.categories.map(weighted)
  const areHeadings = headings.length >= 2 && headings.every((part) => part !== undefined)
  const parts = areHeadings ? headings : indicatorsOf(project).map(({ indicator }) => weighted(indicator))
  if ((!areHeadings && parts.length < 3) || !parts.every((part) => part !== undefined)) return undefined
  const total = sum(parts.map(({ points }) => points))
  const most = sum(parts.map((part) => part.most))
  if (WHOLES.some((whole) => total.lte(whole) && most.gte(whole))) return undefined
  const what = areHeadings ? { zh: '类别', en: 'categories' } : { zh: '指标', en: 'indicators' }
  const title = meaning(project.name.text)
  return {
    message: {
      zh: `项目${quoted(title)}各${what.zh}分值合计 ${total} 分，既不是 100 分也不是 90 分`,
      en: `the points of the ${what.en} of the project ${quoted(title)} come to ${total}, neither 100 nor 90`,
    },
    at: project.name.span,
    related: parts.map(({ at, name, points }) => ({
      at,
      note: { zh: `${name} ${points} 分`, en: `${name} ${points} points` },
    })),
    working: [`${parts.map(({ points }) => points.toFixed()).join(' + ')} = ${total.toFixed()} ≠ 100, 90`],
    data: { computed: total.toFixed() },
  }
}
