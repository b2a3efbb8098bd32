import { collect, groupBy } from '../collect.ts'
import type { Indicator } from '../model/disclosure.ts'
import { isFraction, isOfShare, saysUnit } from '../vocabulary/unit-in-name.ts'
import type { Message, Problem, Rule } from './rule.ts'
import { example, REST } from './shared/example.ts'
import { andOthers } from './shared/phrases.ts'
import { quoted } from './shared/quoted.ts'

export const missingUnit: Rule = {
  id: 'missing-unit',
  category: 'wording',
  severity: 'warning',
  docs: {
    summary: {
      zh: '定量指标的值应有计量单位。',
      en: 'The value of a quantitative indicator has a unit.',
    },
    finds: {
      zh: '没有单位的数字，且指标名称也没有说明单位。',
      en: 'A number without a unit, in an indicator with a name that does not give the unit either.',
    },
    why: {
      zh: '没有单位的数字无法考核，也无法与目标、金额比较。名称已含单位（如“营造林面积(亩)”“参训人数”）、分数、比（1:4）和值为 0 的不报告。',
      en: 'A number without a unit can be neither assessed nor compared with goals and amounts. Not reported: names that include the unit (营造林面积(亩), 参训人数), fractions, ratios (1:4) and values of 0.',
    },
    fix: { zh: '补充计量单位。', en: 'Add the unit.' },
    basis: {
      zh: '定量指标应有计算符号和计量单位（SYS）。',
      en: 'A quantitative indicator should have a comparator and a unit (SYS).',
    },
    invalid: example(
      `\t路灯维修\t5.00\t目标1:修复损坏的路灯。\t一、产出指标 (一)数量指标 1.维修路灯 ≥60${REST}`,
    ),
    valid: example(
      `\t植树造林\t5.00\t目标1:营造防护林。\t一、产出指标 (一)数量指标 1.营造林面积(亩) ≥800 2.参训人数 ≥60 3.栽植苗木 ≥6000株${REST}`,
    ),
  },

  *checkProject({ indicators }) {
    const lacking = collect(indicators, ({ indicator, isMoney }) =>
      isMoney || !lacksUnit(indicator) ? undefined : indicator,
    )
    const rows = groupBy(lacking, ({ name }) => name.span.start)
    const causes = rows.size > MOST_APART ? [lacking] : rows.values()
    for (const [first, ...others] of causes) if (first !== undefined) yield without(first, others)
  },
}

/** More rows than these lack their units for one reason: the table prints none, or they were lost. */
const MOST_APART = 3

/** The targets of one row, for districts or terms, lack one unit. */
const without = (first: Indicator, others: readonly Indicator[]): Problem => {
  const count = new Set([first, ...others].map(({ name }) => name.span.start)).size - 1
  return {
    message: andOthers(messageOf(first), count, '指标的值'),
    at: first.target.span,
    ...(others.length === 0
      ? {}
      : { related: others.map((other) => ({ at: other.target.span, note: messageOf(other) })) }),
  }
}

const messageOf = ({ name, target }: Indicator): Message => {
  const [indicator, shown] = [quoted(name.meaning), target.text.meaning]
  return {
    zh: `指标${indicator}的值“${shown}”没有计量单位`,
    en: `the value “${shown}” of the indicator ${indicator} has no unit`,
  }
}

const lacksUnit = ({ name, target }: Indicator): boolean => {
  if (name.isBlank || target.kind !== 'measured' || target.measure.unit !== undefined) return false
  const { numeral, upperNumeral } = target.measure
  // None is none in any unit.
  if (numeral.value.isZero() && upperNumeral === undefined) return false
  // 0.8, 1(100%): a share of one.
  if (numeral.value.lte(1) && isOfShare(name.meaning)) return false
  // 不低于三分之一 and ≥1:4 are parts of something, and need none.
  return !isFraction(numeral.text.folded) && !saysUnit(name.meaning)
}
