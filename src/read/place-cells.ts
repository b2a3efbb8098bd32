import { SpannedText } from '../source/spanned-text.ts'
import type { Cell, Row } from './grid.ts'

/** A cell as table formats give it: the places it covers are not in their rows. */
export interface SpanningCell {
  readonly cell: Cell
  /** How many columns it covers, its own among them. */
  readonly columns: number
  /** How many rows it covers, its own among them. */
  readonly rows: number
  /** Where the format says it: its column, from 0. Else the first free one. */
  readonly column?: number
}

/** Tables wider than this are none; what stands beyond is put into the last column's place. */
const WIDEST = 1024

/**
 * Puts cells into rows without holes: what a merged cell covers, to its right and below, becomes
 * blank cells that point to it. Where merged cells overlap, the earlier one keeps the place.
 */
export const placeCells = (rows: readonly (readonly SpanningCell[])[]): readonly Row[] => {
  /** Merged cells of earlier rows, by column, with the number of rows that they still cover. */
  const hanging: ({ readonly cell: Cell; left: number } | undefined)[] = []
  const placed: Row[] = []
  let end = 0
  for (const row of rows) {
    const cells: (Cell | undefined)[] = []
    for (const [column, merged] of hanging.entries()) {
      if (merged === undefined) continue
      cells[column] = coveredBy(merged.cell)
      merged.left -= 1
      if (merged.left === 0) hanging[column] = undefined
    }
    let next = 0
    for (const { cell, columns, rows: height, column } of row) {
      next = Math.max(column ?? 0, next)
      while (cells[next] !== undefined) next += 1
      const stop = Math.min(next + Math.max(1, columns), Math.max(next + 1, WIDEST))
      for (let at = next; at < stop && (at === next || cells[at] === undefined); at += 1) {
        cells[at] = at === next ? cell : coveredBy(cell)
        if (height > 1) hanging[at] = { cell, left: height - 1 }
      }
      end = cell.span.end
    }
    placed.push(rowOf(cells, end))
  }
  return placed
}

const coveredBy = (cell: Cell): Cell => ({ ...blankAt(cell.span.end), mergedInto: cell })

const blankAt = (at: number): Cell => ({
  text: SpannedText.of([], at),
  span: { start: at, end: at },
  markup: [],
  unclosed: false,
})

const rowOf = (sparse: readonly (Cell | undefined)[], before: number): Row => {
  let at = sparse.find((cell) => cell !== undefined && cell.mergedInto === undefined)?.span.start ?? before
  const start = at
  const cells = Array.from(sparse, (cell) => {
    if (cell === undefined) return blankAt(at)
    if (cell.mergedInto === undefined) at = cell.span.end
    return cell
  })
  return { kind: 'row', span: { start, end: at }, cells }
}
