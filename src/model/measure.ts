import type { Span } from '../source/span.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import type { UnitDimension } from '../vocabulary/units.ts'
import type { Decimal } from './decimal.ts'

/** 计算符号. Words (不低于, 以上) are read as the sign they mean. */
export type Comparator = '≥' | '≤' | '=' | '>' | '<'

/** A comparator as it stands in the text; in `(≥**株) 17600株` and `5%以内` away from its number. */
export interface PrintedComparator {
  readonly sign: Comparator
  readonly text: SpannedText
}

/** A number that remembers how it was printed: `4.00` has two decimals, as a value it has none. */
export interface Numeral {
  readonly text: SpannedText
  /** Exact, with 万 亿 written into the number multiplied out (`1.2亿` = 120000000). */
  readonly value: Decimal
  /** How many decimals were printed; what rounding can explain is half of the last one. */
  readonly decimals: number
}

/**
 * What a unit measures. `count` is the generic 个 and 项; counters of particular things (册, 台)
 * are `things`. 人次 counts attendances, not people.
 */
export type Dimension = UnitDimension

/**
 * 计量单位. Two units of one `dimension` and one `base` convert exactly by `scale`.
 *
 * @example 万亩 → { base: '亩', dimension: 'area', scale: 10000 }
 * @example 元/人·月 → { base: '元', dimension: 'money', scale: 1, per: [人, 月] }
 */
export interface Unit {
  /** As printed, widths folded and blanks removed; implied units (`万` on money) have it in full. */
  readonly printed: string
  /** The unit that values convert to: 平方米, ㎡ and 平米 all have 平方米. */
  readonly base: string
  readonly dimension: Dimension
  /** Base units in one printed unit. */
  readonly scale: Decimal
  /** Denominators of a rate, in the order printed; empty for a plain unit. */
  readonly per: readonly Unit[]
}

/** The values that satisfy a measure, in its printed unit; an open side is `undefined`. */
export interface Interval {
  readonly lower: Decimal | undefined
  readonly upper: Decimal | undefined
  readonly lowerInclusive: boolean
  readonly upperInclusive: boolean
}

/**
 * 数 + 计量单位: a number or a range with its unit and comparator, as found in running text.
 * Without a printed comparator the interval is the bare value; what that means (a cap, a plan)
 * follows from where it stands and is decided by the target.
 */
export interface Measure {
  readonly kind: 'measure'
  /** All of it: comparator, number, unit. */
  readonly text: SpannedText
  readonly span: Span
  readonly comparator: PrintedComparator | undefined
  /** The number, or the lower end of a range. */
  readonly numeral: Numeral
  /** The upper end of a range (`5～10天`). */
  readonly upperNumeral: Numeral | undefined
  readonly unit: Unit | undefined
  readonly unitText: SpannedText | undefined
  readonly interval: Interval
  /** 约 余 左右 多 几. */
  readonly approximate: boolean
  /** A change (提高5%, 增长10%以上), not a level. 提高到 is a level. */
  readonly change: 'increase' | 'decrease' | undefined
}

/** A calendar date with the parts that were printed. */
export interface PlainDate {
  readonly year: number | undefined
  readonly month: number | undefined
  readonly day: number | undefined
}

/**
 * A deadline (`2022年12月底前`: only `until`), a day, month or year (`from` and `until` of its first
 * and last day) or a period (`2023.07-2024.01`). Missing years are `undefined`, never guessed.
 */
export interface Period {
  readonly kind: 'period'
  readonly text: SpannedText
  readonly span: Span
  readonly from: PlainDate | undefined
  readonly until: PlainDate | undefined
  /** `from` itself is left out (`2011年1月7日之后`). */
  readonly fromExcluded: boolean
  /** `until` itself is left out (`2014年9月14日之前`). */
  readonly untilExcluded: boolean
  /** 每年, 每月, 按月, 每季度末: recurs and belongs to no particular year. */
  readonly recurring: boolean
}

/** A level of an earlier time: `≥2021年实际值`, `不低于上年水平`. */
export interface Baseline {
  readonly kind: 'baseline'
  readonly text: SpannedText
  readonly span: Span
  readonly comparator: PrintedComparator | undefined
  /** The year as printed; 上年 and 去年 have only `yearsBack`. */
  readonly year: number | undefined
  readonly yearsBack: number | undefined
  /** 较上年提高5%: how far from the baseline. */
  readonly change: Measure | undefined
}

/** What running text promises. */
export type Quantity = Measure | Period | Baseline
