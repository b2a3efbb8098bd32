import { foldedCode, isBlankCode, isLettered, meaningOfFolded } from './fold.ts'
import { PieceBuilder, type Pieces, type RecentPieces, Stretch } from './pieces.ts'
import type { Span } from './span.ts'

/** What readers have put together as a text; without any piece, it is the place `at`. */
export const textOfPieces = (builder: PieceBuilder, at: number): SpannedText => {
  const pieces = builder.finish(at)
  return new KeptText(pieces, 0, pieces.text)
}

/** What readers put together again when it is asked for. */
export const textOfRecentPieces = (pieces: RecentPieces): SpannedText =>
  new RecentText(pieces, 0, pieces.text.length)

/**
 * Text that remembers, piece by piece, where in the source it came from.
 *
 * A piece as long as its source range maps one to one; any other (`&ge;` → `≥`) maps as a block.
 * A slice shares the pieces of the text it was cut from, so slicing is cheap at any depth.
 */
export abstract class SpannedText {
  abstract readonly text: string
  /** Those of the whole text that this is a slice of. */
  readonly #pieces: Pieces
  /** Where it begins in that. */
  readonly #start: number
  #meaning: string | undefined
  #span: Span | undefined
  /** What has been worked out of it, by what worked it out. */
  #known: unknown[] | undefined

  protected constructor(pieces: Pieces, start: number) {
    this.#pieces = pieces
    this.#start = start
  }

  /** `compute`, worked out once for each text and kept in it; for what is asked of most texts again and again. */
  static remember<Value>(compute: (text: SpannedText) => Value): (text: SpannedText) => Value {
    const slot = slots
    slots += 1
    return (text) => {
      text.#known ??= []
      const known = text.#known[slot]
      if (known !== undefined) return (known === NOTHING ? undefined : known) as Value
      const value = compute(text)
      text.#known[slot] = value === undefined ? NOTHING : value
      return value
    }
  }

  /** The part of `source` that `span` covers, verbatim. */
  static ofSource(source: string, { start, end }: Span): SpannedText {
    const text = source.slice(start, end)
    return new KeptText(new Stretch(text, start), 0, text)
  }

  /** The given pieces one after another; pieces without text are left out. */
  static of(parts: readonly { readonly text: string; readonly span: Span }[], at: number): SpannedText {
    const pieces = new PieceBuilder()
    for (const { text, span } of parts) pieces.add(text, span.start, span.end)
    return textOfPieces(pieces, at)
  }

  /** `text` in the place of something that is printed otherwise. */
  static standingFor({ span }: SpannedText, text: string): SpannedText {
    return SpannedText.of([{ text, span }], span.start)
  }

