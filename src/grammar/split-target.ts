import type { Measure, Quantity } from '../model/measure.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { DECREASES, INCREASES } from '../vocabulary/comparators.ts'
import { priceNameLength } from '../vocabulary/price-words.ts'
import {
  endsAsName,
  endsAsValue,
  gluedQualityLength,
  isQuality,
  isSaidOfName,
  NOT_APPLICABLE,
} from '../vocabulary/qualities.ts'
import { carriesUnit } from '../vocabulary/unit-in-name.ts'
import { closingPlace, isDeed, tornStart } from './closing-place.ts'
import { bareNumber, type PlacedQuantity, placedQuantities } from './placed-quantities.ts'
import { endBefore, isBlank, skipBlanks } from './quantity/characters.ts'
import { readRateFront } from './quantity/meant-unit.ts'
import { takeNameWeight, takeWeight } from './weight.ts'

/** How a bare value is meant: a cost is a cap, anything else is planned to be met exactly. */
export interface TargetContext {
  readonly isCost: boolean
}

/** An indicator's text divided into its name and what it aims at. */
export interface NameAndTarget {
  readonly name: SpannedText
  /** Where the value stands; empty, at the end, where there is none. */
  readonly value: SpannedText
  /** What the value was read as; `undefined` for words. */
  readonly quantity: Quantity | undefined
  /** Numbers inside the name. */
  readonly nameQuantities: readonly Quantity[]
  /** Points: `(10分)` behind the value or the name. */
  readonly weight: Measure | undefined
}

const TAIL = ';。,、.!:'

/** Finds the value at the end of an indicator's text: a quantity, or words after a separator. */
export const splitTarget = (content: SpannedText, { isCost }: TargetContext): NameAndTarget => {
  const whole = content.slice(0, endBefore(content.folded, TAIL))
  const { text, weight } = takeWeight(whole)
  const places = placedQuantities(text, { money: isCost })
  const { name, value, quantity, weight: own } = divide(text, places, weight)
  const nameStart = name.offsetIn(text)
  const nameEnd = nameStart + name.length
  const nameQuantities: Quantity[] = []
  for (const place of places)
    if (place.start >= nameStart && place.end <= nameEnd) nameQuantities.push(place.quantity)
  // 受益户数 1980 is no year.
  const read = quantity ?? (carriesUnit(name.meaning) ? bareNumber(value) : undefined)
  return { name, value, quantity: read, nameQuantities, weight: own }
}

type Divided = Omit<NameAndTarget, 'nameQuantities'>

const divide = (
  text: SpannedText,
  places: readonly PlacedQuantity[],
  weight: Measure | undefined,
): Divided => {
  const found = closingPlace(text.folded, places)
  // 11月底完工: the deed is the name; 完成 alone says no more than the date.
  const behind = text.folded.slice(found?.end)
  const closing = found?.start === 0 && isDeed(behind) && behind.trim() !== '完成' ? undefined : found
  const torn = closing === undefined ? undefined : tornStart(text.folded, places, closing)
  if (torn !== undefined) return cut(text, torn, text.length, undefined, weight)
  if (closing !== undefined) {
    // Only a remark in brackets belongs to the value; a bracket alone closes one before it.
    const { folded } = text
    const isLast = closing.end === folded.length || /^[\s)\]】〕]*$/.test(folded.slice(closing.end))
    const end = isLast ? closing.end : text.length
    // 每亩补助5000元: what a price is of names it, too.
    const priced = closing.start === 0 ? priceNameLength(folded) : 0
    if (priced > 0) return cut(text, priced, end, closing.quantity, weight)
    const start = withDamagedSign(folded, withLeadIn(folded, closing, behindNamedChange(folded, closing)))
    const own = start === closing.start ? closing : quantityOf(text.slice(start, end))
    return cut(text, start, end, own?.quantity ?? closing.quantity, weight)
  }
  const [first] = places
  // 2022年12月底前完成培训: what is to be done follows its deadline.
  if (places.length === 1 && first?.start === 0 && first.quantity.kind === 'period')
    return {
      name: text.trimmed(first.end),
      value: first.quantity.text,
      quantity: first.quantity,
      weight,
    }
  if (first !== undefined && places.length === 1 && isSaidFirst(text.folded, first))
    return cut(text, first.start, text.length, first.quantity, weight)
  return splitWords(text, places, weight)
}

