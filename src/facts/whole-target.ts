import type { Indicator } from '../model/disclosure.ts'

/**
 * Whether the target is of the whole year and the whole project: a row may have one each for the half
 * and the whole year, or for several districts.
 */
export const isWholeColumn = ({ column }: Indicator): boolean =>
  column === undefined || WHOLE.test(column.meaning)

/** The same, and not of the long-term goals, whose money is that of several years. */
export const isWholeTarget = (indicator: Indicator): boolean =>
  indicator.term !== 'long-term' && isWholeColumn(indicator)

const WHOLE = /全年|年度|本年|当年|合计|总计|全[县市区州省]/
