/**
 * Lists put together in a loop, and taken apart. `flatMap` gives what `collect` and `collectAll` do, but V8 calls into its runtime
 * for each part, which takes ten times as long: what is asked of every indicator and every cell goes through these.
 */

/**
 * What `make` gives for each item, as `map` does. Once V8 has made code fast, its `map` gives lists that may have holes, and
 * all that reads a list is compiled anew for that sort: lists that are kept or handed on are made by this.
 */
export const mapped = <Item, Value>(
  items: readonly Item[],
  make: (item: Item, at: number) => Value,
): Value[] => {
  const made: Value[] = []
  for (let at = 0; at < items.length; at += 1) made.push(make(items[at] as Item, at))
  return made
}

/** What `find` gives for each item, where it gives anything. */
export const collect = <Item, Value>(
  items: Iterable<Item>,
  find: (item: Item) => Value | undefined,
): Value[] => {
  const found: Value[] = []
  const list = listOf(items)
  for (let at = 0; at < list.length; at += 1) {
    const value = find(list[at] as Item)
    if (value !== undefined) found.push(value)
  }
  return found
}

/** Lists as they are: a loop over these and over maps and iterators as well would be slow for all. */
const listOf = <Item>(items: Iterable<Item>): readonly Item[] => (Array.isArray(items) ? items : [...items])

/** All that `find` gives for each item, in one list. */
export const collectAll = <Item, Value>(
  items: Iterable<Item>,
  find: (item: Item) => readonly Value[],
): Value[] => {
  const found: Value[] = []
  const list = listOf(items)
  for (let at = 0; at < list.length; at += 1) {
    const values = find(list[at] as Item)
    for (let i = 0; i < values.length; i += 1) found.push(values[i] as Value)
  }
  return found
}

/** All matches of a pattern that is global. `matchAll` makes a copy of the pattern for each text, most of which have none. */
export const matchesIn = (text: string, pattern: RegExp): readonly RegExpExecArray[] => {
  pattern.lastIndex = 0
  let match = pattern.exec(text)
  if (match === null) return NO_MATCHES
  const found: RegExpExecArray[] = []
  for (; match !== null; match = pattern.exec(text)) {
    found.push(match)
    // An empty one would be found again.
    if (match[0] === '') pattern.lastIndex += 1
  }
  return found
}

const NO_MATCHES: readonly never[] = []

/** The items by what `keyOf` says of each, keys in the order in which they come first. */
export const groupBy = <Item, Key>(
  items: Iterable<Item>,
  keyOf: (item: Item) => Key,
): Map<Key, [first: Item, ...others: Item[]]> => {
  const groups = new Map<Key, [Item, ...Item[]]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}
