import type { ColumnRole } from '../model/disclosure.ts'
import type { DraftTotalScore } from '../model/draft.ts'
import type { Cell, Row } from '../read/grid.ts'
import { countIdeographs } from '../source/fold.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { type CellKind, cellKind } from '../vocabulary/cell-kinds.ts'
import { isLevelRole } from '../vocabulary/headers.ts'
import { isMoneyCell, isSumWord } from '../vocabulary/money-words.ts'
import type { Columns } from './align.ts'
import { isHeading } from './column-profile.ts'
import { type Label, labelIn, labelOf, labelOfCell } from './labels.ts'
import { cellOver, ownCells } from './row-cells.ts'
import type { RowHeader } from './sides.ts'
import { bare, kindOf } from './words-of.ts'

/** Whether a cell is an amount or another plain number. */
export const isMoney = ({ text }: Pick<Cell, 'text'>): boolean =>
  /\d/.test(text.folded) && isMoneyCell(text.meaning)

/** The label to the left that is merged over this row from a row above. */
export const verticalLabel = (row: Row, column: number): Label | undefined => {
  for (let at = column - 1; at >= 0; at -= 1) {
    const over = cellOver(row, at)
    const label = over && labelOfCell(over)
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

/**
 * Whether a name and its target stand behind words that forms have as a label, too: 标准 | 问题上报比例 | ≥ | 95. A sign says so by
 * itself, a value with its unit where the name is no label.
 */
const headsIndicator = ({ cells }: Row, columns: Columns): boolean => {
  const textOf = (role: ColumnRole): SpannedText | undefined => cells[columns.indexOf(role)]?.text
  const [name, target, sign] = [textOf('indicator'), textOf('target'), textOf('comparator')]
  if (name === undefined || !NAMES.has(kindOf(name)) || target?.isBlank !== false) return false
  if (SIGNED.test(target.folded) || (sign !== undefined && kindOf(sign) === 'comparator')) return true
  return VALUES.has(kindOf(target)) && labelIn(name) === undefined
}

const NAMES: ReadonlySet<CellKind> = new Set(['words', 'name'])
const VALUES: ReadonlySet<CellKind> = new Set(['measure', 'share', 'date'])

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
  if (role !== undefined && isLevelRole(role) && headsIndicator(row, columns)) return false
  const isInFront = role === undefined || role === 'other' || role === 'level-one' || role === 'indicator'
  return (isInFront && column <= columns.indexOf('indicator')) || !label.value.isBlank
}

const SIGNED = /^\s*[≥≤<>=]/

/** What a row below the indicators says that begins with 总分 or 合计, and what in it is no part of that. */
interface TotalScoreRow {
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

/** Where 实施期资金总额 or 年度资金总额 stands in its row. */
export interface MoneyColumn {
  readonly column: number
  readonly term: Label['term']
  readonly label: Label
}

/**
 * What the labels of the money in one row mean beside each other: 其中:财政拨款 under 年度资金总额 is a part of
 * that, and not of 实施期资金总额 beside it; 合计 beside 财政拨款 and 其他资金 is the amount.
 */
export class MoneyTerms {
  readonly #above: readonly MoneyColumn[]
  readonly #own: readonly MoneyColumn[]
  readonly #hasParts: boolean
  #parts = 0
  /** The parts of this row that have their money. */
  readonly #read = new Set<string>()

  /** `above`: the sums of the last row that had any. */
  constructor(above: readonly MoneyColumn[], cells: readonly Cell[]) {
    this.#above = above
    const labels = cells.map((cell) => (cell.text.isBlank ? undefined : labelOfCell(cell)))
    this.#own = sumsIn(cells, labels)
    this.#hasParts = labels.filter((label) => label?.role === 'funding' && label.value.isBlank).length > 1
  }

  /** The label in a cell, a part of the money with the term of its sum. */
  labelIn(cell: Cell, column: number): Label | undefined {
    const { text } = cell
    const label = labelOfCell(cell)
    if (label === undefined)
      return this.#hasParts && isSumWord(text.meaning)
        ? labelOf(text, text.length, 'amount', false)
        : undefined
    if (label.role === 'amount' && label.term === undefined)
      return { ...label, term: this.#own.find((sum) => sum.column === column)?.term }
    if (label.role !== 'funding' || label.term !== undefined || this.#above.length < 2) return label
    const sum = this.#above.find((one) => one.column === column) ?? this.#above[this.#parts]
    this.#parts += 1
    return { ...label, term: sum?.term }
  }

  /** The sum that a part in a column belongs to, where a row has several: 预算数, 到位数 and 执行数 side by side. */
  sumOver(column: number): Label | undefined {
    if (this.#above.length < 2) return undefined
    return this.#above.findLast((one) => one.column <= column)?.label
  }

  /** 省财政 for the second time in a row: a part of something beside the sum above, which no known word names. */
  isOfUnknown(label: Label | undefined, column: number): boolean {
    if (label?.role !== 'funding') return false
    const words = label.text.meaning
    const isAgain = this.#read.has(words) && this.sumOver(column) === undefined && label.term === undefined
    this.#read.add(words)
    return isAgain
  }

  /** The sums that the rows below are parts of. */
  get columns(): readonly MoneyColumn[] {
    return this.#own.length > 0 ? this.#own : this.#above
  }
}

/** The sums in a row; one beside 年度资金总额 that says no term is that of the whole project. */
const sumsIn = (cells: readonly Cell[], labels: readonly (Label | undefined)[]): readonly MoneyColumn[] => {
  // 项目资金(万元) in front of 资金总额 is the label of them all.
  const hasValue = (column: number): boolean => {
    const next = cells.findIndex(({ text }, i) => i > column && !text.isBlank)
    return labels[column]?.value.isBlank === false || (next > 0 && labels[next] === undefined)
  }
  const sums = labels.flatMap((label, column) =>
    (label?.role === 'amount' || label?.role === 'executed') && hasValue(column)
      ? [{ column, term: label.term, label }]
      : [],
  )
  const said = sums.filter(({ term }) => term !== undefined)
  const isBeside =
    sums.length === 2 &&
    said.length === 1 &&
    said[0]?.term === 'annual' &&
    sums.every(({ label }) => label.role === 'amount')
  if (isBeside) return sums.map((sum) => ({ ...sum, term: sum.term ?? 'long-term' }))
  return sums.some(({ label }) => label.role === 'executed') ? sums : said
}
