/** The domain on one page: the whole content of a disclosure table, as a typed, immutable tree. */

import type { Scan } from '../source/scan.ts'
import type { Span } from '../source/span.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import type { CategoryId } from '../vocabulary/categories.ts'
import type { ColumnRole } from '../vocabulary/headers.ts'
import type { MoneyStage } from '../vocabulary/money-words.ts'
import type { Decimal } from './decimal.ts'
import type {
  Baseline,
  Comparator,
  Measure,
  Numeral,
  Period,
  PrintedComparator,
  Quantity,
  Unit,
} from './measure.ts'

/** 部门预算项目支出绩效目标公开表: one input, regardless of how many pages and tables it has. */
export interface Disclosure {
  readonly kind: 'disclosure'
  readonly span: Span
  readonly title: SpannedText | undefined
  /** The budget year, as the title (or the text before the table) prints it. */
  readonly year: Year | undefined
  readonly moneyUnit: MoneyUnit
  /** Header cells of every page. */
  readonly headings: readonly Heading[]
  /** 合计 rows; normally one. */
  readonly totals: readonly Total[]
  /** Departments, or agencies if the table names no department. */
  readonly agencies: readonly Agency[]
  /** Projects above the first agency row, or in a table without one. */
  readonly projects: readonly Project[]
  readonly irregularRows: readonly IrregularRow[]
  /** Numbers that should be the sum of others in the same column or row, in any kind of table: allotments, tasks, money by district. */
  readonly sums: readonly PrintedSum[]
  /** Texts other than goals that may show how numbers add up, parsed in the same way as goals: 测算依据, 实施计划, letters, reports. */
  readonly statements: readonly Goal[]
  readonly leftovers: readonly Leftover[]
  /** How each table was interpreted, and with what confidence. */
  readonly readings: readonly Reading[]
  /** Tables in which what was read proves that it was read wrongly. */
  readonly misreadings: readonly Misreading[]
  /** Whether the input ends abruptly, so that anything missing may only have been cut off. */
  readonly truncated: boolean
  /** How certain the characters are, if some were read from pictures. */
  readonly scan?: Scan
}

/** 预算年度. */
export interface Year {
  readonly text: SpannedText
  readonly value: number
}

/** The unit of the printed amounts: 万元 unless the table says otherwise. */
export interface MoneyUnit {
  readonly name: '元' | '千元' | '万元' | '亿元'
  readonly yuan: Decimal
  /** Where the table states the unit. `undefined` if it does not: the unit is then 元 if costs or goals show that, else 万元. */
  readonly text: SpannedText | undefined
}

export type { ColumnRole }

/** A header cell, and how its column was interpreted. */
export interface Heading {
  readonly text: SpannedText
  readonly role: ColumnRole | undefined
}

/** A row with more or fewer cells than its header. */
export interface IrregularRow {
  readonly span: Span
  readonly cells: number
  readonly expected: number
  /** The cell taken to be the row's name, to show the reader which row is meant. */
  readonly name: SpannedText | undefined
}

/** A number in a table that should be the sum of others. All are the plain printed numbers, whatever they count. */
export interface PrintedSum {
  /** The label of its row: 合计, 甲镇. */
  readonly row: SpannedText
  /** The header of its column: 金额, 合计. */
  readonly column: SpannedText
  readonly amount: ValidAmount
  /** If one of them is not a number, such as 2OO, the sum cannot be verified. */
  readonly parts: readonly { readonly name: SpannedText; readonly amount: Amount }[]
  /** The parts may be the main ones only: the tasks of a department, which are recorded where one has two digits swapped. */
  readonly mayBeSome?: boolean
}

/** Text that is not part of the tree, and why. */
export interface Leftover {
  readonly text: SpannedText
  /**
   * `surrounding`: notes and page numbers around tables; `column`: in a column that pbo doesn't
   * read; `label`: `年度目标:` before goals, or a name repeated on the next page; `template`: the form's own text where an
   * indicator should have been filled in (指标2:, ……); `unplaced`: inside a table or a cell, but with no place in
   * the layout or the grammar.
   */
  readonly reason: 'surrounding' | 'column' | 'label' | 'template' | 'unplaced'
}

/** How one table was interpreted. */
export interface Reading {
  /** The span of the table. */
  readonly span: Span
  /**
   * From 0 to 1: how much better the reading explains the table than the next best one, minus a penalty for leftovers.
   * Below `SURE_READING`, anything that depends on the reading may be wrong.
   */
  readonly confidence: number
  /** Columns or labels with no known word, interpreted from their content alone. */
  readonly inferred: readonly Heading[]
  /** Amounts, comparators, dates and numbers that could not be assigned to anything. */
  readonly leftovers: readonly SpannedText[]
}

