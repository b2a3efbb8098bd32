import type { Block, Cell, Row } from '../read/grid.ts'
import { saysWhole } from './front-matter.ts'

/** The cells with text, not the places that merged ones cover. */
export const ownCells = (row: Pick<Row, 'cells'>): readonly Cell[] =>
  row.cells.filter(({ text }) => !text.isBlank)

/** The cell of a row above that is merged over a place of this one. */
export const cellOver = ({ cells }: Row, column: number): Cell | undefined => {
  const over = cells[column]?.mergedInto
  return over === undefined || cells.includes(over) ? undefined : over
}

/** The cell of a row that has no other. */
export const onlyCell = ({ cells }: Row): Cell | undefined => {
  const only = cells.find(({ text }) => !text.isBlank)
  return only === undefined || cells.some((cell) => cell !== only && !cell.text.isBlank) ? undefined : only
}

/** The rows that follow one another from a place on, `most` at the most. */
export const rowsAt = (blocks: readonly Block[], at: number, most: number): readonly Row[] => {
  const rows: Row[] = []
  for (let i = at; rows.length < most; i += 1) {
    const block = blocks[i]
    if (block?.kind !== 'row') break
    rows.push(block)
  }
  return rows
}

/** The most cells that a row has. */
export const widthOf = (rows: readonly Row[]): number => {
  let width = 0
  for (const { cells } of rows) width = Math.max(width, cells.length)
  return width
}

/** The cell of a line, whether that is printed between tables or alone in a row of one. */
export const lineCell = (block: Block | undefined): Cell | undefined =>
  block?.kind === 'text' ? block.cell : block?.kind === 'row' ? onlyCell(block) : undefined

/** Whether the first line says that the filing is of a whole department. */
export const beginsAsWhole = (blocks: readonly Block[]): boolean => {
  const cell = lineCell(blocks.find(({ kind }) => kind !== 'gap'))
  return cell !== undefined && saysWhole(cell.text)
}
