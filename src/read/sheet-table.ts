import type { PlaceName } from '../source/source.ts'
import type { WrittenCell } from './document-writer.ts'
import { MOST_CELLS, tooMany } from './limits.ts'
import { acceptMerges, type Merge, type SheetCell } from './sheet-merges.ts'

/**
 * The rows of a worksheet from its cells, which are in reading order: without the blank rows and columns
 * around them, and with one row without cells for any number of blank ones between. Places that a merged
 * cell covers are left out.
 *
 * @throws UnreadableError `too-large`
 */
export const sheetTable = (
  cells: readonly SheetCell[],
  merges: readonly Merge[],
  nameOf: (row: number, column: number) => PlaceName,
): readonly (readonly WrittenCell[])[] => {
  const { mergeAt, isCovered } = acceptMerges(cells, merges)
  const left = cells.reduce((least, { column }) => Math.min(least, column), Number.POSITIVE_INFINITY)
  const table = new RowList()
  for (const cell of cells) {
    if (isCovered(cell)) continue
    const merge = mergeAt(cell)
    const columns = merge === undefined ? 1 : merge.right - cell.column + 1
    const rows = merge === undefined ? 1 : merge.bottom - cell.row + 1
    const { row, column, text } = cell
    table.add(row, { text, name: nameOf(row, column), columns, rows, column: column - left })
  }
  return table.rows
}

type PlacedCell = WrittenCell & { readonly columns: number; readonly rows: number; readonly column: number }

class RowList {
  readonly rows: WrittenCell[][] = []
  /** Number of the last row, and the last one that a merged cell of any row so far reaches. */
  #row = -1
  #bottom = -1
  /** Right edge of those merged cells. */
  #right = 0
  #size = 0

  add(row: number, cell: PlacedCell): void {
    if (row !== this.#row) this.#begin(row)
    this.rows.at(-1)?.push(cell)
    const right = cell.column + cell.columns
    this.#spend(cell.columns)
    if (cell.rows === 1) return
    this.#bottom = Math.max(this.#bottom, row + cell.rows - 1)
    this.#right = Math.max(this.#right, right)
  }

  #begin(row: number): void {
    const isFirst = this.#row < 0
    for (let blank = this.#row + 1; !isFirst && blank < row; blank += 1) {
      this.rows.push([])
      if (blank > this.#bottom) break
      this.#spend(this.#right)
    }
    if (row > this.#bottom) this.#right = 0
    this.#spend(this.#right)
    this.rows.push([])
    this.#row = row
  }

  #spend(places: number): void {
    this.#size += places
    if (this.#size > MOST_CELLS) throw tooMany(MOST_CELLS, 'cells')
  }
}
