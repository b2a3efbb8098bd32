import type { Decimal } from '../model/decimal.ts'
import type { Indicator, MeasuredTarget, Project } from '../model/disclosure.ts'
import type { Measure, Numeral, Quantity, Unit } from '../model/measure.ts'
import { baseValue, sameUnit, toBase } from '../model/unit.ts'
import { indicatorsOf, type PlacedIndicator, rememberForProject } from '../model/walk.ts'
import { meaning } from '../source/fold.ts'
import type { Span } from '../source/span.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { inTenThousands } from '../vocabulary/money-words.ts'
import { isNamed } from '../vocabulary/name-classes.ts'
import { bracketedUnit, contradictsName, namesCount } from '../vocabulary/unit-in-name.ts'
import { dimensionOfUnit } from '../vocabulary/units.ts'
import { excessiveEstimateOf } from './cost-estimate.ts'
import { isSpendingCategory } from './costs.ts'
import { type Matching, matchGoals } from './matching.ts'
import { mayHoldSign, printedDigits } from './misreads.ts'
import { isNear, otherUnitOf } from './result-unit.ts'
import { pairsOf } from './words.ts'

/**
 * Why a unit does not fit: a number of people, times or things is no share, nor is a sum of money or what is far above any
 * whole; a rate is in no counts; the name says another dimension; a cost is in money; the name has another unit, the column of
 * units does, the same number has elsewhere, or the goal; or its result proves a price or a limit to be in another.
 */
export interface Misfit {
  readonly why:
    | 'count-in-shares'
    | 'money-in-shares'
    | 'no-share'
    | 'rate-in-counts'
    | 'other-dimension'
    | 'cost-in-counts'
    | 'name'
    | 'column'
    | 'elsewhere'
    | 'goal'
    | 'result'
    | 'spent'
  /** How the other place prints it: the column, the other number, the goal, the result. */
  readonly printed: string
  /** Where it does, of a number. */
  readonly at: Span | undefined
  /** Of the same number in a unit 10,000 times as large or as small: whether this one says more than the other. */
  readonly scale: 'more' | 'less' | undefined
}

const plain = (why: Misfit['why'], printed = ''): Misfit => ({
  why,
  printed,
  at: undefined,
  scale: undefined,
})

const ofOtherScale = (
  why: Misfit['why'],
  { printed, at, value }: Pick<Stated, 'printed' | 'at' | 'value'>,
  own: Decimal,
): Misfit => ({ why, printed, at, scale: own.gt(value) ? 'more' : 'less' })

/** The indicators of a project whose units fit neither name, category, goal nor column, and why. */
export const unitMisfitsOf = rememberForProject((project: Project): ReadonlyMap<Indicator, Misfit> => {
  const placedIndicators = indicatorsOf(project)
  const misfits = new Map<Indicator, Misfit>()
  if (placedIndicators.length === 0) return misfits
  const numbers = numbersOf(project)
  const matching = matchGoals(project)
  for (const placed of placedIndicators) {
    const { indicator } = placed
    const { target, name } = indicator
    if (target.kind !== 'measured') continue
    const why =
      misfit(placed, target) ??
      otherUnitInColumn(indicator, target) ??
      otherUnitInName(name, target) ??
      otherScale(target, numbers) ??
      otherScaleOfMatch(indicator, matching) ??
      otherScaleOfResult(indicator, project) ??
      shareOfCount(placed, target, matching)
    if (why !== undefined) misfits.set(indicator, why)
  }
  return misfits
})

const misfit = ({ indicator, categoryId }: PlacedIndicator, target: MeasuredTarget): Misfit | undefined => {
  const { measure } = target
  const { unit } = measure
  if (unit === undefined || measure.change !== undefined || unit.per.length > 0) return undefined
  const name = indicator.name.meaning
  const { dimension } = unit
  if (contradictsName(name, dimension, unit.base)) return plain('other-dimension')
  if (dimension === 'money' && isCounted(name) && !isSpendingCategory(categoryId))
    return plain('other-dimension')
  if (dimension === 'share' && (isNamed(name, 'count') || isNamed(name, 'size')))
    return plain('count-in-shares')
  if (dimension === 'share' && isNoShare(name, target)) return plain('no-share')
  if (dimension === 'share' && isNamed(name, 'sum-of-money')) return plain('money-in-shares')
  if (isNamed(name, 'rate') && NOT_A_RATE.has(dimension) && !isNamed(name, 'of-many'))
    return plain('rate-in-counts')
  if (!isSpendingCategory(categoryId) || dimension === 'money' || isNamed(name, 'rate-of-cost'))
    return undefined
  if (isNamed(name, 'expense')) return plain('cost-in-counts')
  // 补贴标准 30% may be a share of a price.
  return dimension !== 'share' && isNamed(name, 'paid') ? plain('cost-in-counts') : undefined
}

