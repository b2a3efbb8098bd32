import { compact, Decimal, parseDecimal, scaleBy } from '../model/decimal.ts'
import type { Amount, MoneyUnit } from '../model/disclosure.ts'
import { SpannedText } from '../source/spanned-text.ts'
import { MONEY_UNITS } from '../vocabulary/headers.ts'

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
