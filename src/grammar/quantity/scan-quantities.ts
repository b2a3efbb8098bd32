import { mapped } from '../../collect.ts'
import type {
  Baseline,
  Interval,
  Measure,
  Numeral,
  Period,
  PrintedComparator,
  Quantity,
} from '../../model/measure.ts'
import type { SpannedText } from '../../source/spanned-text.ts'
import { BOUND_JOINS } from '../../vocabulary/comparators.ts'
import { isDigit, isKind, Kind } from './characters.ts'
import { isItemNumber, isNotQuantity, type Reading, skipCode, skipRun } from './is-not-quantity.ts'
import { applyRate, asCounter, asMoney, type RateFront, readRateFront } from './meant-unit.ts'
import { NOT_WORD } from './number-reader.ts'
import { prepareText } from './prepare-text.ts'
import { type BaselineRead, readEarlier, readYearBaseline } from './read-baseline.ts'
import { type MeasureRead, readMeasure } from './read-measure.ts'
import { isNumeralStart } from './read-numeral.ts'
import { type PeriodRead, readNamedPeriod, readPeriod, readRecurringEnd } from './read-period.ts'
import { isCurrency, type NumberMode, type ValueRead } from './read-value.ts'
import { type ComparatorRead, isNameBetween } from './words-around.ts'

/** What the place of the text says about its numbers. */
export interface ScanOptions {
  /** An amount of money: `250万` is 250 万元. */
  readonly money?: boolean
  /**
   * Read as any text, not as a filing: every number, also single Chinese numerals without unit and
   * ordinals, and 块 as money.
   */
  readonly anyNumber?: boolean
  /** The cell of a value, in which what stands behind a number is its unit, whether it is listed or not. */
  readonly cell?: boolean
  /** Words that are units here, though no table holds them: those of the targets beside a goal. */
  readonly units?: ReadonlySet<string> | undefined
}

type Found =
  | { readonly kind: 'measure'; readonly read: MeasureRead }
  | { readonly kind: 'period'; readonly read: PeriodRead }
  | { readonly kind: 'baseline'; readonly read: BaselineRead }

/**
 * All quantities in running text, in order, not overlapping, each as long as it goes: comparator,
 * number and unit. Reads on without end or exception whatever the text is, in linear time.
 */
export const scanQuantities = (source: SpannedText, options: ScanOptions = {}): readonly Quantity[] =>
  mapped(new Scanner(prepareText(source.text, source.folded), options).scan(), ({ kind, read }) => {
    if (kind === 'measure') return composeMeasure(source, read)
    return kind === 'period' ? composePeriod(source, read) : composeBaseline(source, read)
  })

/** Finds where the quantities of a text stand, and what they are. */
class Scanner {
  readonly #text: string
  readonly #reading: Reading
  readonly #mode: NumberMode
  readonly #found: Found[] = []
  #at = 0
  /** Nothing before it belongs to what is read next. */
  #floor = 0
  #rate: RateFront | undefined

  constructor(text: string, { money = false, anyNumber = false, cell = false, units }: ScanOptions) {
    this.#text = text
    this.#reading = { money, anyNumber }
    this.#mode = anyNumber ? 'any' : cell ? 'cell' : (units ?? 'text')
  }

  /** What the place of the text says about a unit that is missing or has two meanings. */
  #asWritten(read: MeasureRead, limit: number | undefined): MeasureRead {
    const { money, anyNumber } = this.#reading
    const counted = anyNumber ? read : asCounter(read)
    return money ? asMoney(this.#text, counted, limit) : counted
  }

