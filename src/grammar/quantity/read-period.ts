import { type DateRead, dateOf, lastDay, monthsOf, spanOf } from './calendar.ts'
import { readCalendarNumber } from './calendar-number.ts'
import { isKind, Kind } from './character-kinds.ts'
import { isDigit, skipBlanks, skipBlanksBack } from './characters.ts'
import { BEFORE, finishPeriod, isMonthly, type PeriodRead } from './finish-period.ts'
import { DATE_JOINS, readDate, readMonthRange } from './read-date.ts'
import { readCompactDate } from './read-numeric-date.ts'
import { readPartOfYear } from './read-part-of-year.ts'
import { compileList } from './word-table.ts'

const PAIR_JOINS = compileList(['和', '与'])
const BETWEEN = compileList(['之间', '间'])
const RECURRING = compileList(['每年', '每年度', '每季度', '每月', '每个月', '每半年', '每学期', '每季'])
const LONGEST_SPAN_OF_YEARS = 30

/** The period whose first number begins at `at`. */
export const readPeriod = (text: string, at: number, floor: number): PeriodRead | undefined => {
  if (!mayBeDate(text, at)) return undefined
  const short = readShortRange(text, at)
  if (short !== undefined) return finishPeriod(text, short, floor)
  const first = readDate(text, at) ?? readCompactDate(text, at) ?? readDayOfMonth(text, at, floor)
  return first === undefined ? undefined : finishPeriod(text, withSecond(text, first), floor)
}

/** Whether a mark of dates follows the first few numerals: most numbers are told apart here. */
const mayBeDate = (text: string, at: number): boolean => {
  let i = at
  while (i - at < 8 && isKind(text.charCodeAt(i), Kind.calendar)) i += 1
  return i - at === 8 || DATE_MARKS.includes(text[skipBlanks(text, i)] ?? ' ')
}

const DATE_MARKS = '年月日号-/.~至到'

/** The period of a word that begins with no number: 上半年, 第一季度, 年底, 前三季度. */
export const readNamedPeriod = (text: string, at: number, floor: number): PeriodRead | undefined => {
  const part = readPartOfYear(text, at, at, undefined)
  if (part !== undefined) return finishPeriod(text, withSecond(text, part), floor)
  const ends = text[at + 1] === '底' || text[at + 1] === '末'
  if (text[at] !== '年' || !ends) return undefined
  return finishPeriod(text, spanOf(text, at, at + 1, undefined, 1, 12, 'year'), floor)
}

/** 每季度末, 每月底前, 每年底: an end that recurs. */
export const readRecurringEnd = (text: string, at: number): PeriodRead | undefined => {
  const every = RECURRING.matchAt(text, at)
  if (every === undefined) return undefined
  const c = text[every.end]
  if (c !== '底' && c !== '末') return undefined
  const yearly = text.startsWith('每年', at)
  return {
    start: at,
    end: BEFORE.matchAt(text, every.end + 1)?.end ?? every.end + 1,
    from: undefined,
    until: yearly ? { year: undefined, month: 12, day: 31 } : undefined,
    fromExcluded: false,
    untilExcluded: false,
    recurring: true,
    year: undefined,
  }
}

/** 每月10日: a day of no particular month. */
const readDayOfMonth = (text: string, at: number, floor: number): DateRead | undefined => {
  if (!isMonthly(text, skipBlanksBack(text, at, floor), floor)) return undefined
  const day = readCalendarNumber(text, at)
  if (day === undefined || day.value < 1 || day.value > 31) return undefined
  const mark = skipBlanks(text, day.end)
  if (text[mark] !== '日' && text[mark] !== '号') return undefined
  return { ...dateOf(at, mark + 1, { year: undefined, month: undefined, day: day.value }), recurring: true }
}

/** 1-12月, 2020-2025年, 2016到2018: the first number has its unit from the second. */
const readShortRange = (text: string, at: number): DateRead | undefined => {
  if (isDigit(text.charCodeAt(at - 1)) || text[at - 1] === '.') return undefined
  return readMonthRange(text, at, at, undefined) ?? readYearRange(text, at)
}

const readYearRange = (text: string, at: number): DateRead | undefined => {
  const first = readCalendarNumber(text, at)
  if (first === undefined || first.digits !== 4 || first.value < 1900 || text[at - 1] === '-')
    return undefined
  const join = DATE_JOINS.matchAt(text, skipBlanks(text, first.end))
  const second = join === undefined ? undefined : readCalendarNumber(text, skipBlanks(text, join.end))
  if (second !== undefined && second.digits < 4) return readYearToDate(text, at, first.value, join?.end ?? at)
  if (second?.digits !== 4 || second.value > 2100 || second.value <= first.value) return undefined
  const mark = skipBlanks(text, second.end)
  const named = text[mark] === '年'
  if (!named && (second.value - first.value > LONGEST_SPAN_OF_YEARS || !isEnd(text, second.end)))
    return undefined
  let end = named ? mark + 1 : second.end
  if (named && '度末底'.includes(text[end] ?? ' ')) end += 1
  // 2020至2025年前: the range ends with the year named
  if (text[end] === '前') end += 1
  return {
    ...dateOf(at, end, { year: first.value, month: 1, day: 1 }),
    last: { year: second.value, month: 12, day: 31 },
    precision: 'year',
    ranged: true,
  }
}

/** 1985到89年9月: from the beginning of a year to a date of another. */
const readYearToDate = (text: string, at: number, year: number, from: number): DateRead | undefined => {
  const second = readDate(text, skipBlanks(text, from))
  if (second?.last.year === undefined || second.last.year < year) return undefined
  return { ...second, start: at, first: { year, month: 1, day: 1 }, ranged: true }
}

const isEnd = (text: string, at: number): boolean => {
  const c = text[at]
  return c === undefined || ' ,;。、)\n'.includes(c)
}

/** Joins the other end of a range: 2017年8月至11月, 2023.07-2024.01. */
const withSecond = (text: string, first: DateRead): DateRead => {
  const from = skipBlanks(text, first.end)
  const join = DATE_JOINS.matchAt(text, from)
  const pair = join ?? PAIR_JOINS.matchAt(text, from)
  if (pair === undefined || first.ranged === true) return first
  const at = skipBlanks(text, pair.end)
  const isDay = first.precision === 'day'
  const context = { year: first.first.year, month: first.first.month, isDay }
  const second = readDate(text, at, context) ?? readBareYear(text, at, first)
  if (second === undefined) return first
  const close = BETWEEN.matchAt(text, skipBlanks(text, second.end))
  if (join === undefined && close === undefined) return first
  const year = second.last.year ?? first.first.year
  const { month, day } = second.last
  const last = { year, month, day: month === 2 && second.precision !== 'day' ? lastDay(year, 2) : day }
  const { precision, atEnd } = second
  return { ranged: true, ...first, last, end: close?.end ?? second.end, precision, atEnd }
}

/** 2008.03-2009. */
const readBareYear = (text: string, at: number, { first }: DateRead): DateRead | undefined => {
  const year = readCalendarNumber(text, at)
  if (year?.digits !== 4 || first.year === undefined || year.value <= first.year || year.value > 2100)
    return undefined
  if (!isEnd(text, year.end)) return undefined
  return {
    ...dateOf(at, year.end, monthsOf(year.value, 1, 12).first),
    ...monthsOf(year.value, 1, 12),
    precision: 'year',
  }
}
