import { sortedDigits } from '../model/decimal.ts'
import type { Measure, Unit } from '../model/measure.ts'
import { baseValue } from '../model/unit.ts'
import { rememberFor } from '../remember.ts'
import { TIMES } from '../vocabulary/price-words.ts'
import type { Candidate } from './matching.ts'
import { inTermsOf, moneyOf } from './price-terms.ts'
import type { MeasureKind, Promised } from './promises.ts'

/** Dimensions of units that very different things are counted in. */
const GENERIC: ReadonlySet<string> = new Set([
  'people',
  'attendances',
  'count',
  'share',
  'points',
  'households',
  'money',
])

export const isGeneric = ({ dimension, base }: Unit): boolean => GENERIC.has(dimension) || base === TIMES

/** From this score on a pair is sure enough to call a difference a contradiction. */
export const sureFrom = (kind: MeasureKind): number => (kind === 'time' ? 0.6 : 0.4)

/** The greater of the two over the smaller, in base units (`x` and `y`, if they are known); `undefined` with two zeros, or below them. */
export const ratioOf = (
  a: Measure,
  b: Measure,
  x = baseValue(a).toNumber(),
  y = baseValue(b).toNumber(),
): number | undefined => {
  // None is no slip of some.
  if ((x === 0) !== (y === 0)) return Number.POSITIVE_INFINITY
  if (x <= 0 || y <= 0) return undefined
  const ratio = Math.max(x, y) / Math.min(x, y)
  if (ratio > NEARLY_EQUAL) return ratio
  // Whether they are exactly equal only exact numbers tell.
  return baseValue(a).eq(baseValue(b)) ? 1 : NEARLY_EQUAL
}

const NEARLY_EQUAL = 1.000001

export const isFar = (ratio: number | undefined): boolean => ratio !== undefined && ratio > 10 && ratio < 9000

/** The same of a price, as it may be in the terms of the other one. */
export const priceRatio = (promise: Promised, candidate: Candidate): number | undefined => {
  const planned = moneyOf(candidate.target.measure)
  const inTerms = inTermsOf(promise, candidate)
  const ratios = (inTerms.length === 0 ? [moneyOf(promise.measure)] : inTerms)
    .filter((money) => money.gt(0) && planned.gt(0))
    .map((money) => (money.gt(planned) ? money.div(planned) : planned.div(money)).toNumber())
  return ratios.length === 0 ? undefined : Math.min(...ratios)
}

/**
 * How much the words must say where the values are far apart: a slip changes one digit, and what is
 * ten times as much is mostly another thing; but 18万页 and 18页 have lost a 万, 18.5 and 185 a point.
 * What is less than half may be a part, where the name says which.
 */
export const wordsNeeded = (
  ratio: number | undefined,
  { kind, measure }: Promised,
  { target }: Candidate,
  isPart: boolean,
): number => {
  // Equal numbers need no words, and have no other digits.
  if (ratio === undefined || ratio === 1) return 0
  if (ratio <= 5) {
    const mayBePart =
      isPart && ratio > 2 && kind === 'count' && baseValue(target.measure).lt(baseValue(measure))
    return mayBePart && !haveTurnedDigits(measure, target.measure) ? 0.6 : 0
  }
  if (kind === 'price') return 0.4
  if (haveSameDigits(measure, target.measure)) return 0.35
  return ratio <= 10 ? 0.6 : 0.8
}

/** Whether two numbers have the same digits, two or more with the zeros that both print, and differ in their point or unit alone. */
const haveSameDigits = (a: Measure, b: Measure): boolean => {
  const digits = digitsOf(a)
  const isPrintedTwice = a.numeral.value.eq(b.numeral.value) && a.numeral.value.gte(10)
  return (digits.length > 1 || isPrintedTwice) && digits === digitsOf(b)
}

/** Whether one number has the digits of the other in another order: 25万 for 52万 is a slip, and no part. */
export const haveTurnedDigits = (a: Measure, b: Measure): boolean => {
  return digitsOf(a) !== digitsOf(b) && sortedDigitsOf(a) === sortedDigitsOf(b)
}

/** Without zeros at either end. */
const digitsOf = rememberFor((measure: Measure): string => withoutZeros(baseValue(measure).toFixed()))

const sortedDigitsOf = rememberFor((measure: Measure): string => sortedDigits(digitsOf(measure)))

/**
 * How a number that was copied wrongly differs: its digits with another point or unit (45万 and 4.5万), its digits in another
 * order (76 and 67), or all but one of them (3500 and 4500). One digit alone, such as 2 of 20, tells nothing.
 */
export type Slip = 'point' | 'order' | 'digit'

export const slipBetween = (a: Measure, b: Measure): Slip | undefined => {
  const [own, other] = [printedDigits(a), printedDigits(b)]
  if (Math.max(own.length, other.length) < 2 || baseValue(a).eq(baseValue(b))) return undefined
  if (own === other) return 'point'
  if (own.length === other.length && sortedDigits(own) === sortedDigits(other)) return 'order'
  return isScaledAlike(a, b) && countDifferent(plainDigits(a), plainDigits(b)) === 1 ? 'digit' : undefined
}

const isScaledAlike = (a: Measure, b: Measure): boolean =>
  a.unit?.base === b.unit?.base &&
  (a.unit === undefined || b.unit === undefined || a.unit.scale.eq(b.unit.scale))

/** In how many places two strings differ; all of them where one is longer. */
const countDifferent = (a: string, b: string): number =>
  a.length === b.length ? [...a].filter((digit, i) => digit !== b[i]).length : Number.POSITIVE_INFINITY

/** With as many decimals as any price has. */
const plainDigits = ({ numeral }: Measure): string => numeral.value.toFixed(4)

/** As printed, without zeros at either end. */
const printedDigits = ({ numeral }: Measure): string => withoutZeros(numeral.value.toFixed())

const withoutZeros = (digits: string): string => digits.replace('.', '').replace(/^0+|(?<!0)0+$/g, '')

/** What equal or near values add to the score of a pair; the words alone give the rest. */
export const valueScoreOf = (a: Measure, b: Measure): number => valueScore(ratioOf(a, b))

export const valueScore = (ratio: number | undefined): number => {
  if (ratio === undefined || ratio > 2) return 0
  return ratio === 1 ? 0.1 : 0.04
}
