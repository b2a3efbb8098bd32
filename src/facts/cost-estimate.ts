import { type Decimal, greatest, sum, ZERO } from '../model/decimal.ts'
import type { Project, ValidAmount } from '../model/disclosure.ts'
import { rememberForProject } from '../model/walk.ts'
import { EARNED, NOT_PAID } from '../vocabulary/promise-words.ts'
import { type Cost, costsOf, isSpendingCategory } from './costs.ts'
import { agreesInMoney, isComparablePrice, isOfOnePart } from './goal-costs.ts'
import { type Match, type Matching, matchGoals } from './matching.ts'
import { moneyOf } from './price-terms.ts'
import type { Promised } from './promises.ts'
import { type RateProduct, rateProductsOf } from './rate-products.ts'
import { isSaidOfOther } from './said-of-other.ts'
import { sumOfParts } from './sum-of-parts.ts'
import { roundingOf } from './sums.ts'
import { areLongTerm } from './terms.ts'
import { pairsOf } from './words.ts'

/** What the prices and limits of a project come to. */
export interface CostEstimate {
  readonly products: readonly RateProduct[]
  /** Prices for which there is no count. */
  readonly leftOut: readonly Cost[]
  /** Limits beside the prices; those that contain them are left out. */
  readonly caps: readonly Cost[]
  readonly total: Decimal
  readonly amount: ValidAmount
}

/** The estimate of a project where it is more than the amount, beyond rounding; `undefined` otherwise. */
export const excessiveEstimateOf = (project: Project): CostEstimate | undefined => {
  const { amount } = project
  if (amount.kind !== 'amount' || amount.money.lte(0)) return undefined
  const costs = costsOf(project)
  const { products, leftOut } = rateProductsOf(project)
  if (products.length === 0) return undefined
  const spent = sum(products.map(({ money }) => money))
  const apart = costs.caps.filter((cap) => !contains(cap, spent, products))
  // 设备购置费 ≤42万元 and 装修费 ≤18万元 are what 12个 at 5万元 come to.
  const areParts =
    apart.length > 1 && products.some(({ money }) => money.eq(sum(apart.map((cap) => cap.money))))
  const caps = areParts ? [] : apart
  const limits = sum(caps.map(({ money }) => money))
  // Limits that exceed the amount by themselves are another rule's problem.
  if (limits.gt(amount.money)) return undefined
  const total = spent.plus(limits)
  const rounding = greatest(roundingOf(amount), roundingOfPrices(products))
  const isTooMuch = (money: Decimal): boolean => money.minus(amount.money).gt(rounding)
  // A price that the goal contradicts is that problem, where the goal's is not too much.
  if (!isTooMuch(total) || !isTooMuch(total.minus(overpriced(project, products)))) return undefined
  return { products, leftOut, caps, total, amount }
}

/** How much more the prices come to than those that the goal has for the same things. */
const overpriced = (project: Project, products: readonly RateProduct[]): Decimal =>
  sum(
    otherMoneyOf(project).map(({ promise, candidate }) => {
      const product = products.find(({ cost }) => cost.indicator === candidate.indicator)
      const price = moneyOf(candidate.target.measure)
      if (product === undefined || price.lte(0) || moneyOf(promise.measure).gte(price)) return ZERO
      return product.money.times(price.minus(moneyOf(promise.measure))).div(price)
    }),
  )

/** 4746.84元/辆 and 2667元/人 were divided and rounded; times 316辆 the rounding grows. Round prices are exact. */
const roundingOfPrices = (products: readonly RateProduct[]): Decimal =>
  sum(
    products.map(({ cost, money }) => (isRounded(cost) ? cost.rounding.times(money).div(cost.money) : ZERO)),
  )

const isRounded = ({ target, unit }: Cost): boolean => {
  const { value, decimals } = target.measure.numeral
  return decimals > 0 || (unit.scale.eq(1) && !value.mod(5).isZero())
}

/** Whether a limit is the sum that prices come to, or one for the very thing that has a price. */
const contains = (cap: Cost, spent: Decimal, products: readonly RateProduct[]): boolean => {
  if (cap.money.eq(spent) || products.some(({ money }) => cap.money.eq(money))) return true
  const most = cap.money.times(NEARLY)
  const near = products.filter(({ money }) => most.gte(money))
  if (near.length === 0) return false
  const name = pairsOf(cap.name)
  return near.some(({ cost }) => {
    const pairs = pairsOf(cost.name)
    const shared = [...pairs].filter((pair) => name.has(pair)).length
    // 行道树养护成本 30.58万元 is what 1.2万株 at 25.5元 come to, rounded.
    return shared > 0 && shared * 2 >= Math.min(pairs.size, name.size)
  })
}

const NEARLY = 1.01

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
