import { sideOf } from '../model/comparator.ts'
import { type Decimal, halfOfPlace } from '../model/decimal.ts'
import type { Measure } from '../model/measure.ts'
import { baseValue, toBase } from '../model/unit.ts'
import { PEOPLE } from '../vocabulary/price-words.ts'
import type { Match, Matching } from './matching.ts'
import { namedAs } from './named.ts'
import type { MeasureKind, Promised } from './promises.ts'
import { type SumOfParts, sumOfParts } from './sum-of-parts.ts'

/** How an indicator disagrees with the goal it measures. */
export type Disagreement = 'weaker' | 'stricter' | 'contradictory'

/** What the numbers of a match are to each other. */
export type Agreement =
  | { readonly kind: 'equal' | 'within-range' | 'about' }
  | { readonly kind: 'sum'; readonly parts: SumOfParts }
  /** The match is not sure enough to call the difference a contradiction. */
  | { readonly kind: 'unsure' }
  /** Not of the same thing: of one time and of the whole year, of this year and of several, a change and a level. */
  | { readonly kind: 'other-term' }
  | { readonly kind: Disagreement }

/** From this score on a pair is sure enough to call a difference a contradiction. */
export const sureFrom = (kind: MeasureKind): number => (kind === 'time' ? 0.6 : 0.4)

/** What the indicator of a match is to the promise of the goal, in a table of `year`. */
export const agreementOf = (match: Match, matching: Matching, year?: number): Agreement => {
  const { promise, candidate } = match
  if (!isOfSameTerm(match, year)) return { kind: 'other-term' }
  const goal = baseValue(promise.measure)
  const indicator = baseValue(candidate.target.measure)
  const [goalSide, side] = [sideOf(promise.measure.comparator?.sign), sideOf(candidate.target.comparator)]
  if (isEqual(promise.measure, candidate.target.measure) && goalSide * side >= 0) return { kind: 'equal' }
  // 现有护林员150名 is no plan for 20.
  if (isOfOtherStanding(promise, matching)) return { kind: 'other-term' }
  // 有低保户430户: something may be done for some of them; 档案数量 is what there is.
  if (promise.standing === 'stock' && indicator.lt(goal) && namedAs(candidate.name).actions.length > 0)
    return { kind: 'other-term' }
  if (!isSure(match, matching)) return { kind: 'unsure' }
  if (goal.eq(indicator)) return { kind: 'contradictory' }
  if (isWithinRange(match, goal, indicator)) return { kind: 'within-range' }
  if (isAbout(promise.measure, goal, indicator)) return { kind: 'about' }
  const parts = sumOfParts(match, matching)
  if (parts !== undefined) return { kind: 'sum', parts }
  if (
    goalSide * side < 0 ||
    (promise.measure.comparator === undefined && candidate.target.comparator === '=')
  )
    return { kind: 'contradictory' }
  const isLess = indicator.lt(goal)
  return {
    kind: goalSide < 0 || side < 0 ? (isLess ? 'stricter' : 'weaker') : isLess ? 'weaker' : 'stricter',
  }
}

/** How the indicator of a match disagrees with its goal; `undefined` where it doesn't, or nobody can tell. */
export const disagreementOf = (match: Match, matching: Matching, year?: number): Disagreement | undefined => {
  const { kind } = agreementOf(match, matching, year)
  return kind === 'weaker' || kind === 'stricter' || kind === 'contradictory' ? kind : undefined
}

const isSure = (match: Match, matching: Matching): boolean =>
  match.score >= sureFrom(match.promise.kind) && !isNumberOfAnother(match, matching)

/** Whether the number is that of an indicator in the same unit that nothing else in the goals is said of: 8个村 and 整治村数. */
const isNumberOfAnother = ({ promise, candidate }: Match, { freeCandidates }: Matching): boolean =>
  promise.measure.unit !== undefined &&
  promise.measure.unit.base === candidate.target.measure.unit?.base &&
  freeCandidates.some(
    ({ kind, target: { measure } }) =>
      kind === promise.kind &&
      measure.unit?.base === promise.measure.unit?.base &&
      baseValue(measure).eq(baseValue(promise.measure)),
  )

/** Whether both are of the same term, and of just the same one of many. */
const isOfSameTerm = ({ promise, candidate }: Match, year: number | undefined): boolean => {
  const isLong = promise.goal.term === 'long-term' && candidate.indicator.term === 'long-term'
  if (promise.horizon !== undefined && promise.horizon !== year && !isLong) return false
  if (promise.year !== undefined && promise.year !== (year ?? promise.latestYear)) return false
  if (promise.part !== candidate.part) return false
  // How long each one works is said with and without 每人.
  const isOfEachPerson = promise.kind === 'time' && PEOPLE.includes(promise.each ?? ' ')
  return promise.each === candidate.each || (isOfEachPerson && candidate.each === undefined)
}

/** Whether a number is of the past, or of what there is beside others that are planned. */
const isOfOtherStanding = ({ standing, measure }: Promised, { promises }: Matching): boolean =>
  standing === 'past' ||
  (standing === 'stock' &&
    promises.some((other) => other.standing === 'planned' && other.measure.unit?.base === measure.unit?.base))

const isWithinRange = ({ promise, candidate }: Match, goal: Decimal, indicator: Decimal): boolean =>
  holds(promise.measure, indicator) || holds(candidate.target.measure, goal)

/** Whether two values are the same: in other units also but for the places that one is printed with (1000亩, 66.67公顷). */
const isEqual = (one: Measure, other: Measure): boolean => {
  if (baseValue(one).eq(baseValue(other))) return true
  if (one.unit === undefined || other.unit === undefined || one.unit.base !== other.unit.base) return false
  if (one.unit.scale.eq(other.unit.scale)) return false
  const gap = baseValue(one).minus(baseValue(other)).abs()
  return [one, other].some(
    ({ numeral, unit }) =>
      unit !== undefined && numeral.decimals > 0 && gap.lte(toBase(halfOfPlace(numeral.decimals), unit)),
  )
}

/** Whether a range holds the value. */
const holds = ({ numeral, upperNumeral, unit }: Measure, value: Decimal): boolean => {
  if (upperNumeral === undefined) return false
  const end = (printed: Decimal): Decimal => (unit === undefined ? printed : toBase(printed, unit))
  return value.gte(end(numeral.value)) && value.lte(end(upperNumeral.value))
}

/** 约100人 is met by 95: within a tenth. */
const isAbout = ({ approximate }: Measure, goal: Decimal, indicator: Decimal): boolean =>
  approximate && goal.minus(indicator).abs().lte(goal.abs().times('0.1'))