/** A table, or a part of it, that was read as something it cannot be. */
export interface Misreading {
  /** From the first place that depends on what was read wrongly to the last. */
  readonly span: Span
  /** What cannot be what it was taken for: `≥95%` as the name of an indicator, `=` as that of a category. */
  readonly contradictions: readonly Heading[]
  /** The rows, tables and projects that were read wrongly: whatever is said of them may be false. */
  readonly places: readonly Span[]
}

/** Readings below this confidence are reported, and rules that depend on them stay silent. */
export const SURE_READING = 0.5

/** 金额. `money` is in 元, whatever the table's unit. */
export type Amount =
  | {
      readonly kind: 'amount'
      readonly text: SpannedText
      readonly span: Span
      readonly numeral: Numeral
      readonly money: Decimal
      readonly yuanPerUnit: Decimal
    }
  | { readonly kind: 'invalid-amount'; readonly text: SpannedText; readonly span: Span }
  /** An empty cell, `-` or `/`; the span is where the number would be. */
  | { readonly kind: 'blank-amount'; readonly text: SpannedText; readonly span: Span }

/** An amount that is a number. */
export type ValidAmount = Extract<Amount, { readonly kind: 'amount' }>

/** 合计. */
export interface Total {
  readonly kind: 'total'
  readonly span: Span
  readonly name: SpannedText
  readonly amount: Amount
}

/**
 * A row that groups others: 主管部门, 预算单位, 项目类别 or 小计. Its amount should be the sum of the
 * amounts under it.
 */
export interface Agency {
  readonly kind: 'agency'
  readonly role: 'agency' | 'project-category' | 'subtotal'
  /** Whether it has a row of its own; an agency named only in the rows of its projects has no amount. */
  readonly hasRow: boolean
  readonly span: Span
  readonly code: SpannedText | undefined
  readonly name: SpannedText
  readonly amount: Amount
  readonly agencies: readonly Agency[]
  readonly projects: readonly Project[]
}

/** 资金构成: one part of a project's funding, such as 财政拨款 or 其他资金. */
export interface Funding {
  readonly kind: 'funding'
  readonly span: Span
  /** As printed, without the colon: `其中:财政拨款`. */
  readonly name: SpannedText
  readonly amount: Amount
  /** 1: a part of the project's amount. 2: a part of the level-1 part printed before it (其中:本级). */
  readonly level: 1 | 2
}

export type { MoneyStage }

const NO_MONEY: ReadonlySet<MoneyStage> = new Set(['rate', 'weight', 'score'])

/** Whether the stage is an amount of money: rates, points and scores are not. */
export const isMoneyStage = (stage: MoneyStage): boolean => !NO_MONEY.has(stage)

/** A cell of a funding table other than the planned amounts. It is never a planned amount and never counts towards their sum. */
export interface MoneyCell {
  readonly kind: 'money'
  readonly span: Span
  /** 年度资金总额, 其中:财政拨款: the label of its row, if it has one. */
  readonly source: SpannedText | undefined
  /** The header of its column. */
  readonly label: SpannedText
  readonly stage: MoneyStage
  /** In 元 for amounts of money; the printed number for rates, points and scores. See `Amount`. */
  readonly amount: Amount
}

/** 总分: the total points and total score of a project, as printed below the indicators. */
export interface TotalScore {
  readonly kind: 'total-score'
  readonly span: Span
  /** 总分, 合计. */
  readonly name: SpannedText
  readonly weight: Measure | undefined
  readonly score: Measure | undefined
}

/** 项目: one item of planned spending, and what it is meant to achieve. */
export interface Project {
  readonly kind: 'project'
  readonly span: Span
  readonly code: SpannedText | undefined
  readonly name: SpannedText
  readonly amount: Amount
  /** In printed order; empty if the table doesn't break the amount down. */
  readonly funding: readonly Funding[]
  /** The other cells of a funding table: opening budget, amount spent, execution rate, points and scores. */
  readonly money: readonly MoneyCell[]
  /** 项目期限, 起止时间, if printed. */
  readonly period: Period | undefined
  readonly goals: readonly Goal[]
  /** 实际完成情况: the results of the goals, split in the same way as goals. Never a goal. */
  readonly results: readonly Goal[]
  /** Level-1 categories; indicators without a category are in `indicators`. */
  readonly categories: readonly Category[]
  readonly indicators: readonly Indicator[]
  readonly totalScore: TotalScore | undefined
}

/** The list number in front of a goal, heading or indicator: `目标1:`, `一、`, `(一)`, `1.`. */
export interface Marker {
  readonly text: SpannedText
  readonly style: MarkerStyle
  /** `undefined` for bullets such as ★. */
  readonly ordinal: number | undefined
}

