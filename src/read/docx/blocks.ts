import type { FilePiece, Trace } from '../trace.ts'
import type { XmlElement } from '../xml-tree.ts'

/** What follows each other in a document: paragraphs, tables, and the ends of pages. */
export type DocxBlock =
  | { readonly kind: 'paragraph'; readonly text: string; readonly trace?: DocxTrace }
  | { readonly kind: 'table'; readonly rows: readonly (readonly DocxCell[])[] }
  | { readonly kind: 'page-break' }

/**
 * A table by what stands in its cells, row by row, with the tables that stand in them. `place` puts the texts
 * of the cells into their columns.
 */
export const tableOf = (
  cells: readonly (readonly (readonly DocxBlock[])[])[],
  place: (texts: readonly (readonly CellContent[])[]) => readonly (readonly TableCell[])[],
): readonly DocxBlock[] => {
  const blocks = cells.flat(2)
  const nested = blocks.filter(isTable)
  // A frame around a page is no table.
  if (nested.length > 0 && cells.flat().length === 1) return blocks
  // Of two tables in each other the larger part is one of its own; a few figures in a cell are its text, and so are
  // the indicators that each row of a list has in a cell.
  const whole = textOf(blocks).length
  const isOwn =
    2 * textOf(nested).length > whole &&
    (nested.some((table) => 2 * textOf([table]).length > whole) || !isList(cells))
  const texts = cells.map((row) =>
    row.map((cell) => contentOf(isOwn ? cell.filter((block) => !isTable(block)) : cell)),
  )
  return [{ kind: 'table', rows: joinMerged(place(texts)) }, ...(isOwn ? nested : [])]
}

const contentOf = (blocks: readonly DocxBlock[]): CellContent => ({
  text: textOf(blocks),
  pieces: blocks.flatMap(piecesOf),
})

const piecesOf = (block: DocxBlock): readonly FilePiece<XmlElement>[] => {
  if (block.kind === 'paragraph') return block.trace?.pieces ?? []
  return block.kind === 'table' ? block.rows.flat().flatMap(({ trace }) => trace?.pieces ?? []) : []
}

/** Whether most rows have a table in the same column, beside other cells. */
const isList = (cells: readonly (readonly (readonly DocxBlock[])[])[]): boolean => {
  const columns = cells.map((row) => (row.length < 3 ? -1 : row.findIndex((cell) => cell.some(isTable))))
  const [column] = columns.filter((at) => at >= 0)
  const alike = columns.filter((at) => at === column).length
  return alike > 1 && 2 * alike > cells.length
}

/** Blank paragraphs in cells are distances; a table in a cell is a line of text for each of its rows. */
const textOf = (blocks: readonly DocxBlock[]): string => {
  const lines: string[] = []
  for (const block of blocks) {
    if (block.kind === 'table') for (const row of block.rows) lines.push(lineOf(row))
    else if (block.kind === 'paragraph') lines.push(block.text.trim())
  }
  return lines.filter((text) => text !== '').join('\n')
}

const isTable = ({ kind }: DocxBlock): boolean => kind === 'table'

const lineOf = (row: readonly DocxCell[]): string =>
  row
    .map(({ text }) => text.replaceAll('\n', ' '))
    .join(' ')
    .trim()

/** What stands in a cell, and the elements that it is printed by. */
export interface CellContent {
  readonly text: string
  readonly pieces: readonly FilePiece<XmlElement>[]
}

/** What a text was made of. */
export type DocxTrace = Omit<Trace<XmlElement>, 'span'>

/** A cell as Word writes it: merged ones are all there, the later ones marked. */
export interface TableCell extends CellContent {
  readonly holder?: XmlElement
  /** In the grid of the table, from 0. */
  readonly column: number
  readonly columns: number
  readonly goesOnFromAbove: boolean
  readonly goesOnFromLeft: boolean
}

/** A cell with the places that it covers. */
export interface DocxCell {
  readonly text: string
  readonly trace?: DocxTrace
  readonly column: number
  readonly columns: number
  readonly rows: number
}

type Growing = { -readonly [K in keyof DocxCell]: DocxCell[K] }

/**
 * Joins the parts of merged cells; covered parts are left out of their rows. A part with another text
 * than the first one's is no part: Word hides that text, and it must not be lost.
 */
const joinMerged = (rows: readonly (readonly TableCell[])[]): readonly (readonly DocxCell[])[] => {
  /** By column, the cell of the row above, or that covers it. */
  let above = new Map<number, Growing>()
  return rows.map((row) => {
    const here = new Map<number, Growing>()
    const cells: Growing[] = []
    for (const { text, pieces, holder, column, columns, goesOnFromAbove, goesOnFromLeft } of row) {
      const upper = above.get(column)
      const left = cells.at(-1)
      if (goesOnFromAbove && upper !== undefined && isCovered(text, upper)) {
        upper.rows += 1
        here.set(column, upper)
      } else if (goesOnFromLeft && left !== undefined && isCovered(text, left)) {
        left.columns += columns
      } else {
        const cell: Growing = { text, column, columns, rows: 1 }
        if (holder !== undefined) cell.trace = { holder, pieces }
        cells.push(cell)
        here.set(column, cell)
      }
    }
    above = here
    return cells
  })
}

const isCovered = (text: string, by: DocxCell): boolean => text === '' || text === by.text
