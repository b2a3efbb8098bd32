import { type Decimal, ONE, parseDecimal, tenTo, ZERO } from '../../model/decimal.ts'

/** The words of a number in order: digits, 十 百 千, 万 亿. */
export type Part =
  | {
      readonly kind: 'digit'
      readonly low: string
      /** The upper end of an estimate (三五百); else the same. */
      readonly high: string
      /** Stands for itself: printed as digits, or after 零; never a shortened 一百二. */
      readonly exact: boolean
    }
  | { readonly kind: 'small'; readonly power: number }
  | { readonly kind: 'big'; readonly power: number }

export const powerOf = (part: Part): number => (part.kind === 'digit' ? 0 : part.power)

/** How many 万, 亿 end the number. */
export const countTrailingBigs = (parts: readonly Part[]): number => {
  let count = 0
  while (parts.at(-1 - count)?.kind === 'big') count += 1
  return count
}

interface Term {
  readonly value: Decimal
  readonly power: number
}

/**
 * 万 multiplies its section, 亿 everything below it, a second 万 or 亿 what stands before it; a last
 * digit alone takes the unit left out (一百二, 十三万五).
 */
export const evaluateParts = (parts: readonly Part[], side: 'low' | 'high'): Decimal => {
  const terms: Term[] = []
  let section = ZERO
  let digit: Decimal | undefined
  let lastPower = 0
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'digit') {
      digit = parseDecimal(part[side])
      const shortened = index === parts.length - 1 && !part.exact && lastPower >= 2 && part.low.length === 1
      if (shortened) digit = digit.times(tenTo(lastPower - 1))
      continue
    }
    if (part.kind === 'small') section = section.plus((digit ?? ONE).times(tenTo(part.power)))
    else {
      multiplyTerms(terms, section.plus(digit ?? ZERO), part.power, parts[index - 1]?.kind === 'big')
      section = ZERO
    }
    digit = undefined
    lastPower = part.power
  }
  return terms.reduce((total, term) => total.plus(term.value), section.plus(digit ?? ZERO))
}

/** Replaces the terms that `power` multiplies by one. */
const multiplyTerms = (terms: Term[], section: Decimal, power: number, repeated: boolean): void => {
  let value = section
  for (let term = terms.at(-1); term !== undefined; term = terms.at(-1)) {
    if (term.power >= power && !(repeated && value.isZero())) break
    value = value.plus(term.value)
    terms.pop()
  }
  terms.push({ value: value.times(tenTo(power)), power })
}
