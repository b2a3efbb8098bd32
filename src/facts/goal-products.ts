import { Decimal, halfOfPlace } from '../model/decimal.ts'
import { isExact } from '../model/interval.ts'
import type { Measure } from '../model/measure.ts'
import { COMES_TO } from '../vocabulary/sum-words.ts'
import { isPaidFor, moneyFor } from './goal-costs.ts'
import { moneyOf, timesPaid } from './price-terms.ts'
import type { Promised } from './promises.ts'

/** A price of a goal times the count beside it, where the goal states another sum for both. */
export interface WrongProduct {
  readonly price: Measure
  readonly count: Measure
  readonly total: Measure
  /** In 元. */
  readonly stated: Decimal
  readonly computed: Decimal
}

/**
 * 购置13台电脑,每台0.32万元,支出3.36万元: a count, its price and what they come to, one right behind the other in a sentence. What the
 * printed places can explain is no difference.
 */
export const wrongProductsIn = (promises: readonly Promised[]): readonly WrongProduct[] =>
  promises.flatMap((total, i): readonly WrongProduct[] => {
    const [first, second] = [promises[i - 2], promises[i - 1]]
    if (total.kind !== 'money' || first === undefined || second === undefined) return []
    const [count, price] = second.kind === 'price' ? [first, second] : [second, first]
    if (count.kind !== 'count' || price.kind !== 'price' || !isPaidFor(price, count)) return []
    if (timesPaid(price)?.period !== undefined) return []
    const all = [first, second, total]
    if (
      !COMES_TO.test(total.preceding) ||
      !areTogether(all) ||
      !all.every(({ measure }) => isExact(measure)) ||
      count.each !== undefined
    )
      return []
    const computed = moneyFor(price, count)
    const stated = moneyOf(total.measure)
    const rounding = roundingOf(total.measure).plus(
      roundingOf(price.measure).times(computed.div(moneyOf(price.measure))),
    )
    if (computed.minus(stated).abs().lte(rounding)) return []
    return [{ price: price.measure, count: count.measure, total: total.measure, stated, computed }]
  })

/** Whether numbers stand in one sentence. */
const areTogether = ([first, ...others]: readonly Promised[]): boolean =>
  others.every(({ goal, sentence }) => goal === first?.goal && sentence.from === first.sentence.from)

/** Half of the last printed place, in 元; a whole number is as it is. */
const roundingOf = ({ numeral, unit }: Measure): Decimal =>
  numeral.decimals === 0 ? new Decimal(0) : halfOfPlace(numeral.decimals).times(unit?.scale ?? 1)
