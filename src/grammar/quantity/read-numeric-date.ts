import { type CalendarNumber, type DateRead, dayAt, readCalendarNumber, spanOf } from './calendar.ts'
import { isDigit, isIdeograph, isLetter } from './characters.ts'

/** 2022-12-31, 2022/12/31, 2022.12.31, 2022-12, 2023.07, 08-08, 31/12/2022. */
export const readNumericDate = (text: string, at: number, first: CalendarNumber): DateRead | undefined => {
  if (isJoined(text, at)) return undefined
  const second = readTwoDigits(text, first.end + 1)
  if (second === undefined) return undefined
  const isYear = first.digits === 4 && first.value >= 1000 && first.value < 2200
  if (isYear) return readDay(text, at, first, second) ?? readMonth(text, at, first, second)
  return readDayFirst(text, at, first, second) ?? readMonthDay(text, at, first, second)
}

/** 20221231: eight digits that are a day of our times. */
export const readCompactDate = (text: string, at: number): DateRead | undefined => {
  if (text[at] !== '1' && text[at] !== '2') return undefined
  if (!isDigit(text.charCodeAt(at + 7)) || isJoined(text, at) || isNumberTail(text, at + 8)) return undefined
  const match = /^(19\d\d|20\d\d)(\d\d)(\d\d)$/.exec(text.slice(at, at + 8))
  if (match === null) return undefined
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number]
  return dayAt(at, at + 8, year, month, day)
}

/** A date at `at`, of whose numbers the first two have been read. */
type DateReader = (
  text: string,
  at: number,
  first: CalendarNumber,
  second: CalendarNumber,
) => DateRead | undefined

const readDay: DateReader = (text, at, first, second) => {
  const separator = text[first.end]
  const c = text[second.end]
  if (c !== separator && !(separator === '.' && c === '-')) return undefined
  const third = readTwoDigits(text, second.end + 1)
  if (third === undefined || (isNumberTail(text, third.end) && !isBeforeDay(text, separator, third.end)))
    return undefined
  const end = text[third.end] === '日' ? third.end + 1 : third.end
  return dayAt(at, end, first.value, second.value, third.value)
}

/** 2021.1.1-12.31: whether a dash and another day of the year follow. */
const isBeforeDay = (text: string, separator: string | undefined, at: number): boolean =>
  separator !== '-' && TO_DAY.test(text.slice(at, at + 10))

const TO_DAY = /^\s?(?:-{1,2}|~)\s?\d{1,2}[./]\d{1,2}(?![\d./%])/

/** The second end of such a range: 12.31, of the year of the first. */
export const readLaterDay = (
  text: string,
  at: number,
  first: CalendarNumber,
  year: number,
): DateRead | undefined => {
  const second = first.digits > 2 ? undefined : readTwoDigits(text, first.end + 1)
  if (second === undefined || isNumberTail(text, second.end) || text[second.end] === '%') return undefined
  return dayAt(at, second.end, year, first.value, second.value)
}

const readMonth: DateReader = (text, at, first, { value: month, digits, end }) => {
  if (month < 1 || month > 12 || first.value < 1900 || isDigit(text.charCodeAt(end))) return undefined
  // 2021.1 and 2021/12 alone may be numbers.
  if ((digits !== 2 || text[first.end] === '/') && !isEndOfRange(text, at, end)) return undefined
  // 1998.05万元 is money.
  const isCounted =
    (isLetter(text.charCodeAt(end)) || isIdeograph(text.charCodeAt(end))) &&
    !BEHIND_MONTH.includes(text[end] as string)
  if (text[first.end] === '.' && (isCounted || text[end] === '%')) return undefined
  return spanOf(text, at, end, first.value, month, month, 'month')
}

/** 2021.1-2021.12: whether another month of a year stands on the other side of a dash. */
const isEndOfRange = (text: string, at: number, end: number): boolean =>
  TO_MONTH.test(text.slice(end, end + 16)) || MONTH_TO.test(text.slice(Math.max(0, at - 16), at))

const TO_MONTH = /^\s?(?:-{1,2}|[~至到])\s?(?:19|20)\d\d[./]\d{1,2}(?![\d.])/
const MONTH_TO = /(?<![\d.])(?:19|20)\d\d[./]\d{1,2}\s?(?:-{1,2}|[~至到])\s?$/

/** What may stand behind a month without a blank. */
const BEHIND_MONTH = '月至到前底末起止开完之以'

/** 31/12/2022: the year last, so the day first, unless it can only be the month. */
const readDayFirst: DateReader = (text, at, first, second) => {
  if (text[first.end] !== '/' || text[second.end] !== '/' || first.digits > 2) return undefined
  const third = isDigit(text.charCodeAt(second.end + 1))
    ? readCalendarNumber(text, second.end + 1)
    : undefined
  if (third === undefined || third.digits !== 4 || isNumberTail(text, third.end)) return undefined
  const [day, month] = second.value > 12 ? [second.value, first.value] : [first.value, second.value]
  return dayAt(at, third.end, third.value, month, day)
}

/** 08-08, 08/08: two digits each, one of them with a leading zero. */
const readMonthDay: DateReader = (text, at, first, second) => {
  if (text[first.end] === '.' || first.digits !== 2 || second.digits !== 2) return undefined
  if (text[at] !== '0' && text[first.end + 1] !== '0') return undefined
  return isNumberTail(text, second.end)
    ? undefined
    : dayAt(at, second.end, undefined, first.value, second.value)
}

const isJoined = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at - 1)
  return isLetter(code) || code === 46 || code === 47 || isDigit(code)
}

/** Digits or letters go on, or a further group of up to three digits does. */
const isNumberTail = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  if (isDigit(code) || isLetter(code)) return true
  const separates = code === 45 || code === 46 || code === 47
  return separates && isDigit(text.charCodeAt(at + 1)) && !isDigit(text.charCodeAt(at + 4))
}

const readTwoDigits = (text: string, at: number): CalendarNumber | undefined => {
  const read = isDigit(text.charCodeAt(at)) ? readCalendarNumber(text, at) : undefined
  return read === undefined || read.digits > 2 ? undefined : read
}
