import { Decimal, ONE, ZERO } from '../../model/decimal.ts'
import type { Comparator, Interval, Unit } from '../../model/measure.ts'
import { INCLUDING } from '../../vocabulary/comparators.ts'
import { isBlank, isDigit, isIdeograph, skipBlanks, skipBlanksBack } from './characters.ts'
import { type RangeRead, readRange } from './read-range.ts'
import { readUnit } from './read-unit.ts'
import type { NumberMode } from './read-value.ts'
import type { UnitWord } from './unit-words.ts'
import {
  type ComparatorRead,
  isAfterWord,
  readSignBehind,
  readWordsAfter,
  readWordsBefore,
  type WordsBefore,
} from './words-around.ts'

/** A measure in offsets of the scanned text. */
export interface MeasureRead {
  readonly start: number
  readonly end: number
  readonly range: RangeRead
  readonly unit: Unit | undefined
  readonly unitStart: number
  readonly unitEnd: number
  readonly comparator: ComparatorRead | undefined
  readonly approximate: boolean
  readonly change: 'increase' | 'decrease' | undefined
  readonly interval: Interval
}

/** The measure whose number begins at `at`; words before it are looked for back to `floor`. */
export const readMeasure = (
  text: string,
  at: number,
  floor: number,
  mode: NumberMode,
): MeasureRead | undefined => {
  const c = text[at]
  const signed = (c === '-' || c === '+') && isSignPlace(text, at, floor)
  const number = readRange(text, at, signed, mode)
  if (number === undefined) return undefined
  const bare = withUnknownCounter(text, inBrackets(text, asProportion(text, number), floor))
  const before = readWordsBefore(text, bare.start, floor, bare.unit)
  const placeholder = readPlaceholder(text, before.start, floor)
  const words = readWordsAfter(text, bare.end, bare.unit ?? placeholder?.unit, before.level?.sign === '≤')
  // 75以上%: the word that compares stands between the number and its unit.
  const behind = bare.unit === undefined && words.end > bare.end ? unitBehind(text, words.end) : undefined
  const range = behind === undefined ? bare : withUnit(bare, behind)
  const unit = range.unit ?? placeholder?.unit
  const stated = before.comparator ?? words.comparator ?? placeholder?.comparator
  const other = stated === undefined ? readOtherBound(text, range, before, floor) : undefined
  const bound = stated ?? other?.comparator ?? before.level
  const inclusion = bound === undefined ? undefined : readInclusion(text, range, words.end)
  const comparator = boundOf(range, bound, inclusion)
  const start = other?.start ?? placeholder?.start ?? before.start
  const end = inclusion?.end ?? other?.end ?? behind?.end ?? words.end
  const ownUnit = range.unit !== undefined
  return {
    start,
    end,
    range,
    unit,
    unitStart: ownUnit ? range.unitStart : (placeholder?.unitStart ?? range.end),
    unitEnd: ownUnit ? range.unitEnd : (placeholder?.unitEnd ?? range.end),
    comparator,
    approximate: before.approximate || words.approximate || range.over || range.first.upper !== undefined,
    change: before.change,
    interval: withoutOpenEnds(range, intervalOf(range.lower, range.upper, comparator?.sign, range.over)),
  }
}

/** (0,30%]: nothing is not in it. */
const withoutOpenEnds = ({ brackets }: RangeRead, interval: Interval): Interval =>
  brackets.includes('(') || brackets.includes(')')
    ? { ...interval, lowerInclusive: !brackets.includes('('), upperInclusive: !brackets.includes(')') }
    : interval

/** 1500丈以上, 1.8万贴: a counter that no table holds, which words that compare follow, or which ends the item behind a 万. */
const withUnknownCounter = (text: string, range: RangeRead): RangeRead => {
  if (range.unit !== undefined || range.first.chinese) return range
  const found = (range.first.scaled ? BEHIND_SCALE : BEFORE_BOUND).exec(text.slice(range.end, range.end + 7))
  const word = found?.[1]
  if (word === undefined) return range
  const end = range.end + word.length
  return withUnit(range, {
    start: range.end,
    end,
    unit: { printed: word, base: word, dimension: 'things', scale: ONE, per: [] },
  })
}

const COUNTER = '((?![以及左右上下内余多几至到前后年月日较比倍号的和与或等是为给])[\\u4e00-\\u9fff]{1,3}?)'
const BOUND_BEHIND = '[及或含]?以(?:[上内](?!述)|下(?![简几方问内]))'
const BEFORE_BOUND = new RegExp(`^${COUNTER}(?=${BOUND_BEHIND})`)
const BEHIND_SCALE = new RegExp(`^${COUNTER}(?=${BOUND_BEHIND}|[,。;、)])`)

