import { isSpendingCategory } from '../facts/costs.ts'
import { matchGoals } from '../facts/matching.ts'
import { pairsOf } from '../facts/words.ts'
import type { Indicator, MeasuredTarget, Project } from '../model/disclosure.ts'
import type { Measure, Quantity, Unit } from '../model/measure.ts'
import { baseValue, sameUnit, toBase } from '../model/unit.ts'
import { indicatorsOf, type PlacedIndicator } from '../model/walk.ts'
import { rememberText } from '../remember.ts'
import { meaning } from '../source/fold.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { bracketedUnit, contradictsName, withoutBrackets } from '../vocabulary/unit-in-name.ts'
import { dimensionOfWord } from '../vocabulary/units.ts'
import type { Message, Problem, Rule } from './rule.ts'
import { example, projectRow } from './shared/example.ts'
import { quoted } from './shared/quoted.ts'

export const unitMismatch: Rule = {
  id: 'unit-mismatch',
  category: 'consistency',
  severity: 'warning',
  docs: {
    summary: {
      zh: '计量单位应与指标名称和类别相符。',
      en: 'The unit fits the name and the category of the indicator.',
    },
    finds: {
      zh: '与指标名称、类别或单位列矛盾的单位，以及漏写的“万”。',
      en: 'A unit against the name, the category or the unit column of its indicator, and a 万 that was left out.',
    },
    why: {
      zh: '“人数”用 %、“率”用人、成本不用货币单位，多为错行或选错单位；同一数字在目标或其他指标中大 10,000 倍的（19.699亩与19.699万亩），多为漏写“万”。超支率、控制率、节约率是比率，社会成本和生态环境成本不是货币。',
      en: 'A number of people in %, a rate in people or a cost in no money mostly comes from a shifted row or a wrong choice; the same number 10,000 times larger elsewhere (19.699亩 and 19.699万亩) from a 万 that was left out. Overrun, control and saving rates are rates; social and ecological cost is no money.',
    },
    fix: { zh: '更正计量单位。', en: 'Correct the unit.' },
    basis: {
      zh: '定量指标应有相应的计量单位（SYS）。',
      en: 'A quantitative indicator has a fitting unit (SYS).',
    },
    invalid: example(
      projectRow(
        '村医培训',
        '目标1:培训乡村医生。',
        '一、产出指标 (一)数量指标 1.培训村医人数 ≥80% (二)成本指标 1.村医培训成本 ≤5人',
      ),
    ),
    valid: example(
      projectRow(
        '村医培训',
        '目标1:培训乡村医生。',
        '一、产出指标 (一)数量指标 1.培训村医人数 ≥80人 (二)成本指标 1.村医培训成本 ≤5万元 2.成本超支率 ≤5%',
      ),
    ),
  },

  checkProject: misfitsOf,
}

function* misfitsOf(project: Project): Generator<Problem> {
  const numbers = numbersOf(project)
  for (const placed of indicatorsOf(project)) {
    const { target, name } = placed.indicator
    if (target.kind !== 'measured') continue
    const why =
      misfit(placed, target) ??
      otherUnitInColumn(placed.indicator, target) ??
      otherUnitInName(name, target) ??
      otherScale(target, numbers) ??
      otherScaleOfMatch(placed.indicator, project) ??
      shareOfCount(placed, target, project)
    if (why === undefined) continue
    const [title, value] = [name.meaning, target.text.meaning]
    yield {
      message: {
        zh: `指标${quoted(title)}的值“${value}”单位不符：${why.zh}`,
        en: `the unit of “${value}” does not fit the indicator ${quoted(title)}: ${why.en}`,
      },
      at: target.span,
    }
  }
}

const PEOPLE_IN_SHARES: Message = {
  zh: '人数、次数、数量不是比率',
  en: 'a number of people, times or things is no rate',
}
const RATE_IN_COUNTS: Message = { zh: '比率应以 % 等为单位', en: 'a rate is in % or the like' }
const OTHER_DIMENSION: Message = {
  zh: '与名称所说的面积、长度、时间不符',
  en: 'the name speaks of an area, a length or a time',
}
const COST_IN_COUNTS: Message = { zh: '成本应以货币为单位', en: 'a cost is in money' }

