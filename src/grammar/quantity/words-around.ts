import type { Comparator, Unit } from '../../model/measure.ts'
import {
  APPROXIMATIONS_AFTER,
  APPROXIMATIONS_BEFORE,
  CHANGE_TAILS,
  COMPARATORS_AFTER,
  COMPARATORS_BEFORE,
  DECREASES,
  INCREASES,
  LEVELS_BEFORE,
  NOT_APPROXIMATIONS,
  NOT_BOUNDS,
  NOT_LEVELS,
  NOT_WITHIN,
  TITLE_MARKS,
} from '../../vocabulary/comparators.ts'
import { isBlank, isIdeograph, isLetter, skipBlanks, skipBlanksBack } from './characters.ts'
import { compileList, compileWords, type Match } from './word-table.ts'

/** A comparator and where it stands. */
export interface ComparatorRead {
  readonly sign: Comparator
  readonly start: number
  readonly end: number
}

/** The words that lead to a number or an earlier level. */
export interface WordsBefore {
  /** Where they begin; where the number begins if there are none. */
  readonly start: number
  readonly comparator: ComparatorRead | undefined
  /** 达到, 控制在: a comparator only where there is no other. */
  readonly level: ComparatorRead | undefined
  readonly approximate: boolean
  readonly change: 'increase' | 'decrease' | undefined
}

type Before =
  | { readonly kind: 'comparator'; readonly sign: Comparator }
  | { readonly kind: 'level'; readonly sign: Comparator | undefined }
  | { readonly kind: 'change'; readonly change: 'increase' | 'decrease' }
  | { readonly kind: 'approximate' }
  | { readonly kind: 'tail' }

const BEFORE = compileWords<Before>([
  ...COMPARATORS_BEFORE.map(([word, sign]) => [word, { kind: 'comparator', sign }] as const),
  ...TITLE_MARKS.map(([word, sign]) => [word, { kind: 'comparator', sign }] as const),
  ...LEVELS_BEFORE.map(([word, sign]) => [word, { kind: 'level', sign }] as const),
  ...INCREASES.map((word) => [word, { kind: 'change', change: 'increase' }] as const),
  ...DECREASES.map((word) => [word, { kind: 'change', change: 'decrease' }] as const),
  ...APPROXIMATIONS_BEFORE.map((word) => [word, { kind: 'approximate' }] as const),
  ...CHANGE_TAILS.map((word) => [word, { kind: 'tail' }] as const),
])
const NOT_NEAR = compileList(NOT_APPROXIMATIONS)
const NOT_LEVEL = compileList(NOT_LEVELS)
const MOST_WORDS = 5

/** Comparators, approximations and changes that end at `at`, back to `floor`. */
export const readWordsBefore = (
  text: string,
  at: number,
  floor: number,
  unit: Unit | undefined,
): WordsBefore => {
  const words = new WordsReader(text, at, floor, unit)
  words.read()
  return words
}

/** Whether a word that compares ends right at `at`. */
export const isAfterWord = (text: string, at: number, floor: number): boolean =>
  at > floor && BEFORE.matchBefore(text, at, floor) !== undefined

class WordsReader implements WordsBefore {
  start: number
  comparator: ComparatorRead | undefined
  level: ComparatorRead | undefined
  approximate = false
  change: 'increase' | 'decrease' | undefined
  readonly #text: string
  readonly #floor: number
  readonly #unit: Unit | undefined
  #end: number
  /** 了 was passed and needs 提高 in front of it. */
  #tail = false

  constructor(text: string, at: number, floor: number, unit: Unit | undefined) {
    this.#text = text
    this.#floor = floor
    this.#unit = unit
    this.#end = at
    this.start = at
  }

