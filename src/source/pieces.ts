import { fold } from './fold.ts'
import { storeNumbers } from './number-table.ts'
import type { Span } from './span.ts'

/** Numbers for each piece: where it begins in the text, and its range in the source. */
const SIZE = 3

/**
 * A text put together of stretches of a source, with the range that each stands for. One as long as its range
 * maps one to one; any other (`&ge;` → `≥`) maps as a block.
 */
export class Pieces {
  #text: string
  readonly #table: Int32Array
  /** Its numbers stand in the table from here on. */
  readonly #from: number
  readonly #to: number
  /** Whether the stretches stand in the source in the same order. */
  readonly isInOrder: boolean
  #folded: string | undefined
  #isPlain = false

  /** `packed`: the numbers of at least one piece. */
  constructor(text: string, packed: readonly number[], isInOrder: boolean) {
    this.#text = text
    const { table, from } = storeNumbers(packed)
    this.#table = table
    this.#from = from
    this.#to = from + packed.length
    this.isInOrder = isInOrder
  }

  get text(): string {
    return this.#text
  }

  /** `text` with widths and look-alikes folded. */
  get folded(): string {
    if (this.#folded !== undefined) return this.#folded
    const folded = fold(this.#text)
    this.#isPlain = folded === this.#text
    this.#folded = folded
    if (!this.#isPlain && folded.length > SHORT) keepRecent(this)
    return folded
  }

  /** Folding changes nothing; known once `folded` has been asked for. */
  get isPlain(): boolean {
    return this.#isPlain
  }

  /** Folds anew when next asked. */
  forgetFolded(): void {
    this.#folded = undefined
  }

  /** Where the character at `at` begins in the source. */
  startOf(at: number): number {
    return this.#placeIn(this.#indexOf(at), at)
  }

  /** Where the character before `at` ends in the source. */
  endOf(at: number): number {
    return this.#endIn(this.#indexOf(at - 1), at)
  }

  /** The stretches from `from` to `to`, cut to that. */
  *between(from: number, to: number): Generator<{ readonly text: string } & Span> {
    for (let i = this.#indexOf(from); i < this.#to && this.#at(i) < to; i += SIZE) {
      const start = Math.max(this.#at(i), from)
      const end = Math.min(this.#at(i + SIZE), to)
      if (start >= end) continue
      yield { text: this.#text.slice(start, end), start: this.#placeIn(i, start), end: this.#endIn(i, end) }
    }
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
    return i < this.#to ? (this.#table[i] as number) : this.#text.length
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
    const packed = this.isEmpty ? [0, place, place] : this.#packed
    return new Pieces(this.#text, packed, this.#isInOrder)
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
