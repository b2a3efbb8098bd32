import { hasNoValue } from '../facts/missing-values.ts'
import { canBeTold, isScale, isUnsaidQuality } from '../vocabulary/qualities.ts'
import type { Rule } from './rule.ts'
import { example, projectRow } from './shared/example.ts'
import { quoted } from './shared/quoted.ts'

export const vagueTarget: Rule = {
  id: 'vague-target',
  category: 'wording',
  severity: 'info',
  docs: {
    summary: {
      zh: '定性指标应使用分级的、可判断的词语。',
      en: 'A qualitative target uses a graded term that can be judged.',
    },
    finds: {
      zh: '没有等级、无法判断是否完成的定性指标值。',
      en: 'A qualitative target without a grade, which leaves it open whether the target is met.',
    },
    why: {
      zh: '“好坏”之类的尺度、重复名称的值、没有等级的句子，都无法判断是否完成。写明应符合的标准或规定的可以判断。',
      en: 'Scales such as 好坏, values that repeat the name and sentences without a grade cannot be judged. A standard or regulation to be met can be.',
    },
    fix: {
      zh: '改为“健全”“显著提升”“优”之类的分级表述，或改为定量指标。',
      en: 'Use a graded term such as 健全, 显著提升 or 优, or a quantitative indicator.',
    },
    basis: {
      zh: '不能量化的，用分级定性表述（TEXT）。',
      en: 'What cannot be quantified is described in graded qualitative terms (TEXT).',
    },
    invalid: example(
      projectRow(
        '路灯维修',
        '目标1:修复损坏的路灯。',
        '一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏 二、效益指标 (一)社会效益指标 1.夜间出行安全程度 好坏 三、满意度指标 1.居民满意度 ≥90%',
      ),
    ),
    valid: example(
      projectRow(
        '路灯维修',
        '目标1:修复损坏的路灯。',
        '一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏 二、效益指标 (一)社会效益指标 1.夜间出行安全程度 显著提升 三、满意度指标 1.居民满意度 ≥90%',
      ),
    ),
  },

  *checkProject({ indicators }) {
    for (const { indicator, name } of indicators) {
      const { target } = indicator
      if (target.kind !== 'qualitative') continue
      const value = target.text.meaning
      // A unit or 定性 alone is a value that is missing.
      if (hasNoValue(target) || isUnsaidQuality(value)) continue
      if (!/[\u3007\u3400-\u9fff\uf900-\ufaff]{2}/.test(value) && !isScale(value)) continue
      // 一等奖2名,二等奖5名: each number can be judged.
      if (target.quantities.length > 1) continue
      const repeats = value.length >= 2 && (name.endsWith(value) || name === value)
      if (!repeats && canBeTold(value)) continue
      yield {
        message: {
          zh: `指标${quoted(name)}的值“${value}”无法判断是否完成`,
          en: `there is no way to tell whether “${value}”, the value of the indicator ${quoted(name)}, has been reached`,
        },
        at: target.span,
      }
    }
  },
}
