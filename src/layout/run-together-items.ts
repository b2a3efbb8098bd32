import type { SpannedText } from '../source/spanned-text.ts'
import { endsAsName, gluedQualityLength, isQuality } from '../vocabulary/qualities.ts'
import { isBlank, skipBlanks, unitEnd } from './run-together-words.ts'

/** Where points are printed among the columns: before the value or behind it; `undefined` if nowhere. */
export type WeightPlace = 'before' | 'behind' | undefined

/** An indicator cut out of a text without separators. */
export interface GluedItem {
  /** The parts of name and value, in order; two where points stand between them, none where nothing is sure. */
  readonly parts: readonly SpannedText[]
  readonly weight: SpannedText | undefined
  /** The value with its points, where their digits could be divided in more than one way. */
  readonly unclear: SpannedText | undefined
  /** What could be several indicators, with nothing that parts them. */
  readonly unplaced: SpannedText | undefined
}

/** A number with its unit, its comparator and its points. */
interface Value {
  /** With the comparator. */
  readonly start: number
  readonly end: number
  readonly weight: { readonly start: number; readonly end: number } | undefined
  /** A comparator, or a name right before it: surely the value of an indicator. */
  readonly isSure: boolean
  /** Digits of value and points can't be told apart. */
  readonly isBlurred: boolean
}

/**
 * Cuts a line that holds one indicator after another (`培训人数≥200人培训期数≥4期`) behind each value.
 * Where that leaves several numbers and nothing to tell them apart, the item is ambiguous.
 */
export const divideItems = (text: SpannedText, weights: WeightPlace): readonly GluedItem[] => {
  const { folded } = text
  const values = valuesIn(folded, weights)
  const items: GluedItem[] = []
  let start = 0
  let unsure = 0
  const push = (end: number, value: Value | undefined): void => {
    const whole = text.slice(start, end).trim()
    if (whole.isBlank) return
    const item = itemOf(text, start, end, value)
    const isUnclear = unsure > (value?.isSure === true ? 0 : 1)
    items.push(isUnclear ? { parts: [], weight: undefined, unclear: undefined, unplaced: whole } : item)
    start = end
    unsure = 0
  }
  for (const value of values) {
    if (!value.isSure) {
      // 20个乡镇覆盖率: a number that an item begins with belongs to its name.
      if (text.slice(start, value.start).trim().length > 0) unsure += 1
      continue
    }
    push(Math.max(value.end, value.weight?.end ?? 0), value)
  }
  push(text.length, undefined)
  return items
}

const itemOf = (text: SpannedText, start: number, end: number, value: Value | undefined): GluedItem => {
  if (value?.isBlurred === true) {
    const unclear = text.slice(value.start, end).trim()
    const name = text.slice(start, value.start).trim()
    return { parts: [name], weight: undefined, unclear, unplaced: undefined }
  }
  const weight = value?.weight
  const isBefore = value !== undefined && weight !== undefined && weight.start < value.start
  return {
    parts: isBefore
      ? [text.slice(start, weight.start).trim(), text.slice(value.start, value.end)]
      : [text.slice(start, weight?.start ?? end).trim()],
    weight: weight === undefined ? undefined : text.slice(weight.start, weight.end).trim(),
    unclear: undefined,
    unplaced: undefined,
  }
}

const COMPARATOR = /(?:[≥≤<>=]{1,2}|大于等于|小于等于|不少于|不低于|不小于|不超过|不高于|不大于|至少)\s?$/
const NUMBER = /\d[\d,]*(?:\.\d+)?(?:\s?[-~]\s?\d[\d,]*(?:\.\d+)?)?/g
const DATE =
  /(?:年|月)(?:第?[一二三四1-4]季度)?(?:\d{1,2}(?:月|日)){0,2}(?:(?:\d{1,2}日)?(?:底|末)?(?:之?前|以前)?(?:全部|全面)?(?:完成|到位|完工|拨付|发放)?(?:实际(?:完成)?值|完成值|水平)?)/y
const BOUND = /(?:及|含)?以[上下内]|之?内(?![\u4e00-\u9fff])|左右|\(含\)/y
const POINTS = /\s?(\d{1,2}(?:\.\d)?)分?(?![\d.、)%‰])/y

const valuesIn = (folded: string, weights: WeightPlace): readonly Value[] => {
  const values: Value[] = []
  let from = 0
  for (const match of folded.matchAll(NUMBER)) {
    if (match.index < from) continue
    const value = valueAt(folded, from, match.index, match[0], weights)
    if (value === undefined) continue
    values.push(value)
    from = Math.max(value.end, value.weight?.end ?? 0)
  }
  return values
}

