import { sideOf } from '../model/comparator.ts'
import { Decimal, sum } from '../model/decimal.ts'
import type { Indicator, MeasuredTarget, Project } from '../model/disclosure.ts'
import type { Measure, Unit } from '../model/measure.ts'
import { baseValue, comparability, toBase } from '../model/unit.ts'
import { indicatorsOf, type PlacedIndicator, rememberForProject } from '../model/walk.ts'
import { COUNTED_AT_END } from '../vocabulary/goal-words.ts'
import { beginsWithPlace } from '../vocabulary/money-words.ts'
import { isNamed } from '../vocabulary/name-classes.ts'
import {
  A_MONTH,
  EACH_ROUND,
  EACH_SIGN,
  GIVEN_FOR,
  HAVING_DONE,
  MONTH,
  OF_A_SHARE,
  REACHED_AREA,
  SCHOOL_YEAR,
  TIMES,
  YEARS_NAMED,
} from '../vocabulary/price-words.ts'
import { withoutBrackets } from '../vocabulary/unit-in-name.ts'
import { type Cost, costsOf } from './costs.ts'
import { promisesOf } from './promises.ts'
import { isWholeTarget } from './whole-target.ts'
import { areOpposed, clearlyBest, contrastsIn, exclude, type Pairs, PairWeights, pairsOf } from './words.ts'

/** A price times what it is paid for. */
export interface RateProduct {
  readonly cost: Cost
  /** The indicators whose counts it was multiplied by. */
  readonly counts: readonly Count[]
  readonly money: Decimal
  /** `500元/位 × 40人`. */
  readonly working: string
  /** The number of periods that had to be assumed, since none is named. */
  readonly assumedPeriods: Decimal | undefined
}

/** An indicator of something counted. */
export type Count = Indicator & { readonly target: MeasuredTarget }

/** What one denominator of a price is multiplied by. */
interface Factor {
  readonly times: Decimal
  /** ` × 40人`; empty for what is paid once. */
  readonly shown: string
  readonly counts?: readonly Count[]
  readonly isAssumed?: boolean
}

const MONTHS_A_YEAR = new Decimal(12)

/** What came of the prices of a project; for some there is no count. */
interface RateProducts {
  readonly products: readonly RateProduct[]
  readonly leftOut: readonly Cost[]
}

/** Multiplies each price by the counts of its denominators. */
export const rateProductsOf = rememberForProject((project: Project): RateProducts => {
  const { rates } = costsOf(project)
  if (rates.length === 0) return NONE
  const counts = indicatorsOf(project).flatMap(countOf)
  const products: RateProduct[] = []
  const leftOut: Cost[] = []
  for (const cost of rates) {
    const product = productOf(cost, counts, project)
    if (product === undefined) leftOut.push(cost)
    else products.push(product)
  }
  const shared = products.filter((one) => sharesCount(one, products))
  return {
    products: products.filter((one) => !shared.includes(one)),
    leftOut: [...leftOut, ...shared.map(({ cost }) => cost)],
  }
})

/** 小学720元 and 初中940元 are not both paid for the one number of all pupils. */
const sharesCount = (one: RateProduct, all: readonly RateProduct[]): boolean =>
  all.some(
    (other) =>
      other !== one &&
      (areOpposed(one.cost.name, other.cost.name) ||
        (isForAny(one) && !isForAny(other)) ||
        isSumOfOthers(one, all) ||
        isDearerKind(one.cost, other.cost)) &&
      one.counts.some((count) => other.counts.includes(count)),
  )

/** 保费 300元/人, 体检费 500元/人 and 人均费用 800元/人: whether a price is all that others for the same come to. */
const isSumOfOthers = (one: RateProduct, all: readonly RateProduct[]): boolean => {
  const others = all.filter(
    ({ cost, counts }) =>
      cost !== one.cost &&
      cost.unit.printed === one.cost.unit.printed &&
      counts.some((count) => one.counts.includes(count)),
  )
  return others.length > 1 && sum(others.map(({ cost }) => cost.money)).eq(one.cost.money)
}

