import type { ColumnRole } from '../model/disclosure.ts'
import type { Block, Cell, Row } from '../read/grid.ts'
import { type CellKind, isTyped } from '../vocabulary/cell-kinds.ts'
import { nameStart } from '../vocabulary/heading-words.ts'
import type { Columns } from './align.ts'
import { isMoney } from './form-rows.ts'
import { inferColumns } from './infer-columns.ts'
import { labelOfCell } from './labels.ts'
import { ownCells, rowsAt, widthOf } from './row-cells.ts'
import { hasRowHeader, isShortHeading, ownRows, rowHeaderAt, TELLING, withoutFront } from './row-header.ts'
import { type RowHeader, sidesOf } from './sides.ts'
import { kindOf } from './words-of.ts'

/** The header of rows that have none printed. */
const rowHeaderOf = (columns: Columns): RowHeader => {
  const none = columns.map(() => undefined)
  const sides = sidesOf(columns, none, none, true)
  return {
    columns,
    headings: [],
    labels: none,
    terms: none,
    agencyCode: undefined,
    sides,
    height: 0,
    margin: 0,
    inferred: [],
  }
}

/**
 * The columns of rows that no header stands over, told by what stands in them; they begin with a known heading, or with
 * the label of the table.
 */
export const headerlessAt = (blocks: readonly Block[], at: number): RowHeader | undefined => {
  const rows = rowsAt(blocks, at, TELLING)
  const [first] = rows
  const own = first === undefined ? [] : ownCells(first)
  const [front] = own
  // 绩效指标 in front of them all.
  const label = front !== undefined && front === first?.cells[0] ? labelOfCell(front) : undefined
  const isLabelled = label?.role === 'indicator' && label.value.isBlank && own.length > 3
  const isHeaded = own.slice(0, 2).some(({ text }) => isShortHeading(text) && !IN_MONEY.test(text.folded))
  if (own.length < 2 || !(isHeaded || isLabelled || areHeadedNames(rows)) || headsMoney(own)) return undefined
  const body = ownRows(rows, [])
  const width = widthOf(body)
  const none: readonly undefined[] = Array.from({ length: width }, () => undefined)
  const labels = isLabelled ? [label.text, ...none.slice(1)] : none
  const { columns, margin } = inferColumns({ labels, said: none }, body)
  const isTable =
    columns.includes('indicator') &&
    (columns.includes('level-one') || columns.includes('level-two') || columns.includes('target'))
  // What stands right above a header is a field of the form: 成效目标 and its sentence.
  return isTable && rowHeaderAt(blocks, at + 1) === undefined
    ? { ...rowHeaderOf(withoutFront(columns, labels, body)), margin }
    : undefined
}

/** 数量指标:培训农民 | 180人: whether a row and the next have a name with its heading in front, and a value. */
const areHeadedNames = (rows: readonly Row[]): boolean =>
  rows.length > 1 &&
  rows.slice(0, 2).every((row) => {
    const [name, value, ...others] = ownCells(row)
    return (
      name !== undefined &&
      value !== undefined &&
      others.every(({ text }) => kindOf(text) === 'number') &&
      nameStart(name.text.folded) > 0 &&
      VALUES.has(kindOf(value.text))
    )
  })

const VALUES: ReadonlySet<CellKind> = new Set(['measure', 'share', 'date', 'number', 'quality', 'words'])

/** 投入目标(万元) heads money. */
const IN_MONEY = /\([百千万亿]*元\)$/

/** Whether a row has a word for money and no value: 投入目标(万元) | 资金来源 | 年初安排金额, over its sources. */
const headsMoney = (own: readonly Cell[]): boolean =>
  own.some((cell) => labelOfCell(cell)?.role === 'amount') &&
  own.every(({ text }) => {
    const kind = kindOf(text)
    return !isTyped(kind) && kind !== 'quality'
  })

/** Rows of indicators that have no header, and where they begin. */
export interface HeaderlessList {
  readonly header: RowHeader
  readonly at: number
}

