import type { DraftTotal } from '../../model/draft.ts'
import type { SpannedText } from '../../source/spanned-text.ts'
import { headerRole } from '../../vocabulary/headers.ts'
import { isLevelOfState, SAYS_SPENT, SAYS_SPENT_RATE } from '../../vocabulary/money-words.ts'
import { NOT_PLANNED, PER_UNIT, SUM_OF_MONEY } from '../../vocabulary/report-words.ts'
import {
  ALL_IN_BRACKETS,
  ALONE,
  MONEY,
  NOTHING,
  PART_LABEL,
  RATE_BEHIND,
  SAID_OF,
  TOTAL,
} from '../../vocabulary/sum-words.ts'
import type { Place } from './columns.ts'

/** A part of the money that a sentence names: `其中:财政拨款80万元`. */
export interface MoneyPart {
  readonly label: SpannedText
  readonly amount: SpannedText
}

/** The amount that a field says, and its parts. */
export interface MoneyField {
  readonly amount: SpannedText | undefined
  readonly parts: readonly MoneyPart[]
  /** What was spent of it, and the rate of that: 全年执行数258.4万元,执行率99.4%. */
  readonly spent: readonly MoneyPart[]
  /** The words around them. */
  readonly rest: readonly SpannedText[]
}

/**
 * The amount in the value of a field: the value itself, or the only one that a sentence names, or the one that `其中` or
 * arithmetic divides. Of several that stand side by side, none is chosen.
 */
export const moneyIn = (value: SpannedText): MoneyField => {
  const { folded } = value
  const alone = ALONE.exec(folded)
  if (alone !== null) {
    const start = folded.length - folded.trimStart().length
    const end = start + (alone[1] as string).length
    return { amount: value.slice(start, end), parts: [], spent: [], rest: filled([value.slice(end)]) }
  }
  if (NOTHING.test(folded)) return { amount: value, parts: [], spent: [], rest: [] }
  const all = moneyPlaces(folded)
  const spent = spentIn(folded, all)
  const places = all.filter((place) => spent.every((one) => one.place !== place))
  const total = totalAmong(folded, places)
  if (total === undefined) return { amount: undefined, parts: [], spent: [], rest: [value] }
  const parts = partsAmong(folded, places, total)
  const textsOf = ({ label, place }: PartPlace): MoneyPart => ({
    label: value.slice(label.start, label.end),
    amount: value.slice(place.start, place.end),
  })
  const used = [total, ...[...parts, ...spent].flatMap(({ label, place }) => [label, place])]
  const rest: SpannedText[] = []
  let from = 0
  for (const { start, end } of used.sort((a, b) => a.start - b.start)) {
    rest.push(value.slice(from, start))
    from = end
  }
  rest.push(value.slice(from))
  return {
    amount: value.slice(total.start, total.end),
    parts: parts.map(textsOf),
    spent: spent.map(textsOf),
    rest: filled(rest),
  }
}

const filled = (texts: readonly SpannedText[]): readonly SpannedText[] =>
  texts.map((text) => text.trim()).filter((text) => !text.isBlank)

/** What was spent of all the money, where the words between a mark and an amount say just that, with the rate behind it. */
export const spentIn = (folded: string, places = moneyPlaces(folded)): readonly PartPlace[] =>
  places.flatMap((place, i) => {
    const from = places[i - 1]?.end
    const found = from === undefined ? null : SAID_OF.exec(folded.slice(from, place.start))
    const words = found?.[2] ?? ''
    if (from === undefined || found === null || !SAYS_SPENT.test(words)) return []
    const start = from + (found[1] as string).length
    const rate = RATE_BEHIND.exec(folded.slice(place.end, place.end + LONGEST_RATE))
    const [, mark = '', name = '', verb = '', share = ''] = rate ?? []
    const own = { label: { start, end: start + words.length }, place }
    if (!SAYS_SPENT_RATE.test(name)) return [own]
    const at = place.end + mark.length
    const shareAt = at + name.length + verb.length
    return [
      own,
      { label: { start: at, end: at + name.length }, place: { start: shareAt, end: shareAt + share.length } },
    ]
  })

const LONGEST_RATE = 32

