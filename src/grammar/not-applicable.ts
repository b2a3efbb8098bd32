import type { SpannedText } from '../source/spanned-text.ts'
import { NOT_APPLICABLE } from '../vocabulary/qualities.ts'

/** Whether a text says no more than that there is nothing: 无, /, 不涉及. A whole cell is told by its first character. */
export const isNotApplicable = (text: SpannedText): boolean =>
  BEGINNING.test(text.folded) && NOT_APPLICABLE.test(text.meaning)

const BEGINNING = /^\s*[无暂不/—-]/
