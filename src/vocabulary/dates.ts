import { words, wordsFor } from './words.ts'

/** Words of dates, periods and earlier levels. */

/** What filings call the year before and those before it (TEXT, FORM), as a part of a pattern: 上年, 上一年度, 以前年度. */
export const EARLIER_YEAR = '上一?年度?|去年|前年|往年|以前年度'

/** Years counted back from the budget year. */
export const EARLIER_YEARS: readonly (readonly [string, number])[] = [
  ...wordsFor(
    1,
    '上年同期 上年度同期 去年同期 上一年度 上一年 上年度 上年 去年 上个年度 前一年 前一年度 上期 往年 往年同期 历年',
  ),
  ...wordsFor(2, '前年'),
  ...wordsFor(3, '前三年 近三年 前3年 近3年'),
]

/** 同比, 环比: compared with the same period of the year (or the period) before. */
export const COMPARED: readonly string[] = ['同比', '环比']

/** What of an earlier year is meant; FORM: `≥2021年实际值`. The longest match counts. */
export const BASELINE_LEVELS: readonly string[] = words(
  '实际值 实际水平 实际数 实际完成值 实际完成数 实际 实绩 完成值 完成数 完成率 水平 平均水平 平均值 平均数 同期水平 同期数 同期值 同期 年末水平 年底水平 末水平 底水平 底数 基数 基准 基准值 决算数 预算数 执行数 数据 数值 数 值 指标值 标准',
)

/** Before the earlier year: compared with it. */
export const COMPARED_WITH: readonly string[] = words('较 比 与 相比 较之 相较 相较于 同 和 相对 对比')

/** After the earlier year: no change. */
export const UNCHANGED: readonly string[] = words('持平 相当 一致 保持一致 基本持平 保持持平 相持平')

/** By a date. 之前 leaves the date out; 前 and 以前 are printed for deadlines that include it. */
export const BEFORE_WORDS: readonly (readonly [string, boolean])[] = [
  ...wordsFor(true, '及以前 及之前 或以前 或之前 (含)前 (含)以前 以前 前'),
  ...wordsFor(false, '之前'),
]

/** From a date on; whether the date itself is in. */
export const AFTER_WORDS: readonly (readonly [string, boolean])[] = [
  ...wordsFor(true, '及以后 及之后 或以后 或之后 开始 以来 起'),
  ...wordsFor(false, '以后 之后 后'),
]

/** 2023年 in the name of a project. */
export const YEAR_IN_NAME = /(?<!\d)(20\d{2})年/

/** 2021-2023年 in the name of a project. */
export const YEARS_IN_NAME = /(20\d{2})年?\s{0,4}[-~至到]\s{0,4}(20\d{2})年?(?!\d)/

/** Between the two ends of a term: 2020年11月-2021年7月. */
export const JOINS_DATES = /[-~—–至到]/

/** 关于下达2020年补助资金的通知: the end of the title of a notice that hands money down. */
export const HANDS_DOWN = /下达.{0,60}通知\s*$/
/** 2021年 in 2021年结转资金: a year that a text speaks of as over. */
export const YEAR_THAT_IS_OVER = /(20\d\d)年(?=[^,;。]{0,24}(?:收回|结余|结转|决算|结算))/g
/** 前, 底前: what a page may leave of 12月底前 for the next one. */
export const REST_OF_DATE = /^[日底]?[之以]?前$/
/** Whether a line end cuts a date: 2025年10月 over 底前. */
export const isCutDate = (before: string, behind: string): boolean =>
  /[年月日]$/.test(before) && /^[日底]?[之以]?前/.test(behind)
