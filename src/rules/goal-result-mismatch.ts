import { disagreementOf } from '../facts/agreement.ts'
import type { Match, Matching } from '../facts/matching.ts'
import { isNamedBehind } from '../facts/named-behind.ts'
import { type ResultMatching, SURE } from '../facts/result-matching.ts'
import { otherUnitOf } from '../facts/result-unit.ts'
import { type Decimal, halfOfPlace, ONE, ZERO } from '../model/decimal.ts'
import type { Indicator } from '../model/disclosure.ts'
import { intersects, intervalInBase } from '../model/interval.ts'
import type { Measure } from '../model/measure.ts'
import { baseValue, comparability, scaleOf } from '../model/unit.ts'
import type { Problem, Rule } from './rule.ts'
import { evaluationExample } from './shared/example.ts'
import { sameThing } from './shared/phrases.ts'
import { quoted } from './shared/quoted.ts'

export const goalResultMismatch: Rule = {
  id: 'goal-result-mismatch',
  category: 'consistency',
  severity: 'warning',
  docs: {
    summary: {
      zh: '“实际完成情况”中的数字应与指标的实际完成值一致。',
      en: 'A number in the reported results (实际完成情况) agrees with the actual value of its indicator.',
    },
    finds: {
      zh: '“实际完成情况”中的数字与同一件事的指标实际完成值不同。约数、“以上”“超过”等说法包含实际完成值的，四舍五入可以解释的，以及文中另有与实际完成值相同的数字的，不报告。',
      en: 'A number in the reported results that differs from the actual value of the indicator for the same thing. Not reported: approximate numbers and wording such as 以上 or 超过 that include the actual value, differences that rounding can explain, and text that also contains the actual value.',
    },
    why: {
      zh: '同一件事在两处填成两个结果，至少有一处不实。',
      en: 'If the same thing is reported with two different results, at least one of them is untrue.',
    },
    fix: { zh: '核对完成情况，使两处一致。', en: 'Check the actual result, and make the two agree.' },
    basis: {
      zh: '自评表并列目标的实际完成情况与各指标的实际完成值（FORM）；指标与目标直接相关（TEXT）。',
      en: 'Self-evaluation forms print the results of the goals alongside the actual values of the indicators (FORM); indicators relate directly to the goals (TEXT).',
    },
    invalid: evaluationExample({ goal: '维修路灯60盏。', result: '共维修路灯75盏。' }),
    valid: evaluationExample({ goal: '维修路灯60盏。', result: '共维修路灯62盏。' }),
  },

  *checkProject(facts) {
    const { results, matching, year } = facts
    if (results === undefined) return
    for (const match of results.matching.matches) {
      const indicator = results.indicatorOf(match)
      if (indicator === undefined || facts.isMisread(indicator)) continue
      // A result in the unit of something else is told as that.
      if (otherUnitOf(indicator) !== undefined) continue
      if (disagrees(match, results, year?.value) && !isOfPlan(match, indicator, matching))
        yield problemOf(match, indicator)
    }
  },
}

const disagrees = (
  match: Match,
  { matching, isAsPlanned }: ResultMatching,
  year: number | undefined,
): boolean => {
  const { promise, candidate, score } = match
  if (score < SURE || promise.kind === 'price' || promise.kind === 'money') return false
  if (disagreementOf(match, matching, year) === undefined && !(isAsPlanned(match) && isNamedBehind(match)))
    return false
  const [said, reached] = [promise.measure, candidate.target.measure]
  if (intersects(intervalInBase(said), intervalInBase(reached))) return false
  const gap = baseValue(said).minus(baseValue(reached)).abs()
  if (gap.lte(roundingOf(said)) || gap.lte(roundingOf(reached))) return false
  // 计划200盏,实际198盏: the text says both, unless the other number is what another indicator came to.
  return !matching.promises.some(
    (other) =>
      comparability(other.measure.unit, reached.unit) !== 'different' &&
      baseValue(other.measure).eq(baseValue(reached)) &&
      !matching.matches.some((own) => own.promise === other && isReached(own)),
  )
}

const isReached = ({ promise, candidate, score }: Match): boolean =>
  score >= SURE && baseValue(promise.measure).eq(baseValue(candidate.target.measure))

/** Half of the last printed place; a whole number was not rounded, unless it counts ten thousands. */
const roundingOf = ({ numeral: { decimals }, unit }: Measure): Decimal => {
  const scale = unit === undefined ? ONE : scaleOf(unit)
  return decimals === 0 && scale.lt(10_000) ? ZERO : halfOfPlace(decimals).times(scale)
}

/** The goal and the target disagree in just the same way, which is told of them. */
const isOfPlan = ({ promise, candidate }: Match, indicator: Indicator, { matches }: Matching): boolean =>
  matches.some(
    (plan) =>
      plan.candidate.indicator === indicator &&
      baseValue(plan.promise.measure).eq(baseValue(promise.measure)) &&
      baseValue(plan.candidate.target.measure).eq(baseValue(candidate.target.measure)),
  )

const problemOf = (match: Match, indicator: Indicator): Problem => {
  const { promise, candidate } = match
  const [said, reached] = [promise.measure.text.meaning, candidate.target.text.meaning]
  const name = quoted(indicator.name.meaning)
  return {
    message: {
      zh: `实际完成情况写“${said}”，指标${name}的实际完成值为“${reached}”，两处不一致`,
      en: `the reported result says “${said}”, but ${name} came to “${reached}”`,
    },
    at: promise.measure.span,
    related: [
      { at: candidate.target.span, note: { zh: `指标${name}的实际完成值`, en: `actual value of ${name}` } },
    ],
    because: sameThing(match),
    working: [`${said} ≠ ${reached}`],
    data: {
      result: baseValue(promise.measure).toFixed(),
      actual: baseValue(candidate.target.measure).toFixed(),
    },
  }
}
