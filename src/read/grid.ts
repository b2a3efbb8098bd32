import { cover, type Span } from '../source/span.ts'
import type { SpannedText } from '../source/spanned-text.ts'

/** One cell. Paragraphs of its text are separated by `\n`. */
export interface Cell {
  readonly text: SpannedText
  /** Of the raw cell, tags and quotes included. */
  readonly span: Span
  /** Tags, quotes and comments around the text: read, and no part of it. */
  readonly markup: Iterable<Span>
  /** A paragraph was opened and not closed, or a tag begun and not ended. */
  readonly unclosed: boolean
  /**
   * The merged cell that covers this place; the place itself is blank then. Undefined for the merged
   * cell's own place, and in formats that have no merged cells.
   */
  readonly mergedInto?: Cell
}

/** A text alone as a cell: nothing is around it. */
export const plainCell = (text: SpannedText): Cell => ({ text, span: text.span, markup: [], unclosed: false })

/** Cells that are the parts of one, whose text is `text`. */
export const joinedCell = (cells: readonly Cell[], text: SpannedText): Cell => ({
  text,
  span: cells.map(({ span }) => span).reduce(cover),
  markup: cells.flatMap(({ markup }) => [...markup]),
  unclosed: cells.at(-1)?.unclosed === true,
})

/** The i-th cell stands in the i-th column: places that a merged cell covers are cells too. */
export interface Row {
  readonly kind: 'row'
  readonly span: Span
  readonly cells: readonly Cell[]
}

/** A line of text outside any table: a title, a note, a page number. */
export interface TextBlock {
  readonly kind: 'text'
  readonly cell: Cell
}

/** A blank line: what stands before and after it is not on one page, or not one table. */
export interface Gap {
  readonly kind: 'gap'
  /** Tags without any text. */
  readonly markup: Iterable<Span>
  /** A table or a sheet ends here: rows behind it are of another. */
  readonly endsTable?: true
  /** What stands behind it is on another page, which may divide a cell. */
  readonly endsPage?: true
}

/** What a grid consists of, in the order of the file. */
export type Block = Row | TextBlock | Gap

/** The cells of a row, or the one of a line; a gap has none. */
export const cellsOf = (block: Block): readonly Cell[] => {
  if (block.kind === 'gap') return []
  return block.kind === 'row' ? block.cells : [block.cell]
}

/** What a reader makes of a file: rows of cells and the text around them, in order. */
export interface Grid {
  readonly blocks: readonly Block[]
}