const NAME_LENGTH = 24

const valueAt = (
  folded: string,
  from: number,
  at: number,
  digits: string,
  weights: WeightPlace,
): Value | undefined => {
  const before = folded.slice(Math.max(from, at - NAME_LENGTH), at)
  // 指标1: and 2. number the items, they are no values.
  if (/(?:指标|目标)\s?$/.test(before) || /^[.、:)](?!\d)/.test(folded.slice(at + digits.length)))
    return undefined
  const comparator = COMPARATOR.exec(before)
  const start = at - (comparator?.[0].length ?? 0)
  const name = before.slice(0, before.length - (comparator?.[0].length ?? 0))
  const { end, hasUnit } = valueEnd(folded, at + digits.length)
  // 明显提升10: words, then points.
  if (weights === 'behind' && comparator === null && !hasUnit && endsAsWords(name)) {
    POINTS.lastIndex = at
    if (!POINTS.test(folded)) return undefined
    const points = { start: at, end: POINTS.lastIndex }
    return { start: at, end: at, isSure: true, isBlurred: false, weight: points }
  }
  // 合格率10 100%: points.
  if (weights === 'before' && comparator === null && !hasUnit) return undefined
  const isSure = comparator !== null || isBlank(name.at(-1)) || name.endsWith(':') || endsAsName(name)
  const value = { start, end, isSure: isSure && name.trim() !== '', isBlurred: false, weight: undefined }
  if (weights === 'behind') return withPointsBehind(folded, value, hasUnit)
  return weights === 'before' ? withPointsBefore(folded, from, value, comparator !== null) : value
}

/** Whether the words end with a value, or at least not as a name does: the number behind them is no value of theirs. */
const endsAsWords = (words: string): boolean => {
  const text = words.trimEnd()
  if (gluedQualityLength(text) > 0 || isQuality(text.slice(-2))) return true
  return /[\u4e00-\u9fff]{3}$/.test(text) && !endsAsName(text)
}

const valueEnd = (folded: string, at: number): { readonly end: number; readonly hasUnit: boolean } => {
  const unitAt = skipBlanks(folded, at)
  DATE.lastIndex = at
  if (DATE.test(folded)) return { end: DATE.lastIndex, hasUnit: true }
  const unit = unitEnd(folded, unitAt)
  const end = unit > unitAt ? unit : at
  BOUND.lastIndex = end
  return { end: BOUND.test(folded) ? BOUND.lastIndex : end, hasUnit: end > at }
}

const withPointsBehind = (folded: string, value: Value, hasUnit: boolean): Value => {
  if (!hasUnit) return { ...value, isBlurred: !/^\s\d/.test(folded.slice(value.end)) && value.isSure }
  POINTS.lastIndex = value.end
  const points = POINTS.exec(folded)
  if (points === null) return value
  const start = skipBlanks(folded, value.end)
  const end = POINTS.lastIndex
  // 传承人培训40人次10: a number with its unit and its points is a value, whatever its name ends with.
  const isWhole = unitEnd(folded, end) === end && value.start > 0
  return { ...value, isSure: value.isSure || isWhole, weight: { start, end } }
}

/** 培训人数10≥200人: the comparator parts them. */
const withPointsBefore = (folded: string, from: number, value: Value, hasComparator: boolean): Value => {
  const points = /(?<!\d)(\d{1,2})分?\s?$/.exec(folded.slice(Math.max(from, value.start - 6), value.start))
  if (points === null) return hasComparator || !value.isSure ? value : dividedPoints(folded, value)
  const start = value.start - points[0].length
  return { ...value, weight: { start, end: value.start } }
}

/** 合格率10100%: no number begins with 0, so this is 10 and 100%; 合格率8250% could be 8 and 250% or 82 and 50%. */
const dividedPoints = (folded: string, value: Value): Value => {
  const ways = [1, 2].filter((length) => /^\d{1,2}$/.test(folded.slice(value.start, value.start + length)))
  const [at, ...others] = ways
    .map((length) => value.start + length)
    .filter((place) => /^(?:[1-9]|0\.)/.test(folded.slice(place, place + 2)))
  if (at === undefined || others.length > 0 || folded[value.start] === '0')
    return { ...value, isBlurred: true }
  return { ...value, start: at, weight: { start: value.start, end: at } }
}
