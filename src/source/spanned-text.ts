import { fold, meaningOfFolded } from './fold.ts'
import { coverAll, type Span } from './span.ts'

/** One stretch of text and the source range it came from. */
interface Piece {
  /** Where the stretch begins in the whole text. */
  readonly at: number
  readonly length: number
  readonly span: Span
}

/** A whole text with its pieces, shared by all slices of it. */
interface Origin {
  readonly text: string
  readonly pieces: readonly Piece[]
  /** The pieces stand in the source in the same order. */
  readonly isInOrder: boolean
  folded: string | undefined
  /** Folding changes nothing; known once `folded` is. */
  isPlain: boolean
}

/**
 * Text that remembers, piece by piece, where in the source it came from.
 *
 * A piece as long as its source range maps one to one; any other (`&ge;` → `≥`) maps as a block.
 * A slice shares the pieces of the text it was cut from, so slicing is cheap at any depth.
 */
export class SpannedText {
  readonly text: string
  readonly #origin: Origin
  readonly #start: number
  #meaning: string | undefined

  private constructor(origin: Origin, start: number, text: string) {
    this.#origin = origin
    this.#start = start
    this.text = text
  }

  /** The part of `source` that `span` covers, verbatim. */
  static ofSource(source: string, span: Span): SpannedText {
    const text = source.slice(span.start, span.end)
    const piece = { at: 0, length: text.length, span }
    return new SpannedText(
      { text, pieces: [piece], isInOrder: true, folded: undefined, isPlain: false },
      0,
      text,
    )
  }

  /** The given pieces one after another; pieces without text are left out. */
  static of(parts: readonly { readonly text: string; readonly span: Span }[], at: number): SpannedText {
    const pieces: Piece[] = []
    let text = ''
    let isInOrder = true
    for (const part of parts) {
      if (part.text === '') continue
      const before = pieces.at(-1)
      if (before !== undefined && part.span.start < before.span.end) isInOrder = false
      pieces.push({ at: text.length, length: part.text.length, span: part.span })
      text += part.text
    }
    if (pieces.length === 0) pieces.push({ at: 0, length: 0, span: { start: at, end: at } })
    return new SpannedText({ text, pieces, isInOrder, folded: undefined, isPlain: false }, 0, text)
  }