/** 气代煤建设补贴标准 5000元/户 and 电代煤建设补贴标准 6500元/户: each is given for some of all that are built, and the cheaper for all at least. */
const isDearerKind = (one: Cost, other: Cost): boolean => {
  const [own, its] = [one, other].map(({ name }) => GIVEN_FOR.exec(withoutBrackets(name))?.[0])
  return (
    own !== undefined && own === its && one.money.gt(other.money) && one.unit.printed === other.unit.printed
  )
}

/** 11.35万元/个 may be for the 14个行政村 that 11.5万元/村 is for, or for something else. */
const isForAny = ({ cost }: RateProduct): boolean =>
  cost.unit.per.some(({ dimension }) => dimension === 'count')

const NONE = { products: [], leftOut: [] }

const countOf = ({ indicator, categoryId }: PlacedIndicator): readonly Count[] => {
  const { target } = indicator
  // How large one of them is to be is a matter of quality: 单块连片面积 ≥100亩.
  if (categoryId === 'quality') return []
  if (target.kind !== 'measured' || sideOf(target.comparator) < 0 || !isWholeTarget(indicator)) return []
  // 每千名老年人拥有床位数 is a share of things, and not their number.
  if (OF_A_SHARE.test(indicator.name.folded) || REACHED_AREA.test(indicator.name.folded)) return []
  // Nobody is paid for 审核差错 0人.
  if (target.measure.numeral.value.isZero() || isNamed(indicator.name.meaning, 'fault')) return []
  return [{ ...indicator, target }]
}

const productOf = (cost: Cost, counts: readonly Count[], project: Project): RateProduct | undefined => {
  const factors: Factor[] = []
  for (const unit of cost.unit.per) {
    const factor =
      unit.dimension === 'time' ? periodsOf(unit, project) : countFactor(cost, unit, counts, project)
    if (factor === undefined) return undefined
    factors.push(factor)
  }
  return {
    cost,
    counts: factors.flatMap((factor) => factor.counts ?? []),
    money: factors.reduce((money, { times }) => money.times(times), cost.money),
    working: `${cost.target.measure.numeral.value.toFixed()}${cost.unit.printed}${factors.map(({ shown }) => shown).join('')}`,
    assumedPeriods: factors.find(({ isAssumed }) => isAssumed)?.times,
  }
}

const periodsOf = (unit: Unit, project: Project): Factor | undefined => {
  const isMonths = unit.base === MONTH
  // A table is of one year, so a yearly price is paid once.
  if (unit.base === SCHOOL_YEAR || (isMonths && unit.scale.eq(MONTHS_A_YEAR)))
    return { times: new Decimal(1), shown: '' }
  const named = periodsNamed(project, unit)
  if (named === undefined && !isMonths) return undefined
  const times = named ?? MONTHS_A_YEAR.div(unit.scale)
  const printed = isMonths && unit.scale.eq(1) ? A_MONTH : unit.printed
  return { times, shown: ` × ${times.toFixed()}${printed}`, isAssumed: named === undefined }
}

const countFactor = (
  cost: Cost,
  unit: Unit,
  counts: readonly Count[],
  project: Project,
): Factor | undefined => {
  const own = ownCount(cost, unit) ?? countOfEach(cost, unit, project)
  if (own !== undefined) {
    const times = baseValue(own).div(unit.scale)
    return { times, shown: ` × ${times.toFixed()}${own.unit?.base ?? ''}` }
  }
  const found = countsFor(cost, unit, counts)
  const [count, ...others] = found
  const measure = count?.target.measure
  if (count === undefined || measure?.unit === undefined) return undefined
  const { base } = measure.unit
  const numbers = found.map(({ target }) => baseValue(target.measure).div(unit.scale))
  const times = sum(numbers)
  if (others.length > 0) {
    const shown = ` × (${numbers.map((number) => `${number.toFixed()}${base}`).join(' + ')})`
    return { times, shown, counts: found }
  }
  const shown = ` × ${times.toFixed()}${base}`
  const rounds = roundsOf(count, counts)
  if (rounds === undefined) return { times, shown, counts: [count] }
  const number = baseValue(rounds.target.measure)
  const printed = `${number.toFixed()}${rounds.target.measure.unit?.base ?? ''}`
  return { times: times.times(number), shown: `${shown} × ${printed}`, counts: [count, rounds] }
}

