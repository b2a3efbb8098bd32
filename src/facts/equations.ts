import { type Decimal, HUNDRED, halfOfPlace, parseDecimal, sum, ZERO } from '../model/decimal.ts'
import type { Goal } from '../model/disclosure.ts'
import { isExact } from '../model/interval.ts'
import type { Measure, Quantity, Unit } from '../model/measure.ts'
import { fromBase, multiply, sameUnit, toBase } from '../model/unit.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { COMES_TO, MONTHS, OPENS_TERMS, OPERATOR, SIGN } from '../vocabulary/sum-words.ts'

/** A number that the terms printed beside it don't come to: 2.4万元×20台=46万元. */
export interface WrongEquation {
  readonly total: Measure
  /** Its number and unit. */
  readonly shown: SpannedText
  readonly terms: readonly SpannedText[]
  /** All of the terms, with their signs. */
  readonly printed: SpannedText
  /** In the unit of the total. */
  readonly stated: Decimal
  readonly computed: Decimal
}

/** A number of terms. */
interface Term {
  readonly text: SpannedText
  readonly value: Decimal
  readonly decimals: number
  readonly unit: Unit | undefined
  /** Whether it is added to those before it. */
  readonly isAdded: boolean
}

/** What products and sums come to, in base units, and how much of that rounded terms explain. */
interface Worth {
  readonly value: Decimal
  readonly rounding: Decimal
}

/** Every total of a text that the terms beside it don't come to: A×B=C; A×B,共C; C(A×B). */
export const wrongEquationsOf = ({ text, quantities }: Goal): readonly WrongEquation[] => {
  const { folded } = text
  // Nearly all texts have no terms.
  if (!SIGN.test(folded)) return []
  const wrong: WrongEquation[] = []
  for (let first = 0, next = 0; first < quantities.length; first = next) {
    const terms = termsFrom(text, quantities, first)
    next = first + Math.max(1, terms.length)
    const total = terms.length < 2 ? undefined : totalOf(text, quantities, first, next)
    if (total?.unit === undefined) continue
    const worth = worthOf(terms, total.unit)
    if (worth === undefined) continue
    const stated = total.numeral.value
    const [computed, rounding] = [fromBase(worth.value, total.unit), fromBase(worth.rounding, total.unit)]
    if (
      computed
        .minus(stated)
        .abs()
        .lte(rounding.plus(halfOfPlace(total.numeral.decimals)))
    )
      continue
    const printed = text.slice(quantities[first]?.text.offsetIn(text) ?? 0, endIn(text, terms.at(-1)))
    const shown = total.text.slice(total.numeral.text.offsetIn(total.text))
    wrong.push({ total, shown, terms: terms.map((term) => term.text), printed, stated, computed })
  }
  return wrong
}

const endIn = (text: SpannedText, one: { readonly text: SpannedText } | undefined): number =>
  one?.text.endIn(text) ?? 0

/** The numbers from one on that signs stand between; none where a sign stands before the first. */
const termsFrom = (text: SpannedText, quantities: readonly Quantity[], first: number): readonly Term[] => {
  const terms: Term[] = []
  for (let i = first; i < quantities.length; i += 1) {
    const quantity = quantities[i] as Quantity
    const start = quantity.text.offsetIn(text)
    const between = text.folded.slice(i === 0 ? 0 : endIn(text, quantities[i - 1]), start)
    const sign = OPERATOR.exec(between)?.[1]
    if (i === first ? SIGN.test(between.trimEnd().slice(-1)) : sign === undefined) break
    const number = numberOf(quantity)
    if (number === undefined) return []
    terms.push({ ...number, text: quantity.text, isAdded: sign === '+' })
  }
  return terms
}

/** The number that a term has; that of 12月 is 12. */
const numberOf = (quantity: Quantity): Pick<Term, 'value' | 'decimals' | 'unit'> | undefined => {
  if (quantity.kind === 'measure')
    return isExact(quantity)
      ? { value: quantity.numeral.value, decimals: quantity.numeral.decimals, unit: quantity.unit }
      : undefined
  const months = quantity.kind === 'period' ? MONTHS.exec(quantity.text.folded)?.[1] : undefined
  return months === undefined ? undefined : { value: parseDecimal(months), decimals: 0, unit: undefined }
}