const boundOf = (
  range: RangeRead,
  bound: ComparatorRead | undefined,
  inclusion: Inclusion | undefined,
): ComparatorRead | undefined => {
  // ±3mm以内 and 误差≤±3mm have both their bounds.
  if (range.isTolerance) return undefined
  if (bound === undefined || inclusion === undefined) return bound
  const signs = inclusion.isIncluded ? INCLUDING : EXCLUDING
  return { ...bound, sign: signs[bound.sign] ?? bound.sign }
}

interface Inclusion {
  readonly isIncluded: boolean
  readonly end: number
}

const EXCLUDING: Readonly<Partial<Record<Comparator, Comparator>>> = { '≥': '>', '≤': '<' }
const INCLUSION = /^\((不)?含(?:本数)?([^()]{0,8})\)/

/** 高于95%(含), 超过100人(含100人), 95%以上(不含95%): whether the bound that stands in front counts; (不含税) says nothing of it. */
const readInclusion = (text: string, { first }: RangeRead, at: number): Inclusion | undefined => {
  const open = skipBlanks(text, at)
  if (text[open] !== '(') return undefined
  const match = INCLUSION.exec(text.slice(open, open + LONGEST_INCLUSION))
  const number = match?.[2] ?? ''
  if (match === null || (number !== '' && !number.startsWith(text.slice(first.numberStart, first.numberEnd))))
    return undefined
  return { isIncluded: match[1] === undefined, end: open + match[0].length }
}

const LONGEST_INCLUSION = 16

/** What bounds a number from farther off. */
interface OtherBound {
  readonly comparator: ComparatorRead
  readonly start?: number
  readonly end?: number
}

const readOtherBound = (
  text: string,
  range: RangeRead,
  before: WordsBefore,
  floor: number,
): OtherBound | undefined => {
  const bound = readSignBehind(text, range.end) ?? readBoundOf(text, range, before, floor)
  if (bound !== undefined || before.level !== undefined) return bound
  const than = readThan(text, range, before.start, floor)
  return than === undefined ? undefined : { comparator: than, start: than.start, end: than.end }
}

/** 不低于低保标准的1.3倍: a share or a multiple of what stands between it and the words that compare. */
const readBoundOf = (
  text: string,
  { unit }: RangeRead,
  { start }: WordsBefore,
  floor: number,
): OtherBound | undefined => {
  if (unit?.dimension !== 'share' && unit?.printed !== TIMES) return undefined
  const end = skipBlanksBack(text, start, floor)
  if (text[end - 1] !== OF) return undefined
  const from = Math.max(floor, end - LONGEST_BOUND)
  const match = BOUND_OF.exec(text.slice(from, end))
  if (match === null) return undefined
  const at = from + match.index
  const word = match[1] as string
  const sign = '低少小短'.includes(word.at(-2) as string) ? '≥' : '≤'
  return { comparator: { sign, start: at, end: at + word.length }, start: at }
}

const TIMES = '倍'
const OF = '的'
const LONGEST_BOUND = 20
const BOUND_OF = /(不(?:[得能应])?(?:[低少小短高多大]于|超过))[\u4e00-\u9fff]{2,14}的$/

/** 0.97比例 (SYS): a part of one, in a system whose units of measure have 比例 for it; 按1:3比例 has two numbers. */
const asProportion = (text: string, range: RangeRead): RangeRead => {
  const { start, end, unit, upper, lower } = range
  if (unit !== undefined || upper !== undefined || lower.gt(MOST_OF_ONE) || lower.lt(ZERO)) return range
  const at = skipBlanks(text, end)
  const behind = at + PROPORTION.length
  if (!text.startsWith(PROPORTION, at) || isIdeograph(text.charCodeAt(behind))) return range
  if (':/~-'.includes(text[start - 1] ?? ' ')) return range
  return { ...range, end: behind, unit: SHARE_OF_ONE, unitStart: at, unitEnd: behind }
}

const PROPORTION = '比例'
/** 9.7比例 has its point in the wrong place, and 97比例 its unit in place of %: parts of one, as they are printed. */
const MOST_OF_ONE = 100
const SHARE_OF_ONE: Unit = {
  printed: PROPORTION,
  base: '%',
  dimension: 'share',
  scale: new Decimal(100),
  per: [],
}

/** A minus sign is one at the start, after a blank, an opening mark, or a word that compares. */
const isSignPlace = (text: string, at: number, floor: number): boolean => {
  if (at === 0) return true
  const before = text.charCodeAt(at - 1)
  if (isBlank(before) || '(,;:=≥≤<>与和~'.includes(text[at - 1] ?? '')) return true
  return isAfterWord(text, at, floor)
}

/** 比170低, 比四分之一大. */
const readThan = (text: string, range: RangeRead, at: number, floor: number): ComparatorRead | undefined => {
  const before = skipBlanksBack(text, at, floor)
  if (before <= floor || text[before - 1] !== '比') return undefined
  const after = skipBlanks(text, range.end)
  const word = text[after] ?? ''
  const next = text.charCodeAt(after + 1)
  if (isIdeograph(next) && text[after + 1] !== '的') return undefined
  const sign = '大高多'.includes(word) ? '>' : '小低少'.includes(word) ? '<' : undefined
  return sign === undefined || word === '' ? undefined : { sign, start: before - 1, end: after + 1 }
}

