import type { Disagreement } from '../facts/agreement.ts'
import { isSpendingCategory } from '../facts/costs.ts'
import type { OtherDeadline } from '../facts/goal-deadlines.ts'
import type { Match, Matching } from '../facts/matching.ts'
import type { Misread } from '../facts/misreads.ts'
import type { Project } from '../model/disclosure.ts'
import { baseValue } from '../model/unit.ts'
import type { Message, Problem, Rule } from './rule.ts'
import { example, REST } from './shared/example.ts'
import { sameThing, sharedWords } from './shared/phrases.ts'
import { promisedInAll } from './shared/promised.ts'
import { quoted } from './shared/quoted.ts'

const mismatch = (match: Match, disagreement: Disagreement, matching: Matching): Problem => {
  const { promise, candidate } = match
  const target = candidate.target.text.meaning
  const sum = candidate.columns === undefined ? { zh: '', en: '' } : OF_COLUMNS
  const name = quoted(candidate.name)
  const relation = RELATIONS[disagreement]
  const { message, working } = promisedInAll(match, matching)
  return {
    message: {
      zh: `绩效目标为${message.zh}，指标${name}为${sum.zh}“${target}”，${relation.zh}`,
      en: `the goal says ${message.en}, the indicator ${name} says “${target}”${sum.en}: ${relation.en}`,
    },
    at: promise.measure.span,
    related: [{ at: candidate.target.span, note: { zh: `指标${name}`, en: `indicator ${name}` } }],
    because: sameThing(match),
    working,
    data: {
      goal: baseValue(promise.measure).toFixed(),
      indicator: baseValue(candidate.target.measure).toFixed(),
    },
  }
}

/** Behind a target that districts come to. */
const OF_COLUMNS: Message = { zh: '各列合计', en: ' in all columns together' }

const otherDeadline = ({ promised, indicator, planned, isLater, shared }: OtherDeadline): Problem => {
  const [goal, target] = [promised.text.meaning, planned.text.meaning]
  const name = quoted(indicator.name.meaning)
  const relation = RELATIONS[isLater ? 'later' : 'earlier']
  return {
    message: {
      zh: `绩效目标为“${goal}”，指标${name}为“${target}”，${relation.zh}`,
      en: `the goal says “${goal}”, the indicator ${name} says “${target}”: ${relation.en}`,
    },
    at: promised.span,
    related: [{ at: planned.span, note: { zh: `指标${name}`, en: `indicator ${name}` } }],
    ...sharedWords(shared),
    working: [`${goal} ≠ ${target}`],
  }
}

const RELATIONS: Readonly<Record<Disagreement | 'later' | 'earlier', Message>> = {
  weaker: { zh: '指标低于目标', en: 'the indicator is weaker than the goal' },
  stricter: { zh: '指标高于目标', en: 'the indicator is stricter than the goal' },
  contradictory: { zh: '两者互相矛盾', en: 'they contradict each other' },
  later: { zh: '指标晚于目标', en: 'the indicator allows more time than the goal' },
  earlier: { zh: '指标早于目标', en: 'the indicator allows less time than the goal' },
}

const notCompared = (
  project: Project,
  { numbers, indicators }: NonNullable<Matching['tooMany']>,
): Problem => ({
  message: {
    zh: `绩效目标中有 ${numbers} 个数字、${indicators} 项指标，数量过多，目标与指标未予核对`,
    en: `the goals have ${numbers} numbers and the project ${indicators} indicators, too many to compare: goals and indicators were not compared`,
  },
  at: project.name.span,
  severity: 'warning',
  fix: { zh: '将项目或目标分开填报后重新核对。', en: 'Divide the project or its goals, and check again.' },
})

export const goalIndicatorMismatch: Rule = {
  id: 'goal-indicator-mismatch',
  category: 'consistency',
  severity: 'error',
  docs: {
    summary: {
      zh: '目标中承诺的数字应与衡量它的指标一致。',
      en: 'A number promised in a goal agrees with the indicator that measures it.',
    },
    finds: {
      zh: '目标中的数字与衡量它的指标不同，并说明是低于、高于还是互相矛盾；目标中的完成时限与时效指标的不同。',
      en: 'A number in a goal that differs from its indicator; the finding says whether the indicator is weaker, stricter or contradictory. Also a deadline in a goal that differs from the timeliness indicator for the same thing.',
    },
    why: {
      zh: '同一件事在目标和指标中写成两个数，评价时无从判断按哪个考核。按数字前后的词语、单位和类别一一配对，从不只凭数字相同配对；把握不足时不报告。',
      en: 'If a goal and an indicator give different numbers for the same thing, an evaluator cannot tell which one applies. Numbers are paired one to one by the words around them, their unit and their kind, never just because they are equal. Doubtful pairs are not reported.',
    },
    fix: {
      zh: '使目标与指标一致，或说明差异。',
      en: 'Make the goal and the indicator agree, or explain the difference.',
    },
    basis: {
      zh: '绩效指标应与绩效目标直接相关（TEXT）。',
      en: 'Indicators should relate directly to the goal (TEXT).',
    },
    invalid: example(
      `\t农技推广\t6.00\t目标1:全年举办水稻种植培训班12期。\t一、产出指标 (一)数量指标 1.举办水稻种植培训班 ≥15期${REST}`,
    ),
    valid: example(
      `\t农技推广\t6.00\t目标1:全年举办水稻种植培训班12期,培训农民600人次。\t一、产出指标 (一)数量指标 1.举办水稻种植培训班 ≥12期 2.培训农民人次 ≥600人次${REST}`,
    ),
  },

  *checkProject({ project, matching, disagreements, misreads, otherDeadlines }) {
    if (matching.tooMany !== undefined) yield notCompared(project, matching.tooMany)
    for (const { match, how } of disagreements) {
      // A misread value is that of the damage, which has a rule of its own.
      if (isOfCost(match) || misreads.some((damaged) => isOfDamage(match, damaged))) continue
      yield mismatch(match, how, matching)
    }
    for (const other of otherDeadlines) yield otherDeadline(other)
  },
}

/** Whether the value is damaged, or the goal says what another was before: 100% beside l00%. */
const isOfDamage = ({ promise, candidate }: Match, { indicator, likely }: Misread): boolean =>
  candidate.indicator === indicator ||
  likely.replace(SIGN, '') === promise.measure.text.meaning.replace(SIGN, '')

const SIGN = /^[^\d]+/

/**
 * Prices, and money that is spent, have a rule of their own; 收入5亿元 and 户均增收2000元 are promised as any number is, and so
 * are loans and sales among the outputs.
 */
const isOfCost = ({ promise, candidate }: Match): boolean =>
  promise.kind === 'price'
    ? !candidate.categories.some(({ is }) => is === 'benefit')
    : promise.kind === 'money' && isSpendingCategory(candidate.categoryId)
