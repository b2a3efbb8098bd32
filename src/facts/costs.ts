import { collect, mapped } from '../collect.ts'
import { sideOf } from '../model/comparator.ts'
import { type Decimal, greatest, halfOfPlace, ONE, scaleBy, sum } from '../model/decimal.ts'
import type { Indicator, MeasuredTarget, Project, Target, ValidAmount } from '../model/disclosure.ts'
import { highest } from '../model/interval.ts'
import type { Measure, Unit } from '../model/measure.ts'
import { indicatorsOf, type PlacedIndicator, rememberForProject } from '../model/walk.ts'
import type { CategoryId } from '../vocabulary/categories.ts'
import { termOf } from '../vocabulary/headers.ts'
import { isNamed, type NameClass } from '../vocabulary/name-classes.ts'
import { OF_A_TIME, PRICED_FOR_EACH } from '../vocabulary/price-words.ts'
import { dimensionOfWord } from '../vocabulary/units.ts'
import { isWholeColumn, isWholeTarget } from './whole-target.ts'

/** A cost indicator in money that limits spending from above. */
export interface Cost {
  readonly indicator: Indicator
  readonly name: string
  readonly target: MeasuredTarget
  readonly unit: Unit
  /** The limit in 元; of a rate, for one of each of its denominators. */
  readonly money: Decimal
  /** Half of the last printed place, in 元. */
  readonly rounding: Decimal
}

/** The cost indicators of a project, told apart by what may be added to what. */
export interface Costs {
  /** Limits of the whole: 总成本, or one that equals the sum of the others. */
  readonly totals: readonly Cost[]
  /** Limits of single things, independent of each other. */
  readonly caps: readonly Cost[]
  /** Prices: 元/人, 元/人·月. */
  readonly rates: readonly Cost[]
  /**
   * Prices whose unit doesn't say of what (补助标准 ≤500元), and the most that one may get (单家企业奖补上限):
   * they can be neither added nor multiplied.
   */
  readonly barePrices: readonly Cost[]
  /** What is to be spent at least: money that reads the wrong way, and may be too much all the same. */
  readonly floors: readonly Cost[]
  /** Limits of all years, under the long-term targets. */
  readonly longTerm: readonly Cost[]
  /** Some cost indicator isn't money, has no number or reads the wrong way: the sum says nothing. */
  readonly isPartial: boolean
}

/** 单个网点建设补助 1.5万元: the name says what the price is for. */
const denominatorIn = (name: string): Unit | undefined => {
  const word = OF_A_TIME.test(name) ? undefined : PRICED_FOR_EACH.exec(name)?.slice(1).find(Boolean)
  const dimension = word === undefined ? undefined : dimensionOfWord(word)
  if (word === undefined || dimension === undefined || !COUNTED.has(dimension)) return undefined
  return { printed: word, base: word, dimension, scale: ONE, per: [] }
}

/** Dimensions whose words are units of their own, and not parts of others. */
const COUNTED: ReadonlySet<string> = new Set(['things', 'count', 'households', 'people', 'times'])

/** Whether indicators of the category are spending; 社会成本 and 生态环境成本 are not money. */
export const isSpendingCategory = (id: CategoryId | undefined): boolean =>
  id === 'cost' || id === 'economic-cost'

/**
 * Whether an indicator is spending: its category says that, or stands under output in words that no list has (造价, 投资额) and the
 * indicator is a limit of money that is paid.
 */
const isSpending = ({ indicator: { name, target }, categories, categoryId }: PlacedIndicator): boolean => {
  if (isSpendingCategory(categoryId)) return true
  const innermost = categories.at(-1)
  const isOwn = innermost !== undefined && innermost.is === undefined
  const isOfOutput = categoryId === undefined || categoryId === 'output'
  if (!isOwn || !isOfOutput || target.kind !== 'measured' || sideOf(target.comparator) >= 0) return false
  const is = (nameClass: NameClass): boolean => isNamed(name.meaning, nameClass)
  return target.measure.unit?.dimension === 'money' && (is('expense') || is('paid')) && !is('earned-or-saved')
}

/** Reads the cost indicators of a project. */
export const costsOf = rememberForProject((project: Project): Costs => {
  const spending = indicatorsOf(project).filter(isSpending)
  const placed = spending.filter(({ indicator }) => isWholeTarget(indicator))
  const read = collect(placed, ({ indicator }) => costOf(indicator))
  const costs = withPricesOfSize(placed, read)
  const priced = costs.filter(({ unit }) => unit.per.length > 0)
  const rates = priced.filter(({ name }) => !isNamed(name, 'ceiling'))
  const plain = costs.filter((cost) => !rates.includes(cost))
  const barePrices = plain.filter(({ name, unit }) => unit.per.length > 0 || isNamed(name, 'price'))
  const limits = plain.filter((cost) => !barePrices.includes(cost))
  const { amount } = project
  // Two limits that are both the whole amount say one thing twice.
  const isRepeated = amount.kind === 'amount' && limits.every(({ money }) => money.eq(amount.money))
  const isTotal = (cost: Cost): boolean =>
    isRepeated || isNamed(cost.name, 'whole-cost') || equalsSumOfOthers(cost, limits)
  const totals = limits.length > 1 || rates.length > 0 ? limits.filter(isTotal) : []
  return {
    totals,
    caps: limits.filter((cost) => !totals.includes(cost)),
    rates,
    barePrices,
    floors: placed.flatMap(({ indicator }) => floorOf(indicator) ?? []),
    longTerm: collect(spending, ({ indicator }) =>
      indicator.term === 'long-term' && isWholeColumn(indicator) ? costOf(indicator) : undefined,
    ).filter(({ name, unit }) => unit.per.length === 0 && !isNamed(name, 'price')),
    isPartial: costs.length < placed.length || barePrices.length > 0,
  }
})

