import { collect } from '../collect.ts'
import type { ColumnRole, Heading, IrregularRow, Leftover, Reading } from '../model/disclosure.ts'
import type { Row } from '../read/grid.ts'
import { contains, cover, type Span } from '../source/span.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { countIn } from './align.ts'
import type { RowHeader } from './sides.ts'

/** Keeps how each table of indicators was understood. */
export class ReadingLog {
  readonly #readings: Reading[] = []
  #header: RowHeader | undefined
  #span: Span | undefined
  #rows: (IrregularRow & { readonly isTrimmed: boolean })[] = []
  readonly #irregular: IrregularRow[] = []

  /** Rows with more or fewer cells than their header and the rows beside them. */
  get irregularRows(): readonly IrregularRow[] {
    this.#close()
    return this.#irregular
  }

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
    this.#count(row, cells, this.#header.columns)
  }

  /** A row of the head in which a label was told by its place alone. */
  guess(row: Row, text: SpannedText, role: ColumnRole): void {
    this.#readings.push({ span: row.span, confidence: GUESSED, inferred: [{ text, role }], leftovers: [] })
  }

  #count(row: Row, cells: readonly SpannedText[], columns: RowHeader['columns']): void {
    const count = countIn(row, columns)
    const name = cells[columns.indexOf('indicator')]
    // Editors leave out blank cells at the end.
    const isTrimmed =
      row.cells.every(({ text }, i) => text === cells[i]) && row.cells.at(-1)?.text.isBlank === false
    this.#rows.push({ span: row.span, cells: count, expected: columns.length, name, isTrimmed })
  }

  /** A row with a cell too much, or with fewer where nearly all others have one in each column. */
  #keepIrregular(): void {
    const full = this.#rows.filter(({ cells, expected }) => cells === expected).length
    const others = this.#rows.filter(({ cells, expected }) => cells !== expected)
    if (others.length * MOST_ARE_FULL > full) return
    for (const { isTrimmed, ...row } of others)
      if (row.cells > row.expected || !isTrimmed) this.#irregular.push(row)
  }

  #close(): void {
    const header = this.#header
    this.#keepIrregular()
    this.#rows = []
    if (header !== undefined && this.#span !== undefined)
      this.#readings.push({
        span: this.#span,
        confidence: confidenceOf(header),
        inferred: header.inferred.flatMap((column): readonly Heading[] => {
          const text = header.labels[column]
          return text?.isBlank === false ? [{ text, role: header.columns[column] }] : []
        }),
        leftovers: [],
      })
    this.#header = undefined
    this.#span = undefined
  }
}

/** A table whose rows differ more often was not typed cell by cell. */
const MOST_ARE_FULL = 4

/** A sign and a number: what only a target is. */
const SIGNED = /^[≥≤<>=]{1,2}\s?\d/

/**
 * The readings with the targets that no indicator has, wherever they were left: to that of their table, or to one of their
 * own where the table has a header that leaves nothing to be inferred.
 */
export const withStrayTargets = (
  readings: readonly Reading[],
  leftovers: readonly Leftover[],
): readonly Reading[] => {
  const stray = collect(leftovers, ({ text, reason }) =>
    reason !== 'surrounding' && reason !== 'template' && SIGNED.test(text.meaning) ? text : undefined,
  )
  if (stray.length === 0) return readings
  const isIn = ({ span }: Reading, text: SpannedText): boolean => contains(span, text.span)
  const alone = stray.filter((text) => !readings.some((reading) => isIn(reading, text)))
  const completed = readings.map((reading): Reading => {
    const leftovers = stray.filter((text) => isIn(reading, text))
    return leftovers.length === 0 ? reading : { ...reading, leftovers }
  })
  const [first, ...others] = alone
  if (first === undefined) return completed
  const span = others.reduce((all, text) => cover(all, text.span), first.span)
  return [...completed, { span, confidence: 1, inferred: [], leftovers: alone }]
}

const GUESSED = 0.4

/** So near the next best explanation, a reading of unknown words may be the wrong one. */
const NEAR = 0.1

/** A second explanation nearly as good is a sign of a misreading. */
const confidenceOf = ({ margin, inferred, columns }: RowHeader): number => {
  const told = inferred.filter((column) => columns[column] === 'target' || columns[column] === 'indicator')
  return told.length > 0 && margin < NEAR ? 0.45 : Math.min(1, 0.6 + margin / 10)
}
