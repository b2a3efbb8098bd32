import type { PlaceName } from '../../source/source.ts'
import type { WrittenCell, WrittenText } from '../document-writer.ts'
import { glueOf } from './cell-text.ts'
import { nearestIndex } from './geometry.ts'
import type { PageCell, PagePlace, PlacedTrace } from './lay-out-page.ts'

export interface NamedCell extends Omit<PageCell, 'trace'> {
  readonly name: PlaceName
  readonly trace: PlacedTrace | undefined
}

/** What of a table stands on one page. */
export interface TablePart {
  readonly columnEdges: readonly number[]
  readonly rows: readonly (readonly NamedCell[])[]
}

/** A cell among all columns of the table, to which later pages may add. */
interface JoinedCell extends NamedCell {
  readonly more: WrittenText<PagePlace>[]
}

type JoinedRow = readonly JoinedCell[]

/**
 * The rows of all parts, with columns counted by the edges of all. Where a page ends inside a cell, which is
 * seen by the line that isn't drawn there, the text on the next page is that of the same cell.
 */
export const joinParts = (
  parts: readonly TablePart[],
  edges: readonly number[],
): readonly (readonly WrittenCell<PagePlace>[])[] => {
  const counted = parts.map((part) => countColumns(part, edges))
  const [first = []] = counted
  // A table that isn't closed at its very end is drawn without that line: then it says nothing.
  const isClosed =
    counted.at(-1)?.every((row) => row.every(({ isOpenBelow }) => isOpenBelow !== true)) === true
  if (!isClosed) return counted.flat()
  const rows: JoinedRow[] = [...first]
  let open = openCells(first, new Map())
  for (const part of counted.slice(1)) {
    const at = headerRows(first, part)
    const joined = joinCut(open, part[at] ?? [])
    const width = [...open.values()].reduce((sum, { columns }) => sum + columns, 0)
    const isWholeRow = joined.size === part[at]?.length && width === edges.length - 1
    open = openCells(part, joined)
    const rest = part.map((row) =>
      row.map((cell) => (joined.has(cell) ? { ...cell, text: '', trace: undefined } : cell)),
    )
    rows.push(...(isWholeRow ? withoutRow(rest, at) : rest))
  }
  return rows
}

const countColumns = ({ columnEdges, rows }: TablePart, edges: readonly number[]): JoinedRow[] => {
  const indices = columnEdges.map((edge) => nearestIndex(edges, edge))
  return rows.map((row) =>
    row.map((cell): JoinedCell => {
      const start = indices[cell.column] as number
      const end = indices[cell.column + cell.columns] as number
      return { ...cell, column: start, columns: end - start, more: [] }
    }),
  )
}

/** By their columns, the cells that go on below; for those that went on already, the ones they belong to. */
const openCells = (
  rows: readonly JoinedRow[],
  joined: ReadonlyMap<JoinedCell, JoinedCell>,
): ReadonlyMap<number, JoinedCell> =>
  new Map(
    rows
      .flat()
      .filter(({ isOpenBelow }) => isOpenBelow === true)
      .map((cell) => [cell.column, joined.get(cell) ?? cell]),
  )

/** The cells of a page's first row that go on with open ones, whose text they give away. */
const joinCut = (
  open: ReadonlyMap<number, JoinedCell>,
  row: JoinedRow,
): ReadonlyMap<JoinedCell, JoinedCell> => {
  const joined = new Map<JoinedCell, JoinedCell>()
  for (const cell of row) {
    const upper = open.get(cell.column)
    if (upper === undefined || upper.columns !== cell.columns) continue
    if (cell.text !== '') upper.more.push({ ...cell, text: glueOf(cell.text) + cell.text })
    joined.set(cell, upper)
  }
  return joined
}

const MOST_HEADER_ROWS = 5

/** How many rows of the table's beginning a page repeats at its top. */
const headerRows = (first: readonly JoinedRow[], part: readonly JoinedRow[]): number => {
  let count = 0
  while (count < MOST_HEADER_ROWS && count + 1 < part.length && isSame(first[count], part[count])) count += 1
  return count
}

const isSame = (a: JoinedRow = [], b: JoinedRow = []): boolean =>
  a.length > 0 &&
  a.length === b.length &&
  a.some(({ text }) => text !== '') &&
  a.every(({ text, column }, i) => text === b[i]?.text && column === b[i]?.column)

/** Without a row that has gone to the page before; its merged cells begin in the next one. */
const withoutRow = (rows: readonly JoinedRow[], at: number): readonly JoinedRow[] => {
  const hanging = (rows[at] ?? []).flatMap((cell) =>
    cell.rows > 1 ? [{ ...cell, rows: cell.rows - 1 }] : [],
  )
  return rows.flatMap((row, i) => {
    if (i === at) return []
    return [i === at + 1 ? [...hanging, ...row].sort((a, b) => a.column - b.column) : row]
  })
}
