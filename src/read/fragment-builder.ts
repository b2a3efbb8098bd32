import { PieceBuilder, type RecentPieces } from '../source/pieces.ts'
import { type Span, Spans } from '../source/span.ts'
import { textOfPieces, textOfRecentPieces } from '../source/spanned-text.ts'
import type { Fragment } from './fragment.ts'

/** Tags that begin a new paragraph. */
export const BLOCK_TAGS: ReadonlySet<string> = new Set(
  'p div br li ul ol tr td th table tbody thead h1 h2 h3 h4 h5 h6 hr section article'.split(' '),
)

/** Other tags of HTML that occur in cells. Whatever else stands in `<>` is text: `<甲级>`, `<O&M>`. */
export const INLINE_TAGS: ReadonlySet<string> = new Set(
  'b strong i em u s span font a sub sup small big strike del ins center label mark code o:p img colgroup col caption'.split(
    ' ',
  ),
)

/** Collects the text and the tags of one cell in order; positions are relative to the cell. */
export class FragmentBuilder {
  readonly #source: string
  readonly #start: number
  readonly #hasDoubledQuotes: boolean
  readonly #pieces = new PieceBuilder()
  /** Start and end of each tag. */
  readonly #markup: number[] = []
  #breakPending = false
  #openParagraphs = 0
  #unclosed = false

  constructor(source: string, { start }: Span, hasDoubledQuotes = false) {
    this.#source = source
    this.#start = start
    this.#hasDoubledQuotes = hasDoubledQuotes
  }

  /** Text from `start` to `end`, which reads as `decoded` where it is an entity. */
  text(start: number, end: number, decoded?: string): void {
    if (start >= end) return
    const from = this.#start + start
    const to = this.#start + end
    const text = decoded ?? this.#source.slice(from, to)
    if (this.#breakPending) {
      if (text.trim() === '') return
      if (!this.#pieces.isEmpty) this.#pieces.add('\n', this.#pieces.end, from)
      this.#breakPending = false
    }
    if (this.#hasDoubledQuotes && text.includes('""')) this.#addUnquoted(text, from)
    else this.#pieces.add(text, from, to)
  }

  tag(start: number, end: number, name: string, isClosing: boolean): void {
    this.#markup.push(this.#start + start, this.#start + end)
    if (BLOCK_TAGS.has(name)) this.#breakPending = true
    if (name === 'p') this.#openParagraphs = isClosing ? 0 : this.#openParagraphs + 1
  }

  /** The cell ends inside a tag. */
  cutOff(): void {
    this.#unclosed = true
  }

  get pieces(): PieceBuilder {
    return this.#pieces
  }

  /** What was collected; where `recent` will read the text again, it is not kept. */
  finish(recent?: RecentPieces): Fragment {
    const isRecent = recent !== undefined && !this.#pieces.isEmpty
    const text = isRecent ? textOfRecentPieces(recent) : textOfPieces(this.#pieces, this.#start)
    return {
      text: text.trim(),
      markup: new Spans(this.#markup),
      // Some makers never close a paragraph; then only the last one being open says nothing.
      unclosed: this.#unclosed || this.#openParagraphs === 1,
    }
  }

  #addUnquoted(text: string, start: number): void {
    let at = 0
    for (const piece of text.split('""')) {
      const from = start + at
      this.#pieces.add(piece, from, from + piece.length)
      at += piece.length
      if (at >= text.length) break
      this.#pieces.add('"', start + at, start + at + 2)
      at += 2
    }
  }
}
