import type { ColumnRole } from '../model/disclosure.ts'
import type { Block, Cell, Row } from '../read/grid.ts'
import { isMoney } from './form-rows.ts'
import { labelOfCell, type ToldCell } from './labels.ts'
import { rowsAt } from './row-cells.ts'
import { rolesOf } from './row-roles.ts'
import { kindOf } from './words-of.ts'

/**
 * Tells names of projects whose words are those of labels: 项目名称 | 公用经费. What stands beside the label of a name is its
 * value where the row ends, or goes on with another pair, and labels of a form stand below.
 */
export const tellValues = (blocks: readonly Block[]): readonly Block[] => {
  const values = new Set<Cell>()
  for (const [at, block] of blocks.entries())
    if (block.kind === 'row' && rolesOf(block).hasAny)
      for (const cell of namesIn(block, rowsAt(blocks, at + 1, FEW))) values.add(cell)
  return values.size === 0
    ? blocks
    : withCells(blocks, (cell): ToldCell => (values.has(cell) ? { ...cell, isValue: true } : cell))
}

/** The blocks with cells renewed one by one; places that a renewed cell covers refer to it as before. */
export const withCells = (blocks: readonly Block[], change: (cell: Cell) => Cell): readonly Block[] => {
  const renewed = new Map<Cell, Cell>()
  const renew = (cell: Cell): Cell => {
    const known = renewed.get(cell)
    if (known !== undefined) return known
    const next = change(cell)
    const origin = cell.mergedInto === undefined ? undefined : renew(cell.mergedInto)
    const moved = origin === undefined || origin === cell.mergedInto ? next : { ...next, mergedInto: origin }
    renewed.set(cell, moved)
    return moved
  }
  return blocks.map((block) => {
    if (block.kind !== 'row') return block
    const cells = block.cells.map(renew)
    return cells.some((cell, i) => cell !== block.cells[i]) ? { ...block, cells } : block
  })
}

/** So many rows of a form tell that it is one. */
const FEW = 12

/** The names in a row that are labels by their words. */
const namesIn = ({ cells }: Row, below: readonly Row[]): readonly Cell[] =>
  cells.flatMap((cell, column) => {
    if (openLabel(cell) !== 'name') return []
    const start = cells.findIndex((one, i) => i > column && one.mergedInto !== cell)
    const value = cells[start]
    const role = value === undefined ? undefined : openLabel(value)
    // No project is called as the field of a body, or of a period.
    if (value === undefined || role === undefined || role === 'name' || OF_FORMS.has(role)) return []
    const isCopy = (one: Cell): boolean => one.text.meaning === value.text.meaning
    const end = cells.findIndex((one, i) => i > start && !one.text.isBlank && !isCopy(one))
    if (!(end < 0 || isLabelBeside(cells, end)) || !isInForm(below, column, start)) return []
    return cells.slice(start, end < 0 ? cells.length : end).filter(isCopy)
  })

/** A label with nothing behind its colon. */
const openLabel = (cell: Cell): ColumnRole | undefined => {
  const label = cell.text.isBlank ? undefined : labelOfCell(cell)
  return label?.value.isBlank === true ? label.role : undefined
}

/** Whether a cell is a label with a value beside it, or words that nobody knows with a blank there: 负责人及电话. */
const isLabelBeside = (cells: readonly Cell[], at: number): boolean => {
  const cell = cells[at] as Cell
  const [beside, ...others] = cells.slice(at + 1).filter(({ mergedInto }) => mergedInto !== cell)
  if (beside === undefined || labelOfCell(beside) !== undefined) return false
  const areBlank = [beside, ...others].every(({ text }) => text.isBlank)
  return labelOfCell(cell) !== undefined || (areBlank && kindOf(cell.text) === 'words')
}

/** Whether labels stand below that of a name, as in a form, and not names with their money, as below 项目 | 金额 in a list. */
const isInForm = (below: readonly Row[], column: number, beside: number): boolean => {
  let listed = 0
  for (const { cells } of below) {
    const [own, value] = [cells[column], cells[beside]]
    if (own === undefined || own.text.isBlank) continue
    const role = labelOfCell(own)?.role
    if (role !== undefined && OF_FORMS.has(role)) return true
    if (role === undefined && value !== undefined && isMoney(value)) listed += 1
    if (listed > 1) return false
  }
  return false
}

/** What forms print below the name of a project, and lists never below their names. */
const OF_FORMS: ReadonlySet<ColumnRole> = new Set(['agency', 'code', 'period', 'goal', 'result'])
