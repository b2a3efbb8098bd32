import { matchesIn } from '../collect.ts'
import { Decimal } from '../model/decimal.ts'
import type { Project } from '../model/disclosure.ts'
import type { Measure, Unit } from '../model/measure.ts'
import { baseValue, multiply, sameUnit } from '../model/unit.ts'
import { rememberFor } from '../remember.ts'
import {
  COUNTER_OF_TIME,
  FEE,
  FEE_AT_END,
  MONTH,
  MONTHS_OF,
  OF_MANY,
  PART_OF_PRICE,
  PAYERS,
  PEOPLE,
  PERSON,
  SCHOOL_TERM,
  SHARED_OUT,
  SHORT_TIMES,
  WHOLE_PRICE,
} from '../vocabulary/price-words.ts'
import { type Cost, costsOf } from './costs.ts'
import { isCountOf } from './in-all.ts'
import { type Match, matchGoals } from './matching.ts'
import { type Promised, statementOf } from './promises.ts'
import { isPeriod } from './terms.ts'
import { unitRelation } from './unit-relation.ts'
import {
  clearlyBest,
  contrastsIn,
  exclude,
  type Pairs,
  PairWeights,
  pairsOf,
  sharedWords,
  streamOf,
} from './words.ts'

const YEAR = 12

/** In 元; a price stays one for each of its denominators as printed. */
export const moneyOf = ({ numeral, unit }: Measure): Decimal => numeral.value.times(unit?.scale ?? 1)

/** What a price comes to for a count, in 元: 5000元/公里 is paid for 350 of 350公里, and not for its metres. */
export const moneyFor = ({ measure: price, eaches }: Promised, { measure: count }: Promised): Decimal => {
  const product = price.unit && count.unit && multiply(price.unit, count.unit)
  const isOfUnit = eaches.includes(count.unit?.printed ?? ' ')
  const counted =
    product?.factor.times(count.numeral.value) ?? (isOfUnit ? count.numeral.value : baseValue(count))
  return moneyOf(price).times(counted)
}

/** Whether the money of a goal is what its cost indicator says: 50元 each month is 600元 a year. */
export const agreesInMoney = ({ promise, candidate }: Match): boolean => {
  const { measure } = candidate.target
  // 每公里70万元 is 700元/米.
  const [unit, other] = [promise.measure.unit, measure.unit]
  if (unit !== undefined && other !== undefined && unit.per.length > 0 && sameUnit(unit, other))
    if (baseValue(promise.measure).eq(baseValue(measure))) return true
  const goal = moneyOf(promise.measure)
  const low = moneyOf(measure)
  const high =
    measure.upperNumeral === undefined ? low : measure.upperNumeral.value.times(measure.unit?.scale ?? 1)
  const slack = promise.measure.approximate ? goal.times('0.1') : new Decimal(0)
  const isMet = (money: Decimal): boolean => money.gte(low.minus(slack)) && money.lte(high.plus(slack))
  const [months, others] = [monthsOf(promise.measure, promise.each), monthsOf(measure, candidate.each)]
  if (isOfSchoolTerm(promise.measure, promise.each) && others !== undefined)
    return others !== YEAR || isMet(goal.times(2))
  if (months !== undefined && others !== undefined) return isMet(goal.times(others).div(months))
  // One of them doesn't say for how long: a month or the year.
  const known = months ?? others
  if (known === undefined || isMet(goal)) return isMet(goal)
  return isMet(months === undefined ? goal.times(known).div(YEAR) : goal.times(YEAR).div(known))
}

/**
 * 每份15元,自付12元,其余由财政补贴; 合同总价1500万元: whether an indicator is of what one payer gives (财政补贴标准) or of one instalment,
 * and the number of the goal is not said of that.
 */
export const isOfOnePart = ({ promise, candidate }: Match): boolean => {
  const { goal, statement, sentence } = promise
  const said = statementOf(promise)
  const rest = goal.text.folded.slice(statement.to, sentence.to)
  if (WHOLE_PRICE.test(said) && PART_OF_PRICE.test(candidate.name)) return true
  const payers = candidate.name.match(PAYERS) ?? []
  return (
    SHARED_OUT.test(rest) &&
    !payers.some((payer) => said.includes(payer)) &&
    payers.some((payer) => rest.includes(payer))
  )
}

/**
 * Whether a price of the goal can be compared with that of an indicator: 每人每天100元 not with
 * 3000元/人, nor with a 补助标准 of which nothing says what it is for.
 */
export const isComparablePrice = ({ promise, candidate }: Match): boolean => {
  if (promise.kind !== 'price') return true
  const per = candidate.target.measure.unit?.per ?? []
  const said = new Set([...(promise.measure.unit?.per ?? []).map(wordOf), ...promise.eaches])
  const times = (words: Iterable<string>): string =>
    [...new Set([...words].flatMap((word) => SHORT_TIMES.get(word) ?? []))].sort().join()
  if (per.length > 0 || candidate.eaches.length > 0)
    return times(said) === times([...per.map(wordOf), ...candidate.eaches])
  const things = [...said].filter((word) => word !== MONTH && !MONTHS_OF.has(word))
  const kinds = new Set(things.map((word) => (PEOPLE.includes(word) ? PERSON : word)))
  return kinds.size <= 1 && !things.some((word) => OF_MANY.has(word))
}

/** A denominator as it is said: 天, which converts to seconds, and 人 for 名. */
const wordOf = ({ base, dimension, printed }: Unit): string =>
  dimension === 'time' ? printed.replace(COUNTER_OF_TIME, '') : base

const isOfSchoolTerm = ({ unit }: Measure, each: string | undefined): boolean =>
  each === SCHOOL_TERM || unit?.per.some(({ base }) => base === SCHOOL_TERM) === true

