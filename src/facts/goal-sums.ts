import { collect } from '../collect.ts'
import { type Decimal, halfOfPlace, sum, ZERO } from '../model/decimal.ts'
import type { Goal } from '../model/disclosure.ts'
import { isExact } from '../model/interval.ts'
import type { Measure, Quantity, Unit } from '../model/measure.ts'
import { baseValue, sameUnit, toBase } from '../model/unit.ts'
import { OF_THESE } from '../vocabulary/goal-words.ts'
import {
  isOfBothSexes,
  LIST_OPENS,
  MIXED_LIST,
  MIXED_TIMES,
  NEXT_IN_LIST,
  OF_ALL_ABOVE,
  OF_ANOTHER_TIME,
  OF_OTHER_YEAR,
  ONE_OF_THEM,
  ONLY_SOME,
  OPENS_REST,
  OVERLAPPING,
  PARTS_FOLLOW,
  PARTS_IN_NEXT,
  PRICES,
  TOTAL_BEHIND,
  TOTAL_OF_ITEM,
  TOTAL_OF_SERIES,
  TOTAL_WORD,
} from '../vocabulary/sum-words.ts'
import { isInTenThousands } from '../vocabulary/unit-in-name.ts'
import { doesSomething } from './standing.ts'
import { areReordered } from './sums.ts'
import { isStock } from './terms.ts'

/** A total in a goal that is not the sum of its parts. */
export interface WrongSum {
  readonly total: Pick<Measure, 'text' | 'span'>
  readonly parts: readonly Measure[]
  /** In the base of `unit`. */
  readonly stated: Decimal
  readonly computed: Decimal
  readonly unit: Unit
}

/** Longer sentences are none that one total and its parts make up. */
const LONGEST_LIST = 600

/** So far behind a total stands what tells that its parts follow; 其中 farther, where no number stands between. */
const FARTHEST_WORD = 10
const FARTHEST_OF_THESE = 40

/** A measure of a goal and where it stands. */
interface Place {
  readonly measure: Measure
  readonly start: number
  readonly end: number
}

/** Every total of a goal that its parts don't come to. */
export const wrongSumsOf = ({ text, quantities }: Goal): readonly WrongSum[] => {
  const places: Place[] = []
  for (const [i, quantity] of quantities.entries()) {
    if (quantity.kind !== 'measure') continue
    const start = quantity.text.offsetIn(text)
    const end = start + quantity.text.length
    places.push({ measure: asMoney(quantity, quantities[i + 1], text.folded[end]), start, end })
  }
  // One number is no sum of others.
  if (places.length < 2) return []
  return collect(places.entries(), ([i, place]) =>
    isPlain(place.measure)
      ? (partsBehind(text.folded, place, places) ??
        partsCounted(text.folded, place, places) ??
        partsWithRest(text.folded, place, places.slice(Math.max(0, i - MOST_BEFORE_REST), i)) ??
        partsBefore(text.folded, place, places))
      : undefined,
  )
}

/** 854万(道路400万元、…): what the bracket holds says that it is money. */
const asMoney = (measure: Measure, next: Quantity | undefined, behind: string | undefined): Measure => {
  const unit = behind === '(' && next?.kind === 'measure' ? next.unit : undefined
  return measure.unit === undefined && unit?.dimension === 'money' && isInTenThousands(measure.text.folded)
    ? { ...measure, unit, numeral: { ...measure.numeral, value: measure.numeral.value.div(unit.scale) } }
    : measure
}

/**
 * Where the sentence of a total ends, and where the next one does that lists its parts (总额20万元,执行率100%。其中:…): one sentence,
 * whatever its mark, where nothing else of its kind stands between.
 */
const stopsBehind = (
  folded: string,
  total: Measure,
  end: number,
  places: readonly Place[],
): { readonly first: number; readonly stop: number } => {
  const first = sentenceEnd(folded, end)
  const next = PARTS_IN_NEXT.exec(folded.slice(first, first + 6))
  if (next === null) return { first, stop: first }
  const isLast = !places.some(({ measure, start }) => start >= end && start < first && isLike(measure, total))
  return { first, stop: isLast ? sentenceEnd(folded, first + next[0].length) : first }
}

