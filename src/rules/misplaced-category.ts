import { type SchemeSign, schemeSigns } from '../facts/scheme.ts'
import type { Category } from '../model/disclosure.ts'
import {
  categoryEntry,
  isAmongEffects,
  isOfEvaluation,
  isOfInvestment,
  levelOneOf,
  parentsOf,
} from '../vocabulary/categories.ts'
import type { Problem, Rule } from './rule.ts'
import { example, projectRow } from './shared/example.ts'
import { quoted } from './shared/quoted.ts'

export const misplacedCategory: Rule = {
  id: 'misplaced-category',
  category: 'structure',
  severity: 'warning',
  docs: {
    summary: {
      zh: '二级指标应在所属的一级指标下；新旧两种框架不应混用。',
      en: 'Every level-2 category is under its own level-1 category, and the old and new schemes are not mixed.',
    },
    finds: {
      zh: '二级指标放在了别的一级指标下；成本同时出现在两处；指定了框架（--scheme）而成本不在其应在的位置。',
      en: 'A level-2 category under the wrong level-1 category; cost in both places; or, if a scheme is set (--scheme), cost where that scheme does not have it.',
    },
    why: {
      zh: '旧框架中成本是产出的二级指标，新框架（2021 年起）中成本是一级指标；两处都有成本，同一成本会被考核两次。',
      en: 'In the old scheme, cost is a level-2 category under output; in the new one (since 2021) it is a level-1 category. With both, the same cost is assessed twice.',
    },
    fix: {
      zh: '把该类别移到所属的一级指标下。',
      en: 'Move the category to the level-1 category it belongs to.',
    },
    basis: { zh: '新旧框架见各地表样（FORM）。', en: 'Local forms print both schemes (FORM).' },
    invalid: example(
      projectRow(
        '路灯维修',
        '目标1:修复损坏的路灯。',
        '一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏 (二)社会效益指标 1.夜间出行安全 改善 二、效益指标 (一)可持续影响指标 1.路灯管护机制 健全 三、满意度指标 1.居民满意度 ≥90%',
      ),
    ),
    valid: example(
      projectRow(
        '路灯维修',
        '目标1:修复损坏的路灯。',
        '一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏 二、效益指标 (一)社会效益指标 1.夜间出行安全 改善 (二)可持续影响指标 1.路灯管护机制 健全 三、满意度指标 1.居民满意度 ≥90%',
      ),
    ),
  },

  *checkProject({ project }, { scheme }) {
    const isEvaluation =
      project.categories.some(({ is }) => isOfEvaluation(is)) ||
      project.categories.filter(({ is }) => is === 'benefit').length > 1
    for (const above of project.categories) {
      for (const child of above.children) {
        const problem = child.kind === 'category' ? misplaced(child, above, isEvaluation) : undefined
        if (problem !== undefined) yield problem
      }
    }
    const signs = schemeSigns(project.categories)
    const [first, second] = signs
    if (first !== undefined && second !== undefined) yield mixed(first.heading, second.heading)
    else if (scheme.source === 'set' && first !== undefined && first.scheme !== scheme.name) {
      yield ofOtherScheme(first)
    }
  },
}

const misplaced = (child: Category, above: Category, isEvaluation: boolean): Problem | undefined => {
  if (child.is === undefined || above.is === undefined || child.is === above.is) return undefined
  const [name, under] = [child.name.meaning, above.name.meaning]
  // FORM: 决策, 过程, 产出, 效益, and 效果 beside 影响力, have 满意度 among the benefits.
  if (levelOneOf(child.is) === 'satisfaction' && above.is === 'benefit')
    if (isEvaluation || isAmongEffects(name, under)) return undefined
  const parents = parentsOf(child.is)
  if (parents.includes(above.is)) return undefined
  // 服务对象满意度指标 is level 1 on some forms, with 满意度指标 under it.
  if (child.is === 'satisfaction' && levelOneOf(above.is) === 'satisfaction') return undefined
  if (isOfInvestment(name, under)) return undefined
  const expected = parents.map((id) => categoryEntry(id).name)
  return {
    message: {
      zh: `${quoted(name)}在${quoted(under)}下，应属于${expected.join('或')}指标`,
      en: `${quoted(name)} is under ${quoted(under)}; it belongs under ${expected.map((word) => `${word}指标`).join(' or ')}`,
    },
    at: child.heading.span,
    related: [
      { at: above.heading.span, note: { zh: '所在的一级指标', en: 'the level-1 category it is under' } },
    ],
  }
}

/** Only where the user has said which scheme holds: a table of its own may follow either. */
const ofOtherScheme = ({ scheme, heading }: SchemeSign): Problem => ({
  message:
    scheme === 'new'
      ? {
          zh: '成本为一级指标，不符合指定的旧框架：应在产出指标下',
          en: 'cost is a level-1 category, but the old scheme is set: it belongs under 产出指标',
        }
      : {
          zh: '成本在产出下，不符合指定的新框架：应为一级指标',
          en: 'cost is under output, but the new scheme is set: it belongs at level 1',
        },
  at: heading.heading.span,
  data: { scheme },
})

const mixed = (first: Category, second: Category): Problem => ({
  message: {
    zh: '成本既是一级指标，又在产出下：混用了新旧两种框架',
    en: 'cost is a level-1 category and also under output: the old and the new scheme are mixed',
  },
  at: second.heading.span,
  related: [{ at: first.heading.span, note: { zh: '一级成本指标', en: 'cost as a level-1 category' } }],
})
