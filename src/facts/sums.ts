import { type Decimal, halfOfPlace, least, scaleBy, sortedDigits, sum, ZERO } from '../model/decimal.ts'
import type { Agency, Amount, Project, ValidAmount } from '../model/disclosure.ts'
import type { Span } from '../source/span.ts'
import type { SpannedText } from '../source/spanned-text.ts'

/** One addend of a sum. */
export interface Part {
  readonly name: string
  readonly at: Span
  /** In 元. */
  readonly money: Decimal
  readonly printed: string
  /** Half of its last printed place, in 元. */
  readonly rounding: Decimal
}

/** What the rows under a total, an agency or a subtotal come to. */
export interface Sum {
  readonly parts: readonly Part[]
  /** Σ parts, in 元. */
  readonly computed: Decimal
  /** The same from the lowest rows alone: right where only a row between is wrong. */
  readonly fromLeaves: Decimal
  /** The same without agencies whose code belongs elsewhere. */
  readonly withoutStrays: Decimal
  /** Rows whose amount is no number, or negative, and so takes no part. */
  readonly invalid: readonly { readonly name: string; readonly at: Span }[]
  /** How much rounding can explain, in 元. */
  readonly rounding: Decimal
}

interface Rows {
  readonly code?: SpannedText | undefined
  readonly agencies: readonly Agency[]
  readonly projects: readonly Project[]
}

/** Adds up the rows right under a row. A row without an amount of its own counts as what it holds. */
export const sumOf = (rows: Rows): Sum => {
  const parts: Part[] = []
  const invalid: { name: string; at: Span }[] = []
  let fromLeaves = ZERO
  let strays = ZERO
  const ownCode = rows.code === undefined ? '' : rows.code.meaning
  const add = (name: string, amount: Amount): void => {
    if (amount.kind === 'blank-amount') return
    if (amount.kind === 'invalid-amount' || amount.money.lt(0)) {
      invalid.push({ name, at: amount.span })
      return
    }
    parts.push(partOf(name, amount))
  }
  for (const agency of rows.agencies) {
    const inner = sumOf(agency)
    const isLeaf = inner.parts.length === 0 && inner.invalid.length === 0
    if (agency.amount.kind === 'blank-amount') {
      // Not by spreading: they may be more than a call takes.
      for (const part of inner.parts) parts.push(part)
      for (const row of inner.invalid) invalid.push(row)
    } else add(agency.name.meaning, agency.amount)
    const isStray = agency.code !== undefined && !agency.code.meaning.startsWith(ownCode)
    if (isStray && agency.amount.kind === 'amount') strays = strays.plus(agency.amount.money)
    fromLeaves = fromLeaves.plus(
      isLeaf && agency.amount.kind === 'amount' ? agency.amount.money : inner.fromLeaves,
    )
  }
  for (const { name, amount } of rows.projects) {
    add(name.meaning, amount)
    if (amount.kind === 'amount') fromLeaves = fromLeaves.plus(amount.money)
  }
  const computed = sum(parts.map((part) => part.money))
  return {
    parts,
    invalid,
    rounding: roundingOfSum(parts),
    fromLeaves,
    computed,
    withoutStrays: computed.minus(strays),
  }
}

/** Adds up numbers that stand beside each other. */
export const addUp = (numbers: readonly NamedAmount[]): Sum => {
  const parts = numbers.flatMap(({ name, amount }) =>
    amount.kind === 'amount' ? [partOf(name.meaning, amount)] : [],
  )
  const invalid = numbers.flatMap(({ name, amount }) =>
    amount.kind === 'invalid-amount' ? [{ name: name.meaning, at: amount.span }] : [],
  )
  const computed = sum(parts.map(({ money }) => money))
  return {
    parts,
    invalid,
    computed,
    fromLeaves: computed,
    withoutStrays: computed,
    rounding: roundingOfSum(parts),
  }
}

interface NamedAmount {
  readonly name: SpannedText
  readonly amount: Amount
}

/** An amount as one of those that add up, under the name that it has. */
const partOf = (name: string, amount: ValidAmount): Part => ({
  name,
  at: amount.span,
  money: amount.money,
  printed: amount.numeral.text.text,
  rounding: roundingOf(amount),
})

/**
 * Half of the last printed place for each addend, in 元. The finest of them tells how all were rounded: spreadsheets print
 * 20.00 as 20 beside 20.25.
 */
const roundingOfSum = (parts: readonly Part[]): Decimal => {
  const [first, ...others] = parts
  if (first === undefined) return ZERO
  const finest = least(first.rounding, ...others.map(({ rounding }) => rounding))
  return finest.times(parts.length)
}

/** Half of the last printed place of an amount, in 元. */
export const roundingOf = (amount: ValidAmount): Decimal =>
  scaleBy(halfOfPlace(amount.numeral.decimals), amount.yuanPerUnit)

/** Whether two numbers differ only in the order of their digits: 84.1 and 81.4. */
export const areReordered = (one: Decimal, other: Decimal): boolean => {
  return !one.eq(other) && sortedDigits(one.toFixed()) === sortedDigits(other.toFixed())
}
