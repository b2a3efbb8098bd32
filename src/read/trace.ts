import type { Span } from '../source/span.ts'

/** Text as it stands in a file, in one piece, and what of the file that is: a run of Word, a character on a page. */
export interface FilePiece<Part> {
  readonly text: string
  readonly of: Part
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
  const countUntil = (end: number): number =>
    countInk(text.slice(trace.span.start, Math.max(trace.span.start, Math.min(end, trace.span.end))))
  const [first, last] = [countUntil(span.start), countUntil(span.end)]
  const parts: TracedPart<Part>[] = []
  let count = 0
  for (const { text: printed, of } of trace.pieces) {
    let start = -1
    let end = -1
    for (let at = 0; at < printed.length; at += 1) {
      if (isBlank(printed.charAt(at))) continue
      if (first === last || (count >= first && count < last)) {
        if (start < 0) start = at
        end = at + 1
      }
      count += 1
    }
    if (start >= 0) parts.push({ of, start, end })
  }
  return parts
}

const countInk = (text: string): number => {
  let count = 0
  for (const character of text.split('')) if (!isBlank(character)) count += 1
  return count
}

const isBlank = (character: string): boolean => /\s/.test(character)
