import { keepAmongRecent } from '../remember.ts'
import { fold } from './fold.ts'
import { NumberTables, type StoredNumbers } from './number-table.ts'
import { coverAll, type Span } from './span.ts'

/** Numbers for each piece: where it begins in the text, and its range in the source. */
const SIZE = 3

/** A text put together of stretches of a source, with the range that each stands for. */
export abstract class Pieces {
  abstract readonly text: string
  #folded: string | undefined
  /** Folding changes nothing; known once `folded` has been asked for. */
  isPlain = false

  /** The smallest range of the source that holds what these stand for. */
  abstract spanOf(from: number, to: number): Span
  /** The stretches from `from` to `to`, cut to that. */
  abstract between(from: number, to: number): readonly ({ readonly text: string } & Span)[]
  /** The ranges of the source that these stand for; such as follow one another are one. */
  abstract rangesBetween(from: number, to: number): readonly Span[]

  /** `text` with widths and look-alikes folded. */
  get folded(): string {
    if (this.#folded !== undefined) return this.#folded
    const { text } = this
    const folded = fold(text)
    this.isPlain = folded === text
    this.#folded = folded
    if (!this.isPlain && folded.length > SHORT) keepRecent(this)
    return folded
  }

  /** Folds anew when next asked. */
  forgetFolded(): void {
    this.#folded = undefined
  }
}

/** A single stretch that maps one to one: what most cells are. */
export class Stretch extends Pieces {
  readonly text: string
  readonly #start: number

  constructor(text: string, start: number) {
    super()
    this.text = text
    this.#start = start
  }

