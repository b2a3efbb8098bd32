import type { Lexer } from '../../lexicon/lexer.ts'
import { isBlank } from '../../source/fold.ts'
import { bracketedResult, LONGEST_BRACKET } from '../../vocabulary/bracketed-results.ts'
import { NOT_WITHIN } from '../../vocabulary/comparators.ts'
import { changeLength, isSaidOfName } from '../../vocabulary/qualities.ts'
import type { Place } from './columns.ts'
import { runAt, timesRepeated } from './number-runs.ts'

/** What a stretch of text is worth as the value of an indicator. */
export interface Value {
  readonly start: number
  readonly end: number
  /** How dear it is to read it so: 0 for a comparator, a number and its unit, as they are printed. */
  readonly cost: number
  readonly kind: 'number' | 'date' | 'words' | 'outcome' | 'nothing'
  /** The digits of a number. */
  readonly digits: string
  readonly unit: string
  /** Without blanks. */
  readonly text: string
}

/** Costs of reading a value, in the measure of the search. */
const COST = {
  noSign: 0.6,
  damagedSign: 2.2,
  wordSign: 0.1,
  level: 0.3,
  /** Only some digits of those that stand there. */
  split: 1.5,
  leadingZero: 4,
  shorterUnit: 1.2,
  noUnit: 0.9,
  unitLeftOut: 2,
  moreThanWhole: 1.6,
  unlistedUnit: 1.1,
  date: 0.2,
  due: 1.1,
  quality: [0, 1, 0.4],
  longQuality: 0.2,
  saidOfName: 1,
  /** 零发生 is all of it in 群体性事件零发生. */
  denied: 0.6,
  /** 定量 is rather the cell of a column of its own. */
  kindAlone: 2.2,
  nothing: 0.6,
  signAlone: 1.8,
} as const

const LONGEST_RUN = 12
const CHINESE = /^[\u4e00-\u9fff]+/
const NOTHING = /[-—]{1,3}(?![\d-])|\/(?![\d])|无(?![\u4e00-\u9fff])/y
/** 不低于上年水平, 较2019年提高2%, 同比2022年销量显著提高, 同比下降8%. */
const BASELINE =
  /(?:不[高低少多]于|优于|超过|达到|较|同比|比)(?:上一?年|去年|往年|前年|同期|基期|20\d\d年)度?(?:同期)?(?:实际|平均|完成)?(?:水平|值|数)?(?:有所[\u4e00-\u9fff]{2}|[\u4e00-\u9fff]{0,4}?(?:显著|明显|大幅度?|稳步|持续|逐[步年])?(?:提[高升]|增[长加]|上升|下降|降低|减少)(?:\d+(?:\.\d+)?(?:%|个?百分点)?)?)?|[同环]比(?:提[高升]|增[长加]|上升|下降|降低|减少)\d+(?:\.\d+)?(?:%|个?百分点)/y
/** 不发生未发生: target and result say the same word, each with its own negation. */
const NEGATED =
  /([不未无])([\u4e00-\u9fff]{2,3})(?=\s?[不未无]\2)|(?<=[不未无]([\u4e00-\u9fff]{2,3})\s?)[不未无]\3/y
/** 5公里内; behind a time also in front of what follows, unless both are a word: 30日内年度支出进度. */
const WITHIN = new RegExp(`内(?![\\u4e00-\\u9fff])|(?<=[日天月年时周钟])内(?![${NOT_WITHIN}])`, 'y')
/** 春节前, 每学期开学后. */
const DUE = /^(?:每|次|当)?[\u4e00-\u9fff]{1,7}?[前后内底末](?![\u4e00-\u9fff])/
/** 发放时间 is the name of what is due. */
const SAYS_WHEN = /时间|时限|日期|进度/
const RANGE = /\s?(?:[-~至—]|--)\s?(?=\d)/y
const UNLISTED_UNIT = /[\u4e00-\u9fff]{1,2}(?=[\s\d≥≤<>=,;。]|$)/y

/** The values that may begin at each place of a text: each place is looked at once, and only so far ahead. */
export class Values {
  readonly #lexer: Lexer
  readonly #folded: string
  readonly #areBracketed: boolean
  readonly #known = new Map<number, readonly Value[]>()

  /** `areBracketed`: the header says that results stand in brackets behind the values. */
  constructor(lexer: Lexer, areBracketed: boolean) {
    this.#lexer = lexer
    this.#areBracketed = areBracketed
    this.#folded = lexer.folded
  }

  at(start: number): readonly Value[] {
    let values = this.#known.get(start)
    if (values === undefined) {
      values = this.#find(start)
      this.#known.set(start, values)
    }
    return values
  }

