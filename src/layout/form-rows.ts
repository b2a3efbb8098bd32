import type { Block, Cell, Row } from '../read/grid.ts'
import { isLevelRole } from '../vocabulary/headers.ts'
import { isMoneyCell } from '../vocabulary/money-words.ts'
import { isHeading } from './column-profile.ts'
import { type Label, labelOfCell } from './labels.ts'
import type { RowHeader } from './sides.ts'

/** The cells with text, not the places that merged ones cover. */
export const ownCells = (row: Row): readonly Cell[] => row.cells.filter(({ text }) => !text.isBlank)

/** Whether a cell is an amount or another plain number. */
export const isMoney = ({ text }: Pick<Cell, 'text'>): boolean =>
  /\d/.test(text.folded) && isMoneyCell(text.meaning)

/** The rows that follow one another from a place on, `most` at the most. */
export const rowsAt = (blocks: readonly Block[], at: number, most: number): readonly Row[] => {
  const rows: Row[] = []
  for (let i = at; rows.length < most; i += 1) {
    const block = blocks[i]
    if (block?.kind !== 'row') break
    rows.push(block)
  }
  return rows
}

/** The cell of a row that has no other. */
export const onlyCell = ({ cells }: Row): Cell | undefined => {
  const only = cells.find(({ text }) => !text.isBlank)
  return only === undefined || cells.some((cell) => cell !== only && !cell.text.isBlank) ? undefined : only
}

/** The label to the left that is merged over this row from a row above. */
export const verticalLabel = (row: Row, column: number): Label | undefined => {
  for (let at = column - 1; at >= 0; at -= 1) {
    const origin = row.cells[at]?.mergedInto
    if (origin === undefined || row.cells.includes(origin)) continue
    const label = labelOfCell(origin)
    if (label !== undefined) return label
  }
  return undefined
}

const isOpenLabel = ({ text }: Cell): boolean => /.:$/.test(text.folded) && !isHeading(text)

/** Whether a row below the indicators is a field of the form again: 备注, 项目名称 of the next. */
export const isField = (first: Cell, row: Row, { columns, labels }: RowHeader): boolean => {
  const label = labelOfCell(first)
  const column = row.cells.indexOf(first)
  // 单位信息: | 某局: words that no list has, set off by a colon from all that stands beside.
  if (label === undefined)
    return column === 0 && isLevelRole(columns[0]) && isOpenLabel(first) && ownCells(row).length === 2
  if (label.role === 'indicator') return false
  // 建设内容 beside a category that is merged over its row is the name of an indicator.
  const isCovered = columns.some(
    (one, i) => i < column && isLevelRole(one) && row.cells[i]?.mergedInto !== undefined,
  )
  if (columns[column] === 'indicator' && isCovered) return false
  // The label of the table, printed again in each row.
  if (labels[column]?.meaning === first.text.meaning) return false
  const role = columns[column]
  // 项目起止时间 below the other names, its categories merged or left out, is an indicator.
  if (role === 'indicator' && label.role === 'period' && columns.slice(0, column).some(isLevelRole))
    return false
  // So is 项目经费支出总额 with a category behind it.
  const isOfCategory = columns.some(
    (one, i) => i > column && isLevelRole(one) && isHeading(row.cells[i]?.text),
  )
  if (role === 'indicator' && isOfCategory) return false
  // 预算执行率 with a target of its own is an indicator.
  const target = row.cells[columns.indexOf('target')]
  if (role === 'indicator' && label.role === 'rate' && target?.text.isBlank === false) return false
  const isInFront = role === undefined || role === 'other' || role === 'level-one' || role === 'indicator'
  return (isInFront && column <= columns.indexOf('indicator')) || !label.value.isBlank
}
