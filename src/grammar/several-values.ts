import { sum } from '../model/decimal.ts'
import type { Measure } from '../model/measure.ts'
import { isOfParts } from './closing-place.ts'
import type { PlacedQuantity } from './placed-quantities.ts'

/** A number that counts, and where it stands. */
interface PlacedMeasure extends PlacedQuantity {
  readonly quantity: Measure
}

/**
 * Which of several quantities of a cell is its value: the one of which the others are parts or remarks; `several`
 * where each has words of its own (一等奖2名,二等奖5名); `undefined` where their places have to tell.
 */
export const valueAmong = (
  folded: string,
  places: readonly PlacedQuantity[],
): PlacedQuantity | 'several' | undefined => {
  const outside = /[([【]/.test(folded) ? outsideBrackets(folded, places) : places
  // 12期(每月1期), 280次(含50次): the brackets explain.
  if (outside.length === 1 && outside.length < places.length) return outside[0]
  const top = outside.length === 0 ? places : outside
  if (areDays(folded, top)) return 'several'
  const counted = top.filter(isMeasure)
  const measures = counted.length > 1 ? counted.filter((place) => !isAge(place)) : counted
  // 65岁以上12000人
  if (measures.length === 1 && measures.length < counted.length) return measures[0]
  const [first, ...others] = measures
  if (first === undefined || others.length === 0) return undefined
  if (isChangeToLevel(folded, measures)) return undefined
  if (isOfParts(folded, first)) return first
  // 12场,每场50人; ≥95%,每低1个百分点扣0.5分
  const scored = scoredFrom(folded, first.end)
  if (others.every((place) => place.start >= scored || isRemark(folded, place, first))) return first
  const result = resultOf(measures)
  if (result !== undefined) return result
  return wholeOf(folded, measures) ?? (isList(folded, measures) ? 'several' : undefined)
}

/** 上半年、下半年各10场, 3个片区各2次: the number is of each of what stands before it. */
export const isOfEach = (folded: string, { start }: PlacedQuantity): boolean => {
  const before = folded.slice(Math.max(0, start - LONGEST_LEAD), start)
  return EACH.test(before) && /[、,及和与\d一二三四五六七八九十两]/.test(before)
}

const LONGEST_LEAD = 24
const EACH = /(?:各|分别)(?:为|举办|开展|组织|完成|不少于)?\s?$/
const AIM = /(?:力争|争取)[\u4e00-\u9fff]{0,4}$/
const WHOLE = /(?:全年|共|共计|合计|总计|累计|总[\u4e00-\u9fff]{1,3})$/
const SEPARATOR = /[,;、/+\n]|[和及与]|\s/

const isMeasure = (place: PlacedQuantity): place is PlacedMeasure => place.quantity.kind === 'measure'

const isAge = ({ quantity }: PlacedMeasure): boolean => /岁$/.test(quantity.unit?.printed ?? '')

const [OPENING, CLOSING] = ['([【', ')]】']

const outsideBrackets = (folded: string, places: readonly PlacedQuantity[]): readonly PlacedQuantity[] => {
  let depth = 0
  let at = 0
  return places.filter(({ start }) => {
    for (; at < start; at += 1) {
      if (OPENING.includes(folded[at] as string)) depth += 1
      else if (CLOSING.includes(folded[at] as string)) depth -= 1
    }
    return depth <= 0
  })
}

/** 每月15日、30日, 每月5、15日: days of a month, and no number of days. */
const areDays = (folded: string, places: readonly PlacedQuantity[]): boolean =>
  places.some(({ quantity, start }, i) => {
    if (quantity.kind !== 'measure' || quantity.unit?.printed !== '日') return false
    const before = places[i - 1]
    return (
      before !== undefined &&
      /^(?:每月)?\d{1,2}日?[、,和及与]$/.test(folded.slice(dayStart(folded, before), start))
    )
  })

/** Where the last number of a period begins, or the one number there is. */
const dayStart = (folded: string, { start, end }: PlacedQuantity): number => {
  const day = /\d{1,2}日?$/.exec(folded.slice(start, end))
  return day === null ? start : start + day.index
}

/** Where behind `end` it begins to be said how points are given. */
const scoredFrom = (folded: string, end: number): number => {
  const at = folded.slice(end, end + LONGEST_LEAD).search(SCORED)
  return at < 0 ? folded.length : end + at
}

const SCORED = /[,;。\s]\s?(?:每|否则|低于|少于|高于|超过|未)[^,;。]{0,14}(?:[扣减得]|不得|加)/

/** What a number says of each one that the first counts, or what is hoped for beyond it. */
const isRemark = (folded: string, { quantity, start }: PlacedMeasure, first: PlacedMeasure): boolean => {
  const clause = folded.slice(Math.max(first.end, start - LONGEST_LEAD), start + 1)
  const every = clause.lastIndexOf('每')
  const unit = first.quantity.unit
  if (every >= 0 && unit !== undefined) {
    const isOfFirst = quantity.unit?.per.some((per) => per.base === unit.base) === true
    if (isOfFirst || clause.startsWith(unit.printed, every + 1)) return true
    // 12次,每月1次; 水质每月1次,空气每日1次 are two.
    const isAlone = /^[\s,;、]*(?:平均|即|其中)?$/.test(clause.slice(0, every))
    if (isAlone && unit.per.length === 0 && quantity.unit?.base === unit.base) return true
  }
  return AIM.test(clause.slice(0, -1))
}

/** 共12场, and that which the others add up to. */
const wholeOf = (folded: string, measures: readonly PlacedMeasure[]): PlacedMeasure | undefined => {
  const base = measures[0]?.quantity.unit?.base
  if (measures.some(({ quantity }) => quantity.unit?.base !== base)) return undefined
  let end = 0
  const said = measures.filter((place) => {
    const isSaid = WHOLE.test(folded.slice(end, place.start))
    end = place.end
    return isSaid
  })
  if (said.length === 1) return said[0]
  if (measures.length < 3) return undefined
  const all = measures.map(({ quantity }) => quantity.numeral.value.times(quantity.unit?.scale ?? 1))
  const total = sum(all)
  return measures.find((place, i) => all[i]?.times(2).equals(total) === true && !isNamed(folded, place))
}

/** 设备10万元+人工5.5万元=15.5万元 */
const resultOf = (measures: readonly PlacedMeasure[]): PlacedMeasure | undefined => {
  const signs = measures.map(({ quantity }) => quantity.comparator?.sign)
  return signs.pop() === '=' && signs.every((sign) => sign === undefined) ? measures.at(-1) : undefined
}

/** 增长5%,达到1200万元: the level says where the change leads to. */
const isChangeToLevel = (folded: string, [a, b, ...others]: readonly PlacedMeasure[]): boolean =>
  a?.quantity.change !== undefined &&
  b?.quantity.change === undefined &&
  others.length === 0 &&
  /[达至到]/.test(folded.slice(a.end, b?.end))

/** Whether words stand before a number in its clause: what is 室内10场 is no whole. */
const isNamed = (folded: string, { start }: PlacedMeasure): boolean => {
  const clause = folded.slice(Math.max(0, start - LONGEST_LEAD), start)
  return /[\u4e00-\u9fff]\s?$/.test(clause)
}

const isList = (folded: string, measures: readonly PlacedMeasure[]): boolean =>
  measures.some((place, i) => {
    const next = measures[i + 1]
    return next !== undefined && areListed(folded, place, next)
  })

const areListed = (folded: string, a: PlacedMeasure, b: PlacedMeasure): boolean => {
  if (areTwoTargets(folded, a, b)) return true
  const gap = folded.slice(a.end, b.start).replace(/\([^()]*\)/g, '')
  const hasWords = /[\u4e00-\u9fff]/.test(gap.replace(/[和及与并]/g, ''))
  if (SEPARATOR.test(gap)) return hasWords || (isPlain(a) && isPlain(b) && gap.trim() !== '')
  // 3县12乡56村; 3天2场 says when.
  if (gap === '') return isPlain(a) && isPlain(b) && isCounted(a) && isCounted(b) && isBare(b)
  // 10万元×3年; 600×600mm is a size
  if (TIMES.test(gap))
    return (a.quantity.unit !== undefined || b.quantity.unit?.dimension === 'length') && isPlain(b)
  // 小学720元初中940元
  const isAlike = a.quantity.unit !== undefined && a.quantity.unit.base === b.quantity.unit?.base
  return (
    hasWords &&
    isAlike &&
    gap.length >= 2 &&
    /[\u4e00-\u9fff]{2}/.test(folded.slice(Math.max(0, a.start - LONGEST_LEAD), a.start)) &&
    !FROM.test(gap)
  )
}

/** ≥60盏≥8万人次: each has its sign, and they are no bounds of one value. */
const areTwoTargets = (folded: string, a: PlacedMeasure, b: PlacedMeasure): boolean => {
  const [sign, other] = [a, b].map(({ quantity }) => quantity.comparator?.text.folded)
  if (!SIGN.test(sign ?? '') || !SIGN.test(other ?? '')) return false
  const isBare = !/[\u4e00-\u9fff]/.test(folded.slice(a.end, b.start))
  return isBare && (sign === other || a.quantity.unit?.base !== b.quantity.unit?.base)
}

const SIGN = /^[≥≤<>=]/

/** Numbers without signs, that no word sets apart: 200平方米、20间. */
const isPlain = ({ quantity }: PlacedMeasure): boolean => quantity.comparator === undefined

/** No word leads to it: 由5起降至2起 has one value. */
const isBare = ({ quantity }: PlacedMeasure): boolean =>
  quantity.numeral.text.span.start === quantity.span.start

const TIMES = /^\s?[×*xX]\s?$/

const isCounted = ({ quantity: { unit, change } }: PlacedMeasure): boolean =>
  change === undefined && unit !== undefined && unit.per.length === 0 && COUNTED.has(unit.dimension)
const COUNTED: ReadonlySet<string> = new Set([
  'count',
  'things',
  'people',
  'attendances',
  'households',
  'times',
])

/** 由80%提高到95%, 每2个月1个: one number leads to the other. */
const FROM = /[到至为]$|^[的以内]/
