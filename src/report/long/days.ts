import type { PlainDate } from '../../model/measure.ts'

/** Days since 1970-01-01 of a date written `2022-12-31`, as Parquet counts them. */
export const dayNumber = (date: string): number => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  // Years begin in March, so that the leap day is the last of one.
  const from = month > 2 ? year : year - 1
  const days = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return from * 365 + Math.floor(from / 4) - Math.floor(from / 100) + Math.floor(from / 400) + days - TO_1970
}

const TO_1970 = 719_468
const DAYS_OF_400_YEARS = 146_097

/** The date of a day. */
const dateOf = (number: number): string => {
  const all = number + TO_1970
  const age = Math.floor(all / DAYS_OF_400_YEARS)
  const days = all - age * DAYS_OF_400_YEARS
  const years = Math.floor(
    (days - Math.floor(days / 1460) + Math.floor(days / 36_524) - Math.floor(days / 146_096)) / 365,
  )
  const inYear = days - (365 * years + Math.floor(years / 4) - Math.floor(years / 100))
  const fromMarch = Math.floor((5 * inYear + 2) / 153)
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  const day = inYear - Math.floor((153 * fromMarch + 2) / 5) + 1
  return written(years + age * 400 + (month <= 2 ? 1 : 0), month, day)
}

const written = (year: number, month: number, day: number): string =>
  [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')

/** `2022-12-31` of a date of which all is known, moved by so many days; nothing of others. */
export const wholeDay = (date: PlainDate | undefined, move: -1 | 0 | 1): string | undefined => {
  if (date?.year === undefined || date.month === undefined || date.day === undefined) return undefined
  const day = written(date.year, date.month, date.day)
  return move === 0 ? day : dateOf(dayNumber(day) + move)
}

/** `12-31`, `2022-12`: what is known of a date of which not all is. */
export const partOfDay = (date: PlainDate | undefined): string | undefined => {
  if (date === undefined || wholeDay(date, 0) !== undefined) return undefined
  return [date.year, date.month, date.day]
    .flatMap((part) => (part === undefined ? [] : [String(part).padStart(2, '0')]))
    .join('-')
}
