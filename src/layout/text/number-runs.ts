import { exactIn } from '../money-table.ts'

const NUMBER = /^(?:0|[1-9]\d{0,2}(?:,\d{3}){1,4}|[1-9]\d{0,8})(?:\.\d{1,6})?$/
const LONGEST_NUMBER = 17
/** A longer run is divided only where it repeats itself. */
const LONGEST_SUM = 120
const FEWEST_WITH_SUM = 3
const MOST_TRIES = 20_000

/** A number, or several, with nothing that says what they count. */
const RUN = /\d(?:[\d,.]*\d)?(?![\d%‰])/y

/** The digits of numbers that stand one right behind the other from a place on; blank where there are none. */
export const runAt = (folded: string, at: number): string => {
  RUN.lastIndex = at
  return /\d/.test(folded[at - 1] ?? '') ? '' : (RUN.exec(folded)?.[0] ?? '')
}

/**
 * How long the numbers are of a row with as many columns, which are printed one right behind the other, where its digits can only
 * be divided in one way: `100100100` repeats one number, `10112` are as many digits as columns, `632158821` is a sum and its parts.
 * `undefined` where there are several ways, or none.
 */
export const divideRun = (digits: string, count: number): readonly number[] | undefined => {
  if (digits.length < count) return undefined
  if (isRepeated(digits, count)) return new Array<number>(count).fill(digits.length / count)
  const ways =
    count < FEWEST_WITH_SUM || digits.length > LONGEST_SUM ? NONE : new SumSearch(digits).ways(count)
  if (ways.length > 0) return ways.length === 1 ? ways[0] : undefined
  return digits.length === count && /^\d+$/.test(digits) ? new Array<number>(count).fill(1) : undefined
}

const NONE: readonly (readonly number[])[] = []

const isRepeated = (digits: string, count: number): boolean => {
  if (!Number.isInteger(count)) return false
  const one = digits.slice(0, digits.length / count)
  return NUMBER.test(one) && one.repeat(count) === digits
}

/** How often a run of digits repeats one number of several digits, if it does so three times or more: 4 in 100100100100. */
export const timesRepeated = (digits: string): number => {
  for (let length = 2; length * 3 <= digits.length && length <= LONGEST_NUMBER; length += 1)
    if (isRepeated(digits, digits.length / length)) return digits.length / length
  return 0
}

interface Part {
  readonly length: number
  readonly worth: bigint
}

/** The ways to divide digits into a number and those that it is the sum of: 全市 in front of its districts, or 合计 behind them. */
class SumSearch {
  readonly #digits: string
  /** How many characters stand behind the digits of whole numbers at most. */
  readonly #decimals: number
  readonly #parts = new Map<number, readonly Part[]>()
  readonly #found = new Map<string, readonly number[]>()
  #tries = 0

  constructor(digits: string) {
    this.#digits = digits
    this.#decimals = digits.includes('.') ? LONGEST_DECIMALS : 0
  }

  /** At most two, of so many numbers; both of none, where there was too much to try. */
  ways(count: number): readonly (readonly number[])[] {
    const { length } = this.#digits
    for (const whole of this.#partsAt(0))
      this.#find(whole.length, length, count - 1, whole.worth, [whole.length], [])
    for (let at = Math.max(1, length - LONGEST_NUMBER); at < length; at += 1) {
      const whole = this.#partsAt(at).find((part) => at + part.length === length)
      if (whole !== undefined) this.#find(0, at, count - 1, whole.worth, [], [whole.length])
    }
    return this.#tries > MOST_TRIES ? [[], []] : [...this.#found.values()]
  }

  /** Looks for as many numbers between two places that come to a sum. */
  #find(
    at: number,
    end: number,
    count: number,
    rest: bigint,
    before: readonly number[],
    behind: readonly number[],
  ): void {
    this.#tries += 1
    if (this.#tries > MOST_TRIES || this.#found.size > 1) return
    if (count === 0) {
      const way = [...before, ...behind]
      if (at === end && rest === 0n) this.#found.set(way.join(), way)
      return
    }
    if (end - at < count || this.#isTooMuch(end - at, count, rest)) return
    for (const { length, worth } of this.#partsAt(at))
      if (at + length <= end && worth <= rest)
        this.#find(at + length, end, count - 1, rest - worth, [...before, length], behind)
  }

  /** Whether numbers that are all alike long would come to more than what is left of the sum. */
  #isTooMuch(length: number, count: number, rest: bigint): boolean {
    const digits = Math.floor(length / count) - this.#decimals
    return digits > 1 && BigInt(count) * 10n ** BigInt(digits - 1) * MILLION > rest
  }

  #partsAt(at: number): readonly Part[] {
    const known = this.#parts.get(at)
    if (known !== undefined) return known
    const parts: Part[] = []
    for (let to = at + 1; to <= Math.min(this.#digits.length, at + LONGEST_NUMBER); to += 1) {
      const part = this.#digits.slice(at, to)
      if (!'.,'.includes(this.#digits[to] ?? '0') && NUMBER.test(part))
        parts.push({ length: part.length, worth: exactIn(part) ?? 0n })
    }
    this.#parts.set(at, parts)
    return parts
  }
}

/** Sums are counted in millionths. */
const MILLION = 1_000_000n
const LONGEST_DECIMALS = 7
