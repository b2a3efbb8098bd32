import type { PlainDate } from '../../model/measure.ts'

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
  return {
    start,
    end: atEnd ? at + 1 : end,
    ...monthsOf(year, from, to),
    precision,
    atEnd,
    recurring: false,
  }
}
