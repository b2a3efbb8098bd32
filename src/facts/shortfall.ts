import { sideOf } from '../model/comparator.ts'
import { type Decimal, HUNDRED, ONE } from '../model/decimal.ts'
import type { Disclosure, Indicator, MeasuredTarget, Project, Target } from '../model/disclosure.ts'
import type { Measure, PlainDate, Unit } from '../model/measure.ts'
import { comparability, scaleOf } from '../model/unit.ts'
import { indicatorsOf, type PlacedIndicator } from '../model/walk.ts'
import { levelOneOf } from '../vocabulary/categories.ts'
import { YUAN } from '../vocabulary/money-words.ts'
import { classesOf, isNamed } from '../vocabulary/name-classes.ts'
import { hasOwnStandard, isLessThan, isNotReached, isOfPartOfYear } from '../vocabulary/result-words.ts'
import { isHighShare } from './direction.ts'
import { misreadIndicatorsOf } from './misreads.ts'
import { isNear, otherUnitOf, unitOfBoth } from './result-unit.ts'
import { hasAllOfCategory, hasAllPoints, pointsOf, scoresOf } from './scores.ts'
import { unitMisfitsOf } from './unit-misfit.ts'

/** A result that misses its target. */
export interface Shortfall {
  readonly indicator: Indicator
  readonly target: Target
  readonly actual: Target
  /** `unmet`: it is said to be reached in part, or not at all. */
  readonly how: 'below' | 'above' | 'late' | 'unmet'
  /** What was reached of the target, where both are numbers: 48 of 60, and of what is to be low the other way round. */
  readonly ratio: Ratio | undefined
  /** It has all its points, on a form that scores in proportion; or, where none are printed, the score of all others of its kind, which met their targets. */
  readonly fullScore: 'all-points' | 'as-others' | undefined
}

/** What part of a whole was reached. */
export interface Ratio {
  readonly part: Decimal
  readonly whole: Decimal
}

/** The indicators of a project whose results miss their targets; values that damage has changed are left to the rule for them. */
export const shortfallsOf = (project: Project, disclosure: Disclosure): readonly Shortfall[] => {
  if (hasResultsByNow(disclosure)) return []
  const placed = indicatorsOf(project)
  return placed.flatMap((one) => {
    const { indicator } = one
    const missed = missOf(one)
    const { actual, target, notes } = indicator
    if (missed === undefined || actual === undefined) return []
    // A value in a wrong or another unit or scale is told as that.
    const isElsewhere =
      misreadIndicatorsOf(project, disclosure).includes(indicator) ||
      unitMisfitsOf(project).has(indicator) ||
      otherUnitOf(indicator) !== undefined
    if (isElsewhere) return []
    const fullScore = scoresOf(project).length > 0 ? fullScoreOf(project, one, placed) : undefined
    // 满意率90%以上得10分: by that standard nothing is missed.
    if (fullScore !== undefined && notes.some(({ meaning }) => hasOwnStandard(meaning))) return []
    return [{ indicator, target, actual, ...missed, fullScore }]
  })
}

/** Whether the table is one of how far things are in the course of the year (绩效监控表). */
const hasResultsByNow = ({ headings }: Disclosure): boolean =>
  headings.some(({ role, text }) => role === 'actual' && isOfPartOfYear(text.meaning))

const fullScoreOf = (
  project: Project,
  one: PlacedIndicator,
  placed: readonly PlacedIndicator[],
): Shortfall['fullScore'] => {
  const { score } = one.indicator
  if (isFull(one.indicator)) return 'all-points'
  if (score === undefined || score.numeral.value.lte(0)) return undefined
  if (hasAllOfCategory(one.categories) || hasAllPoints(project)) return 'all-points'
  return isScoredAsOthers(one, placed) ? 'as-others' : undefined
}

/** Whether a result in words says itself that less was reached, or lost points for it. */
const isUnmet = (indicator: Indicator, { text: { meaning } }: Target): boolean =>
  isNotReached(meaning) || (losesPoints(indicator) && isLessThan(meaning, indicator.target.text.meaning))