/** A list that is announced behind a total. */
interface AnnouncedList {
  /** What announces it: 其中, or the bracket that it stands in. */
  readonly mark: string
  readonly isBracket: boolean
  /** Where the words between the total and the list end, where the list begins, and where it ends. */
  readonly announced: number
  readonly from: number
  readonly to: number
}

/** The list behind a total, where it is of all its parts and of nothing else. */
const listBehind = (folded: string, whole: Place, places: readonly Place[]): AnnouncedList | undefined => {
  const { measure: total, end } = whole
  const { first, stop } = stopsBehind(folded, total, end, places)
  if (stop - end > LONGEST_LIST) return undefined
  // 岗位1111个(甲县603个、乙县508个): a bracket alone lists parts, and maybe not all.
  const inBracket = LIST_IN_BRACKET.exec(folded.slice(end, end + FARTHEST_BRACKET))
  const said = PARTS_FOLLOW.exec(folded.slice(end, stop))
  const isSaid = said !== null && (said.index <= farthest(said) || said.index + end > first)
  const mark = isSaid ? said : inBracket
  if (mark === null) return undefined
  const announced = end + mark.index
  const behind = announced + mark[0].length
  const from = mark === inBracket ? behind : announced
  // 其中A60万元,其中…: nobody can tell where the inner list ends, unless brackets do.
  const begin = beginOf(folded, whole)
  const isOpen = depthAt(folded, end, from) === 0 && depthAt(folded, begin, whole.start) === 0
  if (isOpen && folded.slice(begin, whole.start).includes(OF_THESE)) return undefined
  const last = listEnd(folded, mark[0], from, stop)
  // ,每个乡镇4场 behind the parts is of one of them, and ;2023年实施55公里 of none.
  const ends = [ONE_OF_THEM, OF_OTHER_YEAR].map((other) => folded.slice(from, last).search(other))
  const ended = Math.min(last, ...ends.filter((at) => at >= 0).map((at) => from + at))
  const ofKind = places.filter(({ measure }) => isLike(measure, total))
  const to = firstItemAlone(folded, from, ended, ofKind) ?? ended
  const listed = folded.slice(behind, to)
  const isOther = ONLY_SOME.test(folded.slice(end, to)) || PRICES.test(listed) || listed.includes(OF_THESE)
  return isOther ? undefined : { mark: mark[0], isBracket: mark === inBracket, announced, from, to }
}

/** How far behind a total what announces its parts may stand. 2300万元,全部用于本项目建设,其中一类费…: nothing else is counted between. */
const farthest = ({ 0: mark, input, index }: RegExpExecArray): number =>
  mark === OF_THESE && !/\d/.test(input.slice(0, index)) ? FARTHEST_OF_THESE : FARTHEST_WORD

/** Where the sentence of a total begins. */
const beginOf = (folded: string, { start }: Place): number =>
  Math.max(sentenceStart(folded, start), start - LONGEST_LIST)

/** 共计90000元,其中…: two parts or more up to the end of the sentence. */
const partsBehind = (folded: string, whole: Place, places: readonly Place[]): WrongSum | undefined => {
  const { measure: total, start, end } = whole
  const list = listBehind(folded, whole, places)
  if (list === undefined) return undefined
  const { mark, isBracket, announced, from, to } = list
  const level = depthAt(folded, end, from)
  const parts = partsOf(
    places.filter(
      (place) => place.start >= from && place.start < to && depthAt(folded, end, place.start) === level,
    ),
    total,
  )
  const begin = beginOf(folded, whole)
  const others = places.filter(
    (place) => place.start >= begin && place.end <= from && place.measure !== total,
  )
  if (parts === undefined || isOneOfTwo(others, whole, announced)) return undefined
  const isList = isBracket || mark === ':'
  if (isList && parts.some(({ measure }) => isTooMuch(measure, total))) return undefined
  const isMoney = total.unit?.dimension === 'money'
  const words = folded.slice(Math.max(0, start - 16), start)
  // 总面积68万平方米,其中危房1万平方米: so little is not meant to be all of it, nor are parts that only describe what there is.
  const isTotal =
    TOTAL_WORD.test(words) && areHalf(parts, total) && (isMoney || doesSomething(folded.slice(begin, start)))
  const listed = folded.slice(announced + mark.length, to)
  const isExhaustive = isOfBothSexes(listed)
  // 车辆12台:轿车2台、客车4台: a list right behind the number, and maybe of more than what it counts.
  const mayBeSome = isBracket || mark === OF_THESE
  const saysAll = mark === ':' ? areHalf(parts, total) : !mayBeSome
  const isOpen = mayBeSome && !isMoney
  // 共有学校30所,其中小学20所、示范校15所: whoever describes what there is picks some of it.
  if (isOpen && (OVERLAPPING.test(listed) || isStock(words)) && !isExhaustive) return undefined
  const isWholeList = isTotal || isExhaustive || saysAll || areAll(parts, total)
  const compared = (of: readonly Place[]): WrongSum | undefined =>
    compare(
      folded,
      total,
      of,
      isWholeList,
      others.map(({ measure }) => measure),
    )
  // 其中蔬菜800批次、水产300批次;速测3.6万批次: what stands behind ; may be no part.
  const near = nearParts(folded, from, parts, total)
  return near !== undefined && compared(near) === undefined ? undefined : compared(parts)
}