/** 围墙300米 at 300元/米: the only number in the name of a price, in the unit that it is for. */
const ownCount = ({ indicator: { nameQuantities } }: Cost, unit: Unit): Measure | undefined => {
  const measures = nameQuantities.filter((quantity) => quantity.kind === 'measure')
  const [first] = measures
  const isCount =
    measures.length === 1 && first?.upperNumeral === undefined && first?.comparator === undefined
  return isCount && comparability(first?.unit, unit) === 'same' ? first : undefined
}

/** How many of a thing the goal has for each of the others that a price is per: 每场邀请听证员5名 for 200元/人·场. */
const countOfEach = ({ unit: { per } }: Cost, unit: Unit, project: Project): Measure | undefined => {
  const others = per.filter((other) => other !== unit && other.dimension !== 'time').map(({ base }) => base)
  if (others.length === 0) return undefined
  const [only, another] = promisesOf(project).filter(
    ({ kind, measure, eaches }) =>
      kind === 'count' &&
      comparability(measure.unit, unit) === 'same' &&
      eaches.some((each) => others.includes(each)),
  )
  return another === undefined ? only?.measure : undefined
}

/** Of 每期培训60人, the number of 期. */
const roundsOf = (count: Count, counts: readonly Count[]): Count | undefined => {
  const each = EACH_ROUND.exec(count.name.meaning)?.[1]
  if (each === undefined) return undefined
  const rounds = counts.filter(
    (other) =>
      other !== count && other.target.measure.unit?.base === each && !EACH_SIGN.test(other.name.folded),
  )
  return rounds.length === 1 ? rounds[0] : undefined
}

/** The counts that a price is paid for: by its unit, and by the words of its name where several fit. */
const countsFor = (cost: Cost, unit: Unit, all: readonly Count[]): readonly Count[] => {
  const own = contrastsIn(cost.name)
  // 省级传承人 are not paid for 市级 ones.
  const counts = all.filter(
    ({ name: { meaning } }) =>
      !(own.size > 0 && exclude(own, contrastsIn(meaning))) && !areOfTwoYears(cost.name, meaning),
  )
  // 家次 are counted as 家 are; not so 人次, of which each of the people may be several.
  const times = unit.dimension === 'people' ? undefined : `${unit.base}${TIMES}`
  const isInUnit = ({ target: { measure } }: Count): boolean =>
    comparability(measure.unit, unit) === 'same' || measure.unit?.base === times
  const bare = counts.filter(({ target }) => target.measure.unit?.dimension === 'count')
  // 832个 of 覆盖行政村 are what 2400元/村 is for.
  const isCounted = (count: Count): boolean =>
    bare.includes(count) && count.name.meaning.replace(COUNTED_AT_END, '').endsWith(unit.base)
  const counted = counts.filter((count) => isInUnit(count) || isCounted(count))
  // So may be the 8个 of 示范村创建, where nothing has the unit itself.
  const named = bare.filter(({ name }) => name.meaning.includes(unit.base))
  const same = counted.length === 0 || counted.some(isInUnit) ? counted : named
  const people = unit.dimension === 'attendances' ? counts.filter(isOfPeople) : []
  if (same.length === 1 && people.length === 0) return same
  // What is paid for each 人次 is paid for as many as there are people at the least; 个 may be anything.
  const alike = [...same, ...people]
  const fitting = alike.length > 0 ? alike : bare
  const name = pairsOf(cost.name)
  const pairs = fitting.map((count) => pairsOf(count.name.text))
  const weights = new PairWeights(pairs)
  const scored = fitting.map((count, i) => ({
    count,
    score: weights.total([...(pairs[i] as Pairs)].filter((pair) => name.has(pair))),
  }))
  const best = clearlyBest(scored)
  if (best !== undefined) return best.score > 0 ? [best.count] : []
  return placesOfOne(scored) ?? leastOf(scored)
}

