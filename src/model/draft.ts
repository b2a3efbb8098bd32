/** What every layout makes of a grid, before grammar reads the text in it. */
import type { Span } from '../source/span.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import type { Heading, IrregularRow, Leftover, MoneyUnit, Year } from './disclosure.ts'

export interface Draft {
  readonly span: Span
  readonly title: SpannedText | undefined
  readonly year: Year | undefined
  readonly moneyUnit: MoneyUnit
  readonly headings: readonly Heading[]
  readonly totals: readonly DraftTotal[]
  readonly agencies: readonly DraftAgency[]
  readonly projects: readonly DraftProject[]
  readonly irregularRows: readonly IrregularRow[]
  readonly leftovers: readonly Leftover[]
  /** The input ends inside a row or a cell. */
  readonly truncated: boolean
}

/** 合计. Amounts are the text of their cell, empty where the cell is. */
export interface DraftTotal {
  readonly span: Span
  readonly name: SpannedText
  readonly amount: SpannedText
  /** The unit of its table, where that is not the unit of the first. */
  readonly moneyUnit?: MoneyUnit
}

export interface DraftAgency {
  readonly role: 'agency' | 'project-category' | 'subtotal'
  readonly span: Span
  readonly code: SpannedText | undefined
  readonly name: SpannedText
  readonly amount: SpannedText
  /** The unit of its table, where that is not the unit of the first. */
  readonly moneyUnit?: MoneyUnit
  readonly agencies: readonly DraftAgency[]
  readonly projects: readonly DraftProject[]
}

export interface DraftProject {
  readonly span: Span
  readonly code: SpannedText | undefined
  readonly name: SpannedText
  readonly amount: SpannedText
  /** The unit of its table, where that is not the unit of the first. */
  readonly moneyUnit?: MoneyUnit
  /** One text for each goal cell; a cell that goes on over a page is already one text. */
  readonly goals: readonly DraftGoals[]
  readonly indicators: readonly SpannedText[]
}

export interface DraftGoals {
  readonly text: SpannedText
  readonly term: 'annual' | 'long-term' | undefined
}
