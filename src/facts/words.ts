import { meaning } from '../source/fold.ts'
import { byCharacter } from '../vocabulary/by-character.ts'
import { ACTION_ROWS, COMMON_WORDS, COUNT_WORDS, type CommonWord } from '../vocabulary/common-words.ts'
import { CONTRASTS, NARROWING } from '../vocabulary/contrasts.ts'
import { rateMeant, SATISFACTION } from '../vocabulary/goal-words.ts'
import { SYNONYM_ROWS } from '../vocabulary/synonyms.ts'

/**
 * The characters of a text that tell what it is about, in order: common words, digits and punctuation are breaks, and
 * words that mean the same are written as one of them.
 */
export interface Stream {
  /** Codes of characters; 0 is a break. */
  readonly codes: readonly number[]
  /** Where the printed word begins and ends that each character comes from. */
  readonly from: readonly number[]
  readonly to: readonly number[]
  /** 1 for characters of words for what is done (培训, 新建). */
  readonly actions: readonly number[]
}

/** Two neighbouring characters, in 32 bits: what Chinese words can be compared by unsplit. */
export const pairKey = (first: number, second: number): number => (first << 16) | second

/** Pairs of neighbouring characters, as keys. */
export type Pairs = ReadonlySet<number>

/** A word that the scan takes as a whole: a break without `as`. */
interface Known extends CommonWord {
  /** The code of its second character, by which most words are told from a text at once; NaN where it has none. */
  readonly second: number
  readonly as: readonly number[] | undefined
  readonly isAction: boolean
}

const codesOf = (word: string): readonly number[] => [...word].map((c) => c.charCodeAt(0))

const knownAs = (
  { word, unlessBefore }: CommonWord,
  as: readonly number[] | undefined,
  isAction: boolean,
): Known => ({ word, second: word.charCodeAt(1), unlessBefore, as, isAction })

const breaking = (words: readonly CommonWord[]): readonly Known[] =>
  words.map((word) => knownAs(word, undefined, false))

/** Of a common word, those that mean the same are as common. */
const COMMON: ReadonlySet<string> = new Set(COMMON_WORDS.map(({ word }) => word))

const rowsOf = (rows: readonly (readonly CommonWord[])[], isAction: boolean): readonly Known[] =>
  rows.flatMap((words) => {
    const [first] = words
    const as = COMMON.has(first?.word ?? '') ? undefined : codesOf(first?.word ?? '')
    return words.map((word) => knownAs(word, as, isAction))
  })

const SAME_WORDS = [...rowsOf(SYNONYM_ROWS, false), ...rowsOf(ACTION_ROWS, true)]

const [LETTER, BLANK] = [1, 2]

/** What each character is, by its code: a letter or a blank, and whether words of the lists below begin with it. */
const KINDS = new Uint8Array(2 ** 16)
  .fill(LETTER, 0x3400, 0xa000)
  .fill(LETTER, 0xf900, 0xfb00)
  .fill(LETTER, 65, 91)
  .fill(LETTER, 97, 123)
  .fill(LETTER, 0x3007, 0x3008)
  .fill(BLANK, 9, 14)
  .fill(BLANK, 32, 33)

/** Words that a scan knows, with the bit that the characters have among `KINDS` which they begin with. */
class WordList {
  readonly bit: number
  readonly #words: () => readonly Known[]
  #at: ((code: number) => readonly Known[]) | undefined

  constructor(bit: number, words: () => readonly Known[]) {
    this.bit = bit
    this.#words = words
  }

  /** Put in order when the first text asks. */
  get at(): (code: number) => readonly Known[] {
    if (this.#at !== undefined) return this.#at
    const words = this.#words()
    for (const { word } of words) (KINDS[word.charCodeAt(0)] as number) |= this.bit
    this.#at = byCharacter(
      () => words,
      ({ word }) => word,
    )
    return this.#at
  }
}

/** Of a word that is common and has synonyms, that it is common comes first. */
const TELLING = new WordList(4, () => [...breaking(COMMON_WORDS), ...SAME_WORDS])
const COUNTED = new WordList(8, () => [...breaking(COUNT_WORDS), ...SAME_WORDS])
const COUNTING = new WordList(16, () => breaking(COMMON_WORDS))
const NO_WORDS = new WordList(0, () => [])

const wordAt = (words: readonly Known[], text: string, at: number): Known | undefined => {
  const second = text.charCodeAt(at + 1)
  for (let i = 0; i < words.length; i += 1) {
    const known = words[i] as Known
    if (known.second !== second && known.word.length > 1) continue
    if (standsAt(known, text, at)) return known
  }
  return undefined
}

