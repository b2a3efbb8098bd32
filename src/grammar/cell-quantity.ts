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
  // ≥98%,且不低于上年: what is planned, and a floor for it.
  const isFloored = first.start === 0 && hasComparator(first.quantity) && last.quantity.kind === 'baseline'
  if (isFloored && first.quantity.kind === 'measure') return first.quantity
  const closing = among ?? closingPlace(folded, places) ?? (first.start === 0 ? first : undefined)
  const found = closing ?? (places.length === 1 ? first : undefined)
  if (found === undefined || isComparedWith(folded, found) || isRank(folded, found)) return undefined
  if (
    isDifference(folded, found) ||
    isSome(found.quantity) ||
    isRecurring(folded, found) ||
    isOfRatio(folded, found) ||
    isOfName(folded, found)
  )
    return undefined
  const isWhole = among !== undefined && countIdeographs(folded.slice(0, found.start)) <= MOST_WORDS
  return isWhole || isMostly(folded, found) || (closing !== undefined && hasComparator(found.quantity))
    ? boundFromAfar(text, found)
    : undefined
}

/** 同比2022年销量显著提高: a year to compare with, and no time by which anything is done. */
const isComparedWith = (folded: string, { quantity, start }: PlacedQuantity): boolean =>
  quantity.kind === 'period' && /[比较]\s?$/.test(folded.slice(0, start))

/** 高于当地平均水平15%: how far above something else, which nobody tells. */
const isDifference = (folded: string, { start }: PlacedQuantity): boolean =>
  start <= LONGEST_LEAD && DIFFERENCE.test(folded.slice(0, start))

const LONGEST_LEAD = 20
const DIFFERENCE = /^(?:[高低优]于|超[过出])[\u4e00-\u9fff]{0,12}(?:水平|平均|均值)$/

/** 数十家, 几十户: nobody can tell whether it is met. */
const isSome = (quantity: Quantity): boolean =>
  quantity.kind === 'measure' &&
  quantity.comparator === undefined &&
  /^[数几]/.test(quantity.numeral.text.folded)

/** “5·18国际博物馆日”前: a number in quotes with words beside it is of a name. */
const isOfName = (folded: string, { start, end }: PlacedQuantity): boolean => {
  const before = folded.slice(0, start)
  const opening = Math.max(before.lastIndexOf('“'), before.lastIndexOf('"'))
  if (opening === -1 || before.includes('”', opening)) return false
  const closing = folded.slice(end).search(/[“”"]/)
  return (
    closing !== -1 && folded[end + closing] !== '“' && countIdeographs(folded.slice(end, end + closing)) > 0
  )
}

/** 分成7:3, T+1, 3 2 0户: no number by itself. */
const isOfRatio = (folded: string, { start }: PlacedQuantity): boolean =>
  /(?:\d:|[A-Za-z]\+)$/.test(folded.slice(Math.max(0, start - 2), start)) ||
  (/(?:^|[^\d.])\d $/.test(folded.slice(Math.max(0, start - 3), start)) &&
    /^\d(?![\d.,])/.test(folded.slice(start, start + 2)))

/** 按半年: how often, and no time that something takes. */
const isRecurring = (folded: string, { quantity, start }: PlacedQuantity): boolean =>
  quantity.kind === 'measure' && folded[start - 1] === '按' && quantity.unit?.dimension === 'time'

/** 前八名, 全省前5: a place among others. */
const isRank = (folded: string, { quantity, start, end }: PlacedQuantity): boolean =>
  quantity.kind === 'measure' &&
  RANKED.test(folded.slice(Math.max(0, start - 2), start)) &&
  /[名强位\d]$/.test(folded.slice(start, end))

const RANKED = /(?:^|[^提之以])前$/

/**
 * 不突破年初预算(36万元), 不高于批复的99万元, 至少全年完成2次: what bounds the number stands in front of the words that say what
 * it is of.
 */
const boundFromAfar = (text: SpannedText, { quantity, start, end }: PlacedQuantity): Quantity => {
  if (quantity.kind !== 'measure' || hasComparator(quantity) || quantity.change !== undefined) return quantity
  const { folded } = text
  const isBracketed = folded[start - 1] === '('
  if (isBracketed && !/^\)?$/.test(folded.slice(end))) return quantity
  const word = (isBracketed ? BOUND : BOUND_OF).exec(folded.slice(0, start))?.[1]
  const sign = word === undefined ? undefined : (signOfWords(word) ?? '≤')
  return word === undefined || sign === undefined
    ? quantity
    : bounded(quantity, text.slice(0, word.length), sign)
}

const BOUND =
  /^(不(?:[得能应宜可])?(?:超[过出]?|突破|[高大多低少小]于)|(?:严格?)?控制?在)[^\d()≥≤<>=]{2,10}\($/

const BOUND_OF =
  /^(不(?:[得能应宜可])?(?:超[过出]|突破|[高大多低少小]于)(?=[\u4e00-\u9fff]{2,12}的$)|至少|最少|起码|至多|最多)[\u4e00-\u9fff]{1,12}$/

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
