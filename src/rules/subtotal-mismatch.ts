import { sumOf } from '../facts/sums.ts'
import { agenciesOf } from '../model/walk.ts'
import type { Rule } from './rule.ts'
import { example } from './shared/example.ts'
import { quoted } from './shared/quoted.ts'
import { sumProblem } from './shared/sum-problem.ts'

export const subtotalMismatch: Rule = {
  id: 'subtotal-mismatch',
  category: 'arithmetic',
  severity: 'error',
  docs: {
    summary: {
      zh: '部门、单位、项目类别行的金额应等于其下各行之和。',
      en: 'The amount of a department, agency, project category or subtotal equals the sum of the rows under it.',
    },
    finds: {
      zh: '部门、单位、项目类别或小计行的金额不等于其下各行之和。',
      en: 'A department, agency, project category or subtotal row with an amount that is not the sum of the rows under it.',
    },
    why: {
      zh: '各级金额逐级汇总；只报告出错的那一级，上级不重复报告。',
      en: 'Amounts add up level by level. Only the level that is wrong is reported, not the levels above it.',
    },
    fix: {
      zh: '核对该行与其下各项目的金额。',
      en: 'Check the amount of this row against the amounts of the rows under it.',
    },
    basis: {
      zh: '算术；按单位编码逐级汇总为表格固定格式（FORM）。',
      en: 'Arithmetic; adding up by agency code is part of the printed form (FORM).',
    },
    invalid: example(`310001\t县水务局(本级)\t7.00\t\t
\t河道清淤\t4.00\t目标1:清理河道淤泥。\t1.清淤长度 ≥3公里
\t水质监测\t2.00\t目标1:监测饮用水水质。\t1.监测次数 ≥12次`),
    valid: example(`310\t县水务局\t9.00\t\t
310001\t县水务局(本级)\t4.00\t\t
\t河道清淤\t4.00\t目标1:清理河道淤泥。\t1.清淤长度 ≥3公里
310002\t县水库管理所\t5.00\t\t
\t水库巡查\t5.00\t目标1:巡查水库大坝。\t1.巡查次数 ≥48次`),
  },

  *check(disclosure) {
    for (const agency of agenciesOf(disclosure)) {
      const { amount } = agency
      if (amount.kind !== 'amount') continue
      const name = agency.name.meaning
      const problem = sumProblem(
        { label: { zh: quoted(name), en: quoted(name) }, amount },
        sumOf(agency),
        disclosure,
      )
      if (problem !== undefined) yield problem
    }
  },
}
