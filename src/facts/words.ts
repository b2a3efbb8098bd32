import { rememberText } from '../remember.ts'
import { meaning } from '../source/fold.ts'
import { ACTIONS, COMMON_WORDS, COUNT_WORDS, type CommonWord } from '../vocabulary/common-words.ts'
import { CONTRASTS, NARROWING } from '../vocabulary/contrasts.ts'

/** Pairs of neighbouring characters of a text: what Chinese words can be compared by unsplit. */
export type Pairs = ReadonlySet<string>

/** For each character, the words that begin with it, longest first. */
type WordsByFirst<Word = CommonWord> = ReadonlyMap<number, readonly Word[]>

const byFirstOf = <Word extends { readonly word: string }>(words: readonly Word[]): WordsByFirst<Word> => {
  const byFirst = new Map<number, Word[]>()
  for (const one of words.toSorted((a, b) => b.word.length - a.word.length)) {
    const first = one.word.charCodeAt(0)
    const beside = byFirst.get(first)
    if (beside === undefined) byFirst.set(first, [one])
    else beside.push(one)
  }
  return byFirst
}

const COMMON = byFirstOf(COMMON_WORDS)
const COUNTED = byFirstOf(COUNT_WORDS)

/** How long the word of `words` at `at` is; 0 if there is none. */
const lengthAt = (words: WordsByFirst, text: string, at: number): number => {
  for (const { word, unlessBefore } of words.get(text.charCodeAt(at)) ?? []) {
    if (!text.startsWith(word, at)) continue
    const next = text[at + word.length]
    if (next === undefined || !unlessBefore.includes(next)) return word.length
  }
  return 0
}

const isLetter = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  code === 0x3007 ||
  (code >= 0x3400 && code < 0x4e00) ||
  (code >= 0xf900 && code <= 0xfaff)

/**
 * The pairs in a text, apart from common words, digits and punctuation. A word that stands alone
 * between breaks counts as itself.
 */
export const pairsOf: (text: string) => Pairs = rememberText((printed) => pairsWithout(COMMON, printed))

/** The pairs in a text with its common words, for names that consist of nothing else (补助发放人数). */
export const commonPairsOf: (text: string) => Pairs = rememberText((printed) =>
  pairsWithout(COUNTED, printed),
)

const pairsWithout = (words: WordsByFirst, printed: string): Pairs => {
  const text = meaning(printed)
  const pairs = new Set<string>()
  let isInWord = false
  for (let at = 0; at < text.length; ) {
    const common = lengthAt(words, text, at)
    if (common > 0 || !isLetter(text.charCodeAt(at))) {
      isInWord = false
      at += Math.max(1, common)
      continue
    }
    if (isInWord) pairs.add(text.slice(at - 1, at + 1))
    isInWord = true
    at += 1
  }
  return pairs
}

/** What an action (培训, 新建) tells, beside the thing it is done to. */
const ACTION_WEIGHT = 0.4

/** How much each pair tells among the names it was counted in: rare pairs tell most. */
export class PairWeights {
  readonly #counts = new Map<string, number>()
  readonly #names: number

  constructor(names: readonly Pairs[]) {
    this.#names = names.length
    for (const pairs of names) {
      for (const pair of pairs) this.#counts.set(pair, (this.#counts.get(pair) ?? 0) + 1)
    }
  }

  weightOf(pair: string): number {
    const rarity = 1 + Math.log((this.#names + 1) / ((this.#counts.get(pair) ?? 0) + 1))
    return ACTIONS.has(pair) ? ACTION_WEIGHT * rarity : rarity
  }

  /** The weight of all pairs together. */
  total(pairs: Iterable<string>): number {
    let total = 0
    for (const pair of pairs) total += this.weightOf(pair)
    return total
  }
}

/** The item that scores most, if no other scores as much. */
export const clearlyBest = <Item extends { readonly score: number }>(
  scored: readonly Item[],
): Item | undefined => {
  const [best, second] = [...scored].sort((a, b) => b.score - a.score)
  return best?.score === second?.score ? undefined : best
}

/** The pairs of `name` that `said` holds, put together again to words as they stand in the name. */
export const sharedWords = (name: Pairs, said: (pair: string) => boolean): readonly string[] => {
  const words: string[] = []
  let last = ''
  for (const pair of name) {
    if (!said(pair)) last = ''
    else if (last !== '' && last.endsWith(pair[0] as string)) {
      last += pair.slice(1)
      words[words.length - 1] = last
    } else {
      last = pair
      words.push(pair)
    }
  }
  return words
}

/** A word of `CONTRASTS`: in which row it stands, and in which of its alternatives, as a bit. */
interface ContrastWord {
  readonly word: string
  readonly row: number
  readonly bit: number
}

const CONTRAST_WORDS = byFirstOf(
  CONTRASTS.flatMap((alternatives, row) =>
    alternatives.flatMap((words, i) => words.map((word): ContrastWord => ({ word, row, bit: 1 << i }))),
  ),
)

/** By row of `CONTRASTS`, which of its alternatives a text names, as bits; rows that it says nothing of left out. */
const contrastsIn: (text: string) => ReadonlyMap<number, number> = rememberText((text) => {
  const named = new Map<number, number>()
  for (let at = 0; at < text.length; at += 1) {
    for (const { word, row, bit } of CONTRAST_WORDS.get(text.charCodeAt(at)) ?? NO_WORDS)
      if (text.startsWith(word, at)) named.set(row, (named.get(row) ?? 0) | bit)
  }
  return named
})

const NO_WORDS: readonly ContrastWord[] = []

/** Whether two texts name things that exclude each other: 城市 and 农村, 新建 and 养护. */
export const areOpposed = (a: string, b: string): boolean => {
  const inA = contrastsIn(a)
  if (inA.size === 0) return false
  for (const [row, bits] of contrastsIn(b)) {
    const others = inA.get(row)
    if (others !== undefined && (others & bits) === 0) return true
  }
  return false
}

const narrowingIn: (name: string) => readonly string[] = rememberText((name) =>
  NARROWING.filter((word) => name.includes(word)),
)

/** Whether `name` is narrowed to something that `said` doesn't speak of. */
export const isNarrower = (name: string, said: string): boolean =>
  narrowingIn(name).some((word) => !said.includes(word))
