import type { ColumnRole } from '../model/disclosure.ts'
import type { DraftTotalScore } from '../model/draft.ts'
import type { Cell, Row } from '../read/grid.ts'
import { countIdeographs } from '../source/fold.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { cellKind } from '../vocabulary/cell-kinds.ts'
import { isLevelRole } from '../vocabulary/headers.ts'
import { isMoneyCell } from '../vocabulary/money-words.ts'
import type { Columns } from './align.ts'
import { isHeading } from './column-profile.ts'
import { type Label, labelOfCell } from './labels.ts'
import { ownCells } from './row-cells.ts'
import type { RowHeader } from './sides.ts'
import { bare } from './words-of.ts'

/** Whether a cell is an amount or another plain number. */
export const isMoney = ({ text }: Pick<Cell, 'text'>): boolean =>
  /\d/.test(text.folded) && isMoneyCell(text.meaning)

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

/** Whether what stands in the column of the names is one, though forms have it as a label too. */
const namesIndicator = (role: ColumnRole, { cells }: Row, column: number, columns: Columns): boolean => {
  const hasLevel = (is: (i: number) => boolean): boolean =>
    columns.some((one, i) => isLevelRole(one) && is(i))
  // 建设内容 beside a category that is merged over its row; 项目经费支出总额 with a category behind it.
  if (hasLevel((i) => i < column && cells[i]?.mergedInto !== undefined)) return true
  if (hasLevel((i) => i > column && isHeading(cells[i]?.text))) return true
  // 项目起止时间 below the other names, its categories merged or left out.
  if (role === 'period' && hasLevel((i) => i < column)) return true
  // 预算执行率 with a target of its own, 公用经费 with ≤21.60万元.
  const target = cells[columns.indexOf('target')]?.text
  return target !== undefined && (role === 'rate' ? !target.isBlank : SIGNED.test(target.folded))
}

/** Whether a row below the indicators is a field of the form again: 备注, 项目名称 of the next. */
export const isField = (first: Cell, row: Row, { columns, labels }: RowHeader): boolean => {
  const label = labelOfCell(first)
  const column = row.cells.indexOf(first)
  // 单位信息: | 某局: words that no list has, set off by a colon from all that stands beside.
  if (label === undefined) {
    const [, beside, ...others] = ownCells(row)
    if (column !== 0 || beside === undefined || others.length > 0) return false
    if (isLevelRole(columns[0])) return isOpenLabel(first)
    // 其他说明 below 绩效指标, which stands in front of all rows.
    return (
      columns[0] === 'other' && countIdeographs(first.text.folded) > 1 && /[。;]$/.test(beside.text.folded)
    )
  }
  if (label.role === 'indicator') return false
  // The label of the table, printed again in each row.
  if (labels[column]?.meaning === first.text.meaning) return false
  const role = columns[column]
  if (role === 'indicator' && namesIndicator(label.role, row, column, columns)) return false
  const isInFront = role === undefined || role === 'other' || role === 'level-one' || role === 'indicator'
  return (isInFront && column <= columns.indexOf('indicator')) || !label.value.isBlank
}

const SIGNED = /^\s*[≥≤<>=]/

/** What a row below the indicators says that begins with 总分 or 合计, and what in it is no part of that. */
export interface TotalScoreRow {
  readonly total: DraftTotalScore | undefined
  readonly rests: readonly SpannedText[]
}

/**
 * Takes 总分 | 100 | 99.6 apart. A number that stands under 分值 alone is the sum of the points; one alone in a row of a table
 * with scores is that of the scores, which converters and merged cells leave anywhere; of two, the first is that of the points.
 */
export const totalScoreIn = (row: Row, own: readonly Cell[], columns: Columns): TotalScoreRow => {
  const [name, ...rest] = own
  const numbers = rest.filter(({ text }) => isPoints(text))
  const rests = rest.filter((cell) => !numbers.includes(cell)).map(({ text }) => text)
  const all = { total: undefined, rests: own.map(({ text }) => text) }
  const [first, second] = numbers
  if (name === undefined || first === undefined || numbers.length > 2) return all
  const [weight, score] = [columns.indexOf('weight'), columns.indexOf('score')]
  const isTwice = [weight, score].some((at) => at >= 0 && columns.lastIndexOf(columns[at]) !== at)
  if (isTwice || (weight < 0 && score < 0)) return all
  if (second !== undefined) {
    if (weight < 0 || score < weight) return all
    return { total: { name: name.text, weight: first.text, score: second.text }, rests }
  }
  const isOfPoints =
    score < 0 || (isUnder(first, weight, row, columns) && !isUnder(first, score, row, columns))
  const only = { weight: isOfPoints ? first.text : undefined, score: isOfPoints ? undefined : first.text }
  return { total: { name: name.text, ...only }, rests }
}

const isPoints = (text: SpannedText): boolean => {
  const plain = bare(text)
  return cellKind(plain.endsWith('分') ? plain.slice(0, -1) : plain) === 'number'
}

/** Whether a cell reaches over a column, in a row with a place for each of them. */
const isUnder = (cell: Cell, column: number, { cells }: Row, columns: Columns): boolean => {
  if (column < 0 || cells.length !== columns.length) return false
  return cells[column] === cell || cells[column]?.mergedInto === cell
}
