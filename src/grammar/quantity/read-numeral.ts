import { Decimal, HUNDRED, ONE } from '../../model/decimal.ts'
import type { Unit } from '../../model/measure.ts'
import { BIG_POWERS, SMALL_POWERS } from '../../vocabulary/numerals.ts'
import { isDigit, isKind, Kind, skipBlanks } from './characters.ts'
import { type DigitsRead, readDigits } from './read-digits.ts'
import { type NumberRead, plainNumber, readNumber } from './read-number.ts'

const PARTS = '分之'

/** The numeral at `at`. A minus sign is one only where `signed` says that nothing it could join precedes. */
export const readNumeral = (
  text: string,
  at: number,
  signed: boolean,
  headless = false,
): NumberRead | undefined => {
  const c = text[at]
  if ((c === '负' && !isEndOfWord(text, at)) || ((c === '-' || c === '+') && signed)) {
    const from = skipBlanks(text, at + 1)
    if (c !== '负' && from !== at + 1) return undefined
    const read = readUnsigned(text, from, headless)
    if (read === undefined) return undefined
    if (c === '+') return { ...read, start: at }
    return { ...read, start: at, value: read.value.negated(), unscaled: undefined, upper: undefined }
  }
  return readUnsigned(text, at, headless)
}

/** 减负300元, 肩负2项任务. */
const isEndOfWord = (text: string, at: number): boolean =>
  at > 0 && '减肩担抱欠背胜自'.includes(text[at - 1] ?? ' ')

const readUnsigned = (text: string, at: number, headless: boolean): NumberRead | undefined => {
  if (isKind(text.charCodeAt(at), Kind.power)) {
    const share = readShare(text, at)
    if (share !== undefined) return share
  }
  const number = readNumber(text, at, headless)
  if (number === undefined) return undefined
  const end = skipBlanks(text, number.end)
  const c = text.charCodeAt(end)
  if (c === 0x5206 || c === 0x53c8 || c === 47 || isDigit(c)) {
    const fraction = readFractionTail(text, number, end)
    if (fraction !== undefined) return fraction
  }
  if (text[number.end] === ':') return readRatio(text, number) ?? number
  return number
}

/** 百分之九十五, 千分之五, 百万分之三. */
const readShare = (text: string, at: number): NumberRead | undefined => {
  let i = at
  let power = 0
  while (i - at < 4) {
    const next = SMALL_POWERS.get(text[i] ?? '') ?? BIG_POWERS.get(text[i] ?? '')
    if (next === undefined) break
    power += next
    i += 1
  }
  const from = skipParts(text, i)
  if (from === undefined || power < 2) return undefined
  const negative = text[from] === '负' || text[from] === '-'
  const start = negative ? skipBlanks(text, from + 1) : from
  const number =
    readNumber(text, start) ??
    (text[start] === '百' ? plainNumber(start, start + 1, HUNDRED, 0, true) : undefined) ??
    readPoint(text, start)
  if (number === undefined) return undefined
  const { value, end } = withoutNextShare(text, number)
  const signed = negative ? value.negated() : value
  const { share, factor } = shareOf(power)
  return {
    ...number,
    start: at,
    end,
    value: signed.times(factor),
    unscaled: undefined,
    share,
    fraction: false,
    scaleStart: undefined,
  }
}

const SIGNS = new Map([
  [2, '%'],
  [3, '‰'],
  [4, '‱'],
])

/** The sign of a share of 10^power; 百万分之 has none and becomes percent. */
const shareOf = (power: number): { readonly share: Unit; readonly factor: Decimal } => {
  const sign = SIGNS.get(power)
  const scale = Decimal.pow(10, 2 - power)
  const share = {
    printed: sign ?? '%',
    base: '%',
    dimension: 'share' as const,
    scale: sign === undefined ? ONE : scale,
    per: [],
  }
  return { share, factor: sign === undefined ? scale : ONE }
}

/** 百分之五万分之三: the 万 belongs to the share that follows. */
const withoutNextShare = (
  text: string,
  { value, end, scaleStart, scale }: NumberRead,
): { value: Decimal; end: number } =>
  scaleStart !== undefined && skipParts(text, end) !== undefined
    ? { value: value.dividedBy(scale), end: scaleStart }
    : { value, end }

/** 百分之点二八. */
const readPoint = (text: string, at: number): NumberRead | undefined =>
  text[at] === '点' ? readNumber(text, at, true) : undefined

const skipParts = (text: string, at: number): number | undefined => {
  let i = skipBlanks(text, at)
  for (const c of PARTS) {
    if (text[i] !== c) return undefined
    i = skipBlanks(text, i + 1)
  }
  return i
}

