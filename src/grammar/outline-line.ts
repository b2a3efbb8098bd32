import { mapped } from '../collect.ts'
import type { Marker } from '../model/disclosure.ts'
import type { Quantity } from '../model/measure.ts'
import { SpannedText } from '../source/spanned-text.ts'
import { headingEnd } from '../vocabulary/heading-words.ts'
import { type OwnHeading, ownHeadings } from '../vocabulary/own-headings.ts'
import { PRICE_NAME } from '../vocabulary/price-words.ts'
import { endsAsName, endsAsValue } from '../vocabulary/qualities.ts'
import { beginsPrice, goesOnWithItem } from '../vocabulary/run-in-words.ts'
import { isDeed } from './closing-place.ts'
import { type Heading, ownHeading, parseHeading } from './heading.ts'
import { type FoundMarker, findMarkers } from './marker.ts'
import { learnLevels, type NumberingLevels } from './numbering-levels.ts'
import { type PlacedQuantity, placedQuantities } from './placed-quantities.ts'
import { mayHaveTwoNumbers } from './quantity/index.ts'
import { startsOfRunIn } from './run-in.ts'
import { COPULA, type NameAndTarget, splitTarget } from './split-target.ts'

/** One item of the outline: a marker with its text, or text alone. */
export class OutlineLine {
  readonly marker: Marker | undefined
  readonly all: SpannedText
  /** Without the marker. */
  readonly content: SpannedText
  /** Whether it stands under a cost heading, where `250万` is money. */
  isCost = false
  /** Whether its outline prints values in brackets behind the names: 机柜数量(≥77台), 绿色节能(正面支撑). */
  hasBrackets = false
  #split: NameAndTarget | undefined
  #heading: Heading | undefined | 'unread'

  constructor(
    marker: Marker | undefined,
    all: SpannedText,
    content: SpannedText,
    heading: Heading | undefined | 'unread',
  ) {
    this.#heading = heading
    this.marker = marker
    this.all = all
    this.content = content
  }

  /** Read as an indicator; only once, since several questions depend on it. */
  get split(): NameAndTarget {
    this.#split ??= this.#divide()
    return this.#split
  }

  #divide(): NameAndTarget {
    const split = splitTarget(this.content, { isCost: this.isCost })
    const inside = this.hasBrackets && split.value.isBlank ? BRACKETED.exec(this.content.folded) : null
    if (inside === null) return split
    const { content } = this
    const start = inside.index + 1
    return {
      ...split,
      name: content.trimmed(0, inside.index),
      value: content.trimmed(start, start + (inside[1] as string).length),
      quantity: undefined,
    }
  }

  /** What it names, if it is nothing but a known heading. */
  get heading(): Heading | undefined {
    if (this.#heading === 'unread') this.#heading = parseHeading(this.content)
    return this.#heading
  }

  get hasTarget(): boolean {
    return !this.split.value.isBlank
  }

  /** With a following line that belongs to it. */
  with(next: SpannedText): OutlineLine {
    const joined = (before: SpannedText): SpannedText => SpannedText.join([before, next], '\n')
    const line = new OutlineLine(this.marker, joined(this.all), joined(this.content), 'unread')
    line.isCost = this.isCost
    line.hasBrackets = this.hasBrackets
    return line
  }
}

const BRACKETED = /\(([^()\n]{1,16})\)$/
const VALUE_IN_BRACKETS = /\([^()\n]{0,12}\d[^()\n]{0,12}\)$/

/** Whether most items of an outline end in brackets, some of them around plain values. */
export const printsBrackets = (lines: readonly OutlineLine[]): boolean => {
  const items = lines.filter(({ content, heading }) => content.length > 0 && heading === undefined)
  const inBrackets = items.filter(({ content }) => BRACKETED.test(content.folded))
  const values = inBrackets.filter(({ content }) => VALUE_IN_BRACKETS.test(content.folded))
  return values.length > 1 && inBrackets.length * 5 >= items.length * 4
}

/** The lines of an outline and what their numbers tell. */
export interface OutlineLines {
  readonly lines: readonly OutlineLine[]
  readonly levels: NumberingLevels
}

