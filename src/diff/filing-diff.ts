import type { FilingFile } from '../corpus/extract.ts'
import type { Decimal } from '../model/decimal.ts'
import type { Message } from '../model/finding.ts'
import type { Span } from '../source/span.ts'

/** What is different between two sets of filings, and nothing of what is the same. */
export interface FilingsDiff {
  /** Files that could not be read; what may stand in them is not compared. */
  readonly unread: readonly UnreadFile[]
  /** 合计 rows, agencies and subtotals. */
  readonly rows: readonly RowDiff[]
  readonly projects: readonly ProjectDiff[]
}

/** Where something stands, on one side. */
export interface DiffPlace {
  readonly file: FilingFile
  readonly at: Span
}

/** A file of one side that could not be read. */
export interface UnreadFile {
  readonly side: 'old' | 'new'
  readonly path: string
  readonly reason: Message
}

/**
 * What became of something. `renamed` may come with other changes; `uncompared` is on one side only, and may stand in a
 * file of the other that could not be read.
 */
export type Status = 'added' | 'removed' | 'renamed' | 'changed' | 'uncompared'

interface Changed {
  readonly status: Status
  readonly old: DiffPlace | undefined
  readonly new: DiffPlace | undefined
}

/** Something printed that is not the same; empty on the side where it is not there. */
export interface ValueDiff {
  readonly old: string
  readonly new: string
}

export interface MoneyDiff extends ValueDiff {
  /** In 元; undefined unless both sides are numbers. */
  readonly difference: Decimal | undefined
  /** Of the old amount, in per cent, with one decimal; undefined where that is zero. */
  readonly percent: Decimal | undefined
}

export interface RowDiff extends Changed {
  readonly kind: 'total' | 'agency'
  readonly code: string
  readonly name: ValueDiff
  readonly amount: MoneyDiff | undefined
}

export interface ProjectDiff extends Changed {
  readonly code: string
  readonly agency: string
  readonly name: ValueDiff
  readonly amount: MoneyDiff | undefined
  /** Parts of its money. */
  readonly funding: readonly FundingDiff[]
  /** What a money table prints beside the planned amounts, where both sides have one. */
  readonly money: readonly FundingDiff[]
  readonly goals: readonly GoalDiff[]
  /** What became of the goals, where both sides say it. */
  readonly results: readonly GoalDiff[]
  readonly indicators: readonly IndicatorDiff[]
}

export interface FundingDiff {
  readonly name: string
  readonly amount: MoneyDiff
}

export interface GoalDiff extends Changed {
  readonly text: ValueDiff
}

/** What of an indicator may differ; results and scores are compared where both sides have any. */
export const INDICATOR_FIELDS = [
  'category',
  'comparator',
  'value',
  'unit',
  'weight',
  'actual',
  'score',
] as const

export type IndicatorField = (typeof INDICATOR_FIELDS)[number]

export interface IndicatorDiff extends Changed {
  readonly category: string
  readonly name: ValueDiff
  /** As printed. */
  readonly target: ValueDiff
  readonly changes: readonly ({ readonly field: IndicatorField } & ValueDiff)[]
}

/** Whether there is no difference at all. */
export const isSame = ({ rows, projects }: FilingsDiff): boolean => rows.length + projects.length === 0
