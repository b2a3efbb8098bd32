/**
 * The items that a character of their words leads to, the longest words first: by the first character of each, or by the
 * last with `place` -1. Texts are asked so character by character, which hashes nothing.
 */
export const byCharacter = <Item>(
  items: Iterable<Item>,
  wordOf: (item: Item) => string,
  place: 0 | -1 = 0,
): ((code: number) => readonly Item[]) => {
  const byCode = new Map<number, Item[]>()
  for (const item of items) {
    const code = wordOf(item).at(place)?.charCodeAt(0)
    const bucket = code === undefined ? [] : byCode.get(code)
    if (bucket === undefined) byCode.set(code as number, [item])
    else bucket.push(item)
  }
  // Mostly empty, so that nearly every character is found or missed at once.
  let size = 64
  while (size < 4 * byCode.size) size *= 2
  const codes = new Uint16Array(size)
  const buckets: (readonly Item[])[] = Array.from({ length: size }, () => NONE)
  const slotOf = (code: number): number => {
    let slot = code & (size - 1)
    while (codes[slot] !== code && codes[slot] !== 0) slot = (slot + 1) & (size - 1)
    return slot
  }
  for (const [code, bucket] of byCode) {
    if (bucket.length > 1) bucket.sort((a, b) => wordOf(b).length - wordOf(a).length)
    const slot = slotOf(code)
    codes[slot] = code
    buckets[slot] = bucket
  }
  return (code) => buckets[slotOf(code)] as readonly Item[]
}

const NONE: readonly never[] = []
