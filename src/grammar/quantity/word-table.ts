import { byCharacter } from '../../vocabulary/by-character.ts'
import { isBlank } from './characters.ts'

/**
 * Words found by longest match at a position, forwards from it or backwards to it. Words are
 * bucketed by their first (last) character, so a look-up costs what the few candidates cost.
 */
export interface WordTable<T> {
  /** The longest word that begins at `at`. */
  readonly matchAt: (text: string, at: number) => Match<T> | undefined
  /** As `matchAt`, for words that a line end or a page maker broke (`以 上`). */
  readonly matchBrokenAt: (text: string, at: number) => Match<T> | undefined
  /** The longest word that ends at `end` and does not begin before `floor`. */
  readonly matchBefore: (text: string, end: number, floor: number) => Match<T> | undefined
  /** As `matchBefore`, for words that a line end or a page maker broke (`不 低于`). */
  readonly matchBrokenBefore: (text: string, end: number, floor: number) => Match<T> | undefined
}

export interface Match<T> {
  readonly start: number
  readonly end: number
  readonly value: T
}

interface Entry<T> {
  readonly word: string
  readonly value: T
  /** The character beside the one that the bucket is for; most words are told apart by it. */
  readonly beside: number
}

/** A table of `entries`; of equal words the first counts. */
export const compileWords = <T>(entries: Iterable<readonly [string, T]>): WordTable<T> => {
  const words = [...entries]
  const entriesBeside = (place: number): readonly Entry<T>[] =>
    words.map(([word, value]) => ({ word, value, beside: word.at(place)?.charCodeAt(0) ?? Number.NaN }))
  const byFirst = byCharacter(
    () => entriesBeside(1),
    ({ word }) => word,
  )
  const byLast = byCharacter(
    () => entriesBeside(-2),
    ({ word }) => word,
    -1,
  )
  return {
    matchAt: (text, at) => {
      const bucket = byFirst(text.charCodeAt(at))
      if (bucket.length === 0) return undefined
      const next = text.charCodeAt(at + 1)
      for (const { word, value, beside } of bucket) {
        const { length } = word
        if (length === 1 || (beside === next && (length === 2 || text.startsWith(word, at))))
          return { start: at, end: at + length, value }
      }
      return undefined
    },
    matchBrokenAt: (text, at) => {
      for (const { word, value } of byFirst(text.charCodeAt(at))) {
        const end = endAcrossBlanks(text, at, word)
        if (end !== undefined) return { start: at, end, value }
      }
      return undefined
    },
    matchBefore: (text, end, floor) => {
      const bucket = byLast(text.charCodeAt(end - 1))
      if (bucket.length === 0 || end <= floor) return undefined
      const before = text.charCodeAt(end - 2)
      for (const { word, value, beside } of bucket) {
        const { length } = word
        const start = end - length
        if (start < floor) continue
        if (length === 1 || (beside === before && (length === 2 || text.startsWith(word, start))))
          return { start, end, value }
      }
      return undefined
    },
    matchBrokenBefore: (text, end, floor) => {
      if (end <= floor) return undefined
      for (const { word, value } of byLast(text.charCodeAt(end - 1))) {
        const start = startAcrossBlanks(text, end, floor, word)
        if (start !== undefined) return { start, end, value }
      }
      return undefined
    },
  }
}

/** Where `word` ends if it begins at `start`, single blanks between its characters passed over. */
const endAcrossBlanks = (text: string, start: number, word: string): number | undefined => {
  let at = start
  for (let k = 0; k < word.length; k += 1) {
    if (k > 0 && isBlank(text.charCodeAt(at))) at += 1
    if (text[at] !== word[k]) return undefined
    at += 1
  }
  return at
}

/** Where `word` begins if it ends at `end`, single blanks between its characters passed over. */
const startAcrossBlanks = (text: string, end: number, floor: number, word: string): number | undefined => {
  let at = end
  for (let k = word.length - 1; k >= 0; k -= 1) {
    if (k < word.length - 1 && isBlank(text.charCodeAt(at - 1))) at -= 1
    if (at <= floor || text[at - 1] !== word[k]) return undefined
    at -= 1
  }
  return at
}

/** A table of bare words. */
export const compileList = (words: readonly string[]): WordTable<true> =>
  compileWords(words.map((word) => [word, true] as const))
