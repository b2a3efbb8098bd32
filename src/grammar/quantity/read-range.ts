import { type Decimal, HUNDRED, ZERO } from '../../model/decimal.ts'
import type { Unit } from '../../model/measure.ts'
import { isDigit, skipBlanks } from './characters.ts'
import { isNumeralStart } from './read-numeral.ts'
import { type NumberMode, readValue, type ValueRead } from './read-value.ts'
import { compileList } from './word-table.ts'

/** One value, or two that are the ends of a range, in one unit. */
export interface RangeRead {
  readonly start: number
  readonly end: number
  readonly first: ValueRead
  readonly second: ValueRead | undefined
  readonly lower: Decimal
  readonly upper: Decimal | undefined
  readonly over: boolean
  readonly unit: Unit | undefined
  readonly unitStart: number
  readonly unitEnd: number
  /** ±5%, 100±5: both bounds are made of one number. */
  readonly isTolerance: boolean
  /** The brackets of (0,30%]: a round one leaves its end out. */
  readonly brackets: string
}

const JOINS = compileList(['-', '--', '~', '~~', '至', '到', '---'])
const PAIR_JOINS = compileList(['和', '与', '至', '到', '-', '~'])
const BETWEEN = compileList(['之间', '间', '以间'])
const INCLUDED = compileList(['(含)', '(含本数)'])

/** The value at `at`, and the other end of its range where one follows: 5～10天, 90%—95%, 1万-5万元. */
export const readRange = (
  text: string,
  at: number,
  signed: boolean,
  mode: NumberMode,
): RangeRead | undefined => {
  if (text[at] === '±') return readPlusMinus(text, at, undefined)
  const first = readValue(text, at, signed, mode)
  if (first === undefined) return undefined
  if (text[first.end] === '±') return readPlusMinus(text, first.end, first) ?? single(first)
  return readInterval(text, first, mode) ?? readSecond(text, first, mode) ?? single(first)
}

const single = (first: ValueRead): RangeRead => ({
  start: first.start,
  end: first.end,
  first,
  second: undefined,
  lower: first.value,
  upper: first.upper,
  over: first.over,
  unit: first.unit,
  unitStart: first.unitStart,
  unitEnd: first.unitEnd,
  isTolerance: false,
  brackets: '',
})

const readSecond = (text: string, first: ValueRead, mode: NumberMode): RangeRead | undefined => {
  if (first.upper !== undefined && !first.chinese) return undefined
  let from = skipBlanks(text, first.end)
  const included = INCLUDED.matchAt(text, from)
  if (included !== undefined) from = skipBlanks(text, included.end)
  const join = JOINS.matchAt(text, from) ?? PAIR_JOINS.matchAt(text, from)
  if (join === undefined) return undefined
  const at = skipBlanks(text, join.end)
  if (!isNumeralStart(text, at) && text[at] !== '-') return undefined
  const second = readValue(text, at, false, mode)
  if (second === undefined || second.over) return undefined
  const after = skipBlanks(text, second.end)
  const pair = JOINS.matchAt(text, from) === undefined
  const between = pair && second.unit?.printed === '间' ? { end: second.end } : BETWEEN.matchAt(text, after)
  if (between === undefined && JOINS.matchAt(text, from) === undefined) return undefined
  // 501-001, 0971-8612345, 1-2-3 are codes
  if (text[from] === '-' && text[second.end] === '-' && isDigit(text.charCodeAt(second.end + 1)))
    return undefined
  if (text.charCodeAt(at) === 48 && isDigit(text.charCodeAt(at + 1))) return undefined
  return unite(first, between?.end === second.end ? withoutUnit(second) : second, between?.end ?? second.end)
}

/** [75%,85%], (0,30%]: the ends of a range in the brackets of an interval, of which one is square. */
const readInterval = (text: string, first: ValueRead, mode: NumberMode): RangeRead | undefined => {
  if (text[first.end] !== ',') return undefined
  const open = text[first.start - 1]
  if (open !== '[' && open !== '(') return undefined
  const second = readValue(text, skipBlanks(text, first.end + 1), false, mode)
  const close = second === undefined ? undefined : text[second.end]
  if (second === undefined || !(close === ']' || (close === ')' && open === '['))) return undefined
  const range = unite(first, second, second.end + 1)
  return range === undefined ? undefined : { ...range, start: first.start - 1, brackets: open + close }
}

