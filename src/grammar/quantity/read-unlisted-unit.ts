import { ONE } from '../../model/decimal.ts'
import type { Unit } from '../../model/measure.ts'
import { isNoUnit } from '../../vocabulary/not-quantities.ts'
import { isIdeograph, isLetter, skipBlanks, skipBlanksBack } from './characters.ts'
import type { NumberRead } from './read-number.ts'
import { withRate } from './read-unit.ts'
import type { UnitWord } from './unit-words.ts'

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