/** Whether a name is of people or of so many things; a unit in its brackets is another matter. */
const isCounted = (name: string): boolean =>
  isNamed(name, 'people') || (bracketedUnit(name) === undefined && namesCount(name))

/** 接待游客 20000%: more than ten times a whole that the name speaks of none of; 2100% may have been ≥100%. */
const isNoShare = (name: string, { measure, printedComparator }: MeasuredTarget): boolean =>
  measure.unit !== undefined &&
  toBase(measure.numeral.value, measure.unit).gte(MOST_OF_WHOLE) &&
  !isNamed(name, 'may-be-share') &&
  !isNamed(name, 'may-exceed-whole') &&
  (printedComparator !== undefined || !mayHoldSign(measure))

const MOST_OF_WHOLE = 1000

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
  const named = dimensionOfUnit(word)
  if (named === undefined || named === unit.dimension) return undefined
  return COUNTING.has(named) && COUNTING.has(unit.dimension) ? undefined : plain('name')
}

/** 28.8万元 with % in the column of units. */
const otherUnitInColumn = (
  { printedUnit }: Indicator,
  { measure: { unit } }: MeasuredTarget,
): Misfit | undefined => {
  const named = printedUnit?.unit?.dimension
  if (unit === undefined || named === undefined || named === unit.dimension) return undefined
  if (COUNTING.has(named) && COUNTING.has(unit.dimension)) return undefined
  return plain('column', meaning(printedUnit?.text.text ?? ''))
}

/** A number of a project in its base unit, and whether a goal promises it. */
interface Stated {
  readonly printed: string
  readonly at: Span
  readonly value: Decimal
  /** `undefined`: money. */
  readonly unit: Unit | undefined
  readonly inGoal: boolean
}

/** The numbers of a project by their digits, if they have enough of them to tell that two are one. */
const numbersOf = (project: Project): ReadonlyMap<string, readonly Stated[]> => {
  const numbers = new Map<string, Stated[]>()
  const add = (numeral: Numeral, statedOf: () => Stated): void => {
    const digits = digitsOf(numeral)
    if (digits === undefined) return
    const same = numbers.get(digits) ?? []
    // A few tell as much as many.
    if (same.length < MOST_STATED) same.push(statedOf())
    numbers.set(digits, same)
  }
  const addMeasure = ({ numeral, unit, text }: Measure, inGoal: boolean): void => {
    if (unit !== undefined)
      add(numeral, () => ({
        printed: text.meaning,
        at: text.span,
        value: toBase(numeral.value, unit),
        unit,
        inGoal,
      }))
  }
  for (const { quantities } of project.goals) {
    for (const measure of quantities.filter(isMeasure)) addMeasure(measure, true)
  }
  for (const { indicator } of indicatorsOf(project)) {
    if (indicator.target.kind === 'measured') addMeasure(indicator.target.measure, false)
  }
  // What the project's own amount says of its unit is a matter of its own.
  const whole = project.amount.kind === 'amount' ? project.amount.money : undefined
  for (const { amount } of [...project.funding, ...project.money]) {
    if (amount.kind !== 'amount' || whole?.eq(amount.money) === true) continue
    const { text, numeral, money, yuanPerUnit } = amount
    add(numeral, () => {
      // The unit of the table stands over its numbers.
      const isBare = text.length === numeral.text.length && yuanPerUnit.eq(10000)
      const printed = isBare ? inTenThousands(text.meaning) : text.meaning
      return { printed, at: text.span, value: money, unit: undefined, inGoal: false }
    })
  }
  return numbers
}

const MOST_STATED = 8

/** 19.699亩 beside 19.699万亩: the same digits of the same unit, 10,000 times apart. */
const otherScale = (
  { measure: { numeral, unit } }: MeasuredTarget,
  numbers: ReadonlyMap<string, readonly Stated[]>,
): Misfit | undefined => {
  const stated = numbers.get(digitsOf(numeral) ?? '')
  // The number itself is among them.
  if (unit === undefined || stated === undefined || stated.length < 2) return undefined
  const value = toBase(numeral.value, unit)
  const isMoney = unit.dimension === 'money' && unit.per.length === 0
  const alike = stated.filter(
    (other) => (other.unit === undefined ? isMoney : sameUnit(other.unit, unit)) && !other.value.eq(value),
  )
  const other =
    alike.find((other) => other.value.eq(value.times(10000))) ??
    alike.find((other) => other.inGoal && other.value.times(10000).eq(value))
  return other === undefined ? undefined : ofOtherScale(other.inGoal ? 'goal' : 'elsewhere', other, value)
}

