import { lacksColumn } from '../facts/columns.ts'
import type { Rule } from './rule.ts'
import { example, REST } from './shared/example.ts'
import { projectWords } from './shared/quoted.ts'

export const missingIndicator: Rule = {
  id: 'missing-indicator',
  category: 'structure',
  severity: 'error',
  reads: 'indicators',
  docs: {
    summary: { zh: '每个项目都应有绩效指标。', en: 'Every project has performance indicators.' },
    finds: {
      zh: '没有绩效指标的项目。',
      en: 'A project without performance indicators.',
    },
    why: {
      zh: '没有指标就无法衡量目标是否实现；输入被截断处的最后一个项目不报告。',
      en: 'Without indicators, there is no way to measure whether the goals are met. The last project of truncated input is not reported.',
    },
    fix: { zh: '填写该项目的绩效指标。', en: "Enter the project's indicators." },
    basis: {
      zh: '绩效指标应细化、量化绩效目标（TEXT）。',
      en: 'Indicators should break the goals down and quantify them (TEXT).',
    },
    invalid: example(`\t路灯维修\t5.00\t目标1:修复主干道损坏的路灯。\t
\t图书采购\t3.00\t目标1:更新馆藏图书。\t一、产出指标 (一)数量指标 1.采购图书数量 ≥900册${REST}`),
    valid: example(
      `\t路灯维修\t5.00\t目标1:修复主干道损坏的路灯。\t一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏${REST}`,
    ),
  },

  *checkProject({ project, disclosure, indicators, isCutOff, survey }) {
    // A missing column is one problem, not one for each project; goals and indicators may share theirs.
    if (lacksColumn(disclosure, 'indicator') && !survey.hasIndicators) return
    if (indicators.length > 0 || isCutOff) return
    const whose = projectWords(project.name.meaning)
    yield {
      message: {
        zh: `${whose.zh}没有绩效指标`,
        en: `${whose.en} has no performance indicator`,
      },
      at: project.name.span,
    }
  },
}