  scan(): readonly Found[] {
    const text = this.#text
    for (let at = 0; at < text.length; ) {
      const code = text.charCodeAt(at)
      if (isKind(code, Kind.any)) {
        this.#at = at
        this.#readAt(code)
        at = this.#at
      } else at += 1
    }
    return mapped(this.#found, (found, i) =>
      found.kind === 'measure'
        ? { kind: 'measure', read: this.#asWritten(found.read, this.#found[i + 1]?.read.start) }
        : found,
    )
  }

  #readAt(code: number): void {
    const text = this.#text
    const at = this.#at
    if (isKind(code, Kind.stop)) {
      this.#rate = undefined
      this.#at += 1
      return
    }
    if (isKind(code, Kind.code)) {
      const end = skipCode(text, at)
      if (end > at) {
        this.#skip(end)
        return
      }
    }
    if (isKind(code, Kind.date) && this.#readNamed(code)) return
    if (isKind(code, Kind.word)) {
      const word = NOT_WORD.matchAt(text, at)
      if (word !== undefined && this.#isWord(word.start, word.end)) {
        this.#skip(word.end)
        return
      }
    }
    if (code === EVERY) {
      this.#rate = readRateFront(text, at)
      if (this.#rate !== undefined) {
        this.#at = this.#rate.end
        return
      }
    }
    if (this.#mayBeginNumber(code)) this.#readNumber()
    else this.#at += 1
  }

  /** Most of 人 数 点 and of the signs begin no number. */
  #mayBeginNumber(code: number): boolean {
    const text = this.#text
    const at = this.#at
    if (isKind(code, Kind.currency)) return isCurrency(text, at)
    if (!isKind(code, Kind.numeral)) return false
    const next = text.charCodeAt(at + 1)
    switch (text[at]) {
      case '几':
      case '数':
        return isKind(next, Kind.power)
      case '点':
        return this.#reading.anyNumber
      case '.':
        return isDigit(next)
      case '-':
      case '+':
        return isKind(next, Kind.inNumber) || isNumeralStart(text, at + 1)
      default:
        return true
    }
  }

  /** 十分之一, 第二百: a word of the list that here begins a number. */
  #isWord(start: number, end: number): boolean {
    if (this.#text[end] === '之' && this.#text[end - 1] === '分') return false
    return !(this.#reading.anyNumber && this.#text[start] === '第')
  }

  #skip(end: number): void {
    this.#at = end
    this.#floor = end
  }

  #push(found: Found): void {
    this.#found.push(found)
    this.#skip(found.read.end)
  }

