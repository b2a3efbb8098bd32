import { type Box, boxOf, clusterPositions, indexIn, nearestIndex, type Point } from './geometry.ts'
import type { Rule } from './page-content.ts'

/** A cell by its place among a table's edges. */
export interface RuledCell {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
  readonly box: Box
  /** The table ends with it, and no line is drawn there: it may go on on the next page. */
  readonly isOpenBelow: boolean
}

/** A table that is drawn with lines. */
export interface RuledTable {
  readonly box: Box
  /** The left edges of columns and the right edge of the last. */
  readonly columnEdges: readonly number[]
  readonly rowEdges: readonly number[]
  /** By rows, from left to right; together they cover the whole table. */
  readonly cells: readonly RuledCell[]
  /** The cell around a place inside the table. */
  cellAt(point: Point): RuledCell
}

/** Lines closer than this (points) are one border: double lines, and gaps between cells. */
const DOUBLE_LINE = 3

/** Lines that run on further than this behind the last crossing one are an open side. */
const OPEN_SIDE = 6

/** Fewer lines than this cross each other in letters and ornaments. */
const FEWEST_RULES = 4

/** Drawings with more places than this are no tables, and pages with more tables are drawings. */
const MOST_PLACES = 1_000_000
const MOST_TABLES = 500

/** The tables that the rules of a page draw; a frame around a single cell is none. */
export const ruledTables = (rules: readonly Rule[]): RuledTable[] => {
  const groups = groupRules(rules, DOUBLE_LINE).filter((group) => group.length >= FEWEST_RULES)
  if (groups.length > MOST_TABLES) return []
  return groups.flatMap((group) => {
    const columnEdges = edgesOf(group, true)
    const rowEdges = edgesOf(group, false)
    const places = (columnEdges.length - 1) * (rowEdges.length - 1)
    if (columnEdges.length < 2 || rowEdges.length < 2 || places < 2 || places > MOST_PLACES) return []
    const table = layOut(group, columnEdges, rowEdges)
    return table.cells.length < 2 ? [] : [table]
  })
}

/** Positions of the rules of one kind, and of a side that only crossing rules reach. */
const edgesOf = (group: readonly Rule[], isVertical: boolean): number[] => {
  const along = group.filter((rule) => rule.isVertical === isVertical)
  const crossing = group.filter((rule) => rule.isVertical !== isVertical)
  const edges = clusterPositions(
    along.map(({ at }) => at),
    DOUBLE_LINE,
  )
  const first = Math.min(...crossing.map(({ from }) => from))
  const last = Math.max(...crossing.map(({ to }) => to))
  if (first < (edges[0] ?? Infinity) - OPEN_SIDE) edges.unshift(first)
  if (last > (edges.at(-1) ?? -Infinity) + OPEN_SIDE) edges.push(last)
  return edges
}

const layOut = (
  group: readonly Rule[],
  columnEdges: readonly number[],
  rowEdges: readonly number[],
): RuledTable => {
  const columns = columnEdges.length - 1
  const rows = rowEdges.length - 1
  const right = bordersOf(group, true, columnEdges, rowEdges)
  const below = bordersOf(group, false, rowEdges, columnEdges)
  const owners: (RuledCell | undefined)[] = Array.from({ length: rows * columns })
  const cells: RuledCell[] = []
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (owners[row * columns + column] !== undefined) continue
      const isOpen = (toRow: number, toColumn: number): boolean =>
        owners[toRow * columns + toColumn] === undefined &&
        (toColumn === column || !right.has(toColumn, toRow)) &&
        (toRow === row || !below.has(toRow, toColumn))
      const width = extentOf(columns - column, (i) => isOpen(row, column + i))
      const height = extentOf(
        rows - row,
        (i) => extentOf(width, (k) => isOpen(row + i, column + k)) === width,
      )
      const box = boxOf(columnEdges, rowEdges, column, column + width, row, row + height)
      const isOpenBelow =
        row + height === rows && extentOf(width, (i) => !below.has(rows, column + i)) === width
      const cell: RuledCell = { row, column, rows: height, columns: width, box, isOpenBelow }
      cells.push(cell)
      for (let y = row; y < row + height; y += 1)
        owners.fill(cell, y * columns + column, y * columns + column + width)
    }
  }
  return {
    box: boxOf(columnEdges, rowEdges, 0, columns, 0, rows),
    columnEdges,
    rowEdges,
    cells,
    cellAt: ({ x, y }) =>
      owners[indexIn(rowEdges, y) * columns + indexIn(columnEdges, x)] ?? (cells[0] as RuledCell),
  }
}

