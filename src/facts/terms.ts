import type { Measure } from '../model/measure.ts'
import { rememberText } from '../remember.ts'
import { DECREASES, INCREASES } from '../vocabulary/comparators.ts'

/** What a number holds for: one of many (每次), or another time than the year of the table. */

const PERIOD: ReadonlyMap<string, string> = new Map([
  ['月', '月'],
  ['季', '季'],
  ['周', '周'],
  ['星', '周'],
  ['旬', '旬'],
  ['日', '日'],
  ['天', '日'],
])

// 每年 and 年均 say nothing that the table of a year doesn't.
const EACH = /每(?:隔)?(?:一|1)?个?(半年|[\u4e00-\u9fff])|([月日周季人户亩])均|\/(月|季|周|日|天)(?!\d)/g

/** Payments every month to 176人 are payments to 176人. */
const PAYS = /发放|补助|补贴|津贴|工资|社保|保险|救助|保障/

/**
 * What `words` says the number behind it is for one of: 月 for 每月开展, 乡 for 每个乡镇; empty if it
 * is the number of the whole year. People who are paid every month are not people a month.
 */
export const eachesOf = (words: string, countsPeople = false): readonly string[] =>
  countsPeople ? eachesOfPeople(words) : eachesOfThings(words)

const readEaches = (words: string, countsPeople: boolean): readonly string[] => {
  if (/(?:各|分别)$/.test(words.trimEnd())) return ['各']
  if (!MAY_SAY_EACH.test(words)) return []
  const eaches: string[] = []
  for (const [, first, second, third] of words.matchAll(EACH)) {
    const word = first ?? second ?? third ?? ''
    if (word === '年' || word === '均') continue
    const period = PERIOD.get(word)
    if (period !== undefined && countsPeople && PAYS.test(words)) continue
    eaches.push(period ?? word)
  }
  return eaches
}

const MAY_SAY_EACH = /[每均/]/
const eachesOfPeople = rememberText((words) => readEaches(words, true))
const eachesOfThings = rememberText((words) => readEaches(words, false))

/** The last of them, which is the nearest to the number. */
export const eachOf = (words: string, countsPeople = false): string | undefined =>
  eachesOf(words, countsPeople).at(-1)

/** Whether what `eachesOf` found is a stretch of time. */
export const isPeriod = (each: string): boolean => [...PERIOD.values(), '半年'].includes(each)

/** 民国至2005年 is the time of what is worked on, no time to work. */
const LATER_YEAR = /(?:到|力争|截至|截止|(?<![\u4e00-\u9fff])至)(20\d\d)年/
const YEARS =
  /(?<!\d)[二两三四五2345](?:个)?年(?:内|间|时间)|“?十[三四五]五”?(?:期间|时期|末)|规划期|实施期内|总投资期/

/** The year by which something is promised, or `long` for several years; `undefined` for this year's. */
export const horizonOf = (words: string): number | 'long' | undefined => {
  const year = LATER_YEAR.exec(words)?.[1]
  if (year !== undefined) return Number(year)
  return YEARS.test(words) ? 'long' : undefined
}

const STOCK = /现有|现存|现辖|原有|已有|下辖|已建成|已完成/

/** Whether the number is of what there is already, not of what is promised. */
export const isStock = (words: string): boolean => STOCK.test(words)

/** The change that the end of `words` says a number is: 产值增速, 能耗下降率. */
export const changeNamed = (words: string): Measure['change'] =>
  NAMES_INCREASE.test(words) ? 'increase' : NAMES_DECREASE.test(words) ? 'decrease' : undefined

const NAMES_INCREASE = new RegExp(`(?:${INCREASES.join('|')})(?:率|幅度|比例|百分点)?$`)
const NAMES_DECREASE = new RegExp(`(?:${DECREASES.join('|')})(?:率|幅度|比例|百分点)?$`)