/** 10000与20000间: no rooms. */
const withoutUnit = (read: ValueRead): ValueRead => ({ ...read, end: read.numberEnd, unit: undefined })

/** Both ends as one range in one unit; `undefined` where they are none. */
const unite = (first: ValueRead, second: ValueRead, end: number): RangeRead | undefined => {
  const ends = first.unit === undefined ? endsOfSecond(first, second) : endsOfBoth(first, second)
  if (!ends?.lower.lessThan(ends.upper)) return undefined
  const { from } = ends
  return {
    ...single(first),
    end,
    second,
    lower: ends.lower,
    upper: ends.upper,
    over: false,
    unit: from.unit,
    unitStart: from.unitStart,
    unitEnd: from.unitEnd,
  }
}

interface Ends {
  readonly lower: Decimal
  readonly upper: Decimal
  /** The end whose unit the range has. */
  readonly from: ValueRead
}

/** The first end has no unit: it has the second's, and its scale unless it brings its own. */
const endsOfSecond = (first: ValueRead, second: ValueRead): Ends => {
  const lower = first.value
  const upper = second.upper ?? second.value
  const taken = second.takenScale
  if (taken !== undefined) {
    // 1万-5万元, 5000到2万元 have their own scale; 120到150万元 shares it
    const own = first.scaled || lower.greaterThanOrEqualTo(taken) || !lower.lessThan(upper)
    return { lower: own ? lower.dividedBy(taken) : lower, upper, from: second }
  }
  // 5-10万: no unit at all, the scale is shared
  const shared = second.scaleStart !== undefined && !first.scaled ? lower.times(second.scale) : lower
  return { lower: shared.lessThan(upper) ? shared : lower, upper, from: second }
}

/** Each has a unit of the same kind: the finer of the two, so that nothing is divided. */
const endsOfBoth = (first: ValueRead, second: ValueRead): Ends | undefined => {
  const upper = second.upper ?? second.value
  const a = first.unit
  const b = second.unit
  if (a === undefined || b === undefined) return { lower: first.value, upper, from: first }
  if (a.base !== b.base) return undefined
  if (a.scale.lessThan(b.scale) && a.per.length === 0)
    return { lower: first.value, upper: upper.times(b.scale).dividedBy(a.scale), from: first }
  return { lower: first.value.times(a.scale).dividedBy(b.scale), upper, from: second }
}

/** ±5%, 100±5, 50cm±2cm, 1100件±10%. */
const readPlusMinus = (text: string, at: number, middle: ValueRead | undefined): RangeRead | undefined => {
  const spread = readValue(text, skipBlanks(text, at + 1), false)
  if (spread === undefined || spread.value.isZero()) return undefined
  const width = middle === undefined ? spread.value : widthAround(middle, spread)
  if (width === undefined) return undefined
  const centre = middle?.value ?? ZERO
  const lower = centre.minus(width)
  const upper = centre.plus(width)
  const start = middle?.start ?? at
  const { unit, unitStart, unitEnd } = middle?.unit === undefined ? spread : middle
  return {
    ...single({ ...spread, start, numberStart: start, value: lower }),
    second: { ...spread, value: upper },
    upper,
    over: false,
    unit,
    unitStart,
    unitEnd,
    isTolerance: true,
  }
}

/** How far from `middle` a value may be; `undefined` where the units tell nothing of it. */
const widthAround = ({ value, unit }: ValueRead, spread: ValueRead): Decimal | undefined => {
  if (unit === undefined || unit.printed === spread.unit?.printed) return spread.value
  const isShare = spread.unit?.dimension === 'share' && unit.dimension !== 'share'
  return isShare ? value.times(spread.value).times(spread.unit.scale).dividedBy(HUNDRED) : undefined
}
