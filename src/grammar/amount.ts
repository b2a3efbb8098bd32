import { compact, Decimal, parseDecimal, scaleBy, sum } from '../model/decimal.ts'
import type { Amount, Category, Indicator, MoneyUnit } from '../model/disclosure.ts'
import type { DraftProject } from '../model/draft.ts'
import { highest } from '../model/interval.ts'
import type { Quantity } from '../model/measure.ts'
import { SpannedText } from '../source/spanned-text.ts'
import { MONEY_UNITS } from '../vocabulary/headers.ts'
import type { ProjectContent } from './project-content.ts'

const NUMBER = /^([¥￥]?\s*)(-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*(元|千元|万元|万|亿元|亿)?$/
const BLANK = /^(?:-+|—+|\/|无)?$/

/**
 * The amount in a cell of a table whose unit is `unit`, which a unit in the cell overrides. An empty
 * cell and a dash mean nothing was put there; anything that is no number, or has letters for digits, is an invalid amount.
 */
export const parseAmount = (printed: SpannedText, unit: MoneyUnit): Amount => {
  // A narrow cell has broken the number: 968.191 and 8 in the next line.
  const text = /\d ?\n ?\d/.test(printed.folded) ? unbroken(printed) : printed
  const { span } = text
  const { folded } = text
  const match = NUMBER.exec(withoutRemark(folded))
  if (match === null || text.slice(0, match[0].length).isLettered)
    return { kind: BLANK.test(folded.trim()) ? 'blank-amount' : 'invalid-amount', text, span }
  const start = (match[1] as string).length
  const number = match[2] as string
  const digits = number.includes(',') ? number.replaceAll(',', '') : number
  const value = compact(digits.startsWith('-') ? new Decimal(digits) : parseDecimal(digits))
  const point = digits.indexOf('.')
  const yuanPerUnit = match[3] === undefined ? unit.yuan : new Decimal(MONEY_UNITS[fullUnit(match[3])])
  const numeral = {
    text: text.slice(start, start + number.length),
    value,
    decimals: point < 0 ? 0 : digits.length - point - 1,
  }
  return { kind: 'amount', text, span, numeral, money: compact(scaleBy(value, yuanPerUnit)), yuanPerUnit }
}

/** A text without the line ends in it. */
const unbroken = (text: SpannedText): SpannedText => {
  const lines: SpannedText[] = []
  let start = 0
  for (let at = text.folded.indexOf('\n'); at >= 0; at = text.folded.indexOf('\n', at + 1)) {
    lines.push(text.trimmed(start, at))
    start = at + 1
  }
  return SpannedText.join([...lines, text.trimmed(start)])
}

/** 854万(高标准农田400万元,示范项目454万元): the amount, and in brackets what it is made up of. */
const withoutRemark = (folded: string): string => {
  const at = folded.endsWith(')') ? folded.indexOf('(') : -1
  const isOne = at > 0 && folded.indexOf(')') === folded.length - 1
  return isOne && /[\u4e00-\u9fff]{2}/.test(folded.slice(at)) ? folded.slice(0, at).trimEnd() : folded
}

const fullUnit = (unit: string): keyof typeof MONEY_UNITS =>
  (unit === '万' ? '万元' : unit === '亿' ? '亿元' : unit) as keyof typeof MONEY_UNITS

/** What a number is worth that is no money, or of which nobody says what. */
export const PLAIN: MoneyUnit = { name: '元', yuan: new Decimal(1), text: undefined }

/** No project costs less; a hundred yuan in a goal are what one person gets. */
const LEAST_YUAN = 1000
const WAN = 10_000

/**
 * The unit of a table that prints none: 元, where the numbers of its amounts are those of cost limits or of money in its
 * goals in 元, and nowhere in 万元. `undefined` where that doesn't tell.
 */
export const assumedUnit = (
  rows: readonly DraftProject[],
  contentOf: (row: DraftProject) => ProjectContent,
): MoneyUnit | undefined => {
  let isYuan = false
  for (const row of rows) {
    if (row.moneyUnit !== undefined) continue
    const amount = parseAmount(row.amount, PLAIN)
    if (amount.kind !== 'amount' || !amount.yuanPerUnit.eq(1)) continue
    const known = moneyIn(contentOf(row))
    if (known.some((money) => money.eq(amount.money.times(WAN)))) return undefined
    isYuan ||= amount.money.gte(LEAST_YUAN) && known.some((money) => money.eq(amount.money))
  }
  return isYuan ? PLAIN : undefined
}

/** Sums of money in 元 that may be all that a project has: each limit of its costs, their sum, and those of its goals. */
const moneyIn = ({ categories, goals }: ProjectContent): readonly Decimal[] => {
  const limits = categories.flatMap((category) => limitsIn(category, false))
  return [...limits, sum(limits), ...goals.flatMap(({ quantities }) => quantities.flatMap(moneyOf))]
}

const limitsIn = ({ is, children }: Category, isInCost: boolean): readonly Decimal[] => {
  const isCost = isInCost || is === 'cost' || is === 'economic-cost'
  return children.flatMap((child) =>
    child.kind === 'category' ? limitsIn(child, isCost) : isCost ? limitOf(child) : [],
  )
}

const limitOf = ({ target }: Indicator): readonly Decimal[] =>
  target.kind === 'measured' ? moneyOf(target.measure) : []

const moneyOf = (quantity: Quantity): readonly Decimal[] => {
  if (quantity.kind !== 'measure' || quantity.change !== undefined) return []
  const { unit } = quantity
  if (unit?.dimension !== 'money' || unit.per.length > 0) return []
  return [highest(quantity).value.times(unit.scale)]
}
