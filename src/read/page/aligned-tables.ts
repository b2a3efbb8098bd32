import { type Box, coverBoxes } from './geometry.ts'
import { isBlankRun, type Run, type TextLine, textOfLine } from './runs.ts'

/** A table without lines: columns are told by the blank space between them. */
export interface AlignedTable {
  readonly box: Box
  readonly columnEdges: readonly number[]
  /** By column; '' where a row has nothing. */
  readonly rows: readonly (readonly AlignedCell[])[]
}

export interface AlignedCell {
  readonly text: string
  readonly box: Box
  readonly runs: readonly Run[]
}

/** A blank space at least this wide (of the font size) parts columns. */
const GUTTER = 1

/** As many lines with several pieces make a table. */
const FEWEST_ROWS = 3

/** Lines in more pieces than this are dots or dashes. */
const MOST_COLUMNS = 200

/** Lines further apart than this (of the font size) are not of one table. */
const FURTHEST = 3

/** Text of one line between two gutters. */
interface Piece {
  readonly left: number
  readonly right: number
  readonly runs: readonly Run[]
}

interface PiecedLine {
  readonly line: TextLine
  readonly pieces: readonly Piece[]
}

/** Splits lines, from the top, into tables and lines that are none. */
export const alignedTables = (lines: readonly TextLine[]): (AlignedTable | TextLine)[] => {
  const pieced = lines.map((line): PiecedLine => ({ line, pieces: piecesOf(line) }))
  const parts: (AlignedTable | TextLine)[] = []
  let at = 0
  while (at < pieced.length) {
    const block = blockFrom(pieced, at)
    if (block.length >= FEWEST_ROWS) {
      parts.push(tableOf(block))
      at += block.length
    } else {
      parts.push((pieced[at] as PiecedLine).line)
      at += 1
    }
  }
  return parts
}

const piecesOf = (line: TextLine): Piece[] => {
  const pieces: { left: number; right: number; runs: Run[] }[] = []
  let blanks: Run[] = []
  for (const run of line.runs) {
    const last = pieces.at(-1)
    if (isBlankRun(run)) {
      blanks.push(run)
    } else if (last !== undefined && run.box.left - last.right < GUTTER * line.size) {
      last.runs.push(...blanks, run)
      last.right = Math.max(last.right, run.box.right)
      blanks = []
    } else {
      pieces.push({ left: run.box.left, right: run.box.right, runs: [run] })
      blanks = []
    }
  }
  return pieces
}

/** The lines from `start` on that keep the same gutters free; none unless enough have several pieces. */
const blockFrom = (lines: readonly PiecedLine[], start: number): readonly PiecedLine[] => {
  let columns: readonly Interval[] = []
  let end = start
  let count = 0
  for (; end < lines.length; end += 1) {
    const { line, pieces } = lines[end] as PiecedLine
    const before = lines[end - 1]?.line
    if (end > start && before !== undefined && line.box.top - before.box.bottom > FURTHEST * line.size) break
    if (end === start && pieces.length < 2) return []
    const next = addTo(columns, pieces)
    if (next === undefined) break
    columns = next
    if (pieces.length > 1) count += 1
  }
  while (end > start && (lines[end - 1] as PiecedLine).pieces.length < 2 && isTail(lines, end, columns))
    end -= 1
  return count >= FEWEST_ROWS ? lines.slice(start, end) : []
}

/** A last line in one piece belongs to a table only as the rest of a cell in a later column. */
const isTail = (lines: readonly PiecedLine[], end: number, columns: readonly Interval[]): boolean => {
  const [piece] = lines[end - 1]?.pieces ?? []
  return piece !== undefined && piece.left <= (columns[0]?.right ?? Infinity)
}

interface Interval {
  readonly left: number
  readonly right: number
}

/** The columns with the pieces of one more line; undefined where a piece reaches over a gutter. */
const addTo = (columns: readonly Interval[], pieces: readonly Piece[]): readonly Interval[] | undefined => {
  if (pieces.length > MOST_COLUMNS) return undefined
  let next = columns
  for (const piece of pieces) {
    const touched = next.filter(({ left, right }) => left < piece.right && piece.left < right)
    if (touched.length > 1) return undefined
    const merged = {
      left: Math.min(piece.left, ...touched.map(({ left }) => left)),
      right: Math.max(piece.right, ...touched.map(({ right }) => right)),
    }
    next = [...next.filter((column) => !touched.includes(column)), merged]
  }
  return next.toSorted((a, b) => a.left - b.left)
}

const tableOf = (block: readonly PiecedLine[]): AlignedTable => {
  const columns = block.reduce<readonly Interval[]>((all, { pieces }) => addTo(all, pieces) ?? all, [])
  const rows: AlignedCell[][] = []
  const edges = columns.slice(1).map(({ left }, i) => (left + (columns[i] as Interval).right) / 2)
  let before: readonly (Piece | undefined)[] = []
  for (const { line, pieces } of block) {
    const placed = columns.map(({ left, right }) => pieces.find((p) => p.left < right && left < p.right))
    const cells = placed.map((piece, i): AlignedCell => {
      const { left, right } = columns[i] as Interval
      return {
        text: piece === undefined ? '' : textOfLine(piece).trim(),
        box: { ...line.box, left, right },
        runs: piece?.runs ?? [],
      }
    })
    const last = rows.at(-1)
    if (last !== undefined && isRest(placed, before, columns, line.size))
      for (const [i, rest] of cells.entries()) last[i] = joined(last[i] as AlignedCell, rest)
    else rows.push(cells)
    before = placed
  }
  const box = block.map(({ line }) => line.box).reduce(coverBoxes)
  return { box, columnEdges: [box.left, ...edges, box.right], rows }
}

const joined = (above: AlignedCell, below: AlignedCell): AlignedCell => ({
  text: above.text + below.text,
  box: coverBoxes(above.box, below.box),
  runs: [...above.runs, ...below.runs],
})

/** Narrower columns (in font sizes) hold values, each of its own row, rather than wrapped text; in a table of many columns all are narrow. */
const TEXT_COLUMN = 6
const NARROW_TEXT_COLUMN = 4
const MANY_COLUMNS = 7

/** How no rest of a text begins: a number or a comparison may be a value of the next row. */
const VALUE = /^[\d≥≤<>=＝≧≦~～.-]/

/** Whether a line only goes on with one cell that was full, and not the first of its row. */
const isRest = (
  placed: readonly (Piece | undefined)[],
  before: readonly (Piece | undefined)[],
  columns: readonly Interval[],
  size: number,
): boolean => {
  const [i, other] = placed.flatMap((piece, k) => (piece === undefined ? [] : [k]))
  if (i === undefined || i === 0 || other !== undefined) return false
  const column = columns[i] as Interval
  const above = before[i]
  const piece = placed[i] as Piece
  return (
    above !== undefined &&
    column.right - column.left > (columns.length < MANY_COLUMNS ? TEXT_COLUMN : NARROW_TEXT_COLUMN) * size &&
    above.right > column.right - size &&
    Math.abs(above.left - piece.left) < size / 2 &&
    !VALUE.test(textOfLine(piece).trim())
  )
}