/** 比例是15%:…进度100%:…办结率100%: whether what is only listed behind a number is too much to be a part of it. */
const isTooMuch = (part: Measure, total: Measure): boolean => {
  const [value, whole] = [baseValue(part), baseValue(total)]
  return total.unit?.dimension === 'share' ? value.gte(whole) : value.gt(whole)
}

/** 收案9600件,结案9200件,结案率95%,其中…: whether nobody can tell which of two the parts are of that begin at `from`. */
const isOneOfTwo = (others: readonly Place[], total: Place, from: number): boolean =>
  others.some(({ measure, end }) => end <= total.start && isLike(measure, total.measure)) &&
  others.some(({ start }) => start >= total.end && start <= from)

/**
 * The parts of a list before its first semicolon, where others stand behind it that may be of something else: they are two or more, or one behind
 * it is more than the whole.
 */
const nearParts = (
  folded: string,
  from: number,
  parts: readonly Place[],
  total: Measure,
): readonly Place[] | undefined => {
  const stop = folded.indexOf(';', from)
  const near = parts.filter(({ start }) => start < stop)
  const isMore = parts.slice(near.length).some(({ measure }) => baseValue(measure).gt(baseValue(total)))
  return near.length === parts.length || (near.length < 2 && !isMore) ? undefined : near
}

/** 其中重残31名;护理员18名、教师6名: where a list of one ends, behind which another begins that is parted otherwise. `places`: of its kind. */
const firstItemAlone = (
  folded: string,
  from: number,
  to: number,
  places: readonly Place[],
): number | undefined => {
  const [first = '', ...others] = folded.slice(from, to).split(';')
  let start = from
  const counts = [first, ...others].map((item) => {
    const end = start + item.length
    const inside = places.filter((place) => place.start >= start && place.start < end)
    start = end + 1
    return inside.length
  })
  return counts[0] === 1 && counts.some((count) => count > 1) ? from + first.length : undefined
}

