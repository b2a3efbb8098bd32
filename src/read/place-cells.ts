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

/** Tables wider than this are none; what a format puts beyond follows in the next free places. */
const WIDEST = 1024

/**
 * Puts cells into rows without holes: what a merged cell covers, to its right and below, becomes
 * blank cells that point to it. Where merged cells overlap, the earlier one keeps the place.
 */
export const placeCells = (rows: readonly (readonly SpanningCell[])[]): readonly Row[] => {
  const places = new Places(rows)
  return rows.map((row) => places.place(row))
}

/** Covered places that a table may have for each of its cells: 2 in real forms, millions in hostile ones. */
const COVERED_PER_CELL = 16

/** A merged cell of an earlier row, and the number of rows that it still covers. */
interface Hanging {
  readonly covered: Cell
  left: number
}

/** Where the merged cells of the rows so far reach into the next ones. */
class Places {
  readonly #hanging: (Hanging | undefined)[] = []
  /** Covered places left before merged cells count as single ones. */
  #budget = 256
  /** Where the last cell ended. */
  #end: number

  constructor(rows: readonly (readonly SpanningCell[])[]) {
    for (const row of rows) this.#budget += row.length * COVERED_PER_CELL
    this.#end = rows.find((row) => row.length > 0)?.[0]?.cell.span.start ?? 0
  }

  place(row: readonly SpanningCell[]): Row {
    const start = row[0]?.cell.span.start ?? this.#end
    const cells = this.#coveredFromAbove()
    let next = 0
    for (const merged of row) {
      next = Math.max(next, Math.min(merged.column ?? 0, WIDEST))
      while (cells[next] !== undefined) next += 1
      this.#put(merged, cells, next)
    }
    this.#end = row.at(-1)?.cell.span.end ?? this.#end
    return { kind: 'row', span: { start, end: this.#end }, cells: withoutHoles(cells, start) }
  }

  #coveredFromAbove(): (Cell | undefined)[] {
    const cells: (Cell | undefined)[] = []
    for (const [column, merged] of this.#hanging.entries()) {
      if (merged === undefined) continue
      this.#budget -= 1
      if (this.#budget >= 0) cells[column] = merged.covered
      merged.left -= 1
      if (merged.left === 0) this.#hanging[column] = undefined
    }
    while (this.#hanging.length > 0 && this.#hanging.at(-1) === undefined) this.#hanging.pop()
    if (this.#budget < 0) this.#hanging.length = 0
    return cells
  }

  #put({ cell, columns, rows }: SpanningCell, cells: (Cell | undefined)[], first: number): void {
    cells[first] = cell
    if (columns <= 1 && rows <= 1) return
    const covered = coveredBy(cell)
    const stop = Math.min(first + columns, first + this.#budget, WIDEST)
    if (rows > 1 && this.#budget > 0) this.#hanging[first] = { covered, left: rows - 1 }
    for (let at = first + 1; at < stop && cells[at] === undefined; at += 1) {
      cells[at] = covered
      this.#budget -= 1
      if (rows > 1) this.#hanging[at] = { covered, left: rows - 1 }
    }
  }
}

const coveredBy = (cell: Cell): Cell => {
  const { text, span, markup, unclosed } = blankAt(cell.span.end)
  return { mergedInto: cell, text, span, markup, unclosed }
}

const blankAt = (at: number): Cell => ({
  text: SpannedText.of([], at),
  span: { start: at, end: at },
  markup: [],
  unclosed: false,
})

/** Blank cells stand where the cell before them ends. */
const withoutHoles = (sparse: readonly (Cell | undefined)[], start: number): Cell[] => {
  let at = start
  return Array.from(sparse, (cell) => {
    if (cell === undefined) return blankAt(at)
    if (cell.mergedInto === undefined) at = cell.span.end
    return cell
  })
}