/**
 * The first rows that nothing stands over and that can only be a list of projects with a row for each indicator: a name
 * and its money, then the goal in front of categories, names of indicators and targets.
 */
export const headerlessList = (blocks: readonly Block[]): HeaderlessList | undefined => {
  const first = blocks.findIndex((block) => goalColumn(block) > 0)
  if (first < 0 || hasRowHeader(blocks)) return undefined
  const goal = goalColumn(blocks[first])
  const width = widthOf(rowsAt(blocks, first, 1))
  let at = first
  while (isOfList(blocks[at - 1], width)) at -= 1
  const rows = rowsAt(blocks, at, TELLING)
  const front = frontOf(rows, goal)
  const { columns, margin } = inferPart(rows, goal + 1, width)
  const isList =
    front.includes('name') &&
    front.includes('amount') &&
    columns.includes('indicator') &&
    columns.includes('target')
  return isList ? { header: { ...rowHeaderOf([...front, 'goal', ...columns]), margin }, at } : undefined
}

/**
 * A page that begins in the middle of a table: rows in which a heading or a name, a sign, a number and a unit stand in the same
 * columns each, with known headings in front of some.
 */
export const headerlessPage = (blocks: readonly Block[]): HeaderlessList | undefined => {
  const at = blocks.findIndex(({ kind }) => kind === 'row')
  if (at < 0 || hasRowHeader(blocks)) return undefined
  const rows = rowsAt(blocks, at, TELLING).filter(({ cells }) => cells.some(isSign))
  const headings = rows.filter(({ cells }) => cells.slice(0, 2).some(({ text }) => isShortHeading(text)))
  if (rows.length < FEWEST_ROWS || headings.length < 2) return undefined
  const width = widthOf(rows)
  const { columns, margin } = inferPart(rows, 0, width)
  const isPage = PARTS.every((role) => columns.includes(role))
  return isPage ? { header: { ...rowHeaderOf(columns), margin }, at } : undefined
}

const FEWEST_ROWS = 4
const PARTS: readonly ColumnRole[] = ['level-one', 'level-two', 'indicator', 'comparator', 'target']
const isSign = ({ text }: Cell): boolean => kindOf(text) === 'comparator'

/** The columns in front of the goal; the first money behind the name is what was planned, not what it has of it or spent. */
const frontOf = (rows: readonly Row[], goal: number): Columns => {
  const { columns } = inferPart(rows, 0, goal, FRONT)
  const isOfMoney = (column: number): boolean => {
    const own = rows.flatMap(({ cells }) => (cells[column]?.text.isBlank === false ? [cells[column]] : []))
    return own.length > 0 && own.every(isMoney)
  }
  const amount = columns.findIndex((_, i) => i > columns.indexOf('name') && isOfMoney(i))
  return columns.map((role, i) =>
    i === amount ? 'amount' : role === 'amount' ? 'funding' : (role ?? 'other'),
  )
}

/** What stands in front of the goal of a project. */
const FRONT: readonly ColumnRole[] = ['code', 'name', 'agency', 'amount', 'funding', 'period', 'other']

/** The columns from one to another, of rows without a header. */
const inferPart = (
  rows: readonly Row[],
  from: number,
  to: number,
  roles?: readonly ColumnRole[],
): ReturnType<typeof inferColumns> => {
  const none = Array.from({ length: to - from }, () => undefined)
  const parts = rows.map((row) => ({ ...row, cells: row.cells.slice(from, to) }))
  return inferColumns({ labels: none, said: none, ...(roles === undefined ? {} : { roles }) }, parts)
}

/** The column of a sentence that a category stands behind; -1 where there is none. */
export const goalColumn = (block: Block | undefined): number => {
  const cells = block?.kind === 'row' ? block.cells : []
  return cells.findIndex(
    ({ text }, i) =>
      cells[i + 1] !== undefined &&
      isShortHeading((cells[i + 1] as Cell).text) &&
      kindOf(text) === 'sentence',
  )
}

const isOfList = (block: Block | undefined, width: number): boolean =>
  block?.kind === 'row' && block.cells.length === width && ownCells(block).length > 1
