import { Decimal as Base } from 'decimal.js'

/**
 * Exact decimals for money and measures. The only place that knows decimal.js: its default of
 * 20 significant digits rounds long sums silently, so the precision is set here once.
 */
export const Decimal = Base.clone({ precision: 40, toExpNeg: -40, toExpPos: 60 })
export type Decimal = Base

/** As in decimal.js, which copies what it compares with: nearly half of all numbers would be such copies. */
function comparedTo(this: Decimal, value: Base.Value): number {
  const other = typeof value === 'object' ? value : constantOf(value)
  if (!this.d || !other.d) return Base.prototype.comparedTo.call(this, other)
  if (this.d[0] === 0) return other.d[0] === 0 ? 0 : -other.s
  if (other.d[0] === 0 || this.s !== other.s) return this.s
  return Math.sign(this.s * (this.e - other.e || compareDigits(this.d, other.d))) + 0
}

/** What numbers are compared with is written in the program: each is made once. */
const constantOf = (value: number | string | bigint): Decimal => {
  const known = CONSTANTS.get(value)
  if (known !== undefined) return known
  const made = new Decimal(value)
  if (CONSTANTS.size < MOST_CONSTANTS) CONSTANTS.set(value, made)
  return made
}

const MOST_CONSTANTS = 256
const CONSTANTS = new Map<number | string | bigint, Decimal>()

/** As in decimal.js, which prints every number and parses that: most are whole, and one word of seven digits holds them. */
function toNumber(this: Decimal): number {
  const isShort = this.d?.length === 1 && this.e >= 0 && this.e < MOST_QUICK_DIGITS
  return isShort ? this.s * (this.d[0] as number) : Base.prototype.toNumber.call(this)
}

const compareDigits = (a: readonly number[], b: readonly number[]): number => {
  for (let i = 0; i < a.length || i < b.length; i += 1) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

// Numbers of ours have it; those of others that use decimal.js keep theirs.
Object.defineProperty(Decimal, 'prototype', {
  value: Object.assign(Object.create(Base.prototype), { comparedTo, cmp: comparedTo, toNumber }),
})

export const ZERO: Decimal = new Decimal(0)
export const ONE: Decimal = new Decimal(1)
export const HUNDRED: Decimal = new Decimal(100)

/** decimal.js takes whole numbers below 10^7 without parsing. */
const MOST_QUICK_DIGITS = 7
const MOST_KEPT_DIGITS = 3
const KEPT: (Decimal | undefined)[] = []

/** The exact value of printed digits, with a point or without: `2800`, `1.50`, `0.97`. */
export const parseDecimal = (digits: string): Decimal => {
  if (digits.length > MOST_QUICK_DIGITS || digits.includes('.')) return new Decimal(digits)
  const value = Number(digits)
  if (digits.length > MOST_KEPT_DIGITS) return new Decimal(value)
  let kept = KEPT[value]
  if (kept === undefined) {
    kept = new Decimal(value)
    KEPT[value] = kept
  }
  return kept
}

const POWERS: (Decimal | undefined)[] = []

/** 10^`power`, for powers from 0 up; made once each, as nearly every number with 万 needs some. */
export const tenTo = (power: number): Decimal => {
  let value = POWERS[power]
  if (value === undefined) {
    value = Decimal.pow(10, power)
    POWERS[power] = value
  }
  return value
}

/** `value` times `factor`, which is nearly always one. */
export const scaleBy = (value: Decimal, factor: Decimal): Decimal =>
  factor === ONE ? value : value.times(factor)

/** The same number without the room for more digits that decimal.js leaves in what it parses and computes. */
export const compact = (value: Decimal): Decimal => new Decimal(value)

/** The exact sum; zero of nothing. */
export const sum = (values: Iterable<Decimal>): Decimal => {
  let total: Decimal | undefined
  for (const value of values) total = total === undefined ? value : total.plus(value)
  return total ?? ZERO
}

/** The greatest of numbers; that of decimal.js copies each. */
export const greatest = (first: Decimal, ...others: readonly Decimal[]): Decimal => {
  let most = first
  for (const one of others) if (one.gt(most)) most = one
  return most
}

/** The least of numbers. */
export const least = (first: Decimal, ...others: readonly Decimal[]): Decimal => {
  let fewest = first
  for (const one of others) if (one.lt(fewest)) fewest = one
  return fewest
}

const HALVES: (Decimal | undefined)[] = []

/** Half of the last place of a number with so many decimals: what rounding can explain. */
export const halfOfPlace = (decimals: number): Decimal => {
  let half = HALVES[decimals]
  if (half === undefined) {
    half = Decimal.pow(10, -decimals).div(2)
    HALVES[decimals] = half
  }
  return half
}

/** The digits of a number in ascending order: the same for 84.1 and 81.4. */
export const sortedDigits = (printed: string): string => [...printed].sort().join('')
