import { collect } from '../collect.ts'
import { Decimal, HUNDRED, ONE } from '../model/decimal.ts'
import type { Measure } from '../model/measure.ts'
import { baseValue } from '../model/unit.ts'
import {
  AVERAGE,
  DONE_BY_NOW,
  FRACTION,
  HALVED,
  NEGATED,
  OF_ALL,
  OF_DIFFERENCE,
  OF_HALVES,
  OF_JUST_THIS_YEAR,
  OF_MONTHS,
  OF_QUARTERS,
  OF_THESE,
  OF_THESE_NEXT,
  RAISED,
  SAYS_EACH,
  TAKEN_OFF,
  THE_REST,
} from '../vocabulary/goal-words.ts'
import { periodNamed } from './in-all.ts'
import type { Candidate, Match } from './matching.ts'
import { pairsNamed } from './own-pairs.ts'
import { moneyOf } from './price-terms.ts'
import type { Promised } from './promises.ts'
import { partsNamedIn } from './reckoned.ts'
import { eachesOf } from './terms.ts'
import { pairsOf } from './words.ts'

/**
 * Whether the indicator is what numbers of the goal come to, so that none of them contradicts it: 更换90个,60个位于山区,其余布在平川;
 * 640座增至780座; 800名,优秀不超过20%; 16天缩短一半; 34所,每季度每所1份; 18条,新开3条、撤并2条.
 */
export const isWorkedOut = ({ promise, candidate }: Match): boolean => {
  const { name, target } = candidate
  const { kind, before, goal } = promise
  const { folded } = goal.text
  const { unit } = target.measure
  const numberOf = unit?.dimension === 'money' ? moneyOf : baseValue
  const planned = numberOf(target.measure)
  const measures = measuresAround(promise)
  const isShare = ({ unit: other }: Measure): boolean => other?.dimension === 'share'
  const inUnit = measures.filter((one) => (kind === 'share' ? isShare(one) : one.unit?.base === unit?.base))
  const numbers = inUnit.map(numberOf)
  if (numbers.some((number) => number.eq(planned))) return false
  // 由62%提升8个百分点; 8个村,扩大14个村; 提高2个百分点,达到91% says what it comes to.
  if (
    inUnit.some(({ change }, i) => change === 'increase' && numbers[i - 1]?.plus(numbers[i] ?? 0).eq(planned))
  )
    return true
  if (kind === 'count' && isOtherPart(candidate, promise, measures, planned)) return true
  const isOfRest = THE_REST.test(folded)
  // 70%上网,其余自用; 持证率100%, 无证率0%
  if (kind === 'share')
    return (
      numbers.some((number) => number.plus(planned).eq(HUNDRED)) &&
      (isOfRest || NEGATED.test(name) !== NEGATED.test(folded.slice(before.from, before.to)))
    )
  const factors = [
    ...collect(measures, (one) => (isShare(one) || isFraction(one) ? factorOf(one) : undefined)),
    ...partsNamedIn(folded),
    ...FACTORS.flatMap(([words, factor]) => (words.test(folded) ? [factor] : [])),
  ]
  const eaches = SAYS_EACH.test(folded) ? eachesOf(folded) : []
  // 52周 counts the weeks of which each has 6天.
  const isCount = (one: Measure): boolean =>
    (!inUnit.includes(one) && one.unit?.dimension !== 'money') ||
    (one.unit?.dimension === 'time' && eaches.includes(periodNamed(one.unit.printed) ?? ''))
  const counts = [
    ...(mayBeMultiplied(promise, candidate, eaches) ? measures : [])
      .filter((one) => !isShare(one) && isCount(one))
      .map(({ numeral }) => numeral.value),
    ...TIMES_A_YEAR.flatMap(([words, times]) => (words.test(folded) ? [times] : [])),
  ]
  // 3间共660平方米 are 220平方米 on average.
  const isAverage = AVERAGE.test(name) && promise.eaches.length === 0
  const isTotal = OF_ALL.test(name)
  const mayBeLess = RAISED.test(folded) || (isTotal && TAKEN_OFF.test(folded))
  const signs = mayBeLess
    ? [1, -1]
    : isTotal
      ? [1]
      : isOfRest || OF_DIFFERENCE.test(name) || isOfNow(name, folded)
        ? [-1]
        : []
  // 受益总人口4000人,其中脱贫人口500人 are no 4500人: a part is in its whole.
  const areParts = inUnit.map((one) => isTotal && isBehindOfThese(promise, one))
  return numbers.some(
    (number, i) =>
      factors.some((factor) => factor.times(number).minus(planned).abs().lt(TINY)) ||
      isProduct(number, counts, planned) ||
      (isAverage &&
        measures.some((one) => !inUnit.includes(one) && planned.times(baseValue(one)).eq(number))) ||
      isBalance(
        number,
        numbers.filter((_, k) => k !== i && areParts[k] === areParts[i]).slice(0, MOST_TERMS),
        signs,
        planned,
      ),
  )
}

