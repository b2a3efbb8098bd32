import {
  CLOCK,
  GRADE,
  HELD_IN_ROUNDS,
  HELD_THINGS,
  HOTLINE,
  INDEFINITE_WITH_ONE,
  LABELS,
  ORDINAL_COUNTERS,
  ROUND,
} from '../../vocabulary/not-quantities.ts'
import { isBlank, isDigit, isIdeograph, isKind, isLetter, Kind, skipBlanksBack } from './characters.ts'
import type { MeasureRead } from './read-measure.ts'
import { isNumeralStart, RATIO_NAME } from './read-numeral.ts'
import { compileList } from './word-table.ts'

const LABEL = compileList(LABELS)
const HELD = compileList(HELD_IN_ROUNDS)
const THING_HELD = compileList(HELD_THINGS)
const LONGEST_PLAIN = 9

/** The end of what a sticky pattern finds at `at`, or `at`. */
const endOf = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}

const digitsEnd = (text: string, at: number): number => {
  let i = at
  while (isDigit(text.charCodeAt(i))) i += 1
  return i
}

/** The end of the run of digits or Chinese digits at `at`: skipped whole where it is no number. */
export const skipRun = (text: string, at: number): number => {
  let i = digitsEnd(text, at)
  if (i > at) return i
  while (isKind(text.charCodeAt(i), Kind.digit)) i += 1
  return i
}

/**
 * The end of a code that begins at `at`, or `at`: a document number's year (〔2021〕), an address on
 * the web, digits behind letters (A4, COVID-19, l.5), telephone numbers, 501-001-02.
 */
export const skipCode = (text: string, at: number): number => {
  const c = text[at] ?? ''
  if ('〔【['.includes(c)) return endOf(BRACKETED_YEAR, text, at)
  if (c === 'h' || c === 'w') return endOf(ADDRESS, text, at)
  if (!isDigit(text.charCodeAt(at))) return at
  const before = text.charCodeAt(at - 1)
  if (isOfName(text, at)) return endOf(LATIN_RUN, text, at)
  const end = digitsEnd(text, at)
  if (text[end] === ':') return skipTimeOfDay(text, at)
  if (text[end] === '时' || text[end] === '点') return endOf(CLOCK_TIME, text, at)
  // 1+X
  if (text[end] === '+' && isLetter(text.charCodeAt(end + 1))) return endOf(LATIN_RUN, text, end + 1)
  if (isBlank(before) && isLetter(text.charCodeAt(at - 2))) {
    const standard = skipStandard(text, at)
    if (standard > at) return standard
  }
  if (end - at === HOTLINE_DIGITS && HOTLINE.test(text.slice(end, end + 4))) return end
  if (text[end] === '.') return endOf(DOTTED, text, at)
  return text[end] === '-' || end - at === MOBILE_DIGITS ? skipTelephone(text, at) : at
}

const BRACKETED_YEAR = /[〔【[][\t-\r ]*\d{4}[\t-\r ]*[〕】\]][\t-\r ]*第?(?:\d+号)?/y
const ADDRESS = /(?:http|www\.)[!-~]*/y
const LATIN_RUN = /(?:[\dA-Za-z]|\.(?=\d))*/y
/** 1.1.2, 10.0.0.1: outline numbers, versions, addresses; 2022.12.31 is left for a date. */
const DOTTED = /(?!\d{4}(?:\.\d+){2}(?!\d|\.\d))\d+(?:\.\d+){2,}/y

/** “12345”热线. */
const HOTLINE_DIGITS = 5

/** A4, COVID-19, l.5: digits behind letters; 占GDP2.1% is a share of it. */
const isOfName = (text: string, at: number): boolean => {
  const before = text.charCodeAt(at - 1)
  const isJoined = before === HYPHEN || before === POINT
  const isBehindLetter = isLetter(before) || (isJoined && isLetter(text.charCodeAt(at - 2)))
  return isBehindLetter && !text.startsWith(PRODUCT, at - PRODUCT.length)
}
const PRODUCT = 'GDP'
const HYPHEN = '-'.charCodeAt(0)
const POINT = '.'.charCodeAt(0)

/** 8:30, 17:30:00 are times of day; 师生比1:15 is not one, nor is a ratio alone. */
const skipTimeOfDay = (text: string, at: number): number => {
  const end = endOf(TIME_OF_DAY, text, at)
  return end > at && RATIO_NAME.test(text.slice(Math.max(0, at - LONGEST_LEAD), at)) ? at : end
}

const LONGEST_LEAD = 16
const CLOCK_TIME = new RegExp(CLOCK, 'y')
const TIME_OF_DAY = /(?:[01]?\d|2[0-4]):[0-5]\d(?![\d.])(?::[0-5]\d(?![\d.]))?/y

