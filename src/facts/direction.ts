import { sideOf } from '../model/comparator.ts'
import { HUNDRED } from '../model/decimal.ts'
import type { Indicator, MeasuredTarget, Project } from '../model/disclosure.ts'
import { toBase } from '../model/unit.ts'
import { matchGoals } from './matching.ts'
import type { IndicatorFacts } from './project-facts.ts'

/**
 * Why a printed comparator points the wrong way: higher or lower is better, as the name or (`said-…`) a column of the row
 * says; it is spending; it is `<` the whole amount, which then could never be spent; it is ≤ so high a share that nothing bad
 * is limited by it.
 */
export type WrongDirection =
  | 'higher'
  | 'lower'
  | 'said-higher'
  | 'said-lower'
  | 'spending'
  | 'whole-amount'
  | 'high-share'

/** What speaks against the comparator of an indicator, if anything does. */
export const wrongDirectionOf = (
  facts: IndicatorFacts,
  target: MeasuredTarget,
  project: Project,
): WrongDirection | undefined => {
  const { direction } = facts.indicator
  const side = sideOf(target.comparator)
  if (direction !== undefined) {
    const isHigher = direction.better === 'higher'
    // 正向 with ≥ is what the row says itself, whatever the name sounds like.
    return side === 0 || isHigher === side > 0 ? undefined : isHigher ? 'said-higher' : 'said-lower'
  }
  if (side > 0) return againstAtLeast(facts, target, project)
  return side < 0 ? againstAtMost(facts, target, project) : undefined
}

/** What speaks against ≥. */
const againstAtLeast = (
  facts: IndicatorFacts,
  target: MeasuredTarget,
  project: Project,
): WrongDirection | undefined => {
  const { is } = facts
  if (isSpending(facts, target, project)) return 'spending'
  // 资金发放时限 ≥15个工作日: later would be better.
  const isTime = target.measure.unit?.dimension === 'time'
  if (isTime && is('time-limit') && !is('lasting')) return 'lower'
  if (target.measure.change === 'decrease') return undefined
  const isLower = is('lower-is-better') && !is('counteracted') && !is('higher-is-better')
  return isLower ? 'lower' : undefined
}

/** What speaks against ≤. */
const againstAtMost = (
  facts: IndicatorFacts,
  target: MeasuredTarget,
  project: Project,
): WrongDirection | undefined => {
  const isHigher = facts.is('higher-is-better') || isGoodShare(facts, target)
  const isLower = facts.is('lower-is-better') || target.measure.change !== undefined
  if (isHigher && !isLower) return 'higher'
  if (isHighShare(facts, target) && !isLower) return 'high-share'
  return target.comparator === '<' && isWholeAmount(project, target) ? 'whole-amount' : undefined
}

const COST: ReadonlySet<string | undefined> = new Set([
  'cost',
  'economic-cost',
  'social-cost',
  'ecological-cost',
])

/** Money under 成本, or all the money of the project under another output category or none. */
const isSpending = (
  { categories, categoryId, indicator, is }: IndicatorFacts,
  target: MeasuredTarget,
  project: Project,
): boolean => {
  if (target.measure.unit?.dimension !== 'money' || is('earned-or-saved') || is('least')) return false
  if (COST.has(categoryId)) return !isPromisedFloor(indicator, project)
  // A table without categories has spending among the rest.
  return (categories.length === 0 || categories[0]?.is === 'output') && isWholeAmount(project, target)
}

/** 人均补助标准 ≥94元, where the goal says 不低于: what people are to get, not what may be spent. */
const isPromisedFloor = (indicator: Indicator, project: Project): boolean =>
  matchGoals(project).matches.some(
    ({ promise, candidate }) =>
      candidate.indicator === indicator && sideOf(promise.measure.comparator?.sign) > 0,
  )

/** A share or a mark under 满意度, whatever it is called: 普查对象配合度; and how much is in time, 及时性, which in hours is a limit. */
const isGoodShare = ({ levelOne, is }: IndicatorFacts, { measure: { unit } }: MeasuredTarget): boolean =>
  unit?.dimension === 'share'
    ? levelOne === 'satisfaction' || is('timeliness')
    : unit?.dimension === 'points' && levelOne === 'satisfaction'

/** 火灾扑灭率 ≤95%: what should be low is not allowed to be as high as that; what is kept in bounds (负荷率, 含水率) may be. */
export const isHighShare = (
  { is }: Pick<IndicatorFacts, 'is'>,
  { measure: { numeral, unit } }: MeasuredTarget,
): boolean =>
  unit?.dimension === 'share' &&
  numeral.value.gte(HIGH_SHARE) &&
  numeral.value.lt(HUNDRED) &&
  is('rate') &&
  !is('kept-in-bounds') &&
  !is('may-exceed-whole')

const HIGH_SHARE = 80

const isWholeAmount = ({ amount }: Project, { measure: { numeral, unit } }: MeasuredTarget): boolean =>
  unit?.dimension === 'money' &&
  unit.per.length === 0 &&
  amount.kind === 'amount' &&
  toBase(numeral.value, unit).eq(amount.money)
