import { DIGITS } from '../../vocabulary/numerals.ts'
import { isKind, Kind } from './character-kinds.ts'
import { isDigit } from './characters.ts'

/** A whole number written as digits or in Chinese, as calendars use it. */
export interface CalendarNumber {
  readonly value: number
  readonly digits: number
  readonly end: number
  readonly chinese: boolean
}

const TENS = '十拾廿'

/** A number of up to four digits: `2022`, `07`, `二〇二二`, `十二`, `二十九`, `两千零四`. */
export const readCalendarNumber = (text: string, at: number): CalendarNumber | undefined => {
  let i = at
  let value = 0
  while (isDigit(text.charCodeAt(i)) && i - at < 5) {
    value = value * 10 + (text.charCodeAt(i) - 48)
    i += 1
  }
  if (i > at) return i - at > 4 ? undefined : { value, digits: i - at, end: i, chinese: false }
  return readChineseCalendarNumber(text, at)
}

const readChineseCalendarNumber = (text: string, at: number): CalendarNumber | undefined => {
  if (!isKind(text.charCodeAt(at), Kind.digit) && !TENS.includes(text[at] ?? ' ')) return undefined
  let end = at
  let value = 0
  for (; end - at < 5; end += 1) {
    const digit = DIGITS.get(text[end] ?? '')
    if (digit === undefined) break
    value = value * 10 + Number(digit)
  }
  const count = end - at
  if (count > 4) return undefined
  const c = text[end]
  if (count <= 1 && c !== undefined && TENS.includes(c))
    return readTens(text, end, count === 0 ? undefined : value)
  if (count === 1 && (c === '千' || c === '仟') && (value === 1 || value === 2))
    return readThousand(text, end, value)
  return count === 0 ? undefined : { value, digits: count, end, chinese: true }
}

/** 十, 十二, 二十九, 廿三; `tens` is the digit in front. */
const readTens = (text: string, at: number, tens: number | undefined): CalendarNumber | undefined => {
  if (tens === 0) return undefined
  const base = text[at] === '廿' ? 20 : (tens ?? 1) * 10
  const digit = DIGITS.get(text[at + 1] ?? '')
  const unit = digit === undefined || digit === '0' ? 0 : Number(digit)
  return { value: base + unit, digits: 2, end: unit === 0 ? at + 1 : at + 2, chinese: true }
}

/** 二千, 两千零四: years. */
const readThousand = (text: string, at: number, thousands: number): CalendarNumber | undefined => {
  const zero = DIGITS.get(text[at + 1] ?? '') === '0'
  const rest = zero ? readChineseCalendarNumber(text, at + 2) : undefined
  if (zero && (rest === undefined || rest.value > 99)) return undefined
  return { value: thousands * 1000 + (rest?.value ?? 0), digits: 4, end: rest?.end ?? at + 1, chinese: true }
}
