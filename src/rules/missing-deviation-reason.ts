import type { Shortfall } from '../facts/shortfall.ts'
import { isNoReason } from '../vocabulary/result-words.ts'
import type { Problem, Rule } from './rule.ts'
import { evaluationExample } from './shared/example.ts'
import { missedWords } from './shared/phrases.ts'
import { quoted } from './shared/quoted.ts'

export const missingDeviationReason: Rule = {
  id: 'missing-deviation-reason',
  category: 'consistency',
  severity: 'warning',
  docs: {
    summary: {
      zh: '未达到指标值的指标应说明偏差原因。',
      en: 'An indicator that misses its target gives the reason.',
    },
    finds: {
      zh: '表内有“偏差原因分析”一栏，而实际完成值未达到指标值的指标在该栏为空、“无”或“/”。一个项目只报告一次；得满分的由另一条规则报告。',
      en: 'An indicator that misses its target, in a table with a column for deviation reasons (偏差原因分析), where that column is blank or says 无 or /. Each project is reported once. Indicators with full points are reported by another rule.',
    },
    why: {
      zh: '不说明原因，就不知道为何没有完成、怎样改进。',
      en: 'Without a reason, it is unclear why the target was missed and what will be done about it.',
    },
    fix: {
      zh: '补填偏差原因和改进措施，或更正实际完成值。',
      en: 'Give the reason and the corrective action, or correct the actual value.',
    },
    basis: {
      zh: '自评表印有“偏差原因分析及改进措施”一栏，说明要求未完成的逐条填写原因（FORM）。',
      en: 'Self-evaluation forms have a column for deviation reasons and corrective action, to be filled in for every indicator that was missed (FORM).',
    },
    invalid: evaluationExample({
      row: ['维修路灯数量', '≥60盏', '48盏', '50', '40', ''],
      total: ['100', '90'],
    }),
    valid: evaluationExample({
      row: ['维修路灯数量', '≥60盏', '48盏', '50', '40', '部分路段封闭，来年补修'],
      total: ['100', '90'],
    }),
  },

  *checkProject(facts) {
    const missed = facts.shortfalls.filter(
      ({ indicator: { reason }, fullScore }) =>
        fullScore === undefined && (reason === undefined || isNoReason(reason.meaning)),
    )
    const [first, ...others] = missed
    if (first !== undefined && facts.asksForReason) yield problemOf(first, others)
  },
}

const problemOf = (first: Shortfall, others: readonly Shortfall[]): Problem => {
  const { indicator, actual } = first
  const missed = missedWords(first)
  const count = others.length
  return {
    message: {
      zh: `指标${quoted(indicator.name.meaning)}${missed.zh}，未说明偏差原因${count === 0 ? '' : `；另有 ${count} 项指标也是如此`}`,
      en: `${quoted(indicator.name.meaning)} ${missed.en}, and no reason is given${count === 0 ? '' : `; nor for ${count} more`}`,
    },
    at: actual.span,
    related: [
      { at: first.target.span, note: { zh: '指标值', en: 'target' } },
      ...others.map((other) => {
        const words = missedWords(other)
        const name = quoted(other.indicator.name.meaning)
        return { at: other.actual.span, note: { zh: `${name}${words.zh}`, en: `${name} ${words.en}` } }
      }),
    ],
    data: { missed: String(count + 1) },
  }
}
