import type { Heading, Reading } from '../model/disclosure.ts'
import type { Row } from '../read/grid.ts'
import { cover, type Span } from '../source/span.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import type { RowHeader } from './sides.ts'

/** Keeps how each table of indicators was understood, and what in it belongs to nothing. */
export class ReadingLog {
  readonly #readings: Reading[] = []
  #header: RowHeader | undefined
  #span: Span | undefined
  #leftovers: SpannedText[] = []

  /** The tables so far, the open one included. */
  get all(): readonly Reading[] {
    this.#close()
    return this.#readings
  }

  /** A table begins; the same header on the next page goes on with it. */
  begin(header: RowHeader): void {
    if (this.#header !== undefined && this.#header.columns.join() === header.columns.join()) return
    this.#close()
    this.#header = header
  }

  /** A row of indicators, its cells under the columns of the header. */
  row(row: Row, cells: readonly SpannedText[]): void {
    if (this.#header === undefined) return
    this.#span = this.#span === undefined ? row.span : cover(this.#span, row.span)
    for (const column of this.#header.unexplained) {
      const text = cells[column]
      if (text?.isBlank === false) this.#leftovers.push(text)
    }
  }

  #close(): void {
    const header = this.#header
    if (header !== undefined && this.#span !== undefined)
      this.#readings.push({
        span: this.#span,
        confidence: confidenceOf(header),
        inferred: header.inferred.flatMap((column): readonly Heading[] => {
          const text = header.labels[column]
          return text?.isBlank === false ? [{ text, role: header.columns[column] }] : []
        }),
        leftovers: this.#leftovers,
      })
    this.#header = undefined
    this.#span = undefined
    this.#leftovers = []
  }
}

/** So near the next best explanation, a reading of unknown words may be the wrong one. */
const NEAR = 0.1

/** Values that belong to nothing are a sign of a misreading, and so is a second explanation nearly as good. */
const confidenceOf = ({ margin, inferred, unexplained, columns }: RowHeader): number => {
  if (unexplained.length > 0) return 0.4
  const told = inferred.filter((column) => columns[column] === 'target' || columns[column] === 'indicator')
  return told.length > 0 && margin < NEAR ? 0.45 : Math.min(1, 0.6 + margin / 10)
}
