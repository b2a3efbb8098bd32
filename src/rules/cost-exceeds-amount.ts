import { isInOtherUnit } from '../facts/amount-scale.ts'
import { type Cost, type Costs, longTermAmountOf } from '../facts/costs.ts'
import { spendingNamed } from '../facts/funding.ts'
import { formatMoney } from '../facts/money.ts'
import { roundingOf } from '../facts/sums.ts'
import { sideOf } from '../model/comparator.ts'
import { type Decimal, greatest, least, sum } from '../model/decimal.ts'
import type { MoneyUnit, Project, ValidAmount } from '../model/disclosure.ts'
import type { Problem, Rule } from './rule.ts'
import { example, REST } from './shared/example.ts'
import { amountPlace, costPlace } from './shared/phrases.ts'
import { quoted } from './shared/quoted.ts'

const oneExceeds = (cost: Cost, amount: ValidAmount, unit: MoneyUnit, part?: string): Problem => {
  const isLongTerm = cost.indicator.term === 'long-term'
  const cap = formatMoney(cost.money, unit)
  const stated = formatMoney(amount.money, unit, amount.numeral.decimals)
  const isFloor = sideOf(cost.target.comparator) > 0
  return {
    message: {
      zh: `成本指标${quoted(cost.name)}的${isFloor ? '值' : '上限'} ${cap}大于${part === undefined ? (isLongTerm ? '实施期资金总额' : '项目金额') : quoted(part)} ${stated}`,
      en: `the cost ${isFloor ? 'target' : 'limit'} of ${quoted(cost.name)}, ${cap}, is larger than ${part === undefined ? `the project's ${isLongTerm ? 'money for all years' : 'amount'}` : `what is given for ${quoted(part)}`}, ${stated}`,
    },
    at: cost.target.span,
    related: [
      part === undefined
        ? amountPlace(amount)
        : { at: amount.numeral.text.span, note: { zh: part, en: part } },
    ],
    working: [`${cap} − ${stated} = ${formatMoney(cost.money.minus(amount.money), unit)}`],
    data: { cap: cost.money.toFixed(), amount: amount.money.toFixed() },
  }
}

const sumExceeds = (caps: readonly Cost[], total: Decimal, amount: ValidAmount, unit: MoneyUnit): Problem => {
  const stated = formatMoney(amount.money, unit, amount.numeral.decimals)
  const largest = caps.reduce((a, b) => (b.money.gt(a.money) ? b : a))
  const others = caps.filter((cost) => cost !== largest).map(costPlace)
  const terms = caps.map(({ money }) => formatMoney(money, unit)).join(' + ')
  return {
    message: {
      zh: `${caps.length} 项成本指标之和 ${formatMoney(total, unit)}大于项目金额 ${stated}`,
      en: `the ${caps.length} cost limits come to ${formatMoney(total, unit)}, more than the project's amount, ${stated}`,
    },
    at: largest.target.span,
    related: [...others, amountPlace(amount)],
    working: [`${terms} = ${formatMoney(total, unit)} > ${stated}`],
    data: { sum: total.toFixed(), amount: amount.money.toFixed() },
  }
}

export const costExceedsAmount: Rule = {
  id: 'cost-exceeds-amount',
  category: 'arithmetic',
  severity: 'error',
  docs: {
    summary: {
      zh: '成本指标的上限及其合计不应大于项目金额。',
      en: 'No cost limit, and no sum of independent cost limits, exceeds the project amount.',
    },
    finds: {
      zh: '一项成本上限，或互相独立的几项成本上限之和，大于项目金额；以基本支出、项目支出等命名的成本上限大于该部分支出；实施期指标的成本上限大于实施期资金总额。',
      en: 'A cost limit, or a sum of independent cost limits, that exceeds the project amount; a limit named after a part of the spending, such as 项目支出, that exceeds that part; a long-term cost limit that exceeds the total funding for the implementation period.',
    },
    why: {
      zh: '成本上限超过预算，就约束不了支出。总成本与其分项不重复相加；四舍五入造成的差额不报告；金额为 0 或空白时不检查。',
      en: 'A cost limit above the budget constrains nothing. A total cost and its components are not added together. Differences due to rounding are not reported, and projects with an amount of 0 or no amount are not checked.',
    },
    fix: { zh: '核对成本指标值与项目金额。', en: "Check the cost limits against the project's amount." },
    basis: {
      zh: '算术；成本指标以项目预算为限（FORM）。',
      en: 'Arithmetic; cost indicators are capped by the project budget (FORM).',
    },
    invalid: example(
      `\t河道清淤\t4.00\t目标1:清理河道淤泥。\t一、产出指标 (一)数量指标 1.清淤长度 ≥3公里 (二)成本指标 1.机械租赁成本 ≤3万元 2.人工成本 ≤1.5万元${REST}`,
    ),
    valid: example(
      `\t河道清淤\t4.00\t目标1:清理河道淤泥。\t一、产出指标 (一)数量指标 1.清淤长度 ≥3公里 (二)成本指标 1.总成本 ≤4万元 2.机械租赁成本 ≤3万元 3.人工成本 ≤10000元${REST}`,
    ),
  },

  *checkProject({ project, disclosure, costs }) {
    // Amounts in another unit than the header's are another rule's problem, once for all projects.
    if (isInOtherUnit(project, disclosure)) return
    yield* exceeding(project, costs, disclosure.moneyUnit)
    const whole = longTermAmountOf(project)
    if (whole === undefined) return
    for (const cost of costs.longTerm)
      if (exceeds(cost.money, cost.rounding, whole)) yield oneExceeds(cost, whole, disclosure.moneyUnit)
  },
}

const exceeds = (money: Decimal, rounding: Decimal, amount: ValidAmount): boolean =>
  money.gt(amount.money) && money.minus(amount.money).gt(greatest(rounding, roundingOf(amount)))

function* exceeding(project: Project, costs: Costs, unit: MoneyUnit): Generator<Problem> {
  const { amount } = project
  if (amount.kind !== 'amount' || amount.money.lte(0)) return
  const { totals, caps, barePrices, floors } = costs
  const single = [...totals, ...caps, ...barePrices, ...floors].filter((cost) =>
    exceeds(cost.money, cost.rounding, amount),
  )
  for (const cost of single) yield oneExceeds(cost, amount, unit)
  for (const cost of caps.filter((one) => !single.includes(one))) {
    const part = spendingNamed(project, cost.name)
    if (part?.amount.money.gt(0) && exceeds(cost.money, cost.rounding, part.amount))
      yield oneExceeds(cost, part.amount, unit, part.words)
  }
  const [first, ...others] = caps
  if (single.length > 0 || first === undefined || others.length === 0 || hasTwins(caps)) return
  const total = sum(caps.map(({ money }) => money))
  // Numbers with few decimals are mostly exact; only the finest of them can hide a rounding.
  const finest = least(first.rounding, ...others.map(({ rounding }) => rounding))
  if (exceeds(total, finest, amount)) yield sumExceeds(caps, total, amount, unit)
}

/** The same limit said twice under two names isn't spent twice. */
const hasTwins = (caps: readonly Cost[]): boolean => new Set(caps.map(({ name }) => name)).size < caps.length