/** `…分之一`, `三又二分之一`, `1/3`, `1 3/5`. */
const readFractionTail = (text: string, number: NumberRead, at: number): NumberRead | undefined => {
  if (number.over) return undefined
  const c = text[at]
  if (c === '分') return readParts(text, number, at)
  if (c === '又') {
    const part = readPart(text, skipBlanks(text, at + 1))
    return part === undefined ? undefined : fractionOf(number, part.end, number.value.plus(part.value), 0)
  }
  if (number.chinese || number.decimals > 0) return undefined
  return c === '/' ? readSlash(text, number, at) : readMixed(text, number, at)
}

/** 三分之一; 负三分之负一 has two signs. */
const readParts = (text: string, number: NumberRead, at: number): NumberRead | undefined => {
  const from = skipParts(text, at)
  if (from === undefined || number.value.isZero()) return undefined
  const negative = text[from] === '负'
  const numerator = readNumber(text, negative ? skipBlanks(text, from + 1) : from)
  if (numerator === undefined) return undefined
  const value = numerator.value.dividedBy(number.value)
  return fractionOf(number, numerator.end, negative ? value.negated() : value, numerator.decimals)
}

/** 师生比1:4, ≥1:1.5 alone; 8:30 is a time, and 指标1:4个 has a number behind its label. */
const readRatio = (text: string, number: NumberRead): NumberRead | undefined => {
  if (number.chinese || number.over || number.scaleStart !== undefined) return undefined
  const right = readDigits(text, number.end + 1)
  if (right === undefined || /^0*(?:\.0*)?$/.test(right.digits) || text[right.end] === ':') return undefined
  const isNamed = RATIO_NAME.test(text.slice(Math.max(0, number.start - 16), number.start))
  const isAlone =
    right.end === text.length &&
    /^[≥≤<>=\s]*$/.test(text.slice(0, number.start)) &&
    !/^[0-5]\d$/.test(right.digits)
  return isNamed || isAlone
    ? fractionOf(number, right.end, number.value.dividedBy(right.digits), right.decimals)
    : undefined
}

/** 师生比, 配比达到, 比例不低于: what a ratio is of, and no more than how it compares. */
export const RATIO_NAME = /比(?:例|值|率)?(?:为|达到?|不[低高]于|保持在?|控制在|提高到)?[\s:≥≤<>=]*$/

/** 1/3. */
const readSlash = (text: string, number: NumberRead, at: number): NumberRead | undefined => {
  const bottom = readDigits(text, skipBlanks(text, at + 1))
  if (bottom === undefined || !isDenominator(text, number, bottom)) return undefined
  // 10/10万 is a rate.
  if (bottom.digits === '10' && text[skipBlanks(text, bottom.end)] === '万') return undefined
  return fractionOf(number, bottom.end, number.value.dividedBy(bottom.digits), 0)
}

/** 1 3/5: one blank, and a fraction after it. */
const readMixed = (text: string, number: NumberRead, at: number): NumberRead | undefined => {
  if (at !== number.end + 1 || text[number.end] !== ' ') return undefined
  const top = readDigits(text, at)
  if (top === undefined || text[top.end] !== '/' || top.digits.length > 2) return undefined
  const bottom = readDigits(text, top.end + 1)
  if (bottom === undefined || !isDenominator(text, number, bottom)) return undefined
  const part = new Decimal(top.digits).dividedBy(bottom.digits)
  return fractionOf(number, bottom.end, number.value.plus(part), 0)
}

/** The fraction after 又. */
const readPart = (text: string, at: number): NumberRead | undefined => {
  const number = readNumber(text, at)
  if (number === undefined) return undefined
  const tail = skipBlanks(text, number.end)
  return text[tail] === '分' || text[tail] === '/' ? readFractionTail(text, number, tail) : undefined
}

const isDenominator = (text: string, number: NumberRead, { digits, end }: DigitsRead): boolean =>
  digits.length <= 3 &&
  digits[0] !== '0' &&
  number.value.lessThan(1000) &&
  text[end] !== '/' &&
  text[number.start - 1] !== '/' &&
  !digits.includes('.')

const fractionOf = (number: NumberRead, end: number, value: Decimal, decimals: number): NumberRead => ({
  ...number,
  end,
  value,
  unscaled: undefined,
  upper: undefined,
  decimals,
  scaleStart: undefined,
  share: undefined,
  fraction: true,
})

/** Whether a numeral could begin with this character. */
export const isNumeralStart = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return isKind(code, Kind.opensNumeral) || (code === 46 && isDigit(text.charCodeAt(at + 1)))
}
