import { type AmountScale, amountScales } from '../facts/amount-scale.ts'
import { formatMoney } from '../facts/money.ts'
import type { Message, Problem, Rule } from './rule.ts'
import { REST } from './shared/example.ts'
import { quoted } from './shared/quoted.ts'

export const amountUnitMismatch: Rule = {
  id: 'amount-unit-mismatch',
  category: 'consistency',
  severity: 'warning',
  docs: {
    summary: {
      zh: '金额的单位应与表头写明的单位一致。',
      en: 'Amounts are in the unit stated in the header.',
    },
    finds: {
      zh: '写明了金额单位，而全表的成本指标都是金额的 10,000 倍或万分之一。没有写明单位的，按与成本指标、绩效目标一致的单位计算，不报告。',
      en: 'A table that states a money unit while every cost limit is 10,000 times the amount, or one ten-thousandth of it. If no unit is stated, amounts are read in the unit that fits the cost indicators and goals, and nothing is reported.',
    },
    why: {
      zh: '各项目的成本指标都是金额的 10,000 倍（或万分之一），至少一个正好如此，或有两个以上项目；说明金额实际是元（或万元），与表头不符。此时不再逐个报告成本超出金额。',
      en: 'If the cost limits of every project are 10,000 times its amount (or one ten-thousandth of it), exactly so in at least one project or roughly so in two or more, the amounts are really in 元 (or 万元), not in the unit of the header. Individual cost limits above the amount are then not reported.',
    },
    fix: { zh: '核对表头的金额单位。', en: 'Check the money unit in the header.' },
    basis: {
      zh: '算术；金额单位为表格固定格式（FORM）。',
      en: 'Arithmetic; the money unit is part of the printed form (FORM).',
    },
    invalid: `单位编码\t单位及项目名称\t金额(元)\t绩效目标\t绩效指标
\t路灯维修\t5.00\t目标1:修复损坏的路灯。\t一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏 (二)成本指标 1.路灯维修成本 ≤5万元${REST}
\t河道清淤\t4.00\t目标1:清理河道淤泥。\t一、产出指标 (一)数量指标 1.清淤长度 ≥3公里 (二)成本指标 1.河道清淤成本 ≤4万元${REST}`,
    valid: `单位编码\t单位及项目名称\t金额(万元)\t绩效目标\t绩效指标
\t路灯维修\t5.00\t目标1:修复损坏的路灯。\t一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏 (二)成本指标 1.路灯维修成本 ≤5万元${REST}
\t河道清淤\t4.00\t目标1:清理河道淤泥。\t一、产出指标 (一)数量指标 1.清淤长度 ≥3公里 (二)成本指标 1.河道清淤成本 ≤40000元${REST}`,
  },

  *check(disclosure) {
    for (const scale of amountScales(disclosure)) {
      // With no unit printed there is nothing that the amounts could disagree with.
      const isAssumed = scale.unit === disclosure.moneyUnit && scale.unit.text === undefined
      if (!isAssumed) yield* problemOf(scale)
    }
  },
}

function* problemOf({ factor, unit, examples }: AmountScale): Generator<Problem> {
  const exact = examples.find(({ amount, cap }) => cap.eq(amount.money.times(factor)))
  const shown = exact ?? examples[0]
  if (shown === undefined) return
  const [name, cap] = [shown.project.name.meaning, formatMoney(shown.cap, unit)]
  const stated = formatMoney(shown.amount.money, unit, shown.amount.numeral.decimals)
  const sign = exact === undefined ? '≈' : '='
  const what: Message =
    examples.length === 1
      ? {
          zh: `项目${quoted(name)}的成本指标合计 ${cap}，是金额 ${stated} 的 ${factor} 倍`,
          en: `the cost limits of the project ${quoted(name)} come to ${cap}, ${factor} times its amount of ${stated}`,
        }
      : {
          zh: `${examples.length} 个项目的成本指标都是金额的 ${factor} 倍，如${quoted(name)}`,
          en: `the cost limits of ${examples.length} projects are all ${factor} times the amount, as in ${quoted(name)}`,
        }
  yield {
    message: {
      zh: `金额单位可能不是${unit.name}：${what.zh}`,
      en: `the amounts may not be in ${unit.name}: ${what.en}`,
    },
    at: unit.text?.span ?? shown.amount.numeral.text.span,
    related: examples.map(({ project, amount }) => ({
      at: amount.numeral.text.span,
      note: { zh: project.name.meaning, en: project.name.meaning },
    })),
    working: [`${cap} ÷ ${stated} ${sign} ${factor}`],
  }
}