/** JTG 5210-2018, GB/T 1234-2018: the number and the year of a standard, of which the letters stand before a blank. */
const skipStandard = (text: string, at: number): number => {
  const letters = /(?:^|(?<!\d\s?)(?<![A-Za-z]))([A-Z]{2,5}\d{0,2})(?:\/[A-Z]{1,2})? $/.exec(
    text.slice(Math.max(0, at - LONGEST_LEAD), at),
  )
  if (letters === null) return at
  const number =
    /^\d{1,6}(?:\.\d{1,3})*(?:[-]{1,2}(?:19|20)\d\d(?!\d))?/.exec(text.slice(at, at + LONGEST_LEAD))?.[0] ??
    ''
  return number.includes('-') || STANDARDS.test(letters[1] as string) ? at + number.length : at
}

/** Other letters before a number without a year may be a unit or a name. */
const STANDARDS = /^(?:GBZ?|ISO|IEC|JTG|JGJ|CJJ|DB\d{2})$/

/** 0971-8612345, 400-800-1234, 501-001-02: three groups, or two of a telephone number; eleven digits of a mobile one. */
const skipTelephone = (text: string, at: number): number => {
  const end = endOf(HYPHENATED, text, at)
  const groups = text.slice(at, end).split('-')
  const [first = '', second = ''] = groups
  const isCode =
    groups.length === 1
      ? first.length === MOBILE_DIGITS && first[0] === '1' && ' ,;。、)\n('.includes(text[end] ?? ' ')
      : groups.length === 2
        ? /^0\d{2,3}$/.test(first) && second.length >= 7
        : groups.length > 3 || first.length !== 4
  return isCode ? end : at
}

const HYPHENATED = /\d+(?:-\d+)*/y
const MOBILE_DIGITS = 11

/** How a place reads numbers; see `ScanOptions`. */
export interface Reading {
  readonly anyNumber: boolean
  readonly money: boolean
}

/** Whether what was read is a list number, an ordinal, a name or a code instead of a quantity. */
export const isNotQuantity = (text: string, read: MeasureRead, floor: number, reading: Reading): boolean => {
  const { range, unit, comparator, change } = read
  const { first, second } = range
  if (reading.anyNumber) return isLoneNumeral(text, read)
  if (text[first.start - 1] === '第' || isZeros(text, read) || isDenied(text, read)) return true
  const bounded = comparator !== undefined || change !== undefined
  if (isOtherUnit(text, read)) return true
  if (unit !== undefined) return !bounded && !read.approximate && first.chinese && isOrdinal(text, read)
  if (isBadEnd(text, range.end)) return true
  if (bounded || second !== undefined) return first.chinese && !isPlaced(text, read)
  if (first.chinese) return !isLargeNumber(text, read)
  if (isListNumber(text, first.start, range.end) || isLabelled(text, first.start, floor)) return true
  if (first.decimals === 0 && !first.scaled && isCode(text, read, reading.money)) return true
  return isIdeograph(text.charCodeAt(range.end)) && !first.fraction
}

/** 2021级 are students, not degrees; of 3万亩元 either unit may be the slip. */
const isOtherUnit = (text: string, { range: { first, end, unit } }: MeasureRead): boolean => {
  if (unit?.printed === '级') return isYear(text, first.numberStart) || GRADE.test(text.slice(end, end + 2))
  return unit !== undefined && unit.dimension !== 'money' && SECOND_UNIT.test(text.slice(end, end + 2))
}

const SECOND_UNIT = /^元(?![\u4e00-\u9fff/])/

/** 007, 110105199001011234, a year: digits that count nothing. */
const isCode = (text: string, { range }: MeasureRead, money: boolean): boolean => {
  const { numberStart, numberEnd } = range.first
  const digits = numberEnd - numberStart
  if (text[numberStart] === '0' && digits > 1) return true
  if (money) return false
  if (digits >= LONGEST_PLAIN) return !text.slice(numberStart, range.end).includes(',')
  return digits === 4 && isYear(text, numberStart)
}

const isYear = (text: string, at: number): boolean => text.startsWith('19', at) || text.startsWith('20', at)

/** 无一人伤亡, 不漏一户: not even one. */
const isDenied = (text: string, { range: { first }, start }: MeasureRead): boolean => {
  if (
    first.numberEnd - first.numberStart !== 1 ||
    start !== first.start ||
    !ONES.includes(text[first.start] ?? ' ')
  )
    return false
  return DENIAL.test(text.slice(Math.max(0, start - LONGEST_DENIAL), start))
}

const ONES = '一1'
const LONGEST_DENIAL = 4
const DENIAL = /(?:(?<![有])无|没有|杜绝|[不未](?:发生|出现)|[不未][漏落丢让错掉少]|不能少)$/

/** 000: the torn-off end of a number. */
const isZeros = (text: string, { range }: MeasureRead): boolean =>
  range.first.numberEnd - range.first.numberStart > 1 && text.startsWith('00', range.first.numberStart)

