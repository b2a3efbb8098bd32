import { categoriesNamed } from './categories.ts'
import { headerRole } from './headers.ts'
import { headingsIn } from './heading-words.ts'
import { endsAsValue, gluedQualityLength } from './qualities.ts'
import { goesOnWithItem } from './run-in-words.ts'

/**
 * A heading that a text of indicators shows to be one by its place: what stands set off in front of several names with their
 * values, as 【任务量】, 工作量: and 投入(成本): do, whatever its words.
 */
export interface OwnHeading {
  /** Before the number of a list in front of it. */
  readonly from: number
  /** Before its bracket or its word, behind the number of a list. */
  readonly start: number
  /** Behind the mark that sets it off. */
  readonly end: number
  readonly name: Words
  /** 产出指标 of 【产出指标-任务量】. */
  readonly above: Words | undefined
  /** That of the known headings that stand as it does; `undefined` where its own words are known. */
  readonly level: 1 | 2 | undefined
  /** A name with its value stands right behind it. */
  readonly hasItem: boolean
}

/** A stretch of the text. */
interface Words {
  readonly start: number
  readonly end: number
}

type Mark = 'bracket' | 'two' | 'colon' | 'dash'

/** What may be a heading, before it is known whether others stand as it does. */
interface Lead extends OwnHeading {
  readonly mark: Mark
  /** The level that its own words say. */
  readonly known: 1 | 2 | undefined
  /** The value of its item is a limit. */
  readonly hasLimit: boolean
}

/** Those of a folded text; empty for one that shows none of its own. */
export const ownHeadings = (folded: string): readonly OwnHeading[] => {
  const leads = leadsIn(folded)
  if (leads.every(({ known }) => known !== undefined)) return NONE
  const hasKnown = leads.some(({ known }) => known !== undefined) || headingsIn(folded).next().done === false
  return MARKS.flatMap(({ mark }) =>
    headingsBy(
      leads.filter((lead) => lead.mark === mark),
      hasKnown,
    ),
  ).sort((a, b) => a.start - b.start)
}

const NONE: readonly never[] = []

/** Those that one mark sets off: beside known ones, each; alone, where several stand in front of limits. */
const headingsBy = (leads: readonly Lead[], hasKnown: boolean): readonly OwnHeading[] => {
  const items = leads.filter(({ hasItem }) => hasItem)
  const isBracket = leads[0]?.mark === 'bracket'
  const isBeside = (isBracket ? leads : items).find(({ known }) => known !== undefined)
  // Labels of fields may stand in front of them.
  const among = leads.slice(leads.findIndex(({ hasItem }) => hasItem))
  const isRepeated =
    !hasKnown &&
    items.length >= (isBracket ? FEWEST - 1 : FEWEST) &&
    items.length * 3 >= among.length * 2 &&
    items.filter(({ hasLimit }) => hasLimit).length > 1
  if ((isBeside === undefined || items.length === 0) && !isRepeated) return NONE
  const level = isBeside?.known ?? 1
  return (isBracket ? leads : items).map((lead) => ({
    ...lead,
    level: lead.known === undefined || lead.above !== undefined ? level : undefined,
  }))
}

const FEWEST = 3

/** The number of a list in front of a heading or a name. */
const NUMBER =
  /^\s*(?:\(?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)、](?!\d)|\d{1,2}\.(?!\d)|[①-⑳●■◆★▲•·]|指标\d{1,2}[:.、]?)?\s*/
/** Where a heading may begin. */
const PLACE = /(?<=^|[\n;。])(?!【)|(?=【)|(?<=:)(?= ?[(①\d])/g
const HAN = '[\\u4e00-\\u9fff]'
const MARKS: readonly { readonly mark: Mark; readonly pattern: RegExp }[] = [
  {
    mark: 'bracket',
    pattern: new RegExp(`^【\\s?(${HAN}{1,10})(?:\\s?[-/·>|]{1,2}\\s?(${HAN}{1,10}))?\\s?】(?:\\s?:)?`, 'd'),
  },
  { mark: 'two', pattern: new RegExp(`^(${HAN}{2,6})\\s?\\((${HAN}{2,8})\\)\\s?:(?= ?\\S)`, 'd') },
  { mark: 'colon', pattern: new RegExp(`^(${HAN}{1,10})\\s?:(?= ?\\S)`, 'd') },
  { mark: 'dash', pattern: new RegExp(`^(${HAN}{1,10})\\s?-{1,2}(?= ?${HAN})`, 'd') },
]
const LONGEST = 32

/** What stands so in front of something else, and is no remark. */
const leadsIn = (folded: string): readonly Lead[] => {
  const leads: Lead[] = []
  for (const { index } of folded.matchAll(PLACE)) {
    const start = index + (NUMBER.exec(folded.slice(index, index + LONGEST))?.[0].length ?? 0)
    if (start < (leads.at(-1)?.end ?? 0)) continue
    const lead = leadAt(folded, index, start)
    if (lead !== undefined) leads.push(lead)
  }
  return leads
}

const leadAt = (folded: string, from: number, start: number): Lead | undefined => {
  const words = folded.slice(start, start + LONGEST)
  for (const { mark, pattern } of MARKS) {
    const found = pattern.exec(words)
    const [first, second] = found?.indices?.slice(1) ?? []
    if (found === null || first === undefined) continue
    const wordsAt = ([from, to]: readonly [number, number]): Words => ({
      start: start + from,
      end: start + to,
    })
    const end = start + found[0].length
    const name = wordsAt(second ?? first)
    const word = folded.slice(name.start, name.end)
    const known = levelNamed(word)
    // 绩效目标: and 备注: say of what follows that it is something else.
    if (known === undefined && (headerRole(word) !== undefined || NOTE.test(word) || goesOnWithItem(word)))
      return undefined
    const item = itemAt(folded, end)
    return {
      mark,
      from,
      start,
      end,
      name,
      above: second === undefined ? undefined : wordsAt(first),
      level: undefined,
      known,
      hasItem: item !== '',
      hasLimit: LIMIT.test(item),
    }
  }
  return undefined
}

const NOTE = /^附?注$/

const levelNamed = (word: string): 1 | 2 | undefined => {
  const [entry] = categoriesNamed(word)
  return entry === undefined ? undefined : entry.level === 1 ? 1 : 2
}

/** The name with its value that stands at a place, up to the mark behind it; blank where something else does. */
const itemAt = (folded: string, at: number): string => {
  const rest = folded.slice(at, at + LONGEST_ITEM)
  const begin = NUMBER.exec(rest)?.[0].length ?? 0
  const item = /^[^;。,【\n]*/.exec(rest.slice(begin))?.[0].trimEnd() ?? ''
  if (DEADLINE.test(item)) return item
  return ITEM.test(item) && !VALUE.test(item) && (endsAsValue(item) || gluedQualityLength(item) > 0)
    ? item
    : ''
}

const LONGEST_ITEM = 60
/** 9月1日前装好: a date and what is to be done by it. */
const DEADLINE = /^(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日|[底末中])?之?前?[\u4e00-\u9fff]{2,8}$/
const ITEM = /^[\u4e00-\u9fff]{2}/
/** 每月1次, 不超过1起, 控制在5万元以内: words that a value begins with. */
const VALUE =
  /^(?:每[^\d≥≤<>=]{0,4}(?=\d)|达到?|不|控制|当[年月日]|[自按约超近至较比]|同比|全年|年均)[^≥≤<>=:()]*\d/
const LIMIT = /[≥≤<>]|不[高低少多小大]于|不超过|以[上下内]/
