import { NumberTables } from './number-table.ts'

/**
 * A range of `Source.text`: half-open, in UTF-16 code units, the unit of `String.prototype.slice`.
 * A span never stands without its source; a disclosure has exactly one.
 */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The smallest span that holds both. */
export const cover = (a: Span, b: Span): Span => ({
  start: Math.min(a.start, b.start),
  end: Math.max(a.end, b.end),
})

/** The smallest span that holds every one of `spans`, or `fallback` where there is none. */
export const coverAll = (spans: Iterable<Span>, fallback: Span): Span => {
  let start = Number.POSITIVE_INFINITY
  let end = -1
  for (const span of spans) {
    if (span.start < start) start = span.start
    if (span.end > end) end = span.end
  }
  return end < 0 ? fallback : { start, end }
}

/** Whether `inner` lies wholly in `outer`. */
export const contains = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end

/** Whether two spans have text in common. */
export const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** Parts as they are printed. Most come so, and sorting copies a list several times. */
export const inOrder = <Part extends { readonly span: Span }>(parts: readonly Part[]): readonly Part[] => {
  for (let i = 1; i < parts.length; i += 1)
    if ((parts[i - 1] as Part).span.start > (parts[i] as Part).span.start)
      return parts.toSorted((a, b) => a.span.start - b.span.start)
  return parts
}

/** Ranges are let go with the cells of a file. */
const TABLES = new NumberTables()

/** Ranges in their order, packed: a cell of a form may have hundreds, and a file a million. */
export class Spans implements Iterable<Span> {
  readonly #table: Int32Array
  readonly #from: number
  readonly #to: number

  /** `bounds`: start and end of each. */
  constructor(bounds: readonly number[]) {
    const { table, from } = TABLES.store(bounds)
    this.#table = table
    this.#from = from
    this.#to = from + bounds.length
  }

  *[Symbol.iterator](): Generator<Span> {
    for (let i = this.#from; i < this.#to; i += 2)
      yield { start: this.#table[i] as number, end: this.#table[i + 1] as number }
  }
}
