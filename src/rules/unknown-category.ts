import { isOfEvaluation, nearestCategory } from '../vocabulary/categories.ts'
import type { Rule } from './rule.ts'
import { example, projectRow } from './shared/example.ts'
import { quoted } from './shared/quoted.ts'

export const unknownCategory: Rule = {
  id: 'unknown-category',
  category: 'structure',
  severity: 'warning',
  docs: {
    summary: {
      zh: '指标类别应为已知的一级、二级指标。',
      en: 'Every category heading is a known level-1 or level-2 category.',
    },
    finds: {
      zh: '词表中没有的一级、二级指标名称，并给出最接近的名称。',
      en: 'A category heading that is not in the vocabulary, with the closest known name.',
    },
    why: {
      zh: '不认识的类别，其下指标无法按类别检查；多为错别字。',
      en: 'Indicators under an unknown heading cannot be checked by category. Usually the heading is misspelt.',
    },
    fix: { zh: '更正类别名称。', en: 'Correct the category name.' },
    basis: {
      zh: '一级、二级指标见各地表样（FORM）。',
      en: 'Local forms print the level-1 and level-2 categories (FORM).',
    },
    invalid: example(
      projectRow(
        '路灯维修',
        '目标1:修复损坏的路灯。',
        '一、产出指标 (一)数里指标 1.维修路灯数量 ≥60盏 (二)质量指标 1.维修验收合格率 ≥98%',
      ),
    ),
    valid: example(
      projectRow(
        '路灯维修',
        '目标1:修复损坏的路灯。',
        '一、项目完成指标 (一)数量指标 1.维修路灯数量 ≥60盏 (二)进度指标 1.维修及时率 ≥98%',
      ),
    ),
  },

  *checkProject({ categories }) {
    // An evaluation names in its own way what stands under 决策 and 过程, and its other parts where they are like no known one.
    const evaluated = categories.filter(({ is }) => isOfEvaluation(is))
    const ofEvaluation = new Set(evaluated.flatMap(({ children }) => children))
    for (const category of categories) {
      const { is, name, level } = category
      if (is !== undefined || ofEvaluation.has(category)) continue
      const printed = name.meaning
      const nearest = nearestCategory(printed, level)
      if (evaluated.length > 0 && nearest === undefined) continue
      yield {
        message: {
          zh: `无法识别的指标类别${quoted(printed)}${nearest === undefined ? '' : `，可能是“${nearest}”`}`,
          en: `unknown category ${quoted(printed)}${nearest === undefined ? '' : `; it may be “${nearest}”`}`,
        },
        at: name.span,
      }
    }
  },
}
