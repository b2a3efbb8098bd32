import type { Category } from '../model/disclosure.ts'
import type { Problem, Rule } from './rule.ts'
import { example, projectRow } from './shared/example.ts'
import { quoted } from './shared/quoted.ts'

const without = (categories: readonly Category[]): Problem => {
  const [first, ...others] = categories
  if (first === undefined) throw new RangeError('no category is empty')
  const names = categories.slice(0, MOST_NAMED).map(({ name }) => quoted(name.meaning))
  const [more, count] = [categories.length - names.length, categories.length]
  const zh = more > 0 ? `${names.join('')}等 ${count} 个类别` : names.join('')
  const en = more > 0 ? `${names.join(', ')} and ${more} more headings` : names.join(' and ')
  return {
    message: { zh: `${zh}下没有指标`, en: `there is no indicator under ${en}` },
    at: first.heading.span,
    ...(others.length === 0
      ? {}
      : {
          related: others.map(({ heading, name }) => ({
            at: heading.span,
            note: { zh: quoted(name.meaning), en: quoted(name.meaning) },
          })),
        }),
  }
}

const MOST_NAMED = 2

export const emptyCategory: Rule = {
  id: 'empty-category',
  category: 'structure',
  severity: 'warning',
  docs: {
    summary: { zh: '写出的指标类别下应有指标。', en: 'Every category heading has indicators under it.' },
    finds: {
      zh: '写出了类别标题，其下却没有任何指标；连续的几个空类别合并为一条。',
      en: 'A category heading with no indicator under it. Several in a row are combined into one finding.',
    },
    why: {
      zh: '只有标题没有指标，往往是漏填。被截断的末尾不报告。',
      en: 'A heading without indicators usually means that an indicator was forgotten. The end of truncated input is not reported.',
    },
    fix: { zh: '补充指标，或删除该类别。', en: 'Add an indicator, or remove the category.' },
    basis: { zh: '指标框架见各地表样（FORM）。', en: 'Local forms print the categories (FORM).' },
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

  *checkProject({ emptyCategories }) {
    for (const run of emptyCategories) yield without(run)
  },
}
