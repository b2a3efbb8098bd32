/** The domain on one page: everything a disclosure table says, as a typed, immutable tree. */

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

/** 部门预算项目支出绩效目标公开表: one input, however many pages and tables it has. */
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
  /** Departments, or agencies where the table names no department. */
  readonly agencies: readonly Agency[]
  /** Projects above or without any agency row. */
  readonly projects: readonly Project[]
  readonly irregularRows: readonly IrregularRow[]
  /** Numbers that are the sums of others in the same column or row, in tables of any kind: allotments, tasks, money by district. */
  readonly sums: readonly PrintedSum[]
  /** Texts that are no goals and may tell how numbers add up, read as goals are: 测算依据, 实施计划, letters, reports. */
  readonly statements: readonly Goal[]
  readonly leftovers: readonly Leftover[]
  /** How each table was understood, and how sure that is. */
  readonly readings: readonly Reading[]
  /** The input ends in the middle of something: what is missing may only have been cut off. */
  readonly truncated: boolean
  /** How sure its characters are, where some were read from pictures. */
  readonly scan?: Scan
}

/** 预算年度. */
export interface Year {
  readonly text: SpannedText
  readonly value: number
}

/** What one printed amount is worth: 万元 unless the table says otherwise. */
export interface MoneyUnit {
  readonly name: '元' | '千元' | '万元' | '亿元'
  readonly yuan: Decimal
  /** Where the table says so; `undefined` if it says it nowhere: then 元 where its costs or goals show that, else 万元. */
  readonly text: SpannedText | undefined
}

export type { ColumnRole }

/** A header cell, with what its column was taken for. */
export interface Heading {
  readonly text: SpannedText
  readonly role: ColumnRole | undefined
}

/** A row whose number of cells differs from its header's. */
export interface IrregularRow {
  readonly span: Span
  readonly cells: number
  readonly expected: number
  /** The row's name cell as it was understood, to tell the reader which row is meant. */
  readonly name: SpannedText | undefined
}

/** A number of a table that is to be the sum of others. All are the plain numbers, whatever they count. */
export interface PrintedSum {
  /** The words in front of its row: 合计, 甲镇. */
  readonly row: SpannedText
  /** The header of its column: 金额, 合计. */
  readonly column: SpannedText
  readonly amount: ValidAmount
  /** One that is no number, such as 2OO, leaves open whether the sum is right. */
  readonly parts: readonly { readonly name: SpannedText; readonly amount: Amount }[]
}

/** Text that is no part of the tree, and why. */
export interface Leftover {
  readonly text: SpannedText
  /**
   * `surrounding`: notes and page numbers around tables; `column`: in a column that pbo doesn't
   * read; `label`: `年度目标:` before goals, a name repeated on the next page; `template`: the form's own text where an
   * indicator was to be written (指标2:, ……); `unplaced`: inside a table or a cell, and neither
   * its layout nor the grammar has a place for it.
   */
  readonly reason: 'surrounding' | 'column' | 'label' | 'template' | 'unplaced'
}

/** How one table was understood. */
export interface Reading {
  /** Of the table. */
  readonly span: Span
  /**
   * From 0 to 1: how much better the reading explains the table than the next best one does, less what is left over.
   * Below `SURE_READING` what depends on it may be wrong.
   */
  readonly confidence: number
  /** The columns or labels whose meaning was told by what stands in them, and no known word. */
  readonly inferred: readonly Heading[]
  /** Money, comparators, dates and numbers that belong to nothing. */
  readonly leftovers: readonly SpannedText[]
}

/** Readings below this confidence are told, and rules that need them are silent. */
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
  /** An empty cell, `-` or `/`; the span is where the number would stand. */
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
 * A row that stands over others: 主管部门, 预算单位, 项目类别 or 小计. Its amount should be the sum
 * of what stands under it.
 */
export interface Agency {
  readonly kind: 'agency'
  readonly role: 'agency' | 'project-category' | 'subtotal'
  /** Whether it has a row of its own; an agency that is only named beside its projects has no amount. */
  readonly hasRow: boolean
  readonly span: Span
  readonly code: SpannedText | undefined
  readonly name: SpannedText
  readonly amount: Amount
  readonly agencies: readonly Agency[]
  readonly projects: readonly Project[]
}

/** 资金构成: one part of a project's money, such as 财政拨款 or 其他资金. */
export interface Funding {
  readonly kind: 'funding'
  readonly span: Span
  /** As printed, without colon: `其中:财政拨款`. */
  readonly name: SpannedText
  readonly amount: Amount
  /** 1: a part of the project's amount. 2: a part of the level-1 part printed before it (其中:本级). */
  readonly level: 1 | 2
}

export type { MoneyStage }

const NO_MONEY: ReadonlySet<MoneyStage> = new Set(['rate', 'weight', 'score'])

/** Whether a stage is money: rates, points and scores are not. */
export const isMoneyStage = (stage: MoneyStage): boolean => !NO_MONEY.has(stage)

