import type { Rule } from './rule.ts'
import { example, projectRow } from './shared/example.ts'
import { quoted } from './shared/quoted.ts'

export const suspectedMisread: Rule = {
  id: 'suspected-misread',
  category: 'consistency',
  severity: 'warning',
  docs: {
    summary: { zh: '指标值不应有扫描识别的痕迹。', en: 'Target values show no signs of OCR errors.' },
    finds: {
      zh: '像是把“≥”认成数字的指标值，以及指标值、绩效目标中字母与数字混淆的数字，并给出可能的原值。',
      en: 'A target value in which ≥ seems to have been read as a digit, and a number of a target or a goal in which letters and digits seem to have been confused, with the likely original.',
    },
    why: {
      zh: '扫描识别常把“≥”认成“2”（≥92% 成了 292%），把字母认成数字。只有数值明显不合理（比率超过 100%、与目标或得分不符）时才报告，并给出可能的原值。',
      en: 'OCR often reads ≥ as 2 (≥92% becomes 292%) and letters as digits. A value is reported only if it is clearly implausible (a rate above 100%, or a mismatch with the goal or the score), together with the likely original.',
    },
    fix: { zh: '对照原件更正。', en: 'Correct it against the original.' },
    basis: { zh: '见于已公开的表格（FORM）。', en: 'Seen in published tables (FORM).' },
    invalid: example(
      projectRow(
        '路灯维修',
        '目标1:修复损坏的路灯。',
        '一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏 (二)质量指标 1.维修验收合格率 298%',
      ),
    ),
    valid: example(
      projectRow(
        '路灯维修',
        '目标1:修复损坏的路灯。',
        '一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏 (二)质量指标 1.维修验收合格率 98%',
      ),
    ),
  },

  *checkProject({ project, misreads }) {
    for (const { text } of project.goals.flatMap(({ quantities }) => quantities)) {
      if (!text.isLettered) continue
      const [printed, likely] = [text.shown, text.meaning]
      yield {
        message: {
          zh: `绩效目标中的“${printed}”可能是“${likely}”的误识`,
          en: `“${printed}” in the goal may be a misread “${likely}”`,
        },
        at: text.span,
        data: { printed, likely },
      }
    }
    for (const { indicator, printed, likely } of misreads) {
      const name = indicator.name.meaning
      yield {
        message: {
          zh: `指标${quoted(name)}的值“${printed}”可能是“${likely}”的误识`,
          en: `the value “${printed}” of the indicator ${quoted(name)} may be a misread “${likely}”`,
        },
        at: indicator.target.span,
        data: { printed, likely },
      }
    }
  },
}
