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
  const spaced = readSpaced(text, at)
  if (spaced !== undefined) return spaced
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

/** `1 2. 6`, `3 , 600`: digits that a scan or a narrow column has set apart one by one, or a thousands separator with blanks. */
const readSpaced = (text: string, at: number): DigitsRead | undefined => {
  if (
    text.charCodeAt(at + 1) !== BLANK &&
    text.charCodeAt(at + 2) !== BLANK &&
    text.charCodeAt(at + 3) !== BLANK
  )
    return undefined
  const printed = SPACED.exec(text.slice(at, at + LONGEST_SPACED))?.[0]
  if (printed === undefined || isDigit(text.charCodeAt(at - 1)) || isDigit(text.charCodeAt(at - 2)))
    return undefined
  const digits = printed.replace(/[\s,]/g, '')
  const point = digits.indexOf('.')
  return { digits, decimals: point < 0 ? 0 : digits.length - point - 1, end: at + printed.length }
}

const BLANK = 32
const LONGEST_SPACED = 24
const SPACED = /^(?:\d(?: \d)+(?: ?\. ?\d(?: \d)*)?|\d{1,3} , \d{3})(?! ?[\d/,.:-])/

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
