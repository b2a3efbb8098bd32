import { type Box, centreOf } from './geometry.ts'
import type { Glyph } from './page-content.ts'
import type { RuledCell, RuledTable } from './ruled-tables.ts'
import { type Run, runOf } from './runs.ts'

/** Which runs stand in which cell, and which in none. */
export interface PlacedRuns {
  readonly inside: ReadonlyMap<RuledCell, readonly Run[]>
  readonly outside: readonly Run[]
}

/** A character reaching this far (of its width) over a border was not put beside it: text runs over. */
const RUNS_OVER = 0.25

/**
 * Puts runs into the cells of tables by their middle; of tables inside each other the smallest
 * counts. A run over several cells is cut at the borders that stand between two characters.
 */
export const placeRuns = (runs: readonly Run[], tables: readonly RuledTable[]): PlacedRuns => {
  const smallestFirst = tables.toSorted((a, b) => areaOf(a.box) - areaOf(b.box))
  const cellOf = (box: Box): RuledCell | undefined => {
    const point = centreOf(box)
    return smallestFirst
      .find(
        (table) =>
          table.box.left <= point.x &&
          point.x <= table.box.right &&
          table.box.top <= point.y &&
          point.y <= table.box.bottom,
      )
      ?.cellAt(point)
  }
  const inside = new Map<RuledCell, Run[]>()
  const put = (run: Run, cell: RuledCell): void => {
    const others = inside.get(cell)
    if (others === undefined) inside.set(cell, [run])
    else others.push(run)
  }
  const outside: Run[] = []
  for (const run of runs) {
    for (const piece of cutAtBorders(run, cellOf)) {
      const cell = cellOf(piece.box)
      if (cell === undefined) outside.push(piece)
      else put(piece, cell)
    }
  }
  const open = tables.flatMap(({ cells }) => cells.filter(({ isOpenBelow }) => isOpenBelow))
  if (open.length === 0) return { inside, outside }
  const left = outside
    .toSorted((a, b) => a.box.top - b.box.top)
    .filter((run) => {
      const cell = open.find((one) => goesOnBelow(one, inside.get(one) ?? [], run))
      if (cell !== undefined) put(run, cell)
      return cell === undefined
    })
  return { inside, outside: left }
}

/** A line further below the one before (of the font size) is of another text. */
const NEXT_LINE = 0.8

/** Whether a run goes on with the text of a cell that a page end has left open, below its last line. */
const goesOnBelow = ({ box }: RuledCell, above: readonly Run[], run: Run): boolean => {
  const last = above.reduce((bottom, other) => Math.max(bottom, other.box.bottom), box.top)
  return (
    run.direction === 0 &&
    above.length > 0 &&
    box.left <= run.box.left &&
    run.box.right <= box.right &&
    run.box.bottom > box.bottom &&
    run.box.top - last <= NEXT_LINE * run.size
  )
}

const areaOf = ({ left, right, top, bottom }: Box): number => (right - left) * (bottom - top)

const cutAtBorders = (run: Run, cellOf: (box: Box) => RuledCell | undefined): Run[] => {
  const cells = run.glyphs.map((glyph) => cellOf(glyph.box))
  if (cells.every((cell) => cell === cells[0])) return [run]
  const pieces: Run[] = []
  let open: Glyph[] = []
  for (const [i, glyph] of run.glyphs.entries()) {
    const last = open.at(-1)
    if (last !== undefined && cells[i] !== cells[i - 1]) {
      const isLevel = run.direction % 2 === 0
      if (!isOver(last.box, cells[i - 1], isLevel) && !isOver(glyph.box, cells[i], isLevel)) {
        pieces.push(runOf(open, run.direction))
        open = []
      }
    }
    open.push(glyph)
  }
  pieces.push(runOf(open, run.direction))
  return pieces
}

const isOver = (box: Box, cell: RuledCell | undefined, isLevel: boolean): boolean => {
  if (cell === undefined) return false
  const [start, end] = isLevel ? [box.left, box.right] : [box.top, box.bottom]
  const [from, to] = isLevel ? [cell.box.left, cell.box.right] : [cell.box.top, cell.box.bottom]
  return Math.max(from - start, end - to) > RUNS_OVER * (end - start)
}