/** 2018年任务补助标准 and 补助面积(2020年任务). */
const areOfTwoYears = (a: string, b: string): boolean => {
  const [one, other] = [a, b].map((name) => name.match(YEARS_NAMED) ?? [])
  return one?.length === 1 && other?.length === 1 && one[0] !== other[0]
}

/** What stands in all the names of counts behind a place: 甲村新建水泥路1条, 乙村新建水泥路1条. */
const LEAST_SHARED = 4

/** All of the counts, where they are of one thing in several places. */
const placesOfOne = (scored: readonly Scored[]): readonly Count[] | undefined => {
  const [first, ...others] = scored
  if (first === undefined || first.score === 0 || scored.some(({ score }) => score !== first.score))
    return undefined
  const names = scored.map(({ count }) => count.name.meaning)
  const end = names[0]?.slice(-LEAST_SHARED) ?? ''
  const areDifferent = new Set(names).size === names.length
  // 封禁治理面积 is a part of 水土流失治理面积.
  const arePlaces = names.every(beginsWithPlace)
  return others.length > 0 && areDifferent && arePlaces && names.every((name) => name.endsWith(end))
    ? scored.map(({ count }) => count)
    : undefined
}

interface Scored {
  readonly count: Count
  readonly score: number
}

const isOfPeople = ({ target }: Count): boolean => target.measure.unit?.dimension === 'people'

/** Of counts that the name of a price speaks of alike, the least: it is paid for that many at the least. */
const leastOf = (scored: readonly Scored[]): readonly Count[] => {
  const most = Math.max(0, ...scored.map(({ score }) => score))
  if (most === 0) return []
  const alike = scored.filter(({ score }) => score === most).map(({ count }) => count)
  const amountOf = ({ target }: Count): Decimal => baseValue(target.measure)
  return [alike.reduce((least, count) => (amountOf(count).lt(amountOf(least)) ? count : least))]
}

/** How many months or days the project names, if it names just one number of them, or those of its own period. */
const periodsNamed = (project: Project, unit: Unit): Decimal | undefined =>
  periodsSaid(project, unit) ?? (unit.base === MONTH ? monthsOfPeriod(project)?.div(unit.scale) : undefined)

/** 2021.01.01-2021.12.31 is 12 months, and half a month is none. */
const monthsOfPeriod = ({ period }: Project): Decimal | undefined => {
  const [from, until] = [period?.from, period?.until]
  if (from?.year !== until?.year || from?.month === undefined || until?.month === undefined) return undefined
  return new Decimal(until.month - from.month + 1)
}

const periodsSaid = (project: Project, unit: Unit): Decimal | undefined => {
  const promised = project.goals.flatMap(({ text, quantities }) =>
    quantities
      .filter((quantity) => quantity.kind === 'measure')
      // 任职满9年的, 工作满6个月的: who is paid, not for how long.
      .filter((measure) => text.folded[measure.text.offsetIn(text) - 1] !== HAVING_DONE),
  )
  const planned = indicatorsOf(project).flatMap(countOf)
  const values = [...promised, ...planned.map(({ target }) => target.measure)].flatMap((measure) =>
    periodsIn(measure, unit),
  )
  const [first] = values
  return first !== undefined && values.every((value) => value.eq(first)) ? first : undefined
}

/** A measure as whole periods; 24小时内 is a limit and 2小时 no number of days. */
const periodsIn = ({ unit, numeral, comparator }: Measure, period: Unit): readonly Decimal[] => {
  if (unit?.dimension !== 'time' || unit.base !== period.base || unit.per.length > 0) return []
  if (sideOf(comparator?.sign) < 0) return []
  const length = toBase(numeral.value, unit)
  // 9年 is more than the year of the table; 3000天 may be of ten halls.
  if (unit.base === MONTH && unit.scale.gte(MONTHS_A_YEAR) && length.gt(MONTHS_A_YEAR)) return []
  const value = length.div(period.scale)
  return value.isInteger() && value.gt(0) ? [value] : []
}
