import { ONE } from '../../model/decimal.ts'
import type { Unit } from '../../model/measure.ts'
import type { MeasureRead } from './read-measure.ts'

const PIECE: Unit = { printed: '块', base: '块', dimension: 'things', scale: ONE, per: [] }

/** 展板6块, 元/块: filings count pieces by 块; as money it belongs to speech (FORM). 块钱 is always money. */
export const countedUnit = (unit: Unit): Unit =>
  unit.printed === '块' ? PIECE : unit.per.length > 0 ? { ...unit, per: unit.per.map(countedUnit) } : unit

/** A measure whose unit counts: see `countedUnit`. */
export const asCounter = (read: MeasureRead): MeasureRead => {
  const unit = read.unit === undefined ? undefined : countedUnit(read.unit)
  return unit === read.unit ? read : { ...read, unit }
}
