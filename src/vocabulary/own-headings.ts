import { categoriesMeant } from './categories.ts'
import { type Lead, leadsIn, type Words } from './heading-leads.ts'
import { headingsIn } from './heading-words.ts'

/**
 * A heading that a text of indicators shows to be one by its mark, whatever its words: the same mark sets off a known heading or
 * all that heads something in the text, in front of names with their values or in lines over them.
 */
export interface OwnHeading {
  /** Before the number of a list in front of it. */
  readonly from: number
  /** Before its marks or its word, behind the number of a list. */
  readonly start: number
  /** Behind the marks that set it off. */
  readonly end: number
  readonly name: Words
  /** 产出指标 of 【产出指标-任务量】. */
  readonly above: Words | undefined
  /** The level that its mark has in this text; `undefined` where its own words say it. */
  readonly level: 1 | 2 | undefined
  /** Its own words are known. */
  readonly isListed: boolean
  /** A name with its value stands right behind it, or behind headings right below. */
  readonly hasItem: boolean
}

/** Those of a folded text; empty for one that shows none of its own. */
export const ownHeadings = (folded: string): readonly OwnHeading[] => {
  const leads = leadsIn(folded)
  if (leads.every(({ isListed }) => isListed)) return NONE
  const places = placesAmong(leads, folded)
  const levels = new Levels(places, hasLevelOne(leads))
  return places.map((place) => {
    const { from, start, end, name, above, isListed } = place.lead
    const level = levels.of(place)
    return { from, start, end, name, above, level, isListed, hasItem: place.opens }
  })
}

const NONE: readonly never[] = []

/** Whether headings in running text are an office's own: several, and as many as those that are known. */
export const areOwn = (headings: readonly OwnHeading[]): boolean => {
  const unlisted = headings.filter(({ isListed }) => !isListed).length
  return unlisted >= FEWEST && unlisted * 2 >= headings.length
}

/** A lead that is a heading. */
interface Place {
  readonly lead: Lead
  /** Indicators follow, if only behind headings right below. */
  readonly opens: boolean
  /** The mark of the heading that it stands right over. */
  readonly over: string | undefined
}

const placesAmong = (leads: readonly Lead[], folded: string): readonly Place[] => {
  const hasKnown = leads.some(({ known }) => known !== undefined) || headingsIn(folded).next().done === false
  const hasOnlyLevelOne = hasLevelOne(leads) && leads.every(({ known }) => known !== 2)
  const byMark = grouped(leads, ({ mark }) => mark)
  const areHeadings = (group: readonly Lead[]): boolean =>
    headItems(group, hasKnown) || (hasOnlyLevelOne && headAsCategories(group))
  const shown = new Set([...byMark].flatMap(([mark, group]) => (areHeadings(group) ? [mark] : [])))
  const heads = leads.map(({ mark, hasItem }) => shown.has(mark) && hasItem)
  // What stands over a category of level 1 is the label of all indicators.
  const isOver = (i: number): boolean =>
    leads[i]?.isOverNext === true &&
    heads[i + 1] === true &&
    (leads[i + 1]?.known !== 1 || leads[i]?.known !== undefined)
  for (let i = leads.length - 2; i >= 0; i -= 1)
    if (shown.has(leads[i]?.mark ?? '') && isOver(i)) heads[i] = true
  // The brackets over them, or whatever stands over the first of them, set off the headings above, if nothing but headings or items
  // stands under any of these.
  const first = heads.indexOf(true) - 1
  const upper = new Set(
    leads.flatMap(({ mark, isBracketed }, i) => (isOver(i) && (i === first || isBracketed) ? [mark] : [])),
  )
  const isEmpty = (i: number): boolean => folded.slice(leads[i]?.end).trim() === ''
  for (const mark of upper) {
    const above = leads.flatMap((lead, i) => (i >= first && lead.mark === mark ? [i] : []))
    const isRepeated = above.length > 1 || above.some((i) => leads[i]?.known !== undefined)
    if (isRepeated && above.every((i) => isOver(i) || leads[i]?.hasItem === true || isEmpty(i)))
      for (const i of above) heads[i] = true
  }
  return leads.flatMap((lead, i) => {
    const opens = heads[i] === true
    if (!opens && !(lead.isBracketed && shown.has(lead.mark))) return []
    return [{ lead, opens, over: isOver(i) ? leads[i + 1]?.mark : undefined }]
  })
}