/** The styles of list numbers. */
export type MarkerStyle =
  | 'goal' // 目标1:
  | 'indicator' // 指标1:
  | 'chinese' // 一、
  | 'bracketed-chinese' // (一)
  | 'decimal' // 1. 1、
  | 'bracketed-decimal' // (1) 1)
  | 'circled' // ①
  | 'dotted' // 1.1
  | 'bullet' // ★ * ·

/** 绩效目标. */
export interface Goal {
  readonly kind: 'goal'
  readonly span: Span
  readonly marker: Marker | undefined
  /** Without the marker. */
  readonly text: SpannedText
  /** 年度目标 or 中长期目标, if the column or a label says so. */
  readonly term: 'annual' | 'long-term' | undefined
  /** Numbers, dates and baselines promised in it, in order. */
  readonly quantities: readonly Quantity[]
}

/** 一级指标, 二级指标: a heading and everything under it. */
export interface Category {
  readonly kind: 'category'
  readonly level: 1 | 2
  /** From the heading to the end of its content; without the heading, if that is part of the table's header. */
  readonly span: Span
  /**
   * The heading line: marker, name and what follows the name (a colon, points). If the table's header has 产出指标
   * above columns, it is that header cell, for every project.
   */
  readonly heading: SpannedText
  readonly marker: Marker | undefined
  readonly name: SpannedText
  /** `undefined` for a heading outside the vocabulary. */
  readonly is: CategoryId | undefined
  /** Points of the category, if printed: 数量指标(50分). */
  readonly weight: Measure | undefined
  readonly children: readonly (Category | Indicator)[]
}

/** 三级指标. */
export interface Indicator {
  readonly kind: 'indicator'
  /** From its first cell to its last, including the actual value and the notes. */
  readonly span: Span
  /** The plan as printed: name, target, points and direction, without the actual value and the notes. */
  readonly text: SpannedText
  readonly marker: Marker | undefined
  readonly name: SpannedText
  /** Numbers in the name: 村组干部230人. */
  readonly nameQuantities: readonly Quantity[]
  readonly target: Target
  /** 分值, 权重: points of the indicator, if printed. */
  readonly weight: Measure | undefined
  /** 度量单位 in a column of its own; its `unit` is undefined if the text is not a known unit. */
  readonly printedUnit: PrintedUnit | undefined
  /** 正向指标, 反向指标 in a column of its own. */
  readonly direction: Direction | undefined
  /** The header of its target, if the row has several: 甲县, 半年指标值. */
  readonly column: SpannedText | undefined
  /** Whether it belongs to the annual or the long-term goals, if the table says so. */
  readonly term: Goal['term']
  /** 实际完成值: the actual value, if a self-evaluation prints it. Parsed in the same way as a target, but never a target. */
  readonly actual: Target | undefined
  /** 得分. */
  readonly score: Measure | undefined
  /** 偏差原因分析及改进措施. */
  readonly reason: SpannedText | undefined
  /** 指标解释, 绩效标准, 评分标准, 备注, as printed. */
  readonly notes: readonly SpannedText[]
}

/** 计量单位, as printed in its own column. */
export interface PrintedUnit {
  readonly text: SpannedText
  readonly unit: Unit | undefined
}

/** 指标方向性. */
export interface Direction {
  readonly text: SpannedText
  readonly better: 'higher' | 'lower'
}

/** 指标值, 目标值. */
export type Target =
  | MeasuredTarget
  | { readonly kind: 'period'; readonly text: SpannedText; readonly span: Span; readonly period: Period }
  | {
      readonly kind: 'baseline'
      readonly text: SpannedText
      readonly span: Span
      readonly baseline: Baseline
    }
  /** Words; `quantities` are the numbers in them: 按照每人1200元的标准兑付. */
  | {
      readonly kind: 'qualitative'
      readonly text: SpannedText
      readonly span: Span
      readonly quantities: readonly Quantity[]
    }
  /** Nothing printed; the span is where the value would be. */
  | { readonly kind: 'blank'; readonly text: SpannedText; readonly span: Span }
  | { readonly kind: 'unparsed'; readonly text: SpannedText; readonly span: Span }

/** A number to reach or to keep within. */
export interface MeasuredTarget {
  readonly kind: 'measured'
  readonly text: SpannedText
  readonly span: Span
  /** The printed comparator or, for a bare value, the implied one: an upper limit for costs, else `=`. */
  readonly comparator: Comparator
  readonly printedComparator: PrintedComparator | undefined
  /** Whether no comparator is printed. */
  readonly implicit: boolean
  readonly measure: Measure
}

/** Any node with a span, for walks. */
export type Node = Disclosure | Total | Agency | Project | Funding | MoneyCell | Goal | Category | Indicator
