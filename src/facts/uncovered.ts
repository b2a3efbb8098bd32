import { groupBy } from '../collect.ts'
import type { Decimal } from '../model/decimal.ts'
import type { Goal } from '../model/disclosure.ts'
import { baseValue } from '../model/unit.ts'
import { agreementOf } from './agreement.ts'
import { type Candidate, type Matching, numberOf } from './matching.ts'
import { pairsAround, pairsNamed } from './own-pairs.ts'
import type { Promised } from './promises.ts'
import { partsOf } from './sum-of-parts.ts'
import { unitRelation } from './unit-relation.ts'

/**
 * The numbers of goals that nothing measures: no indicator of their own, none for the same number said
 * again, none for the whole that they are parts of or for all their parts.
 */
export const uncoveredPromises = (matching: Matching, year: number | undefined): readonly Promised[] => {
  const { promises, candidates, matches, freePromises, freeCandidates: free } = matching
  if (freePromises.length === 0) return []
  const covered: Promised[] = []
  for (const match of matches) {
    covered.push(match.promise)
    const agreement = agreementOf(match, matching, year)
    if (agreement.kind === 'sum') covered.push(...agreement.parts.promises)
  }
  const byGoal = groupBy(promises, ({ goal }) => goal)
  for (const candidate of free) covered.push(...partsMeasuredBy(candidate, byGoal))
  /** The same numbers said again are covered too. */
  const numbers = new Set(covered.map(numberOf))
  const isCovered = (promise: Promised): boolean =>
    numbers.has(numberOf(promise)) ||
    free.some((candidate) => isEqual(promise, candidate)) ||
    measuredByParts(promise, candidates) ||
    isPartOfCovered(promise, byGoal.get(promise.goal) ?? [], covered)
  return freePromises.filter(
    (promise) => (byGoal.get(promise.goal)?.length ?? 0) <= MOST_NUMBERS && !isCovered(promise),
  )
}

/** A goal with more numbers than these is a table of its own, and promises none of them one by one. */
const MOST_NUMBERS = 40

const amountOf = ({ measure }: Promised): Decimal => baseValue(measure)
const valueOfTarget = ({ target }: Candidate): Decimal => baseValue(target.measure)

const isLike = (promise: Promised, { kind, target }: Candidate): boolean =>
  promise.kind === kind && unitRelation(promise.measure.unit, target.measure.unit) !== 'different'

/** Whether the words right around the number are in the name too: numbers alone add up by chance. */
const speaksOf = (promise: Promised, candidate: Candidate): boolean => {
  const said = pairsAround(promise)
  return [...pairsNamed(candidate)].some((pair) => said.has(pair))
}

const isEqual = (promise: Promised, candidate: Candidate): boolean =>
  isLike(promise, candidate) && amountOf(promise).eq(valueOfTarget(candidate)) && speaksOf(promise, candidate)

/** 20家 and 15家 of one goal, which an indicator of 35家 measures together. */
const partsMeasuredBy = (
  candidate: Candidate,
  byGoal: ReadonlyMap<Goal, readonly Promised[]>,
): readonly Promised[] => {
  for (const promises of byGoal.values()) {
    const alike = promises.filter((promise) => isLike(promise, candidate))
    if (alike.length < 2 || !alike.some((promise) => speaksOf(promise, candidate))) continue
    const parts = partsOf(alike, amountOf, valueOfTarget(candidate))
    if (parts !== undefined) return parts
  }
  return []
}

/** 15个 that indicators of 6个 and 9个 measure, in one category. */
const measuredByParts = (promise: Promised, candidates: readonly Candidate[]): boolean => {
  if (promise.kind !== 'count' && promise.kind !== 'money') return false
  const alike = candidates.filter((candidate) => isLike(promise, candidate) && speaksOf(promise, candidate))
  return alike.some(({ categoryId }, i) => {
    const isFirst = alike.findIndex((other) => other.categoryId === categoryId) === i
    const together = alike.filter((other) => other.categoryId === categoryId)
    return isFirst && partsOf(together, valueOfTarget, amountOf(promise)) !== undefined
  })
}

/** 县道120公里 and 乡道266公里 of the 386公里 that have an indicator. */
const isPartOfCovered = (
  promise: Promised,
  sameGoal: readonly Promised[],
  covered: readonly Promised[],
): boolean => {
  const isBeside = (other: Promised): boolean =>
    other !== promise &&
    other.kind === promise.kind &&
    unitRelation(other.measure.unit, promise.measure.unit) === 'same'
  const beside = sameGoal.filter(isBeside)
  return beside.some((whole) => {
    if (!covered.includes(whole) || amountOf(whole).lte(amountOf(promise))) return false
    const others = beside.filter((other) => other !== whole)
    return partsOf([promise, ...others], amountOf, amountOf(whole))?.includes(promise) === true
  })
}
