import type { PlainDate } from '../../model/measure.ts'
import { AFTER_WORDS, BEFORE_WORDS } from '../../vocabulary/dates.ts'
import type { DateRead } from './calendar.ts'
import { skipBlanks, skipBlanksBack } from './characters.ts'
import { compileList, compileWords } from './word-table.ts'

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
export const BEFORE = compileWords(BEFORE_WORDS)
const AFTER = compileWords(AFTER_WORDS)
const UNTIL = compileList(['截至', '截止', '截止到', '截至到', '不晚于', '不迟于', '截至于'])
const SINCE = compileList(['自', '从', '自从'])
const RECURRING = compileList(['每年', '每年度', '每年的', '每'])
const MONTHLY = compileList(['每月', '每个月', '次月', '当月', '本月', '下月', '每月的'])
/** 前期, 后续: words that 前 and 后 begin. */
const NOT_BEFORE = '提期后往三半景置端沿'
const NOT_AFTER = '续期勤备'

/** Whether a word before `end` makes a bare day one of every month. */
export const isMonthly = (text: string, end: number, floor: number): boolean =>
  MONTHLY.matchBefore(text, end, floor) !== undefined

interface Ends {
  readonly end: number
  readonly from: PlainDate | undefined
  readonly until: PlainDate | undefined
  readonly fromExcluded: boolean
  readonly untilExcluded: boolean
}

/** The date with the words around it that make a deadline or a beginning of it. */
export const finishPeriod = (text: string, date: DateRead, floor: number): PeriodRead => {
  const beforeDate = skipBlanksBack(text, date.start, floor)
  const every = RECURRING.matchBefore(text, beforeDate, floor) ?? MONTHLY.matchBefore(text, beforeDate, floor)
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
