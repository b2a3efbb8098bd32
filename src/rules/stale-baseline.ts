import { reportedYears } from '../facts/columns.ts'
import type { Year } from '../model/disclosure.ts'
import type { Baseline } from '../model/measure.ts'
import type { Span } from '../source/span.ts'
import type { Message, Problem, Related, Rule } from './rule.ts'
import { quoted } from './shared/quoted.ts'

const stale = ({ name, baseline, year }: NamedBaseline, frame: Frame): Problem => {
  const { expected, budget, other, isOnlyYear } = frame
  const printed = baseline.text.meaning
  const data = { year: String(year), expected: String(expected) }
  const beside: readonly Related[] =
    other === undefined
      ? []
      : [{ at: other, note: { zh: `以 ${expected} 年为基准的指标`, en: `a baseline of ${expected}` } }]
  if (budget === undefined) {
    return {
      message: {
        zh: `指标${quoted(name)}的基准为“${printed}”，其他指标多以 ${expected} 年为基准`,
        en: `the baseline of ${quoted(name)} is “${printed}”, but most others use the year ${expected}`,
      },
      at: baseline.span,
      related: beside,
      data,
    }
  }
  return {
    message: {
      zh: `指标${quoted(name)}的基准为“${printed}”，${budget.value} 年预算应以 ${expected} 年为基准`,
      en: `the baseline of ${quoted(name)} is “${printed}”; a budget for ${budget.value} should use the year ${expected}`,
    },
    at: baseline.span,
    related: [{ at: budget.text.span, note: { zh: '预算年度', en: 'budget year' } }, ...beside],
    ...(isOnlyYear ? { severity: 'info' as const, because: LAST_KNOWN } : {}),
    data,
  }
}

const LAST_KNOWN: Message = {
  zh: '表中的基准都是这一年，编制预算时可能只有该年的实际值。',
  en: 'all baselines of the filing are of that year, which may have been the last one known when the budget was drawn up.',
}

export const staleBaseline: Rule = {
  id: 'stale-baseline',
  category: 'consistency',
  severity: 'warning',
  docs: {
    summary: {
      zh: '以往年实际值为基准的指标，应以预算年度的上一年为准。',
      en: 'An indicator measured against an earlier year uses the year before the budget year.',
    },
    finds: {
      zh: '基准年份不是预算年度上一年的指标，或同一表中基准年份不一致。',
      en: 'An indicator with a base year other than the year before the budget year, or base years that differ within one table.',
    },
    why: {
      zh: '基准年份过旧，往往是沿用了往年的表；基准年份不早于预算年度，则无从比较。全表都以前两年为基准、也没有上一年实际值一栏的仅作提示：编制预算时，该年可能是最近的实际值。标题没有年份时，与多数指标的基准年份比较。',
      en: 'A base year that is too old is usually left over from an earlier table; one that is not before the budget year leaves nothing to compare with. If the whole table uses the year two years back and has no column for the actual values of the year after that, the finding is only a notice: when the budget was drawn up, that may have been the latest year with actual values. If the title gives no year, base years are compared with the one most indicators use.',
    },
    fix: {
      zh: '改为预算年度上一年的实际值。',
      en: 'Use the actual value of the year before the budget year.',
    },
    basis: {
      zh: '表中以“≥上一年实际值”为惯例（FORM）。',
      en: 'Forms conventionally ask for “≥ actual value of the previous year” (FORM).',
    },
    invalid: `某县2023年部门预算项目支出绩效目标公开表

单位编码\t单位及项目名称\t金额(万元)\t绩效目标\t绩效指标
\t农技推广\t6.00\t目标1:推广水稻良种。\t一、产出指标 (一)数量指标 1.推广良种数量 ≥3种 二、效益指标 (一)社会效益指标 1.良种普及率 ≥2020年实际值 2.农户收入 ≥2022年实际值 三、满意度指标 1.农民满意度 ≥90%`,
    valid: `某县2023年部门预算项目支出绩效目标公开表

单位编码\t单位及项目名称\t金额(万元)\t绩效目标\t绩效指标
\t农技推广\t6.00\t目标1:推广水稻良种。\t一、产出指标 (一)数量指标 1.推广良种数量 ≥3种 二、效益指标 (一)社会效益指标 1.良种普及率 ≥2022年实际值 三、满意度指标 1.农民满意度 ≥90%`,
  },

  *checkProject({ indicators, year: budget, survey, disclosure }) {
    const { baselineYear, baselines } = survey
    const expected = budget === undefined ? baselineYear : budget.value - 1
    if (expected === undefined) return
    const isOnlyYear =
      baselines.size === 1 && baselines.has(expected - 1) && !reportedYears(disclosure).has(expected)
    const frame = { expected, budget, other: baselines.get(expected), isOnlyYear }
    for (const { indicator, name } of indicators) {
      const { target } = indicator
      if (target.kind !== 'baseline' || target.baseline.year === undefined) continue
      const { baseline } = target
      if (target.baseline.year !== expected)
        yield stale({ name, baseline, year: target.baseline.year }, frame)
    }
  },
}

interface NamedBaseline {
  readonly name: string
  readonly baseline: Baseline
  readonly year: number
}

/** What baselines are compared with. */
interface Frame {
  readonly expected: number
  readonly budget: Year | undefined
  /** Where another indicator has the expected year. */
  readonly other: Span | undefined
  /** All baselines are of one year, the one before the expected, of which the table has no results. */
  readonly isOnlyYear: boolean
}
