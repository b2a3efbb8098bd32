import { groupBy } from '../collect.ts'

/** What of two sides belongs together, and what is on one side only. */
interface Paired<Item> {
  readonly pairs: readonly Pair<Item>[]
  readonly removed: readonly Item[]
  readonly added: readonly Item[]
}

export interface Pair<Item> {
  readonly old: Item
  readonly new: Item
  /** 1 where a key is equal; else how alike the names are. */
  readonly score: number
}

/** How items are known. */
interface Identity<Item> {
  /** Keys, the most exact first: items with an equal key belong together. */
  readonly keys: readonly ((item: Item) => string)[]
  /** Only items of one group may be the same under another name. */
  readonly group: (item: Item) => string
  readonly name: (item: Item) => string
}

/** From here on two names are one name that was changed. */
const SAME_NAME = 0.6

/**
 * Pairs the items of two sides, one to one: by each key in turn, those that come first with those
 * that come first, then by the likeness of names within a group. Pairs come in the order of the
 * new side.
 */
export const pairUp = <Item>(
  before: readonly Item[],
  after: readonly Item[],
  { keys, group, name }: Identity<Item>,
): Paired<Item> => {
  const olds = new Set(before)
  const partners = new Map<Item, Pair<Item>>()
  const join = (old: Item, item: Item, score: number): void => {
    olds.delete(old)
    partners.set(item, { old, new: item, score })
  }
  for (const keyOf of keys) {
    const waiting = groupBy(olds, keyOf)
    for (const item of after) {
      const old = partners.has(item) ? undefined : waiting.get(keyOf(item))?.shift()
      if (old !== undefined) join(old, item, 1)
    }
  }
  const groups = groupBy(olds, group)
  const alone = after.filter((item) => !partners.has(item))
  for (const [key, items] of groupBy(alone, group)) {
    for (const { old, item, score } of alike(groups.get(key) ?? [], items, name)) {
      if (olds.has(old) && !partners.has(item)) join(old, item, score)
    }
  }
  return {
    pairs: after.flatMap((item) => partners.get(item) ?? []),
    removed: before.filter((item) => olds.has(item)),
    added: after.filter((item) => !partners.has(item)),
  }
}

/** Groups larger than this are of no form that people fill in; comparing all with all would take minutes. */
const MOST_PAIRS = 1_000_000

/** Pairs of like names, the most alike first, then in the order of the new side. */
const alike = <Item>(olds: readonly Item[], items: readonly Item[], name: (item: Item) => string) => {
  if (olds.length * items.length > MOST_PAIRS) return []
  return items
    .flatMap((item) => olds.map((old) => ({ old, item, score: similarity(name(old), name(item)) })))
    .filter(({ score }) => score >= SAME_NAME)
    .sort((a, b) => b.score - a.score)
}

/**
 * How alike two names are: twice the pairs of neighbouring characters they share, of all pairs (Dice).
 * 1 for equal names, 0 for names without a common pair.
 */
export const similarity = (a: string, b: string): number => {
  if (a === b) return 1
  const [left, right] = [pairsOf(a), pairsOf(b)]
  let shared = 0
  for (const [pair, count] of left) shared += Math.min(count, right.get(pair) ?? 0)
  const all = Math.max(0, a.length - 1) + Math.max(0, b.length - 1)
  return all === 0 ? 0 : (2 * shared) / all
}

const pairsOf = (text: string): ReadonlyMap<string, number> => {
  const pairs = new Map<string, number>()
  for (let i = 0; i + 1 < text.length; i += 1) {
    const pair = text.slice(i, i + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}
