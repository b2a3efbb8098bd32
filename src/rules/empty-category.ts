import type { Rule } from './rule.ts'
import { example, projectRow } from './shared/example.ts'
import { quoted } from './shared/quoted.ts'

export const emptyCategory: Rule = {
  id: 'empty-category',
  category: 'structure',
  severity: 'warning',
  docs: {
    summary: { zh: '写出的指标类别下应有指标。', en: 'A heading that is printed has indicators under it.' },
    finds: {
      zh: '写出了类别标题，其下却没有任何指标。',
      en: 'A heading of a category with no indicator under it.',
    },
    why: {
      zh: '只有标题没有指标，往往是漏填。被截断的末尾不报告。',
      en: 'A heading without an indicator is mostly one that was forgotten. The end of a cut-off input is not reported.',
    },
    fix: { zh: '补充指标，或删除该类别。', en: 'Add an indicator, or remove the heading.' },
    basis: { zh: '指标框架见各地表样（FORM）。', en: 'The categories are printed on the forms (FORM).' },
    invalid: example(
      projectRow(
        '路灯维修',
        '目标1:修复损坏的路灯。',
        '一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏 (二)时效指标 (三)质量指标 1.维修验收合格率 ≥98%',
      ),
    ),
    valid: example(
      projectRow(
        '路灯维修',
        '目标1:修复损坏的路灯。',
        '一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏 (二)质量指标 1.维修验收合格率 ≥98%',
      ),
    ),
  },

  *checkProject({ categories, isCutOff }) {
    const cutOff = isCutOff ? categories.at(-1) : undefined
    for (const category of categories) {
      if (category.children.length > 0 || category === cutOff) continue
      const name = category.name.meaning
      yield {
        message: { zh: `${quoted(name)}下没有指标`, en: `there is no indicator under ${quoted(name)}` },
        at: category.heading.span,
      }
    }
  },
}