/** A line from its marker, or the start of its paragraph, to the next. */
interface Cut {
  readonly at: number
  readonly marker: Marker | undefined
  readonly contentAt: number
}

/**
 * Cuts the text at its markers and paragraph ends, then behind and before headings that are run in,
 * and between indicators that share a line.
 */
export const splitLines = (text: SpannedText): OutlineLines => {
  const cuts = cutsOf(text)
  const own = ownHeadings(text.folded)
  const drafts = mapped(cuts, ({ at, marker, contentAt }, i) => {
    const content = text.trimmed(contentAt, cuts[i + 1]?.at)
    return { at, marker, content, heading: parseHeading(content) }
  })
  const levels = learnLevels(drafts)
  const lines: OutlineLine[] = []
  for (const { at, marker, content, heading } of drafts) {
    let isFirst = true
    const add = (item: SpannedText, known: Heading | undefined | 'unread'): void => {
      const all = isFirst ? text.trimmed(at, item.endIn(text)) : item
      if (all.text !== '') lines.push(new OutlineLine(isFirst ? marker : undefined, all, item, known))
      isFirst = false
    }
    for (const { words, is } of partedAtOwn(text, content, own)) {
      const known = is ?? heading
      if (known !== undefined) add(words, known)
      else
        for (const item of itemsOf(words, marker, levels)) add(item, item === content ? undefined : 'unread')
    }
  }
  return { lines, levels }
}

/** A stretch of a line, and the heading of the text's own that it is. */
interface Stretch {
  readonly words: SpannedText
  readonly is: Heading | undefined
}

/** A line in front of, at and between the headings of its text's own. */
const partedAtOwn = (
  text: SpannedText,
  content: SpannedText,
  headings: readonly OwnHeading[],
): readonly Stretch[] => {
  const whole = [{ words: content, is: undefined }]
  if (headings.length === 0 || content.length === 0) return whole
  const from = content.offsetIn(text)
  const to = from + content.length
  const own = headings.filter(({ start, end }) => start >= from && end <= to)
  if (own.length === 0) return whole
  const stretches: Stretch[] = []
  let done = from
  const leave = (end: number): void => {
    const words = text.trimmed(done, end)
    if (words.length > 0) stretches.push({ words, is: undefined })
  }
  for (const heading of own) {
    leave(heading.start)
    stretches.push({ words: text.trimmed(heading.start, heading.end), is: ownHeading(text, heading) })
    done = heading.end
  }
  leave(to)
  return stretches
}

/** What shares a line: headings that are run in, and the indicators between them. */
const itemsOf = (
  content: SpannedText,
  marker: Marker | undefined,
  levels: NumberingLevels,
): readonly SpannedText[] => {
  const starts = startsOfRunIn(content, marker, levels)
  return starts.length === 0
    ? splitItems(content)
    : starts.flatMap((start, i) => splitItems(content.trimmed(start, starts[i + 1])))
}

const cutsOf = (text: SpannedText): readonly Cut[] => {
  const { folded } = text
  const cuts: Cut[] = []
  let lineStart = 0
  const cutLinesUpTo = (end: number): void => {
    while (lineStart >= 0 && lineStart < end) {
      cuts.push({ at: lineStart, marker: undefined, contentAt: lineStart })
      lineStart = folded.indexOf('\n', lineStart) + 1 || Number.POSITIVE_INFINITY
    }
  }
  for (const marker of findMarkers(text)) {
    cutLinesUpTo(marker.start)
    // Its place in this text means nothing outside of it.
    const { text: printed, style, ordinal } = marker
    // The marker takes blanks after it, so that it may end in the next paragraph.
    const contentAt = endsLine(folded, marker) ? folded.indexOf('\n', marker.start) : marker.end
    cuts.push({ at: marker.start, marker: { text: printed, style, ordinal }, contentAt })
    lineStart = folded.indexOf('\n', contentAt) + 1 || Number.POSITIVE_INFINITY
  }
  cutLinesUpTo(folded.length)
  return cuts
}

