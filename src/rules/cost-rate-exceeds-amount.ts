import { type Cost, costsOf } from '../facts/costs.ts'
import { moneyOf } from '../facts/goal-costs.ts'
import { formatMoney } from '../facts/money.ts'
import { otherMoneyOf } from '../facts/other-money.ts'
import { type RateProduct, rateProductsOf } from '../facts/rate-products.ts'
import { roundingOf } from '../facts/sums.ts'
import { pairsOf } from '../facts/words.ts'
import { Decimal, sum, ZERO } from '../model/decimal.ts'
import type { Disclosure, MoneyUnit, Project, ValidAmount } from '../model/disclosure.ts'
import type { Message, Problem, Related, Rule } from './rule.ts'
import { example, REST } from './shared/example.ts'
import { amountPlace, costPlace } from './shared/places.ts'
import { quoted } from './shared/quoted.ts'

/** What the prices and limits of a project come to. */
interface Estimate {
  readonly products: readonly RateProduct[]
  readonly leftOut: readonly Cost[]
  /** Limits beside the prices; those that contain them are left out. */
  readonly caps: readonly Cost[]
  readonly total: Decimal
}

const tooMuch = (
  { products, leftOut, caps, total }: Estimate,
  amount: ValidAmount,
  unit: MoneyUnit,
): Problem => {
  const largest = products.reduce((a, b) => (b.money.gt(a.money) ? b : a))
  const stated = formatMoney(amount.money, unit, amount.numeral.decimals)
  const shown = formatMoney(total, unit)
  const because = remarks(products, leftOut)
  return {
    message: {
      zh: `按单价和数量测算共 ${shown}，大于项目金额 ${stated}`,
      en: `prices and counts come to ${shown}, more than the project's amount, ${stated}`,
    },
    at: largest.cost.target.span,
    related: [
      ...products.flatMap((product) => placesOf(product, largest)),
      ...caps.map(costPlace),
      amountPlace(amount),
    ],
    working: [
      ...products.map(({ working, money }) => `${working} = ${money.toFixed()}元`),
      ...caps.map(({ money }) => `+ ${money.toFixed()}元`),
      `Σ = ${total.toFixed()}元 = ${shown} > ${stated}`,
    ],
    ...(because === undefined ? {} : { because }),
    ...(products.some(({ assumedPeriods }) => assumedPeriods !== undefined) ? { severity: 'info' } : {}),
    data: { total: total.toFixed(), amount: amount.money.toFixed() },
  }
}

const placesOf = ({ cost, counts }: RateProduct, largest: RateProduct): Related[] => [
  ...(cost === largest.cost ? [] : [costPlace(cost)]),
  ...counts.map(({ target, name }) => {
    const count = name.meaning
    return { at: target.span, note: { zh: `数量：${count}`, en: `count: ${count}` } }
  }),
]

const remarks = (products: readonly RateProduct[], leftOut: readonly Cost[]): Message | undefined => {
  const zh: string[] = []
  const en: string[] = []
  for (const { assumedPeriods } of products) {
    if (assumedPeriods === undefined) continue
    zh.push(`未写明期数，按全年 ${assumedPeriods.toFixed()} 期推定。`)
    en.push(`no number of periods is named; the ${assumedPeriods.toFixed()} of a year are assumed.`)
  }
  if (leftOut.length > 0) {
    const names = leftOut.map(({ name }) => quoted(name))
    zh.push(`未计入找不到数量的${names.join('、')}。`)
    en.push(`left out for want of a count: ${names.join(', ')}.`)
  }
  return zh.length === 0 ? undefined : { zh: zh.join(''), en: en.join(' ') }
}

