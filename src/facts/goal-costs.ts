import { collect, matchesIn } from '../collect.ts'
import { Decimal, HUNDRED, sum } from '../model/decimal.ts'
import type { Project } from '../model/disclosure.ts'
import type { Unit } from '../model/measure.ts'
import { baseValue, multiply, sameUnit } from '../model/unit.ts'
import { rememberFor } from '../remember.ts'
import { OF_THE_YEAR, SAYS_ALL } from '../vocabulary/goal-words.ts'
import {
  COUNTER_OF_TIME,
  FEE,
  FEE_AT_END,
  IN_ALL,
  IS_DAY,
  MONTHS_OF,
  OF_EACH_TIME,
  OF_MANY,
  OWN_MONEY,
  PART_OF_PRICE,
  PAYERS,
  PEOPLE,
  PERSON,
  purposeOfPay,
  SHARED_OUT,
  SHORT_TIMES,
  TIMES,
  WHOLE_PRICE,
} from '../vocabulary/price-words.ts'
import { withoutBrackets } from '../vocabulary/unit-in-name.ts'
import { type Cost, costsOf } from './costs.ts'
import { isCountOf } from './in-all.ts'
import { type Match, matchGoals } from './matching.ts'
import { inTermsOf, moneyOf, type TimesPaid, timesPaid } from './price-terms.ts'
import { type Promised, statementOf } from './promises.ts'
import { reckonedOf } from './reckoned.ts'
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

/** What a price comes to for a count, paid once, in 元: 5000元/公里 is paid for 350 of 350公里, and not for its metres. */
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
  const low = moneyOf(measure)
  const high =
    measure.upperNumeral === undefined ? low : measure.upperNumeral.value.times(measure.unit?.scale ?? 1)
  const slack = promise.measure.approximate ? moneyOf(promise.measure).times('0.1') : new Decimal(0)
  const inTerms = inTermsOf(promise, candidate)
  return (
    inTerms.length === 0 ||
    inTerms.some((money) => money.gte(low.minus(slack)) && money.lte(high.plus(slack)))
  )
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
  if (OWN_MONEY.test(said) && !OWN_MONEY.test(candidate.name)) return true
  const payers = candidate.name.match(PAYERS) ?? []
  return (
    SHARED_OUT.test(rest) &&
    !payers.some((payer) => said.includes(payer)) &&
    payers.some((payer) => rest.includes(payer))
  )
}

/**
 * Whether a price of the goal can be compared with that of an indicator: 每人每天100元 not with
 * 3000元/人, nor with a 补助标准 of which nothing says what it is for; 价差补贴 not with 储备费用补贴.
 */
export const isComparablePrice = ({ promise, candidate }: Match): boolean => {
  if (promise.kind !== 'price') return true
  // 参保费每人每年280元 is none of each time, as 次均住院救助金额 is.
  const isOfPeriod = promise.measure.unit?.per.some(({ dimension }) => dimension === 'time') === true
  if (OF_EACH_TIME.test(candidate.name) && isOfPeriod && !statementOf(promise).includes(TIMES)) return false
  const [own, its] = [promise.preceding, withoutBrackets(candidate.name)].map(purposeOfPay)
  if (own !== undefined && its !== undefined && ![...own].some((character) => its.includes(character)))
    return false
  if (isOfOtherClause(promise, candidate.name)) return false
  const per = candidate.target.measure.unit?.per ?? []
  // 每天15元 may be compared with a price for a month.
  const isConverted = inTermsOf(promise, candidate).length > 0
  const isMeant = (word: string): boolean => !(isConverted && IS_DAY.test(word))
  const said = new Set([...(promise.measure.unit?.per ?? []).map(wordOf), ...promise.eaches].filter(isMeant))
  const times = (words: Iterable<string>): string =>
    [...new Set([...words].flatMap((word) => SHORT_TIMES.get(word) ?? []))].sort().join()
  if (per.length > 0 || candidate.eaches.length > 0)
    return times(said) === times([...per.map(wordOf), ...candidate.eaches].filter(isMeant))
  const things = [...said].filter((word) => !MONTHS_OF.has(word))
  const kinds = new Set(things.map((word) => (PEOPLE.includes(word) ? PERSON : word)))
  return kinds.size <= 1 && !things.some((word) => OF_MANY.has(word))
}

/**
 * 组织劳模疗休养60人,人均3000元;帮扶困难劳模8人: whether another clause of the goal says most of a name (困难劳模帮扶金), and that of the
 * number hardly any of it.
 */
const isOfOtherClause = ({ goal: { text }, sentence }: Promised, name: string): boolean => {
  const pairs = Array.from({ length: name.length - 1 }, (_, i) => name.slice(i, i + 2))
  const saidIn = (clause: string): number => pairs.filter((pair) => clause.includes(pair)).length
  const own = saidIn(text.folded.slice(sentence.from, sentence.to))
  const others = [text.folded.slice(0, sentence.from), text.folded.slice(sentence.to)]
  return others
    .flatMap((clauses) => clauses.split(CLAUSE_END))
    .map(saidIn)
    .some((said) => said * 2 >= pairs.length && said >= 2 * own)
}

