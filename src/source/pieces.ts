import { fold } from './fold.ts'
import type { Span } from './span.ts'

/** Numbers for each piece: where it begins in the text, and its range in the source. */
const SIZE = 3

/**
 * A text put together of stretches of a source, with the range that each stands for. One as long as its range
 * maps one to one; any other (`&ge;` → `≥`) maps as a block. Packed, since cells consist of hundreds of them.
 */
export class Pieces {
  #text: string
  #packed: number[]
  #isInOrder = true
  #folded: string | undefined
  #isPlain = false

  private constructor(text: string, packed: number[]) {
    this.#text = text
    this.#packed = packed
  }

  /** None yet. */
  static none(): Pieces {
    return new Pieces('', [])
  }

  /** The part of `source` that a range covers, verbatim. */
  static ofSource(source: string, start: number, end: number): Pieces {
    return new Pieces(source.slice(start, end), [0, start, end])
  }

  /** A stretch behind those before; one without text is left out. */
  add(text: string, start: number, end: number): void {
    if (text === '') return
    if (this.#packed.length > 0 && start < this.end) this.#isInOrder = false
    this.#packed.push(this.#text.length, start, end)
    this.#text += text
  }

  /** Nothing is added any more. `place` is where in the source a text without any stretch stands. */
  seal(place: number): void {
    // A copy takes no more room than it needs, as an array does that grows.
    this.#packed = this.#packed.length === 0 ? [0, place, place] : this.#packed.slice()
  }

  get text(): string {
    return this.#text
  }

  /** Whether the stretches stand in the source in the same order. */
  get isInOrder(): boolean {
    return this.#isInOrder
  }

  get isEmpty(): boolean {
    return this.#packed.length === 0
  }

  /** Where the range of the last stretch ends. */
  get end(): number {
    return this.#packed[this.#packed.length - 1] as number
  }

  /** `text` with widths and look-alikes folded. */
  get folded(): string {
    if (this.#folded === undefined) {
      this.#folded = fold(this.#text)
      this.#isPlain = this.#folded === this.#text
    }
    return this.#folded
  }

  /** Folding changes nothing; known once `folded` is. */
  get isPlain(): boolean {
    return this.#isPlain
  }

  /** Where the character at `at` begins in the source. */
  startOf(at: number): number {
    const i = this.#indexOf(at)
    return this.#placeIn(i, at)
  }

  /** Where the character before `at` ends in the source. */
  endOf(at: number): number {
    const i = this.#indexOf(at - 1)
    return this.#endIn(i, at)
  }

  /** The stretches from `from` to `to`, cut to that. */
  *between(from: number, to: number): Generator<{ readonly text: string } & Span> {
    for (let i = this.#indexOf(from); i < this.#packed.length && this.#at(i) < to; i += SIZE) {
      const start = Math.max(this.#at(i), from)
      const end = Math.min(this.#at(i + SIZE), to)
      if (start >= end) continue
      yield { text: this.#text.slice(start, end), start: this.#placeIn(i, start), end: this.#endIn(i, end) }
    }
  }

  /** The index of the stretch that holds the character at `at`; the first or last one outside of them. */
  #indexOf(at: number): number {
    let low = 0
    let high = this.#packed.length / SIZE - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#packed[middle * SIZE] as number) <= at) low = middle
      else high = middle - 1
    }
    return low * SIZE
  }

  /** Where in the text the stretch at an index begins; behind the last one, the text's end. */
  #at(i: number): number {
    return i < this.#packed.length ? (this.#packed[i] as number) : this.#text.length
  }

  #placeIn(i: number, at: number): number {
    const start = this.#packed[i + 1] as number
    const end = this.#packed[i + 2] as number
    const next = this.#at(i + SIZE)
    if (end - start === next - this.#at(i)) return start + (at - this.#at(i))
    return at >= next ? end : start
  }

  #endIn(i: number, at: number): number {
    const start = this.#packed[i + 1] as number
    const end = this.#packed[i + 2] as number
    return end - start === this.#at(i + SIZE) - this.#at(i) ? start + (at - this.#at(i)) : end
  }
}