/** 绿化覆盖达70%,优化环境; 家长满意度95%以上,教师满意: whether words without a number go on behind the only number, which is said of a name. */
const isSaidFirst = (folded: string, { quantity, start, end }: PlacedQuantity): boolean => {
  const before = folded.slice(0, start)
  const isSaid = SAYS_VALUE.test(before) || SAYS_VALUE.test(folded.slice(0, start + 1)) || endsAsName(before)
  return quantity.kind === 'measure' && start > 2 && isSaid && /^,[^\d:≥≤<>=]+$/.test(folded.slice(end))
}

const SAYS_VALUE = /(?:达到?|(?<![行作])为|(?<=[率度数量例额])是)$/

const CHANGE = new RegExp(
  `^(?:[同环]比)?(?:${[...INCREASES, ...DECREASES].join('|')})(?:(?:幅度|比例)[\\s:,]*|[\\s,]*(?=[≥≤<>=])|\\s+|\\s*(?=\\())|^[上下]限\\s*(?=[≥≤<>=])`,
)

/** 户均年增收600元: what comes of a thing in a year is named by that; 较上年增收 is a change. */
const YEARLY = new RegExp(
  `(?<=[^上去往前比较每一\\d]年)(?:${[...INCREASES, ...DECREASES].join('|')})(?=\\d)`,
  'y',
)

