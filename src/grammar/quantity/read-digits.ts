import { isDigit, isLetter } from './characters.ts'

/** Digits of one number, thousands separators left out. */
export interface DigitsRead {
  readonly digits: string
  readonly decimals: number
  readonly end: number
}

/** Longer runs are codes, not numbers. */
export const MOST_DIGITS = 60

/** `2,800`, `1.5`, `.77`: the digits at `at`, with a decimal part unless a second point follows it. */
export const readDigits = (text: string, at: number): DigitsRead | undefined => {
  let i = at
  if (text.charCodeAt(at) === 46 && isPointBefore(text, at)) return undefined
  while (isDigit(text.charCodeAt(i))) i += 1
  let digits = text.slice(at, i)
  if (digits.length > 0 && digits.length <= 3) {
    const grouped = readGroups(text, i)
    if (grouped > i) {
      digits = text.slice(at, grouped).replaceAll(',', '')
      i = grouped
    }
  }
  let decimals = 0
  if (text.charCodeAt(i) === 46 && isDigit(text.charCodeAt(i + 1))) {
    let end = i + 1
    while (isDigit(text.charCodeAt(end))) end += 1
    if (!(text.charCodeAt(end) === 46 && isDigit(text.charCodeAt(end + 1)))) {
      decimals = end - i - 1
      digits = `${digits === '' ? '0' : digits}${text.slice(i, end)}`
      i = end
    }
  }
  if (digits === '' || digits.length > MOST_DIGITS) return undefined
  return { digits, decimals, end: i }
}

/** `...9`, `l.5`: the point belongs to what stands before it. */
const isPointBefore = (text: string, at: number): boolean => {
  const before = text.charCodeAt(at - 1)
  return before === 46 || isDigit(before) || isLetter(before)
}

/** The end of `,ddd` groups, if every one has three digits. */
const readGroups = (text: string, at: number): number => {
  let i = at
  while (
    text.charCodeAt(i) === 44 &&
    isDigit(text.charCodeAt(i + 1)) &&
    isDigit(text.charCodeAt(i + 2)) &&
    isDigit(text.charCodeAt(i + 3))
  ) {
    if (isDigit(text.charCodeAt(i + 4))) return at
    i += 4
  }
  return i
}