  read(): void {
    for (let count = 0; count < MOST_WORDS && this.change === undefined; count += 1) {
      const end = skipBlanksBack(this.#text, this.#end, this.#floor)
      const found = this.#matchBefore(end)
      if (
        found === undefined ||
        isTagEnd(this.#text, found) ||
        isOfTitle(this.#text, found) ||
        (found.value.kind === 'level' &&
          NOT_LEVEL.matchBefore(this.#text, found.end, this.#floor) !== undefined) ||
        !this.#take(found)
      )
        return
    }
  }

  /** The longest word, which a blank may part: 不 低于 is not 低于. */
  #matchBefore(end: number): Match<Before> | undefined {
    const found = BEFORE.matchBefore(this.#text, end, this.#floor)
    const before = (found?.start ?? end) - 1
    // Only a blank near by can have broken a longer word.
    const broken = this.#hasBlankNear(before)
      ? BEFORE.matchBrokenBefore(this.#text, end, this.#floor)
      : undefined
    return broken !== undefined && broken.start < (found?.start ?? end) && isSpelled(this.#text, broken)
      ? broken
      : found
  }

  #hasBlankNear(before: number): boolean {
    if (before <= this.#floor) return false
    const text = this.#text
    for (let i = before; i >= this.#floor && i >= before - 2; i -= 1)
      if (text.charCodeAt(i) === 32) return true
    return false
  }

  #take(found: Match<Before>): boolean {
    const { value, start, end } = found
    if (value.kind === 'tail') {
      if (this.#tail) return false
      this.#tail = true
      this.#end = start
      return true
    }
    // 超过了 is a word of its own; of the others only changes take 了
    if (this.#tail && value.kind !== 'change' && value.kind !== 'approximate') return false
    if (value.kind === 'approximate') {
      if (this.comparator !== undefined || this.#isNoEstimate(found)) return false
      this.approximate = true
    } else if (value.kind === 'change') this.change = value.change
    else if (value.kind === 'comparator') return this.#takeComparator(value.sign, start, end)
    else if (value.sign !== undefined) this.level ??= { sign: value.sign, start, end }
    return this.#moveTo(start)
  }

  #moveTo(start: number): true {
    this.#tail = false
    this.start = start
    this.#end = start
    return true
  }

  #takeComparator(sign: Comparator, start: number, end: number): true {
    const joined = sign === '=' ? this.#joinOr(start) : undefined
    const from = joined?.start ?? start
    this.comparator ??= { sign: joined?.sign ?? sign, start: from, end }
    return this.#moveTo(from)
  }

  /** 小于 或 等于: the first half of it, before 等于 at `at`. */
  #joinOr(at: number): { readonly sign: Comparator; readonly start: number } | undefined {
    const text = this.#text
    const or = skipBlanksBack(text, at, this.#floor)
    const end = text.startsWith('或者', or - 2) ? or - 2 : text[or - 1] === '或' ? or - 1 : at
    if (end === at || end <= this.#floor) return undefined
    const found = BEFORE.matchBefore(text, skipBlanksBack(text, end, this.#floor), this.#floor)
    if (found?.value.kind !== 'comparator') return undefined
    const { sign } = found.value
    return sign === '>' || sign === '<' ? { sign: sign === '>' ? '≥' : '≤', start: found.start } : undefined
  }

  /** 近3年, 附近, 签约: no estimate. */
  #isNoEstimate({ start, end }: Match<Before>): boolean {
    if (end - start !== 1) return false
    const isRecent = this.#text[start] === '近' && this.#unit?.dimension === 'time'
    return isRecent || NOT_NEAR.matchBefore(this.#text, end, this.#floor) !== undefined
  }
}

/** Words break, signs don't: `> =` are in the table as they are printed. */
const isSpelled = (text: string, { start, end }: Match<Before>): boolean =>
  isIdeograph(text.charCodeAt(start)) && isIdeograph(text.charCodeAt(end - 1))

const LONGEST_TITLE = 60

/** The 》 of 《九〇后干部读本》500册 ends a title, and 《 before 90后》 opens one: neither compares. */
const isOfTitle = (text: string, { start }: Match<Before>): boolean => {
  const mark = text[start]
  if (mark === '》') {
    const before = text.slice(Math.max(0, start - LONGEST_TITLE), start)
    return before.lastIndexOf('《') > before.lastIndexOf('》')
  }
  return mark === '《' && text.slice(start + 1, start + LONGEST_TITLE).includes('》')
}

/** The `>` of `<p>` and `<br/>` compares nothing. */
const isTagEnd = (text: string, { start, end }: Match<Before>): boolean => {
  if (end - start !== 1 || text[start] !== '>') return false
  const before = text[start - 1] ?? ''
  return isLetter(text.charCodeAt(start - 1)) || before === '/' || before === '"'
}

const AFTER = compileWords<Comparator | 'approximate'>([
  ...COMPARATORS_AFTER,
  ...APPROXIMATIONS_AFTER.map((word) => [word, 'approximate'] as const),
])
const NOT_BOUND = compileList(NOT_BOUNDS)

/** 以上, 以内, 左右 after the number; 内 alone after times, shares and 控制在. */
export const readWordsAfter = (
  text: string,
  at: number,
  unit: Unit | undefined,
  capped: boolean,
): {
  readonly end: number
  readonly comparator: ComparatorRead | undefined
  readonly approximate: boolean
} => {
  let end = at
  let comparator: ComparatorRead | undefined
  let approximate = false
  for (let count = 0; count < 2; count += 1) {
    const { from, found } = wordBehind(text, end, comparator === undefined)
    if (found === undefined) {
      if (text[from] === '内' && comparator === undefined && bounds(text, from, unit, capped)) {
        comparator = { sign: '≤', start: from, end: from + 1 }
        end = from + 1
      }
      break
    }
    if (NOT_BOUND.matchAt(text, from) !== undefined) break
    if (found.value === 'approximate') approximate = true
    else if (comparator === undefined) comparator = { sign: found.value, start: found.start, end: found.end }
    else break
    end = found.end
  }
  return { end, comparator, approximate }
}

const LONGEST_REMARK = 20

/** The word at or behind `end`, and where it begins or would; it may stand behind a remark. */
const wordBehind = (
  text: string,
  end: number,
  mayPass: boolean,
): { readonly from: number; readonly found: Match<Comparator | 'approximate'> | undefined } => {
  const from = skipBlanks(text, end)
  const found =
    AFTER.matchAt(text, from) ??
    (isBlank(text.charCodeAt(from + 1)) ? AFTER.matchBrokenAt(text, from) : undefined)
  if (found !== undefined || text[from] !== '(' || !mayPass) return { from, found }
  const behind = skipRemark(text, from)
  return behind === from ? { from, found } : { from: behind, found: AFTER.matchAt(text, behind) }
}

/** 280次(不含更新改造)以上: behind the short remark that stands between the number and the word that compares. */
const skipRemark = (text: string, open: number): number => {
  const inside = text.slice(open + 1, open + 2 + LONGEST_REMARK)
  const close = inside.indexOf(')')
  return close > 0 && !/[(;。]/.test(inside.slice(0, close)) ? open + 2 + close : open
}

const bounds = (text: string, at: number, unit: Unit | undefined, capped: boolean): boolean => {
  if (NOT_WITHIN.includes(text[at + 1] ?? ' ')) return false
  return capped || unit?.dimension === 'time' || unit?.dimension === 'share' || unit?.dimension === 'length'
}

/** What a sign behind a number says of the number: 90%≤满意度 is a satisfaction of 90 % or more. */
const TURNED: Readonly<Record<string, Comparator>> = { '≤': '≥', '≥': '≤', '<': '>', '>': '<' }
const SHORTEST_NAME = 2
const LONGEST_NAME = 12
const ENDS = ',;。)'

/** A sign that stands between a number and the name of what it bounds. */
export interface SignBehind {
  readonly comparator: ComparatorRead
  /** Behind the name; behind the sign where another bound follows the name. */
  readonly end: number
}

/** The sign at `at` and the name behind it: 90%≤满意度, and the first half of 75%≤破案率≤100%. */
export const readSignBehind = (text: string, at: number): SignBehind | undefined => {
  const start = skipBlanks(text, at)
  const sign = TURNED[text[start] ?? '']
  if (sign === undefined) return undefined
  const isLong = text[start + 1] === '='
  const signEnd = isLong ? start + 2 : start + 1
  const end = nameEnd(text, skipBlanks(text, signEnd))
  if (end === undefined) return undefined
  const bound = isLong && sign === '>' ? '≥' : isLong && sign === '<' ? '≤' : sign
  const next = text[skipBlanks(text, end)]
  const isLast = next === undefined || ENDS.includes(next) || isBlank(text.charCodeAt(end))
  if (!isLast && TURNED[next] === undefined) return undefined
  return {
    comparator: { sign: bound, start, end: signEnd },
    end: TURNED[next ?? ''] === undefined ? end : signEnd,
  }
}

const nameEnd = (text: string, at: number): number | undefined => {
  let end = at
  while (end - at <= LONGEST_NAME && isIdeograph(text.charCodeAt(end))) end += 1
  return end - at >= SHORTEST_NAME && end - at <= LONGEST_NAME ? end : undefined
}

/** Whether `gap` is the name between two bounds, of which the first has its sign behind it. */
export const isNameBetween = (gap: string): boolean => nameEnd(gap, 0) === gap.length
