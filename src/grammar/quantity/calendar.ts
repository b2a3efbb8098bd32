import type { PlainDate } from '../../model/measure.ts'
import { DIGITS } from '../../vocabulary/numerals.ts'
import { isDigit, isKind, Kind } from './characters.ts'

/** The days a date expression covers, and how exactly it was printed. */
export interface DateRead {
  readonly start: number
  readonly end: number
  readonly first: PlainDate
  readonly last: PlainDate
  readonly precision: 'year' | 'half' | 'quarter' | 'month' | 'day'
  /** 年底, 月末: the end of it is meant. */
  readonly atEnd: boolean
  /** 每年12月底: no particular year. */
  readonly recurring: boolean
  /** Two dates, from the first to the last. */
  readonly ranged?: boolean
}

/** The last day of a month; February of an unknown year has 28. */
export const lastDay = (year: number | undefined, month: number): number => {
  if (month === 2) {
    const leap = year !== undefined && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
    return leap ? 29 : 28
  }
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** From the first day of one month to the last of another, in one year. */
export const monthsOf = (
  year: number | undefined,
  from: number,
  to: number,
): { readonly first: PlainDate; readonly last: PlainDate } => ({
  first: { year, month: from, day: 1 },
  last: { year, month: to, day: lastDay(year, to) },
})

/** One day. */
export const dateOf = (start: number, end: number, day: DateRead['first']): DateRead => ({
  start,
  end,
  first: day,
  last: day,
  precision: 'day',
  atEnd: false,
  recurring: false,
})

/** A day that there is. */
export const dayAt = (
  start: number,
  end: number,
  year: number | undefined,
  month: number,
  day: number,
): DateRead | undefined => {
  if (month < 1 || month > 12 || day < 1) return undefined
  const last = year === undefined && month === 2 ? 29 : lastDay(year, month)
  return day <= last ? dateOf(start, end, { year, month, day }) : undefined
}

/** Whole months of one year; with 底 or 末 behind them their end is meant. */
export const spanOf = (
  text: string,
  start: number,
  end: number,
  year: number | undefined,
  from: number,
  to: number,
  precision: DateRead['precision'],
): DateRead => {
  // 2025年年底 says 年 twice.
  const at = precision === 'year' && text[end] === '年' ? end + 1 : end
  const atEnd = text[at] === '底' || text[at] === '末'
  const { first, last } = monthsOf(year, from, to)
  return { ...dateOf(start, atEnd ? at + 1 : end, first), last, precision, atEnd }
}

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
