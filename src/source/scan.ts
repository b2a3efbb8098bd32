import type { Span } from './span.ts'

/** Characters read from a picture less surely (as a percentage) may be others. */
export const SURE_CHARACTER = 90

/** How sure it is what stands in a text that was read from pictures, character by character. */
export class Scan {
  readonly #text: string
  /** By UTF-16 unit: 0 for what was not read from a picture, else a percentage and 1. */
  readonly #marks: Uint8Array

  constructor(text: string, marks: Uint8Array) {
    this.#text = text
    this.#marks = marks
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
}
