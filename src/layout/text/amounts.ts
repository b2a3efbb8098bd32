import type { DraftTotal } from '../../model/draft.ts'
import type { SpannedText } from '../../source/spanned-text.ts'
import { headerRole } from '../../vocabulary/headers.ts'

/** An amount of money in a sentence, with its unit. */
export interface MoneyPlace {
  readonly start: number
  readonly end: number
}

const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3}){1,8}|\d+)(?:\.\d+)?`
const ALONE = new RegExp(
  String.raw`^\s*((?:[¥￥]\s*)?${NUMBER}(?:\s*(?:千元|万元|亿元|万|亿|元))?)\s*(?:\((?:千元|万元|亿元|元)\)\s*)?(?:[。;,、]\s*)?$`,
)
/** Printed where there is no money. */
const NOTHING = /^\s*(?:-+|—+|\/|无)\s*$/
const MONEY = new RegExp(String.raw`(?<![\d.])[¥￥]?${NUMBER}\s?(?:千元|万元|亿元|元)(?![/每])`, 'g')

/** A part of the money that a sentence names: `其中:财政拨款80万元`. */
export interface MoneyPart {
  readonly label: SpannedText
  readonly amount: SpannedText
}

/** The amount that a field says, and its parts. */
export interface MoneyField {
  readonly amount: SpannedText | undefined
  readonly parts: readonly MoneyPart[]
  /** The words around them. */
  readonly rest: readonly SpannedText[]
}

/**
 * The amount in the value of a field: the value itself, or the only one that a sentence names, or the
 * one that `其中` divides. Of several that stand side by side, none is chosen.
 */
export const moneyIn = (value: SpannedText): MoneyField => {
  const { folded } = value
  const alone = ALONE.exec(folded)
  if (alone !== null) {
    const start = folded.length - folded.trimStart().length
    const end = start + (alone[1] as string).length
    return { amount: value.slice(start, end), parts: [], rest: filled([value.slice(end)]) }
  }
  if (NOTHING.test(folded)) return { amount: value, parts: [], rest: [] }
  const places = moneyPlaces(folded)
  const [first, second] = places
  if (first === undefined || !isTotalOf(folded, first, second))
    return { amount: undefined, parts: [], rest: [value] }
  const parts: MoneyPart[] = []
  const rest = [value.slice(0, first.start)]
  let from = first.end
  for (const { start, end } of places.slice(1)) {
    const between = folded.slice(from, start)
    const label = PART_LABEL.exec(between)
    const at = label === null ? -1 : from + label.index + (label[1] as string).length
    const words = label?.[2] ?? ''
    if (at < 0 || headerRole(words) !== 'funding') continue
    rest.push(value.slice(from, at))
    const labelEnd = at + words.length
    rest.push(value.slice(labelEnd, start))
    parts.push({ label: value.slice(at, labelEnd), amount: value.slice(start, end) })
    from = end
  }
  rest.push(value.slice(from))
  return { amount: value.slice(first.start, first.end), parts, rest: filled(rest) }
}

const PART_LABEL = /^([\s,;。、(:]*(?:其中[\s,、:]*)?)([\u4e00-\u9fff]{2,16}?)(?:安排|为|共)?[\s:]*$/

const filled = (texts: readonly SpannedText[]): readonly SpannedText[] =>
  texts.map((text) => text.trim()).filter((text) => !text.isBlank)

const isTotalOf = (folded: string, { end }: MoneyPlace, second: MoneyPlace | undefined): boolean =>
  second === undefined ||
  /^[\s,;、(。]*其中/.test(folded.slice(end, end + 12)) ||
  // 预算金额:120万元,实际支出118万元
  (/^\s*[\d.,¥]{1,20}[千万亿]?元$/.test(folded.slice(0, end)) && SPENT.test(folded.slice(end, second.start)))

const SPENT = /^[\s,;、(。]*(?:[全本当]?年度?)?(?:实际|执行|支出|到位|使用|已|完成)/

/** The amounts of money in a text, with their units. */
export const moneyPlaces = (folded: string): readonly MoneyPlace[] =>
  [...folded.matchAll(MONEY)].map((match) => ({ start: match.index, end: match.index + match[0].length }))

const TOTAL = new RegExp(
  String.raw`(?<count>\d{1,4})个(?:[\u4e00-\u9fff]{0,12})?(?:项目|专项)[\u4e00-\u9fff]{0,12}[,、;(]?\s?(?:[\u4e00-\u9fff]{0,12}?)(?<name>(?:涉及|资金|金额|预算|安排|总额|合计|共计)[\u4e00-\u9fff]{0,10}?)(?:为|共|共计|合计)?\s?(?<money>[¥￥]?${NUMBER}\s?(?:千元|万元|亿元|元))`,
)

/**
 * `共有3个项目,涉及金额256.5万元`: the total of a narrative, if it speaks of just the projects that the
 * text goes on to describe.
 */
export const totalIn = (lines: readonly SpannedText[], projects: number): DraftTotal | undefined => {
  for (const line of lines) {
    const match = line.length > 4000 ? null : TOTAL.exec(line.folded)
    if (match === null || Number(match.groups?.['count']) !== projects) continue
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
