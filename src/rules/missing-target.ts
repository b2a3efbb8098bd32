import { isCutOff } from '../analysis/cut-off.ts'
import { hasNoValue } from '../analysis/empty-value.ts'
import { indicatorsOf } from '../model/walk.ts'
import { type CategoryId, levelOneOf } from '../vocabulary/categories.ts'
import { endsAsName, NOT_APPLICABLE } from '../vocabulary/qualities.ts'
import { isTemplateName, templateTextIn } from '../vocabulary/template-words.ts'
import type { Problem, Rule } from './rule.ts'
import { example, projectRow } from './shared/example.ts'
import { quoted } from './shared/quoted.ts'

export const missingTarget: Rule = {
  id: 'missing-target',
  category: 'structure',
  severity: 'warning',
  docs: {
    summary: { zh: '每项指标都应有指标值。', en: 'Every indicator has a target value.' },
    finds: {
      zh: '没有指标值，或只有计算符号、单位的指标。',
      en: 'An indicator with no value, or with a comparator or a unit only.',
    },
    why: {
      zh: '没有值、或只有计算符号和单位的指标无法考核。标明“无”“/”“不涉及”的行不报告；时效、效益、满意度下以一句话表述的指标仅作提示。',
      en: 'An indicator without a value, or with only a comparator or a unit, cannot be checked. Rows marked 无, / or 不涉及 are no finding; indicators of timeliness, benefit and satisfaction that are a sentence are notes only.',
    },
    fix: {
      zh: '填写指标值，或标明不涉及。',
      en: 'Enter the value, or mark the indicator as not applicable (不涉及).',
    },
    basis: {
      zh: '定量指标应有计算符号和计量单位（SYS）；不能量化的用分级定性表述（TEXT）。',
      en: 'A quantitative indicator has a comparator and a unit (SYS); what cannot be quantified takes graded words (TEXT).',
    },
    invalid: example(
      projectRow(
        '路灯维修',
        '目标1:修复损坏的路灯。',
        '一、产出指标 (一)数量指标 1.维修路灯数量 2.更换灯杆数量 ≥8根',
      ),
    ),
    valid: example(
      projectRow(
        '路灯维修',
        '目标1:修复损坏的路灯。',
        '一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏 2.更换灯杆数量 无',
      ),
    ),
  },

  *checkProject(project, { disclosure }) {
    const all = indicatorsOf(project)
    const cutOff = isCutOff(project, disclosure) ? all.at(-1)?.indicator : undefined
    for (const { indicator, categoryId } of all) {
      const { target } = indicator
      const printed = target.text.meaning
      if (target.kind !== 'blank' && !hasNoValue(target)) continue
      if (indicator === cutOff) continue
      if (NOT_APPLICABLE.test(printed) || indicator.name.isBlank) continue
      // Text of the template has a rule of its own.
      if (target.kind === 'blank' && isTemplate(indicator.name.folded)) continue
      const name = indicator.name.meaning
      yield {
        message:
          printed === ''
            ? { zh: `指标${quoted(name)}没有指标值`, en: `the indicator ${quoted(name)} has no value` }
            : {
                zh: `指标${quoted(name)}只有“${printed}”，没有数值`,
                en: `the indicator ${quoted(name)} has only “${printed}” and no number`,
              },
        at: printed === '' ? indicator.name.span : target.span,
        ...(printed === '' && isSentence(name, categoryId) && SENTENCE),
      }
    }
  },
}

const isTemplate = (name: string): boolean => isTemplateName(name) || templateTextIn(name) !== undefined

/** 公路使用年限延长: what is said of an effect may be all there is to reach, in words. */
const isSentence = (name: string, category: CategoryId | undefined): boolean =>
  name.length >= 6 &&
  !endsAsName(name) &&
  !EMPTY_BRACKETS.test(name) &&
  category !== undefined &&
  (category === 'timeliness' || ['benefit', 'satisfaction'].includes(levelOneOf(category)))

/** 大班额比例( ): the place of a value. */
const EMPTY_BRACKETS = /\(\s*\)$/

const SENTENCE: Pick<Problem, 'severity' | 'because'> = {
  severity: 'info',
  because: {
    zh: '该指标以一句话表述，可能本身就是定性要求',
    en: 'the indicator is a sentence, which may be a qualitative target by itself',
  },
}
