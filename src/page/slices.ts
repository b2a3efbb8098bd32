// Messages between the page and its worker are copied at once, which holds the page for seconds where they have a
// hundred thousand findings. Their long lists go ahead of them, a slice at a time.

/** A part of a list that belongs to the next message, where its keys lead to. */
export interface Slice {
  readonly keys: readonly string[]
  readonly items: readonly unknown[]
}

/** So much goes into a slice: an item, or a finding or project that an item holds, counts one. */
const MOST = 500

/** Shorter lists stay where they are. */
const SHORT = 20

/** How deep lists are looked for: `results.files`, `value.findings`. */
const DEPTH = 2

/** A message without its long lists, and these in slices. */
export const inSlices = <Message>(message: Message): { rest: Message; slices: readonly Slice[] } => {
  const slices: Slice[] = []
  return { rest: withoutLists(message, [], slices) as Message, slices }
}

/** The message that slices came ahead of. */
export const joined = <Message>(rest: Message, slices: readonly Slice[]): Message => {
  for (const { keys, items } of slices) {
    let list: unknown = rest
    for (const key of keys) list = (list as Record<string, unknown>)[key]
    for (const item of items) (list as unknown[]).push(item)
  }
  return rest
}

const withoutLists = (value: unknown, keys: readonly string[], slices: Slice[]): unknown => {
  if (Array.isArray(value)) {
    if (value.length < SHORT || keys.length === 0) return value
    slices.push(...divide(value).map((items) => ({ keys, items })))
    return []
  }
  if (keys.length === DEPTH || Object.getPrototypeOf(value ?? 0) !== Object.prototype) return value
  return Object.fromEntries(
    Object.entries(value as object).map(([key, part]) => [key, withoutLists(part, [...keys, key], slices)]),
  )
}

const divide = (list: readonly unknown[]): readonly (readonly unknown[])[] => {
  const parts: unknown[][] = []
  let weight = MOST
  for (const item of list) {
    if (weight >= MOST) {
      parts.push([])
      weight = 0
    }
    parts.at(-1)?.push(item)
    weight += weightOf(item)
  }
  return parts
}

const weightOf = (item: unknown): number => {
  const { findings = [], projects = [] } = item as { findings?: unknown[]; projects?: unknown[] }
  return 1 + findings.length + projects.length
}
