import type { MeasuredTarget, Target } from '../model/disclosure.ts'
import type { Measure } from '../model/measure.ts'
import { countIdeographs } from '../source/fold.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { withoutCodes } from '../vocabulary/not-quantities.ts'
import { isBoundByWords, NOT_APPLICABLE } from '../vocabulary/qualities.ts'
import { isUnfilled } from '../vocabulary/template-words.ts'
import { placedQuantities } from './placed-quantities.ts'
import type { NameAndTarget, TargetContext } from './split-target.ts'

/** The typed target of a value. Total: what can't be read is `unparsed`. */
export const parseTarget = ({ value, quantity }: NameAndTarget, { isCost }: TargetContext): Target => {
  const text = value
  const { span } = value
  if (quantity === undefined) {
    const words = value.meaning
    if (words === '' || NOT_APPLICABLE.test(words)) return { kind: 'blank', text, span }
    return isUnread(words) ? { kind: 'unparsed', text, span } : qualitativeTarget(text)
  }
  // 6O盏 is hardly anything but 60盏, but nothing is worked out from what is not printed.
  if (quantity.text.isLettered) return { kind: 'unparsed', text, span }
  if (quantity.kind === 'period') return { kind: 'period', text, span, period: quantity }
  if (quantity.kind === 'baseline') return { kind: 'baseline', text, span, baseline: quantity }
  return measuredTarget(text, quantity, isCost)
}

/** The target that words are. */
export const qualitativeTarget = (text: SpannedText): Extract<Target, { readonly kind: 'qualitative' }> => {
  const quantities = /\d/.test(text.folded)
    ? placedQuantities(text, IN_CELL).map(({ quantity }) => quantity)
    : []
  return { kind: 'qualitative', text, span: text.span, quantities }
}

const IN_CELL = { cell: true }

/** More words than this around a number make a sentence, which is qualitative. */
const MOST_WORDS = 6

/** Whether the words hold a number or a sign that should have been read. */
const isUnread = (printed: string): boolean => {
  if (isUnfilled(printed)) return true
  const words = /[\d≥≤<>=*]/.test(printed) ? withoutCodes(printed) : printed
  return (
    (/[≥≤<>=*]/.test(words) && !isBoundByWords(words)) ||
    (/\d/.test(words) && countIdeographs(words) < MOST_WORDS)
  )
}

const measuredTarget = (text: SpannedText, measure: Measure, isCost: boolean): MeasuredTarget => {
  const isRange = measure.upperNumeral !== undefined
  return {
    kind: 'measured',
    text,
    span: text.span,
    comparator: measure.comparator?.sign ?? (isCost && !isRange ? '≤' : '='),
    printedComparator: measure.comparator,
    // A range prints its own bounds.
    implicit: measure.comparator === undefined && !isRange,
    measure,
  }
}

/** Whether a text says no more than that there is nothing: 无, /, 不涉及. A whole cell is told by its first character. */
export const isNotApplicable = (text: SpannedText): boolean =>
  BEGINNING.test(text.folded) && NOT_APPLICABLE.test(text.meaning)

const BEGINNING = /^\s*[无暂不/—-]/
