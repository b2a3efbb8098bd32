import type { Comparator, Unit } from '../../model/measure.ts'
import {
  APPROXIMATIONS_AFTER,
  COMPARATORS_AFTER,
  NOT_BOUNDS,
  NOT_WITHIN,
} from '../../vocabulary/comparators.ts'
import { isBlank, skipBlanks } from './characters.ts'
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
