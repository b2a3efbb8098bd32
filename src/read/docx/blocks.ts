import { type DocxCell, joinMerged, type TableCell } from './merged-cells.ts'

/** What follows each other in a document: paragraphs, tables, and the ends of pages. */
export type DocxBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly DocxCell[])[] }
  | { readonly kind: 'page-break' }

/**
 * A table by what stands in its cells, row by row, with the tables that stand in them. `place` puts the texts
 * of the cells into their columns.
 */
export const tableOf = (
  cells: readonly (readonly (readonly DocxBlock[])[])[],
  place: (texts: readonly (readonly string[])[]) => readonly (readonly TableCell[])[],
): readonly DocxBlock[] => {
  const blocks = cells.flat(2)
  const nested = blocks.filter(isTable)
  // A frame around a page is no table.
  if (nested.length > 0 && cells.flat().length === 1) return blocks
  // Of two tables in each other the larger part is one of its own; a few figures in a cell are its text.
  const isOwn = nested.length > 0 && 2 * textOf(nested).length > textOf(blocks).length
  const texts = cells.map((row) =>
    row.map((cell) => textOf(isOwn ? cell.filter((block) => !isTable(block)) : cell)),
  )
  return [{ kind: 'table', rows: joinMerged(place(texts)) }, ...(isOwn ? nested : [])]
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