/** One cell of a money table beside the planned amounts. Never a planned amount, and no part of any sum of those. */
export interface MoneyCell {
  readonly kind: 'money'
  readonly span: Span
  /** 年度资金总额, 其中:财政拨款: the label of its row, where it has one. */
  readonly source: SpannedText | undefined
  /** The header of its column. */
  readonly label: SpannedText
  readonly stage: MoneyStage
  /** In 元 for stages of money; the printed number for rates, points and scores; see `Amount`. */
  readonly amount: Amount
}

/** 总分: what the points and the scores of a project come to, as the table prints it below the indicators. */
export interface TotalScore {
  readonly kind: 'total-score'
  readonly span: Span
  /** 总分, 合计. */
  readonly name: SpannedText
  readonly weight: Measure | undefined
  readonly score: Measure | undefined
}

/** 项目: one thing that money is planned for, with what it is to achieve. */
export interface Project {
  readonly kind: 'project'
  readonly span: Span
  readonly code: SpannedText | undefined
  readonly name: SpannedText
  readonly amount: Amount
  /** In the order printed; empty where the table doesn't divide the amount. */
  readonly funding: readonly Funding[]
  /** What else a money table prints: opening budget, money spent, rate of execution, points and scores. */
  readonly money: readonly MoneyCell[]
  /** 项目期限, 起止时间, where it is printed. */
  readonly period: Period | undefined
  readonly goals: readonly Goal[]
  /** 实际完成情况: what became of the goals, divided as goals are. Never a goal. */
  readonly results: readonly Goal[]
  /** Level-1 categories; indicators without any category stand in `indicators`. */
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

/** How list numbers look. */
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
  /** 年度目标 or 中长期目标, where the column or a label says so. */
  readonly term: 'annual' | 'long-term' | undefined
  /** Numbers, dates and baselines promised in it, in order. */
  readonly quantities: readonly Quantity[]
}

/** 一级指标, 二级指标: a heading with what stands under it. */
export interface Category {
  readonly kind: 'category'
  readonly level: 1 | 2
  /** From the heading to the end of what stands under it; without the heading, where the table's header prints that. */
  readonly span: Span
  /**
   * The heading line: marker, name and what follows the name (a colon, points). Where the header of a table prints
   * 产出指标 over columns, it is that cell, for every project.
   */
  readonly heading: SpannedText
  readonly marker: Marker | undefined
  readonly name: SpannedText
  /** `undefined` for a heading outside the vocabulary. */
  readonly is: CategoryId | undefined
  /** Points of the category, where they are printed: 数量指标(50分). */
  readonly weight: Measure | undefined
  readonly children: readonly (Category | Indicator)[]
}

/** 三级指标. */
export interface Indicator {
  readonly kind: 'indicator'
  /** From its first cell to its last, what was reached and the notes among them. */
  readonly span: Span
  /** What is planned, as printed: name, target, points and direction, without what was reached and the notes. */
  readonly text: SpannedText
  readonly marker: Marker | undefined
  readonly name: SpannedText
  /** Numbers inside the name: 村组干部230人. */
  readonly nameQuantities: readonly Quantity[]
  readonly target: Target
  /** 分值, 权重: points of the indicator, where they are printed. */
  readonly weight: Measure | undefined
  /** 度量单位 in a column of its own; `unit` is undefined where the words are no known unit. */
  readonly printedUnit: PrintedUnit | undefined
  /** 正向指标, 反向指标 in a column of its own. */
  readonly direction: Direction | undefined
  /** The header of its target, where a row has several: 甲县, 半年指标值. */
  readonly column: SpannedText | undefined
  /** Whether it belongs to the annual or the long-term goals, where the table says so. */
  readonly term: Goal['term']
  /** 实际完成值: what was reached, where a self-evaluation prints it. Read as a target is, and never one. */
  readonly actual: Target | undefined
  /** 得分. */
  readonly score: Measure | undefined
  /** 偏差原因分析及改进措施. */
  readonly reason: SpannedText | undefined
  /** 指标解释, 绩效标准, 评分标准, 备注, as printed. */
  readonly notes: readonly SpannedText[]
}

/** 计量单位, as its own column prints it. */
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
  /** Words; `quantities` are the numbers among them: 按照每人1200元的标准兑付. */
  | {
      readonly kind: 'qualitative'
      readonly text: SpannedText
      readonly span: Span
      readonly quantities: readonly Quantity[]
    }
  /** Nothing there; the span is the place where a value would stand. */
  | { readonly kind: 'blank'; readonly text: SpannedText; readonly span: Span }
  | { readonly kind: 'unparsed'; readonly text: SpannedText; readonly span: Span }

/** A number to reach or to keep within. */
export interface MeasuredTarget {
  readonly kind: 'measured'
  readonly text: SpannedText
  readonly span: Span
  /** The printed comparator, or what a bare value means: a cap for costs, else `=`. */
  readonly comparator: Comparator
  readonly printedComparator: PrintedComparator | undefined
  /** Whether no comparator is printed. */
  readonly implicit: boolean
  readonly measure: Measure
}

/** Any node with a span, for walks. */
export type Node = Disclosure | Total | Agency | Project | Funding | MoneyCell | Goal | Category | Indicator