  /** Dates and earlier levels that begin with a word. */
  #readNamed(code: number): boolean {
    const text = this.#text
    const baseline = isKind(code, Kind.earlier) ? readEarlier(text, this.#at, this.#floor) : undefined
    if (baseline !== undefined) {
      this.#push({ kind: 'baseline', read: baseline })
      return true
    }
    const recurring = code === EVERY ? readRecurringEnd(text, this.#at) : undefined
    const period = recurring ?? readNamedPeriod(text, this.#at, this.#floor)
    if (period === undefined) return false
    this.#push({ kind: 'period', read: period })
    return true
  }

  #readNumber(): void {
    const text = this.#text
    const at = this.#at
    const code = skipCode(text, at)
    if (code > at || (!this.#reading.anyNumber && isItemNumber(text, at))) {
      this.#skip(Math.max(code, text[at + 2] === '一' ? at + 3 : at + 1))
      return
    }
    const period = this.#readPeriod()
    if (period !== undefined) {
      this.#push(period)
      return
    }
    const measure = readMeasure(text, at, this.#floor, this.#mode)
    if (measure === undefined) {
      this.#at = Math.max(at + 1, skipRun(text, at))
      return
    }
    if (isNotQuantity(text, measure, this.#floor, this.#reading)) {
      this.#skip(Math.max(at + 1, measure.range.first.numberEnd))
      return
    }
    const rated = this.#rate === undefined ? measure : applyRate(text, measure, this.#rate, this.#floor)
    const last = this.#found.at(-1)
    const joined = last?.kind === 'measure' ? joinBounds(text, last.read, rated, this.#mode) : undefined
    if (joined !== undefined) this.#found.pop()
    this.#push({ kind: 'measure', read: joined ?? rated })
  }

  #readPeriod(): Found | undefined {
    const text = this.#text
    const at = this.#at
    const period = readPeriod(text, at, this.#floor)
    if (period === undefined) return undefined
    if (this.#reading.money && isDigit(text.charCodeAt(at)) && /^[\d.]+$/.test(text.slice(at, period.end)))
      return undefined
    if (period.year !== undefined && period.year >= EARLIEST_BASELINE) {
      const end = period.end
      const baseline = readYearBaseline(text, at, end, period.year, this.#floor)
      if (baseline !== undefined) return { kind: 'baseline', read: baseline }
    } else if (period.year !== undefined || isBareMonth(text, at, period)) {
      const measure = readMeasure(text, at, this.#floor, 'text')
      if (measure?.comparator !== undefined && measure.start < at && measure.unit !== undefined)
        return undefined
    }
    return { kind: 'period', read: period }
  }
}

/** `≥1000年` is a duration, `≥2021年` a level of that year. */
const EARLIEST_BASELINE = 1900
const EVERY = '每'.charCodeAt(0)

/** `12月` alone: with a comparator it is a number of months. */
const isBareMonth = (text: string, at: number, period: PeriodRead): boolean =>
  text[period.end - 1] === '月' && period.end - at <= 4 && period.start === at

/** The measure that `read` found in `source`. */
const composeMeasure = (source: SpannedText, read: MeasureRead): Measure => {
  const { range, interval, unit } = read
  const text = source.slice(read.start, read.end)
  const { first, second, upper } = range
  return {
    kind: 'measure',
    text,
    span: text.span,
    comparator: composeComparator(source, read.comparator),
    numeral: composeNumeral(source, first, range.lower),
    upperNumeral: upper === undefined ? undefined : composeNumeral(source, second ?? first, upper),
    unit,
    unitText: unit === undefined ? undefined : source.slice(read.unitStart, read.unitEnd),
    interval,
    approximate: read.approximate,
    change: read.change,
  }
}

/** The period that `read` found in `source`. */
const composePeriod = (source: SpannedText, read: PeriodRead): Period => {
  const text = source.slice(read.start, read.end)
  const { from, until, fromExcluded, untilExcluded, recurring } = read
  return { kind: 'period', text, span: text.span, from, until, fromExcluded, untilExcluded, recurring }
}

/** The baseline that `read` found in `source`. */
const composeBaseline = (source: SpannedText, read: BaselineRead): Baseline => {
  const text = source.slice(read.start, read.end)
  return {
    kind: 'baseline',
    text,
    span: text.span,
    comparator: composeComparator(source, read.comparator),
    year: read.year,
    yearsBack: read.yearsBack,
    change: read.change === undefined ? undefined : composeMeasure(source, read.change),
  }
}

const composeComparator = (
  source: SpannedText,
  read: ComparatorRead | undefined,
): PrintedComparator | undefined =>
  read === undefined ? undefined : { sign: read.sign, text: source.slice(read.start, read.end) }

const composeNumeral = (source: SpannedText, read: ValueRead, value: Numeral['value']): Numeral => ({
  text: source.slice(read.numberStart, read.numberEnd),
  value,
  decimals: read.decimals,
})

const WIDEST_GAP = 6
const WIDEST_NAME = 12
const JOINS: ReadonlySet<string> = new Set(BOUND_JOINS)

/** One range out of two bounds that stand together: 3年以上7年以下, 大于100并且小于300. */
const joinBounds = (
  text: string,
  a: MeasureRead,
  b: MeasureRead,
  mode: NumberMode,
): MeasureRead | undefined => {
  if (a.range.upper !== undefined || b.range.upper !== undefined) return undefined
  if (a.change !== undefined || b.change !== undefined || !areTogether(text, a, b, mode)) return undefined
  const [low, high] = a.interval.upper === undefined ? [a, b] : [b, a]
  if (low.comparator === undefined || high.comparator === undefined) return undefined
  if (low.interval.upper !== undefined || high.interval.lower !== undefined) return undefined
  const { lower } = low.interval
  const { upper } = high.interval
  if (lower === undefined || upper === undefined || !lower.lessThan(upper)) return undefined
  const unit = a.unit ?? b.unit
  if (a.unit !== undefined && b.unit !== undefined && a.unit.printed !== b.unit.printed) return undefined
  const interval: Interval = {
    lower,
    upper,
    lowerInclusive: low.interval.lowerInclusive,
    upperInclusive: high.interval.upperInclusive,
  }
  const last = b.unit === undefined ? a : b
  return {
    start: a.start,
    end: b.end,
    range: { ...a.range, first: low.range.first, second: high.range.first, lower, upper },
    unit,
    unitStart: last.unitStart,
    unitEnd: last.unitEnd,
    comparator: undefined,
    approximate: a.approximate || b.approximate,
    change: undefined,
    interval,
  }
}

const areTogether = (text: string, a: MeasureRead, b: MeasureRead, mode: NumberMode): boolean => {
  // 75%≤破案率≤100%
  const { comparator } = a
  const isSignBehind = comparator !== undefined && comparator.start >= a.range.end && comparator.end === a.end
  if (b.start - a.end > (isSignBehind ? WIDEST_NAME : WIDEST_GAP)) return false
  const gap = text.slice(a.end, b.start).trim()
  const than = gap === ',' && text[a.start] === '比' && text[b.start] === '比'
  // ≥95%,≤100%: in a text these may be of two things.
  const isListed =
    mode === 'cell' &&
    (gap === ',' || gap === ';') &&
    a.unit !== undefined &&
    a.unit.printed === b.unit?.printed
  return JOINS.has(gap) || than || isListed || (isSignBehind && isNameBetween(gap))
}
