import { type WrongPrintedSum, wrongPrintedSums } from '../facts/printed-sums.ts'
import { sumOf } from '../facts/sums.ts'
import { ONE } from '../model/decimal.ts'
import type { Disclosure } from '../model/disclosure.ts'
import type { Problem, Rule } from './rule.ts'
import { example, REST } from './shared/example.ts'
import { quoted } from './shared/quoted.ts'
import { sumProblem } from './shared/sum-problem.ts'

/** Numbers of other tables may be of anything, and are written as they are printed. */
const PLAIN = { yuan: ONE, name: '' }

function* printedProblem(
  { printed, sum, others, isCounted }: WrongPrintedSum,
  { truncated }: Disclosure,
): Generator<Problem> {
  const { row, column, amount } = printed
  const [line, header] = [quoted(row.meaning), quoted(column.meaning)]
  const label = { zh: `${line}一行的${header}`, en: `${header} of the row ${line},` }
  const problem = sumProblem({ label, amount, isCounted }, sum, { moneyUnit: PLAIN, truncated })
  if (problem === undefined) return
  const also = others.map((other) => ({
    at: other.amount.span,
    note: { zh: '因此不符的合计', en: 'a sum that is wrong with it' },
  }))
  yield { ...problem, related: [...(problem.related ?? []), ...also] }
}

export const totalMismatch: Rule = {
  id: 'total-mismatch',
  category: 'arithmetic',
  severity: 'error',
  docs: {
    summary: {
      zh: '合计应等于它所含各行金额之和。',
      en: 'The total equals the sum of the rows it covers.',
    },
    finds: {
      zh: '合计不等于其下各行之和；给出算式和可能的原因（元与万元混用、漏计、重复、数字颠倒）；分两次下达的资金（已预下达、本次下达）之和不等于总额。',
      en: 'A total that is not the sum of the rows under it, with the arithmetic and the likely cause (元 mixed up with 万元, a row left out or counted twice, digits transposed). Also funds released in two instalments (已预下达, 本次下达) that do not add up to the total.',
    },
    why: {
      zh: '合计是公开表对外承诺的总额；与明细不符时，读者无法判断哪个数可信。差额在四舍五入可解释的范围内、输入被截断或有行的金额无效时，仅作提示。',
      en: 'The total is the figure the table commits to in public. If it disagrees with its rows, readers cannot tell which figure to trust. If rounding can explain the difference, the input is truncated or a row has no valid amount, the finding is only a notice.',
    },
    fix: {
      zh: '核对各项目金额，更正合计或明细。',
      en: 'Check the amounts of the projects, and correct the total or the rows.',
    },
    basis: {
      zh: '算术；合计行为表格固定格式（FORM）。',
      en: 'Arithmetic; the total row is part of the printed form (FORM).',
    },
    invalid: example(`\t合计\t9.50\t\t
\t社区食堂补助\t4.00\t目标1:为老年人供餐。\t一、产出指标 (一)数量指标 1.供餐人次 ≥2000人次${REST}
\t路灯维修\t5.00\t目标1:修复损坏路灯。\t一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏${REST}`),
    valid: example(`\t合计\t9.00\t\t
\t社区食堂补助\t4.00\t目标1:为老年人供餐。\t一、产出指标 (一)数量指标 1.供餐人次 ≥2000人次${REST}
\t路灯维修\t5.00\t目标1:修复损坏路灯。\t一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏${REST}`),
  },

  *check(disclosure) {
    for (const { name, amount } of disclosure.totals) {
      if (amount.kind !== 'amount') continue
      const label = name.meaning
      const problem = sumProblem(
        { label: { zh: label, en: `the total (${label})` }, amount },
        sumOf(disclosure),
        disclosure,
      )
      if (problem !== undefined) yield problem
    }
    for (const wrong of wrongPrintedSums(disclosure)) yield* printedProblem(wrong, disclosure)
  },
}
