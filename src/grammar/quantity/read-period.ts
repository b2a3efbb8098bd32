import type { PlainDate } from '../../model/measure.ts'
import { AFTER_WORDS, BEFORE_WORDS } from '../../vocabulary/dates.ts'
import { type DateRead, dateOf, lastDay, monthsOf, readCalendarNumber, spanOf } from './calendar.ts'
import { isDigit, isKind, Kind, skipBlanks, skipBlanksBack } from './characters.ts'
import { DATE_JOINS, readDate, readMonthRange, readPartOfYear } from './read-date.ts'
import { readCompactDate } from './read-numeric-date.ts'
import { compileList, compileWords } from './word-table.ts'

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

/** 每季度末, 每月底前, 每年底, 每季度末月25日前: an end that recurs. */
export const readRecurringEnd = (text: string, at: number): PeriodRead | undefined => {
  const every = RECURRING.matchAt(text, at)
  if (every === undefined) return undefined
  const c = text[every.end]
  if (c !== '底' && c !== '末') return undefined
  const yearly = text.startsWith('每年', at)
  const day = text[every.end + 1] === '月' ? readCalendarNumber(text, every.end + 2) : undefined
  const end = day !== undefined && text[day.end] === '日' ? day.end + 1 : every.end + 1
  return {
    start: at,
    end: BEFORE.matchAt(text, end)?.end ?? end,
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

/** A period in offsets of the scanned text. */
export interface PeriodRead {
  readonly start: number
  readonly end: number
  readonly from: PlainDate | undefined
  readonly until: PlainDate | undefined
  readonly fromExcluded: boolean
  readonly untilExcluded: boolean
  readonly recurring: boolean
  /** One year and nothing else: a reference that a baseline may build on. */
  readonly year: number | undefined
}

/** 前, 之前 and whether they leave the date itself in. */
const BEFORE = compileWords(BEFORE_WORDS)
const AFTER = compileWords(AFTER_WORDS)
const UNTIL = compileList(['截至', '截止', '截止到', '截至到', '不晚于', '不迟于', '截至于'])
const SINCE = compileList(['自', '从', '自从'])
const EVERY = compileList(['每年', '每年度', '每年的', '每'])
const MONTHLY = compileList(['每月', '每个月', '次月', '当月', '本月', '下月', '每月的'])
/** 前期, 后续: words that 前 and 后 begin. */
const NOT_BEFORE = '提期后往三半景置端沿'
const NOT_AFTER = '续期勤备'

/** Whether a word before `end` makes a bare day one of every month. */
const isMonthly = (text: string, end: number, floor: number): boolean =>
  MONTHLY.matchBefore(text, end, floor) !== undefined

interface Ends {
  readonly end: number
  readonly from: PlainDate | undefined
  readonly until: PlainDate | undefined
  readonly fromExcluded: boolean
  readonly untilExcluded: boolean
}

/** The date with the words around it that make a deadline or a beginning of it. */
const finishPeriod = (text: string, date: DateRead, floor: number): PeriodRead => {
  const beforeDate = skipBlanksBack(text, date.start, floor)
  const every = EVERY.matchBefore(text, beforeDate, floor) ?? MONTHLY.matchBefore(text, beforeDate, floor)
  const start = every?.start ?? date.start
  const lead = skipBlanksBack(text, start, floor)
  const limit = UNTIL.matchBefore(text, lead, floor)
  const since = limit === undefined ? SINCE.matchBefore(text, lead, floor) : undefined
  const ends = endsBefore(text, date) ?? endsAfter(text, date) ?? whole(text, date, since !== undefined)
  const usesSince = since !== undefined && (ends.until === undefined || date.ranged === true)
  const year =
    ends.from?.year === undefined && ends.until?.year === undefined ? yearBefore(text, start) : undefined
  const dated = (date: PlainDate | undefined): PlainDate | undefined =>
    date === undefined || year === undefined ? date : { ...date, year }
  const plain = ends.from?.year === ends.until?.year && date.ranged !== true && ends.end === date.end
  return {
    end: ends.end,
    fromExcluded: ends.fromExcluded,
    untilExcluded: ends.untilExcluded,
    start: limit?.start ?? (usesSince ? since.start : start),
    from: limit === undefined ? dated(ends.from) : undefined,
    until: dated(ends.until),
    recurring: date.recurring || every !== undefined,
    year:
      plain && limit === undefined && date.precision === 'year' && !date.atEnd ? date.first.year : undefined,
  }
}

/** 2023年汛前(5月31日前), 2023年第三季度(9月底): the year of what a date in brackets explains. */
const yearBefore = (text: string, start: number): number | undefined => {
  if (text[start - 1] !== '(') return undefined
  const year = /(20\d\d)年[\u4e00-\u9fff\d]{0,8}\($/.exec(text.slice(Math.max(0, start - 16), start))?.[1]
  return year === undefined ? undefined : Number(year)
}

/** 2022年12月底前, 12月31日之前. */
const endsBefore = (text: string, date: DateRead): Ends | undefined => {
  const after = skipBlanks(text, date.end)
  const before = BEFORE.matchAt(text, after)
  if (before === undefined || (before.end === after + 1 && NOT_BEFORE.includes(text[after + 1] ?? ' ')))
    return undefined
  const { first, last, precision, atEnd } = date
  const { end, value: included } = before
  const ends = { end, from: undefined, until: last, fromExcluded: false, untilExcluded: false }
  if (atEnd) return ends
  if (date.ranged === true) return { ...ends, from: first, untilExcluded: !included }
  // 2022年前 and 2022年以前 end where the year begins; 12月前 is printed for the end of the month
  const alone = text.startsWith('前', after) || text.startsWith('以前', after)
  if (precision === 'year' && (alone || !included)) return { ...ends, until: first, untilExcluded: true }
  if (included) return ends
  return { ...ends, until: precision === 'day' ? last : first, untilExcluded: true }
}

/** 2018年开始, 2011年1月7日之后. */
const endsAfter = (text: string, date: DateRead): Ends | undefined => {
  const after = skipBlanks(text, date.end)
  const later = AFTER.matchAt(text, after)
  if (later === undefined || date.ranged === true) return undefined
  if (later.end === after + 1 && NOT_AFTER.includes(text[after + 1] ?? ' ')) return undefined
  const { value: included, end } = later
  const from = included ? date.first : date.last
  return { end, from, until: undefined, fromExcluded: !included, untilExcluded: false }
}

/** No word that makes a bound: the whole of it, or only its end for 年底; 内 and 止 belong to it. */
const whole = (text: string, date: DateRead, since: boolean): Ends => {
  const after = skipBlanks(text, date.end)
  const open = since && date.ranged !== true
  const closed =
    (text[after] === '止' && date.ranged === true) || (text[after] === '内' && date.precision !== 'day')
  return {
    end: closed && !open ? after + 1 : date.end,
    from: date.atEnd && date.ranged !== true && !open ? undefined : date.first,
    until: open ? undefined : date.last,
    fromExcluded: false,
    untilExcluded: false,
  }
}
