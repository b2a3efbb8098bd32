import { hasNoValue } from '../facts/missing-values.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { templateTextIn } from '../vocabulary/template-words.ts'
import type { Rule } from './rule.ts'
import { example, REST } from './shared/example.ts'
import { quoted } from './shared/quoted.ts'

export const unparsedText: Rule = {
  id: 'unparsed-text',
  category: 'structure',
  severity: 'warning',
  docs: {
    summary: {
      zh: '表内文字都应能识别为目标、分类或指标。',
      en: 'All text in the table can be read as a goal, a category or an indicator.',
    },
    finds: {
      zh: '表内无法归入任何目标、类别或指标的文字，以及无法识别的指标值。',
      en: 'Text in the table that belongs to no goal, category or indicator, and target values that cannot be parsed.',
    },
    why: {
      zh: '无法识别的文字不参与任何检查，可能是录入错误或被截断的内容。表格上下的标题、说明不在此列。',
      en: 'Unparsed text is left out of all checks. It may be a typing error or truncated content. Titles and notes above and below the table are not covered.',
    },
    fix: { zh: '更正该处文字，或移出表格。', en: 'Correct the text, or move it out of the table.' },
    basis: {
      zh: '定量指标应有计算符号和计量单位（SYS）。',
      en: 'A quantitative indicator should have a comparator and a unit (SYS).',
    },
    invalid: example(
      `\t路灯维修\t5.00\t目标1:修复损坏的路灯。\t一、产出指标 (一)数量指标 1.维修路灯数量 ≥3#7b盏${REST}`,
    ),
    valid: `附件3
${example(`\t路灯维修\t5.00\t目标1:修复损坏的路灯。\t一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏${REST}`)}
注:本表由各预算单位填报。`,
  },

  *check(disclosure) {
    for (const { text, reason } of disclosure.leftovers) {
      if (reason !== 'unplaced') continue
      const shown = shorten(text.meaning)
      yield {
        message: { zh: `表内文字“${shown}”无法识别`, en: `the text “${shown}” in the table cannot be read` },
        at: text.span,
      }
    }
  },

  *checkProject(facts) {
    for (const { indicator } of facts.indicators) {
      const { target } = indicator
      // Damage with a likely reading, and text of the template, have rules of their own.
      if (target.kind !== 'unparsed' || facts.isMisread(indicator)) continue
      if (hasNoValue(target) || [indicator.text, target.text].some(isOfTemplate)) continue
      const name = quoted(indicator.name.meaning)
      const shown = shorten(target.text.meaning)
      yield {
        message: {
          zh: `指标${name}的值“${shown}”无法识别`,
          en: `the value “${shown}” of the indicator ${name} cannot be read`,
        },
        at: target.span,
      }
    }
  },
}

const isOfTemplate = ({ folded }: SpannedText): boolean => templateTextIn(folded) !== undefined

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text)
