import { Decimal, ONE, scaleBy } from '../../model/decimal.ts'
import type { Unit } from '../../model/measure.ts'
import { DIGITS } from '../../vocabulary/numerals.ts'
import { isDigit, isIdeograph, isLetter, skipBlanks, skipBlanksBack, withoutBlanks } from './characters.ts'
import { NOT_OVER_WORD } from './number-reader.ts'
import { type NumberRead, plainNumber } from './read-number.ts'
import { readNumeral } from './read-numeral.ts'
import { readGroup, readPlainUnit, readUnit, readUnlistedUnit } from './read-unit.ts'
import { findUnitWord, type UnitWord } from './unit-words.ts'
import { compileWords } from './word-table.ts'

/** A number with its unit: what stands between comparators. All offsets are into the scanned text. */
export interface ValueRead {
  readonly start: number
  readonly end: number
  readonly numberStart: number
  readonly numberEnd: number
  readonly value: Decimal
  readonly upper: Decimal | undefined
  readonly over: boolean
  readonly decimals: number
  readonly chinese: boolean
  readonly spelled: boolean
  readonly fraction: boolean
  readonly unit: Unit | undefined
  readonly unitStart: number
  readonly unitEnd: number
  /** The number ends with 万 or 亿 of its own. */
  readonly scaled: boolean
  /** What the unit took from the number: 10000 in 3.25万元. */
  readonly takenScale: Decimal | undefined
  /** Where the final 万 or 亿 of a number without unit begins, and what it is worth. */
  readonly scaleStart: number | undefined
  readonly scale: Decimal
}

const HALF = new Decimal('0.5')
const TENTH = new Decimal('0.1')

/** Currencies printed before the number. */
const CURRENCIES = compileWords<string>([
  ['￥', '元'],
  ['¥', '元'],
  ['人民币', '元'],
  ['CNY', '元'],
  ['RMB', '元'],
  ['$', '美元'],
  ['US$', '美元'],
  ['USD', '美元'],
  ['€', '欧元'],
  ['£', '英镑'],
  ['港币', '港元'],
  ['HKD', '港元'],
  ['新台币', '新台币'],
  ['美元', '美元'],
])

/** Whether a currency is named at `at`. */
export const isCurrency = (text: string, at: number): boolean => CURRENCIES.matchAt(text, at) !== undefined

/**
 * How numbers are read: in running text; in running text in which these words, which no table holds, are units, too; in the
 * cell of a value, where what stands behind a number is its unit, whether it is listed or not; or every number that there is,
 * also without its first digit (百二, 点五).
 */
export type NumberMode = 'text' | ReadonlySet<string> | 'cell' | 'any'

/** The number at `at` with its unit, halves and smaller units (5元6角, 一个半小时) taken together. */
export const readValue = (
  text: string,
  at: number,
  signed: boolean,
  mode: NumberMode = 'text',
): ValueRead | undefined => {
  const c = text.charCodeAt(at)
  if (c === 0x534a) return readHalf(text, at)
  const currency = isDigit(c) ? undefined : CURRENCIES.matchAt(text, at)
  if (currency !== undefined) return readCurrency(text, currency.start, currency.end, currency.value)
  const numeral = readNumeral(text, at, signed, mode === 'any')
  return numeral === undefined ? undefined : readUnitOf(text, numeral, mode)
}

const readUnitOf = (text: string, numeral: NumberRead, mode: NumberMode = 'text'): ValueRead => {
  if (numeral.share !== undefined) {
    const { start, end, share } = numeral
    return composeValue(numeral, { start, end, unit: share })
  }
  const next = text[numeral.end]
  const half = next === '个' ? readHalfTail(text, numeral) : undefined
  if (half !== undefined) return half
  const counted = next === '+' && isMore(text, numeral.end + 1) ? andMore(numeral) : numeral
  const found = readUnit(text, counted.end) ?? groupOf(text, counted) ?? unlistedUnitOf(text, counted, mode)
  if (found !== undefined) return withSmallerUnits(text, withTail(text, attach(text, counted, found)))
  return text[skipBlanks(text, counted.end)] === '('
    ? withUnitInBrackets(text, counted)
    : composeValue(counted, undefined)
}

const unlistedUnitOf = (text: string, numeral: NumberRead, mode: NumberMode): UnitWord | undefined => {
  if (mode === 'text' || mode === 'any') return undefined
  const found = readUnlistedUnit(text, numeral)
  return found === undefined || mode === 'cell' || mode.has(found.unit.printed) ? found : undefined
}

/** The + of 5+个 and 10万+ means what 余 does; 1+3 and 1+X name something. */
const andMore = (numeral: NumberRead): NumberRead => ({
  ...numeral,
  end: numeral.end + 1,
  over: true,
  scaleStart: undefined,
})

const isMore = (text: string, at: number): boolean =>
  ENDS_MORE.includes(text[at] ?? ' ') || (!isLetter(text.charCodeAt(at)) && readUnit(text, at) !== undefined)
const ENDS_MORE = ' ,;。、)\n\t'