/** 指标2: with nothing behind it but the heading in the next line. */
const endsLine = (folded: string, { style, start, end }: FoundMarker): boolean =>
  style === 'indicator' && folded.slice(start, end).includes('\n') && headingEnd(folded, end) > 0

/**
 * Indicators that share a line (`培训人数≥40人;培训期数≥3期`), one by one. A line is cut only behind
 * a whole value and before something that has a name and a value of its own.
 */
const splitItems = (content: SpannedText): readonly SpannedText[] => {
  if (!mayHoldTwo(content.folded)) return [content]
  const items = splitLine(content)
  // Nearly always the line itself is the one item.
  return items.length === 1 && items[0]?.length === content.length ? [content] : items
}

const splitLine = (content: SpannedText): readonly SpannedText[] => {
  const { folded } = content
  const places = placedQuantities(content)
  const items: SpannedText[] = []
  let start = 0
  let next = 0
  for (const end of valueEnds(folded, places)) {
    if (end <= start) continue
    while (next < places.length && (places[next] as PlacedQuantity).end <= end) next += 1
    const mark = markAt(folded, end)
    if (mark === undefined) continue
    const [last, following] = [places[next - 1], places.slice(next, next + 3)]
    const isParted = isWhole(folded, start, end, mark, last) && beginsItem(folded, mark, following, last)
    if (!isParted && !isListed(folded, start, mark, last, following[0])) continue
    // The mark is the end of the item's line, as it is where items have lines of their own.
    items.push(content.trimmed(start, mark.end))
    start = mark.end
  }
  items.push(content.trimmed(start))
  return items
}

/** Only a text with two numbers, or with a semicolon inside, can hold two indicators. */
const mayHoldTwo = (folded: string): boolean => {
  return (folded.includes(';') && /;\s*[^\s;]/.test(folded)) || mayHaveTwoNumbers(folded)
}

/** Where a value may end, outside brackets: behind a quantity, and before a semicolon. */
const valueEnds = (folded: string, places: readonly PlacedQuantity[]): readonly number[] => {
  const ends: number[] = []
  let depth = 0
  let next = 0
  for (let at = 0; at <= folded.length; at += 1) {
    while (next < places.length && (places[next] as PlacedQuantity).end < at) next += 1
    const character = folded[at]
    const isEnd =
      character === ';' ||
      places[next]?.end === at ||
      folded[at - 1] === ')' ||
      (character === '、' && isDoneBy(folded, at, places[next - 1] ?? places[next]))
    if (isEnd && depth <= 0) ends.push(at)
    if (character === '(') depth += 1
    if (character === ')') depth -= 1
  }
  return ends
}

/** 10月底前完成分馆建设: what is to be done by a date, from that to the mark behind it. */
const isDoneBy = (folded: string, end: number, date: PlacedQuantity | undefined): boolean =>
  date?.quantity.kind === 'period' &&
  end > date.end &&
  end - date.end <= LONGEST_DEED &&
  /^[前内][\u4e00-\u9fff]{4,}$/.test(folded.slice(date.end - 1, end))

const LONGEST_DEED = 16

/** What parts two indicators. */
interface PartingMark {
  readonly character: ';' | ',' | '、' | '。' | ' '
  /** Behind the mark and the blanks around it. */
  readonly end: number
}

const markAt = (folded: string, at: number): PartingMark | undefined => {
  const match = /^(\s*)([;,、。]?)\s*/.exec(folded.slice(at, at + 24))
  if (match === null || match[0] === '') return undefined
  const character = match[2] === '' ? ' ' : (match[2] as PartingMark['character'])
  return { character, end: at + match[0].length }
}

/** So far back or ahead a name is looked at; a longer one is no better known. */
const NAME_LENGTH = 60

/** 11月底前完工, between semicolons: a date and what is to be done by it. */
const isDeadline = (folded: string, end: number, date: PlacedQuantity | undefined): boolean =>
  date?.quantity.kind === 'period' && end > date.end && isDeed(folded.slice(date.end, end))

