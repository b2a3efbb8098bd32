import { sideOf } from '../model/comparator.ts'
import { type Decimal, sum } from '../model/decimal.ts'
import type { Measure } from '../model/measure.ts'
import { baseValue, toBase } from '../model/unit.ts'
import type { Match, Matching } from './matching.ts'
import type { MeasureKind } from './promises.ts'

/** How an indicator disagrees with the goal it measures. */
export type Disagreement = 'weaker' | 'stricter' | 'contradictory'

/** From this score on a pair is sure enough to call a difference a contradiction. */
export const sureFrom = (kind: MeasureKind): number => (kind === 'time' ? 0.6 : 0.4)

/**
 * How the indicator of a match disagrees with its goal; `undefined` where they agree, where the match
 * is not sure enough, or where the two numbers are not of the same thing: of one time and of the
 * whole year (每月1次, 12次), of this year and of several, a change and a level.
 */
export const disagreementOf = (match: Match, matching: Matching, year?: number): Disagreement | undefined => {
  if (!isSure(match) || !isOfSameTerm(match, year)) return undefined
  const { promise, candidate } = match
  const goal = baseValue(promise.measure)
  const indicator = baseValue(candidate.target.measure)
  const [goalSide, side] = [sideOf(promise.measure.comparator?.sign), sideOf(candidate.target.comparator)]
  if (goal.eq(indicator)) return goalSide * side < 0 ? 'contradictory' : undefined
  if (isWithinRange(match, goal, indicator) || isAbout(promise.measure, goal, indicator)) return undefined
  if (isSumOfParts(match, matching)) return undefined
  if (
    goalSide * side < 0 ||
    (promise.measure.comparator === undefined && candidate.target.comparator === '=')
  )
    return 'contradictory'
  const isLess = indicator.lt(goal)
  return goalSide < 0 || side < 0 ? (isLess ? 'stricter' : 'weaker') : isLess ? 'weaker' : 'stricter'
}

const isSure = ({ promise, candidate, score }: Match): boolean => {
  // 提高5% is a change, 提高到95% a level.
  if (promise.measure.change !== candidate.target.measure.change) return false
  return score >= sureFrom(promise.kind)
}

/** Whether both are of the same term, or differ by just the times that a year has of one. */
const isOfSameTerm = ({ promise, candidate }: Match, year: number | undefined): boolean => {
  if (promise.horizon !== undefined && promise.horizon !== year) return false
  return promise.each === candidate.each
}

const isWithinRange = ({ promise, candidate }: Match, goal: Decimal, indicator: Decimal): boolean =>
  holds(promise.measure, indicator) || holds(candidate.target.measure, goal)

/** Whether a range holds the value. */
const holds = ({ numeral, upperNumeral, unit }: Measure, value: Decimal): boolean => {
  if (upperNumeral === undefined) return false
  const end = (printed: Decimal): Decimal => (unit === undefined ? printed : toBase(printed, unit))
  return value.gte(end(numeral.value)) && value.lte(end(upperNumeral.value))
}

/** 约100人 is met by 95: within a tenth. */
const isAbout = ({ approximate }: Measure, goal: Decimal, indicator: Decimal): boolean =>
  approximate && goal.minus(indicator).abs().lte(goal.abs().times('0.1'))

/** 教师100人、学生200人 are together the 300人 of one indicator, or the other way round. */
const isSumOfParts = (
  { promise, candidate }: Match,
  { promises, candidates, matches }: Matching,
): boolean => {
  const base = promise.measure.unit?.base
  const isLike = ({ unit, change }: Measure): boolean => unit?.base === base && change === undefined
  // What has a partner of its own that it agrees with is no part of something else.
  const settled = matches.filter((other) =>
    baseValue(other.promise.measure).eq(baseValue(other.candidate.target.measure)),
  )
  const inGoal = promises.filter(
    (other) =>
      other !== promise &&
      other.goal === promise.goal &&
      isLike(other.measure) &&
      !settled.some((match) => match.promise === other),
  )
  const inCategory = candidates.filter(
    (other) =>
      other !== candidate &&
      other.categoryId === candidate.categoryId &&
      isLike(other.target.measure) &&
      !settled.some((match) => match.candidate === other),
  )
  const goal = baseValue(promise.measure)
  const indicator = baseValue(candidate.target.measure)
  return (
    isSumWith(
      inGoal.map(({ measure }) => baseValue(measure)),
      goal,
      indicator,
    ) ||
    isSumWith(
      inCategory.map(({ target }) => baseValue(target.measure)),
      indicator,
      goal,
    )
  )
}

/** Whether `part` and some of `others` (at most twelve are tried) add up to `whole`. */
const isSumWith = (others: readonly Decimal[], part: Decimal, whole: Decimal): boolean => {
  if (others.length === 0 || part.gte(whole)) return false
  const tried = others.slice(0, 12)
  for (let mask = 1; mask < 1 << tried.length; mask += 1) {
    if (part.plus(sum(tried.filter((_, i) => (mask >> i) & 1))).eq(whole)) return true
  }
  return false
}
