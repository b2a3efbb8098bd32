import type { DividedAmount } from '../facts/funding.ts'
import type { Message, Rule } from './rule.ts'
import { quoted } from './shared/quoted.ts'
import { sumProblem } from './shared/sum-problem.ts'

/** One project with a row for each indicator. */
const exampleOf = (amount: string, own: string, other: string): string =>
  [
    '单位及项目名称\t金额(万元)\t财政拨款\t其他资金\t绩效目标\t一级指标\t二级指标\t三级指标\t指标值',
    `路灯维修\t${amount}\t${own}\t${other}\t修复损坏的路灯。\t产出指标\t数量指标\t维修路灯数量\t≥60盏`,
    '\t\t\t\t\t效益指标\t社会效益指标\t夜间出行安全\t改善',
    '\t\t\t\t\t满意度指标\t服务对象满意度指标\t居民满意度\t≥90%',
  ].join('\n')

export const fundingMismatch: Rule = {
  id: 'funding-mismatch',
  category: 'arithmetic',
  severity: 'error',
  docs: {
    summary: {
      zh: '项目资金总额应等于财政拨款、其他资金等各来源之和。',
      en: "A project's total funding is the sum of its sources: fiscal appropriation, other funds and so on.",
    },
    finds: {
      zh: '资金总额与各来源之和不等，包括总额为 0 而来源不为 0；来源下再分细项的，逐级核对。只列出一个来源且小于总额的、总额不含上年结转的、各来源均未填写的不报告。',
      en: 'A total that is not the sum of its sources, including a total of 0 with sources that are not 0. Sources broken down further are checked level by level. Not reported: a single source smaller than the total, a total that excludes funds carried over from the previous year, and sources that are all blank.',
    },
    why: {
      zh: '总额和来源不符，就无法知道项目有多少钱、钱从哪里来。四舍五入可以解释的差额仅作提示。',
      en: 'If the total and its sources disagree, it is unclear how much money the project has and where it comes from. A difference that rounding can explain is only a notice.',
    },
    fix: { zh: '核对资金总额与各资金来源。', en: 'Check the total funding against its sources.' },
    basis: {
      zh: '算术；资金总额由财政拨款和其他资金构成（TEXT）。',
      en: 'Arithmetic; total funding consists of fiscal appropriation and other funds (TEXT).',
    },
    invalid: exampleOf('5.00', '3.00', '1.50'),
    valid: exampleOf('5.00', '3.00', '2.00'),
  },

  *checkProject({ project, disclosure, dividedAmounts }) {
    for (const divided of dividedAmounts) {
      const label = labelOf(divided, project.name.meaning)
      const problem = sumProblem({ label, amount: divided.amount }, divided.sum, disclosure)
      if (problem === undefined) continue
      const zeros = divided.alsoZero ?? []
      yield zeros.length === 0
        ? problem
        : {
            ...problem,
            related: [
              ...(problem.related ?? []),
              ...zeros.map(({ span }) => ({ at: span, note: ALSO_ZERO })),
            ],
          }
    }
  },
}

const ALSO_ZERO: Message = { zh: '同一行此列也为 0', en: 'the same row has 0 here too' }

const labelOf = ({ of }: DividedAmount, project: string): Message => {
  if (of === undefined) {
    return { zh: `项目${quoted(project)}的资金总额`, en: `the money of the project ${quoted(project)},` }
  }
  const part = quoted(of.name.meaning)
  return { zh: `项目${quoted(project)}的${part}`, en: `${part} of the project ${quoted(project)},` }
}