const CLAUSE_END = /[;。!?\n]/

/** A denominator as it is said: 天, which converts to seconds, and 人 for 名. */
const wordOf = ({ base, dimension, printed }: Unit): string =>
  dimension === 'time' ? printed.replace(COUNTER_OF_TIME, '') : base

/** Whether a number may count what a price is for one of: 14个村 are no 户, though 个 may stand for anything. */
const mayCount = ({ base }: Unit, count: Promised): boolean =>
  count.measure.unit?.dimension !== 'count' || !SAYS_WHAT.test(count.following) || isCountOf(base, count)

const SAYS_WHAT = /^[\u4e00-\u9fff]/

/** A price of a goal times the count beside it, with the cost limit for the same thing. */
export interface PricedCount {
  readonly price: Promised
  readonly count: Promised
  readonly paid: TimesPaid
  readonly cap: Cost
  /** Price × count × how often it is paid, in 元. */
  readonly money: Decimal
  /** Words that goal and limit share, and the share of the limit's name that they are. */
  readonly shared: readonly string[]
  readonly score: number
}

/** Below these shares of its name said by the goal, a limit is not the one for the price, or not clearly. */
const [LEAST_WORDS, CLEAR_WORDS] = [0.15, 0.3]

/** What prices of a goal come to for their counts, far from the limit for all of it. */
export interface FarPrices {
  /** One, or all that a limit of all of it is for: 3家,每家8万元;12个,每个3万元. */
  readonly parts: readonly PricedCount[]
  readonly cap: Cost
  /** In 元. */
  readonly money: Decimal
}

/** The prices of goals that times their counts are more than the limit for the same thing, or far less. */
export const farPricesOf = (project: Project): readonly FarPrices[] => {
  const { matches, promises } = matchGoals(project)
  const matched = new Set(
    matches.filter(({ candidate }) => candidate.kind !== 'price').map(({ promise }) => promise),
  )
  const prices = promises.filter(
    (promise) => promise.kind === 'price' && promise.standing !== 'past' && !matched.has(promise),
  )
  const priced = collect(prices, (price) => pricedCountOf(price, promises, project))
  const far = priced.filter((one) => {
    const isOneOfMany = prices.some((other) => other !== one.price && other.goal === one.price.goal)
    return isFar(one, isOneOfMany, project)
  })
  if (far.length > 0) return far.map((one) => ({ parts: [one], cap: one.cap, money: one.money }))
  const [first] = priced
  const money = sum(priced.map((one) => one.money))
  const isOfAll =
    priced.length > 1 &&
    priced.length === prices.length &&
    first !== undefined &&
    IN_ALL.test(first.cap.name) &&
    priced.every(({ cap, paid }) => cap === first.cap && paid.isStated)
  return isOfAll && money.gt(first.cap.money) ? [{ parts: priced, cap: first.cap, money }] : []
}

/** 每人1000元,财政负担60%: the parts of a price that its sentence says who pays. */
const partsPaid = ({ goal, sentence }: Promised): readonly Decimal[] =>
  collect(goal.quantities, (one) => {
    if (one.kind !== 'measure' || one.unit?.dimension !== 'share') return undefined
    const at = one.text.offsetIn(goal.text)
    return at >= sentence.from && at < sentence.to ? baseValue(one).div(HUNDRED) : undefined
  })

/** Whether a sum is all of an amount, or nearly. */
const isAbout = (money: Decimal, amount: Decimal): boolean =>
  money.lte(amount) && money.gte(amount.times('0.95'))

/** The least share of a limit that what the goal comes to may be: where the goal names the limit clearly, and elsewhere. */
const [LEAST_IF_CLEAR, LEAST_SHARE] = ['0.85', '0.5']

/** A limit may be for other prices of the goal too, and what is paid every month for some of them. */
const isFar = (
  { price, money, cap, paid, score }: PricedCount,
  isOneOfMany: boolean,
  { amount }: Project,
): boolean => {
  if (paid.period !== undefined && score < CLEAR_WORDS) return false
  if (partsPaid(price).some((part) => money.times(part).eq(cap.money))) return false
  // 密集架400立方米 at 1100元 and 安装调试费 ≤5万元 come to what the project has: the limit is for the rest.
  if (amount.kind === 'amount' && isAbout(money.plus(cap.money), amount.money)) return false
  if (money.lte(cap.money)) {
    if (isOneOfMany || !paid.isStated) return false
    // A limit of all the money of the project is for more than this.
    const isOfProject = amount.kind === 'amount' && cap.money.eq(amount.money)
    return money.lt(cap.money.times(score >= CLEAR_WORDS && !isOfProject ? LEAST_IF_CLEAR : LEAST_SHARE))
  }
  return paid.isStated || OF_THE_YEAR.test(cap.name) || !cap.money.div(money.div(paid.times)).isInteger()
}

