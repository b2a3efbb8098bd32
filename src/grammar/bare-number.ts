import type { Measure } from '../model/measure.ts'
import { SpannedText } from '../source/spanned-text.ts'
import { placedQuantities } from './placed-quantities.ts'

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