/** 总产值增速 ≥7%, 标准提高幅度10%, 补助上限≤5万元, 每亩增收≥800元: a change or a bound that the name ends with is no part of its value. */
const behindNamedChange = (folded: string, { start }: PlacedQuantity): number => {
  const at = readRateFront(folded, start)?.end ?? start
  const isGlued = at > 0 && !/[\s:(]/.test(folded[at - 1] as string)
  YEARLY.lastIndex = at
  const match = isGlued ? (CHANGE.exec(folded.slice(at, at + 16)) ?? YEARLY.exec(folded)) : null
  return match === null ? start : at + match[0].length
}

/**
 * 完成时间 每学期开学后30日内, 排名 前8名, 发放时间 3月、9月: what stands between the number of a value, or
 * `start`, and the blank or colon behind a name.
 */
const withLeadIn = (folded: string, { quantity }: PlacedQuantity, start: number): number => {
  // Nearly always the blank is right before it.
  if (start === 0 || isBlank(folded.charCodeAt(start - 1))) return start
  const before = folded.slice(0, start)
  const deadline = DEADLINE.exec(before)
  if (deadline !== null && deadline.index > 1) return deadline.index
  if (/(?:^|[^以之目])前$/.test(before)) return start - 1
  const glued = GLUED_TIME.exec(before)
  if (glued !== null) return glued.index
  const words = (quantity.kind === 'period' ? DATES : WORDS).exec(before)
  if (words === null || words.index <= 1 || endsAsName(words[0])) return start
  // 领导干部接访 每周1天: how often is no part of any name.
  if (words[0].startsWith('每')) return words.index
  const name = folded.slice(Math.max(0, words.index - 16), words.index).trimEnd()
  return endsAsName(name) || name.endsWith(':') ? words.index : start
}

/** 工95%, ^80人, %=90%, 二100%: what scanning left of the comparator belongs to the value. */
const withDamagedSign = (folded: string, start: number): number => {
  const sign = folded[start - 1] ?? ' '
  if (start < 3 || !'工^二%'.includes(sign) || (sign === '%' && folded[start] !== '=')) return start
  const before = folded.slice(Math.max(0, start - 16), start - 1)
  return /[\s:(]$/.test(before) || endsAsName(before) ? start - 1 : start
}

const WORDS = /(?<=[\s:])(?:[\u4e00-\u9fff]{2,12}|\d{1,2}[×xX*])$/
/** 发放时间每半年1次, 发放时间春节前: when it recurs or is due, or what it counts from, right behind the name. */
const GLUED_TIME =
  /(?<=时间|时限|日期|频次|周期)(?:每|次月|次年|当[年月日]|收到|自)[\u4e00-\u9fff\d]{0,12}$|(?<=时间|时限|日期)[\u4e00-\u9fff]{1,8}[前内底末后]$/
/** 拨付进度:11月底前达到95%. */
const DEADLINE = /(?<=[\s:])(?:20\d\d年)?(?:\d{1,2}月(?:\d{1,2}日|[底末中上下]旬?)?|年底)前?$/
const DATES = /(?<=[\s:])[\u4e00-\u9fff\d.、/~-]{2,16}$/

/** What a value is that begins elsewhere than its quantity in the whole text. */
const quantityOf = (value: SpannedText): PlacedQuantity | undefined =>
  closingPlace(value.folded, placedQuantities(value))

/** The value in words: behind a colon, behind a comparator, or behind the blank that parts them. */
const splitWords = (
  text: SpannedText,
  places: readonly PlacedQuantity[],
  weight: Measure | undefined,
): Divided => {
  const { folded } = text
  const start =
    valueStart(folded) ??
    behindComma(folded) ??
    inBrackets(folded) ??
    behindBound(folded) ??
    (GLUED_TIME.exec(folded)?.index || undefined)
  if (start === undefined) {
    const at = text.length - gluedQualityLength(folded)
    const nameEnd = at === text.length ? at : endBefore(folded.slice(0, at), NAME_TAIL)
    return { name: text.slice(0, nameEnd), value: text.slice(at), quantity: undefined, weight }
  }
  // `≥6O盏`: a number that runs into letters is not read; `≥60人(其中妇女20人)` has a remark.
  if (BRACKETED.test(folded)) {
    const inside = quantityOf(text.slice(start, text.length - 1))
    return cut(text, start, text.length, inside?.start === 0 ? inside.quantity : undefined, weight)
  }
  const opening = places.find(
    (place) =>
      place.start === start &&
      (place.quantity.kind === 'period' || /^(?:$|[\s(,;、:])/.test(folded.slice(place.end, place.end + 1))),
  )
  return cut(text, start, text.length, opening?.quantity, weight)
}

const COMPARATORS = '≥≤<>='

/** 学校数(8): a number in brackets that was not read as one. */
const BRACKETED = /\([≥≤<>=]?\s?\d[\d.,]*\s?[^()\d\s]{0,6}\)$/

const valueStart = (folded: string): number | undefined => {
  const bracketed = BRACKETED.exec(folded)?.index
  if (bracketed !== undefined && bracketed > 1) return bracketed + 1
  const colon = folded.lastIndexOf(':')
  if (colon >= 0 && folded.indexOf(')', colon) < 0) return skipBlanks(folded, colon + 1)
  const dash = folded.lastIndexOf('--')
  if (dash > 1 && isQuality(folded.slice(dash + 2).trim())) return skipBlanks(folded, dash + 2)
  for (let at = folded.length - 1; at > 0; at -= 1) {
    if (!COMPARATORS.includes(folded[at] as string)) continue
    while (at > 1 && COMPARATORS.includes(folded[at - 1] as string)) at -= 1
    // `100%≥`: a sign behind its number belongs to something unreadable, which begins before.
    while (at > 1 && /[\d.%‰$#@]/.test(folded[at - 1] as string)) at -= 1
    return COMPARATORS.includes(folded[at - 1] as string) ? at - 1 : at
  }
  return behindBlank(folded)
}

/** 维护社会公平正义,成效明显: how well follows what is to be done. */
const behindComma = (folded: string): number | undefined => {
  const start = folded.lastIndexOf(',') + 1
  if (start <= 4) return undefined
  const words = folded.slice(start).trim()
  // 森林生态系统稳定性,逐步增强: a name as names end, and something else behind it.
  const isValue =
    isQuality(words) ||
    isSaidOfName(words) ||
    (words.length <= 16 && endsAsName(folded.slice(0, start - 1)) && !endsAsName(words))
  return isValue ? skipBlanks(folded, start) : undefined
}

/** 居民健康素养水平(稳步提高), 发放时间(春节前), 服务费标准(不超过合同价): brackets around nothing but the value. */
const inBrackets = (folded: string): number | undefined => {
  const [all, words] = /\(([^()]{1,16})\)$/.exec(folded) ?? []
  if (all === undefined || words === undefined || all.length + 1 >= folded.length) return undefined
  const isValue = isQuality(words) || isSaidOfName(words) || /^不[超少高低大小]|[^以之目]前$/.test(words)
  return isValue ? folded.length - all.length + 1 : undefined
}

/** 服务费标准不超过合同价, 密度控制水平达到国家标准: a bound that is no number. */
const behindBound = (folded: string): number | undefined => {
  const start = /(?:不[超少高低大小多][过于出]|控制在|达到)[\u4e00-\u9fffA-Z]{2,12}$/.exec(folded)?.index ?? 0
  const isReached = folded.startsWith('达到', start)
  return (start >= 4 && !isReached) || (start >= 2 && endsAsName(folded.slice(0, start))) ? start : undefined
}

/** The start of the words behind the blank that parts them from the name; they may be broken themselves. */
const behindBlank = (folded: string): number | undefined => {
  let joined = ''
  let end = folded.length
  let found: number | undefined
  // The longest known value: 改善, but also 有所 改善.
  for (let words = 1; words <= 3; words += 1) {
    const start = lastWordStart(folded, end)
    if (start <= 0) break
    joined = folded.slice(start, end) + joined
    if (isQuality(joined)) found = start
    if (words === 1 && (NOT_APPLICABLE.test(joined) || (found === undefined && isOtherValue(folded, start))))
      return start
    end = endBefore(folded.slice(0, start), '')
  }
  if (found !== undefined) return found
  const line = Math.max(folded.lastIndexOf('\n'), folded.lastIndexOf('\t'))
  return line < 0 ? undefined : line + 1
}

/** 每周一, 每季度末: when it recurs. */
const RECURS = /^每(?:[日天周旬月季年]|半年|学期)[^性率数量]{0,8}$/

/** Where the last word before `end` starts; 0 if a single word is left. */
const lastWordStart = (folded: string, end: number): number => {
  let start = end
  while (start > 0 && !/\s/.test(folded[start - 1] as string)) start -= 1
  return start
}

/**
 * Whether the last word is a value though it is no known one: it has a number, or stands behind
 * something that ends as names do; else the blank broke a word.
 */
const isOtherValue = (folded: string, start: number): boolean => {
  const words = folded.slice(start)
  if (/\d/.test(words) || (start > 4 && (isSaidOfName(words) || RECURS.test(words)))) return true
  // 损失减少 and 安全平稳 say what becomes of the thing before the blank; in 机制健 全性健全 the value is glued.
  const saysWhatHappens = start > 4 && words.length > 2 && words.length <= 12 && endsAsValue(words)
  const isShort = start > 4 && /^[\u4e00-\u9fff]{4}$/.test(words) && !endsAsName(words)
  if ((saysWhatHappens || isShort) && gluedQualityLength(folded) === 0) return true
  const name = folded.slice(Math.max(0, start - 16), start).trimEnd()
  return words.length <= 20 && endsAsName(name) && !endsAsName(words)
}

const NAME_TAIL = ':,|/([【〔=-'

/** 合格率为 and 比例是 say that the value follows, 违法行为 is a name. */
export const COPULA = /(?<![行作])为$|(?<=[率度数量例额])是$/

/** 补助资金于每月25日前支付 */
const AT_DATE = /(?<![关对属高低等优])于$/

/** (采购执行率)100%: brackets around all of a name. */
const withoutOuterBrackets = (name: SpannedText): SpannedText =>
  /^\([^()]{2,}\)$/.test(name.folded) ? name.trimmed(1, name.length - 1) : name

/** Name and value, without the colon, the brackets and the blanks between them. */
const cut = (
  text: SpannedText,
  start: number,
  end: number,
  quantity: Quantity | undefined,
  weight: Measure | undefined,
): Divided => {
  const { folded } = text
  const nameEnd = endBefore(folded.slice(0, start), NAME_TAIL)
  const before = folded.slice(0, nameEnd)
  const isSaid = COPULA.test(before) || (quantity?.kind === 'period' && AT_DATE.test(before))
  const bareEnd = isSaid ? endBefore(folded.slice(0, nameEnd - 1), NAME_TAIL) : nameEnd
  const opensBracket = folded.slice(bareEnd, start).includes('(')
  const value = text.trimmed(start, end)
  const isClosed = opensBracket && value.folded.endsWith(')') && !value.folded.includes('(')
  const named = takeNameWeight(withoutOuterBrackets(text.trimmed(0, bareEnd === 0 ? start : bareEnd)))
  return {
    name: named.text,
    value: isClosed ? value.trimmed(0, value.length - 1) : value,
    quantity,
    weight: weight ?? named.weight,
  }
}
