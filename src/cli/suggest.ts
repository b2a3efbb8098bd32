/** The word among `known` that was probably meant by `word`, if one is near enough. */
export const suggest = (word: string, known: readonly string[]): string | undefined => {
  const wanted = word.slice(0, 100).toLowerCase()
  let best: string | undefined
  let least = Math.max(2, Math.floor(wanted.length * 0.4)) + 1
  for (const candidate of known) {
    const distance = editDistance(wanted, candidate.toLowerCase())
    // A word of three letters is not "near" one that shares none of them.
    if (distance < least && distance < candidate.length) {
      best = candidate
      least = distance
    }
  }
  return best
}

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
const editDistance = (a: string, b: string): number => {
  let older: number[] = []
  let old = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min(
        (row[j - 1] as number) + 1,
        (old[j] as number) + 1,
        (old[j - 1] as number) + (same ? 0 : 1),
      )
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (older[j - 2] as number) + 1)
      }
      row.push(cost)
    }
    older = old
    old = row
  }
  return old[b.length] as number
}
