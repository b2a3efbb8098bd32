import { Decimal, ONE, scaleBy, tenTo } from '../../model/decimal.ts'
import type { Unit } from '../../model/measure.ts'
import { isNoUnit } from '../../vocabulary/not-quantities.ts'
import { BIG_POWERS, SMALL_POWERS } from '../../vocabulary/numerals.ts'
import {
  isDigit,
  isIdeograph,
  isKind,
  isLetter,
  Kind,
  skipBlanks,
  skipBlanksBack,
  withoutBlanks,
} from './characters.ts'
import type { NumberRead } from './read-number.ts'
import { findBrokenUnitWord, findUnitWord, type UnitWord } from './unit-words.ts'

const MOST_DENOMINATORS = 3
const NEXT_JOINS = '/·・•.*×每'
/** Denominators no table holds (元/考场): at most this many characters, up to the next mark. */
const LONGEST_UNKNOWN = 4

/** The unit at `at` (blanks before it allowed), with its denominators: 元, 万人次, 元/人·月. */
export const readUnit = (text: string, at: number): UnitWord | undefined => {
  const start = skipBlanks(text, at)
  if (text[start] === '/') return readPerHundredThousand(text, start)
  const plain = readPlainUnit(text, start)
  if (plain === undefined) return undefined
  // 50人/10万人
  const share = text[plain.end] === '/' ? readPerHundredThousand(text, plain.end) : undefined
  if (share === undefined)
    return withRate(text, DOTS.includes(text[plain.end] ?? ' ') ? withFactor(text, plain) : plain)
  const printed = withoutBlanks(text.slice(plain.start, share.end))
  return { start: plain.start, end: share.end, unit: { ...share.unit, printed } }
}

/** 10/10万: so many of a hundred thousand, as deaths and diseases are counted. */
const readPerHundredThousand = (text: string, at: number): UnitWord | undefined => {
  const from = skipBlanks(text, at + 1)
  const word = PER_HUNDRED_THOUSAND.find((one) => text.startsWith(one, from))
  if (word === undefined) return undefined
  const counted = from + word.length
  const end = text[counted] === '人' ? counted + (text[counted + 1] === '口' ? 2 : 1) : counted
  return isDigit(text.charCodeAt(end)) || isIdeograph(text.charCodeAt(end))
    ? undefined
    : { start: at, end, unit: { ...OF_HUNDRED_THOUSAND, printed: `/${text.slice(from, end)}` } }
}

const PER_HUNDRED_THOUSAND = ['10万', '十万', '100000']
const OF_HUNDRED_THOUSAND: Unit = {
  printed: '/10万',
  base: '%',
  dimension: 'share',
  scale: new Decimal('0.001'),
  per: [],
}

const DOTS = '·・•'

/** 座·月, 人·学时, 吨·公里: one unit times another; 批·次 is 批次. */
const withFactor = (text: string, found: UnitWord): UnitWord => {
  const at = found.end + 1
  const factor = readPlainUnit(text, at) ?? readUnknown(text, at)
  if (factor === undefined) return found
  const { base, scale } = found.unit
  const printed = text.slice(found.start, factor.end)
  const whole = findUnitWord(base + factor.unit.base, 0)
  const unit: Unit =
    whole?.end === base.length + factor.unit.base.length
      ? { ...whole.unit, printed, scale: scaleBy(scale, whole.unit.scale) }
      : {
          printed,
          base: `${base}·${factor.unit.base}`,
          dimension: 'other',
          scale: scaleBy(scale, factor.unit.scale),
          per: [],
        }
  return { start: found.start, end: factor.end, unit }
}

/** A unit word with its scale word (万元, 亿立方米). */
export const readPlainUnit = (text: string, at: number): UnitWord | undefined => {
  let i = at
  let scale = ONE
  for (;;) {
    if (!isKind(text.charCodeAt(i), Kind.power)) break
    const c = text[i] as string
    const power = (BIG_POWERS.get(c) ?? SMALL_POWERS.get(c)) as number
    if (i === at) {
      // 千瓦, 兆字节: units that begin like a scale
      const whole = findUnitWord(text, i)
      if (whole !== undefined && whole.end > i + 1) return whole
    }
    scale = scaleBy(tenTo(power), scale)
    i = skipBlanks(text, i + 1)
    if (i - at > 8) return undefined
  }
  const found = findUnitWord(text, i) ?? findBrokenUnitWord(text, i)
  if (found === undefined) return undefined
  if (i === at) return withAlternative(text, found)
  if (found.unit.dimension === 'points' || found.unit.dimension === 'share') return undefined
  const { unit } = found
  const printed = withoutBlanks(text.slice(at, found.end))
  return { start: at, end: found.end, unit: { ...unit, printed, scale: scaleBy(scale, unit.scale) } }
}