/** 亩 where the goal promises as many 万亩 of the same thing. */
const otherScaleOfMatch = (indicator: Indicator, { matches }: Matching): Misfit | undefined => {
  const match = matches.find(({ candidate }) => candidate.indicator === indicator)
  if (match === undefined) return undefined
  const [promised, planned] = [match.promise.measure, match.candidate.target.measure]
  // 苗木(万株) has its unit in the name.
  if (match.candidate.name.includes(promised.unit?.printed ?? '') && promised.unit !== undefined)
    return undefined
  const [value, own] = [baseValue(promised), baseValue(planned)]
  const [high, low] = value.gt(own) ? [value, own] : [own, value]
  if (low.lte(0) || !high.eq(low.times(10000))) return undefined
  return ofOtherScale('goal', { printed: promised.text.meaning, at: promised.span, value }, own)
}

/**
 * A price of 6万元/方 that was 5.89元/方 in the end, and is more than the whole amount for as many as there are; a limit of 5元 of which 4.8万元
 * were spent, about as much as the amount.
 */
const otherScaleOfResult = (indicator: Indicator, project: Project): Misfit | undefined => {
  const { target, actual } = indicator
  if (target.kind !== 'measured' || actual?.kind !== 'measured') return undefined
  const how = otherUnitOf(indicator)
  if ((how?.kind !== 'scale' && how?.kind !== 'number') || !how.times.eq(10000)) return undefined
  const [own, value] = [baseValue(target.measure), baseValue(actual.measure)]
  const other = { printed: actual.text.meaning, at: actual.span, value }
  if (isOfAmount(target.measure, value, project)) return ofOtherScale('spent', other, own)
  const products = excessiveEstimateOf(project)?.products ?? []
  return own.gt(value) && products.some(({ cost }) => cost.indicator === indicator)
    ? ofOtherScale('result', other, own)
    : undefined
}

const isOfAmount = ({ unit }: Measure, spent: Decimal, { amount }: Project): boolean =>
  unit?.dimension === 'money' &&
  unit.per.length === 0 &&
  amount.kind === 'amount' &&
  isNear(spent, amount.money)

/** 配备保洁员 90%, where the goal promises 保洁员90名, 建设道路 12亩 for 12公里, 拼接屏数量 174平方米 for 174台: the same number of the same thing. */
const shareOfCount = (
  { indicator, categoryId }: PlacedIndicator,
  { measure }: MeasuredTarget,
  { freePromises }: Matching,
): Misfit | undefined => {
  const dimension = measure.unit?.dimension
  // 1万元/个 is no 1名 of anything.
  if (measure.unit === undefined || measure.unit.per.length > 0) return undefined
  const isShare = categoryId === 'quantity' && dimension === 'share'
  if (!isShare && !SIZES.has(dimension ?? '')) return undefined
  const name = indicator.name.meaning
  const promise = freePromises.find(({ kind, phrase, measure: promised }) => {
    if (kind !== 'count' || !promised.numeral.value.eq(measure.numeral.value)) return false
    const { dimension: other = '' } = promised.unit ?? {}
    // 校舍面积 120平方米 is of no 120间.
    const mayBeOther =
      SIZES.has(other) || (other === 'things' && !NAMED_SIZES.some((one) => isNamed(name, one)))
    if (!isShare && (other === dimension || !mayBeOther)) return false
    const said = pairsOf(phrase)
    const pairs = [...pairsOf(name)]
    const isHalf = pairs.length > 0 && pairs.filter((pair) => said.has(pair)).length * 2 >= pairs.length
    return isHalf || isWithin(phrase.trim(), name)
  })
  if (promise === undefined) return undefined
  const { text, span } = promise.measure
  return { why: 'goal', printed: text.meaning, at: span, scale: undefined }
}

/** 拔除疫点 in 拔除松材线虫病疫点: the same words, with others between the first two and the last two. */
const isWithin = (phrase: string, name: string): boolean =>
  phrase.length > 3 &&
  Array.from({ length: phrase.length - 3 }, (_, i) => i + 2).some(
    (at) => name.startsWith(phrase.slice(0, at)) && name.endsWith(phrase.slice(at)),
  )

/** Dimensions that nobody takes for each other. */
const SIZES: ReadonlySet<string> = new Set(['area', 'length', 'mass', 'volume', 'people', 'money'])

const NAMED_SIZES = ['size', 'people', 'sum-of-money'] as const

/** The printed digits of a number that has three significant ones or more. */
const digitsOf = ({ text }: Numeral): string | undefined => {
  if (text.length < 3) return undefined
  const digits = printedDigits(text)
  let [from, to] = [0, digits.length]
  while (from < to && ZERO_OR_POINT.includes(digits[from] as string)) from += 1
  while (from < to && ZERO_OR_POINT.includes(digits[to - 1] as string)) to -= 1
  const point = digits.indexOf('.', from)
  return to - from - (point >= 0 && point < to ? 1 : 0) < 3 ? undefined : digits.slice(from, to)
}

const ZERO_OR_POINT = '0.'

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
