import { wholeLimit } from '../facts/costs.ts'
import { spendingNamed } from '../facts/funding.ts'
import { formatMoney } from '../facts/money.ts'
import { roundingOf } from '../facts/sums.ts'
import { greatest, least } from '../model/decimal.ts'
import type { Rule } from './rule.ts'
import { example, REST } from './shared/example.ts'
import { amountPlace, costPlace } from './shared/phrases.ts'

export const costBelowAmount: Rule = {
  id: 'cost-below-amount',
  category: 'arithmetic',
  severity: 'info',
  docs: {
    summary: {
      zh: '成本指标合计应能说明项目金额。',
      en: 'Together, the cost limits of a project account for its amount.',
    },
    finds: {
      zh: '成本上限合计小于项目金额，且差额不是四舍五入造成的。',
      en: 'Cost limits that add up to less than the project amount, by more than rounding can explain.',
    },
    why: {
      zh: '合计小于金额，说明有一部分预算没有成本指标。含单价类指标或非金额成本指标的项目不检查。',
      en: 'If the cost limits add up to less, part of the budget has no cost indicator. Projects with unit prices, or with cost indicators not expressed in money, are not checked.',
    },
    fix: { zh: '补充成本指标，或核对项目金额。', en: "Add cost indicators, or check the project's amount." },
    basis: { zh: '算术。', en: 'Arithmetic.' },
    invalid: example(
      `\t河道清淤\t4.00\t目标1:清理河道淤泥。\t一、产出指标 (一)数量指标 1.清淤长度 ≥3公里 (二)成本指标 1.机械租赁成本 ≤2万元 2.人工成本 ≤1.5万元${REST}`,
    ),
    valid: example(
      `\t河道清淤\t4.00\t目标1:清理河道淤泥。\t一、产出指标 (一)数量指标 1.清淤长度 ≥3公里 (二)成本指标 1.机械租赁成本 ≤2.5万元 2.人工成本 ≤1.5万元${REST}`,
    ),
  },

  *checkProject({ project, disclosure, costs }) {
    const { moneyUnit } = disclosure
    const { amount } = project
    if (amount.kind !== 'amount') return
    const whole = wholeLimit(costs)
    if (costs.rates.length > 0 || costs.isPartial || whole === undefined) return
    const { totals, caps } = costs
    const limits = totals.length > 0 ? totals : caps
    const [first, ...others] = limits
    if (first === undefined || amount.money.lte(whole)) return
    // 项目支出控制数 is the limit of that alone.
    if (limits.some(({ name }) => spendingNamed(project, name) !== undefined)) return
    // Numbers with few decimals are mostly exact; only the finest of them can hide a rounding.
    const finest = least(first.rounding, ...others.map((cost) => cost.rounding))
    const rounding = greatest(roundingOf(amount), finest)
    if (amount.money.minus(whole).lte(rounding)) return
    const stated = formatMoney(amount.money, moneyUnit, amount.numeral.decimals)
    const explained = formatMoney(whole, moneyUnit)
    yield {
      message: {
        zh: `成本指标合计 ${explained}，小于项目金额 ${stated}`,
        en: `the cost limits come to ${explained}, less than the project's amount, ${stated}`,
      },
      at: first.target.span,
      related: [...limits.slice(1).map(costPlace), amountPlace(amount)],
      working: [
        `${limits.map(({ money }) => formatMoney(money, moneyUnit)).join(' + ')} = ${explained} < ${stated}`,
      ],
      data: { sum: whole.toFixed(), amount: amount.money.toFixed() },
    }
  },
}
