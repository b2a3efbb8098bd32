import type { Measure } from '../model/measure.ts'
import { rememberText } from '../remember.ts'
import { DECREASES, INCREASES } from '../vocabulary/comparators.ts'
import { EACH_DOES, LATER_YEAR, PART_OF_YEAR, PAYS, SEVERAL_YEARS, STOCK } from '../vocabulary/goal-words.ts'

/** What a number holds for: one of many (每次), or another time than the year of the table. */

const PERIOD: ReadonlyMap<string, string> = new Map([
  ['月', '月'],
  ['季', '季'],
  ['周', '周'],
  ['星', '周'],
  ['旬', '旬'],
  ['日', '日'],
  ['天', '日'],
  ['学期', '学期'],
  ['学年', '学年'],
])

// 每年 and 年均 say nothing that the table of a year doesn't.
const EACH =
  /每(?:隔)?(?:一|1)?个?(半年|学[期年]|[\u4e00-\u9fff])|([月日周季人户亩村校])均|\/(月|季|周|日|天)(?!\d)|(?<![订清名账保罚传表工简])单([个户人名台套辆件座栋亩村次场期株])|(?<=均)([日月])/g

/**
 * What `words` says the number behind it is for one of: 月 for 每月开展, 乡 for 每个乡镇; empty if it
 * is the number of the whole year. People who are paid every month are not people a month.
 */
export const eachesOf = (words: string, countsPeople = false): readonly string[] =>
  countsPeople ? eachesOfPeople(words) : eachesOfThings(words)

const readEaches = (words: string, countsPeople: boolean): readonly string[] => {
  if (/(?:各|分别)$/.test(words.trimEnd()) || EACH_DOES.test(words)) return ['各']
  if (!MAY_SAY_EACH.test(words)) return []
  const eaches: string[] = []
  for (const [, ...found] of words.matchAll(EACH)) {
    const word = found.find((one) => one !== undefined) ?? ''
    if (word === '年' || word === '均') continue
    const period = PERIOD.get(word)
    if (period !== undefined && countsPeople && PAYS.test(words)) continue
    eaches.push(period ?? word)
  }
  return eaches
}

const MAY_SAY_EACH = /[每均/单]/
const eachesOfPeople = rememberText((words) => readEaches(words, true))
const eachesOfThings = rememberText((words) => readEaches(words, false))

/** Whether what `eachesOf` found is a stretch of time. */
export const isPeriod = (each: string): boolean => [...PERIOD.values(), '半年'].includes(each)

/** The year by which something is promised, or `long` for several years; `undefined` for this year's. */
export const horizonOf = (words: string): number | 'long' | undefined => {
  const later = LATER_YEAR.exec(words)
  const year = later?.[1] ?? later?.[2]
  if (year !== undefined) return Number(year)
  return SEVERAL_YEARS.test(words) ? 'long' : undefined
}

/** Whether the number is of what there is already, not of what is promised. */
export const isStock = (words: string): boolean => STOCK.test(words)

/** The change that the end of `words` says a number is: 产值增速, 能耗下降率. */
export const changeNamed = (words: string): Measure['change'] =>
  NAMES_INCREASE.test(words) ? 'increase' : NAMES_DECREASE.test(words) ? 'decrease' : undefined

const NAMES_INCREASE = new RegExp(`(?:${INCREASES.join('|')})(?:率|幅度|比例|百分点)?$`)
const NAMES_DECREASE = new RegExp(`(?:${DECREASES.join('|')})(?:率|幅度|比例|百分点)?$`)

/** 上半年, 三季度: the part of the year that words name last, if any. */
export const partOfYear = (words: string): string | undefined => PART_OF_YEAR.exec(words)?.[1]