/**
 * 防疫室84平米 1050元 beside 饲料库120平米 490元/平米: where another cost is a price for each unit of the size that its name ends
 * with, one without a unit of its own is such a price too, whatever its comparator says.
 */
const withPricesOfSize = (placed: readonly PlacedIndicator[], costs: readonly Cost[]): readonly Cost[] => {
  const isPriced = (of: Unit): boolean =>
    costs.some(
      ({ indicator, unit }) =>
        unit.per.length === 1 && sizeIn(indicator)?.base === of.base && unit.per[0]?.base === of.base,
    )
  return collect(placed, ({ indicator }): Cost | undefined => {
    const known = costs.find((cost) => cost.indicator === indicator)
    const size = sizeIn(indicator)
    if (size === undefined || (known?.unit.per.length ?? 0) > 0 || !isPriced(size)) return known
    const cost = known ?? costOf(indicator, true)
    return (
      cost && {
        ...cost,
        unit: { ...cost.unit, printed: `${cost.unit.printed}/${size.printed}`, per: [size] },
      }
    )
  })
}

/** The unit of the area or length that a name ends with. */
const sizeIn = ({ nameQuantities }: Indicator): Unit | undefined => {
  const [size, other] = nameQuantities
  const unit = size?.kind === 'measure' && other === undefined ? size.unit : undefined
  return unit !== undefined && (unit.dimension === 'area' || unit.dimension === 'length') ? unit : undefined
}

const floorOf = (indicator: Indicator): Cost | undefined => {
  const isFloor = indicator.target.kind === 'measured' && sideOf(indicator.target.comparator) > 0
  const cost = isFloor ? costOf(indicator, true) : undefined
  const isPrice = cost === undefined || cost.unit.per.length > 0 || isNamed(cost.name, 'price')
  return isPrice || isNamed(cost.name, 'earned-or-saved') ? undefined : cost
}

/** 实施期资金总额: the money of all years that a form prints beside the amount of the year. */
export const longTermAmountOf = ({ money, amount }: Project): ValidAmount | undefined => {
  const totals = collect(money, ({ source, label, amount: total }) =>
    source === undefined && total.kind === 'amount' && termOf(label.meaning) === 'long-term'
      ? total
      : undefined,
  )
  const [total, other] = totals
  // Two of them, or less than the year has, say that this is something else.
  const isWhole = other === undefined && amount.kind === 'amount' && total?.money.gte(amount.money) === true
  return isWhole ? total : undefined
}

/** What the limits come to in all: the parts together, or a total above them; `undefined` without any. */
export const wholeLimit = ({ caps, totals }: Costs): Decimal | undefined =>
  caps.length + totals.length === 0
    ? undefined
    : greatest(sum(caps.map(({ money }) => money)), ...mapped(totals, ({ money }) => money))

const equalsSumOfOthers = (cost: Cost, limits: readonly Cost[]): boolean => {
  const others = limits.filter((other) => other !== cost)
  return others.length >= 2 && sum(others.map(({ money }) => money)).eq(cost.money)
}

const costOf = (indicator: Indicator, anySide = false): Cost | undefined => {
  const target = pricedTarget(indicator.target)
  if (target === undefined || (sideOf(target.comparator) > 0 && !anySide)) return undefined
  const { measure } = target
  const unit = measure.unit === undefined ? undefined : pricedUnit(measure.unit, indicator.name.meaning)
  if (unit === undefined || unit.dimension !== 'money' || measure.change !== undefined) return undefined
  const numeral = highest(measure)
  return {
    indicator,
    name: indicator.name.meaning,
    target,
    unit,
    money: scaleBy(numeral.value, unit.scale),
    rounding: scaleBy(printedRounding(measure), unit.scale),
  }
}

/** A target that is measured, and the one price that a sentence has for one: 严格按照1200元/人的标准兑付. */
const pricedTarget = (target: Target): MeasuredTarget | undefined => {
  if (target.kind === 'measured') return target
  if (target.kind !== 'qualitative') return undefined
  const [price, other] = target.quantities.filter((quantity) => quantity.kind === 'measure')
  const unit = price?.unit
  if (price === undefined || other !== undefined || unit?.dimension !== 'money' || unit.per.length === 0)
    return undefined
  const { text, span } = price
  const printed = price.comparator
  const comparator = printed?.sign ?? '≤'
  return {
    kind: 'measured',
    text,
    span,
    comparator,
    printedComparator: printed,
    implicit: printed === undefined,
    measure: price,
  }
}

const pricedUnit = (unit: Unit, name: string): Unit => {
  const named = unit.dimension === 'money' && unit.per.length === 0 ? denominatorIn(name) : undefined
  return named === undefined ? unit : { ...unit, printed: `${unit.printed}/${named.printed}`, per: [named] }
}

/** Half of the last place a measure prints, in its own unit. */
const printedRounding = (measure: Measure): Decimal => halfOfPlace(highest(measure).decimals)
