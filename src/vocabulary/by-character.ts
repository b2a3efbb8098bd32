/**
 * The items that a character of their words leads to, the longest words first: by the first character of each, or by the
 * last with `place` -1. Texts are asked so character by character, which hashes nothing. Put in order when the first
 * text asks: many tables are for words that few filings have.
 */
export const byCharacter = <Item>(
  items: () => Iterable<Item>,
  wordOf: (item: Item) => string,
  place: 0 | -1 = 0,
): ((code: number) => readonly Item[]) => {
  let table: Table<Item> | undefined
  return (code) => {
    table ??= tableOf(items(), wordOf, place)
    return table.buckets[slotOf(table.codes, code)] as readonly Item[]
  }
}

/** Codes of characters, each at the first free slot from its last digits on, and beside them what each leads to. */
interface Table<Item> {
  readonly codes: Uint16Array
  readonly buckets: readonly (readonly Item[])[]
}

const tableOf = <Item>(items: Iterable<Item>, wordOf: (item: Item) => string, place: 0 | -1): Table<Item> => {
  const byCode = new Map<number, Item[]>()
  for (const item of items) {
    const word = wordOf(item)
    if (word === '') continue
    const code = word.charCodeAt(place < 0 ? word.length - 1 : 0)
    const bucket = byCode.get(code)
    if (bucket === undefined) byCode.set(code, [item])
    else bucket.push(item)
  }
  // Mostly empty, so that nearly every character is found or missed at once.
  let size = 64
  while (size < 4 * byCode.size) size *= 2
  const codes = new Uint16Array(size)
  const buckets: (readonly Item[])[] = new Array(size).fill(NONE)
  for (const [code, bucket] of byCode) {
    if (bucket.length > 1) bucket.sort((a, b) => wordOf(b).length - wordOf(a).length)
    const slot = slotOf(codes, code)
    codes[slot] = code
    buckets[slot] = bucket
  }
  return { codes, buckets }
}

/** Where a code stands, or the free slot where it would; `NaN`, past the end of a text, has none. */
const slotOf = (codes: Uint16Array, code: number): number => {
  const last = codes.length - 1
  let slot = code & last
  while (codes[slot] !== code && codes[slot] !== 0) slot = (slot + 1) & last
  return slot
}

const NONE: readonly never[] = []