export const costRateExceedsAmount: Rule = {
  id: 'cost-rate-exceeds-amount',
  category: 'consistency',
  severity: 'warning',
  docs: {
    summary: {
      zh: '单价乘以数量，加上其他成本上限，不应大于项目金额。',
      en: 'Prices times the planned counts, with the other cost limits, are not more than the amount of the project.',
    },
    finds: {
      zh: '单价乘以对应的数量，加上其他成本上限，大于项目金额；算式逐项列出。',
      en: 'Prices times their counts, plus the other cost limits, that come to more than the amount; the arithmetic is written out.',
    },
    why: {
      zh: '按“单价 × 数量指标”测算的支出超过预算，说明单价、数量或金额有误。找不到数量的单价不计入；按月的单价乘以项目写明的月数，未写明时按 12 个月推定并仅作提示；总成本已含单价，不重复相加。',
      en: 'Spending by price times count above the budget means that a price, a count or the amount is wrong. Prices without a count are left out; monthly prices are multiplied by the months the project names, else by 12, as an assumption and a notice; a total cost contains its prices.',
    },
    fix: { zh: '核对单价、数量与项目金额。', en: "Check prices, counts and the project's amount." },
    basis: {
      zh: '算术；数量取数量指标的计划值（FORM）。',
      en: 'Arithmetic; counts are the planned values of the quantity indicators (FORM).',
    },
    invalid: example(
      `\t村医培训\t3.00\t目标1:培训乡村医生。\t一、产出指标 (一)数量指标 1.培训村医人数 ≥80人 (二)成本指标 1.村医培训成本 ≤500元/人${REST}`,
    ),
    valid: example(
      `\t村医培训\t4.00\t目标1:培训乡村医生。\t一、产出指标 (一)数量指标 1.培训村医人数 ≥80人 (二)成本指标 1.村医培训成本 ≤500元/人${REST}`,
    ),
  },

  *checkProject(project, { disclosure }) {
    const problem = exceeding(project, disclosure)
    if (problem !== undefined) yield problem
  },
}

const exceeding = (project: Project, { moneyUnit }: Disclosure): Problem | undefined => {
  const { amount } = project
  if (amount.kind !== 'amount' || amount.money.lte(0)) return undefined
  const costs = costsOf(project)
  const { products, leftOut } = rateProductsOf(project, costs.rates)
  if (products.length === 0) return undefined
  const spent = sum(products.map(({ money }) => money))
  const caps = costs.caps.filter((cap) => !contains(cap, spent, products))
  const limits = sum(caps.map(({ money }) => money))
  // Limits that exceed the amount by themselves are another rule's problem.
  if (limits.gt(amount.money)) return undefined
  const total = spent.plus(limits)
  const rounding = Decimal.max(roundingOf(amount), roundingOfPrices(products))
  const isTooMuch = (money: Decimal): boolean => money.minus(amount.money).gt(rounding)
  // A price that the goal contradicts is that problem, where the goal's is not too much.
  if (!isTooMuch(total) || !isTooMuch(total.minus(overpriced(project, products)))) return undefined
  return tooMuch({ products, leftOut, caps, total }, amount, moneyUnit)
}

/** How much more the prices come to than those that the goal has for the same things. */
const overpriced = (project: Project, products: readonly RateProduct[]): Decimal =>
  sum(
    otherMoneyOf(project).map(({ promise, candidate }) => {
      const product = products.find(({ cost }) => cost.indicator === candidate.indicator)
      const price = moneyOf(candidate.target.measure)
      if (product === undefined || price.lte(0) || moneyOf(promise.measure).gte(price)) return ZERO
      return product.money.times(price.minus(moneyOf(promise.measure))).div(price)
    }),
  )

/** 4746.84元/辆 and 2667元/人 were divided and rounded; times 316辆 the rounding grows. Round prices are exact. */
const roundingOfPrices = (products: readonly RateProduct[]): Decimal =>
  sum(
    products.map(({ cost, money }) => (isRounded(cost) ? cost.rounding.times(money).div(cost.money) : ZERO)),
  )

const isRounded = ({ target, unit }: Cost): boolean => {
  const { value, decimals } = target.measure.numeral
  return decimals > 0 || (unit.scale.eq(1) && !value.mod(5).isZero())
}

/** Whether a limit is the sum that prices come to, or one for the very thing that has a price. */
const contains = (cap: Cost, spent: Decimal, products: readonly RateProduct[]): boolean => {
  if (cap.money.eq(spent)) return true
  const name = pairsOf(cap.name)
  return products.some(({ cost, money }) => {
    if (cap.money.eq(money)) return true
    const priced = [...pairsOf(cost.name)]
    const shared = priced.filter((pair) => name.has(pair)).length
    return cap.money.gte(money) && shared > 0 && shared * 2 >= Math.min(priced.length, name.size)
  })
}
