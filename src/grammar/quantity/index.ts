import type { Quantity } from '../../model/measure.ts'
import { SpannedText } from '../../source/spanned-text.ts'
import { type ScanOptions, scanQuantities } from './scan-quantities.ts'

export { intervalOf } from './interval-of.ts'
export { mayHaveTwoNumbers } from './may-have-two-numbers.ts'
export { isListedUnit, parseUnit } from './parse-unit.ts'
export { type ScanOptions, scanQuantities } from './scan-quantities.ts'

/**
 * All quantities in `text`: measures, periods and baselines, in order and not overlapping.
 *
 * @example parseMeasures('年内新增岗位80人以上') → one measure, [80, ∞) 人
 */
export const parseMeasures = (text: string, options?: ScanOptions): readonly Quantity[] =>
  scanQuantities(SpannedText.ofSource(text, { start: 0, end: text.length }), options)
