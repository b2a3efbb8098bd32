import { formatMoney, formatNumber, type WrittenUnit } from '../../facts/money.ts'
import { type Part, roundingOf, type Sum } from '../../facts/sums.ts'
import { Decimal, ZERO } from '../../model/decimal.ts'
import type { Disclosure, ValidAmount } from '../../model/disclosure.ts'
import type { Message, Problem, Severity } from '../rule.ts'
import { quoted } from './quoted.ts'

/** How the row is called whose amount is checked. */
interface Named {
  readonly label: Message
  readonly amount: ValidAmount
  /** Whether rounding can't explain a difference. */
  readonly isCounted?: boolean
}

/** How the numbers are to be written: in the unit of the table, or plainly. */
interface Printing extends Pick<Disclosure, 'truncated'> {
  readonly moneyUnit: WrittenUnit
}

/**
 * The problem of an amount that is not the sum of the rows it covers; nothing where it is, or where
 * only a row between is wrong, which is that row's problem.
 */
export const sumProblem = (
  { label, amount, isCounted = false }: Named,
  sum: Sum,
  { moneyUnit, truncated }: Printing,
): Problem | undefined => {
  const { parts, computed, invalid } = sum
  const sums = [computed, sum.fromLeaves, sum.withoutStrays]
  if (parts.length === 0 || sums.some((other) => amount.money.eq(other))) return undefined
  const difference = amount.money.minus(computed)
  const decimals = Math.max(amount.numeral.decimals, ...parts.map(({ printed }) => decimalsOf(printed)))
  const money = (value: Decimal): string => formatMoney(value, moneyUnit, decimals)
  const stated = money(amount.money)
  const isRounding = !isCounted && difference.abs().lte(sum.rounding.plus(roundingOf(amount)))
  const severity: Severity | undefined = isRounding || truncated || invalid.length > 0 ? 'info' : undefined
  const gap = money(difference.abs())
  const hint = isRounding
    ? ROUNDING
    : invalid.length > 0
      ? leftOut(invalid)
      : truncated
        ? CUT
        : hintOf(amount, sum, difference)
  return {
    message: {
      zh: `${label.zh} ${stated}与所含各项之和 ${money(computed)}不一致，${difference.gt(0) ? '多' : '少'} ${gap}`,
      en: `${label.en} ${stated} is not the sum of its parts, ${money(computed)}: ${gap} too ${difference.gt(0) ? 'high' : 'low'}`,
    },
    at: amount.numeral.text.span,
    related: parts.map(({ name, at, money: value }) => ({
      at,
      note: { zh: `${name} ${money(value)}`, en: `${name} ${money(value)}` },
    })),
    working: [workingOf(parts, computed, amount, moneyUnit.yuan, decimals)],
    ...(hint === undefined ? {} : { because: hint }),
    ...(severity === undefined ? {} : { severity }),
    data: {
      stated: amount.money.toFixed(),
      computed: computed.toFixed(),
      difference: difference.toFixed(),
      parts: String(parts.length),
    },
  }
}

const decimalsOf = (printed: string): number => {
  const point = printed.lastIndexOf('.')
  return point < 0 ? 0 : printed.length - point - 1
}

const SHOWN_PARTS = 24

const workingOf = (
  parts: readonly Part[],
  computed: Decimal,
  amount: ValidAmount,
  yuan: Decimal,
  decimals: number,
): string => {
  const shown = parts.slice(0, SHOWN_PARTS).map(({ money }) => formatNumber(money.div(yuan), decimals))
  const more = parts.length > SHOWN_PARTS ? ` + … (+${parts.length - SHOWN_PARTS})` : ''
  const stated = formatNumber(amount.money.div(yuan), decimals)
  return `${shown.join(' + ')}${more} = ${formatNumber(computed.div(yuan), decimals)} ≠ ${stated}`
}

const ROUNDING: Message = {
  zh: '差额在各数四舍五入可以解释的范围内。',
  en: 'rounding of the printed amounts can explain the difference.',
}

const CUT: Message = {
  zh: '输入内容不完整（末尾被截断），可能缺少部分项目。',
  en: 'the input is cut off at its end, so rows may be missing.',
}

const leftOut = (invalid: Sum['invalid']): Message => {
  const names = invalid.map(({ name }) => quoted(name))
  return {
    zh: `${names.join('、')}的金额无效，未计入。`,
    en: `not counted, because the amount is not valid: ${names.join(', ')}.`,
  }
}

/** The slip that explains the difference exactly; of digits that changed places, one of two. */
const hintOf = (amount: ValidAmount, { parts, computed }: Sum, difference: Decimal): Message | undefined => {
  const factor = new Decimal(10_000)
  if (
    !computed.eq(ZERO) &&
    (amount.money.times(factor).eq(computed) || computed.times(factor).eq(amount.money))
  ) {
    return {
      zh: '相差正好 10,000 倍：可能混用了元与万元。',
      en: 'exactly 10,000 times apart: 元 and 万元 may be mixed.',
    }
  }
  const missing = parts.filter(({ money }) => money.eq(difference.neg()))
  if (missing.length === 1 && parts.length > 1) {
    const [{ name }] = missing as [Part]
    return {
      zh: `差额正好等于${quoted(name)}：可能漏计了它。`,
      en: `the difference is exactly ${quoted(name)}: it may have been left out.`,
    }
  }
  const twice = parts.filter(({ money }) => money.eq(difference))
  if (twice.length === 1) {
    const [{ name }] = twice as [Part]
    return {
      zh: `差额正好等于${quoted(name)}：可能重复计算了它。`,
      en: `the difference is exactly ${quoted(name)}: it may have been counted twice.`,
    }
  }
  const swapped = parts.filter(({ money }) => isSwap(money.plus(difference), money))
  const names = swapped.map(({ name }): Message => ({ zh: quoted(name), en: quoted(name) }))
  if (isSwap(amount.money, computed)) names.unshift({ zh: '此数', en: 'this amount' })
  if (names.length === 0 || names.length > MOST_SWAPPED) return undefined
  return {
    zh: `${names.map(({ zh }) => zh).join('或')}中可能有两位数字前后颠倒。`,
    en: `two digits of ${names.map(({ en }) => en).join(' or ')} may be swapped.`,
  }
}

/** That one of many numbers may be wrong is no news. */
const MOST_SWAPPED = 2

/** Whether two numbers differ in just two neighbouring digits that changed places. */
const isSwap = (a: Decimal, b: Decimal): boolean => {
  const places = Math.max(a.decimalPlaces(), b.decimalPlaces())
  const [x, y] = [a.toFixed(places), b.toFixed(places)].map((text) => text.replace('.', '')) as [
    string,
    string,
  ]
  if (x.length !== y.length || a.lte(0) || b.lte(0)) return false
  const first = [...x].findIndex((digit, i) => digit !== y[i])
  return (
    first >= 0 &&
    x[first] === y[first + 1] &&
    x[first + 1] === y[first] &&
    x.slice(first + 2) === y.slice(first + 2)
  )
}