/**
 * What a price in a goal comes to and the one limit that is for the same thing; `undefined` where
 * the goal has no clear count for it, or no limit is clearly the nearest.
 */
const pricedCountOf = (
  price: Promised,
  promises: readonly Promised[],
  project: Project,
): PricedCount | undefined => {
  const paid = timesPaid(price)
  const sums = reckonedOf(project).filter(({ needs }) => needs === SAYS_ALL)
  const count = countFor(price, promises, sums)
  if (paid === undefined || count === undefined) return undefined
  const { caps, totals } = costsOf(project)
  // 中央每村3万元 is not paid from what the 县级 gives.
  const own = contrastsIn(price.preceding)
  // 工资每人每年3万元,保险费共3万元: a limit that the goal states is that of what it states it of.
  const isStated = (cap: Cost): boolean =>
    promises.some(({ kind, measure }) => kind === 'money' && moneyOf(measure).eq(cap.money))
  const limits = (caps.length > 0 ? caps : totals).filter(
    (cap) => !exclude(contrastsIn(cap.name), own) && !isStated(cap),
  )
  if (limits.length === 0) return undefined
  const fees = matchesIn(price.preceding, FEE).map(([fee]) => fee)
  const near = pairsOf([price, count].map((one) => `${one.phrase} ${statementOf(one)}`).join(' '))
  const found = nearestLimit(near, pairsOf(`${wordsOf(price)} ${wordsOf(count)}`), fees, limits)
  if (found === undefined) return undefined
  return { price, count, paid, money: moneyFor(price, count).times(paid.times), ...found }
}

const wordsOf = ({ phrase, clause }: Promised): string => `${phrase} ${clause}`

/** 审稿费 where the goal prices the 印制费. */
const isOfOtherFee = (name: string, fees: readonly string[]): boolean => {
  const own = FEE_AT_END.exec(name)?.[0]
  return own !== undefined && fees.length > 0 && !fees.includes(own)
}

/** The limit whose name the goal says best: `near` the price and its count rather than around them. */
const nearestLimit = (
  near: Pairs,
  around: Pairs,
  fees: readonly string[],
  limits: readonly Cost[],
): Pick<PricedCount, 'cap' | 'shared' | 'score'> | undefined => {
  const names = limits.map(({ name }) => pairsOf(name))
  const weights = new PairWeights(names)
  const scored = names.map((name, i) => {
    const cap = limits[i] as Cost
    if (isOfOtherFee(cap.name, fees)) return { cap, score: 0 }
    const said = weights.total([...name].filter((pair) => near.has(pair)))
    const saidAround = weights.total([...name].filter((pair) => !near.has(pair) && around.has(pair)))
    return { cap, score: (said + saidAround / 4) / (weights.total(name) || 1) }
  })
  const best = clearlyBest(scored)
  if (best === undefined || best.score < LEAST_WORDS) return undefined
  const { cap, score } = best
  return {
    cap,
    score,
    shared: sharedWords(cap.name, streamOf(cap.name), (pair) => near.has(pair) || around.has(pair)),
  }
}

/** The count in the same goal of what a price is paid for; by its words where there are several. */
const countFor = (
  price: Promised,
  promises: readonly Promised[],
  sums: readonly Promised[],
): Promised | undefined => {
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
  const best = clearlyBest(
    counts.map((count) => ({
      count,
      score: [...pairsInSentence(count)].filter((pair) => words.has(pair)).length,
    })),
  )?.count
  // 教师60名、班主任20名,获奖者每人2000元: what names none of a series is paid for all of it.
  const own = pairsOf(statementOf(price))
  const isOfNone = counts.every(({ phrase }) => ![...pairsOf(phrase)].some((pair) => own.has(pair)))
  return best ?? sums.find((one) => isOfNone && one.goal === price.goal && isPaidFor(price, one))
}

const contrastsAround = rememberFor(({ phrase }: Promised) => contrastsIn(phrase))
const pairsInSentence = rememberFor((promise: Promised) => pairsOf(wordsOf(promise)))

/**
 * Whether a price is paid for each one of what is counted, however often. What is paid for each time of each person comes to
 * more than a single product.
 */
export const isPaidFor = ({ measure, eaches }: Promised, count: Promised): boolean => {
  const denominators = measure.unit?.per ?? []
  const [unit, ...others] = denominators.filter(({ dimension }) => dimension !== 'time')
  if (others.length > 0) return false
  if (unit !== undefined)
    return unitRelation(unit, count.measure.unit) !== 'different' && mayCount(unit, count)
  const [each, ...more] = new Set(eaches.filter((one) => !isPeriod(one)))
  return each !== undefined && more.length === 0 && isCountOf(each, count)
}
