import type { Decimal } from '../model/decimal.ts'
import type { Amount } from '../model/disclosure.ts'
import type { MoneyDiff } from './filing-diff.ts'

/** How two amounts differ in what they are worth; nothing where 4 and 4.00, or 万元 and 元, are the same money. */
export const diffMoney = (before: Amount | undefined, after: Amount | undefined): MoneyDiff | undefined => {
  const [from, to] = [yuanOf(before), yuanOf(after)]
  const [old, now] = [printed(before), printed(after)]
  if (from !== undefined && to !== undefined ? from.eq(to) : old === now) return undefined
  const difference = from === undefined || to === undefined ? undefined : to.minus(from)
  return {
    old,
    new: now,
    difference,
    percent:
      difference === undefined || from === undefined || from.isZero()
        ? undefined
        : difference.times(100).div(from.abs()).toDecimalPlaces(1),
  }
}

/** The same for rates, points and scores, which are no money: how they differ in what is printed. */
export const diffNumber = (before: Amount, after: Amount): MoneyDiff | undefined => {
  const [old, now] = [before, after].map(({ text }) => text.meaning.trim()) as [string, string]
  const isSame =
    before.kind === 'amount' && after.kind === 'amount'
      ? before.numeral.value.eq(after.numeral.value)
      : old === now
  return isSame ? undefined : { old, new: now, difference: undefined, percent: undefined }
}

const yuanOf = (amount: Amount | undefined): Decimal | undefined =>
  amount?.kind === 'amount' ? amount.money : undefined

/** `4万元`; the text as printed where it is no number. */
const printed = (amount: Amount | undefined): string => {
  if (amount === undefined) return ''
  if (amount.kind !== 'amount') return amount.text.meaning.trim()
  const { money, yuanPerUnit } = amount
  const unit = { 1: '元', 1000: '千元', 10000: '万元', 100000000: '亿元' }[yuanPerUnit.toNumber()]
  return unit === undefined ? `${money.toFixed()}元` : `${money.div(yuanPerUnit).toFixed()}${unit}`
}