const losesPoints = ({ weight, score }: Indicator): boolean =>
  weight !== undefined && score?.numeral.value.lt(pointsOf(weight)) === true

const isFull = ({ weight, score }: Indicator): boolean =>
  weight !== undefined && score?.numeral.value.eq(pointsOf(weight)) === true && score.numeral.value.gt(0)

/** Where no points are printed: whether it has the very score that all others of its category have, and these met their targets. */
const isScoredAsOthers = (one: PlacedIndicator, all: readonly PlacedIndicator[]): boolean => {
  const own = one.indicator.score?.numeral.value
  if (own === undefined || own.lte(0) || all.some(({ indicator }) => indicator.weight !== undefined))
    return false
  const others = all.filter((other) => other !== one && other.categoryId === one.categoryId)
  return (
    others.length > 1 &&
    others.every(
      (other) => other.indicator.score?.numeral.value.eq(own) === true && missOf(other) === undefined,
    )
  )
}

type Miss = Pick<Shortfall, 'how' | 'ratio'>

/**
 * Whether what was reached is certainly less (or later, or dearer) than planned. A bare number that is no count of work done and no
 * rate that is the better the higher may be a limit as well, and a bare result may be written in another scale: those are left alone.
 */
const missOf = (placed: PlacedIndicator): Miss | undefined => {
  const { target, actual } = placed.indicator
  if (actual === undefined || target.kind === 'blank') return undefined
  if (actual.kind === 'qualitative')
    return isUnmet(placed.indicator, actual) ? { how: 'unmet', ratio: undefined } : undefined
  if (target.kind === 'period' && actual.kind === 'period')
    return isLater(actual, target) ? { how: 'late', ratio: undefined } : undefined
  if (target.kind !== 'measured' || actual.kind !== 'measured') return undefined
  const side =
    sideOf(target.implicit ? undefined : target.comparator) ||
    bareSide(placed, target) ||
    sideByScore(placed.indicator, target, actual)
  if (side === 0 || !areComparable(target, actual)) return undefined
  const planned = inBase(target.measure, target.measure.unit)
  const readings = readingsOf(actual.measure, target)
  // 60 for >60 is meant to meet it.
  if (!readings.every((value) => (side > 0 ? value.lt(planned) : value.gt(planned)))) return undefined
  const [value] = readings as [Decimal]
  const [part, whole] = side > 0 ? [value, planned] : [planned, value]
  const isShare = part.gte(0) && whole.gt(0) && readings.length === 1
  return { how: side > 0 ? 'below' : 'above', ratio: isShare ? { part, whole } : undefined }
}

/** What a number without ≥ or ≤ asks for: 300公里 of work and 100% of what is better higher at least, 0起 and costs at most. */
const bareSide = (placed: PlacedIndicator, target: MeasuredTarget): 1 | -1 | 0 => {
  const { indicator, categoryId } = placed
  const { comparator, implicit, measure, text } = target
  // 到0次 may be damage, and more words more than a number.
  if (measure.text.length < text.length) return 0
  const name = indicator.name.meaning
  const dimension = measure.unit?.dimension
  // 成本控制率 100% may be meant either way.
  if (comparator === '≤') return dimension === 'money' ? -1 : 0
  // 0% of what is the better the higher is damage.
  if (measure.numeral.value.isZero())
    return categoryId === 'quantity' || isNamed(name, 'higher-is-better') ? 0 : -1
  if (isNamed(name, 'lower-is-better')) return 0
  if (dimension === 'share')
    // =100% is printed where all is asked for; 控制率 may be meant either way.
    return isNamed(name, 'higher-is-better') ||
      isHighShare({ is: classesOf(name) }, target) ||
      (!implicit && !isNamed(name, 'counteracted')) ||
      (categoryId !== undefined && levelOneOf(categoryId) === 'satisfaction')
      ? 1
      : 0
  const isWork = categoryId === 'quantity' && dimension !== undefined && !NO_WORK.has(dimension)
  return (isWork || isReached(placed, target)) && !isNamed(name, 'counteracted') ? 1 : 0
}

