import { type Decimal, ONE } from '../../model/decimal.ts'
import type { Unit } from '../../model/measure.ts'
import { skipBlanks, skipBlanksBack, withoutBlanks } from './characters.ts'
import { intervalOf, type MeasureRead } from './read-measure.ts'
import { readPlainUnit, withRate } from './read-unit.ts'
import { readWordsBefore } from './words-around.ts'

const PIECE: Unit = { printed: '块', base: '块', dimension: 'things', scale: ONE, per: [] }
const PIECES = /^[百千万亿]?块$/

/** 展板6块, 标志0.14万块, 元/块: filings count pieces by 块; as money it belongs to speech (FORM). 块钱 is always money. */
export const countedUnit = (unit: Unit): Unit => {
  const { printed, scale, per } = unit
  if (PIECES.test(printed)) return { ...PIECE, printed, scale }
  return per.length > 0 ? { ...unit, per: per.map(countedUnit) } : unit
}

/** A measure whose unit counts: see `countedUnit`. */
export const asCounter = (read: MeasureRead): MeasureRead => {
  const unit = read.unit === undefined ? undefined : countedUnit(read.unit)
  return unit === read.unit ? read : { ...read, unit }
}

/** A number without unit where money stands: 250万 is 250 万元, 5-10万 is 5-10 万元. `limit`: where the next quantity begins. */
export const asMoney = (text: string, read: MeasureRead, limit = text.length): MeasureRead => {
  const { range, interval } = read
  const last = range.second ?? range.first
  const { scaleStart, scale } = last
  if (read.unit !== undefined || scaleStart === undefined) return read
  const divide = (value: Decimal | undefined): Decimal | undefined => value?.dividedBy(scale)
  const printed = `${withoutBlanks(text.slice(scaleStart, last.end))}元`
  const plain: Unit = { printed, base: '元', dimension: 'money', scale, per: [] }
  const rated = withRate(text, { start: scaleStart, end: last.end, unit: plain })
  // ≤620万/月
  const isRate = read.end === last.end && rated.end > last.end && rated.end <= limit
  const unit = isRate
    ? { ...rated.unit, printed: `${printed}${withoutBlanks(text.slice(last.end, rated.end))}` }
    : plain
  const end = isRate ? rated.end : last.end
  const cut = { ...last, numberEnd: scaleStart }
  return {
    ...read,
    end: isRate ? end : read.end,
    range: {
      ...range,
      end: isRate ? end : range.end,
      first: range.second === undefined ? cut : range.first,
      second: range.second === undefined ? undefined : cut,
      lower: range.lower.dividedBy(scale),
      upper: divide(range.upper),
    },
    interval: { ...interval, lower: divide(interval.lower), upper: divide(interval.upper) },
    unit,
    unitStart: scaleStart,
    unitEnd: end,
  }
}

/** 每人, 每卷每年: denominators that stand before the number. */
export interface RateFront {
  readonly start: number
  readonly end: number
  readonly per: readonly Unit[]
}

const MOST_UNITS = 3
/** How far from 每人 its amount of money may stand within one clause. */
const WIDEST_GAP = 24
const VERBS = /^(?:不|补助|补贴|发放|给予|奖励|支付|标准|平均|为|按|约|资助|举办|开展|组织)*$/

/** The denominators at `at`, where 每 stands. */
export const readRateFront = (text: string, at: number): RateFront | undefined => {
  const per: Unit[] = []
  let end = at
  while (per.length < MOST_UNITS) {
    const every = skipBlanks(text, end)
    if (text[every] !== '每') break
    const unit = readPlainUnit(text, skipBlanks(text, every + 1))
    if (unit === undefined) break
    per.push(unit.unit)
    end = unit.end
  }
  return per.length === 0 ? undefined : { start: at, end, per }
}

/**
 * The measure as a rate of what stands before it. Right behind (`每人500元`, `每卷每年2元`) the
 * denominators belong to its text; farther off in the clause (`每位老师发放考务费500元`) they only
 * say per whom money is paid.
 */
export const applyRate = (text: string, read: MeasureRead, rate: RateFront, floor: number): MeasureRead => {
  const { unit } = read
  if (unit === undefined || unit.per.length > 0 || rate.start < floor || unit.dimension === 'share')
    return read
  const gap = text.slice(rate.end, skipBlanksBack(text, read.start, rate.end)).trim()
  if (gap.length > WIDEST_GAP) return read
  // 每人每月补贴标准800元, 每人补助≤800元: what ends as a name, or stands before a sign, is one.
  const isNamed = gap.endsWith('标准') || (gap !== '' && '≥≤<>='.includes(text[read.start] ?? '-'))
  const near = VERBS.test(gap) && !isNamed
  if (!near && unit.dimension !== 'money') return read
  if (rate.per.some((per) => per.base === unit.base)) return read
  // 不高于每亩1200元: what bounds the number may stand in front of both.
  const bound =
    near && read.comparator === undefined && read.start === read.range.start
      ? readWordsBefore(text, rate.start, floor, unit)
      : undefined
  const comparator = bound?.comparator ?? read.comparator
  const { lower, upper, over } = read.range
  const printed = `${unit.printed}/${rate.per.map((per) => per.printed).join('·')}`
  return {
    ...read,
    start: bound?.start ?? (near ? rate.start : read.start),
    comparator,
    interval:
      bound?.comparator === undefined ? read.interval : intervalOf(lower, upper, comparator?.sign, over),
    unit: { ...unit, printed, per: rate.per },
  }
}
