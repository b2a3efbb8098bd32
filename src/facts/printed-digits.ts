import type { SpannedText } from '../source/spanned-text.ts'

/** The digits of a number and its point, without the commas of thousands and the 万 behind it. */
export const printedDigits = ({ folded }: SpannedText): string => {
  if (ALL_DIGITS.test(folded)) return folded
  const digits = DIGITS.exec(folded)?.[0] ?? ''
  return digits.includes(',') ? digits.replaceAll(',', '') : digits
}

const ALL_DIGITS = /^\d+$/
const DIGITS = /\d[\d,.]*/
