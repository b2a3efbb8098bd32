import type { IndicatorFacts } from '../facts/project-facts.ts'
import type { Project } from '../model/disclosure.ts'
import { baseValue } from '../model/unit.ts'
import { type CategoryId, categoryEntry } from '../vocabulary/categories.ts'
import type { Rule } from './rule.ts'
import { example, projectRow } from './shared/example.ts'
import { quoted } from './shared/quoted.ts'

export const misplacedIndicator: Rule = {
  id: 'misplaced-indicator',
  category: 'consistency',
  severity: 'warning',
  docs: {
    summary: {
      zh: '指标应放在与其内容相符的类别下。',
      en: 'Every indicator is in the category that fits what it measures.',
    },
    finds: {
      zh: '名称与所在类别明显不符的指标。',
      en: 'An indicator with a name that clearly does not fit its category.',
    },
    why: {
      zh: '只报告确定的几种：满意度不在满意度指标下；合格率、准确率、故障率、差错率（刊误率）在效益下；人数、次数、数量、起数、发生数在质量或满意度下；金额在数量或质量下（收入、募集、节约的金额和大于项目资金的金额除外）；及时率、日期在质量下。以投诉次数、返工数量、合格人数等说明质量或满意度的不报告。',
      en: 'Only clear-cut cases are reported: satisfaction outside the satisfaction category; pass, accuracy, failure and error rates under benefit; numbers of people, times, items or incidents under quality or satisfaction; money under quantity or quality, unless it was earned, raised or saved, or is more than the project has; timeliness rates and dates under quality. Counts that describe quality or satisfaction, such as complaints, reworked items or passes, are not reported.',
    },
    fix: { zh: '把该指标移到相符的类别下。', en: 'Move the indicator to the category that fits.' },
    basis: {
      zh: '质量不等于效益，满意度不能代替效益（TEXT）。',
      en: 'Quality is not the same as benefit, and satisfaction cannot stand in for benefit (TEXT).',
    },
    invalid: example(
      projectRow(
        '路灯维修',
        '目标1:修复损坏的路灯。',
        '一、产出指标 (一)数量指标 1.维修路灯数量 ≥60盏 (二)质量指标 1.维修及时率 ≥98% 二、效益指标 (一)社会效益指标 1.群众满意度 ≥90% 三、满意度指标 1.居民满意度 ≥90%',
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

  *checkProject({ project, indicators, misfits }) {
    for (const facts of indicators) {
      const fits = betterPlace(facts)
      const heading = facts.categories.at(-1)
      if (fits === undefined || heading === undefined) continue
      // 清运量 3600元 has a wrong unit, and stands where it belongs.
      if (fits === 'cost' && !facts.is('money') && misfits.has(facts.indicator)) continue
      if (fits === 'cost' && isMoreThan(facts, project)) continue
      const [name, under] = [quoted(facts.name), quoted(heading.name.meaning)]
      const better = `${categoryEntry(fits).name}指标`
      yield {
        message: {
          zh: `指标${name}在${under}下，应属于${better}`,
          en: `the indicator ${name} is under ${under}; it belongs under ${better}`,
        },
        at: facts.indicator.name.span,
        related: [{ at: heading.heading.span, note: { zh: '所在的类别', en: 'the category it is under' } }],
      }
    }
  },
}

/** 贷款额度11000万元 of a project of 88万元: more than all its money is none that it spends, if no name says so. */
const isMoreThan = ({ indicator: { target }, is }: IndicatorFacts, { amount }: Project): boolean =>
  !is('expense') &&
  target.kind === 'measured' &&
  target.measure.unit?.per.length === 0 &&
  amount.kind === 'amount' &&
  amount.money.gt(0) &&
  baseValue(target.measure).gt(amount.money)

/** Where the indicator belongs, if it surely doesn't belong where it stands. */
const betterPlace = ({
  indicator,
  categoryId,
  levelOne,
  is,
  isMoney,
}: IndicatorFacts): CategoryId | undefined => {
  if (categoryId === undefined) return undefined
  const { target } = indicator
  if (levelOne !== 'satisfaction' && is('satisfaction')) return 'satisfaction'
  if (levelOne === 'benefit' && is('quality-rate')) return 'quality'
  const isAboutQuality = categoryId === 'quality' || levelOne === 'satisfaction'
  if (isAboutQuality && (is('occurrences') || (is('amount-of-work') && !is('counted-quality'))))
    return 'quantity'
  if (isMoney && !is('earned-or-saved') && (categoryId === 'quantity' || categoryId === 'quality'))
    return 'cost'
  const isDate = target.kind === 'period' && !target.period.recurring
  return categoryId === 'quality' && (is('timeliness') || isDate) ? 'timeliness' : undefined
}
