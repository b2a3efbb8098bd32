import { mayHoldSign } from '../facts/misreads.ts'
import { exceedsWhole, isOfWhole, shareIn } from '../facts/project-facts.ts'
import { sideOf } from '../model/comparator.ts'
import type { Decimal } from '../model/decimal.ts'
import type { MeasuredTarget } from '../model/disclosure.ts'
import { editOf } from '../model/finding.ts'
import type { Measure } from '../model/measure.ts'
import type { Problem, Rule } from './rule.ts'
import { example, REST } from './shared/example.ts'
import { goalPlace } from './shared/phrases.ts'
import { quoted } from './shared/quoted.ts'

const exceeds = (
  name: string,
  target: MeasuredTarget,
  percent: Decimal,
  {
    isReached = false,
    promised,
  }: { readonly isReached?: boolean; readonly promised?: Measure | undefined } = {},
): Problem => {
  const shown = target.text.meaning
  const what = isReached ? { zh: '实际完成值', en: 'actual value' } : { zh: '值', en: 'value' }
  return {
    message: {
      zh: `指标${quoted(name)}的${what.zh}“${shown}”超过 100%`,
      en: `the ${what.en} “${shown}” of the indicator ${quoted(name)} exceeds 100 %`,
    },
    at: target.span,
    ...(promised === undefined ? {} : { related: [goalPlace(promised)] }),
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
      en: 'A share of a whole does not exceed 100%.',
    },
    finds: {
      zh: '占整体的比例（指标值或实际完成值）大于 100%。',
      en: 'A share of a whole with a target or actual value above 100%.',
    },
    why: {
      zh: '满意度、合格率、覆盖率等不可能超过整体。增长率、超计划完成率等不在此列；“≥100%”只能等于 100%，仅作提示。',
      en: 'Satisfaction, pass rates, coverage and the like cannot exceed the whole. Growth rates, rates of completion beyond the plan and the like are not covered. “≥100%” can only mean exactly 100% and is only a notice.',
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
    const { misfits } = facts
    for (const one of facts.indicators) {
      const { indicator, name, is } = one
      const { target, actual } = indicator
      // Where the unit is wrong, the value is not.
      if (misfits.get(indicator)?.why === 'no-share') continue
      if (actual?.kind === 'measured' && !MAY_EXCEED.some(is)) yield* reachedTooMuch(name, actual)
      if (target.kind !== 'measured') continue
      const percent = shareIn(target.measure)
      if (percent === undefined || percent.lt(100)) continue
      // A misread comparator has its own rule.
      if (facts.isMisread(indicator) || !isOfWhole(one, target)) continue
      if (exceedsWhole(one, target))
        yield exceeds(name, target, percent, { promised: facts.promiseOf(indicator)?.measure })
      else if (percent.eq(100) && sideOf(target.comparator) > 0) yield canOnlyEqual(name, target, percent)
    }
  },
}

const MAY_EXCEED = ['may-exceed-whole', 'count', 'completion-over-plan'] as const

/** A result above the whole; 290% may have been ≥90%. */
function* reachedTooMuch(name: string, actual: MeasuredTarget): Generator<Problem> {
  const reached = shareIn(actual.measure)
  if (reached?.gt(100) && actual.measure.change === undefined && !mayHoldSign(actual.measure))
    yield exceeds(name, actual, reached, { isReached: true })
}
