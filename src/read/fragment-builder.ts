import type { Span } from '../source/span.ts'
import { SpannedText } from '../source/spanned-text.ts'
import type { Fragment } from './fragment.ts'
import { BLOCK_TAGS } from './tags.ts'

/** Collects the text and the tags of one cell in order; positions are relative to the cell. */
export class FragmentBuilder {
  readonly #source: string
  readonly #span: Span
  readonly #hasDoubledQuotes: boolean
  readonly #parts: { text: string; span: Span }[] = []
  readonly #markup: Span[] = []
  #breakPending = false
  #openParagraphs = 0
  #unclosed = false

  constructor(source: string, span: Span, hasDoubledQuotes = false) {
    this.#source = source
    this.#span = span
    this.#hasDoubledQuotes = hasDoubledQuotes
  }

  /** Text from `start` to `end`, which reads as `decoded` where it is an entity. */
  text(start: number, end: number, decoded?: string): void {
    if (start >= end) return
    const span = this.#spanOf(start, end)
    const text = decoded ?? this.#source.slice(span.start, span.end)
    if (this.#breakPending && text.trim() === '') return
    const last = this.#parts.at(-1)
    if (this.#breakPending && last !== undefined)
      this.#parts.push({ text: '\n', span: { start: last.span.end, end: span.start } })
    this.#breakPending = false
    if (this.#hasDoubledQuotes && text.includes('""')) this.#pushUnquoted(text, span.start)
    else this.#parts.push({ text, span })
  }

  tag(start: number, end: number, name: string, isClosing: boolean): void {
    this.#markup.push(this.#spanOf(start, end))
    if (BLOCK_TAGS.has(name)) this.#breakPending = true
    if (name === 'p') this.#openParagraphs = isClosing ? 0 : this.#openParagraphs + 1
  }

  /** The cell ends inside a tag. */
  cutOff(): void {
    this.#unclosed = true
  }

  finish(): Fragment {
    const text = SpannedText.of(this.#parts, this.#span.start).trim()
    // Some makers never close a paragraph; then only the last one being open says nothing.
    return { text, markup: this.#markup, unclosed: this.#unclosed || this.#openParagraphs === 1 }
  }

  #spanOf(start: number, end: number): Span {
    return { start: this.#span.start + start, end: this.#span.start + end }
  }

  #pushUnquoted(text: string, start: number): void {
    let at = 0
    for (const piece of text.split('""')) {
      const from = start + at
      this.#parts.push({ text: piece, span: { start: from, end: from + piece.length } })
      at += piece.length
      if (at >= text.length) break
      this.#parts.push({ text: '"', span: { start: start + at, end: start + at + 2 } })
      at += 2
    }
  }
}
