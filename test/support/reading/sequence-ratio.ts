/**
 * How alike two texts are, from 0 to 1: twice the length of what they share in order, by their length together.
 * Ratcliff and Obershelp's measure with the longest match first, as Python's difflib has it, so that scores
 * stay comparable with those worked out there.
 */
export const sequenceRatio = (a: string, b: string): number => {
  const first = [...a]
  const second = [...b]
  const length = first.length + second.length
  return length === 0 ? 1 : (2 * sharedLength(first, second)) / length
}

/** Where a slice of the first text starts and ends, and one of the second. */
type Slices = readonly [number, number, number, number]

const sharedLength = (a: readonly string[], b: readonly string[]): number => {
  const places = placesOf(b)
  const open: Slices[] = [[0, a.length, 0, b.length]]
  let shared = 0
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const [aStart, aEnd, bStart, bEnd] = part
    const match = longestMatch(a, places, part)
    if (match.size === 0) continue
    shared += match.size
    if (aStart < match.a && bStart < match.b) open.push([aStart, match.a, bStart, match.b])
    const [aRest, bRest] = [match.a + match.size, match.b + match.size]
    if (aRest < aEnd && bRest < bEnd) open.push([aRest, aEnd, bRest, bEnd])
  }
  return shared
}

const placesOf = (text: readonly string[]): ReadonlyMap<string, readonly number[]> => {
  const places = new Map<string, number[]>()
  for (const [i, character] of text.entries()) {
    const known = places.get(character)
    if (known === undefined) places.set(character, [i])
    else known.push(i)
  }
  return places
}

/** The longest run that stands in both slices; the earliest in `a`, then in `b`, of those as long. */
const longestMatch = (
  a: readonly string[],
  placesInB: ReadonlyMap<string, readonly number[]>,
  [aStart, aEnd, bStart, bEnd]: Slices,
): { readonly a: number; readonly b: number; readonly size: number } => {
  let best = { a: aStart, b: bStart, size: 0 }
  let lengths = new Map<number, number>()
  for (let i = aStart; i < aEnd; i += 1) {
    const longer = new Map<number, number>()
    for (const j of placesInB.get(a[i] as string) ?? []) {
      if (j < bStart) continue
      if (j >= bEnd) break
      const size = (lengths.get(j - 1) ?? 0) + 1
      longer.set(j, size)
      if (size > best.size) best = { a: i - size + 1, b: j - size + 1, size }
    }
    lengths = longer
  }
  return best
}
