import type { Rule } from './page-content.ts'

/** Positions that differ by no more (points) are one line drawn in pieces. */
const SAME_LINE = 1

/** Pieces of a line may be this far apart (points): dashes, and borders drawn cell by cell. */
const PIECE_GAP = 3

/** A line shorter than this (points) is part of a letter or an ornament. */
const SHORTEST = 4

/** A page with more lines than this is a drawing: every line would be compared with every other. */
const MOST_LINES = 20_000

/** Rules that touch, directly or through others, within `reach` points: each group may draw a table. */
export const groupRules = (rules: readonly Rule[], reach: number): Rule[][] => {
  const joined = joinPieces(rules)
  if (joined.length > MOST_LINES) return []
  const level = joined.filter((rule) => !rule.isVertical)
  const upright = joined.filter((rule) => rule.isVertical).sort((a, b) => a.at - b.at)
  const parents = new Map<Rule, Rule>()
  const rootOf = (rule: Rule): Rule => {
    let root = rule
    for (let up = parents.get(root); up !== undefined; up = parents.get(root)) root = up
    // Shortens the way for the next who asks.
    for (let at = rule; at !== root; ) {
      const up = parents.get(at) as Rule
      parents.set(at, root)
      at = up
    }
    return root
  }
  for (const rule of level) {
    for (let i = firstAtOrAfter(upright, rule.from - reach); i < upright.length; i += 1) {
      const other = upright[i] as Rule
      if (other.at > rule.to + reach) break
      if (rule.at < other.from - reach || rule.at > other.to + reach) continue
      const [a, b] = [rootOf(rule), rootOf(other)]
      if (a !== b) parents.set(a, b)
    }
  }
  const groups = new Map<Rule, Rule[]>()
  for (const rule of joined) {
    const root = rootOf(rule)
    const group = groups.get(root)
    if (group === undefined) groups.set(root, [rule])
    else group.push(rule)
  }
  return [...groups.values()]
}

const firstAtOrAfter = (sorted: readonly Rule[], at: number): number => {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as Rule).at < at) low = middle + 1
    else high = middle
  }
  return low
}

/** Lines drawn in pieces as one, without those that are too short to be borders. */
const joinPieces = (rules: readonly Rule[]): Rule[] => {
  const joined = [false, true].flatMap((isVertical) => {
    const sorted = rules.filter((rule) => rule.isVertical === isVertical).sort((a, b) => a.at - b.at)
    const lines: Rule[] = []
    let start = 0
    for (let i = 1; i <= sorted.length; i += 1) {
      const first = sorted[start] as Rule
      if (i < sorted.length && (sorted[i] as Rule).at - first.at <= SAME_LINE) continue
      lines.push(...joinAlong(sorted.slice(start, i)))
      start = i
    }
    return lines
  })
  return joined.filter(({ from, to }) => to - from >= SHORTEST)
}

const joinAlong = (pieces: readonly Rule[]): Rule[] => {
  const lines: Rule[] = []
  for (const piece of pieces.toSorted((a, b) => a.from - b.from)) {
    const last = lines.at(-1)
    if (last === undefined || piece.from > last.to + PIECE_GAP) lines.push(piece)
    else if (piece.to > last.to) lines[lines.length - 1] = { ...last, to: piece.to }
  }
  return lines
}