  /** `texts` one after another, with `glue` between; the glue stands for what lies between them. */
  static join(texts: readonly SpannedText[], glue = ''): SpannedText {
    const [first] = texts
    if (first === undefined) throw new RangeError('SpannedText.join needs at least one text')
    if (texts.length === 1) return first
    const parts: { text: string; span: Span }[] = []
    for (const [i, text] of texts.entries()) {
      const before = texts[i - 1]
      if (glue !== '' && before !== undefined) {
        const start = before.span.end
        parts.push({ text: glue, span: { start, end: Math.max(start, text.span.start) } })
      }
      parts.push(...text.#parts())
    }
    return SpannedText.of(parts, first.span.start)
  }

  get length(): number {
    return this.text.length
  }

  /** `text` with widths and look-alikes folded: same length, same positions. Grammar reads this. */
  get folded(): string {
    const origin = this.#origin
    const folded = foldedOf(origin)
    return origin.isPlain ? this.text : folded.slice(this.#start, this.#start + this.text.length)
  }

  /** What `meaning` gives for it; asked for again and again, so it is kept. */
  get meaning(): string {
    this.#meaning ??= meaningOfFolded(this.folded)
    return this.#meaning
  }

  /** The smallest source range that holds all of it. */
  get span(): Span {
    const from = this.#start
    const to = from + this.text.length
    const first = this.#pieceAt(from, 'right')
    if (from === to) {
      const at = placeIn(first, from)
      return { start: at, end: at }
    }
    // Cells put together in another order than they are printed in: unit before value.
    if (!this.#origin.isInOrder) return coverAll(this.ranges, first.span)
    return { start: placeIn(first, from), end: endIn(this.#pieceAt(to, 'left'), to) }
  }

  /** The exact source ranges it consists of; more than one where the text was put together. */
  get ranges(): readonly Span[] {
    const spans: Span[] = []
    for (const { span } of this.#parts()) {
      const last = spans.at(-1)
      if (last !== undefined && last.end === span.start)
        spans[spans.length - 1] = { start: last.start, end: span.end }
      else spans.push(span)
    }
    return spans
  }

  /** The part from `start` to `end` (default: the end), positions kept. */
  slice(start: number, end = this.text.length): SpannedText {
    if (start === 0 && end === this.text.length) return this
    return new SpannedText(this.#origin, this.#start + start, this.text.slice(start, Math.max(start, end)))
  }

  /**
   * Where this text begins in `whole`, of which it is a slice (of a slice …).
   *
   * @throws RangeError if it is none
   */
  offsetIn(whole: SpannedText): number {
    const offset = this.#start - whole.#start
    if (this.#origin !== whole.#origin || offset < 0 || offset + this.length > whole.length) {
      throw new RangeError('not a slice of that text')
    }
    return offset
  }

  /** Without blanks at either end (full-width and zero-width ones too). */
  trim(): SpannedText {
    const folded = foldedOf(this.#origin)
    const from = this.#start
    let start = from
    let end = from + this.text.length
    while (start < end && isBlank(folded.charCodeAt(start))) start += 1
    while (end > start && isBlank(folded.charCodeAt(end - 1))) end -= 1
    return this.slice(start - from, end - from)
  }

  /** Whether there is nothing but blanks in it. */
  get isBlank(): boolean {
    const folded = foldedOf(this.#origin)
    const end = this.#start + this.text.length
    for (let i = this.#start; i < end; i += 1) if (!isBlank(folded.charCodeAt(i))) return false
    return true
  }

  toJSON(): { text: string; start: number; end: number } {
    return { text: this.text, ...this.span }
  }

  #pieceAt(at: number, side: 'left' | 'right'): Piece {
    return this.#origin.pieces[this.#indexAt(at, side)] as Piece
  }

  #indexAt(at: number, side: 'left' | 'right' = 'right'): number {
    const { pieces } = this.#origin
    let low = 0
    let high = pieces.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      const piece = pieces[middle] as Piece
      if (side === 'right' ? piece.at <= at : piece.at < at) low = middle
      else high = middle - 1
    }
    return low
  }

  #parts(): { text: string; span: Span }[] {
    const from = this.#start
    const to = from + this.text.length
    const parts: { text: string; span: Span }[] = []
    const { pieces } = this.#origin
    for (let i = this.#indexAt(from); i < pieces.length; i += 1) {
      const piece = pieces[i] as Piece
      if (piece.at >= to) break
      if (piece.at + piece.length <= from) continue
      const start = Math.max(piece.at, from)
      const end = Math.min(piece.at + piece.length, to)
      parts.push({
        text: this.#origin.text.slice(start, end),
        span: { start: placeIn(piece, start), end: endIn(piece, end) },
      })
    }
    return parts
  }
}

const foldedOf = (origin: Origin): string => {
  if (origin.folded !== undefined) return origin.folded
  const folded = fold(origin.text)
  origin.folded = folded
  origin.isPlain = folded === origin.text
  return folded
}

const isVerbatim = (piece: Piece): boolean => piece.span.end - piece.span.start === piece.length

const placeIn = (piece: Piece, at: number): number => {
  if (isVerbatim(piece)) return piece.span.start + (at - piece.at)
  return at >= piece.at + piece.length ? piece.span.end : piece.span.start
}

const endIn = (piece: Piece, at: number): number =>
  isVerbatim(piece) ? piece.span.start + (at - piece.at) : piece.span.end

const isBlank = (code: number): boolean => code === 32 || (code >= 9 && code <= 13)
