import {
  type CalendarNumber,
  type DateRead,
  dateOf,
  lastDay,
  readCalendarNumber,
  spanOf,
} from './calendar.ts'
import { isDigit, isIdeograph, isLetter, skipBlanks } from './characters.ts'
import { readLaterDay, readNumericDate } from './read-numeric-date.ts'
import { findUnitWord } from './unit-words.ts'
import { compileList } from './word-table.ts'

/** Between the ends of a range of dates. */
export const DATE_JOINS = compileList(['-', '--', '~', '至', '到', '~~', '起至', '---'])

/** What of an earlier date a later one in the same range takes over. */
export interface DateContext {
  readonly year: number | undefined
  readonly month: number | undefined
  /** It is a day. */
  readonly isDay: boolean
}

/** A calendar date at `at`: with 年, 月, 日 or as 2022-12-31; a day alone only where a month is known. */
export const readDate = (text: string, at: number, context?: DateContext): DateRead | undefined => {
  const number = readCalendarNumber(text, at)
  if (number === undefined) return undefined
  const mark = skipBlanks(text, number.end)
  const c = text[mark]
  if (c === '年') return readFromYear(text, at, number, mark)
  if (c === '月') return readFromMonth(text, at, number, mark, context?.year)
  if ((c === '日' || c === '号') && context?.month !== undefined && number.value >= 1 && number.value <= 31) {
    const day = { year: context.year, month: context.month, day: number.value }
    return dateOf(at, mark + 1, day)
  }
  if (number.chinese || !(c === '-' || c === '/' || c === '.') || mark !== number.end) return undefined
  const numeric = readNumericDate(text, at, number)
  if (numeric !== undefined || context?.year === undefined || !context.isDay || c === '-') return numeric
  return readLaterDay(text, at, number, context.year)
}

/** 4-digit years, and 2-digit ones where a month, a quarter or an end of the year follows. */
const yearOf = (text: string, number: CalendarNumber, mark: number): number | undefined => {
  if (number.digits === 4) return number.value >= 1000 && number.value < 3000 ? number.value : undefined
  const next = skipBlanks(text, mark + 1)
  const month = readCalendarNumber(text, next)
  const dated =
    month !== undefined && month.value <= 12 && '月季'.includes(text[skipBlanks(text, month.end)] ?? ' ')
  if (number.digits === 3) return dated && number.chinese ? number.value : undefined
  if (number.digits !== 2 || (number.chinese && '十拾'.includes(text.charAt(number.end - 1))))
    return undefined
  const ended = text[next] === '底' && !number.chinese && mark === number.end
  if (!dated && !ended && number.value > 9) return undefined
  return number.value < 50 ? 2000 + number.value : 1900 + number.value
}

const readFromYear = (
  text: string,
  start: number,
  number: CalendarNumber,
  mark: number,
): DateRead | undefined => {
  const year = yearOf(text, number, mark)
  if (year === undefined) return undefined
  let at = mark + 1
  if (text[at] === '度') at += 1
  const rest = skipBlanks(text, at)
  const part = readPartOfYear(text, start, rest, year)
  if (part !== undefined) return part
  return (
    readMonthRange(text, start, rest, year) ??
    readMonthAfterYear(text, start, rest, year) ??
    spanOf(text, start, at, year, 1, 12, 'year')
  )
}

const readMonthAfterYear = (text: string, start: number, at: number, year: number): DateRead | undefined => {
  const month = readCalendarNumber(text, at)
  if (month === undefined) return undefined
  const mark = skipBlanks(text, month.end)
  return text[mark] === '月' ? readFromMonth(text, start, month, mark, year) : undefined
}

/** A part of a year at `at`; `start` is where the year begins, or the part where none stands before it. */
type PartReader = (text: string, start: number, at: number, year: number | undefined) => DateRead | undefined

/** 1-12月, 2至4月: only the second number has its 月. */
export const readMonthRange: PartReader = (text, start, at, year) => {
  const first = readCalendarNumber(text, at)
  if (first === undefined || first.digits > 2 || first.value < 1) return undefined
  const join = DATE_JOINS.matchAt(text, skipBlanks(text, first.end))
  const second = join === undefined ? undefined : readCalendarNumber(text, skipBlanks(text, join.end))
  if (second === undefined || second.value > 12 || first.value >= second.value) return undefined
  const mark = skipBlanks(text, second.end)
  if (text[mark] !== '月') return undefined
  const end = text[mark + 1] === '份' ? mark + 2 : mark + 1
  return { ranged: true, ...spanOf(text, start, end, year, first.value, second.value, 'month') }
}