/** Whether the text from `start` to `end` is a name with its value. */
const isWhole = (
  folded: string,
  start: number,
  end: number,
  mark: PartingMark,
  last: PlacedQuantity | undefined,
): boolean => {
  if (last?.start === start && (isDoneBy(folded, end, last) || isDeadline(folded, end, last))) return true
  if (
    last !== undefined &&
    last.start > start &&
    /^(?:\([^()]{1,4}\))?[)\s]*$/.test(folded.slice(last.end, end))
  )
    return isValueOf(folded.slice(Math.max(start, last.start - NAME_LENGTH), last.start), last.quantity, mark)
  return mark.character === ';' && end - start > 4 && endsItem(folded.slice(Math.max(start, end - 16), end))
}

/** Whether words end with a value, or with what is left of one that lost its number: 培训人次≥人次. */
const endsItem = (words: string): boolean => endsAsValue(words) || /[≥≤]\s?[\u4e00-\u9fff%]{0,4}$/.test(words)

/** Whether a number is the value of what stands before it; between semicolons words of any kind name it. */
const isValueOf = (
  name: string,
  quantity: Quantity,
  { character }: Pick<PartingMark, 'character'>,
): boolean =>
  name.replace(/[\s(:]/g, '').length >= 2 &&
  ((character === ';' && /[\u4e00-\u9fff]{3}$/.test(name)) ||
    ('comparator' in quantity && quantity.comparator !== undefined) ||
    /[\s:(]$/.test(name) ||
    endsAsName(name.slice(-12).replace(COPULA, '')) ||
    (isOfMoney(quantity) && PRICE_NAME.test(name)))

const isOfMoney = (quantity: Quantity): boolean =>
  quantity.kind === 'measure' && quantity.unit?.dimension === 'money'

/** 管护面积25万亩,聘用护林员160名: another thing in another unit, and no part of the one before. */
const isOfItsOwn = (name: string, quantity: Quantity, before: PlacedQuantity | undefined): boolean =>
  /^[\u4e00-\u9fff]{4,}$/.test(name) &&
  quantity.kind === 'measure' &&
  before?.quantity.kind === 'measure' &&
  quantity.unit !== undefined &&
  quantity.unit.base !== before.quantity.unit?.base

/** 集中养育孤儿136名、康复训练4800人次: two names of some length with values in different units. */
const isListed = (
  folded: string,
  start: number,
  { character, end }: PartingMark,
  last: PlacedQuantity | undefined,
  next: PlacedQuantity | undefined,
): boolean =>
  '、,'.includes(character) &&
  last !== undefined &&
  next !== undefined &&
  last.start > start &&
  (character === ',' ? /^[\u4e00-\u9fff]{3,}$/ : /^[\u4e00-\u9fff]{4,}$/).test(
    folded.slice(start, last.start),
  ) &&
  !goesOnWithItem(folded.slice(end, end + LONGEST_LEAD)) &&
  isOfItsOwn(folded.slice(end, next.start), next.quantity, last)

const LONGEST_LEAD = 20

/** Whether an indicator begins behind the mark. */
const beginsItem = (
  folded: string,
  { character, end }: PartingMark,
  places: readonly PlacedQuantity[],
  before: PlacedQuantity | undefined,
): boolean => {
  const rest = folded.slice(end, end + 2 * NAME_LENGTH)
  if (rest === '' || (goesOnWithItem(rest) && !(character === ';' && beginsPrice(rest)))) return false
  const stop = rest.search(/[;。]/)
  const item = stop < 0 ? rest : rest.slice(0, stop)
  const [next] = places
  if (character === ';' && next?.start === end && isDeadline(folded, end + item.length, next)) return true
  const hasQuantity = places.some(
    ({ quantity, start }) =>
      start - end <= item.length &&
      ((character === ';' && start === end && beginsPrice(item)) ||
        isValueOf(folded.slice(end, start), quantity, { character }) ||
        (character === ',' && isOfItsOwn(folded.slice(end, start), quantity, before))),
  )
  return hasQuantity || (character === ';' && item.length > 4 && endsItem(item.slice(-16)))
}