/** How many months a price is for, if it says so. */
const monthsOf = ({ unit }: Measure, each: string | undefined): number | undefined => {
  const period = unit?.per.find(({ base }) => base === MONTH)
  return period?.scale.toNumber() ?? MONTHS_OF.get(each ?? '')
}

/** Whether a number may count what a price is for one of: 14个村 are no 户, though 个 may stand for anything. */
const mayCount = ({ base }: Unit, count: Promised): boolean =>
  count.measure.unit?.dimension !== 'count' || !SAYS_WHAT.test(count.following) || isCountOf(base, count)

const SAYS_WHAT = /^[\u4e00-\u9fff]/

/** A price of a goal times the count beside it, with the cost limit for the same thing. */
export interface PricedCount {
  readonly price: Promised
  readonly count: Promised
  readonly cap: Cost
  /** Price × count, in 元. */
  readonly money: Decimal
  /** Words that goal and limit share. */
  readonly shared: readonly string[]
}

/** Below this share of its name said by the goal, a limit is not the one for the price. */
const LEAST_WORDS = 0.15

/** The prices of goals that times their counts are more than the limit for the same thing, or less than half of it. */
export const farPricesOf = (project: Project): readonly PricedCount[] => {
  const { matches, promises } = matchGoals(project)
  const matched = new Set(matches.map(({ promise }) => promise))
  const prices = promises.filter((promise) => promise.kind === 'price' && !matched.has(promise))
  return prices.flatMap((price) => {
    const priced = pricedCountOf(price, promises, project)
    const isOneOfMany = prices.some((other) => other !== price && other.goal === price.goal)
    return priced !== undefined && isFar(priced, isOneOfMany) ? [priced] : []
  })
}

/** A limit may be for other prices of the goal too. */
const isFar = ({ money, cap }: PricedCount, isOneOfMany: boolean): boolean =>
  money.gt(cap.money) || (!isOneOfMany && money.times(2).lt(cap.money))

/**
 * What a price in a goal comes to and the one limit that is for the same thing; `undefined` where
 * the goal has no clear count for it, or no limit is clearly the nearest.
 */
const pricedCountOf = (
  price: Promised,
  promises: readonly Promised[],
  project: Project,
): PricedCount | undefined => {
  const count = countFor(price, promises)
  if (count === undefined) return undefined
  const { caps, totals } = costsOf(project)
  const limits = caps.length > 0 ? caps : totals
  if (limits.length === 0) return undefined
  const fees = matchesIn(price.preceding, FEE).map(([fee]) => fee)
  const found = nearestLimit(pairsOf(`${wordsOf(price)} ${wordsOf(count)}`), fees, limits)
  if (found === undefined) return undefined
  return { price, count, money: moneyFor(price, count), ...found }
}

const wordsOf = ({ phrase, clause }: Promised): string => `${phrase} ${clause}`

/** 审稿费 where the goal prices the 印制费. */
const isOfOtherFee = (name: string, fees: readonly string[]): boolean => {
  const own = FEE_AT_END.exec(name)?.[0]
  return own !== undefined && fees.length > 0 && !fees.includes(own)
}

const nearestLimit = (
  words: Pairs,
  fees: readonly string[],
  limits: readonly Cost[],
): { readonly cap: Cost; readonly shared: readonly string[] } | undefined => {
  const names = limits.map(({ name }) => pairsOf(name))
  const weights = new PairWeights(names)
  const scored = names.map((name, i) => {
    const cap = limits[i] as Cost
    const said = isOfOtherFee(cap.name, fees) ? 0 : weights.total([...name].filter((pair) => words.has(pair)))
    return { cap, score: said / (weights.total(name) || 1) }
  })
  const best = clearlyBest(scored)
  if (best === undefined || best.score < LEAST_WORDS) return undefined
  const { cap } = best
  return { cap, shared: sharedWords(cap.name, streamOf(cap.name), (pair) => words.has(pair)) }
}

/** The count in the same goal of what a price is paid for; by its words where there are several. */
const countFor = (price: Promised, promises: readonly Promised[]): Promised | undefined => {
  const counts = promises.filter(
    (other) =>
      other.goal === price.goal &&
      other.kind === 'count' &&
      other.each === undefined &&
      isPaidFor(price, other) &&
      !exclude(contrastsAround(other), contrastsAround(price)),
  )
  if (counts.length <= 1) return counts[0]
  const words = pairsInSentence(price)
  return clearlyBest(
    counts.map((count) => ({
      count,
      score: [...pairsInSentence(count)].filter((pair) => words.has(pair)).length,
    })),
  )?.count
}

const contrastsAround = rememberFor(({ phrase }: Promised) => contrastsIn(phrase))
const pairsInSentence = rememberFor((promise: Promised) => pairsOf(wordsOf(promise)))

/**
 * Whether a price is paid once for each one of what is counted. What is paid each month, or for each
 * time of each person, comes to more than a single product.
 */
export const isPaidFor = ({ measure, eaches }: Promised, count: Promised): boolean => {
  const denominators = measure.unit?.per ?? []
  const isYear = ({ base, scale }: Unit): boolean => base === MONTH && scale.eq(YEAR)
  if (denominators.some((unit) => unit.dimension === 'time' && !isYear(unit))) return false
  if (eaches.some(isPeriod)) return false
  const [unit, ...others] = denominators.filter(({ dimension }) => dimension !== 'time')
  if (others.length > 0) return false
  if (unit !== undefined)
    return unitRelation(unit, count.measure.unit) !== 'different' && mayCount(unit, count)
  const [each, ...more] = new Set(eaches)
  return each !== undefined && more.length === 0 && isCountOf(each, count)
}