/** How many steps from 0 on `holds` is true, at most `limit`. */
const extentOf = (limit: number, holds: (step: number) => boolean): number => {
  let step = 0
  while (step < limit && holds(step)) step += 1
  return step
}

/** Which pieces of the grid's inner lines are drawn. */
interface Borders {
  /** Whether the line at edge `edge` is drawn along the place `place` of the other direction. */
  has(edge: number, place: number): boolean
}

const bordersOf = (
  group: readonly Rule[],
  isVertical: boolean,
  edges: readonly number[],
  places: readonly number[],
): Borders => {
  const count = places.length - 1
  const drawn = new Uint8Array(edges.length * count)
  for (const rule of group) {
    if (rule.isVertical !== isVertical) continue
    const edge = nearestIndex(edges, rule.at)
    for (let place = indexIn(places, rule.from); place < count; place += 1) {
      const start = places[place] as number
      const end = places[place + 1] as number
      if (start > rule.to) break
      const covered = Math.min(end, rule.to) - Math.max(start, rule.from)
      if (covered >= (end - start) / 2) drawn[edge * count + place] = 1
    }
  }
  return { has: (edge, place) => drawn[edge * count + place] === 1 }
}

/** Positions that differ by no more (points) are one line drawn in pieces. */
const SAME_LINE = 1

/** Pieces of a line may be this far apart (points): dashes, and borders drawn cell by cell. */
const PIECE_GAP = 3

/** A line shorter than this (points) is part of a letter or an ornament. */
const SHORTEST = 4

/** A page with more lines than this is a drawing: every line would be compared with every other. */
const MOST_LINES = 20_000

/** Rules that touch, directly or through others, within `reach` points: each group may draw a table. */
const groupRules = (rules: readonly Rule[], reach: number): Rule[][] => {
  const joined = joinPieces(rules)
  if (joined.length > MOST_LINES) return []
  const level = joined.filter((rule) => !rule.isVertical)
  const upright = joined.filter((rule) => rule.isVertical).sort((a, b) => a.at - b.at)
  const parents = new Map<Rule, Rule>()
  const rootOf = (rule: Rule): Rule => {
    let root = rule
    for (let up = parents.get(root); up !== undefined; up = parents.get(root)) root = up
    // Shortens the way for the next who asks.
    for (let at = rule; at !== root; ) {
      const up = parents.get(at) as Rule
      parents.set(at, root)
      at = up
    }
    return root
  }
  for (const rule of level) {
    for (let i = firstAtOrAfter(upright, rule.from - reach); i < upright.length; i += 1) {
      const other = upright[i] as Rule
      if (other.at > rule.to + reach) break
      if (rule.at < other.from - reach || rule.at > other.to + reach) continue
      const [a, b] = [rootOf(rule), rootOf(other)]
      if (a !== b) parents.set(a, b)
    }
  }
  const groups = new Map<Rule, Rule[]>()
  for (const rule of joined) {
    const root = rootOf(rule)
    const group = groups.get(root)
    if (group === undefined) groups.set(root, [rule])
    else group.push(rule)
  }
  return [...groups.values()]
}

const firstAtOrAfter = (sorted: readonly Rule[], at: number): number => {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as Rule).at < at) low = middle + 1
    else high = middle
  }
  return low
}

/** Lines drawn in pieces as one, without those that are too short to be borders. */
const joinPieces = (rules: readonly Rule[]): Rule[] => {
  const joined = [false, true].flatMap((isVertical) => {
    const sorted = rules.filter((rule) => rule.isVertical === isVertical).sort((a, b) => a.at - b.at)
    const lines: Rule[] = []
    let start = 0
    for (let i = 1; i <= sorted.length; i += 1) {
      const first = sorted[start] as Rule
      if (i < sorted.length && (sorted[i] as Rule).at - first.at <= SAME_LINE) continue
      lines.push(...joinAlong(sorted.slice(start, i)))
      start = i
    }
    return lines
  })
  return joined.filter(({ from, to }) => to - from >= SHORTEST)
}

const joinAlong = (pieces: readonly Rule[]): Rule[] => {
  const lines: Rule[] = []
  for (const piece of pieces.toSorted((a, b) => a.from - b.from)) {
    const last = lines.at(-1)
    if (last === undefined || piece.from > last.to + PIECE_GAP) lines.push(piece)
    else if (piece.to > last.to) lines[lines.length - 1] = { ...last, to: piece.to }
  }
  return lines
}