  /** How many values most rows have that are printed alike, one right behind the other: ≥95%≥95%≥90%; 0 where few have any. */
  alikeInRows({ start, end }: Place): number {
    const rows = new Map<number, number>()
    for (let at = start; at < end; at += 1) {
      const run = runAt(this.#folded, at)
      const { count, to } = this.#alikeFrom(at, end, { count: timesRepeated(run), to: at + run.length })
      if (count < FEWEST_ALIKE) continue
      rows.set(count, (rows.get(count) ?? 0) + 1)
      at = to - 1
    }
    const [most] = [...rows].sort(([a, n], [b, m]) => m - n || b - a)
    return most !== undefined && most[1] >= FEWEST_ROWS ? most[0] : 0
  }

  /** How many values that are printed alike stand from a place on, and where they end; `run` where these are fewer. */
  #alikeFrom(at: number, limit: number, run: { readonly count: number; readonly to: number }): typeof run {
    let [count, to] = [0, at]
    let before: Value | undefined
    for (let next = this.#clearAt(to, limit); next !== undefined && isAlike(before, next); ) {
      count += 1
      before = next
      to = next.end
      next = this.#clearAt(to, limit)
    }
    return count > run.count ? { count, to } : run
  }

  /** What begins at a place and is a value by its sign, its unit or as a date, and ends before `limit`. */
  #clearAt(at: number, limit: number): Value | undefined {
    let best: Value | undefined
    for (const value of this.at(at)) {
      const isClear =
        value.kind === 'date' || (value.kind === 'number' && (value.unit !== '' || isSigned(value)))
      if (isClear && value.end <= limit && value.cost < (best?.cost ?? UNLIKELY)) best = value
    }
    return best
  }

  #find(start: number): readonly Value[] {
    const found: Value[] = []
    this.#addNumbers(found, start)
    const date = this.#lexer.dateEnd(start)
    if (date > start) this.#add(found, start, date, COST.date, 'date')
    this.#addWords(found, start)
    NOTHING.lastIndex = start
    if (NOTHING.test(this.#folded)) this.#add(found, start, NOTHING.lastIndex, COST.nothing, 'nothing')
    return found
  }

  #add(
    found: Value[],
    start: number,
    end: number,
    cost: number,
    kind: Value['kind'],
    digits = '',
    unit = '',
  ): void {
    const text = this.#folded.slice(start, end).replace(/\s/g, '')
    found.push({ start, end: this.#bracketEnd(start, end), cost, kind, digits, unit, text })
  }

  /** Behind the result in brackets that belongs to a value. */
  #bracketEnd(start: number, end: number): number {
    if (this.#folded[end] !== '(') return end
    const close = this.#folded.indexOf(')', end) + 1
    if (close === 0 || close - end > LONGEST_BRACKET) return end
    return bracketedResult(this.#folded.slice(start, close), this.#areBracketed) === undefined ? end : close
  }

  #addNumbers(found: Value[], start: number): void {
    this.#addNumber(found, start, start, COST.noSign)
    if (this.#isInComparator(start)) return
    for (const { end, word } of this.#lexer.words('comparator', start)) {
      const isSign = /[≥≤<>=]/.test(word)
      const at = isBlank(this.#folded.charCodeAt(end)) ? end + 1 : end
      const date = this.#lexer.dateEnd(at)
      if (date > at) this.#add(found, start, date, COST.date, 'date')
      this.#addNumber(found, start, at, isSign ? 0 : COST.wordSign)
      if (isSign) this.#add(found, start, end, COST.signAlone, 'nothing')
    }
    for (const { end } of this.#lexer.words('level', start))
      this.#addNumber(found, start, this.#behindSign(end), COST.level)
    for (const { end } of this.#lexer.words('damage', start))
      this.#addNumber(found, start, end, COST.damagedSign)
  }

  /** 等于 in 大于等于 is no comparator of its own. */
  #isInComparator(start: number): boolean {
    for (let at = Math.max(0, start - 3); at < start; at += 1)
      if ((this.#lexer.word('comparator', at)?.end ?? 0) > start) return true
    return false
  }

  /** 控制在≤5%: behind the sign that may follow. */
  #behindSign(at: number): number {
    return this.#lexer.word('comparator', at)?.end ?? at
  }

  /** A number at `at` with what belongs to it, as a value that begins at `start`. */
  #addNumber(found: Value[], start: number, at: number, cost: number): void {
    const end = this.#lexer.numberEnd(at)
    if (end === at) return
    RANGE.lastIndex = end
    const upper = RANGE.test(this.#folded) ? this.#lexer.numberEnd(RANGE.lastIndex) : end
    const digits = this.#folded.slice(at, end)
    const isLedByZero = /^0\d/.test(digits)
    const own = cost + (isLedByZero ? COST.leadingZero : 0)
    if (upper > end) this.#addUnits(found, start, upper, own - cost, this.#folded.slice(at, upper))
    this.#addUnits(found, start, end, own, digits)
    for (const length of splits(digits)) {
      const part = digits.slice(0, length)
      const zero = /^0\d/.test(part) ? COST.leadingZero : 0
      this.#add(found, start, at + length, cost + COST.split + zero, 'number', part)
    }
  }

  #addUnits(found: Value[], start: number, end: number, cost: number, digits: string): void {
    const folded = this.#folded
    const at = isBlank(folded.charCodeAt(end)) ? end + 1 : end
    // 行 in 行业标准 is no unit.
    const ends = this.#lexer.word('standard', at) === undefined ? this.#unitEnds(at) : []
    for (const [i, unitEnd] of ends.entries()) {
      const unit = folded.slice(at, unitEnd)
      const isWhole = /^[%‰]|^百分/.test(unit) && Number(digits.replace(/,/g, '')) > 100
      const more = (i > 0 ? COST.shorterUnit : 0) + (isWhole ? COST.moreThanWhole : 0)
      this.#add(found, start, this.#boundEnd(unitEnd), cost + more, 'number', digits, unit)
    }
    if (folded[end] === '$') this.#add(found, start, end + 1, cost + COST.unlistedUnit, 'number', digits, '%')
    if (ends.length === 0) {
      UNLISTED_UNIT.lastIndex = end
      if (UNLISTED_UNIT.test(folded)) {
        const unitEnd = UNLISTED_UNIT.lastIndex
        this.#add(
          found,
          start,
          unitEnd,
          cost + COST.unlistedUnit,
          'number',
          digits,
          folded.slice(end, unitEnd),
        )
      }
    }
    const bare = ends.length > 0 && at === end ? COST.unitLeftOut : COST.noUnit
    this.#add(found, start, this.#boundEnd(end), cost + bare, 'number', digits)
  }

  /** 年度 in 年度绩效目标 is no unit. */
  #unitEnds(at: number): readonly number[] {
    const ends = this.#lexer.unitEnds(at)
    const [longest = at] = ends
    return longest > at && (this.#lexer.word('label', at)?.end ?? at) > longest ? [] : ends
  }

  /** Behind 以上, 以内, 左右. */
  #boundEnd(at: number): number {
    const bound = this.#lexer.word('bound', at)
    if (bound !== undefined) return bound.end
    WITHIN.lastIndex = at
    return WITHIN.test(this.#folded) ? at + 1 : at
  }

  #addWords(found: Value[], start: number): void {
    const isKind = this.#lexer.word('valueKind', start)
    const from = isKind?.end ?? start
    const outcome = this.#lexer.word('outcome', start)
    for (const end of this.#lexer.qualityEnds(from)) {
      const length = end - from
      const kind = outcome?.end === end ? 'outcome' : 'words'
      this.#add(found, start, end, COST.quality[length] ?? COST.longQuality, kind)
    }
    if (isKind !== undefined) this.#add(found, start, isKind.end, COST.kindAlone, 'words')
    NEGATED.lastIndex = start
    if (NEGATED.test(this.#folded)) this.#add(found, start, NEGATED.lastIndex, COST.quality[2], 'words')
    BASELINE.lastIndex = start
    if (BASELINE.test(this.#folded)) this.#add(found, start, BASELINE.lastIndex, COST.wordSign, 'words')
    const due = DUE.exec(this.#folded.slice(start, start + LONGEST_RUN))
    if (due !== null && due[0].length > 1 && !SAYS_WHEN.test(due[0]))
      this.#add(found, start, start + due[0].length, COST.due, 'date')
    const run = CHINESE.exec(this.#folded.slice(start, start + LONGEST_RUN + 1))?.[0] ?? ''
    const said = run.length >= 3 && run.length <= LONGEST_RUN && isSaidOfName(run) ? run.length : 0
    const change = changeLength(run)
    const isDenied = /^[零无未不]/.test(run)
    for (const length of new Set([said, change]))
      if (length > 0)
        this.#add(found, start, start + length, isDenied ? COST.denied : COST.saidOfName, 'words')
  }
}

const FEWEST_ALIKE = 3
const FEWEST_ROWS = 2
const UNLIKELY = 2.5

const isSigned = ({ text }: Value): boolean => /^[≥≤<>=]/.test(text)

const isAlike = (before: Value | undefined, value: Value): boolean =>
  before === undefined ||
  (before.kind === value.kind && before.unit === value.unit && isSigned(before) === isSigned(value))

/** After how many of its digits a number may end where the next begins: `20.0020.00`, `3007070`. */
const splits = (digits: string): readonly number[] => {
  const lengths: number[] = []
  if (digits.includes(',')) return lengths
  for (let length = 1; length < digits.length && length <= 9; length += 1)
    if (digits[length] !== '.' && digits[length - 1] !== '.') lengths.push(length)
  return lengths
}