/** What the terms from `first` up to `end` are said to come to: behind them, or in front of the bracket that holds them. */
const totalOf = (
  text: SpannedText,
  quantities: readonly Quantity[],
  first: number,
  end: number,
): Measure | undefined => {
  const { folded } = text
  const [before, behind] = [quantities[first - 1], quantities[end]]
  const [from, to] = [quantities[first]?.text.offsetIn(text) ?? 0, endIn(text, quantities[end - 1])]
  if (behind?.kind === 'measure' && !behind.approximate && behind.upperNumeral === undefined) {
    const words = folded.slice(to, behind.numeral.text.offsetIn(text)).trim()
    const goesOn = SIGN.test(folded.slice(endIn(text, behind)).trimStart().charAt(0))
    if (words === '=' && !goesOn) return behind
    // A×B,C×D,共E: the total is of both.
    const sentence = folded.slice(Math.max(0, from - FAR), from).split(/[。;=]/)
    const isAlone = !SIGN.test(sentence.at(-1) ?? '')
    if (isExact(behind) && isAlone && !goesOn && COMES_TO.test(words) && words.length <= LONGEST_WORDS)
      return behind
  }
  const isInBracket =
    before?.kind === 'measure' &&
    isExact(before) &&
    OPENS_TERMS.test(folded.slice(endIn(text, before), from)) &&
    folded.slice(to).trimStart().startsWith(')')
  return isInBracket ? before : undefined
}

const FAR = 60
const LONGEST_WORDS = 6

/** What terms come to where the total is in a unit; `undefined` where their units don't make that one. */
const worthOf = (terms: readonly Term[], unit: Unit): Worth | undefined => {
  const products: Term[][] = []
  for (const term of terms)
    if (term.isAdded || products.length === 0) products.push([term])
    else products.at(-1)?.push(term)
  // 50万元(10+8+8+…): numbers without a unit have that of the whole.
  const areBare = terms.every((term) => term.unit === undefined) && products.length === terms.length
  const worths = products.map((product) =>
    productOf(areBare ? product.map((term) => ({ ...term, unit })) : product, unit),
  )
  if (!worths.every((worth) => worth !== undefined)) return undefined
  return {
    value: sum(worths.map(({ value }) => value)),
    rounding: sum(worths.map(({ rounding }) => rounding)),
  }
}

const productOf = (terms: readonly Term[], unit: Unit): Worth | undefined => {
  const isMoney = unit.dimension === 'money'
  const prices = terms.filter((term) => term.unit?.dimension === 'money')
  const [price] = prices
  if (prices.length !== (isMoney ? 1 : 0) || areSidesOfOne(terms, unit)) return undefined
  let value = price?.unit === undefined ? undefined : price.value.times(price.unit.scale)
  let rate = price?.unit
  for (const term of terms) {
    if (term === price) continue
    const paid: ReturnType<typeof multiply> = rate && term.unit && multiply(rate, term.unit)
    const factor = paid === undefined ? factorOf(term, unit) : term.value.times(paid.factor)
    // 100元/天×2个月: how many days a month has, the terms don't say.
    if (factor === undefined || (paid === undefined && isTime(term.unit) && rate?.per.some(isTime)))
      return undefined
    rate = paid?.unit ?? rate
    value = value?.times(factor) ?? factor
  }
  if (value === undefined) return undefined
  const rounding =
    price === undefined || price.decimals < LEAST_ROUNDED || price.value.isZero()
      ? ZERO
      : value.div(price.value).times(halfOfPlace(price.decimals))
  return { value, rounding }
}

/** 设备房1间(3.0m×3.0m): sides are how large one is, not how many there are. */
const areSidesOfOne = (terms: readonly Term[], unit: Unit): boolean =>
  !SIZES.has(unit.dimension) && terms.length > 1 && terms.every((term) => term.unit?.dimension === 'length')

/** What sides come to. */
const SIZES: ReadonlySet<string> = new Set(['area', 'volume', 'length'])

/** A price of fewer places was not rounded. */
const LEAST_ROUNDED = 2

const isTime = (unit: Unit | undefined): boolean => unit?.dimension === 'time'

/** The number that something is multiplied by: 0.5 of 50%, 3 of 3天, 20000 of 2万人. */
const factorOf = ({ value, unit }: Term, total: Unit): Decimal | undefined => {
  if (unit === undefined) return value
  if (unit.per.length > 0) return undefined
  if (unit.dimension === 'share') return unit.base === '%' ? value.div(HUNDRED) : undefined
  if (sameUnit(unit, total) || COUNTED.has(unit.dimension)) return toBase(value, unit)
  return unit.scale.eq(1) || unit.dimension === 'time' ? value : undefined
}

const COUNTED: ReadonlySet<string> = new Set([
  'people',
  'households',
  'count',
  'things',
  'times',
  'attendances',
])
