import type { Span } from '../source/span.ts'

/** Text as it stands in a file, in one piece, and what of the file that is: a run of Word, a character on a page. */
export interface FilePiece<Part> {
  readonly text: string
  readonly of: Part
  /** How sure it is, as a percentage, where it was read from a picture. */
  readonly certainty?: number | undefined
  /** What else it may be then, the likeliest first. */
  readonly others?: string | undefined
}

/** What of the file a stretch of the text made of it stands for. */
export interface Trace<Part> {
  readonly span: Span
  /** What holds it, text or not: a cell, a paragraph, a line. */
  readonly holder: Part
  /** What it was made of. Between them and in the text only blanks and line ends differ. */
  readonly pieces: readonly FilePiece<Part>[]
}

/** A part of the file with the range of its text that is meant. */
export interface TracedPart<Part> {
  readonly of: Part
  readonly start: number
  readonly end: number
}

/**
 * What of the file a span of the text stands for; all that a trace has where the span holds nothing of it but
 * blanks. Readers add and drop blanks, never another character: so the characters that aren't are counted.
 */
export const partsAt = <Part>(trace: Trace<Part>, text: string, span: Span): TracedPart<Part>[] => {
  const { start: from, end: to } = trace.span
  const within = (offset: number): number => Math.max(from, Math.min(offset, to))
  const first = countInk(text, from, within(span.start))
  const last = first + countInk(text, within(span.start), within(span.end))
  const all = last + countInk(text, within(span.end), to)
  // Should they not be the same after all, no part of them can be told.
  const isWhole = first === last || inkOf(trace) !== all
  const parts: TracedPart<Part>[] = []
  let count = 0
  for (const { text: printed, of } of trace.pieces) {
    let start = -1
    let end = -1
    for (let at = 0; at < printed.length; at += 1) {
      if (isBlank(printed.charCodeAt(at))) continue
      if (isWhole || (count >= first && count < last)) {
        if (start < 0) start = at
        end = at + 1
      }
      count += 1
    }
    if (start >= 0) parts.push({ of, start, end })
  }
  return parts
}

/** How a text was read from pictures, for `Scan`: its marks, and what its characters may be as well, by offset. */
export interface ScanMarks {
  readonly marks: Uint8Array
  readonly others: readonly (readonly [at: number, others: string])[]
}

/**
 * How a text was read, by the pieces that it was made of; undefined where none was read from a picture.
 * Blanks have no marks.
 */
export const scanMarksOf = (text: string, pieces: readonly FilePiece<unknown>[]): ScanMarks | undefined => {
  if (pieces.every(({ certainty }) => certainty === undefined)) return undefined
  const marks = new Uint8Array(text.length)
  const all: [number, string][] = []
  let at = 0
  for (const { text: printed, certainty, others } of pieces)
    for (let i = 0; i < printed.length; i += 1) {
      if (isBlank(printed.charCodeAt(i))) continue
      while (at < text.length && isBlank(text.charCodeAt(at))) at += 1
      if (certainty !== undefined && at < text.length) marks[at] = certainty + 1
      if (others !== undefined && printed.length === 1) all.push([at, others])
      at += 1
    }
  return { marks, others: all }
}

const inkOf = ({ pieces }: Trace<unknown>): number =>
  pieces.reduce((count, { text }) => count + countInk(text, 0, text.length), 0)

const countInk = (text: string, start: number, end: number): number => {
  let count = 0
  for (let at = start; at < end; at += 1) if (!isBlank(text.charCodeAt(at))) count += 1
  return count
}

/** What a pattern takes for a blank (`\s`): the most frequent characters by their codes alone. */
const isBlank = (code: number): boolean =>
  code <= 0x20 ||
  code === 0x3000 ||
  code === 0xfeff ||
  (code >= 0xa0 && code < 0x3000 && /\s/.test(String.fromCharCode(code)))
