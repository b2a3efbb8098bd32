import { collect } from '../collect.ts'
import { type Decimal, sortedDigits, sum } from '../model/decimal.ts'
import type { Goal, MoneyUnit, Project, ValidAmount } from '../model/disclosure.ts'
import { isExact } from '../model/interval.ts'
import type { Measure, Unit } from '../model/measure.ts'
import { baseValue, toBase } from '../model/unit.ts'
import { YUAN } from '../vocabulary/money-words.ts'
import { isOfMoney, ONLY_SOME, PRICES, SAYS_TOTAL } from '../vocabulary/sum-words.ts'
import type { WrongSum } from './goal-sums.ts'
import { areReordered } from './sums.ts'

/**
 * 维修费1898.02万元;委托业务费245万元: a text that lists what money is for and says nothing else, where the money of the project is what it
 * comes to but for one digit or two that changed places. Where no number has a unit, they are in that of the table.
 */
export const wrongListOf = (text: Goal, project: Project, moneyUnit: MoneyUnit): WrongSum | undefined => {
  const { quantities } = text
  const parts = collect(quantities, (one) => (one.kind === 'measure' && isExact(one) ? one : undefined))
  if (parts.length < 2 || parts.length < quantities.length) return undefined
  if ([ONLY_SOME, PRICES, SAYS_TOTAL].some((other) => other.test(text.text.folded))) return undefined
  return parts.every(({ unit }) => unit === undefined)
    ? bareListOf(text, parts, project, moneyUnit)
    : listOf(text, parts, project)
}

const listOf = ({ text }: Goal, parts: readonly Measure[], project: Project): WrongSum | undefined => {
  const { amount } = project
  const unit = parts[0]?.unit
  const areMoney = parts.every((part) => part.unit?.dimension === 'money' && part.unit.per.length === 0)
  if (amount.kind !== 'amount' || unit === undefined || !areMoney) return undefined
  const ends = parts.map((part) => part.text.endIn(text))
  const between = parts.map((part, i) => text.folded.slice(ends[i - 1] ?? 0, part.text.offsetIn(text)))
  const isList =
    between.every((words, i) => (i === 0 ? LISTED_FIRST : LISTED_NEXT).test(words)) &&
    /^[。;]?$/.test(text.folded.slice(ends.at(-1)).trim())
  const values = parts.map(baseValue)
  const [stated, computed] = [amount.money, sum(values)]
  const isOther = amountsOf(project).some(({ money }) => money.eq(computed))
  return isList &&
    !isOther &&
    isSlip(
      stated,
      computed,
      values.filter((value) => value.gt(FEW_DIGITS)),
    )
    ? { total: amount, parts, stated, computed, unit }
    : undefined
}

/**
 * 财政拨款:183.18 and 其他资金:0.4 in the lines of one cell, 36.12(其中:小学29.52,幼儿园6.6), 项目资金中:一般项目4377;重点项目3000: labels with bare
 * numbers, which one of the amounts of the project is made up of.
 */
const bareListOf = (
  { text }: Goal,
  [first, ...others]: readonly Measure[],
  project: Project,
  { name, yuan }: MoneyUnit,
): WrongSum | undefined => {
  if (first === undefined) return undefined
  const unit: Unit = { printed: name, base: YUAN, dimension: 'money', scale: yuan, per: [] }
  const yuanOf = ({ numeral }: Measure): Decimal => toBase(numeral.value, unit)
  const amounts = amountsOf(project)
  const total =
    text.folded[first.text.endIn(text)] === '('
      ? amounts.find(({ money }) => money.eq(yuanOf(first)))
      : undefined
  const parts = total === undefined ? [first, ...others] : others
  const between = parts.map((part, i) => {
    const before = parts[i - 1] ?? (total && first)
    return text.folded.slice(before?.text.endIn(text) ?? 0, part.text.offsetIn(text))
  })
  const isList =
    parts.length > 1 &&
    between.every((words, i) => (i === 0 ? LABELLED_FIRST : LABELLED_NEXT).test(words)) &&
    LABELLED_LAST.test(text.folded.slice((parts.at(-1) as Measure).text.endIn(text)))
  if (!isList || (total === undefined && !isOfMoney(text.folded))) return undefined
  const computed = sum(parts.map(yuanOf))
  if (amounts.some(({ money }) => money.eq(computed))) return undefined
  const long = parts.filter(({ numeral }) => sortedDigits(numeral.value.toFixed()).length > 2)
  const wholes = total === undefined ? amounts : [total]
  const wrong = wholes.find(({ money }) => isSlip(money, computed, long.map(yuanOf)))
  return wrong && { total: total === undefined ? wrong : first, parts, stated: wrong.money, computed, unit }
}

const amountsOf = ({ amount, funding, money }: Project): readonly ValidAmount[] =>
  collect([amount, ...funding.map((part) => part.amount), ...money.map((cell) => cell.amount)], (one) =>
    one.kind === 'amount' ? one : undefined,
  )

/** Whether a sum would be the one stated but for one digit, or for two of one of its parts that changed places. */
const isSlip = (stated: Decimal, computed: Decimal, parts: readonly Decimal[]): boolean => {
  const missing = stated.minus(computed)
  return isOneDigit(stated, missing) || parts.some((value) => areReordered(value, value.plus(missing)))
}

/** Whether a number would be another with one digit changed, and has two or more behind it that are no 0. */
const isOneDigit = (number: Decimal, change: Decimal): boolean => {
  const [, zeros] = /^[1-9](0*)$/.exec(change.abs().toFixed()) ?? []
  const behind = zeros === undefined || zeros === '' ? '' : number.toFixed(0).slice(-zeros.length)
  return behind.replaceAll('0', '').length > 1
}

const LISTED_FIRST = /^[^;,、。]*$/
const LISTED_NEXT = /^[;,、。][^;,、。]+$/
const LABELLED_FIRST = /^[^;,、。\n]+$/
/** A label with a number, or in lines of their own some that nothing stands behind. */
const LABELLED_NEXT = /^(?:[;,、]\s?[^;,、。\n]+|(?:\n[^;,、。\n]+)+)$/

const LABELLED_LAST = /^[)。;]?(?:$|\n)/

/** Two digits change places by chance more often. */
const FEW_DIGITS = 99
