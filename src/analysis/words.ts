import { meaning } from '../source/fold.ts'
import { ACTIONS, COMMON_WORDS } from '../vocabulary/common-words.ts'
import { CONTRASTS, NARROWING } from '../vocabulary/contrasts.ts'

/** Pairs of neighbouring characters of a text: what Chinese words can be compared by unsplit. */
export type Pairs = ReadonlySet<string>

const BREAKS = /[^A-Za-z\u3007\u3400-\u9fff\uf900-\ufaff]+/
const COMMON = new RegExp([...COMMON_WORDS].sort((a, b) => b.length - a.length).join('|'), 'g')

/**
 * The pairs in a text, apart from common words, digits and punctuation. A word that stands alone
 * between breaks counts as itself.
 */
export const pairsOf = (text: string): Pairs => {
  const pairs = new Set<string>()
  for (const run of meaning(text).replace(COMMON, ' ').split(BREAKS)) {
    if (run.length === 1 && /[\u3007\u3400-\u9fff\uf900-\ufaff]/.test(run)) continue
    for (let i = 0; i + 1 < run.length; i += 1) pairs.add(run.slice(i, i + 2))
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

const ALTERNATIVES = CONTRASTS.map((row) => row.map((words) => new RegExp(words)))

/** Whether two texts name things that exclude each other: 城市 and 农村, 新建 and 养护. */
export const areOpposed = (a: string, b: string): boolean =>
  ALTERNATIVES.some((alternatives) => {
    const inA = alternatives.filter((words) => words.test(a))
    const inB = alternatives.filter((words) => words.test(b))
    return inA.length > 0 && inB.length > 0 && !inA.some((words) => inB.includes(words))
  })

/** Whether `name` is narrowed to something that `said` doesn't speak of. */
export const isNarrower = (name: string, said: string): boolean =>
  NARROWING.some((word) => name.includes(word) && !said.includes(word))
