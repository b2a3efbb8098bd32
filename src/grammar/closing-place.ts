import type { PlacedQuantity } from './placed-quantities.ts'
import { endBefore, skipBlanks } from './quantity/characters.ts'

/** Between a value and the end: a closing bracket, a remark in brackets. */
const REMARK = /^\s*(?:[)\]】〕]\s*)?(?:\([^()]*\))?$/
/** Whether words behind a date are what is to be done by it: 12月底到位, 6月30日前全部完成. */
export const isDeed = (words: string): boolean => DONE.test(words)

const DONE =
  /^\s*(?:之?前|以前)?(?:全部|全面|按时|如期|及时|足额|基本)?(?:到位|完成|完工|竣工|拨付|发放|支付|结束|验收|交付|开工|投入使用|实施|落实)(?:完毕|到位|完成)?\s*(?:\([^()]*\))?$/
const PART = /^\s*(?:[,;、(]\s*)?(?:其中|含|包括|包含)/
const JOINS = ' ,、;及和并\n\t'

/** 40人,其中女性10人: whether what follows a number are parts of it. */
export const isOfParts = (folded: string, { end }: PlacedQuantity): boolean =>
  PART.test(folded.slice(end, end + 12))

/** The quantity that ends the text; with several joined by commas, the first that has a comparator. */
export const closingPlace = (
  folded: string,
  places: readonly PlacedQuantity[],
): PlacedQuantity | undefined => {
  const last = places.at(-1)
  if (last === undefined) return undefined
  // 40人,其中女性10人 and 3期(每期10天): the value is what the rest is a part of.
  const whole = places.find((place) => isOfParts(folded, place))
  if (whole !== undefined) return whole
  const bracket = folded.endsWith(')') ? folded.lastIndexOf('(') : -1
  const before = places.findLast(({ end }) => end <= bracket)
  if (before !== undefined && before !== last && skipBlanks(folded, before.end) === bracket)
    return isValueOfName(folded, bracket, before, last) ? last : before
  const tail = folded.slice(last.end)
  if (last.quantity.kind === 'period' && DONE.test(tail)) return last
  if (tail !== '' && !REMARK.test(tail)) return undefined
  let i = places.length - 1
  while (i > 0) {
    const { quantity, end } = places[i - 1] as PlacedQuantity
    const between = folded.slice(end, places[i]?.start)
    const isJoined = endBefore(between, JOINS) === 0
    if (!isJoined || !('comparator' in quantity) || quantity.comparator === undefined) break
    i -= 1
  }
  return places[i]
}

/** 配备设备25套(≥23套), 基地5个(4个): the number is the name's, and the brackets hold nothing but the value. */
const isValueOfName = (
  folded: string,
  bracket: number,
  { quantity: named }: PlacedQuantity,
  { quantity, start, end }: PlacedQuantity,
): boolean =>
  named.kind === 'measure' &&
  quantity.kind === 'measure' &&
  named.comparator === undefined &&
  (quantity.comparator !== undefined ||
    (named.unit !== undefined && named.unit.base === quantity.unit?.base)) &&
  start === skipBlanks(folded, bracket + 1) &&
  end === folded.length - 1

/** `≥9%5`, `≥8@0%`: where a number begins that something unreadable parts; what was read is a piece of it. */
export const tornStart = (
  folded: string,
  places: readonly PlacedQuantity[],
  { start, end, quantity }: PlacedQuantity,
): number | undefined => {
  if (places.some((place) => place.start === end && isBare(place))) return start
  if (quantity.kind !== 'measure' || quantity.comparator !== undefined) return undefined
  const before = folded.slice(0, start)
  const run = OPEN_END.test(before) ? null : RUN_AT_END.exec(before)
  const sign = run?.[0].search(/[≥≤<>=]/) ?? -1
  return run === null || sign < 0 ? undefined : run.index + sign || undefined
}

/** Signs, letters and digits that a text ends with, without a blank or a Chinese word between. */
const RUN_AT_END = /(?<![^\s\u4e00-\u9fff()])[^\s\u4e00-\u9fff()]+$/
/** A number may begin behind these. */
const OPEN_END = /[≥≤<>=:,;~-]$/

const isBare = ({ quantity }: PlacedQuantity): boolean =>
  quantity.kind === 'measure' && quantity.unit === undefined && quantity.comparator === undefined