/** Whether a word stands at a place of a text, and is no part of a longer one there. */
const standsAt = ({ word, unlessBefore }: CommonWord, text: string, at: number): boolean => {
  if (!text.startsWith(word, at)) return false
  const next = text[at + word.length]
  return next === undefined || !unlessBefore.includes(next)
}

/** The stream of the text that was scanned last: the first `length` entries. */
const CODES: number[] = []
const FROM: number[] = []
const TO: number[] = []
const ACTIONS: number[] = []
let length = 0

const add = (code: number, start: number, end: number, action: number): void => {
  CODES[length] = code
  FROM[length] = start
  TO[length] = end
  ACTIONS[length] = action
  length += 1
}

/** Several in a row are one. */
const addBreak = (start: number, end: number): void => {
  if (length === 0 || CODES[length - 1] !== 0) add(0, start, end, 0)
}

/** Reads a text into these. */
const scan = (words: WordList, text: string): void => {
  const { at: wordsAt, bit } = words
  length = 0
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at)
    const kind = KINDS[code] as number
    // Line ends leave blanks inside words.
    if (kind === BLANK) {
      at += 1
      continue
    }
    const known = (kind & bit) === 0 ? undefined : wordAt(wordsAt(code), text, at)
    const start = at
    at += known === undefined ? 1 : known.word.length
    if (known?.as !== undefined) {
      for (let i = 0; i < known.as.length; i += 1)
        add(known.as[i] as number, start, at, known.isAction ? 1 : 0)
    } else if (known === undefined && (kind & LETTER) !== 0) add(code, start, at, 0)
    else addBreak(start, at)
  }
}

const scanned = (words: WordList, text: string): Stream => {
  scan(words, text)
  return {
    codes: CODES.slice(0, length),
    from: FROM.slice(0, length),
    to: TO.slice(0, length),
    actions: ACTIONS.slice(0, length),
  }
}

/** What a text tells, without common words. Folded text goes in; positions are those in it. */
export const streamOf = (folded: string): Stream => scanned(TELLING, folded)

/** Nothing of that but its codes. */
export const tellingCodesOf = (folded: string): readonly number[] => {
  scan(TELLING, folded)
  return CODES.slice(0, length)
}

/** What a text tells with its common words, for names that consist of nothing else (补助发放人数). */
export const commonStreamOf = (folded: string): Stream => scanned(COUNTED, folded)

/** All characters of a text as it prints them; with `isName`, without common words. */
export const printedStreamOf = (folded: string, isName = false): Stream =>
  scanned(isName ? COUNTING : NO_WORDS, folded)

const pairsAmong = (codes: readonly number[], length: number): Pairs => {
  const pairs = new Set<number>()
  for (let i = 1; i < length; i += 1) {
    const [first, second] = [codes[i - 1] as number, codes[i] as number]
    if (first !== 0 && second !== 0) pairs.add(pairKey(first, second))
  }
  return pairs
}

/** The pairs of a stream, each once, in order. */
export const pairsIn = ({ codes }: Stream): Pairs => pairsAmong(codes, codes.length)

/** The pairs of what a text tells, without common words. */
export const pairsOf = (printed: string): Pairs => {
  scan(TELLING, meaning(printed))
  return pairsAmong(CODES, length)
}

const ACTION_PAIRS: ReadonlySet<number> = new Set(
  ACTION_ROWS.flatMap(([first]) => [...pairsIn(scanned(NO_WORDS, first?.word ?? ''))]),
)

/** What an action (培训, 新建) tells, beside the thing it is done to. */
const ACTION_WEIGHT = 0.4

/** How much a pair tells that `count` of so many names have: rare pairs tell most. */
export const pairWeight = (pair: number, count: number, names: number): number => {
  const rarity = 1 + Math.log((names + 1) / (count + 1))
  return ACTION_PAIRS.has(pair) ? ACTION_WEIGHT * rarity : rarity
}

/** How much each pair tells among the names it was counted in. */
export class PairWeights {
  readonly #counts = new Map<number, number>()
  readonly #names: number

  constructor(names: readonly Pairs[]) {
    this.#names = names.length
    for (const pairs of names) {
      for (const pair of pairs) this.#counts.set(pair, (this.#counts.get(pair) ?? 0) + 1)
    }
  }

