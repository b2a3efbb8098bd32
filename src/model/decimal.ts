import { Decimal as Base } from 'decimal.js'

/**
 * Exact decimals for money and measures. The only place that knows decimal.js: its default of
 * 20 significant digits rounds long sums silently, so the precision is set here once.
 */
export const Decimal = Base.clone({ precision: 40, toExpNeg: -40, toExpPos: 60 })
export type Decimal = Base

export const ZERO: Decimal = new Decimal(0)

/** The exact sum; zero of nothing. */
export const sum = (values: Iterable<Decimal>): Decimal => {
  let total = ZERO
  for (const value of values) total = total.plus(value)
  return total
}
