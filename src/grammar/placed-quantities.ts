import { mapped } from '../collect.ts'
import { Decimal } from '../model/decimal.ts'
import type { Measure, Quantity } from '../model/measure.ts'
import { SpannedText } from '../source/spanned-text.ts'
import { type ScanOptions, scanQuantities } from './quantity/index.ts'

/** A quantity and where it stands in the text it was found in. */
export interface PlacedQuantity {
  readonly quantity: Quantity
  readonly start: number
  readonly end: number
}

/** The quantities of a text with their places, in order. */
export const placedQuantities = (text: SpannedText, options?: ScanOptions): readonly PlacedQuantity[] => {
  const places = mapped(scanQuantities(text, options), (quantity) => {
    const start = quantity.text.offsetIn(text)
    return { quantity, start, end: start + quantity.text.length }
  })
  const last = places.at(-1)
  const whole = last === undefined ? undefined : withUnknownUnit(last, text)
  return whole === undefined ? places : [...places.slice(0, -1), whole]
}

/** 轮次 behind 轮 is another unit; what else follows a known unit is none. */
const GOES_ON = /^[次份]$/
const COUNTERS: ReadonlySet<string> = new Set(['count', 'things'])
const UNKNOWN = /^[\u4e00-\u9fff]{1,4}$/
const NO_UNIT = /^[以及左上下内余多几至到前后年月日较比倍]/

/**
 * A value whose last word is no known unit all the same has one: `≥12圈`, where a comparator or the
 * blank behind a name leaves no doubt that it is the value.
 */
const withUnknownUnit = (
  { quantity, start, end }: PlacedQuantity,
  text: SpannedText,
): PlacedQuantity | undefined => {
  if (end === text.length) return undefined
  const tail = text.folded.slice(end)
  if (quantity.kind !== 'measure' || !UNKNOWN.test(tail) || NO_UNIT.test(tail)) return undefined
  if (quantity.change !== undefined) return undefined
  const isValue =
    start === 0 || /[\s:]$/.test(text.folded.slice(0, start)) || /^[≥≤<>=]/.test(quantity.text.folded)
  if (!isValue) return undefined
  const whole = text.slice(start, text.length)
  const { unit } = quantity
  if (unit === undefined || GOES_ON.test(tail))
    return { quantity: unitAdded(quantity, whole, end - start), start, end: text.length }
  // 1000张床, 15条线路: the counter is the unit of what is counted.
  const isCounter = COUNTERS.has(unit.dimension) && unit.per.length === 0 && tail.length <= 3
  return isCounter
    ? { quantity: { ...quantity, text: whole, span: whole.span }, start, end: text.length }
    : undefined
}

/** The measure with what stands behind `at` of `text` as its unit, which converts to no other. */
const unitAdded = (measure: Measure, text: SpannedText, at: number): Measure => {
  const unitText = text.slice(at - (measure.unitText?.length ?? 0))
  const name = unitText.folded
  const unit = { printed: name, base: name, dimension: 'things', scale: new Decimal(1), per: [] } as const
  return { ...measure, text, span: text.span, unit, unitText }
}

/**
 * 2000 alone may be a year in running text; in a cell of its own it is a number. It is read with a
 * counter behind it, which is taken off again.
 */
export const bareNumber = (text: SpannedText): Measure | undefined => {
  if (!/^\d{4}$/.test(text.folded)) return undefined
  const { end } = text.span
  const counted = SpannedText.join([text, SpannedText.of([{ text: '个', span: { start: end, end } }], end)])
  const [measure] = placedQuantities(counted)
  if (measure?.quantity.kind !== 'measure') return undefined
  const numeral = { ...measure.quantity.numeral, text }
  return { ...measure.quantity, numeral, text, span: text.span, unit: undefined, unitText: undefined }
}