const readFromMonth = (
  text: string,
  start: number,
  month: CalendarNumber,
  mark: number,
  year: number | undefined,
): DateRead | undefined => {
  if (month.value < 1 || month.value > 12 || month.digits > 2) return undefined
  const day = readDay(text, mark + 1, year, month.value)
  if (day !== undefined) return dateOf(start, day.end, { year, month: month.value, day: day.value })
  const end = text[mark + 1] === '份' && text[mark + 2] !== '数' ? mark + 2 : mark + 1
  const c = text[end]
  if (c === '初') return dateOf(start, end + 1, { year, month: month.value, day: 1 })
  const third = c === '上' ? 1 : c === '中' ? 2 : c === '下' ? 3 : 0
  if (third > 0 && text[end + 1] === '旬') {
    const last = third === 3 ? lastDay(year, month.value) : third * 10
    const first = { year, month: month.value, day: third * 10 - 9 }
    return { ...dateOf(start, end + 2, first), last: { ...first, day: last }, precision: 'month' }
  }
  return spanOf(text, start, end, year, month.value, month.value, 'month')
}

/** The day after 月: 31日, 31号, or bare (八月十五) where nothing else can be meant. */
const readDay = (
  text: string,
  at: number,
  year: number | undefined,
  month: number,
): { readonly value: number; readonly end: number } | undefined => {
  const from = skipBlanks(text, at)
  const day = readCalendarNumber(text, from)
  if (
    day === undefined ||
    day.digits > 2 ||
    day.value < 1 ||
    day.value > (month === 2 ? 29 : lastDay(year, month))
  )
    return undefined
  const mark = skipBlanks(text, day.end)
  const c = text[mark]
  if ((c === '日' || c === '号') && text[mark + 1] !== '均') return { value: day.value, end: mark + 1 }
  if (from !== at) return undefined
  const code = text.charCodeAt(day.end)
  if (isLetter(code) || code === 46 || code === 37 || code === 44 || code === 47 || isDigit(code))
    return undefined
  if (isIdeograph(code) && !'至到前后之以'.includes(c ?? ' ')) return undefined
  if (findUnitWord(text, day.end) !== undefined) return undefined
  return { value: day.value, end: day.end }
}

const ORDER = '一二三四'

/** 上半年, 第一季度, 前三季度, and after a year also 首月 and 第三个月. */
export const readPartOfYear: PartReader = (text, start, at, year) => {
  const c = text[at]
  if (c === '上' || c === '下' || c === '前' || c === '后')
    return (
      readHalf(text, start, at, year) ?? (c === '前' ? readFirstQuarters(text, start, at, year) : undefined)
    )
  if (c === '首' && text[at + 1] === '月' && year !== undefined)
    return spanOf(text, start, at + 2, year, 1, 1, 'month')
  let from = c === '的' && text[at + 1] === '第' ? at + 1 : at
  const ordinal = text[from] === '第'
  if (ordinal) from += 1
  const count = smallNumber(text, from)
  if (count === undefined || count < 1) return undefined
  if (text.startsWith('季度', from + 1) && count <= 4)
    return spanOf(text, start, from + 3, year, count * 3 - 2, count * 3, 'quarter')
  if (ordinal && year !== undefined && text.startsWith('个月', from + 1))
    return spanOf(text, start, from + 3, year, count, count, 'month')
  return undefined
}

const readHalf: PartReader = (text, start, at, year) => {
  if (!text.startsWith('半年', at + 1)) return undefined
  const first = text[at] === '上' || text[at] === '前'
  return spanOf(text, start, at + 3, year, first ? 1 : 7, first ? 6 : 12, 'half')
}

/** 前三季度, 前两个季度. */
const readFirstQuarters: PartReader = (text, start, at, year) => {
  const count = smallNumber(text, at + 1)
  if (count === undefined || count < 1 || count > 4) return undefined
  const from = text[at + 2] === '个' ? at + 3 : at + 2
  return text.startsWith('季度', from)
    ? spanOf(text, start, from + 2, year, 1, count * 3, 'quarter')
    : undefined
}

const smallNumber = (text: string, at: number): number | undefined => {
  const c = text[at] ?? ''
  if (c === '两') return 2
  const chinese = ORDER.indexOf(c)
  if (c !== '' && chinese >= 0) return chinese + 1
  return isDigit(text.charCodeAt(at)) && !isDigit(text.charCodeAt(at + 1)) ? Number(c) : undefined
}
