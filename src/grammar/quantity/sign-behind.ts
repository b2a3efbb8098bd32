import type { Comparator } from '../../model/measure.ts'
import { isBlank, isIdeograph, skipBlanks } from './characters.ts'
import type { ComparatorRead } from './words-before.ts'

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