/** 3.5(万元): nothing but the unit stands in the brackets. */
const withUnitInBrackets = (text: string, numeral: NumberRead): ValueRead => {
  const open = skipBlanks(text, numeral.end)
  const found = numeral.chinese ? undefined : readUnit(text, open + 1)
  const close = skipBlanks(text, found?.end ?? open)
  if (found === undefined || text[close] !== ')' || isNamedYear(numeral, found))
    return composeValue(numeral, undefined)
  const value = attach(text, numeral, found)
  const printed = value.takenScale === undefined ? undefined : text.slice(value.unitStart, numeral.end)
  const unit =
    printed === undefined
      ? found.unit
      : { ...found.unit, ...value.unit, printed: printed + found.unit.printed }
  return { ...value, unit, end: close + 1 }
}

/** 2021(年) is no number of years. */
const isNamedYear = ({ end, start }: NumberRead, { unit }: UnitWord): boolean =>
  unit.dimension === 'time' && end - start === 4

const groupOf = (text: string, { end, over, scaleStart }: NumberRead): UnitWord | undefined =>
  over || scaleStart !== undefined ? readGroup(text, end) : undefined

const composeValue = (numeral: NumberRead, found: UnitWord | undefined): ValueRead => ({
  start: numeral.start,
  end: found?.end ?? numeral.end,
  numberStart: numeral.start,
  numberEnd: numeral.end,
  value: numeral.value,
  upper: numeral.upper,
  over: numeral.over,
  decimals: numeral.decimals,
  chinese: numeral.chinese,
  spelled: numeral.spelled,
  fraction: numeral.fraction,
  unit: found?.unit,
  unitStart: found?.start ?? numeral.end,
  unitEnd: found?.end ?? numeral.end,
  scaled: numeral.scaleStart !== undefined,
  takenScale: undefined,
  scaleStart: numeral.scaleStart,
  scale: numeral.scale,
})

/** Gives the final 万 of the number to its unit: 3.25 万元, 6 万人. */
const attach = (text: string, numeral: NumberRead, found: UnitWord): ValueRead => {
  const { scaleStart, scale } = numeral
  const value = composeValue(numeral, found)
  if (scaleStart === undefined || found.unit.dimension === 'share') return value
  const printed = withoutWhole(withoutBlanks(text.slice(scaleStart, found.end)))
  return {
    ...value,
    numberEnd: skipBlanksBack(text, scaleStart, numeral.start),
    value: numeral.unscaled ?? numeral.value.dividedBy(scale),
    upper: numeral.upper?.dividedBy(scale),
    unit: { ...found.unit, printed, scale: scaleBy(scale, found.unit.scale) },
    unitStart: scaleStart,
    takenScale: scale,
  }
}

/** 十五万元整 and 十五万元正 are so many 万元. */
const withoutWhole = (printed: string): string =>
  printed.endsWith('整') || printed.endsWith('正') ? printed.slice(0, -1) : printed

/** 三年半, 两米半; 三年多. */
const withTail = (text: string, read: ValueRead): ValueRead => {
  const { unit, end } = read
  if (unit === undefined) return read
  const c = text[end]
  if (c === '半' && !isHalfWord(text, end) && unit.dimension !== 'people')
    return { ...read, end: end + 1, value: read.value.plus(HALF), unitEnd: read.unitEnd }
  if ((c === '多' || c === '余') && !read.over && NOT_OVER_WORD.matchAt(text, end) === undefined) {
    if (unit.dimension === 'time' || !isIdeograph(text.charCodeAt(end + 1)))
      return { ...read, end: end + 1, over: true }
  }
  // 5个+
  if (c === '+' && !read.over && ENDS_MORE.includes(text[end + 1] ?? ' '))
    return { ...read, end: end + 1, over: true }
  return read
}

const isHalfWord = (text: string, at: number): boolean =>
  '径年天月数价山岛导球自小工成'.includes(text[at + 1] ?? ' ')

/** 个半小时, 个多月: the half or the "more" stands inside the unit. */
const readHalfTail = (text: string, numeral: NumberRead): ValueRead | undefined => {
  const mark = text[numeral.end + 1]
  if (mark !== '半' && mark !== '多' && mark !== '余') return undefined
  const found = findUnitWord(text, numeral.end + 2)
  if (found === undefined || found.unit.dimension !== 'time') return undefined
  const unit = { ...found.unit, printed: `个${found.unit.printed}` }
  const value = composeValue(numeral, { ...found, unit })
  return mark === '半' ? { ...value, value: numeral.value.plus(HALF) } : { ...value, over: true }
}

/** 半年, 半个月, 半天. */
const readHalf = (text: string, at: number): ValueRead | undefined => {
  const before = text[at - 1]
  if (before !== undefined && '上下前后一过大多各对每'.includes(before)) return undefined
  const found = findUnitWord(text, at + 1)
  if (found === undefined || !['time', 'mass', 'count', 'length'].includes(found.unit.dimension))
    return undefined
  if (found.unit.printed === '日' || found.unit.printed === '项') return undefined
  return composeValue({ ...plainNumber(at, at + 1, HALF, 0, true), fraction: true }, found)
}

