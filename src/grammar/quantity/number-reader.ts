import { type Decimal, ONE, parseDecimal, tenTo, ZERO } from '../../model/decimal.ts'
import { NOT_QUANTITIES } from '../../vocabulary/not-quantities.ts'
import { BIG_POWERS, DIGITS, NOT_OVER, OVER, SMALL_POWERS, SOME } from '../../vocabulary/numerals.ts'
import { isDigit, isIdeograph, isKind, Kind, skipBlanks } from './characters.ts'
import { type DigitsRead, MOST_DIGITS, readDigits } from './read-digits.ts'
import { findUnitWord } from './unit-words.ts'
import { compileList } from './word-table.ts'

export const NOT_WORD = compileList(NOT_QUANTITIES)
export const NOT_OVER_WORD = compileList(NOT_OVER)
/** No number has more words; what is longer is a run of characters. */
const MOST_PARTS = 48
const TEN_THOUSAND = 4

/** Reads the words of one number from left to right, for as long as they can belong to it. */
export class NumberReader {
  readonly parts: Part[] = []
  readonly digits: DigitsRead | undefined
  readonly start: number
  /** Where the words read so far end. */
  end: number
  over = false
  /** 二〇二二: read digit by digit. */
  spelled = false
  readonly #text: string
  readonly #headless: boolean
  /** 零 was read and waits for its digit. */
  #zero = false

  constructor(text: string, at: number, digits: DigitsRead | undefined, headless: boolean) {
    this.#text = text
    this.#headless = headless
    this.digits = digits
    this.start = at
    this.end = at
    if (digits !== undefined) {
      this.parts.push(exactly(digits.digits))
      this.end = digits.end
      return
    }
    const run = readSpelled(text, at)
    if (run === undefined) return
    this.parts.push({ kind: 'digit', low: run.low, high: run.high, exact: false })
    this.end = run.end
    this.spelled = run.spelled
  }

  read(): void {
    while (this.parts.length < MOST_PARTS && this.#readNext());
  }

  get #last(): Part | undefined {
    return this.parts.at(-1)
  }

