import { Decimal, ONE, parseDecimal, tenTo } from '../../model/decimal.ts'
import type { Unit } from '../../model/measure.ts'
import { BIG_POWERS, DIGITS, OVER, SMALL_POWERS } from '../../vocabulary/numerals.ts'
import { isDigit, isKind, Kind, skipBlanks } from './characters.ts'
import { countTrailingBigs, evaluateParts, NumberReader, type Part, powerOf } from './number-reader.ts'
import { type DigitsRead, readDigits } from './read-digits.ts'

/** A number as found at `start`; signs, fractions and percent words are added by `readNumeral`. */
export interface NumberRead {
  readonly start: number
  readonly end: number
  readonly value: Decimal
  /** What stands before the final 万 or 亿, where that is known without dividing: 3.25. */
  readonly unscaled: Decimal | undefined
  /** The upper end of 三五百, 五六十, 几十. */
  readonly upper: Decimal | undefined
  /** 余, 多, 十几: somewhat more than the value. */
  readonly over: boolean
  readonly decimals: number
  /** Begins with a Chinese numeral. */
  readonly chinese: boolean
  /** Where a final 万 or 亿 begins, which may belong to the unit: 3.25|万元. */
  readonly scaleStart: number | undefined
  readonly scale: Decimal
  /** 二〇二二, 一七二零: digits read one by one. */
  readonly spelled: boolean
  /** The unit that stands in front: 百分之, 千分之. */
  readonly share: Unit | undefined
  /** A fraction: its printed digits say nothing about rounding. */
  readonly fraction: boolean
}

const LONGEST_FRACTION = 60

/**
 * The longest number at `at`: digits, Chinese numerals or both (5万4千6百, 1.2亿, 两千八百余).
 * `headless` also reads numbers without their first digit (百二, 点五).
 */
export const readNumber = (text: string, at: number, headless = false): NumberRead | undefined => {
  const digits = readDigits(text, at)
  if (digits !== undefined) {
    const behind = skipBlanks(text, digits.end)
    const code = text.charCodeAt(behind)
    if (!isKind(code, Kind.inNumber))
      return plainNumber(at, digits.end, parseDecimal(digits.digits), digits.decimals, false)
    const isTenThousand = code === WAN && digits.digits.length <= MOST_EXACT_DIGITS
    if (isTenThousand && !isKind(text.charCodeAt(skipBlanks(text, behind + 1)), Kind.inNumber))
      return readTenThousands(at, digits, behind)
  }
  const reader = new NumberReader(text, at, digits, headless)
  reader.read()
  const { parts } = reader
  const point = digits !== undefined && digits.decimals > 0 ? undefined : readPoint(text, reader, headless)
  if (parts.length === 0 && point === undefined) return undefined
  const value = evaluateParts(parts, 'low')
  if (point !== undefined) return withPoint(text, reader, value, point)
  const high = parts.some(isEstimated) ? evaluateParts(parts, 'high') : value
  const { scaleStart, scale } = splitScale(text, reader)
  return {
    ...plainNumber(at, reader.end, value, digits?.decimals ?? 0, digits === undefined),
    upper: high.equals(value) ? undefined : high,
    over: reader.over,
    scaleStart,
    scale,
    spelled: reader.spelled && parts.length === 1,
  }
}

const isEstimated = (part: Part): boolean => part.kind === 'digit' && part.low !== part.high

const WAN = '万'.charCodeAt(0)
/** So many digits are multiplied without rounding. */
const MOST_EXACT_DIGITS = 30

/** 3.25万 and nothing else, as most numbers with a scale are. */
const readTenThousands = (
  start: number,
  { digits, decimals }: DigitsRead,
  scaleStart: number,
): NumberRead => {
  const scale = tenTo(4)
  const unscaled = parseDecimal(digits)
  return {
    ...plainNumber(start, scaleStart + 1, unscaled.times(scale), decimals, false),
    unscaled,
    scaleStart,
    scale,
  }
}

