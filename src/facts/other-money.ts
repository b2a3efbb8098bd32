import type { Project } from '../model/disclosure.ts'
import { rememberForProject } from '../model/walk.ts'
import { EARNED, NOT_PAID } from '../vocabulary/promise-words.ts'
import { isSpendingCategory } from './costs.ts'
import { agreesInMoney, isComparablePrice, isOfOnePart } from './goal-costs.ts'
import { type Match, type Matching, matchGoals } from './matching.ts'
import { moneyOf } from './price-terms.ts'
import type { Promised } from './promises.ts'
import { isSaidOfOther } from './said-of-other.ts'
import { sumOfParts } from './sum-of-parts.ts'
import { areLongTerm } from './terms.ts'

/** From this score on goal and indicator are taken to speak of the same expense. */
const SURE_OF_EXPENSE = 0.32

/** The cost indicators whose money is another than that of a goal for the same thing. */
export const otherMoneyOf = rememberForProject((project: Project): readonly Match[] => {
  const matching = matchGoals(project)
  return matching.matches.filter(
    (match) =>
      isOfCost(match) &&
      !isWholeAmount(match.promise, project) &&
      !agreesInMoney(match) &&
      !isPartOfPrice(match, matching) &&
      !isStatedApart(match, matching) &&
      sumOfParts(match, matching) === undefined,
  )
})

const isOfCost = (match: Match): boolean => {
  const { promise, candidate, score } = match
  return (
    (promise.kind === 'price' || promise.kind === 'money') &&
    (promise.horizon === undefined || areLongTerm(promise.goal, candidate.indicator)) &&
    promise.standing !== 'past' &&
    !isNotPaid(match) &&
    // A table without categories has its prices among the rest.
    (isSpendingCategory(candidate.categoryId) ||
      (candidate.categoryId === undefined && candidate.kind === 'price')) &&
    score >= SURE_OF_EXPENSE &&
    isComparablePrice(match) &&
    !isOfOnePart(match) &&
    !isSaidOfOther(match)
  )
}

/** Whether money of a goal is earned, lent or insured, and the name doesn't say so. */
const isNotPaid = ({ promise: { kind, preceding }, candidate: { name } }: Match): boolean =>
  (kind === 'money' && EARNED.test(preceding)) || (NOT_PAID.test(preceding) && !NOT_PAID.test(name))

/** 设备每个3.5万元、装修每个1.5万元 make 5万元/个. */
const isPartOfPrice = ({ promise, candidate }: Match, { promises }: Matching): boolean =>
  promises.some(
    (other) =>
      other !== promise &&
      other.kind === 'price' &&
      other.goal === promise.goal &&
      moneyOf(promise.measure).plus(moneyOf(other.measure)).eq(moneyOf(candidate.target.measure)),
  )

/** 全年332.34万元:场地201.52万元…其他9.78万元: whether the goals state the very money of the indicator, of which no other is. */
const isStatedApart = ({ candidate }: Match, { freePromises }: Matching): boolean =>
  freePromises.some(
    ({ kind, measure }) => kind === 'money' && moneyOf(measure).eq(moneyOf(candidate.target.measure)),
  )

const isWholeAmount = ({ measure }: Promised, { amount }: Project): boolean =>
  amount.kind === 'amount' && moneyOf(measure).eq(amount.money)
