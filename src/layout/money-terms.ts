import type { SpannedText } from '../source/spanned-text.ts'
import { type Label, labelIn } from './labels.ts'

/** Where 实施期资金总额 or 年度资金总额 stands in its row. */
export interface MoneyColumn {
  readonly column: number
  readonly term: Label['term']
}

/**
 * The terms of the parts of the money in one row: 其中:财政拨款 under 年度资金总额 is a part of that, and
 * not of 实施期资金总额 beside it.
 */
export class MoneyTerms {
  readonly #above: readonly MoneyColumn[]
  readonly #own: MoneyColumn[] = []
  #parts = 0

  /** `above`: the sums of the last row that had any. */
  constructor(above: readonly MoneyColumn[]) {
    this.#above = above
  }

  /** The label in a cell, a part of the money with the term of its sum. */
  labelIn(text: SpannedText, column: number): Label | undefined {
    const label = labelIn(text)
    if (label?.role === 'amount' && label.term !== undefined) this.#own.push({ column, term: label.term })
    if (label?.role !== 'funding' || label.term !== undefined || this.#above.length < 2) return label
    const sum = this.#above.find((one) => one.column === column) ?? this.#above[this.#parts]
    this.#parts += 1
    return { ...label, term: sum?.term }
  }

  /** The sums that the rows below are parts of. */
  get columns(): readonly MoneyColumn[] {
    return this.#own.length > 0 ? this.#own : this.#above
  }
}
