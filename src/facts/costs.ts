import { sideOf } from '../model/comparator.ts'
import { Decimal, halfOfPlace, ONE, sum } from '../model/decimal.ts'
import type { Indicator, MeasuredTarget, Project } from '../model/disclosure.ts'
import type { Measure, Unit } from '../model/measure.ts'
import { indicatorsOf, rememberForProject } from '../model/walk.ts'
import { rememberText } from '../remember.ts'
import type { CategoryId } from '../vocabulary/categories.ts'
import { dimensionOfWord } from '../vocabulary/units.ts'
import { isWholeTarget } from './whole-target.ts'

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
  /** Some cost indicator isn't money, has no number or reads the wrong way: the sum says nothing. */
  readonly isPartial: boolean
}

/** Names of limits that contain the other ones. */
const TOTAL_NAME =
  /总成本|成本总|总投入|总投资|投资总|投入总|资金总|总额|总预算|预算总|总费用|费用总|总支出|支出总|总经费|经费总|预算控制|控制在预算|预算数|预算金额|年度预算|项目(?:实施)?成本(?:控制)?$|项目预算|项目资金|项目经费$/

/** What there are several of, each with its price. */
const COUNTERS =
  '公里|千米|平方米|立方米|批次|人次|项次|[人户亩生名位村个套台件份辆次场批项条处口期座所间栋株头只吨艘班床盏眼架篇册家]'

/** 单 of 单座, and not of 清单, 宣传单 and 单位. */
const SINGLE = '(?<![订清名账保罚传表工简])单(?!位)'

const PRICE_NAME = new RegExp(
  '(?:单价|标准|均价|价格)(?:\\([^()]*\\))?$|[人户亩生车校村班件案次床天日月]均|' +
    `每(?:一|1)?(?:${COUNTERS}|季度|[月天日周])(?!年)|${SINGLE}(?:[车页方校站价]|${COUNTERS})`,
)

/** Whether money under this name is a price: 补助标准, 采购单价, 人均成本. */
export const isPriceName: (name: string) => boolean = rememberText((name) => PRICE_NAME.test(name))

/** What no one exceeds, though most get less. */
const CEILING = /上限|最高|封顶|限额/

const EACH_ONE = new RegExp(`(?:每(?:一|1)?|${SINGLE})(${COUNTERS})`)
const OF_A_TIME = /每(?:[月天日周]|季度)|[月天日]均/

/** 单个网点建设补助 1.5万元: the name says what the price is for. */
const denominatorIn = (name: string): Unit | undefined => {
  const word = OF_A_TIME.test(name) ? undefined : EACH_ONE.exec(name)?.[1]
  const dimension = word === undefined ? undefined : dimensionOfWord(word)
  if (word === undefined || dimension === undefined || !COUNTED.has(dimension)) return undefined
  return { printed: word, base: word, dimension, scale: ONE, per: [] }
}

/** Dimensions whose words are units of their own, and not parts of others. */
const COUNTED: ReadonlySet<string> = new Set(['things', 'count', 'households', 'times'])

/** Whether indicators of the category are spending; 社会成本 and 生态环境成本 are not money. */
export const isSpendingCategory = (id: CategoryId | undefined): boolean =>
  id === 'cost' || id === 'economic-cost'

/** Reads the cost indicators of a project. */
export const costsOf = rememberForProject((project: Project): Costs => {
  const placed = indicatorsOf(project).filter(
    ({ indicator, categoryId }) => isSpendingCategory(categoryId) && isWholeTarget(indicator),
  )
  const costs = placed.flatMap(({ indicator }) => costOf(indicator) ?? [])
  const priced = costs.filter(({ unit }) => unit.per.length > 0)
  const rates = priced.filter(({ name }) => !CEILING.test(name))
  const plain = costs.filter((cost) => !rates.includes(cost))
  const barePrices = plain.filter(({ name, unit }) => unit.per.length > 0 || isPriceName(name))
  const limits = plain.filter((cost) => !barePrices.includes(cost))
  const { amount } = project
  // Two limits that are both the whole amount say one thing twice.
  const isRepeated = amount.kind === 'amount' && limits.every(({ money }) => money.eq(amount.money))
  const isTotal = (cost: Cost): boolean =>
    isRepeated || TOTAL_NAME.test(cost.name) || equalsSumOfOthers(cost, limits)
  const totals = limits.length > 1 || rates.length > 0 ? limits.filter(isTotal) : []
  return {
    totals,
    caps: limits.filter((cost) => !totals.includes(cost)),
    rates,
    barePrices,
    isPartial: costs.length < placed.length || barePrices.length > 0,
  }
})

/** What the limits come to in all: the parts together, or a total above them; `undefined` without any. */
export const wholeLimit = ({ caps, totals }: Costs): Decimal | undefined =>
  caps.length + totals.length === 0
    ? undefined
    : Decimal.max(sum(caps.map(({ money }) => money)), ...totals.map(({ money }) => money))

const equalsSumOfOthers = (cost: Cost, limits: readonly Cost[]): boolean => {
  const others = limits.filter((other) => other !== cost)
  return others.length >= 2 && sum(others.map(({ money }) => money)).eq(cost.money)
}

const costOf = (indicator: Indicator): Cost | undefined => {
  const { target } = indicator
  if (target.kind !== 'measured' || sideOf(target.comparator) > 0) return undefined
  const { measure } = target
  const unit = measure.unit === undefined ? undefined : pricedUnit(measure.unit, indicator.name.meaning)
  if (unit === undefined || unit.dimension !== 'money' || measure.change !== undefined) return undefined
  const numeral = measure.upperNumeral ?? measure.numeral
  return {
    indicator,
    name: indicator.name.meaning,
    target,
    unit,
    money: numeral.value.times(unit.scale),
    rounding: printedRounding(measure).times(unit.scale),
  }
}

const pricedUnit = (unit: Unit, name: string): Unit => {
  const named = unit.dimension === 'money' && unit.per.length === 0 ? denominatorIn(name) : undefined
  return named === undefined ? unit : { ...unit, printed: `${unit.printed}/${named.printed}`, per: [named] }
}

/** Half of the last place a measure prints, in its own unit. */
const printedRounding = ({ numeral, upperNumeral }: Measure): Decimal =>
  halfOfPlace((upperNumeral ?? numeral).decimals)