/** 人民币50元, ￥1.25. */
const readCurrency = (text: string, start: number, end: number, base: string): ValueRead | undefined => {
  const numeral = readNumeral(text, skipBlanks(text, end), true)
  if (numeral === undefined) return undefined
  const read = readUnitOf(text, numeral)
  const money: Unit = { printed: base, base, dimension: 'money', scale: ONE, per: [] }
  if (read.unit === undefined) return { ...read, start, unit: money, unitStart: start, unitEnd: end }
  if (read.unit.dimension === 'points') {
    const unit = { ...read.unit, base, dimension: 'money' as const, scale: read.unit.scale.times('0.01') }
    return { ...read, start, unit }
  }
  if (read.unit.dimension !== 'money') return undefined
  return { ...read, start, unit: { ...read.unit, base } }
}

/** 五元六角, 5分30秒, 8天20小时, 一块二: smaller units of the same kind, added up. */
const withSmallerUnits = (text: string, first: ValueRead): ValueRead => {
  const { unit } = first
  if (unit === undefined || unit.per.length > 0 || first.upper !== undefined) return first
  if (!DIVIDED.has(unit.dimension) && unit.printed !== '成') return first
  let sum = first
  for (let count = 0; count < 4; count += 1) {
    const next = readSmaller(text, sum)
    if (next === undefined) break
    sum = next
  }
  return sum
}

const DIVIDED: ReadonlySet<Unit['dimension']> = new Set(['money', 'time', 'points'])

const readSmaller = (text: string, sum: ValueRead): ValueRead | undefined => {
  let at = skipBlanks(text, sum.end)
  const linked = text[at] === '零' || text[at] === '又' || text[at] === '余'
  if (linked) at = skipBlanks(text, at + 1)
  const unit = sum.unit
  if (unit === undefined || !isNumberAt(text, at)) return undefined
  if (at > sum.end && !linked && text.charCodeAt(sum.end) <= 32) return undefined
  const numeral = readNumeral(text, at, false)
  if (numeral === undefined || numeral.share !== undefined || numeral.fraction || numeral.upper !== undefined)
    return undefined
  const found = readPlainUnit(text, skipBlanks(text, numeral.end))
  if (found === undefined) return readTenths(text, sum, numeral)
  const smaller = smallerUnit(unit, found.unit)
  if (smaller === undefined || numeral.scaleStart !== undefined) return undefined
  const { bigger, part } = smaller
  if (!numeral.value.times(part.scale).lessThan(bigger.scale)) return undefined
  const merged = { end: found.end, unitEnd: found.end, decimals: numeral.decimals, numberEnd: found.start }
  if (part.dimension === 'money') {
    const added = numeral.value.times(part.scale).dividedBy(bigger.scale)
    const value = sum.value.isNegative() ? sum.value.minus(added) : sum.value.plus(added)
    return {
      ...sum,
      end: found.end,
      value,
      decimals: value.decimalPlaces(),
      unit: bigger,
      numberEnd: numeral.end,
    }
  }
  const value = sum.value.times(bigger.scale).dividedBy(part.scale).plus(numeral.value)
  return { ...sum, ...merged, value, unit: part, unitStart: found.start }
}

const isNumberAt = (text: string, at: number): boolean =>
  isDigit(text.charCodeAt(at)) || DIGITS.has(text[at] ?? '') || text[at] === '十' || text[at] === '半'

/** 一块二, 九成五: the digit after 块 and 成 counts tenths. */
const readTenths = (text: string, sum: ValueRead, numeral: NumberRead): ValueRead | undefined => {
  const unit = sum.unit?.printed
  if ((unit !== '块' && unit !== '成') || numeral.end !== numeral.start + 1) return undefined
  const isLast = !isIdeograph(text.charCodeAt(numeral.end))
  if (!isLast && !(unit === '成' && '以左的及'.includes(text[numeral.end] as string))) return undefined
  const value = sum.value.plus(numeral.value.times(TENTH))
  return { ...sum, end: numeral.end, value, decimals: 1, numberEnd: numeral.end }
}

/**
 * The two units as one kind. 分 is a point, a cent or a minute: what stands before or after tells.
 */
const smallerUnit = (bigger: Unit, part: Unit): { bigger: Unit; part: Unit } | undefined => {
  if (part.per.length > 0) return undefined
  if (part.dimension === 'points') {
    if (bigger.dimension === 'money')
      return { bigger, part: { ...part, base: bigger.base, dimension: 'money', scale: new Decimal('0.01') } }
    if (bigger.base === '秒')
      return {
        bigger,
        part: { ...part, printed: '分钟', base: '秒', dimension: 'time', scale: new Decimal(60) },
      }
    return undefined
  }
  if (bigger.dimension === 'points' && part.base === '秒' && part.scale.equals(1))
    return { bigger: { ...bigger, base: '秒', dimension: 'time', scale: new Decimal(60) }, part }
  if (bigger.base !== part.base || bigger.dimension === 'points' || !part.scale.lessThan(bigger.scale))
    return undefined
  return { bigger, part }
}
