import { childOf, isOn, valOf, type XmlElement } from '../xml-tree.ts'
import { listNumeral } from './numerals.ts'

/** One level of a list. */
interface Level {
  readonly start: number
  readonly format: string
  /** `%1、`, `（%2）`: `%n` is the number of level n. */
  readonly pattern: string
  /** Nothing is printed between the number and the text. */
  readonly isGlued: boolean
  readonly isDecimal: boolean
  readonly restarts: boolean
}

/** A list as paragraphs name it. */
interface List {
  /** Lists of one definition go on counting where the other stopped. */
  readonly counters: (number | undefined)[]
  readonly levels: ReadonlyMap<number, Level>
  /** Levels that begin anew at the list's first paragraph, and with what. */
  readonly starts: ReadonlyMap<number, number>
  isBegun: boolean
}

/** Where a paragraph or a style stands in a list. */
interface Membership {
  readonly list: string | undefined
  readonly level: number | undefined
}

/**
 * The numbers that Word puts before paragraphs; they stand nowhere in the text. Paragraphs must be
 * asked for in the order of the document, each once.
 */
export class Numbering {
  readonly #lists: ReadonlyMap<string, List>
  readonly #styles: Styles

  constructor(numbering: XmlElement | undefined, styles: XmlElement | undefined) {
    this.#styles = new Styles(styles)
    this.#lists = listsOf(numbering, this.#styles)
  }

  /** What is printed before a paragraph: `1. `, `（一）`, `目标2：`; nothing outside lists. */
  before(paragraph: XmlElement): string {
    const properties = childOf(paragraph, 'pPr')
    const own = membershipOf(properties)
    const style = this.#styles.membershipOf(valOf(properties, 'pStyle'))
    const list = this.#lists.get(own.list ?? style.list ?? '')
    const level = Math.min(8, own.level ?? style.level ?? 0)
    return list === undefined ? '' : count(list, level)
  }
}

const count = (list: List, at: number): string => {
  const { counters, levels, starts } = list
  const level = levels.get(at)
  if (level === undefined) return ''
  if (!list.isBegun) for (const number of starts.keys()) counters[number] = undefined
  list.isBegun = true
  const startOf = (number: number): number => starts.get(number) ?? levels.get(number)?.start ?? 1
  counters[at] = (counters[at] ?? startOf(at) - 1) + 1
  for (let deeper = at + 1; deeper < counters.length; deeper += 1)
    if (levels.get(deeper)?.restarts !== false) counters[deeper] = undefined
  if (level.format === 'bullet') return bullet(level)
  const printed = level.pattern.replace(/%([1-9])/g, (_, digit: string) => {
    const number = Number(digit) - 1
    counters[number] ??= startOf(number)
    const format = level.isDecimal ? 'decimal' : (levels.get(number)?.format ?? 'decimal')
    return listNumeral(counters[number], format)
  })
  return separated(printed, level)
}

/** Bullets are mostly characters of symbol fonts, which show something else. */
const bullet = (level: Level): string =>
  separated(/^[\p{P}\p{S}]$/u.test(level.pattern) ? level.pattern : '•', level)

/** `1.` needs the distance that is printed before a text that begins with digits; `一、` doesn't. */
const separated = (number: string, { isGlued }: Level): string =>
  isGlued || !/[!-~•]$/.test(number) ? number : `${number} `

const membershipOf = (properties: XmlElement | undefined): Membership => {
  const numbered = childOf(properties, 'numPr')
  if (numbered === undefined) return NO_MEMBER
  const level = valOf(numbered, 'ilvl')
  return { list: valOf(numbered, 'numId'), level: level === undefined ? undefined : integer(level, 0) }
}

const integer = (text: string | undefined, otherwise: number): number => {
  const value = Number.parseInt(text ?? '', 10)
  return Number.isSafeInteger(value) && value >= 0 ? value : otherwise
}

/** The lists that styles put their paragraphs into, inherited ones included. Few of a document's styles are used. */
class Styles {
  readonly #elements = new Map<string, XmlElement>()
  readonly #known = new Map<string, Membership>()

  constructor(styles: XmlElement | undefined) {
    for (const element of styles?.children ?? []) {
      const id = element.attributes.get('styleId')
      if (element.name === 'style' && id !== undefined) this.#elements.set(id, element)
    }
  }

  membershipOf(id: string | undefined): Membership {
    if (id === undefined) return NO_MEMBER
    const known = this.#known.get(id) ?? this.#find(id)
    this.#known.set(id, known)
    return known
  }

  #find(id: string): Membership {
    const seen = new Set<string>()
    let found = NO_MEMBER
    for (let at: string | undefined = id; at !== undefined && !seen.has(at); ) {
      seen.add(at)
      const element = this.#elements.get(at)
      const own = membershipOf(childOf(element, 'pPr'))
      found = { list: found.list ?? own.list, level: found.level ?? own.level }
      at = valOf(element, 'basedOn')
    }
    return found
  }
}

const NO_MEMBER: Membership = { list: undefined, level: undefined }

const listsOf = (numbering: XmlElement | undefined, styles: Styles): ReadonlyMap<string, List> => {
  const children = numbering?.children ?? []
  const definitions = new Map<string, XmlElement>()
  const definitionOfList = new Map<string, string>()
  for (const element of children) {
    const id = element.attributes.get('abstractNumId')
    if (element.name === 'abstractNum' && id !== undefined) definitions.set(id, element)
    const list = element.attributes.get('numId')
    const definition = valOf(element, 'abstractNumId')
    if (element.name === 'num' && list !== undefined && definition !== undefined)
      definitionOfList.set(list, definition)
  }
  const counters = new Map<string, (number | undefined)[]>()
  const lists = new Map<string, List>()
  for (const element of children) {
    const id = element.attributes.get('numId')
    const named = definitionOfList.get(id ?? '')
    if (element.name !== 'num' || id === undefined || named === undefined) continue
    // A definition may stand for that of a style.
    const link = styles.membershipOf(valOf(definitions.get(named), 'numStyleLink')).list
    const definition = definitionOfList.get(link ?? '') ?? named
    const shared = counters.get(definition) ?? []
    counters.set(definition, shared)
    const overrides = element.children.filter(({ name }) => name === 'lvlOverride')
    const levels = levelsOf([definitions.get(definition), ...overrides])
    lists.set(id, { counters: shared, levels, starts: startsOf(overrides), isBegun: false })
  }
  return lists
}

const levelsOf = (parents: readonly (XmlElement | undefined)[]): ReadonlyMap<number, Level> => {
  const levels = new Map<number, Level>()
  for (const parent of parents)
    for (const element of parent?.children ?? [])
      if (element.name === 'lvl') levels.set(integer(element.attributes.get('ilvl'), 0), levelOf(element))
  return levels
}

const levelOf = (element: XmlElement): Level => {
  return {
    start: integer(valOf(element, 'start'), 1),
    format: valOf(element, 'numFmt') ?? 'decimal',
    pattern: valOf(element, 'lvlText') ?? '',
    isGlued: valOf(element, 'suff') === 'nothing',
    isDecimal: isOn(element, 'isLgl'),
    restarts: valOf(element, 'lvlRestart') !== '0',
  }
}

const startsOf = (overrides: readonly XmlElement[]): ReadonlyMap<number, number> => {
  const starts = new Map<number, number>()
  for (const override of overrides) {
    const start = valOf(override, 'startOverride')
    if (start !== undefined) starts.set(integer(override.attributes.get('ilvl'), 0), integer(start, 1))
  }
  return starts
}