  weightOf(pair: number): number {
    return pairWeight(pair, this.#counts.get(pair) ?? 0, this.#names)
  }

  /** The weight of all pairs together. */
  total(pairs: Iterable<number>): number {
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

/** The words of a name that are said, as it prints them. */
export const sharedWords = (
  name: string,
  { codes, from, to }: Stream,
  isSaid: (pair: number, i: number) => boolean,
): readonly string[] => {
  const ranges: { from: number; to: number }[] = []
  for (let i = 1; i < codes.length; i += 1) {
    const [first, second] = [codes[i - 1] as number, codes[i] as number]
    if (first === 0 || second === 0 || !isSaid(pairKey(first, second), i)) continue
    const [start, end] = [from[i - 1] as number, to[i] as number]
    const last = ranges.at(-1)
    if (last !== undefined && start < last.to) last.to = Math.max(last.to, end)
    else ranges.push({ from: start, to: end })
  }
  return [...new Set(ranges.map((range) => name.slice(range.from, range.to)))]
}

/** The stretches of a name that a text prints too, of two characters or more where there are any. */
export const commonRuns = (name: string, text: string): readonly string[] => {
  const runs = new Set<string>()
  for (let from = 0; from < name.length; ) {
    let to = from
    while (to < name.length && text.includes(name.slice(from, to + 1))) to += 1
    if (to > from) runs.add(name.slice(from, to))
    from = Math.max(to, from + 1)
  }
  const long = [...runs].filter((run) => run.length > 1)
  return long.length > 0 ? long : [...runs]
}

/** A word of `CONTRASTS`: in which row it stands, and in which of its alternatives, as a bit. */
interface ContrastWord extends CommonWord {
  readonly row: number
  readonly bit: number
}

const CONTRAST_WORDS = byCharacter(
  () =>
    CONTRASTS.flatMap((alternatives, row) =>
      alternatives.flatMap((words, i) => words.map((word): ContrastWord => ({ ...word, row, bit: 1 << i }))),
    ),
  ({ word }) => word,
)

/** By row of `CONTRASTS`, which of its alternatives a text names, as bits; rows that it says nothing of left out. */
export type Contrasts = ReadonlyMap<number, number>

export const contrastsIn = (text: string): Contrasts => {
  let named: Map<number, number> | undefined
  for (let at = 0; at < text.length; at += 1) {
    const words = CONTRAST_WORDS(text.charCodeAt(at))
    for (let i = 0; i < words.length; i += 1) {
      const { row, bit } = words[i] as ContrastWord
      if (!standsAt(words[i] as ContrastWord, text, at)) continue
      named ??= new Map()
      named.set(row, (named.get(row) ?? 0) | bit)
    }
  }
  return named ?? NO_CONTRASTS
}

const NO_CONTRASTS: Contrasts = new Map()

/** Whether two texts name things that exclude each other: 城市 and 农村, 新建 and 养护. */
export const areOpposed = (a: string, b: string): boolean => {
  const named = contrastsIn(a)
  return named.size > 0 && exclude(named, contrastsIn(b))
}

export const exclude = (a: Contrasts, b: Contrasts): boolean => {
  for (const [row, bits] of b) {
    const others = a.get(row)
    if (others !== undefined && (others & bits) === 0) return true
  }
  return false
}

/** The words of a text that narrow what it is about. */
export const narrowingIn = (text: string): readonly string[] =>
  NARROWING.filter((word) => text.includes(word)).map(sameAs)

/** A word, or the one that its synonyms are compared as. */
const sameAs = (word: string): string => SAME_AS.get(word) ?? word

/** For each word of a row of synonyms, the first. */
const SAME_AS: ReadonlyMap<string, string> = new Map(
  SYNONYM_ROWS.flatMap(([first, ...others]) =>
    others.map(({ word }) => [word, first?.word ?? word] as const),
  ),
)

/** The rate that words end with, in three characters, by whichever of its names: 参保率 of 参保覆盖率. */
export const rateOf = (words: string): string => {
  if (!ENDINGS.has(words.at(-1))) return rateEnd(words)
  for (let from = Math.max(0, words.length - LONGEST_RATE); words.length - from > 1; from += 1) {
    const known = sameAs(words.slice(from))
    if (known !== words.slice(from)) return rateEnd(words.slice(0, from) + known)
  }
  return rateEnd(words)
}

const LONGEST_RATE = 8
const ENDINGS: ReadonlySet<string | undefined> = new Set([...SAME_AS.keys()].map((word) => word.at(-1)))

const rateEnd = (words: string): string =>
  words.endsWith(SATISFACTION) ? SATISFACTION : (rateMeant(words) ?? '')
