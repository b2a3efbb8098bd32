import type { Quantity } from '../model/measure.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { endsAsName, endsAsValue } from '../vocabulary/qualities.ts'
import { type PlacedQuantity, placedQuantities } from './placed-quantities.ts'
import { mayHaveTwoNumbers } from './quantity/index.ts'
import { COPULA } from './split-target.ts'

/**
 * Indicators that share a line (`培训人数≥40人;培训期数≥3期`), one by one. A line is cut only behind
 * a whole value and before something that has a name and a value of its own.
 */
export const splitItems = (content: SpannedText): readonly SpannedText[] => {
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

/** Whether the text from `start` to `end` is a name with its value. */
const isWhole = (
  folded: string,
  start: number,
  end: number,
  mark: PartingMark,
  last: PlacedQuantity | undefined,
): boolean => {
  if (last?.start === start && isDoneBy(folded, end, last)) return true
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
    endsAsName(name.slice(-12).replace(COPULA, '')))

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
  /^[\u4e00-\u9fff]{4,}$/.test(folded.slice(start, last.start)) &&
  !GOES_ON.test(folded.slice(end, end + LONGEST_LEAD)) &&
  isOfItsOwn(folded.slice(end, next.start), next.quantity, last)

/** What goes on with the value before instead of naming something else; 每个分馆新增藏书≥3000册 does name something. */
const GOES_ON = /^(?:其中|且|并|即|含|包括|每(?![\u4e00-\u9fff]{5,16}[≥≤])|以|或|及|等|约|共)/
const LONGEST_LEAD = 20

/** Whether an indicator begins behind the mark. */
const beginsItem = (
  folded: string,
  { character, end }: PartingMark,
  places: readonly PlacedQuantity[],
  before: PlacedQuantity | undefined,
): boolean => {
  const rest = folded.slice(end, end + 2 * NAME_LENGTH)
  if (rest === '' || GOES_ON.test(rest)) return false
  const stop = rest.search(/[;。]/)
  const item = stop < 0 ? rest : rest.slice(0, stop)
  const hasQuantity = places.some(
    ({ quantity, start }) =>
      start - end <= item.length &&
      (isValueOf(folded.slice(end, start), quantity, { character }) ||
        (character === ',' && isOfItsOwn(folded.slice(end, start), quantity, before))),
  )
  return hasQuantity || (character === ';' && item.length > 4 && endsItem(item.slice(-16)))
}