const grouped = <Item>(
  items: readonly Item[],
  markOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> => {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const others = groups.get(markOf(item))
    if (others === undefined) groups.set(markOf(item), [item])
    else others.push(item)
  }
  return groups
}

/** Whether the leads of one mark head items: beside known ones, or, where no heading is known, several in front of limits. */
const headItems = (leads: readonly Lead[], hasKnown: boolean): boolean => {
  const items = leads.filter(({ hasItem }) => hasItem)
  const [first] = items
  if (first === undefined) return false
  const { isBracketed, mark } = first
  if ((isBracketed ? leads : items).some(({ known }) => known !== undefined)) return true
  // (省级)培训班次≥3期 is the name of an indicator.
  if (hasKnown || NAMED.test(mark)) return false
  // Labels of fields may stand in front of them.
  const among = leads.length - leads.indexOf(first)
  return (
    items.length >= (isBracketed ? FEWEST - 1 : FEWEST) &&
    items.length * 3 >= among * 2 &&
    items.filter(({ hasLimit }) => hasLimit).length > 1
  )
}

/** Whether several of the leads of one mark stand in front of items, in words that mean categories. */
const headAsCategories = (leads: readonly Lead[]): boolean => {
  const items = leads.filter(({ hasItem }) => hasItem)
  return items.length >= FEWEST && areCategories(items)
}

const hasLevelOne = (leads: readonly Lead[]): boolean => leads.some(({ known }) => known === 1)

/** (1)工作数量, (2)工作质量: most words mean categories of level 2. */
const areCategories = (leads: readonly Lead[]): boolean => {
  const meant = leads.filter(({ word }) => categoriesMeant(word, 2).some(({ level }) => level !== 1))
  return meant.length * 2 > leads.length
}

const FEWEST = 3
const NAMED = /\(__\)$/

const MOST_OF_LEVEL_ONE = 4

/** What the marks of a text's headings say about their levels. */
class Levels {
  readonly #upper = new Set<string>()
  readonly #lower = new Set<string>()
  /** (产出类) over (数量指标): marks of both levels. */
  readonly #nested = new Set<string>()
  readonly #byMark = new Map<string, 1 | 2>()
  readonly #seen = new Set<string>()
  /** Places right under one of a higher level. */
  readonly #under = new Set<Place>()

  /** Whether the text has a known heading of level 1, whatever stands under it. */
  readonly #hasLevelOne: boolean

  constructor(places: readonly Place[], hasLevelOne: boolean) {
    this.#hasLevelOne = hasLevelOne
    const single = places.filter(({ lead }) => lead.above === undefined)
    for (const [i, place] of single.entries()) this.#see(place, single[i + 1])
    for (const [mark, own] of grouped(single, ({ lead }) => lead.mark))
      this.#byMark.set(mark, this.#levelOf(mark, own))
  }

  /** Learns from a heading right over the next; one of level 2 has none below, and one of level 1 over another is empty. */
  #see({ lead: { mark, known }, over }: Place, next: Place | undefined): void {
    const isFirst = !this.#seen.has(mark)
    this.#seen.add(mark)
    if (over === undefined || next === undefined || known === 2 || (known === 1 && next.lead.known === 1))
      return
    this.#under.add(next)
    if (over !== mark) {
      this.#upper.add(mark)
      this.#lower.add(over)
    } else if (isFirst) this.#nested.add(mark)
  }

  #levelOf(mark: string, own: readonly Place[]): 1 | 2 {
    const leads = own.map(({ lead }) => lead)
    const areUnlisted = leads.every(({ known }) => known === undefined)
    if (this.#lower.has(mark) || (this.#hasLevelOne && areUnlisted && areCategories(leads))) return 2
    const said = new Set(own.flatMap(({ lead }) => lead.known ?? []))
    // No scheme has more than four of level 1.
    const areFew = said.size === 0 && new Set(own.map(({ lead }) => lead.word)).size <= MOST_OF_LEVEL_ONE
    return this.#upper.has(mark) || said.has(1) || areFew ? 1 : 2
  }

  /** `undefined` where the words of the heading say enough. */
  of(place: Place): 1 | 2 | undefined {
    const { lead, over } = place
    const { mark, known, above } = lead
    if (above !== undefined) return 2
    if (this.#nested.has(mark)) {
      if (this.#under.has(place)) return 2
      return known !== undefined ? undefined : over === mark ? 1 : 2
    }
    const isOpen = known === 'either' && (this.#upper.has(mark) || this.#lower.has(mark))
    return known === undefined || isOpen ? this.#byMark.get(mark) : undefined
  }
}
