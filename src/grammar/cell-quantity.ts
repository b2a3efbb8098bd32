import type { Comparator, Measure, Quantity } from '../model/measure.ts'
import { countIdeographs } from '../source/fold.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { closingPlace } from './closing-place.ts'
import { signOfWords } from './column-sign.ts'
import { type PlacedQuantity, placedQuantities } from './placed-quantities.ts'
import { intervalOf } from './quantity/index.ts'
import { isOfEach, valueAmong } from './several-values.ts'

/** More words than this around a number make a sentence. */
const MOST_WORDS = 8

/** What the cell of a value holds: one quantity, `several` of which none is the whole, or words. */
export const quantityIn = (text: SpannedText, money: boolean): Quantity | 'several' | undefined => {
  if (text.isBlank) return undefined
  const places = placedQuantities(text, { money, cell: true })
  const [first] = places
  if (first === undefined) return undefined
  const { folded } = text
  const last = places.at(-1) as PlacedQuantity
  const among = places.length > 1 ? valueAmong(folded, places) : undefined
  if (among === 'several' || isOfEach(folded, last)) return 'several'
  const closing = among ?? closingPlace(folded, places) ?? (first.start === 0 ? first : undefined)
  const found = closing ?? (places.length === 1 ? first : undefined)
  if (found === undefined || isComparedWith(folded, found) || isRank(folded, found)) return undefined
  if (isSome(found.quantity) || isRecurring(folded, found) || isOfRatio(folded, found)) return undefined
  const isWhole = among !== undefined && countIdeographs(folded.slice(0, found.start)) <= MOST_WORDS
  return isWhole || isMostly(folded, found) || (closing !== undefined && hasComparator(found.quantity))
    ? boundFromAfar(text, found)
    : undefined
}

/** 同比2022年销量显著提高: a year to compare with, and no time by which anything is done. */
const isComparedWith = (folded: string, { quantity, start }: PlacedQuantity): boolean =>
  quantity.kind === 'period' && /[比较]\s?$/.test(folded.slice(0, start))

/** 数十家, 几十户: nobody can tell whether it is met. */
const isSome = (quantity: Quantity): boolean =>
  quantity.kind === 'measure' &&
  quantity.comparator === undefined &&
  /^[数几]/.test(quantity.numeral.text.folded)

/** 分成7:3, T+1: no number by itself. */
const isOfRatio = (folded: string, { start }: PlacedQuantity): boolean =>
  /(?:\d:|[A-Za-z]\+)$/.test(folded.slice(Math.max(0, start - 2), start))

/** 按半年: how often, and no time that something takes. */
const isRecurring = (folded: string, { quantity, start }: PlacedQuantity): boolean =>
  quantity.kind === 'measure' && folded[start - 1] === '按' && quantity.unit?.dimension === 'time'

/** 前八名, 全省前5: a place among others. */
const isRank = (folded: string, { quantity, start, end }: PlacedQuantity): boolean =>
  quantity.kind === 'measure' &&
  RANKED.test(folded.slice(Math.max(0, start - 2), start)) &&
  /[名强位\d]$/.test(folded.slice(start, end))

const RANKED = /(?:^|[^提之以])前$/

/** 不突破年初预算(36万元): the brackets say what the bound in front of them is. */
const boundFromAfar = (text: SpannedText, { quantity, start, end }: PlacedQuantity): Quantity => {
  if (quantity.kind !== 'measure' || hasComparator(quantity) || text.folded[start - 1] !== '(')
    return quantity
  if (!/^\)?$/.test(text.folded.slice(end))) return quantity
  const word = BOUND.exec(text.folded.slice(0, start))?.[1]
  const sign = word === undefined ? undefined : (signOfWords(word) ?? '≤')
  return word === undefined || sign === undefined
    ? quantity
    : bounded(quantity, text.slice(0, word.length), sign)
}

const BOUND =
  /^(不(?:[得能应宜可])?(?:超[过出]?|突破|[高大多低少小]于)|(?:严格?)?控制?在)[^\d()≥≤<>=]{2,10}\($/

/** A measure with a comparator that stands elsewhere. */
export const bounded = (measure: Measure, text: SpannedText, sign: Comparator): Measure => ({
  ...measure,
  comparator: { sign, text },
  interval: intervalOf(measure.numeral.value, measure.upperNumeral?.value, sign),
})

const isMostly = (folded: string, { start, end }: PlacedQuantity): boolean => {
  const around = folded.slice(0, start) + folded.slice(end).replace(/\([^()]*\)/g, '')
  return countIdeographs(around) <= MOST_WORDS
}

export const hasComparator = (quantity: Quantity): boolean =>
  'comparator' in quantity && quantity.comparator !== undefined
