import type { Block, Cell, Row } from '../read/grid.ts'
import { isMoney } from './form-rows.ts'
import { type Label, labelOfCell } from './labels.ts'
import { ownCells, rowsAt } from './row-cells.ts'

/** Forms whose labels stand behind their values (180 | 资金总额), turned as others are. */
export const turnMirrored = (blocks: readonly Block[]): readonly Block[] => {
  const turned: Block[] = []
  for (let at = 0; at < blocks.length; ) {
    const rows = mirroredAt(blocks, at)
    if (rows.length === 0) turned.push(blocks[at] as Block)
    else for (const { row, label } of rows) turned.push(turn(row, label))
    at += Math.max(1, rows.length)
  }
  return turned
}

/** A row with a label at its end, and what stands in front. */
interface MirroredRow {
  readonly row: Row
  readonly value: Cell | undefined
  readonly label: Cell
  readonly role: Label['role']
}

/** No head of a form has more rows. */
const MOST_ROWS = 60

/** The rows from a place on that have a label behind one value, where the name of a project and money are among them. */
const mirroredAt = (blocks: readonly Block[], at: number): readonly MirroredRow[] => {
  const rows: MirroredRow[] = []
  for (const row of rowsAt(blocks, at, MOST_ROWS)) {
    const mirrored = mirrorOf(row)
    if (mirrored === undefined) break
    rows.push(mirrored)
  }
  const has = (wanted: Label['role'], isNumber: boolean): boolean =>
    rows.some(({ role, value }) => role === wanted && value !== undefined && isMoney(value) === isNumber)
  // 1 | 项目名称 is a list of labels.
  return has('name', false) && has('amount', true) ? rows : []
}

const mirrorOf = (row: Row): MirroredRow | undefined => {
  const own = ownCells(row)
  const [label, value] = own.toReversed()
  const said = label === undefined ? undefined : labelOfCell(label)
  if (label === undefined || said?.value.isBlank !== true || own.length > 2 || row.cells[0] === label)
    return undefined
  return value !== undefined && labelOfCell(value) !== undefined
    ? undefined
    : { row, value, label, role: said.role }
}

const turn = (row: Row, label: Cell): Row => {
  const at = row.cells.indexOf(label)
  return { ...row, cells: [...row.cells.slice(at), ...row.cells.slice(0, at)] }
}