/** Right behind a number or the thing that it counts: 1945名在校学生(初中906人、…). */
const LIST_IN_BRACKET = /^[\u4e00-\u9fff]{0,8}\((?=[^()\d])/
const FARTHEST_BRACKET = 10

/** 资金54万元。分配到3个县:甲县10万元、乙县20万元、丙县24万元: as many parts as are said to follow. */
const partsCounted = (
  folded: string,
  { measure: total, end }: Place,
  places: readonly Place[],
): WrongSum | undefined => {
  const next = places.findIndex(({ start }) => start >= end)
  const count = places[next]
  if (count === undefined || count.start - end > FARTHEST_COUNT || !isPlain(count.measure)) return undefined
  const number = count.measure.numeral.value.toNumber()
  const listed = places.slice(next + 1, next + 1 + number)
  const isList = listed.every(({ measure, start }, i) => {
    const between = folded.slice(i === 0 ? count.end : listed[i - 1]?.end, start)
    return isPlain(measure) && isLike(measure, total) && (i === 0 ? LIST_OPENS : NEXT_IN_LIST).test(between)
  })
  const goesOn = folded.slice(listed.at(-1)?.end).trimStart().startsWith('、')
  return number < LEAST_COUNTED || listed.length !== number || !isList || goesOn
    ? undefined
    : compare(folded, total, listed, true)
}

/** So far behind a total stands how many parts it has, and fewer are no list. */
const FARTHEST_COUNT = 16
const LEAST_COUNTED = 3

/** 设备5万元,培训3万元,合计8万元: all of its kind before it in the sentence, or in what 共 ends. */
const partsBefore = (
  folded: string,
  { measure: total, start }: Place,
  places: readonly Place[],
): WrongSum | undefined => {
  // A line end may have broken 合计 itself.
  const before = folded.slice(Math.max(0, start - 16), start).replace(/\s/g, '')
  const last = places.findLast(({ end }) => end <= start)
  const isOfItem = TOTAL_OF_ITEM.test(before)
  const isOfSeries =
    last !== undefined && TOTAL_OF_SERIES.test(folded.slice(last.end, start).replace(/\s/g, ''))
  if (!isOfItem && !isOfSeries && !TOTAL_BEHIND.test(before)) return undefined
  const first = isOfSeries
    ? seriesStart(folded, start)
    : isOfItem
      ? itemStart(folded, start)
      : sentenceStart(folded, OF_ALL_ABOVE.test(before) ? sentenceStart(folded, start) - 1 : start)
  // A5万元,B3万元,合计8万元;C2万元,D1万元,合计3万元: what stands before another total is of that.
  const other = places.findLast(
    (place) =>
      place.start >= first &&
      place.end <= start &&
      TOTAL_BEHIND.test(folded.slice(Math.max(first, place.start - 12), place.start)),
  )
  const from = other?.end ?? first
  if (start - from > LONGEST_LIST) return undefined
  const listed = folded.slice(from, start)
  if (MIXED_LIST.test(listed) || ONLY_SOME.test(listed) || PRICES.test(listed)) return undefined
  const inside = places.filter((place) => place.start >= from && place.end <= start)
  const own = inside.filter((place) => depthAt(folded, from, place.start) === 0)
  const parts = partsOf(own, total) ?? partsBesideMoney(own, total, places[places.indexOf(last as Place) + 2])
  return parts === undefined ? undefined : compare(folded, total, parts, true)
}

/** 一批50人10万元,二批120人次24万元,合计170人次34万元: whoever they are, they are all, as the money beside them is. */
const partsBesideMoney = (
  places: readonly Place[],
  total: Measure,
  behind: Place | undefined,
): readonly Place[] | undefined => {
  const money = behind?.measure.unit?.dimension === 'money' ? partsOf(places, behind.measure) : undefined
  const others = places.filter(({ measure }) => PERSONS.has(measure.unit?.dimension ?? ''))
  const isAll =
    money !== undefined &&
    money.length === others.length &&
    sum(money.map(({ measure }) => baseValue(measure))).eq(baseValue((behind as Place).measure))
  const areCounts =
    PERSONS.has(total.unit?.dimension ?? '') && others.every(({ measure }) => isPlain(measure))
  return isAll && areCounts ? others : undefined
}

/**
 * 专项资金20万元。总投资35万元,其余15万元自筹; 下达340万元,收回146万元,剩余194万元: a rest, the number of its kind right before it, and the only
 * other one before that: one of these two is of both others.
 */
const partsWithRest = (folded: string, place: Place, before: readonly Place[]): WrongSum | undefined => {
  const near = before.at(-1)
  if (near === undefined || !OPENS_REST.test(folded.slice(near.end, place.start))) return undefined
  const others = before.slice(0, -1).filter(({ measure }) => isLike(measure, place.measure))
  const [far] = others
  if (far === undefined || !isLike(near.measure, place.measure)) return undefined
  const told = folded.slice(sentenceStart(folded, far.start), place.start)
  if (MIXED_TIMES.test(told) || PRICES.test(told)) return undefined
  const all = [...others, near, place].map(({ measure }) => measure)
  const [value, rest] = [baseValue(near.measure), baseValue(place.measure)]
  if (!all.every(isPlain) || !others.every(({ measure }) => baseValue(measure).eq(baseValue(far.measure))))
    return undefined
  if (TOTAL_WORD.test(folded.slice(Math.max(0, near.start - 16), near.start)))
    return compare(folded, near.measure, [far, place], true)
  return value.gt(baseValue(far.measure)) || rest.gt(baseValue(far.measure))
    ? undefined
    : compare(folded, far.measure, [near, place], true)
}

/** A rest is of numbers near before it. */
const MOST_BEFORE_REST = 12

/**
 * Two measures or more of the kind of the total; none where one of them is vague or a price, or where some things are counted by
 * another word: 共120套,其中前端60台、平台50套、社区10套; 50人、120人次,共170人次.
 */
const partsOf = (places: readonly Place[], total: Measure): readonly Place[] | undefined => {
  const alike = places.filter(({ measure: { unit } }) => unit !== undefined && unit.base === total.unit?.base)
  const isOther = ({ unit }: Measure): boolean =>
    unit !== undefined &&
    total.unit !== undefined &&
    unit.base !== total.unit.base &&
    [THINGS, PERSONS].some((kin) => kin.has(unit.dimension) && kin.has(total.unit?.dimension ?? ''))
  if (places.some(({ measure }) => isOther(measure))) return undefined
  return alike.length >= 2 && alike.every(({ measure }) => isPlain(measure) && isLike(measure, total))
    ? alike
    : undefined
}

const THINGS: ReadonlySet<string> = new Set(['things'])
const PERSONS: ReadonlySet<string> = new Set(['people', 'attendances'])

const areHalf = (parts: readonly Place[], { numeral, unit }: Measure): boolean =>
  sum(parts.map(({ measure }) => baseValue(measure)))
    .times(2)
    .gte(toBase(numeral.value, unit as Unit))

/**
 * Whether parts of money are meant to be all of it. 支出30亿元,其中教育8亿元、卫生5亿元、社保6亿元: those that leave so much out
 * are not. Two are where they come to it with the digits of one in another order: 134.39万元,其中50.29万元、81.4万元.
 */
const areAll = (parts: readonly Place[], { numeral, unit }: Measure): boolean => {
  if (unit?.dimension !== 'money') return false
  const values = parts.map(({ measure }) => baseValue(measure))
  const [whole, computed] = [toBase(numeral.value, unit), sum(values)]
  const missing = whole.minus(computed)
  return parts.length >= 3
    ? computed.times(5).gte(whole.times(4))
    : missing.gt(0) && values.some((value) => areReordered(value, value.plus(missing)))
}

/** How many brackets that open behind `from` are open at `at`. */
const depthAt = (folded: string, from: number, at: number): number => {
  let depth = 0
  for (const c of folded.slice(from, at)) depth += c === '(' ? 1 : c === ')' ? -1 : 0
  return depth
}

/** Where the list that `mark` announces ends. */
const listEnd = (folded: string, mark: string, from: number, stop: number): number => {
  const rest = folded.slice(from, stop)
  const other = OF_ANOTHER_TIME.exec(rest)?.index
  const items = mark === ':' ? ITEMS.exec(rest)?.[0].length : undefined
  return closingAt(folded, from, from + (other ?? items ?? rest.length))
}

/** 甲镇4间、乙镇3间: items that a comma ends. */
const ITEMS = /^[^,;。]*、[^,;。]*/

/** Where the bracket closes that is open at `from`, or `stop`. */
const closingAt = (folded: string, from: number, stop: number): number => {
  let depth = 0
  for (let at = from; at < stop; at += 1) {
    if (folded[at] === '(') depth += 1
    else if (folded[at] === ')') depth -= 1
    if (depth < 0) return at
  }
  return stop
}

const isPlain = (measure: Measure): boolean => isExact(measure) && measure.unit?.per.length === 0

const isLike = (part: Measure, total: Measure): boolean =>
  part.unit !== undefined && total.unit !== undefined && sameUnit(part.unit, total.unit)

/** Whether a sentence ends at `at`. A line without a mark at its end goes on in the next one. */
const endsAt = (text: string, at: number): boolean =>
  text[at] === '。' || (text[at] === '\n' && /[;!]\s*$/.test(text.slice(Math.max(0, at - 8), at)))

const sentenceStart = (text: string, at: number): number => {
  const least = Math.max(0, at - LONGEST_LIST - 1)
  let from = at
  while (from > least && !endsAt(text, from - 1)) from -= 1
  return from
}

/** Where the words begin that stand behind the last comma. */
const seriesStart = (text: string, at: number): number => {
  const least = sentenceStart(text, at)
  let from = at
  while (from > least && !partsAt(text, from - 1) && text[from - 1] !== ';') from -= 1
  return from
}

/** Whether a comma stands at `i`; that of 2,800 parts nothing. */
const partsAt = (text: string, i: number): boolean =>
  text[i] === ',' && !(/\d/.test(text[i - 1] ?? '') && /\d/.test(text[i + 1] ?? ''))

/** Where the words begin that the comma right before 共 ends. */
const itemStart = (text: string, at: number): number => seriesStart(text, text.lastIndexOf(',', at - 1))

const sentenceEnd = (text: string, from: number): number => {
  const last = Math.min(text.length, from + LONGEST_LIST + 1)
  let at = from
  while (at < last && !endsAt(text, at)) at += 1
  return at
}

/** 218,364.09元 and 12,365元: how much parts in whole 元 may have been rounded by, where their total has more places. */
const inWholeYuan = ({ numeral, unit }: Measure, parts: readonly Measure[]): Decimal => {
  const isYuan = unit?.dimension === 'money' && unit.scale.eq(1) && numeral.decimals > 0
  const whole = isYuan ? parts.filter((part) => part.numeral.decimals === 0) : []
  return whole.length === parts.length ? ZERO : halfOfPlace(0).times(whole.length)
}

/**
 * A total that its parts don't come to. They agree as well where those at one end do, as the others are of something else
 * (9万亩,其中A7.6万亩、B1.4万亩;平整土地6万亩) and not in one series with them (46个,其中A37个、B9个、C2个), or some in the middle (44名,其中军士36名,去往A28名、B16名,另有C6名), where another total shares them (站53个、点405个,其中今年22个和168个…),
 * and where it only says how many parts there are (三个片区分别为36个、28个、20个). So do those that a total of fewer places
 * was rounded from (3.30亿元, 32977.3万元).
 */
const compare = (
  folded: string,
  total: Measure,
  places: readonly Place[],
  isWholeList: boolean,
  otherTotals: readonly Measure[] = [],
): WrongSum | undefined => {
  const unit = total.unit as Unit
  const value = ({ numeral }: Measure, own: Unit): Decimal => toBase(numeral.value, own)
  const stated = value(total, unit)
  const parts = places.map(({ measure }) => measure)
  const values = parts.map((part) => value(part, part.unit ?? unit))
  const half = toBase(halfOfPlace(total.numeral.decimals), unit)
  const isRounded = ({ numeral, unit: own = unit }: Measure): boolean =>
    toBase(halfOfPlace(numeral.decimals), own).lt(half) &&
    (total.numeral.decimals > 0 || own.scale.lt(unit.scale))
  // 1486.65万元 and 1331.11万元 were rounded, too, as their total 2817.75万元 was.
  const areRounded = unit.dimension === 'money' && unit.scale.gt(1) && total.numeral.decimals > 0
  const near = areRounded ? half.times(parts.length + 1) : parts.some(isRounded) ? half : ZERO
  const slack = near.plus(inWholeYuan(total, parts))
  const mayEndAt = (i: number): boolean =>
    i === 0 || i === places.length || !/^、[^,;、]*$/.test(folded.slice(places[i - 1]?.end, places[i]?.start))
  const isWholeFrom = (from: number, to: number): boolean =>
    mayEndAt(from) && mayEndAt(to) && sum(values.slice(from, to)).minus(stated).abs().lte(slack)
  const computed = sum(values)
  if (computed.lt(stated) && !isWholeList) return undefined
  const isRight =
    stated.eq(parts.length) ||
    values.some(
      (_, i) => i > 0 && (isWholeFrom(0, i + 1) || isWholeFrom(values.length - i - 1, values.length)),
    ) ||
    values.some((_, from) => values.some((_, to) => to > from + 1 && isWholeFrom(from, to))) ||
    // 项目20个,涉及13个乡镇;其中16个项目…,4个项目…: the parts are those of another number, or of both.
    otherTotals.some(
      (other) =>
        isLike(other, total) && [ZERO, stated].some((more) => more.plus(value(other, unit)).eq(computed)),
    )
  return isRight ? undefined : { total, parts, stated, computed, unit }
}
