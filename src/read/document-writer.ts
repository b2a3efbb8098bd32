import { Scan } from '../source/scan.ts'
import { type Address, type PlaceName, Source } from '../source/source.ts'
import { SpannedText } from '../source/spanned-text.ts'
import type { Block, Cell, Grid, Row } from './grid.ts'
import { CharacterBudget } from './limits.ts'
import { placeCells, type SpanningCell } from './place-cells.ts'
import { type ScanMarks, scanMarksOf, type Trace } from './trace.ts'

/** A text of the file, what its place is called, and what it was made of, where that is kept. */
export interface WrittenText<Part = never> {
  /** Paragraphs separated by `\n`. */
  readonly text: string
  readonly name: PlaceName
  readonly trace?: Omit<Trace<Part>, 'span'> | undefined
}

/** One cell of a table that is not text itself. */
export interface WrittenCell<Part = never> extends WrittenText<Part> {
  /** What its text goes on with at other places, as behind the end of a page. */
  readonly more?: readonly WrittenText<Part>[]
  /** The file ends in it. */
  readonly unclosed?: boolean
  /** Columns and rows it covers; 1 unless it is merged. */
  readonly columns?: number
  readonly rows?: number
  /** From 0, where the format says it. */
  readonly column?: number
}

/** Rows of larger tables keep their own lengths: one stray cell far to the right must not widen them all. */
const MOST_PLACES = 2_000_000

/**
 * Makes the text of a file that is none (XLSX, DOCX, PDF): cells between tabs, rows in lines, each
 * cell and line registered with the name of its place. Throws `UnreadableError` where it becomes too long.
 */
export class DocumentWriter<Part = never> {
  #parts: string[] = []
  #length = 0
  readonly #addresses: Address[] = []
  readonly #blocks: Block[] = []
  /** What of the file the text written so far stands for, in order, as far as that was given. */
  readonly traces: Trace<Part>[] = []
  /** Of texts that were read from pictures. */
  readonly #scanned: ({ readonly at: number } & ScanMarks)[] = []
  readonly #budget = new CharacterBudget()

  /** Text outside tables: one paragraph. */
  line(text: string, name: PlaceName, trace?: WrittenText<Part>['trace']): void {
    const cell = this.#write([{ text, name, trace }])
    this.#push('\n')
    this.#blocks.push(cell.text.isBlank ? { kind: 'gap', markup: [] } : { kind: 'text', cell })
  }

  /**
   * A whole table. Cells that a merged one covers are left out of their rows; a row without any cell
   * is a gap in the table. Blank cells at the ends of rows need not be given.
   */
  table(rows: readonly (readonly WrittenCell<Part>[])[]): void {
    const placed = rows.map((row) => {
      const cells: SpanningCell[] = []
      for (const [i, written] of row.entries()) {
        if (i > 0) this.#push('\t')
        const cell = this.#write([written, ...(written.more ?? [])])
        cells.push({
          cell: written.unclosed === true ? { ...cell, unclosed: true } : cell,
          columns: written.columns ?? 1,
          rows: written.rows ?? 1,
          ...(written.column === undefined ? {} : { column: written.column }),
        })
      }
      this.#push('\n')
      return cells
    })
    const filled = placeCells(placed)
    const width = filled.reduce((widest, { cells }) => Math.max(widest, cells.length), 0)
    const isSound = width * filled.length <= MOST_PLACES
    for (const row of filled) {
      if (row.cells.length === 0) this.#blocks.push({ kind: 'gap', markup: [] })
      else this.#blocks.push(isSound ? padded(row, width) : row)
    }
    this.#blocks.push({ kind: 'gap', markup: [], endsTable: true })
  }

  finish(): { readonly source: Source; readonly grid: Grid } {
    const text = this.#parts.join('')
    this.#parts = [text]
    return { source: new Source(text, this.#addresses, this.#scan(text)), grid: { blocks: this.#blocks } }
  }

  #scan(text: string): Scan | undefined {
    if (this.#scanned.length === 0) return undefined
    const all = new Uint8Array(this.#length)
    const others = new Map<number, string>()
    for (const { at, marks, others: those } of this.#scanned) {
      all.set(marks, at)
      for (const [offset, other] of those) others.set(at + offset, other)
    }
    return new Scan(text, all, others)
  }

  #write(pieces: readonly WrittenText<Part>[]): Cell {
    const start = this.#length
    const parts = pieces.map(({ text: printed, name, trace }) => {
      // A tab inside a cell would look like the end of it.
      const text = printed.replace(/\r\n?/g, '\n').replaceAll('\t', ' ')
      const span = { start: this.#length, end: this.#length + text.length }
      this.#push(text)
      this.#addresses.push({ span, name })
      if (trace !== undefined) {
        this.traces.push({ ...trace, span })
        const read = scanMarksOf(text, trace.pieces)
        if (read !== undefined) this.#scanned.push({ at: span.start, ...read })
      }
      return { text, span }
    })
    const span = { start, end: this.#length }
    return { text: SpannedText.of(parts, start).trim(), span, markup: [], unclosed: false }
  }

  #push(text: string): void {
    this.#budget.spend(text.length)
    this.#parts.push(text)
    this.#length += text.length
  }
}

const padded = (row: Row, width: number): Row => {
  const at = row.span.end
  const blank = { text: SpannedText.of([], at), span: { start: at, end: at }, markup: [], unclosed: false }
  const missing = Array.from({ length: width - row.cells.length }, () => blank)
  return missing.length === 0 ? row : { ...row, cells: [...row.cells, ...missing] }
}

/** The place of a cell in a document of tables, all counted from 1. */
export const cellName = (table: number, row: number, column: number): PlaceName => ({
  zh: `表${table}第${row}行第${column}列`,
  en: `table ${table}, row ${row}, column ${column}`,
})

/** The place of a paragraph outside tables, counted from 1. */
export const paragraphName = (number: number): PlaceName => ({
  zh: `第${number}段`,
  en: `paragraph ${number}`,
})
