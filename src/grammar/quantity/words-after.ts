import type { Comparator, Unit } from '../../model/measure.ts'
import {
  APPROXIMATIONS_AFTER,
  COMPARATORS_AFTER,
  NOT_BOUNDS,
  NOT_WITHIN,
} from '../../vocabulary/comparators.ts'
import { isBlank, isIdeograph, skipBlanks } from './characters.ts'
import { compileList, compileWords, type Match } from './word-table.ts'
import type { ComparatorRead } from './words-before.ts'

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
