import type { Interval } from '../../model/measure.ts'
import { BOUND_JOINS } from '../../vocabulary/comparators.ts'
import type { MeasureRead } from './read-measure.ts'
import type { NumberMode } from './read-value.ts'
import { isNameBetween } from './words-around.ts'

const WIDEST_GAP = 6
const WIDEST_NAME = 12
const JOINS: ReadonlySet<string> = new Set(BOUND_JOINS)

/** One range out of two bounds that stand together: 3年以上7年以下, 大于100并且小于300. */
export const joinBounds = (
  text: string,
  a: MeasureRead,
  b: MeasureRead,
  mode: NumberMode,
): MeasureRead | undefined => {
  if (a.range.upper !== undefined || b.range.upper !== undefined) return undefined
  if (a.change !== undefined || b.change !== undefined || !areTogether(text, a, b, mode)) return undefined
  const [low, high] = a.interval.upper === undefined ? [a, b] : [b, a]
  if (low.comparator === undefined || high.comparator === undefined) return undefined
  if (low.interval.upper !== undefined || high.interval.lower !== undefined) return undefined
  const { lower } = low.interval
  const { upper } = high.interval
  if (lower === undefined || upper === undefined || !lower.lessThan(upper)) return undefined
  const unit = a.unit ?? b.unit
  if (a.unit !== undefined && b.unit !== undefined && a.unit.printed !== b.unit.printed) return undefined
  const interval: Interval = {
    lower,
    upper,
    lowerInclusive: low.interval.lowerInclusive,
    upperInclusive: high.interval.upperInclusive,
  }
  const last = b.unit === undefined ? a : b
  return {
    start: a.start,
    end: b.end,
    range: { ...a.range, first: low.range.first, second: high.range.first, lower, upper },
    unit,
    unitStart: last.unitStart,
    unitEnd: last.unitEnd,
    comparator: undefined,
    approximate: a.approximate || b.approximate,
    change: undefined,
    interval,
  }
}

const areTogether = (text: string, a: MeasureRead, b: MeasureRead, mode: NumberMode): boolean => {
  // 75%≤破案率≤100%
  const { comparator } = a
  const isSignBehind = comparator !== undefined && comparator.start >= a.range.end && comparator.end === a.end
  if (b.start - a.end > (isSignBehind ? WIDEST_NAME : WIDEST_GAP)) return false
  const gap = text.slice(a.end, b.start).trim()
  const than = gap === ',' && text[a.start] === '比' && text[b.start] === '比'
  // ≥95%,≤100%: in a text these may be of two things.
  const isListed =
    mode === 'cell' &&
    (gap === ',' || gap === ';') &&
    a.unit !== undefined &&
    a.unit.printed === b.unit?.printed
  return JOINS.has(gap) || than || isListed || (isSignBehind && isNameBetween(gap))
}
