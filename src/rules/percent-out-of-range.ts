import { sideOf } from '../model/comparator.ts'
import type { Decimal } from '../model/decimal.ts'
import type { MeasuredTarget } from '../model/disclosure.ts'
import { editOf } from '../model/finding.ts'
import type { Measure } from '../model/measure.ts'
import { toBase } from '../model/unit.ts'
import type { Problem, Rule } from './rule.ts'
import { example, REST } from './shared/example.ts'
import { quoted } from './shared/quoted.ts'

const exceeds = (name: string, target: MeasuredTarget, percent: Decimal): Problem => {
  const shown = target.text.meaning
  return {
    message: {
      zh: `指标${quoted(name)}的值“${shown}”超过 100%`,
      en: `the value “${shown}” of the indicator ${quoted(name)} exceeds 100 %`,
    },
    at: target.span,
    data: { percent: percent.toFixed() },
  }
}

const canOnlyEqual = (name: string, target: MeasuredTarget, percent: Decimal): Problem => {
  const shown = target.text.meaning
  const { printedComparator: printed } = target
  // In words, or behind the number, there is more to change than the sign.
  const isSign = printed?.sign === '≥' && printed.text.length === 1
  const edit = isSign ? editOf(printed.text, '=') : undefined
  return {
    message: {
      zh: `指标${quoted(name)}的值“${shown}”只能等于 100%，可改为“=100%”`,
      en: `the value “${shown}” of the indicator ${quoted(name)} can only mean 100 %; write “=100%”`,
    },
    at: target.span,
    severity: 'info',
    ...(edit === undefined ? {} : { edits: [edit] }),
    data: { percent: percent.toFixed() },
  }
}

export const percentOutOfRange: Rule = {
  id: 'percent-out-of-range',
  category: 'arithmetic',
  severity: 'error',
  docs: {
    summary: {
      zh: '占整体的比例不应超过 100%。',
      en: 'A share of a whole is at most 100 %.',
    },
    finds: {
      zh: '占整体的比例大于 100%。',
      en: 'A share of a whole above 100 %.',
    },
    why: {
      zh: '满意度、合格率、覆盖率等不可能超过整体。增长率、超计划完成率等不在此列；“≥100%”只能等于 100%，仅作提示。',
      en: 'Satisfaction, pass rates and coverage cannot exceed the whole. Growth and completion over plan are not meant; “≥100%” can only mean 100 % and is a notice.',
    },
    fix: { zh: '核对该百分比。', en: 'Check the percentage.' },
    basis: { zh: '算术。', en: 'Arithmetic.' },
    invalid: example(
      `\t路灯维修\t5.00\t目标1:修复损坏的路灯。\t一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏 (二)质量指标 1.维修验收合格率 ≥980%${REST}`,
    ),
    valid: example(
      `\t路灯维修\t5.00\t目标1:修复损坏的路灯。\t一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏 (二)质量指标 1.维修验收合格率 ≥98% 2.夜间客流增长率 ≥120%${REST}`,
    ),
  },

  *checkProject(facts) {
    for (const { indicator, name, is } of facts.indicators) {
      const { target } = indicator
      if (target.kind !== 'measured' || target.measure.change !== undefined) continue
      const percent = shareIn(target.measure)
      if (percent === undefined || percent.lt(100)) continue
      const isWhole = percent.eq(100)
      if (isWhole && sideOf(target.comparator) <= 0) continue
      // Of a number of things the unit is wrong, not the value; a misread comparator has its own rule.
      if (is('may-exceed-whole') || is('count') || facts.isMisread(indicator)) continue
      if (isWhole) yield canOnlyEqual(name, target, percent)
      else if (!is('completion-over-plan') || percent.gt(200)) yield exceeds(name, target, percent)
    }
  },
}

/** The greatest share a measure names, in %. */
const shareIn = ({ numeral, upperNumeral, unit }: Measure): Decimal | undefined =>
  unit?.dimension === 'share' ? toBase((upperNumeral ?? numeral).value, unit) : undefined
