import type { Quantity } from '../model/measure.ts'
import { countIdeographs } from '../source/fold.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { closingPlace } from './closing-place.ts'
import { type PlacedQuantity, placedQuantities } from './placed-quantities.ts'
import { isOfEach, valueAmong } from './several-values.ts'

/** More words than this around a number make a sentence. */
const MOST_WORDS = 8

/** What the cell of a value holds: one quantity, `several` of which none is the whole, or words. */
export const quantityIn = (text: SpannedText, money: boolean): Quantity | 'several' | undefined => {
  if (text.isBlank) return undefined
  const places = placedQuantities(text, { money })
  const [first] = places
  if (first === undefined) return undefined
  const { folded } = text
  const last = places.at(-1) as PlacedQuantity
  const among = places.length > 1 ? valueAmong(folded, places) : undefined
  if (among === 'several' || isOfEach(folded, last)) return 'several'
  const closing = among ?? closingPlace(folded, places) ?? (first.start === 0 ? first : undefined)
  const found = closing ?? (places.length === 1 ? first : undefined)
  if (found === undefined || isComparedWith(folded, found) || isRank(folded, found)) return undefined
  const isWhole = among !== undefined && countIdeographs(folded.slice(0, found.start)) <= MOST_WORDS
  return isWhole || isMostly(folded, found) || (closing !== undefined && hasComparator(found.quantity))
    ? found.quantity
    : undefined
}

/** 同比2022年销量显著提高: a year to compare with, and no time by which anything is done. */
const isComparedWith = (folded: string, { quantity, start }: PlacedQuantity): boolean =>
  quantity.kind === 'period' && /[比较]\s?$/.test(folded.slice(0, start))

/** 前八名, 全省前5: a place among others. */
const isRank = (folded: string, { quantity, start, end }: PlacedQuantity): boolean =>
  quantity.kind === 'measure' &&
  RANKED.test(folded.slice(Math.max(0, start - 2), start)) &&
  /[名强位\d]$/.test(folded.slice(start, end))

const RANKED = /(?:^|[^提之以])前$/

const isMostly = (folded: string, { start, end }: PlacedQuantity): boolean => {
  const around = folded.slice(0, start) + folded.slice(end).replace(/\([^()]*\)/g, '')
  return countIdeographs(around) <= MOST_WORDS
}

export const hasComparator = (quantity: Quantity): boolean =>
  'comparator' in quantity && quantity.comparator !== undefined
