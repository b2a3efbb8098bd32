import type { Span } from './span.ts'

/** Characters read from a picture less surely (as a percentage) may be others. */
export const SURE_CHARACTER = 90

/** A character that was not read surely. */
export interface DoubtfulCharacter {
  readonly at: number
  readonly text: string
  /** What else it may be, by what read it, the likeliest first. */
  readonly others: string
}

/** What was made out of a doubtful character by what the rest of the filing says. */
export interface OtherReading {
  readonly at: number
  readonly text: string
}

/** How sure it is what stands in a text that was read from pictures, character by character. */
export class Scan {
  readonly #text: string
  /** By UTF-16 unit: 0 for what was not read from a picture, else a percentage and 1. */
  readonly #marks: Uint8Array
  /** What doubtful characters may be as well, by their offsets. */
  readonly #others: ReadonlyMap<number, string>
  /** Readings of single characters that leave nothing of a problem, by its rule and place. */
  readonly #undoing: ReadonlyMap<string, OtherReading>
  /** Places as they look, as PNG, where these were asked for. */
  readonly #cutOuts: ReadonlyMap<string, Uint8Array> | undefined

  constructor(
    text: string,
    marks: Uint8Array,
    others: ReadonlyMap<number, string> = new Map(),
    undoing: ReadonlyMap<string, OtherReading> = new Map(),
    cutOuts?: ReadonlyMap<string, Uint8Array>,
  ) {
    this.#text = text
    this.#marks = marks
    this.#others = others
    this.#undoing = undoing
    this.#cutOuts = cutOuts
  }

  /** The percentage of the least sure character in `span`; undefined where none was read from a picture. */
  certaintyOf({ start, end }: Span): number | undefined {
    let least = 0
    for (let at = start; at < end; at += 1) {
      const mark = this.#marks[at] ?? 0
      if (mark > 0 && (least === 0 || mark < least)) least = mark
    }
    return least === 0 ? undefined : least - 1
  }

  /** What was read there. */
  textOf({ start, end }: Span): string {
    return this.#text.slice(start, end)
  }

  /** The characters in `span` that were not read surely. */
  doubtfulIn({ start, end }: Span): DoubtfulCharacter[] {
    const doubtful: DoubtfulCharacter[] = []
    for (let at = start; at < end; at += 1) {
      const mark = this.#marks[at] ?? 0
      if (mark === 0 || mark > SURE_CHARACTER) continue
      doubtful.push({ at, text: this.#text.charAt(at), others: this.#others.get(at) ?? '' })
    }
    return doubtful
  }

  /** The reading of a doubtful character with which a rule would have nothing to say of a place. */
  readingThatUndoes(rule: string, at: Span): OtherReading | undefined {
    return this.#undoing.get(keyOf(rule, at))
  }

  /** The same where some characters are read as others, which is sure then. */
  reading(settled: readonly OtherReading[]): Scan {
    const marks = Uint8Array.from(this.#marks)
    for (const { at } of settled) marks[at] = SURE_CHARACTER + 1
    return new Scan(withReadings(this.#text, settled), marks, this.#others, this.#undoing, this.#cutOuts)
  }

  /** The same with what would undo problems. */
  undoneBy(
    readings: readonly { readonly rule: string; readonly at: Span; readonly by: OtherReading }[],
  ): Scan {
    const undoing = new Map(readings.map(({ rule, at, by }) => [keyOf(rule, at), by]))
    return new Scan(this.#text, this.#marks, this.#others, undoing, this.#cutOuts)
  }

  /** The same with pictures of some places, cut out of the scan. */
  showing(cutOuts: readonly { readonly at: Span; readonly picture: Uint8Array }[]): Scan {
    const byPlace = new Map(cutOuts.map(({ at, picture }) => [placeKey(at), picture]))
    return new Scan(this.#text, this.#marks, this.#others, this.#undoing, byPlace)
  }

  /** Whether there are pictures of places. */
  get hasCutOuts(): boolean {
    return this.#cutOuts !== undefined
  }

  /** How a place looks in the scan, as PNG. */
  cutOutAt(at: Span): Uint8Array | undefined {
    return this.#cutOuts?.get(placeKey(at))
  }
}

const placeKey = ({ start, end }: Span): string => `${start}-${end}`

const keyOf = (rule: string, at: Span): string => `${rule} ${placeKey(at)}`

/** A text with single characters of it replaced. */
export const withReadings = (text: string, readings: readonly OtherReading[]): string => {
  let changed = text
  for (const { at, text: read } of readings) changed = changed.slice(0, at) + read + changed.slice(at + 1)
  return changed
}
