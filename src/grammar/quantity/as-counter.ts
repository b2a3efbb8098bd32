import { Decimal } from '../../model/decimal.ts'
import type { Unit } from '../../model/measure.ts'
import type { MeasureRead } from './read-measure.ts'

const PIECE: Unit = { printed: '块', base: '块', dimension: 'things', scale: new Decimal(1), per: [] }

/** 展板6块: filings count pieces by 块; as money it belongs to speech (FORM). 块钱 is always money. */
export const asCounter = (read: MeasureRead): MeasureRead =>
  read.unit?.printed === '块' ? { ...read, unit: PIECE } : read
