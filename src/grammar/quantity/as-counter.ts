import { Decimal } from '../../model/decimal.ts'
import type { Unit } from '../../model/measure.ts'
import type { MeasureRead } from './read-measure.ts'

const PIECE: Unit = { printed: '块', base: '块', dimension: 'things', scale: new Decimal(1), per: [] }

const counted = (unit: Unit): Unit =>
  unit.printed === '块' ? PIECE : unit.per.length > 0 ? { ...unit, per: unit.per.map(counted) } : unit

/** 展板6块, 元/块: filings count pieces by 块; as money it belongs to speech (FORM). 块钱 is always money. */
export const asCounter = (read: MeasureRead): MeasureRead =>
  read.unit === undefined ? read : { ...read, unit: counted(read.unit) }
