import { type Decimal, ONE } from './decimal.ts'
import type { Interval, Measure, Numeral, Unit } from './measure.ts'
import { scaleOf } from './unit.ts'

/** Whether `value` lies in `interval`. */
export const containsValue = (
  { lower, upper, lowerInclusive, upperInclusive }: Interval,
  value: Decimal,
): boolean => {
  if (lower !== undefined && (lowerInclusive ? value.lessThan(lower) : value.lessThanOrEqualTo(lower)))
    return false
  return upper === undefined || (upperInclusive ? value.lessThanOrEqualTo(upper) : value.lessThan(upper))
}

/** Whether some value lies in both. */
export const intersects = (a: Interval, b: Interval): boolean =>
  startsBeforeEnd(a, b) && startsBeforeEnd(b, a)

const startsBeforeEnd = (a: Interval, b: Interval): boolean => {
  if (a.lower === undefined || b.upper === undefined) return true
  return a.lowerInclusive && b.upperInclusive ? a.lower.lessThanOrEqualTo(b.upper) : a.lower.lessThan(b.upper)
}

/** Whether every value of `inner` lies in `outer`. */
export const isWithin = (inner: Interval, outer: Interval): boolean => {
  if (outer.lower !== undefined) {
    if (inner.lower === undefined || inner.lower.lessThan(outer.lower)) return false
    if (inner.lower.equals(outer.lower) && inner.lowerInclusive && !outer.lowerInclusive) return false
  }
  if (outer.upper === undefined) return true
  if (inner.upper === undefined || inner.upper.greaterThan(outer.upper)) return false
  return !(inner.upper.equals(outer.upper) && inner.upperInclusive && !outer.upperInclusive)
}

/** Whether the two hold the same values. */
export const equalIntervals = (a: Interval, b: Interval): boolean => isWithin(a, b) && isWithin(b, a)

/** What values of the two, none of them negative, can have as product. */
export const multiplyIntervals = (a: Interval, b: Interval): Interval => ({
  lower: a.lower === undefined || b.lower === undefined ? undefined : a.lower.times(b.lower),
  upper: a.upper === undefined || b.upper === undefined ? undefined : a.upper.times(b.upper),
  lowerInclusive: a.lowerInclusive && b.lowerInclusive,
  upperInclusive: a.upperInclusive && b.upperInclusive,
})

/** `interval` with every end times `factor`, which is positive. */
const scaleInterval = (interval: Interval, factor: Decimal): Interval => {
  if (factor === ONE) return interval
  const { lower, upper, lowerInclusive, upperInclusive } = interval
  const first = lower?.times(factor)
  // a bare number is both ends of its interval
  const last = upper === lower ? first : upper?.times(factor)
  return { lower: first, upper: last, lowerInclusive, upperInclusive }
}

/** The values of a measure in base units: `≤3.25万元` → (-∞, 32500]. */
export const intervalInBase = ({ interval, unit }: Measure): Interval =>
  unit === undefined ? interval : scaleInterval(interval, scaleOf(unit))

/** Whether a measure is one number and no more: no limit, range, estimate or change. */
export const isExact = ({ comparator, upperNumeral, approximate, change }: Measure): boolean =>
  comparator === undefined && upperNumeral === undefined && !approximate && change === undefined

/** The number of a measure, of a range its upper end. */
export const highest = ({ numeral, upperNumeral }: Measure): Numeral => upperNumeral ?? numeral

/** For messages: `[80, ∞)人`, `(-∞, 5]%`; one value alone as that value. */
export const formatInterval = (interval: Interval, unit?: Unit): string => {
  const { lower, upper, lowerInclusive, upperInclusive } = interval
  const printed = unit?.printed ?? ''
  if (lower !== undefined && upper !== undefined && lower.equals(upper) && lowerInclusive && upperInclusive)
    return `${lower.toFixed()}${printed}`
  const open = lower !== undefined && lowerInclusive ? '[' : '('
  const close = upper !== undefined && upperInclusive ? ']' : ')'
  return `${open}${lower?.toFixed() ?? '-∞'}, ${upper?.toFixed() ?? '∞'}${close}${printed}`
}

/**
 * A measure in one way of writing, whatever way it was printed: `80人以上` → `≥80人`. What it
 * prints reads as the same measure again.
 */
export const formatMeasure = (measure: Measure): string => {
  const { interval, unit, change, comparator, approximate } = measure
  const { lower, upper, lowerInclusive, upperInclusive } = interval
  const printed = unit?.printed ?? ''
  const moves = change === 'increase' ? '增长' : change === 'decrease' ? '下降' : ''
  const low = formatBound(lower, lowerInclusive ? '≥' : '>', printed)
  const high = formatBound(upper, upperInclusive ? '≤' : '<', printed)
  if (lower === undefined || upper === undefined) return `${moves}${low ?? high ?? measure.text.text}`
  if (!lowerInclusive || !upperInclusive) return `${moves}${low}且${high}`
  const lead = comparator?.sign === '=' ? '=' : approximate ? '约' : ''
  const range = lower.equals(upper) ? lower.toFixed() : `${lower.toFixed()}~${upper.toFixed()}`
  return `${moves}${lead}${range}${printed}`
}

const formatBound = (value: Decimal | undefined, sign: string, printed: string): string | undefined =>
  value === undefined ? undefined : `${sign}${value.toFixed()}${printed}`
