import type { Quantity } from '../model/measure.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { type ScanOptions, scanQuantities } from './quantity/index.ts'

/** A quantity and where it stands in the text it was found in. */
export interface PlacedQuantity {
  readonly quantity: Quantity
  readonly start: number
  readonly end: number
}

/** The quantities of a text with their places, in order. */
export const placedQuantities = (text: SpannedText, options?: ScanOptions): readonly PlacedQuantity[] =>
  scanQuantities(text, options).map((quantity) => {
    const start = quantity.text.offsetIn(text)
    return { quantity, start, end: start + quantity.text.length }
  })
