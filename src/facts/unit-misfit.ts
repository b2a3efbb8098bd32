import type { Indicator, MeasuredTarget, Project } from '../model/disclosure.ts'
import type { Measure, Quantity, Unit } from '../model/measure.ts'
import { baseValue, sameUnit, toBase } from '../model/unit.ts'
import { indicatorsOf, type PlacedIndicator, rememberForProject } from '../model/walk.ts'
import { rememberText } from '../remember.ts'
import { meaning } from '../source/fold.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { bracketedUnit, contradictsName, withoutBrackets } from '../vocabulary/unit-in-name.ts'
import { dimensionOfWord } from '../vocabulary/units.ts'
import { isSpendingCategory } from './costs.ts'
import { matchGoals } from './matching.ts'
import { pairsOf } from './words.ts'

/** Why a unit does not fit, as it is said. */
interface Misfit {
  readonly zh: string
  readonly en: string
}

/** The indicators of a project whose units fit neither name, category, goal nor column, and why. */
export const unitMisfitsOf = rememberForProject((project: Project): ReadonlyMap<Indicator, Misfit> => {
  const numbers = numbersOf(project)
  return new Map(
    indicatorsOf(project).flatMap((placed): readonly (readonly [Indicator, Misfit])[] => {
      const { indicator } = placed
      const { target, name } = indicator
      if (target.kind !== 'measured') return []
      const why =
        misfit(placed, target) ??
        otherUnitInColumn(indicator, target) ??
        otherUnitInName(name, target) ??
        otherScale(target, numbers) ??
        otherScaleOfMatch(indicator, project) ??
        shareOfCount(placed, target, project)
      return why === undefined ? [] : [[indicator, why]]
    }),
  )
})

const PEOPLE_IN_SHARES: Misfit = {
  zh: '人数、次数、数量不是比率',
  en: 'a number of people, times or things is no rate',
}
const RATE_IN_COUNTS: Misfit = { zh: '比率应以 % 等为单位', en: 'a rate is in % or the like' }
const OTHER_DIMENSION: Misfit = {
  zh: '与名称所说的人数、面积、长度、时间不符',
  en: 'the name speaks of people, an area, a length or a time',
}
const COST_IN_COUNTS: Misfit = { zh: '成本应以货币为单位', en: 'a cost is in money' }

const COUNT_NAME = /(?:人数|人次|次数|数量|户数|个数|件数|份数|场次|期数|套数|台数|里程|长度|人口)$/
/** 床位数, 楼栋数; an 指数 or 系数 may be a share. */
const NUMBER_OF = /[^指系分倍参函基]数$/
const RATE_NAME = /(?:[^概频效汇速功费税利兑比斜][率]|成功率)$|(?:满意|知晓|认可|支持|参与)度$|占比$|比例$/
/** 万人发案率 45起: so many of each ten thousand. */
const OF_MANY = /[百千万亿][人名台辆户件]|每/
const PAID = /(?:补助|补贴|津贴|工资|报酬|薪酬|酬金|奖励|租金|标准|造价|总额|总价|上限|限额)$/
const RATE_OF_COST = /率|比例|占比|比重|节约|控制(?![数价])|偏差|误差|幅度/

const misfit = (
  { indicator, categoryId }: PlacedIndicator,
  { measure }: MeasuredTarget,
): Misfit | undefined => {
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

const UNIT_IN_NAME: Misfit = { zh: '与名称中的单位不一致', en: 'the name has another unit' }

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
const otherUnitInName = (name: SpannedText, { measure: { unit } }: MeasuredTarget): Misfit | undefined => {
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
): Misfit | undefined => {
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
): Misfit | undefined => {
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
const otherScaleOfMatch = (indicator: Indicator, project: Project): Misfit | undefined => {
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
): Misfit | undefined => {
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