/** A number that nothing scales or widens. */
export const plainNumber = (
  start: number,
  end: number,
  value: Decimal,
  decimals: number,
  chinese: boolean,
): NumberRead => ({
  start,
  end,
  value,
  unscaled: undefined,
  upper: undefined,
  over: false,
  decimals,
  chinese,
  scaleStart: undefined,
  scale: ONE,
  spelled: false,
  share: undefined,
  fraction: false,
})

interface PointRead {
  readonly digits: string
  readonly end: number
}

/** The digits after 点 (一点五, 一百点123); 八点三十分 is a time of day and has none. */
const readPoint = (text: string, reader: NumberReader, headless: boolean): PointRead | undefined => {
  const point = skipBlanks(text, reader.end)
  if (text[point] !== '点' || reader.over) return undefined
  if (reader.parts.length === 0 && !headless) return undefined
  const from = skipBlanks(text, point + 1)
  let i = from
  while (i - from <= LONGEST_FRACTION && (isDigit(text.charCodeAt(i)) || isPlainDigit(text[i] ?? ''))) i += 1
  if (i === from || i - from > LONGEST_FRACTION) return undefined
  if (SMALL_POWERS.has(text[i] ?? '') && !text.startsWith('分之', i + 1)) return undefined
  const digits = [...text.slice(from, i)].map((c) => DIGITS.get(c) ?? c).join('')
  return reader.parts.length === 0 && /^0*$/.test(digits) ? undefined : { digits, end: i }
}

const isPlainDigit = (c: string): boolean => c !== '两' && DIGITS.has(c)

/** The integer read so far with the digits after 点, and the 万 or 亿 that multiplies both. */
const withPoint = (text: string, reader: NumberReader, integer: Decimal, point: PointRead): NumberRead => {
  let end = point.end
  let scaleStart: number | undefined
  let scale = ONE
  for (;;) {
    const from = skipBlanks(text, end)
    const power = BIG_POWERS.get(text[from] ?? '')
    if (power === undefined || (scaleStart !== undefined && from - scaleStart > 8)) break
    scaleStart ??= from
    scale = scale.times(tenTo(power))
    end = from + 1
  }
  const value = integer.plus(new Decimal(`0.${point.digits}`)).times(scale)
  const isChinese = reader.digits === undefined
  const number = plainNumber(reader.start, end, value, point.digits.length, isChinese)
  return { ...number, scaleStart, scale, spelled: reader.spelled }
}

interface Scale {
  readonly scaleStart: number | undefined
  readonly scale: Decimal
}

const NO_SCALE: Scale = { scaleStart: undefined, scale: ONE }

/** The 万 or 亿 that ends the number, if it is the only one: 3.25|万, 3|千万. */
const splitScale = (text: string, reader: NumberReader): Scale => {
  const { digits } = reader
  const { parts } = reader
  const bigs = countTrailingBigs(parts)
  if (bigs === 0 || parts.slice(0, -bigs).some((part) => part.kind === 'big')) return NO_SCALE
  const scaleStart = findScaleStart(text, reader.end, bigs)
  if (scaleStart === undefined) return NO_SCALE
  const scale = multiplyPowers(parts.slice(-bigs))
  if (digits === undefined) return { scaleStart, scale }
  const smalls = parts.slice(1, -bigs)
  if (smalls.length === 0 || !smalls.every((part) => part.kind === 'small')) return { scaleStart, scale }
  // 3千万元: everything after the digits belongs to the unit
  return { scaleStart: skipBlanks(text, digits.end), scale: scale.times(multiplyPowers(smalls)) }
}

const multiplyPowers = (parts: readonly Part[]): Decimal =>
  parts.length === 1
    ? tenTo(powerOf(parts[0] as Part))
    : parts.reduce((scale, part) => scale.times(tenTo(powerOf(part))), ONE)

/** Where the last `bigs` words begin; `undefined` where 余 or 多 stands behind them. */
const findScaleStart = (text: string, end: number, bigs: number): number | undefined => {
  let i = end
  for (let left = bigs; left > 0; ) {
    i -= 1
    const c = text[i] ?? ''
    if (BIG_POWERS.has(c)) left -= 1
    else if (OVER.includes(c)) return undefined
  }
  return i
}
