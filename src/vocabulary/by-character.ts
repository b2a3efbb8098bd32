/**
 * The items that a character of their words leads to, the longest words first: by the first character of each, or by the
 * last with `place` -1. A look-up costs one step in a table, whatever the text.
 */
export const byCharacter = <Item>(
  items: Iterable<Item>,
  wordOf: (item: Item) => string,
  place: 0 | -1 = 0,
): ((code: number) => readonly Item[]) => {
  const indices = new Uint16Array(0x10000)
  const buckets: Item[][] = [[]]
  for (const item of items) {
    const code = wordOf(item).at(place)?.charCodeAt(0)
    if (code === undefined) continue
    indices[code] ||= buckets.push([]) - 1
    buckets[indices[code] as number]?.push(item)
  }
  for (const bucket of buckets)
    if (bucket.length > 1) bucket.sort((a, b) => wordOf(b).length - wordOf(a).length)
  // NaN, past the end of a text, leads to nothing.
  return (code) => buckets[indices[code & 0xffff] as number] as readonly Item[]
}