const PLACEHOLDER = /^\((≥|≤|=|>|<|>=|<=)\s*\*{1,4}\s*([^()]{0,6})\)$/
const LONGEST_PLACEHOLDER = 16

/** `(≥**株)` left standing in front of the value: sometimes the only carrier of comparator and unit. */
const readPlaceholder = (
  text: string,
  at: number,
  floor: number,
):
  | {
      readonly start: number
      readonly comparator: ComparatorRead
      readonly unit: Unit | undefined
      readonly unitStart: number
      readonly unitEnd: number
    }
  | undefined => {
  const end = skipBlanksBack(text, at, floor)
  if (text[end - 1] !== ')') return undefined
  const from = Math.max(floor, end - LONGEST_PLACEHOLDER)
  const open = text.slice(from, end).lastIndexOf('(')
  if (open < 0) return undefined
  const start = from + open
  const match = PLACEHOLDER.exec(text.slice(start, end))
  if (match === null) return undefined
  const printed = match[1] ?? ''
  const unitAt = end - 1 - (match[2] ?? '').length
  const unit = readUnit(text, unitAt)
  return {
    start,
    comparator: { sign: printed[0] as Comparator, start: start + 1, end: start + 1 + printed.length },
    unit: unit?.unit,
    unitStart: unit?.start ?? end,
    unitEnd: unit?.end ?? end,
  }
}

/** The values that satisfy a number, or a range, with its comparator. 余 and 多 alone mean more than the number printed. */
export const intervalOf = (
  lower: Decimal,
  upper: Decimal | undefined,
  sign: Comparator | undefined,
  isOver = false,
): Interval => {
  const top = upper ?? lower
  switch (sign) {
    case '≥':
      return { lower, upper: undefined, lowerInclusive: true, upperInclusive: false }
    case '>':
      return { lower, upper: undefined, lowerInclusive: false, upperInclusive: false }
    case '≤':
      return { lower: undefined, upper: top, lowerInclusive: false, upperInclusive: true }
    case '<':
      return { lower: undefined, upper: top, lowerInclusive: false, upperInclusive: false }
    default:
      if (isOver && upper === undefined && lower.greaterThan(ZERO))
        return { lower, upper: undefined, lowerInclusive: false, upperInclusive: false }
      return { lower, upper: top, lowerInclusive: true, upperInclusive: true }
  }
}

const SIGN = /(?:[≥≤<>=》]|不[低少高大小多短]于|不超过|达到?|至少|约)$/

/** ≥(98)%, 不低于(98%), (120)元/人: a number in the brackets of the form's blank, with what stands around them. */
const inBrackets = (text: string, range: RangeRead, floor: number): RangeRead => {
  const open = range.start - 1
  if (text[open] !== '(' || text[range.end] !== ')' || open < floor) return range
  const end = range.end + 1
  const lead = skipBlanksBack(text, open, floor)
  const isSigned = SIGN.test(text.slice(Math.max(floor, lead - 3), lead))
  const behind = range.unit === undefined ? unitBehind(text, end) : undefined
  // (1)人 is the first of a list.
  const isBlankFilled = behind !== undefined && lead === 0 && isFilledIn(text, range, behind)
  if (!isBlankFilled && !(isSigned && (behind !== undefined || !isIdeograph(text.charCodeAt(end)))))
    return range
  return behind === undefined ? { ...range, start: open, end } : withUnit({ ...range, start: open }, behind)
}

/** (0-20)分 and (10)分 are points. */
const isFilledIn = (text: string, { first, second }: RangeRead, { unit, end }: UnitWord): boolean =>
  second === undefined &&
  unit.dimension !== 'points' &&
  (first.numberEnd - first.numberStart > 1 || unit.dimension === 'share' || end === text.length)

/** The unit at `at`, also in brackets, where no word goes on behind it. */
const unitBehind = (text: string, at: number): UnitWord | undefined => {
  const open = skipBlanks(text, at)
  const isBracketed = text[open] === '('
  const found = readUnit(text, isBracketed ? open + 1 : open)
  if (found === undefined || (isBracketed && text[found.end] !== ')')) return undefined
  const end = isBracketed ? found.end + 1 : found.end
  const next = text.charCodeAt(end)
  return isIdeograph(next) || isDigit(next) ? undefined : { ...found, end }
}

/** The range with a unit that stands farther behind it: 75以上%. */
const withUnit = (range: RangeRead, { unit, start, end }: UnitWord): RangeRead => ({
  ...range,
  end,
  unit,
  unitStart: start,
  unitEnd: end,
})