/** 头(只), 家(户): a second counter in brackets, which goes with the first one's number. */
const withAlternative = (text: string, found: UnitWord): UnitWord => {
  if (text[found.end] !== '(' || !COUNTERS.has(found.unit.dimension)) return found
  const other = findUnitWord(text, found.end + 1)
  if (other === undefined || text[other.end] !== ')' || !COUNTERS.has(other.unit.dimension)) return found
  const end = other.end + 1
  return { start: found.start, end, unit: { ...found.unit, printed: text.slice(found.start, end) } }
}

const COUNTERS: ReadonlySet<string> = new Set(['things', 'count', 'households', 'times'])

/** `found` with the denominators that follow it: 元/位, 元/人·月, 元/月/人, 元每人, 元/(人·月). */
export const withRate = (text: string, found: UnitWord): UnitWord => {
  const behind = text[skipBlanks(text, found.end)]
  if (behind !== '/' && behind !== '每') return found
  const per: Unit[] = []
  let end = found.end
  let open = false
  while (per.length < MOST_DENOMINATORS) {
    const join = skipBlanks(text, end)
    const c = text[join]
    if (c === undefined || (per.length > 0 && !NEXT_JOINS.includes(c))) break
    let at = skipBlanks(text, join + 1)
    if (c !== '每' && text[at] === '每') at = skipBlanks(text, at + 1)
    if (text[at] === '(') {
      open = true
      at = skipBlanks(text, at + 1)
    }
    const next = readDenominator(text, at, open || c === '/' || DOTS.includes(c))
    if (next === undefined) break
    per.push(...splitProduct(next.unit))
    end = next.end
  }
  if (per.length === 0) return found
  if (open && text[end] === ')') end += 1
  const printed = withoutBlanks(text.slice(found.start, end))
  return { start: found.start, end, unit: { ...found.unit, printed, per } }
}

const readDenominator = (text: string, at: number, mayBeUnlisted: boolean): UnitWord | undefined =>
  readPlainUnit(text, at) ?? (mayBeUnlisted ? readUnknown(text, at) : undefined)

/** 人·月 and 人天 as denominators are two: 元/人·月 is paid per person and month. */
const splitProduct = (unit: Unit): readonly Unit[] => {
  const parts = /^(人)·?([天日月年])$/.exec(unit.printed)
  if (parts === null) return [unit]
  const units = parts.slice(1).map((word) => findUnitWord(word, 0)?.unit)
  return units.every((part) => part !== undefined) ? units : [unit]
}

/** 元/考场, t/(km²·a): a denominator that no table holds, if it ends within a few characters. */
const readUnknown = (text: string, at: number): UnitWord | undefined => {
  let i = at
  const isOfUnknown = isLetter(text.charCodeAt(at)) ? isLetter : isIdeograph
  while (i - at <= LONGEST_UNKNOWN && isOfUnknown(text.charCodeAt(i))) i += 1
  if (i === at || i - at > LONGEST_UNKNOWN || isDigit(text.charCodeAt(i))) return undefined
  const word = text.slice(at, i)
  // 元/生: pupils are people.
  const [base, dimension] = word === '生' ? (['人', 'people'] as const) : ([word, 'other'] as const)
  return { start: at, end: i, unit: { printed: word, base, dimension, scale: ONE, per: [] } }
}

const LONGEST_WORD = 4
const LONGEST_LETTERS = 6
const LONGEST_TAIL = 8

/**
 * 150晚, 修裱1200叶, ≥300dpi: a unit that no table holds, told by its place: up to four ideographs or a few letters between a
 * number and the end of the cell, the word that compares, a bracket or a mark.
 */
export const readUnlistedUnit = (text: string, numeral: NumberRead): UnitWord | undefined => {
  const start = skipBlanks(text, numeral.end)
  const code = text.charCodeAt(start)
  const end = isIdeograph(code)
    ? wordEnd(text, start, numeral)
    : isLetter(code) || MICRO.includes(text[start] ?? ' ')
      ? lettersEnd(text, start, numeral)
      : undefined
  if (end === undefined) return undefined
  const printed = text.slice(start, end)
  // dpi and its like measure, and count nothing.
  const dimension = isIdeograph(code) ? 'things' : 'other'
  const unit: Unit = { printed, base: printed, dimension, scale: ONE, per: [] }
  return withRate(text, { start, end, unit })
}

