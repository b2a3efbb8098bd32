/**
 * What is kept of computations that would be done again and again. Belongs to no stage: every one may use it, and
 * none can tell that it does.
 */

/**
 * `compute`, done once for each object and remembered as long as the object lives. Only for objects that
 * never change and that filings come and go beside, such as settings.
 */
export const rememberAlways = <Subject extends object, Value>(
  compute: (subject: Subject) => Value,
): ((subject: Subject) => Value) => {
  const known = new WeakMap<Subject, Value>()
  return (subject) => recall(known, subject, compute, subject)
}

/**
 * `compute`, done once for each object and remembered until another filing begins. Only for objects that never
 * change, as all of the model.
 */
export const rememberFor = <Subject extends object, Value>(
  compute: (subject: Subject) => Value,
): ((subject: Subject) => Value) => rememberIn(FILING, compute, (subject) => subject)

/** The same of things that follow one another, such as the rows at a place: the first and their number tell which. */
export const rememberRun = <One extends object, Value>(
  compute: (run: readonly One[]) => Value,
): ((run: readonly One[]) => Value) => {
  const known = rememberFor((_first: One) => new Map<number, { readonly value: Value }>())
  return (run) => {
    const [first] = run
    if (first === undefined) return compute(run)
    const runs = known(first)
    let kept = runs.get(run.length)
    if (kept === undefined) {
      kept = { value: compute(run) }
      runs.set(run.length, kept)
    }
    return kept.value
  }
}

/**
 * The same of what stands in an object, which `contentOf` names: remembered as long as that is there, which in
 * a large filing is not as long as the object.
 */
export const rememberForContent = <Subject, Value>(
  compute: (subject: Subject) => Value,
  contentOf: (subject: Subject) => object,
): ((subject: Subject) => Value) => rememberIn(CONTENT, compute, contentOf)

/** While it lasts, what was worked out is remembered. */
interface Era {
  count: number
}

const FILING: Era = { count: 0 }
const CONTENT: Era = { count: 0 }

/**
 * Another filing begins: what was remembered of the parts of those before is hardly asked for again. That they
 * would be let go without this is not enough: collecting the garbage among young objects, V8 takes all that
 * an old map leads to for alive, and would make every filing old.
 */
export const beginFiling = (): void => {
  FILING.count += 1
  CONTENT.count += 1
  for (let i = 0; i < RECENT; i += 1) keepAmongRecent(undefined)
}

/** The same for the content of a large filing: most of what was read of it has been dropped. */
export const dropContent = (): void => {
  CONTENT.count += 1
}

/** So much is kept of what was read of the texts of a large filing: what a project says, and some that it is compared with. */
const RECENT = 16
/** A ring, and not a set: what goes in and out of a set all the time becomes old with all of it. */
const recent: (Forgetful | undefined)[] = Array.from({ length: RECENT }, () => undefined)
let next = 0

/** What can be read again, and so may forget it. */
export interface Forgetful {
  readonly forget: () => void
}

/** Something has been read that takes room: it forgets that when others have been since, or another filing begins. */
export const keepAmongRecent = (one: Forgetful | undefined): void => {
  recent[next]?.forget()
  recent[next] = one
  next = (next + 1) % RECENT
}

const rememberIn = <Subject, Value>(
  era: Era,
  compute: (subject: Subject) => Value,
  keyOf: (subject: Subject) => object,
): ((subject: Subject) => Value) => {
  let known = new WeakMap<object, Value>()
  let knownIn = era.count
  return (subject) => {
    if (knownIn !== era.count) {
      known = new WeakMap()
      knownIn = era.count
    }
    return recall(known, keyOf(subject), compute, subject)
  }
}

const recall = <Subject, Value>(
  known: WeakMap<object, Value>,
  key: object,
  compute: (subject: Subject) => Value,
  subject: Subject,
): Value => {
  const found = known.get(key)
  // a computed `undefined` is remembered too
  if (found !== undefined || known.has(key)) return found as Value
  const value = compute(subject)
  known.set(key, value)
  return value
}

/** So many texts are kept in each of two generations. */
const GENERATION = 4096
/** Longer texts hardly ever come twice. */
const LONGEST = 200

/**
 * `compute`, remembered for the texts that keep coming back, as headings, names and values do from filing to
 * filing. For functions of the text alone, whose results nobody changes. What came only once is not kept,
 * since most texts never come back and keeping them costs more than reading them; what has not been asked
 * for in a while is forgotten, so that memory stays bounded however many filings pass.
 */
export const rememberText = <Value>(compute: (text: string) => Value): ((text: string) => Value) => {
  let young = new Map<string, { readonly value: Value }>()
  let old = new Map<string, { readonly value: Value }>()
  const seen = new Seen()
  return (text) => {
    if (text.length > LONGEST) return compute(text)
    const known = young.get(text)
    if (known !== undefined) return known.value
    if (!seen.before(text)) return compute(text)
    const own = ownCopyOf(text)
    const kept = old.get(own) ?? { value: compute(own) }
    if (young.size >= GENERATION) {
      old = young
      young = new Map()
    }
    young.set(own, kept)
    return kept.value
  }
}

/** The latest texts that were asked for, by their hashes; now and then one is taken for another. */
class Seen {
  #hashes: Int32Array | undefined

  /** Whether `text` was asked for before, as far as is known. */
  before(text: string): boolean {
    this.#hashes ??= new Int32Array(SEEN)
    const hashes = this.#hashes
    const hash = hashOf(text)
    const first = (hash ^ (hash >>> 16)) & (SEEN - SIDE_BY_SIDE)
    // The latest comes first, and the one that nobody asked for the longest is forgotten.
    let moved = hash
    for (let at = first; at < first + SIDE_BY_SIDE; at += 1) {
      const here = hashes[at] as number
      hashes[at] = moved
      if (here === hash) return true
      moved = here
    }
    return false
  }
}

const SEEN = 4096
/** Texts in one place: two that come in turns must not push each other out. */
const SIDE_BY_SIDE = 4

const hashOf = (text: string): number => {
  let hash = text.length
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash, 31) + text.charCodeAt(i)
  return hash | 0
}

/** V8 keeps the whole filing alive for a slice of it. */
const ownCopyOf = (text: string): string => (text.length < SLICED_FROM ? text : ` ${text}`.slice(1))
const SLICED_FROM = 13
