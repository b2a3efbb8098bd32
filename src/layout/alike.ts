/** Longer texts are told by their beginning. */
const LONGEST = 2000

/** The share of the pairs of characters that two texts have in common. */
export const alike = (one: string, other: string): number => {
  const pairs = (words: string): Set<string> => {
    const found = new Set<string>()
    for (let at = 0; at + 1 < words.length && at < LONGEST; at += 1) found.add(words.slice(at, at + 2))
    return found
  }
  const [a, b] = [pairs(one), pairs(other)]
  let common = 0
  for (const pair of a) if (b.has(pair)) common += 1
  return (2 * common) / Math.max(1, a.size + b.size)
}
