import { type Decimal, ONE } from '../../model/decimal.ts'
import type { Unit } from '../../model/measure.ts'
import { withoutBlanks } from './characters.ts'
import type { MeasureRead } from './read-measure.ts'
import { withRate } from './read-unit.ts'

const PIECE: Unit = { printed: '块', base: '块', dimension: 'things', scale: ONE, per: [] }

/** 展板6块, 元/块: filings count pieces by 块; as money it belongs to speech (FORM). 块钱 is always money. */
export const countedUnit = (unit: Unit): Unit =>
  unit.printed === '块' ? PIECE : unit.per.length > 0 ? { ...unit, per: unit.per.map(countedUnit) } : unit

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
