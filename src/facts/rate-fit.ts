import { type Decimal, HUNDRED, halfOfPlace, ZERO } from '../model/decimal.ts'
import type { ValidAmount } from '../model/disclosure.ts'
import { roundingOf } from './sums.ts'

/** How a printed rate of execution agrees with the money it is of. */
export interface RateFit {
  /**
   * `right`: as printed, rounded or cut off at the last printed place, or capped at the whole; `rounded`: a whole number was printed
   * in place of it; `unknown`: nothing was planned, so that no rate can be worked out.
   */
  readonly kind: 'right' | 'rounded' | 'wrong' | 'unknown'
  /** In per cent. */
  readonly computed: Decimal
  /** So many decimals tell it from the printed rate. */
  readonly decimals: number
}

/** Compares a rate, in per cent or as a share of 1 (95%, 95, 0.95), with `spent` ÷ `planned`. */
export const rateFit = (rate: ValidAmount, spent: ValidAmount, planned: ValidAmount): RateFit => {
  if (planned.money.lte(0)) return { kind: 'unknown', computed: ZERO, decimals: 0 }
  const computed = spent.money.times(HUNDRED).div(planned.money)
  const ends = rangeOf(spent, planned)
  const { value, decimals } = rate.numeral
  const readings = [{ percent: value, decimals }]
  // 0.95 and 1 are shares, where no sign says that they are per cents.
  if (!rate.text.folded.includes('%') && value.lte(10))
    readings.push({ percent: value.times(HUNDRED), decimals: Math.max(0, decimals - 2) })
  const isRight = readings.some((one) => isPrintedFor(one, computed) || reaches(one, ...ends))
  const places = Math.max(decimals, 2)
  if (isRight) return { kind: 'right', computed, decimals: places }
  const isRounded = readings.some(
    ({ percent }) => percent.isInteger() && reaches({ percent, decimals: 0 }, computed, computed),
  )
  return { kind: isRounded ? 'rounded' : 'wrong', computed, decimals: places }
}

interface PrintedRate {
  readonly percent: Decimal
  readonly decimals: number
}

/** Whether a value is printed so: rounded, cut off, or capped at the whole. */
export const isPrintedFor = (rate: PrintedRate, value: Decimal): boolean =>
  reaches(rate, value, value) || (rate.percent.eq(HUNDRED) && value.gte(HUNDRED))

/** Whether a value from `least` to `most` is printed so, rounded or cut off. */
const reaches = ({ percent, decimals }: PrintedRate, least: Decimal, most: Decimal): boolean => {
  const half = halfOfPlace(decimals)
  return most.gte(percent.minus(half)) && least.lt(percent.plus(half.times(2)))
}

/** What the rate may be where both amounts have been rounded; whole numbers of 万元 are taken as they are. */
const rangeOf = (spent: ValidAmount, planned: ValidAmount): readonly [least: Decimal, most: Decimal] => {
  const [a, b] = [spent, planned].map((amount) =>
    amount.numeral.decimals === 0 ? ZERO : roundingOf(amount),
  ) as [Decimal, Decimal]
  const rate = (up: Decimal, down: Decimal): Decimal => up.times(HUNDRED).div(down)
  const low = planned.money.minus(b)
  return [
    rate(spent.money.minus(a), planned.money.plus(b)),
    rate(spent.money.plus(a), low.gt(0) ? low : planned.money),
  ]
}