const COUNT_NAME = /(?:人数|人次|次数|数量|户数|个数|件数|份数|场次|期数|套数|台数|里程|长度|人口)$/
/** 床位数, 楼栋数; an 指数 or 系数 may be a share. */
const NUMBER_OF = /[^指系分倍参函基]数$/
const RATE_NAME = /(?:[^概频效汇速功费税利兑比斜][率]|成功率)$|(?:满意|知晓|认可|支持|参与)度$|占比$|比例$/
/** 万人发案率 45起: so many of each ten thousand. */
const OF_MANY = /[百千万亿][人名台辆户件]|每/
const PAID = /(?:补助|补贴|津贴|工资|报酬|薪酬|酬金|奖励|租金|标准|造价|总额|总价|上限|限额)$/
const RATE_OF_COST = /率|比例|占比|比重|节约|控制|偏差|误差|幅度/

const misfit = (
  { indicator, categoryId }: PlacedIndicator,
  { measure }: MeasuredTarget,
): Message | undefined => {
  const { unit } = measure
  if (unit === undefined || measure.change !== undefined || unit.per.length > 0) return undefined
  const name = withoutBrackets(indicator.name.meaning)
  const { dimension } = unit
  if (contradictsName(name, dimension)) return OTHER_DIMENSION
  if (dimension === 'share' && (COUNT_NAME.test(name) || NUMBER_OF.test(name))) return PEOPLE_IN_SHARES
  if (RATE_NAME.test(name) && NOT_A_RATE.has(dimension) && !OF_MANY.test(name)) return RATE_IN_COUNTS
  if (!isSpendingCategory(categoryId) || dimension === 'money' || RATE_OF_COST.test(name)) return undefined
  if (/成本|费用|经费|资金|支出|价格|[单均]价|投入|投资|开支|金额|费$/.test(name)) return COST_IN_COUNTS
  // 补贴标准 30% may be a share of a price.
  return dimension !== 'share' && PAID.test(name) ? COST_IN_COUNTS : undefined
}

const UNIT_IN_NAME: Message = { zh: '与名称中的单位不一致', en: 'the name has another unit' }

/** Dimensions in which people print one unit for another: 个, 项, 人次. */
const COUNTING: ReadonlySet<string> = new Set([
  'people',
  'attendances',
  'households',
  'times',
  'things',
  'count',
  'other',
])

/** 培训学员(人) ≥28.8万元. */
const otherUnitInName = (name: SpannedText, { measure: { unit } }: MeasuredTarget): Message | undefined => {
  const printed = bracketedUnit(name.folded)
  if (unit === undefined || printed === undefined) return undefined
  // A rate (元/人) may have its value in the money alone.
  const [word = ''] = printed.split('/')
  const named = dimensionOfWord(word) ?? dimensionOfWord(word.replace(/^[万亿千百]/, ''))
  if (named === undefined || named === unit.dimension) return undefined
  return COUNTING.has(named) && COUNTING.has(unit.dimension) ? undefined : UNIT_IN_NAME
}

/** 28.8万元 with % in the column of units. */
const otherUnitInColumn = (
  { printedUnit }: Indicator,
  { measure: { unit } }: MeasuredTarget,
): Message | undefined => {
  const named = printedUnit?.unit?.dimension
  if (unit === undefined || named === undefined || named === unit.dimension) return undefined
  if (COUNTING.has(named) && COUNTING.has(unit.dimension)) return undefined
  const printed = meaning(printedUnit?.text.text ?? '')
  return { zh: `单位一栏为“${printed}”`, en: `the column of units says “${printed}”` }
}

/** A number of a project, and whether a goal promises it. */
interface Stated {
  readonly measure: Measure
  readonly unit: Unit
  readonly inGoal: boolean
}

/** The numbers of a project by their digits, if they have enough of them to tell that two are one. */
const numbersOf = (project: Project): ReadonlyMap<string, readonly Stated[]> => {
  const numbers = new Map<string, Stated[]>()
  const add = (measure: Measure, inGoal: boolean): void => {
    const digits = digitsOf(measure)
    if (digits === undefined || measure.unit === undefined) return
    const same = numbers.get(digits) ?? []
    // A few tell as much as many.
    if (same.length < MOST_STATED) same.push({ measure, unit: measure.unit, inGoal })
    numbers.set(digits, same)
  }
  for (const { quantities } of project.goals) {
    for (const measure of quantities.filter(isMeasure)) add(measure, true)
  }
  for (const { indicator } of indicatorsOf(project)) {
    if (indicator.target.kind === 'measured') add(indicator.target.measure, false)
  }
  return numbers
}

