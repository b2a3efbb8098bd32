import type { Untidy } from '../facts/untidy.ts'
import type { Problem, Rule } from './rule.ts'
import { example, REST } from './shared/example.ts'

const untidy = ({ edits, printed }: Untidy): Problem => {
  const [first] = edits as [Untidy['edits'][number]]
  const count = edits.length
  const isBlank = first.text === ' '
  return {
    message: {
      zh: `${isBlank ? '连续的空格宜只留一个' : `全角的“${printed}”宜写作“${first.text}”`}${count === 1 ? '' : `，这段文字中共有 ${count} 处`}`,
      en: `${isBlank ? 'one blank does instead of several' : `“${printed}” is full-width; write “${first.text}”`}${count === 1 ? '' : ` (${count} places in this text)`}`,
    },
    at: first.at,
    edits,
  }
}

export const untidyText: Rule = {
  id: 'untidy-text',
  category: 'wording',
  severity: 'info',
  offByDefault: true,
  reads: 'text',
  docs: {
    summary: {
      zh: '数字、字母和数值的符号用半角，文字之间不留连续的空格。',
      en: 'Digits, letters and the symbols of numbers are half-width, and there are no consecutive spaces.',
    },
    finds: {
      zh: '项目和指标名称、目标、指标值中全角的数字、字母、百分号和小数点，以及连续的空格。标点和金额不在此列。',
      en: 'Full-width digits, letters, percent signs and decimal points in project and indicator names, goals and target values, and consecutive spaces. Punctuation and amounts are not covered.',
    },
    why: {
      zh: '意思相同，但查找、比对和导入系统时会被当作不同的文字。pbo check --fix 会改正它们，不开启本规则时也是如此。',
      en: 'The meaning is the same, but searches, comparisons and imports treat it as different text. pbo check --fix corrects it, even when this rule is off.',
    },
    fix: { zh: '改为半角，只留一个空格。', en: 'Use half-width characters and single spaces.' },
    basis: {
      zh: '财政系统导入时只认半角数字（SYS）。',
      en: 'Fiscal systems accept only half-width digits on import (SYS).',
    },
    invalid: example(
      `\t路灯维修\t5.00\t目标1:修复损坏的路灯。\t一、产出指标 (一)数量指标 1.维修路灯数量 ≥６０盏${REST}`,
    ),
    valid: example(
      `\t路灯维修\t5.00\t目标1:修复损坏的路灯。\t一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏${REST}`,
    ),
  },

  *checkProject({ untidyTexts }) {
    for (const text of untidyTexts) yield untidy(text)
  },
}