  #readNext(): boolean {
    const from = skipBlanks(this.#text, this.end)
    const c = this.#text[from]
    if (c === undefined) return false
    const small = SMALL_POWERS.get(c)
    if (small !== undefined) return this.#readSmall(from, small)
    const big = BIG_POWERS.get(c)
    if (big !== undefined) return this.#readBig(from, big)
    if (this.#last === undefined) return this.#readSomeTens(from, c)
    if (c === '几') return this.#readSome(from)
    if (OVER.includes(c)) return this.#readOver(from)
    if (this.#last.kind === 'digit' || this.over) return false
    if (DIGITS.get(c) === '0') return this.#readZero(from)
    return isDigit(this.#text.charCodeAt(from)) ? this.#readInnerDigits(from) : this.#readInnerDigit(from)
  }

  #take(part: Part, end: number): true {
    this.parts.push(part)
    this.#zero = false
    this.end = end
    return true
  }

  #readSmall(from: number, power: number): boolean {
    if (!this.#takesSmall(from, power) || this.#isUnitHere(from)) return false
    if (power === 3 && from > this.end && this.#last?.kind !== 'digit') return false
    if (this.#last?.kind !== 'digit') this.parts.push({ kind: 'digit', low: '1', high: '1', exact: false })
    return this.#take({ kind: 'small', power }, from + 1)
  }

  /** Whether 十, 百 or 千 may stand here: smaller than the one before it in its section. */
  #takesSmall(from: number, power: number): boolean {
    const last = this.#last
    if (last === undefined) return power === 1 || (this.#headless && DIGITS.has(this.#text[from + 1] ?? ''))
    const isRun = last.kind === 'digit' && last.low.length > 1 && last.low === last.high && !last.exact
    if (isRun) return false
    if (last.kind !== 'digit' && power !== 1 && !(this.#headless && last.kind === 'big')) return false
    const before = last.kind === 'digit' ? this.parts.at(-2) : last
    return before === undefined || before.kind !== 'small' || before.power > power
  }

  #readBig(from: number, power: number): boolean {
    const last = this.#last
    if (last === undefined) {
      const next = this.#text[from + 1] ?? ''
      if (!this.#headless || !(DIGITS.has(next) || BIG_POWERS.has(next))) return false
      this.parts.push({ kind: 'digit', low: '1', high: '1', exact: false })
    } else if (power > TEN_THOUSAND && this.#isUnitHere(from)) return false
    return this.#take({ kind: 'big', power }, from + 1)
  }

  /** 三百|千瓦, 1|兆赫兹, 100|百分比: the power begins a unit; in 五万三千|米 it ends the number. */
  #isUnitHere(from: number): boolean {
    if (this.parts.length === 0 || (this.parts.length > 1 && this.#last?.kind === 'digit')) return false
    const found = findUnitWord(this.#text, from)
    return found !== undefined && found.end > from + 1
  }

  /** 几十, 数百: one to ten of them. */
  #readSomeTens(from: number, c: string): boolean {
    const next = this.#text[from + 1] ?? ''
    if (!SOME.includes(c) || !(SMALL_POWERS.has(next) || BIG_POWERS.has(next))) return false
    return this.#take({ kind: 'digit', low: '1', high: '10', exact: false }, from + 1)
  }

  /** 十几, 一百二十几亿. */
  #readSome(from: number): boolean {
    if (this.over || (this.#last?.kind !== 'small' && !this.#zero)) return false
    return this.#endOver(from)
  }

  /** 十余, 3万多, 五百余万. */
  #readOver(from: number): boolean {
    if (this.over || NOT_OVER_WORD.matchAt(this.#text, from) !== undefined) return false
    const last = this.#last
    const round = last?.kind === 'digit' && last.exact && /^\d+0$/.test(last.low)
    if (last === undefined || (last.kind === 'digit' && !round)) return false
    return this.#endOver(from)
  }

  #endOver(from: number): boolean {
    this.over = true
    this.end = from + 1
    return BIG_POWERS.has(this.#text[skipBlanks(this.#text, this.end)] ?? '')
  }

  #readZero(from: number): boolean {
    const after = skipBlanks(this.#text, from + 1)
    const c = this.#text[after] ?? ''
    const continues =
      (DIGITS.has(c) && DIGITS.get(c) !== '0') ||
      '十拾几'.includes(c) ||
      isDigit(this.#text.charCodeAt(after))
    if (this.#zero || c === '' || !continues || (this.digits?.decimals ?? 0) > 0) return false
    this.#zero = true
    this.end = from + 1
    return true
  }

  /** 5万4千, 1千零1, 1万600. */
  #readInnerDigits(from: number): boolean {
    if (from > this.end && !this.#zero) return false
    const more = readDigits(this.#text, from)
    if (more === undefined || more.decimals > 0 || (this.digits?.decimals ?? 0) > 0) return false
    return this.#take(exactly(more.digits), more.end)
  }

  /** A Chinese digit after 十 百 千 万, with its power, after 零, or as the shortened end of 一百二. */
  #readInnerDigit(from: number): boolean {
    const text = this.#text
    const tail = this.#readTail(from)
    if (tail === undefined) return false
    const powered = isPower(text, skipBlanks(text, tail.end))
    if (!powered && !this.#zero && !this.#mayShorten(from, tail.end)) return false
    return this.#take({ kind: 'digit', low: tail.low, high: tail.high, exact: this.#zero }, tail.end)
  }

  #mayShorten(from: number, end: number): boolean {
    const last = this.#last
    const isTen = last?.kind === 'small' && last.power === 1
    if (this.digits !== undefined && !isTen) return false
    // 三千八百 五: a blank inside must end the number
    if (
      from > this.end &&
      isIdeograph(this.#text.charCodeAt(end)) &&
      !'点又'.includes(this.#text[end] ?? ' ')
    )
      return false
    return NOT_WORD.matchAt(this.#text, from) === undefined
  }

  /** One digit, or an estimate (七百三四十, 四十五六); 两 only stands before 百, 千, 万. */
  #readTail(from: number): { readonly low: string; readonly high: string; readonly end: number } | undefined {
    const text = this.#text
    const first = DIGITS.get(text[from] ?? '')
    if (first === undefined) return undefined
    if (text[from] === '两' && !isPower(text, skipBlanks(text, from + 1))) return undefined
    const second = DIGITS.get(text[from + 1] ?? '')
    const next = text[from + 2] ?? ''
    if (second !== undefined && isEstimate(first + second) && !DIGITS.has(next)) {
      const last = this.#last
      if (isPower(text, from + 2) || (last?.kind === 'small' && last.power === 1))
        return { low: first, high: second, end: from + 2 }
    }
    return { low: first, high: first, end: from + 1 }
  }
}

const exactly = (digits: string): Part => ({ kind: 'digit', low: digits, high: digits, exact: true })

const isPower = (text: string, at: number): boolean => {
  const c = text[at] ?? ''
  return SMALL_POWERS.has(c) || BIG_POWERS.has(c)
}

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

/** Chinese digits side by side at the start of a number. */
export interface SpelledRead {
  readonly low: string
  readonly high: string
  readonly end: number
  readonly spelled: boolean
}

/** Two digits that follow each other, or 三五: about so many. */
const isEstimate = (digits: string): boolean =>
  digits === '35' || (digits[0] !== '0' && digits.charCodeAt(1) === digits.charCodeAt(0) + 1)

/** One digit, an estimate (三五, 七八), or digits read one by one (二〇二二, 一七二零). */
const readSpelled = (text: string, at: number): SpelledRead | undefined => {
  let end = at
  while (isKind(text.charCodeAt(end), Kind.digit)) end += 1
  if (end === at || end - at > MOST_DIGITS) return undefined
  const digits = [...text.slice(at, end)].map((c) => DIGITS.get(c)).join('')
  const next = text[end] ?? ''
  if (digits.length === 1) {
    const one = digits === '0' && next === '十' ? '1' : digits
    return { low: one, high: one, end, spelled: false }
  }
  if (digits.length === 2 && isEstimate(digits) && next !== '年' && next !== '点')
    return { low: digits[0] ?? '', high: digits[1] ?? '', end, spelled: false }
  if (!SMALL_POWERS.has(next) || text.startsWith('分之', end + 1))
    return { low: digits, high: digits, end, spelled: true }
  // 零五十 drops its zero; 一二百 gives its last digit back to the number it begins
  const kept = digits[0] === '0' ? digits.slice(1) : digits.slice(0, -1)
  return { low: kept, high: kept, end: digits[0] === '0' ? end : end - 1, spelled: digits[0] !== '0' }
}