  spanOf(from: number, to: number): Span {
    return { start: this.#start + from, end: this.#start + to }
  }

  between(from: number, to: number): readonly ({ readonly text: string } & Span)[] {
    if (from >= to) return []
    return [{ text: this.text.slice(from, to), start: this.#start + from, end: this.#start + to }]
  }

  rangesBetween(from: number, to: number): readonly Span[] {
    return from >= to ? [] : [{ start: this.#start + from, end: this.#start + to }]
  }
}

/** Stretches in a table. One as long as its range maps one to one; any other (`&ge;` → `≥`) maps as a block. */
class TabledPieces extends Pieces {
  readonly text: string
  /** Whether the stretches stand in the source in the same order; not so where a unit is printed before its value. */
  readonly #isInOrder: boolean
  readonly #table: Int32Array
  /** Its numbers stand in the table from here on. */
  readonly #from: number
  readonly #to: number

  constructor(text: string, { table, from }: StoredNumbers, length: number, isInOrder: boolean) {
    super()
    this.text = text
    this.#isInOrder = isInOrder
    this.#table = table
    this.#from = from
    this.#to = from + length
  }

  spanOf(from: number, to: number): Span {
    const first = this.#indexOf(from)
    const start = this.#placeIn(first, from)
    const empty = { start, end: start }
    if (from === to) return empty
    if (!this.#isInOrder) return coverAll(this.rangesBetween(from, to), empty)
    const last = to <= this.#at(first + SIZE) ? first : this.#indexOf(to - 1)
    return { start, end: this.#endIn(last, to) }
  }

  between(from: number, to: number): readonly ({ readonly text: string } & Span)[] {
    const found: ({ readonly text: string } & Span)[] = []
    for (let i = this.#indexOf(from); i < this.#to && this.#at(i) < to; i += SIZE) {
      const start = Math.max(this.#at(i), from)
      const end = Math.min(this.#at(i + SIZE), to)
      if (start >= end) continue
      const text = this.text.slice(start, end)
      found.push({ text, start: this.#placeIn(i, start), end: this.#endIn(i, end) })
    }
    return found
  }

  rangesBetween(from: number, to: number): readonly Span[] {
    const ranges: Span[] = []
    let open = -1
    let openEnd = -1
    for (let i = this.#indexOf(from); i < this.#to && this.#at(i) < to; i += SIZE) {
      const first = Math.max(this.#at(i), from)
      const last = Math.min(this.#at(i + SIZE), to)
      if (first >= last) continue
      const start = this.#placeIn(i, first)
      if (start !== openEnd) {
        if (open >= 0) ranges.push({ start: open, end: openEnd })
        open = start
      }
      openEnd = this.#endIn(i, last)
    }
    if (open >= 0) ranges.push({ start: open, end: openEnd })
    return ranges
  }

  /** The index of the stretch that holds the character at `at`; of the first or last one outside of them. */
  #indexOf(at: number): number {
    let low = 0
    let high = (this.#to - this.#from) / SIZE - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#table[this.#from + middle * SIZE] as number) <= at) low = middle
      else high = middle - 1
    }
    return this.#from + low * SIZE
  }

  /** Where in the text the stretch at an index begins; behind the last one, the text's end. */
  #at(i: number): number {
    return i < this.#to ? (this.#table[i] as number) : this.text.length
  }

  #placeIn(i: number, at: number): number {
    const start = this.#table[i + 1] as number
    const end = this.#table[i + 2] as number
    const next = this.#at(i + SIZE)
    if (end - start === next - this.#at(i)) return start + (at - this.#at(i))
    return at >= next ? end : start
  }

  #endIn(i: number, at: number): number {
    const start = this.#table[i + 1] as number
    const end = this.#table[i + 2] as number
    return end - start === this.#at(i + SIZE) - this.#at(i) ? start + (at - this.#at(i)) : end
  }
}

const TABLES = new NumberTables()

/**
 * Pieces that are read again when they are asked for: those of a long text in a large source, which would take more
 * memory than the source itself.
 */
export abstract class RecentPieces extends Pieces {
  #pieces: Pieces | undefined

  /** Puts them together. */
  protected abstract read(): PieceBuilder

  get text(): string {
    return this.#known.text
  }

  spanOf(from: number, to: number): Span {
    return this.#known.spanOf(from, to)
  }

  between(from: number, to: number): readonly ({ readonly text: string } & Span)[] {
    return this.#known.between(from, to)
  }

  rangesBetween(from: number, to: number): readonly Span[] {
    return this.#known.rangesBetween(from, to)
  }

  forget(): void {
    this.#pieces = undefined
    this.forgetFolded()
  }

  get #known(): Pieces {
    if (this.#pieces === undefined) {
      this.#pieces = this.read().finishAlone()
      keepAmongRecent(this)
    }
    return this.#pieces
  }
}

/** Puts the pieces of a text together, in its order. */
export class PieceBuilder {
  #text = ''
  readonly #packed: number[] = []
  #isInOrder = true

  /** A stretch behind those before; one without text is left out. */
  add(text: string, start: number, end: number): void {
    if (text === '') return
    if (!this.isEmpty && start < this.end) this.#isInOrder = false
    this.#packed.push(this.#text.length, start, end)
    this.#text += text
  }

  get isEmpty(): boolean {
    return this.#packed.length === 0
  }

  /** Where the range of the last stretch ends. */
  get end(): number {
    return this.#packed[this.#packed.length - 1] as number
  }

  /** The pieces so far; without any, an empty one at `place` in the source. */
  finish(place: number): Pieces {
    if (this.isEmpty) return new Stretch('', place)
    const packed = this.#packed
    if (packed.length === SIZE && this.end - (packed[1] as number) === this.#text.length)
      return new Stretch(this.#text, packed[1] as number)
    return new TabledPieces(this.#text, TABLES.store(packed), packed.length, this.#isInOrder)
  }

  /** The same in a table of their own, which goes with them; there are some. */
  finishAlone(): Pieces {
    const table = Int32Array.from(this.#packed)
    return new TabledPieces(this.#text, { table, from: 0 }, table.length, this.#isInOrder)
  }
}

/** Longer folded texts are kept as long as they are among the last that were asked for. */
const SHORT = 200
/** So many characters of them are: more than any but the largest filings have. */
const KEPT = 2 ** 20

interface Recent {
  readonly pieces: WeakRef<Pieces>
  readonly length: number
}

const recent = new Set<Recent>()
let kept = 0

const keepRecent = (pieces: Pieces): void => {
  const { length } = pieces.text
  recent.add({ pieces: new WeakRef(pieces), length })
  kept += length
  for (const oldest of recent) {
    if (kept <= KEPT) break
    recent.delete(oldest)
    kept -= oldest.length
    oldest.pieces.deref()?.forgetFolded()
  }
}