  /**
   * `texts` one after another, with `glue` between; the glue stands for what lies between them, or, where
   * `isAdded`, for nothing in the source.
   */
  static join(texts: readonly SpannedText[], glue = '', isAdded = false): SpannedText {
    const [first] = texts
    if (first === undefined) throw new RangeError('SpannedText.join needs at least one text')
    if (texts.length === 1) return first
    const pieces = new PieceBuilder()
    let last: SpannedText | undefined
    for (const text of texts) {
      if (glue !== '' && last !== undefined) {
        const { start } = text.span
        const from = isAdded ? start : last.span.end
        pieces.add(glue, from, Math.max(from, start))
      }
      last = text
      const to = text.#start + text.length
      for (const part of text.#pieces.between(text.#start, to)) pieces.add(part.text, part.start, part.end)
    }
    return textOfPieces(pieces, first.span.start)
  }

  get length(): number {
    return this.text.length
  }

  /** `text` with widths and look-alikes folded: same length, same positions. Grammar reads this. */
  get folded(): string {
    const pieces = this.#pieces
    if (pieces.isPlain) return this.text
    const { folded } = pieces
    // Known only now.
    return pieces.isPlain ? this.text : folded.slice(this.#start, this.#start + this.length)
  }

  /** Whether letters stand for digits in it (2OO), which `folded` gives as digits. */
  get isLettered(): boolean {
    return isLettered(this.text, this.folded)
  }

  /** What `meaning` gives for it; asked for again and again, so it is kept. */
  get meaning(): string {
    this.#meaning ??= meaningOfFolded(this.folded)
    return this.#meaning
  }

  /** `meaning` for people to read: letters that stand for digits are shown as they are printed. */
  get shown(): string {
    return this.isLettered ? meaningOfFolded(this.text) : this.meaning
  }

  /** Whether it means what another text does; most differ in their first letters, before either is folded. */
  meansSameAs(other: SpannedText): boolean {
    return firstLetter(this.text) === firstLetter(other.text) && this.meaning === other.meaning
  }

  /** The smallest source range that holds all of it. */
  get span(): Span {
    this.#span ??= this.#pieces.spanOf(this.#start, this.#start + this.length)
    return this.#span
  }

  /** The exact source ranges it consists of; more than one where the text was put together. */
  get ranges(): readonly Span[] {
    return this.#pieces.rangesBetween(this.#start, this.#start + this.length)
  }

  /** The stretches of it without the characters whose place in the source `isTaken`, and without the blanks around them. */
  without(isTaken: (place: number) => boolean): readonly SpannedText[] {
    const stretches: SpannedText[] = []
    let from = 0
    for (let at = 0; at <= this.length; at += 1) {
      if (at < this.length && !isTaken(this.slice(at, at + 1).span.start)) continue
      const stretch = this.trimmed(from, at)
      if (!stretch.isBlank) stretches.push(stretch)
      from = at + 1
    }
    return stretches
  }

  /** The part from `start` to `end` (default: the end), positions kept. */
  slice(start: number, end = this.length): SpannedText {
    if (start === 0 && end === this.length) return this
    return this.part(this.#pieces, this.#start + start, start, Math.max(start, end))
  }

  /** The part from `start` to `end`, which begins at `at` in the pieces. */
  protected part(pieces: Pieces, at: number, start: number, end: number): SpannedText {
    return new KeptText(pieces, at, this.text.slice(start, end))
  }

  /**
   * Where this text begins in `whole`, of which it is a slice (of a slice …).
   *
   * @throws RangeError if it is none
   */
  offsetIn(whole: SpannedText): number {
    const offset = this.#start - whole.#start
    if (this.#pieces !== whole.#pieces || offset < 0 || offset + this.length > whole.length) {
      throw new RangeError('not a slice of that text')
    }
    return offset
  }

  /** Where this text ends in `whole`; see `offsetIn`. */
  endIn(whole: SpannedText): number {
    return this.offsetIn(whole) + this.length
  }

  /** Without blanks at either end (full-width and zero-width ones too). */
  trim(): SpannedText {
    return this.trimmed(0)
  }

  /** The part from `start` to `end` without blanks at either end. */
  trimmed(from: number, to = this.length): SpannedText {
    const { text } = this
    let start = from
    let end = Math.max(from, to)
    while (start < end && isBlankCode(text.charCodeAt(start))) start += 1
    while (end > start && isBlankCode(text.charCodeAt(end - 1))) end -= 1
    return this.slice(start, end)
  }

  /** Whether there is nothing but blanks in it. */
  get isBlank(): boolean {
    const { text } = this
    for (let i = 0; i < text.length; i += 1) if (!isBlankCode(text.charCodeAt(i))) return false
    return true
  }

  toJSON(): { text: string; start: number; end: number } {
    return { text: this.text, ...this.span }
  }
}

/** So many things are worked out of texts. */
let slots = 0
/** In place of an `undefined` that was worked out. */
const NOTHING = Symbol('nothing')

/** A text with its characters. */
class KeptText extends SpannedText {
  readonly text: string
  #folded: string | undefined

  constructor(pieces: Pieces, start: number, text: string) {
    super(pieces, start)
    this.text = text
  }

  /** Of short texts it is kept: grammar asks for it again and again. */
  override get folded(): string {
    if (this.#folded !== undefined) return this.#folded
    const folded = super.folded
    if (folded.length < LONG) this.#folded = folded
    return folded
  }
}

/** A text whose characters are not kept: it asks its pieces for them each time. */
class RecentText extends SpannedText {
  readonly #pieces: Pieces
  readonly #start: number
  readonly #length: number

  constructor(pieces: Pieces, start: number, length: number) {
    super(pieces, start)
    this.#pieces = pieces
    this.#start = start
    this.#length = length
  }

  get text(): string {
    return this.#pieces.text.slice(this.#start, this.#start + this.#length)
  }

  override get length(): number {
    return this.#length
  }

  protected override part(pieces: Pieces, at: number, start: number, end: number): SpannedText {
    const length = Math.min(end, this.#length) - start
    if (length < LONG) return super.part(pieces, at, start, end)
    return new RecentText(pieces, at, length)
  }
}

/** Shorter parts of a text that is not kept are kept with their characters: most are asked for again and again. */
const LONG = 200

/** The folded code of the first character that prints; 0 where none does. */
const firstLetter = (text: string): number => {
  let at = 0
  while (at < text.length && isUnprinted(text.charCodeAt(at))) at += 1
  return at < text.length ? foldedCode(text.charCodeAt(at)) : 0
}

/** Blanks, and the line and paragraph separators of Unicode. */
const isUnprinted = (code: number): boolean => isBlankCode(code) || code === 0x2028 || code === 0x2029
