import { DIGITS, SMALL_POWERS } from '../../vocabulary/numerals.ts'
import { isKind, Kind } from './character-kinds.ts'
import { MOST_DIGITS } from './read-digits.ts'

/** Chinese digits side by side at the start of a number. */
export interface SpelledRead {
  readonly low: string
  readonly high: string
  readonly end: number
  readonly spelled: boolean
}

/** Two digits that follow each other, or 三五: about so many. */
export const isEstimate = (digits: string): boolean =>
  digits === '35' || (digits[0] !== '0' && digits.charCodeAt(1) === digits.charCodeAt(0) + 1)

/** One digit, an estimate (三五, 七八), or digits read one by one (二〇二二, 一七二零). */
export const readSpelled = (text: string, at: number): SpelledRead | undefined => {
  let end = at
  while (isKind(text.charCodeAt(end), Kind.digit)) end += 1
  if (end === at || end - at > MOST_DIGITS) return undefined
  const digits = [...text.slice(at, end)].map((c) => DIGITS.get(c)).join('')
  const next = text[end] ?? ''
  if (digits.length === 1) {
    const one = digits === '0' && next === '十' ? '1' : digits
    return { low: one, high: one, end, spelled: false }
  }
  if (digits.length === 2 && isEstimate(digits) && next !== '年' && next !== '点')
    return { low: digits[0] ?? '', high: digits[1] ?? '', end, spelled: false }
  if (!SMALL_POWERS.has(next) || text.startsWith('分之', end + 1))
    return { low: digits, high: digits, end, spelled: true }
  // 零五十 drops its zero; 一二百 gives its last digit back to the number it begins
  const kept = digits[0] === '0' ? digits.slice(1) : digits.slice(0, -1)
  return { low: kept, high: kept, end: digits[0] === '0' ? end : end - 1, spelled: digits[0] !== '0' }
}
