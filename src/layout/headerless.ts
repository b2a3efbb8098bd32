import type { Block } from '../read/grid.ts'
import type { Columns } from './align.ts'
import { rowsAt } from './form-rows.ts'
import { inferColumns } from './infer-columns.ts'
import { labelOfCell } from './labels.ts'
import { isShortHeading, ownRows, rowHeaderAt, TELLING, widthOf, withoutFront } from './row-header.ts'
import { type RowHeader, sidesOf } from './sides.ts'

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
    unexplained: [],
  }
}

/**
 * The columns of rows that no header stands over, told by what stands in them; they begin with a known heading, or with
 * the label of the table.
 */
export const headerlessAt = (blocks: readonly Block[], at: number): RowHeader | undefined => {
  const rows = rowsAt(blocks, at, TELLING)
  const [first] = rows
  const own = first?.cells.filter(({ text }) => !text.isBlank) ?? []
  const [front] = own
  // 绩效指标 in front of them all.
  const label = front !== undefined && front === first?.cells[0] ? labelOfCell(front) : undefined
  const isLabelled = label?.role === 'indicator' && label.value.isBlank && own.length > 3
  const isHeaded = own.slice(0, 2).some(({ text }) => isShortHeading(text) && !IN_MONEY.test(text.folded))
  if (own.length < 2 || !(isHeaded || isLabelled)) return undefined
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

/** 投入目标(万元) heads money. */
const IN_MONEY = /\([百千万亿]*元\)$/
