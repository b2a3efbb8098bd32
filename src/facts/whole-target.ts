import type { Indicator } from '../model/disclosure.ts'
import { OF_THE_WHOLE } from '../vocabulary/goal-words.ts'

/**
 * Whether the target is of the whole year and the whole project: a row may have one each for the half
 * and the whole year, or for several districts.
 */
export const isWholeColumn = ({ column }: Indicator): boolean =>
  column === undefined || OF_THE_WHOLE.test(column.meaning)

/** The same, and not of the long-term goals, whose money is that of several years. */
export const isWholeTarget = (indicator: Indicator): boolean =>
  indicator.term !== 'long-term' && isWholeColumn(indicator)