const MICRO = 'μµΩ'

/** What may stand behind a unit: a word that compares, a mark, a bracket, the end. */
const BEHIND = /^\s*(?:$|[,;。、+/()[±~-]|[及或]?以[上下内]|之[上下内间]|左右|上下|封顶|保底|起步|至|到)/

const wordEnd = (
  text: string,
  start: number,
  { chinese, start: from, end: to }: NumberRead,
): number | undefined => {
  // 三农, 二十大: a numeral in characters is most often a part of a word.
  if (chinese && (to - from < 2 || isIdeograph(text.charCodeAt(from - 1)))) return undefined
  const longest = chinese ? 2 : LONGEST_WORD
  for (let end = start + 1; end <= start + longest; end += 1) {
    if (BEHIND.test(text.slice(end, end + LONGEST_TAIL)))
      return isNoUnit(text.slice(start, end), text.slice(from, to)) ? undefined : end
    if (!isIdeograph(text.charCodeAt(end))) return undefined
  }
  return undefined
}

const SUPERSCRIPTS = '²³'
/** Nm3: a superscript that lost its place. */
const LOST_SUPERSCRIPT = /^m[23](?!\d)/
const SIGNS = '≥≤<>=于过至'
/** Letters that digits are misread for: 6O盏. */
const LIKE_DIGITS = /^(?:[OoIl]+|[SBZ])$/

/** The end of letters; one alone is a unit only behind a sign, since 5G, 4K and 3D are names. */
const lettersEnd = (
  text: string,
  start: number,
  { start: from, end: to }: NumberRead,
): number | undefined => {
  let end = start
  while (
    end - start <= LONGEST_LETTERS &&
    (isLetter(text.charCodeAt(end)) || MICRO.includes(text[end] ?? ' '))
  )
    end += 1
  if (end - start > LONGEST_LETTERS || (start === to && LIKE_DIGITS.test(text.slice(start, end))))
    return undefined
  const isSigned = SIGNS.includes(text[skipBlanksBack(text, from, 0) - 1] ?? ' ')
  if (end - start < 2 && !isSigned) return undefined
  if (SUPERSCRIPTS.includes(text[end] ?? ' ') || LOST_SUPERSCRIPT.test(text.slice(end - 1, end + 2))) end += 1
  const tail = text.slice(end, end + LONGEST_TAIL)
  // ≥300dpi彩色
  return BEHIND.test(tail) || (isSigned && KIND_BEHIND.test(tail)) ? end : undefined
}

const KIND_BEHIND = /^[\u4e00-\u9fff]{1,4}(?:$|\()/

/** Who is counted in 万 or 余 without a counter; the words before them say which of them. */
const PEOPLE =
  /^[\u4e00-\u9fff]{0,4}?(?:群众|人口|居民|农民|村民|牧民|市民|学生|学子|职工|员工|百姓|老人|老年人|儿童|妇女|党员|游客|读者|观众)/
const HOUSEHOLDS = /^[\u4e00-\u9fff]{0,2}?(?:农户|牧户|住户|用户|家庭)/
const LONGEST = 8

/** 6.8万农村人口, 1200余群众: a number with 万 or 余 counts those whom the words behind it name. */
export const readGroup = (text: string, at: number): UnitWord | undefined => {
  const behind = text.slice(at, at + LONGEST)
  const households = HOUSEHOLDS.exec(behind)?.[0]
  const word = households ?? PEOPLE.exec(behind)?.[0]
  if (word === undefined || JOINS_ANOTHER.test(word)) return undefined
  const [base, dimension] = households === undefined ? PEOPLE_UNIT : HOUSEHOLD_UNIT
  const unit: Unit = { printed: word, base, dimension, scale: ONE, per: [] }
  return { start: at, end: at + word.length, unit }
}

const PEOPLE_UNIT = ['人', 'people'] as const
const HOUSEHOLD_UNIT = ['户', 'households'] as const

/** 5万发给居民, 3万和农民: the number belongs to something else. */
const JOINS_ANOTHER = /[的和与及给为由向对在]/