/** 1次 and 2册 beside each other have no product, nor has 每期40人 where the name says 每期 too. */
const mayBeMultiplied = (
  { goal, each }: Promised,
  candidate: Candidate,
  eaches: readonly string[],
): boolean =>
  SAYS_EACH.test(goal.text.folded) &&
  // 每周5天,每天2小时 are 10小时 a week.
  (each === undefined || each !== candidate.each || eaches.some((one) => !candidate.eaches.includes(one)))

/** 考场96个,其中备用6个 and 启用普通考场 90个: what one part leaves, where the name says more than the goal does. */
const isOtherPart = (
  candidate: Candidate,
  { goal, measure, statement }: Promised,
  measures: readonly Measure[],
  planned: Decimal,
): boolean => {
  const { folded } = goal.text
  const next = measures[measures.indexOf(measure) + 1]
  if (next === undefined || next.unit?.base !== measure.unit?.base) return false
  if (!OF_THESE_NEXT.test(folded.slice(statement.to))) return false
  if (!baseValue(measure).minus(baseValue(next)).eq(planned)) return false
  const said = pairsOf(folded)
  return [...pairsNamed(candidate)].some((pair) => !said.has(pair))
}

/** Whether a number stands behind 其中 in the sentence of a promise. */
const isBehindOfThese = ({ goal, sentence }: Promised, { text }: Measure): boolean => {
  const at = text.offsetIn(goal.text)
  return at < sentence.to && goal.text.folded.slice(sentence.from, at).includes(OF_THESE)
}

/** 总里程64公里,前两年已建41公里: the rest is of this year. */
const isOfNow = (name: string, folded: string): boolean =>
  OF_JUST_THIS_YEAR.test(name) && DONE_BY_NOW.test(folded)

/** A third of something is no decimal. */
const TINY = new Decimal('1e-20')

/** More numbers than these are not added up. */
const MOST_TERMS = 4

/** The numbers of a goal that stand next to one of them, and it. */
const measuresAround = ({ goal: { quantities }, measure }: Promised): readonly Measure[] => {
  const measures = collect(quantities, (quantity) =>
    quantity.kind === 'measure' ? quantity : quantity.kind === 'baseline' ? quantity.change : undefined,
  )
  const at = measures.findLastIndex(({ text }) => text.span.start <= measure.span.start)
  return measures.slice(Math.max(0, at - MOST_BESIDE), at + MOST_BESIDE + 1)
}

const MOST_BESIDE = 12

const FACTORS: readonly (readonly [RegExp, Decimal])[] = [[HALVED, new Decimal('0.5')]]

const TIMES_A_YEAR: readonly (readonly [RegExp, Decimal])[] = [
  [OF_QUARTERS, new Decimal(4)],
  [OF_MONTHS, new Decimal(12)],
  [OF_HALVES, new Decimal(2)],
]

const isFraction = ({ unit, numeral }: Measure): boolean =>
  unit === undefined && FRACTION.test(numeral.text.folded)

/** What is left of something that a share or a change is of: 0.8 of 减少20%, 1.25 of 提高25%. */
const factorOf = (share: Measure): Decimal => {
  const part = isFraction(share) ? share.numeral.value : baseValue(share).div(HUNDRED)
  return share.change === undefined ? part : share.change === 'increase' ? part.plus(1) : ONE.minus(part)
}

/** Whether a number comes to another one times one of the counts, or two. */
const isProduct = (number: Decimal, counts: readonly Decimal[], planned: Decimal): boolean => {
  if (number.lte(0)) return false
  const times = planned.div(number)
  if (!times.isInteger() || times.lte(1)) return false
  return counts.some(
    (count, i) => count.eq(times) || counts.some((other, k) => k > i && count.times(other).eq(times)),
  )
}

/** Whether a number with some of the others, each added or taken off, comes to what is planned. */
const isBalance = (
  number: Decimal,
  others: readonly Decimal[],
  signs: readonly number[],
  planned: Decimal,
): boolean =>
  number.eq(planned) ||
  others.some((other, i) =>
    signs.some((sign) => isBalance(number.plus(other.times(sign)), others.slice(i + 1), signs, planned)),
  )
