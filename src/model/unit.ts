import { type Decimal, ONE, scaleBy } from './decimal.ts'
import type { Dimension, Measure, Unit } from './measure.ts'

/**
 * How two units may be compared: `same` units by value (after conversion), `compatible` ones only as
 * counts (80人 of posts, 90个 posts), `different` ones not at all.
 */
export type Comparability = 'same' | 'compatible' | 'different'

/** What the generic 个 and 项 may stand for. */
const COUNTABLE: ReadonlySet<Dimension> = new Set(['people', 'households', 'count', 'things', 'times'])

/** Whether values in `a` and `b` convert exactly: 人 = 名, 公里 = km, 元 and 万元, 元/人·月 = 元/月/人. */
export const sameUnit = (a: Unit, b: Unit): boolean =>
  a.base === b.base && a.dimension === b.dimension && sameDenominators(a.per, b.per)

const sameDenominators = (a: readonly Unit[], b: readonly Unit[]): boolean => {
  if (a.length !== b.length) return false
  const rest = [...b]
  for (const unit of a) {
    const i = rest.findIndex((other) => sameUnit(unit, other))
    if (i < 0) return false
    rest.splice(i, 1)
  }
  return true
}

/** How `a` and `b` compare; a missing unit may be any countable one. */
export const comparability = (a: Unit | undefined, b: Unit | undefined): Comparability => {
  if (a === undefined || b === undefined) {
    const unit = a ?? b
    if (unit === undefined) return 'same'
    return unit.per.length === 0 && COUNTABLE.has(unit.dimension) ? 'compatible' : 'different'
  }
  if (sameUnit(a, b)) return 'same'
  if (!sameDenominators(a.per, b.per)) return 'different'
  if (a.dimension === 'share' && b.dimension === 'share') return 'compatible'
  const generic = a.dimension === 'count' || b.dimension === 'count'
  return generic && COUNTABLE.has(a.dimension) && COUNTABLE.has(b.dimension) ? 'compatible' : 'different'
}

/** Base units in one `unit`: 10000 for 万元, 1/12 for 元/年 (base 元/月). */
export const scaleOf = (unit: Unit): Decimal =>
  unit.per.length === 0
    ? unit.scale
    : unit.per.reduce((scale, per) => (per.scale === ONE ? scale : scale.dividedBy(per.scale)), unit.scale)

/** `value` in base units: 3.25 万元 → 32500 元. */
export const toBase = (value: Decimal, unit: Unit): Decimal => scaleBy(value, scaleOf(unit))

/** `value` in base units, in a unit: 32500 元 → 3.25 万元. */
export const fromBase = (value: Decimal, unit: Unit): Decimal => value.dividedBy(scaleOf(unit))

/** The number of a measure in base units, of a range its lower end: 6万人 is 60000. Bare without a unit. */
export const baseValue = ({ numeral, unit }: Pick<Measure, 'numeral' | 'unit'>): Decimal =>
  unit === undefined ? numeral.value : toBase(numeral.value, unit)

/** `value` from one unit to another; `undefined` where they don't convert. */
export const convert = (value: Decimal, from: Unit, to: Unit): Decimal | undefined => {
  if (!sameUnit(from, to)) return undefined
  const a = scaleOf(from)
  const b = scaleOf(to)
  // dividing 1/12 by 1/12 must not round
  return a === b || a.equals(b) ? value : value.times(a).dividedBy(b)
}

/** What a rate times a count has as unit, and the factor from the product of the two numbers. */
export interface Product {
  readonly unit: Unit
  readonly factor: Decimal
}

/**
 * The unit of rate × count, if the count measures one of the rate's denominators: 元/位 × 人 → 元,
 * 元/人·月 × 人 → 元/月. Generic counts (个) pay for any counted denominator.
 *
 * @example multiply(元/位, 人) → { unit: 元, factor: 1 }; 元/亩 × 万亩 → { unit: 元, factor: 10000 }
 */
export const multiply = (rate: Unit, count: Unit): Product | undefined => {
  if (rate.per.length === 0 || count.per.length > 0) return undefined
  const exact = rate.per.findIndex((per) => sameUnit(per, count))
  const found = exact >= 0 ? exact : rate.per.findIndex((per) => comparability(per, count) === 'compatible')
  const denominator = rate.per[found]
  if (denominator === undefined) return undefined
  const per = rate.per.filter((_, i) => i !== found)
  const [numerator = rate.printed] = rate.printed.split(/[/每]/)
  const printed = per.length === 0 ? numerator : `${numerator}/${per.map((unit) => unit.printed).join('·')}`
  const factor = exact >= 0 ? count.scale.dividedBy(denominator.scale) : ONE
  return { unit: { ...rate, printed, per }, factor }
}