/** 101号, 1#, 5G, 3D: what follows makes a name of it; 1.S is a damaged number. */
const isBadEnd = (text: string, end: number): boolean => {
  const code = text.charCodeAt(text[end] === '.' ? end + 1 : end)
  return text[end] === '号' || text[end] === '#' || isLetter(code) || text[end] === '〕' || text[end] === '】'
}

/** 二次, 三级, 一批: with a counter, but not counting. */
const isOrdinal = (text: string, read: MeasureRead): boolean => {
  const { first } = read.range
  const unit = read.unit?.printed ?? ''
  if (first.numberEnd - first.numberStart !== 1 || unit.length > 1) return false
  const c = text[first.numberStart] ?? ''
  if (c === '两') return false
  if (ORDINAL_COUNTERS.includes(unit))
    return (
      unit !== ROUND ||
      (HELD.matchBefore(text, first.start, 0) === undefined &&
        (isIdeograph(text.charCodeAt(read.range.end)) ||
          THING_HELD.matchBefore(text, first.start, 0) === undefined))
    )
  if (c === '二') return read.unit?.dimension !== 'money' && read.unit?.dimension !== 'people'
  return c === '一' && INDEFINITE_WITH_ONE.includes(unit)
}

/** 超过一千, but not 超过一般: a numeral of one character needs an end. */
const isPlaced = (text: string, read: MeasureRead): boolean =>
  read.range.first.numberEnd - read.range.first.numberStart > 1 ||
  !isIdeograph(text.charCodeAt(read.range.end))

/** 二百八十 alone: at least two characters, nothing that could make another word of it. */
const isLargeNumber = (text: string, read: MeasureRead): boolean => {
  const { first, end } = read.range
  if (first.start === 0 && end === text.length && !first.spelled) return true
  return (
    first.numberEnd - first.numberStart >= 2 &&
    !first.spelled &&
    !isIdeograph(text.charCodeAt(end)) &&
    !first.upper
  )
}

/** Whether the 一 before `at` goes on as a number (一人一百元, 一台一件). */
const isNumberAfter = (text: string, at: number): boolean =>
  isNumeralStart(text, at) || '亿点个'.includes(text[at] ?? '个')

/**
 * 一、 and (一): the Chinese numbers of headings, told before anything is read; and 一户一策, 一人一档,
 * which count neither.
 */
export const isItemNumber = (text: string, at: number): boolean => {
  const next = text[at + 1]
  if (text[at] === '一' && text[at + 2] === '一') return !isNumberAfter(text, at + 3)
  return (next === '、' || next === ')') && '〇零一二两三四五六七八九十百'.includes(text[at] ?? ' ')
}

/** `1.`, `1、`, `(1)`, `1)` at the beginning of a line or an item. */
const isListNumber = (text: string, start: number, end: number): boolean => {
  if (end - start > 3) return false
  const next = text[end]
  if (next === ')') return text[skipBlanksBack(text, start, 0) - 1] === '(' || isItemStart(text, start)
  return (next === '.' || next === '、' || next === ':') && isItemStart(text, start)
}

const isItemStart = (text: string, at: number): boolean => {
  const c = text[at - 1]
  return c === undefined || isBlank(c.charCodeAt(0)) || ';。,:>)!、】'.includes(c)
}

const isLabelled = (text: string, start: number, floor: number): boolean => {
  let end = skipBlanksBack(text, start, floor)
  if (text[end - 1] === ':') end = skipBlanksBack(text, end - 1, floor)
  const label = LABEL.matchBefore(text, end, floor)
  if (label === undefined) return false
  // 表 and 图 as the end of a longer word label nothing: 考核登记表 500
  return end === start || label.end - label.start > 1
}

/** Among all numbers, a single Chinese numeral still counts only beside a unit or a mark. */
const isLoneNumeral = (text: string, read: MeasureRead): boolean => {
  const { first, end } = read.range
  if (isFormalWord(text, read)) return true
  if (read.unit !== undefined || read.comparator !== undefined || !first.chinese) return false
  if (first.numberEnd - first.numberStart > 1) return false
  const code = text.charCodeAt(end)
  return isIdeograph(code) && !'的这而和与或到至是又'.includes(text[end] ?? ' ')
}

/** 陆, 伍, 拾 alone before an ideograph are words; 队伍分4组 has no money in it. */
const isFormalWord = (text: string, read: MeasureRead): boolean => {
  const { first } = read.range
  const isMoney = read.unit?.dimension === 'money' && read.unit.printed !== '分'
  if (first.numberEnd - first.numberStart > 1 || !first.chinese || isMoney) return false
  if (!'伍陆肆拾柒'.includes(text[first.numberStart] ?? ' ')) return false
  const before = text[first.start - 1] ?? ' '
  return (
    isIdeograph(text.charCodeAt(read.range.end)) ||
    (isIdeograph(before.charCodeAt(0)) && !'是为作写'.includes(before))
  )
}
