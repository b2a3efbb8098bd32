import type { Cell } from '../read/grid.ts'
import { isSumWord } from '../vocabulary/money-words.ts'
import { type Label, labelOf, labelOfCell } from './labels.ts'

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
