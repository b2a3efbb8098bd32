/** What every layout makes of a grid, before grammar reads the text in it. */
import type { Span } from '../source/span.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import type { Heading, IrregularRow, Leftover, MoneyStage, MoneyUnit, Reading, Year } from './disclosure.ts'

/** The table layouts, as they are named in reports. */
export type LayoutId =
  | 'single-cell'
  | 'row-per-indicator'
  | 'form-per-project'
  | 'matrix'
  | 'flat'
  | 'narrative'
  | 'run-together'

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
  readonly sums: readonly DraftSum[]
  /** Lines and cells with words of a sum and numbers, goals among them. */
  readonly statements: readonly SpannedText[]
  readonly leftovers: readonly Leftover[]
  readonly readings: readonly Reading[]
  /** The input ends inside a row or a cell. */
  readonly truncated: boolean
}

/** A number of a table that is to be the sum of others, in its column or its row. */
export interface DraftSum {
  /** The words in front of its row: 合计, 甲镇. */
  readonly row: SpannedText
  /** The header of its column: 金额, 合计. */
  readonly column: SpannedText
  readonly total: SpannedText
  readonly parts: readonly { readonly name: SpannedText; readonly text: SpannedText }[]
  /** The parts may not be all that there are. */
  readonly mayBeSome?: boolean
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
  /** False for an agency named only in a column or a field beside its projects. */
  readonly hasRow: boolean
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
  readonly moneyUnit: MoneyUnit | undefined
  /** One text for each goal cell; a cell that goes on over a page is already one text. */
  readonly goals: readonly DraftGoals[]
  /** Cells that hold headings and indicators as text. */
  readonly indicators: readonly SpannedText[]
  /** Indicators with cells of their own. */
  readonly rows: readonly DraftIndicatorRow[]
  readonly funding: readonly DraftFunding[]
  /** Cells of money beside the planned ones: 年初预算数 beside 全年预算数, what was spent, 执行率, points. */
  readonly money: readonly DraftMoney[]
  /** The cell of 项目期限. */
  readonly period: SpannedText | undefined
  /** 实际完成情况: what became of the goals, as a self-evaluation prints it. */
  readonly results: readonly SpannedText[]
  /** 总分 below the indicators, with the sums of the points and of the scores. */
  readonly totalScore: DraftTotalScore | undefined
}

/** 总分: its numbers as printed. */
export interface DraftTotalScore {
  readonly name: SpannedText
  readonly weight: SpannedText | undefined
  readonly score: SpannedText | undefined
}

/** 财政拨款, 其他资金: name and amount as printed. */
export interface DraftFunding {
  readonly name: SpannedText
  readonly amount: SpannedText
  /** The unit that its label or header says, where that is not the unit of the table. */
  readonly moneyUnit?: MoneyUnit
  readonly level: 1 | 2
}

/** One cell of a money table that is not the planned amount: which source it is of, and at which stage. */
export interface DraftMoney {
  /** 年度资金总额, 其中:财政拨款: the label of the row. */
  readonly source: SpannedText | undefined
  /** 年初预算数, 全年执行数: the header of the column. */
  readonly label: SpannedText
  readonly stage: MoneyStage
  readonly text: SpannedText
  readonly moneyUnit?: MoneyUnit
}

/** One row of a table of indicators: the texts of its cells. */
export interface DraftIndicatorRow {
  readonly span: Span
  /** 一级指标 and 二级指标, outermost first: the same objects in all rows that stand under them. */
  readonly headings: readonly DraftHeading[]
  /** Blank where only headings or targets are printed. */
  readonly name: SpannedText
  /** One for each target column; none where the table has no such column. */
  readonly targets: readonly DraftTarget[]
  readonly weight: SpannedText | undefined
  readonly direction: SpannedText | undefined
  /** 得分, in a self-evaluation. */
  readonly score?: SpannedText | undefined
  /** 偏差原因分析及改进措施. */
  readonly reason?: SpannedText | undefined
  /** 指标解释, 绩效标准, 评分标准, 备注: what is said of the indicator, and is no target. */
  readonly notes?: readonly SpannedText[]
}

/** A heading cell, merged over its rows or printed again in each. */
export interface DraftHeading {
  readonly text: SpannedText
  readonly level: 1 | 2
  /** The cell beside it that holds its points. */
  readonly points?: SpannedText | undefined
  /** It stands in the header of the table, over the columns of its indicators in all projects. */
  readonly isAbove?: true
}

/** Comparator, value and unit of one target; blank texts where a cell is empty. */
export interface DraftTarget {
  readonly comparator: SpannedText | undefined
  readonly value: SpannedText
  readonly unit: SpannedText | undefined
  /** 实际完成值: what was reached. */
  readonly actual?: SpannedText | undefined
  /** The header of its column, where the table has several. */
  readonly column: SpannedText | undefined
  readonly term: DraftGoals['term']
  /** The header says that brackets behind the value hold what was reached. */
  readonly isResultInBrackets?: true
  /** The value and its points could be divided in more than one way: it is not to be read. */
  readonly isUnclear?: true
}

export interface DraftGoals {
  readonly text: SpannedText
  readonly term: 'annual' | 'long-term' | undefined
}