/** Whether money is to be reached and not to be spent: an income of the benefits, or what is done in the money of others (4500万美元). */
const isReached = (
  { indicator, categoryId }: PlacedIndicator,
  { measure: { unit } }: MeasuredTarget,
): boolean =>
  unit?.dimension === 'money' &&
  unit.per.length === 0 &&
  ((categoryId === 'quantity' && unit.base !== YUAN) ||
    (categoryId === 'economic' && isNamed(indicator.name.meaning, 'earned-or-saved')))

/** 4 of 5 points for 83% of 100%: less was reached than was meant, as the points say that it lost. */
const sideByScore = (indicator: Indicator, { measure }: MeasuredTarget, actual: MeasuredTarget): 1 | 0 =>
  measure.unit?.dimension === 'share' &&
  measure.numeral.value.eq(HUNDRED) &&
  losesPoints(indicator) &&
  actual.measure.numeral.value.lt(HUNDRED)
    ? 1
    : 0

/** Time and money may be saved. */
const NO_WORK: ReadonlySet<string> = new Set(['time', 'money', 'points', 'other'])

const areComparable = (target: MeasuredTarget, { measure, printedComparator }: MeasuredTarget): boolean => {
  const planned = target.measure
  if ([planned, measure].some(isRange)) return false
  if (planned.change !== measure.change && planned.change !== undefined && measure.change !== undefined)
    return false
  // ≥80% under ≥90%: the sign was copied from the target, and the number was not. Another sign says something else.
  if (
    printedComparator !== undefined &&
    printedComparator.sign !== '=' &&
    printedComparator.sign !== target.comparator
  )
    return false
  return measure.unit === undefined || planned.unit === undefined
    ? measure.unit === undefined
    : comparability(planned.unit, measure.unit) !== 'different'
}

/** 30-45, ±10%. */
const isRange = ({ upperNumeral, interval: { lower, upper } }: Measure): boolean =>
  upperNumeral !== undefined || (lower !== undefined && upper !== undefined && !lower.eq(upper))

const inBase = ({ numeral }: Measure, unit: Unit | undefined): Decimal =>
  unit === undefined ? numeral.value : numeral.value.times(scaleOf(unit))

/**
 * What a result may mean: without a unit that of the target, or that without its 万, whichever is near to the target, or a share
 * of 1 for a percentage.
 */
const readingsOf = (measure: Measure, target: MeasuredTarget): readonly Decimal[] => {
  const { unit } = target.measure
  const own = inBase(measure, measure.unit ?? unit)
  const { value } = measure.numeral
  if (measure.unit !== undefined || unit === undefined) return [own]
  if (unit.dimension === 'share' && value.lte(ONE)) return [own, own.times(HUNDRED)]
  if (unitOfBoth(target) !== undefined || scaleOf(unit).eq(ONE)) return [own]
  const planned = inBase(target.measure, unit)
  return isNear(own, planned) ? [own] : [own, value]
}

type Dated = Extract<Target, { readonly kind: 'period' }>

/** Whether what is dated began after its deadline was over, as far as both say the year. */
const isLater = ({ period: actual }: Dated, { period: planned }: Dated): boolean => {
  const [began, end] = [actual.from ?? actual.until, planned.until]
  if (began === undefined || end === undefined || actual.recurring || planned.recurring) return false
  return compareDates(began, end) > 0
}

/** Zero where parts that both print are equal. */
const compareDates = (a: PlainDate, b: PlainDate): number => {
  if (a.year === undefined || b.year === undefined) return 0
  if (a.year !== b.year) return a.year - b.year
  if (a.month === undefined || b.month === undefined) return 0
  if (a.month !== b.month) return a.month - b.month
  return a.day === undefined || b.day === undefined ? 0 : a.day - b.day
}