const MOST_STATED = 8

/** 19.699亩 beside 19.699万亩: the same digits of the same unit, 10,000 times apart. */
const otherScale = (
  { measure }: MeasuredTarget,
  numbers: ReadonlyMap<string, readonly Stated[]>,
): Message | undefined => {
  const { unit } = measure
  const stated = numbers.get(digitsOf(measure) ?? '')
  if (unit === undefined || stated === undefined) return undefined
  const value = toBase(measure.numeral.value, unit)
  const alike = stated.filter((other) => sameUnit(other.unit, unit))
  const isTimes = (other: Stated, factor: string): boolean =>
    toBase(other.measure.numeral.value, other.unit).eq(value.times(factor))
  const other =
    alike.find((number) => isTimes(number, '10000')) ??
    alike.find((number) => number.inGoal && isTimes(number, '0.0001'))
  if (other === undefined) return undefined
  const printed = other.measure.text.meaning
  return { zh: `同一数字在别处为“${printed}”`, en: `the same number is “${printed}” elsewhere` }
}

/** 亩 where the goal promises as many 万亩 of the same thing. */
const otherScaleOfMatch = (indicator: Indicator, project: Project): Message | undefined => {
  const match = matchGoals(project).matches.find(({ candidate }) => candidate.indicator === indicator)
  if (match === undefined) return undefined
  const [promised, planned] = [match.promise.measure, match.candidate.target.measure]
  // 苗木(万株) has its unit in the name.
  if (match.candidate.name.includes(promised.unit?.printed ?? '') && promised.unit !== undefined)
    return undefined
  const [high, low] = [baseValue(promised), baseValue(planned)].sort((a, b) => b.comparedTo(a))
  if (high === undefined || low === undefined || low.lte(0) || !high.eq(low.times(10000))) return undefined
  const printed = promised.text.meaning
  return { zh: `绩效目标中为“${printed}”`, en: `the goal says “${printed}”` }
}

/** 配备保洁员 90%, where the goal promises 保洁员90名, or 建设道路 12亩 for 12公里: the same number of the same thing. */
const shareOfCount = (
  { indicator, categoryId }: PlacedIndicator,
  { measure }: MeasuredTarget,
  project: Project,
): Message | undefined => {
  const dimension = measure.unit?.dimension
  const isShare = categoryId === 'quantity' && dimension === 'share'
  if (!isShare && !SIZES.has(dimension ?? '')) return undefined
  const name = [...pairsOf(indicator.name.meaning)]
  const promise = matchGoals(project).freePromises.find(({ kind, phrase, measure: promised }) => {
    if (kind !== 'count' || !promised.numeral.value.eq(measure.numeral.value)) return false
    if (!isShare && (!SIZES.has(promised.unit?.dimension ?? '') || promised.unit?.dimension === dimension))
      return false
    const said = pairsOf(phrase)
    return name.length > 0 && name.filter((pair) => said.has(pair)).length * 2 >= name.length
  })
  if (promise === undefined) return undefined
  const printed = promise.measure.text.meaning
  return { zh: `绩效目标中为“${printed}”`, en: `the goal says “${printed}”` }
}

/** Dimensions that nobody takes for each other. */
const SIZES: ReadonlySet<string> = new Set(['area', 'length', 'mass', 'volume', 'people', 'money'])

/** The printed digits of a number that has three significant ones or more. */
const digitsOf = ({ numeral }: Measure): string | undefined => {
  const { text } = numeral
  return text.length < 3 ? undefined : significantDigits(text.folded)
}

const significantDigits = rememberText((printed) => {
  const digits = (/\d[\d,.]*/.exec(printed)?.[0] ?? '').replaceAll(',', '')
  const significant = digits.replace('.', '').replace(/^0+|(?<!0)0+$/g, '')
  return significant.length >= 3 ? digits : undefined
})

const isMeasure = (quantity: Quantity): quantity is Measure => quantity.kind === 'measure'

const NOT_A_RATE = new Set([
  'people',
  'attendances',
  'households',
  'times',
  'things',
  'money',
  'area',
  'length',
  'mass',
  'count',
  'time',
  'volume',
])
