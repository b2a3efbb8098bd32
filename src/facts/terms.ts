import { matchesIn } from '../collect.ts'
import type { Goal, Indicator } from '../model/disclosure.ts'
import {
  EACH_DOES,
  LATER_YEAR,
  PART_OF_YEAR,
  PAYS,
  SEVERAL_YEARS,
  STOCK,
  TO_WHOM,
} from '../vocabulary/goal-words.ts'
import {
  EACH,
  EACH_DOES_SO,
  EACH_OF_THEM,
  MAY_SAY_EACH,
  NOT_ONE_OF_MANY,
  periodOf,
  SEVERALLY,
  timesAYear,
} from '../vocabulary/price-words.ts'

/**
 * What `words` says the number behind it is for one of: 月 for 每月开展, 乡 for 每个乡镇; empty if it
 * is the number of the whole year. People who are paid every month are not people a month.
 */
export const eachesOf = (words: string, countsPeople = false): readonly string[] => {
  if (!MAY_SAY_EACH.test(words)) return []
  const isSeverally = EACH_OF_THEM.test(words.trimEnd()) || EACH_DOES.test(words)
  // 每半年对41家: how often, and not to how many.
  const isToWhom = TO_WHOM.test(words)
  const mayBeEach = (each: string): boolean =>
    isPeriod(each)
      ? !isToWhom && !(countsPeople && PAYS.test(words))
      : !isSeverally && !NOT_ONE_OF_MANY.includes(each)
  const eaches = matchesIn(words, EACH)
    .map((match) => match.find((one, group) => group > 0 && one !== undefined) ?? '')
    .map((word) => periodOf(word) ?? word)
    .filter(mayBeEach)
  const areOfThem = isSeverally || (eaches.every(isPeriod) && EACH_DOES_SO.test(words.trimEnd()))
  return areOfThem ? [...eaches, SEVERALLY] : eaches
}

/** Whether what `eachesOf` found is a stretch of time. */
export const isPeriod = (each: string): boolean => timesAYear(each) !== undefined

/** Whether both stand under the goals and targets of several years. */
export const areLongTerm = (goal: Goal, indicator: Indicator): boolean =>
  goal.term === 'long-term' && indicator.term === 'long-term'

/** The year by which something is promised, or `long` for several years; `undefined` for this year's. */
export const horizonOf = (words: string): number | 'long' | undefined => {
  const later = LATER_YEAR.exec(words)
  const year = later?.[1] ?? later?.[2]
  if (year !== undefined) return Number(year)
  return SEVERAL_YEARS.test(words) ? 'long' : undefined
}

/** Whether the number is of what there is already, not of what is promised. */
export const isStock = (words: string): boolean => STOCK.test(words)

/** 上半年, 三季度: the part of the year that words name last, if any. */
export const partOfYear = (words: string): string | undefined => PART_OF_YEAR.exec(words)?.[1]

const PARTS_OF_YEAR = new RegExp(PART_OF_YEAR, 'g')

/** All that words name, each once. */
export const partsOfYear = (words: string): readonly string[] => [
  ...new Set(matchesIn(words, PARTS_OF_YEAR).map(([part]) => part)),
]
