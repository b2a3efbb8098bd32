import { lacksColumn } from '../facts/columns.ts'
import type { Rule } from './rule.ts'
import { example, REST } from './shared/example.ts'
import { projectWords } from './shared/quoted.ts'

export const missingGoal: Rule = {
  id: 'missing-goal',
  category: 'structure',
  severity: 'error',
  docs: {
    summary: { zh: '每个项目都应有绩效目标。', en: 'Every project has a performance goal.' },
    finds: {
      zh: '没有绩效目标的项目。',
      en: 'A project without performance goals.',
    },
    why: {
      zh: '没有绩效目标的项目无法评价；输入被截断处的最后一个项目不报告。',
      en: 'A project without goals cannot be evaluated. The last project of truncated input is not reported.',
    },
    fix: { zh: '填写该项目的绩效目标。', en: "Enter the project's goals." },
    basis: {
      zh: '绩效目标应涵盖产出、成本、效益和满意度（TEXT）。',
      en: 'Goals should cover output, cost, benefit and satisfaction (TEXT).',
    },
    invalid: example(`\t路灯维修\t5.00\t\t一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏${REST}
\t图书采购\t3.00\t目标1:更新馆藏图书。\t一、产出指标 (一)数量指标 1.采购图书数量 ≥900册${REST}`),
    valid: example(
      `\t路灯维修\t5.00\t修复主干道损坏的路灯。\t一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏${REST}`,
    ),
  },

  *checkProject({ project, disclosure, isCutOff }) {
    // A missing column is one problem, not one for each project.
    if (lacksColumn(disclosure, 'goal')) return
    // 目标1: with nothing behind it is none.
    if (project.goals.some(({ text }) => !text.isBlank) || isCutOff) return
    const whose = projectWords(project.name.meaning)
    yield {
      message: {
        zh: `${whose.zh}没有绩效目标`,
        en: `${whose.en} has no performance goal`,
      },
      at: project.name.span,
    }
  },
}
