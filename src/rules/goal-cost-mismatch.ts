import { collect } from '../collect.ts'
import type { FarPrices, PricedCount } from '../facts/goal-costs.ts'
import type { Match } from '../facts/matching.ts'
import { formatNumber } from '../facts/money.ts'
import { moneyOf } from '../facts/price-terms.ts'
import type { Indicator } from '../model/disclosure.ts'
import type { Measure } from '../model/measure.ts'
import { A_MONTH, MONTH } from '../vocabulary/price-words.ts'
import type { Problem, Related, Rule } from './rule.ts'
import { example, REST } from './shared/example.ts'
import { sameThing, sharedWords } from './shared/phrases.ts'
import { quoted } from './shared/quoted.ts'

const ofOtherMoney = (match: Match): Problem => {
  const { promise, candidate } = match
  const stated = promise.measure.text.meaning
  const target = candidate.target.text.meaning
  return {
    message: {
      zh: `绩效目标中的“${stated}”与成本指标${quoted(candidate.name)}的“${target}”不一致`,
      en: `“${stated}” in the goal disagrees with the cost indicator ${quoted(candidate.name)}, “${target}”`,
    },
    at: promise.measure.span,
    related: [costPlace(candidate.indicator, candidate.name)],
    because: sameThing(match),
    working: [`${stated} ≠ ${target}`],
    data: {
      goal: moneyOf(promise.measure).toFixed(),
      indicator: moneyOf(candidate.target.measure).toFixed(),
    },
  }
}

const farFromLimit = ({ parts, cap, money }: FarPrices): Problem | undefined => {
  const [first] = parts
  if (first === undefined) return undefined
  const inYuan = `${formatNumber(money)}元`
  const working = [parts.map(productOf).join(' + '), inYuan, `${formatNumber(money.div(10_000))}万元`].join(
    ' = ',
  )
  const limit = cap.target.text.meaning
  return {
    message: {
      zh: `按目标测算 ${working}，与成本指标${quoted(cap.name)}的“${limit}”不符`,
      en: `the goal comes to ${working}, which does not fit the cost indicator ${quoted(cap.name)}, “${limit}”`,
    },
    at: first.price.measure.span,
    related: [...parts.map(({ count }) => quantityPlace(count.measure)), costPlace(cap.indicator, cap.name)],
    working: [`${working} ${money.gt(cap.money) ? '>' : '<'} ${formatNumber(cap.money)}元`],
    ...sharedWords(first.shared),
    data: { product: money.toFixed(), cap: cap.money.toFixed() },
  }
}

const quantityPlace = ({ span, text: { meaning } }: Measure): Related => ({
  at: span,
  note: { zh: `数量 ${meaning}`, en: `quantity ${meaning}` },
})

const costPlace = ({ target }: Indicator, name: string): Related => ({
  at: target.span,
  note: { zh: `成本指标${quoted(name)}`, en: `cost indicator ${quoted(name)}` },
})

/** `2元/年·卷 × 2800册 × 12个月` */
const productOf = ({ price, count, paid: { times, period } }: PricedCount): string => {
  const { numeral, unit } = price.measure
  const counted = count.measure
  const often = period === undefined ? '' : ` × ${times.toFixed()}${period === MONTH ? A_MONTH : period}`
  return `${formatNumber(numeral.value)}${unit?.printed ?? '元'} × ${formatNumber(counted.numeral.value)}${counted.unit?.printed ?? ''}${often}`
}

export const goalCostMismatch: Rule = {
  id: 'goal-cost-mismatch',
  category: 'consistency',
  severity: 'warning',
  docs: {
    summary: {
      zh: '目标中的单价、金额应与成本指标一致。',
      en: 'Unit prices and amounts in a goal agree with the cost indicators.',
    },
    finds: {
      zh: '同一开支在目标中与成本指标中的单价或金额不同，或目标中“单价 × 数量”与成本上限不符。',
      en: 'A unit price or amount in a goal that differs from the cost indicator for the same expense, or a unit price times quantity in a goal that does not fit its cost limit.',
    },
    why: {
      zh: '同一开支在目标和成本指标中写成两个数，或目标中的“单价 × 数量”与成本上限不符（超出上限，或明显不足），说明测算依据有误。',
      en: 'If the same expense has two different figures, or a unit price times quantity does not fit the cost limit (above it, or well below it), something in the estimate is wrong.',
    },
    fix: {
      zh: '核对单价、数量与成本指标。',
      en: 'Check the unit price, the quantity and the cost indicator against each other.',
    },
    basis: {
      zh: '绩效指标应与绩效目标直接相关（TEXT）。',
      en: 'Indicators should relate directly to the goal (TEXT).',
    },
    invalid: example(
      `\t档案整理\t3.00\t目标1:整理会计档案1500卷,每卷档案整理费4元。\t一、产出指标 (一)数量指标 1.整理会计档案数量 ≥1500卷 (二)成本指标 1.会计档案整理成本 ≤3万元${REST}`,
    ),
    valid: example(
      `\t档案整理\t3.00\t目标1:整理会计档案1500卷,每卷档案整理费20元。\t一、产出指标 (一)数量指标 1.整理会计档案数量 ≥1500卷 (二)成本指标 1.会计档案整理成本 ≤3万元${REST}`,
    ),
  },

  *checkProject({ otherMoney, farPrices }) {
    for (const match of otherMoney) yield ofOtherMoney(match)
    yield* collect(farPrices, farFromLimit)
  },
}