/** Which of several amounts is the whole. */
const totalAmong = (folded: string, places: readonly Place[]): Place | undefined => {
  const [first, second] = places
  if (first === undefined || second === undefined) return first
  // 162万元,其他资金0万元
  if (worth(folded, first) > 0n && places.slice(1).every((place) => worth(folded, place) === 0n)) return first
  const isDivided = /^[\s,;、(。]*其中/.test(folded.slice(first.end, first.end + 12))
  // 预算金额:120万元,实际支出118万元; 100万元(上年结转20万元)
  const isFirstAlone = /^\s*[\d.,¥]{1,20}[千万亿]?元$/.test(folded.slice(0, first.end))
  const between = folded.slice(first.end, second.start)
  if (
    isDivided ||
    (isFirstAlone && (NOT_PLANNED.test(between) || ALL_IN_BRACKETS.test(folded.slice(first.end))))
  )
    return first
  // 县财政列支179万元(评审控制价199.69万元): what brackets add is no part.
  const isRemarked = ALL_IN_BRACKETS.test(folded.slice(first.end)) && !SUM_OF_MONEY.test(between)
  if (isRemarked && !PER_UNIT.test(folded.slice(0, first.start))) return first
  // 合计100万元, and 80万元 and 20万元 beside it.
  return places.length > 2 ? places.find((place) => isSumOfOthers(folded, places, place)) : undefined
}

const isSumOfOthers = (folded: string, places: readonly Place[], whole: Place): boolean => {
  const all = places.reduce((sum, place) => sum + worth(folded, place), 0n)
  return worth(folded, whole) * 2n === all && all > 0n
}

/** Whether the first of some numbers that blanks part is the sum of the others. */
export const isWholeOf = (folded: string): boolean => {
  const places = [...folded.matchAll(/\S+/g)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }))
  return places[0] !== undefined && isSumOfOthers(folded, places, places[0])
}

/** Money in millionths of 元. */
const worth = (folded: string, { start, end }: Place): bigint => {
  const [, whole = '0', decimals = '', unit = ''] =
    /^[¥￥]?([\d,]+)(?:\.(\d{1,6})\d*)?\s?([千万亿]?)/.exec(folded.slice(start, end)) ?? []
  return BigInt(whole.replaceAll(',', '') + decimals.padEnd(6, '0')) * (SCALES[unit] ?? 1n)
}

const SCALES: Readonly<Record<string, bigint>> = { 千: 1000n, 万: 10_000n, 亿: 100_000_000n }

/** An amount and the words of it. */
export interface PartPlace {
  readonly label: Place
  readonly place: Place
}

/** The sources in front of the other amounts: all where they add up to the whole, else as long as they are known ones. */
const partsAmong = (folded: string, places: readonly Place[], total: Place): readonly PartPlace[] => {
  const others = places.filter((place) => place !== total)
  const labels = others.map((place) => {
    const from = places[places.indexOf(place) - 1]?.end ?? 0
    const found = PART_LABEL.exec(folded.slice(from, place.start))
    const start = from + (found?.[1]?.length ?? 0)
    return found === null ? undefined : { start, end: start + (found[2] as string).length }
  })
  const isKnown = (label: Place | undefined): boolean => {
    const words = label === undefined ? '' : folded.slice(label.start, label.end)
    return headerRole(words) === 'funding' || isLevelOfState(words)
  }
  const areAll = isSumOfOthers(folded, places, total) && !labels.includes(undefined)
  // 100万元(上年结转20万元): beside it or in it, nobody knows.
  if (!areAll && !folded.includes('其中', total.end)) return []
  const unknown = areAll ? -1 : labels.findIndex((label) => !isKnown(label))
  return others
    .slice(0, unknown < 0 ? others.length : unknown)
    .map((place, i) => ({ label: labels[i] as Place, place }))
}

/** The amounts of money in a text, with their units. */
export const moneyPlaces = (folded: string): readonly Place[] =>
  [...folded.matchAll(MONEY)].map((match) => ({ start: match.index, end: match.index + match[0].length }))

/**
 * `共有3个项目,涉及金额256.5万元`, `项目支出共5个,资金共计121万元`: the total of a narrative, if it speaks of just the projects that the
 * text goes on to describe.
 */
export const totalIn = (lines: readonly SpannedText[], projects: number): DraftTotal | undefined => {
  for (const line of lines) {
    const match = line.length > 4000 ? null : TOTAL.exec(line.folded)
    if (match === null || Number(match.groups?.['count'] ?? match.groups?.['counted']) !== projects) continue
    const money = match.groups?.['money'] as string
    const name = match.groups?.['name'] as string
    const end = match.index + match[0].length
    const nameAt = match.index + match[0].lastIndexOf(name)
    const amount = line.slice(end - money.length, end)
    const text = line.slice(nameAt, nameAt + name.length)
    return { span: { start: text.span.start, end: amount.span.end }, name: text, amount }
  }
  return undefined
}
