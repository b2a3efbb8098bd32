import type { CostEstimate } from '../facts/cost-estimate.ts'
import type { Cost } from '../facts/costs.ts'
import { formatMoney } from '../facts/money.ts'
import type { RateProduct } from '../facts/rate-products.ts'
import type { MoneyUnit } from '../model/disclosure.ts'
import type { Message, Problem, Related, Rule } from './rule.ts'
import { example, REST } from './shared/example.ts'
import { amountPlace, costPlace } from './shared/phrases.ts'
import { quoted } from './shared/quoted.ts'

const tooMuch = ({ products, leftOut, caps, total, amount }: CostEstimate, unit: MoneyUnit): Problem => {
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
  for (const assumed of new Set(products.flatMap((product) => product.assumedPeriods?.toFixed() ?? []))) {
    zh.push(`未写明期数，按全年 ${assumed} 期推定。`)
    en.push(`no number of periods is named; the ${assumed} of a year are assumed.`)
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
      en: 'Unit prices times planned quantities, plus the other cost limits, do not exceed the project amount.',
    },
    finds: {
      zh: '单价乘以对应的数量，加上其他成本上限，大于项目金额；算式逐项列出。',
      en: 'Unit prices times their quantities, plus the other cost limits, that exceed the project amount. The arithmetic is written out item by item.',
    },
    why: {
      zh: '按“单价 × 数量指标”测算的支出超过预算，说明单价、数量或金额有误。找不到数量的单价不计入；按月的单价乘以项目写明的月数，未写明时按 12 个月推定并仅作提示；总成本已含单价，不重复相加。',
      en: 'If the spending estimated as unit price times quantity exceeds the budget, a price, a quantity or the amount is wrong. Unit prices without a quantity are not counted. A monthly price is multiplied by the number of months the project states; if it states none, 12 months are assumed and the finding is only a notice. A total cost already includes its unit prices, so they are not added again.',
    },
    fix: {
      zh: '核对单价、数量与项目金额。',
      en: "Check the unit prices, the quantities and the project's amount.",
    },
    basis: {
      zh: '算术；数量取数量指标的计划值（FORM）。',
      en: 'Arithmetic; quantities are the planned values of the quantity indicators (FORM).',
    },
    invalid: example(
      `\t村医培训\t3.00\t目标1:培训乡村医生。\t一、产出指标 (一)数量指标 1.培训村医人数 ≥80人 (二)成本指标 1.村医培训成本 ≤500元/人${REST}`,
    ),
    valid: example(
      `\t村医培训\t4.00\t目标1:培训乡村医生。\t一、产出指标 (一)数量指标 1.培训村医人数 ≥80人 (二)成本指标 1.村医培训成本 ≤500元/人${REST}`,
    ),
  },

  *checkProject({ excessiveEstimate, disclosure }) {
    if (excessiveEstimate !== undefined) yield tooMuch(excessiveEstimate, disclosure.moneyUnit)
  },
}
