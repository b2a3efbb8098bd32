import { matchesIn } from '../../collect.ts'
import type { Lexer } from '../../lexicon/lexer.ts'
import { isBlank } from '../../source/fold.ts'
import { saysSigner } from '../../vocabulary/form-words.ts'
import { pointsEnd } from '../../vocabulary/heading-words.ts'
import { endsAsName } from '../../vocabulary/qualities.ts'
import {
  ALSO_ENDS,
  CHINESE_RUN,
  CLEAR_END,
  DAMAGED,
  DATED_LINE,
  EXPLAINED,
  EXPLAINS,
  ITEM_DOTS,
  LONE_HEADING,
  NOTE_LINE,
  NUMBERS_ITEM,
  OPENS_COMPARISON,
  PLACEHOLDER,
  POINTS_BEHIND,
  POINTS_IN_FRONT,
  REMARK,
  SAYS_WHAT,
  VALUE_AT_END,
  YEAR,
} from '../../vocabulary/row-edges.ts'
import { headerAt, type Place } from './columns.ts'
import { isDigit } from './lines.ts'
import type { Manner } from './manner.ts'
import { divideRun, runAt } from './number-runs.ts'
import { COST, MARGIN } from './row-costs.ts'
import type { Value } from './row-values.ts'

/** Where words that begin at a place may end, with what each of these costs. */
export interface Ends {
  readonly ends: readonly number[]
  readonly costs: readonly number[]
}

/** Words that no list of values has, as a value, with what it costs that a cell ends behind them. */
export interface OtherCell {
  readonly value: Value
  readonly cost: number
}

/** What may be no part of any row, from a place on: what is `left`, or a header that is printed again. */
export interface Leaving {
  readonly kind: 'left' | 'label'
  readonly end: number
  readonly cost: number
}

/** What was found at a place, if anything was looked for there. */
type Kept<Found> = { readonly at: number; readonly found: Found } | undefined

const LONGEST_NAME = 60
/** No agency and project in front of the money of a list have more characters. */
export const LONGEST_HEAD = 80
/** What stands in no head. */
export const NO_HEAD = /[。;:≥≤<>=%【】\n①-⑳]/
const LONGEST_LINE = 400
const LONGEST_TWICE = 12
const FIRST_LABEL = /^[\u4e00-\u9fff]{2,8}(?=\s?\d|\s?\()/
/** For so many places the ends are kept: all of the rows that a table is told from. */
const MOST_KEPT = 1024
/** No cell of words is longer. */
export const LONGEST_CELL = 48

/**
 * The names of indicators, explanations and other words that may begin at each place of a stretch. What they cost depends
 * on no column and no way that leads to them: each place is read once for all that are tried.
 */
export class Words {
  /** For each place of the stretch the next that is no blank. */
  readonly next: Uint32Array
  /** A converter lost all numbers, and with them the values. */
  readonly isWithoutDigits: boolean
  readonly #lexer: Lexer
  readonly #folded: string
  readonly #manner: Manner
  readonly #numbers: ReadonlyMap<number, number>
  readonly #start: number
  readonly #end: number
  /** Where the head of the next project may begin, which stands behind the last row. */
  readonly #headFrom: number
  readonly #nameEnds: Uint8Array
  /** Whether the points of headings stand in front of them: (20分)数量指标. */
  readonly #arePointsFirst: boolean
  /** The places inside years. */
  readonly #inYears = new Set<number>()
  readonly #names: Kept<Ends>[] = []
  readonly #namesBesideWords: Kept<Ends>[] = []
  readonly #explanations: Kept<Ends>[] = []
  readonly #others: Kept<readonly OtherCell[]>[] = []
  readonly #repeated: Kept<readonly Value[]>[] = []
  /** By the number of columns. */
  readonly #runs: Kept<readonly number[] | undefined>[][] = []
  readonly #leavings: Kept<readonly Leaving[]>[] = []

  /**
   * `numbers`: the ends of the numbers in front of rows, by their starts; `isBeforeHead`: behind the last row stand the words
   * that the next project begins with.
   */
  constructor(
    lexer: Lexer,
    { start, end }: Place,
    manner: Manner,
    numbers: ReadonlyMap<number, number>,
    isBeforeHead: boolean,
  ) {
    this.#lexer = lexer
    this.#numbers = numbers
    this.#folded = lexer.folded
    this.#manner = manner
    this.#start = start
    this.#end = end
    this.#headFrom = isBeforeHead ? Math.max(start, end - LONGEST_HEAD) : end
    this.isWithoutDigits = !/\d/.test(lexer.folded.slice(start, end))
    this.#nameEnds = new Uint8Array(end - start + 1)
    for (const { 0: year, index } of matchesIn(lexer.folded.slice(start, end), YEAR))
      for (let at = index + 1; at < index + year.length; at += 1) this.#inYears.add(start + at)
    this.next = new Uint32Array(end - start + 1).fill(end)
    for (let at = end - 1; at >= start; at -= 1)
      this.next[at - start] = isBlank(this.#folded.charCodeAt(at))
        ? (this.next[at - start + 1] as number)
        : at
    const first = this.next[0] as number
    this.#arePointsFirst = this.#behindPoints(first) > first
  }

  /** Whether a cell that ends here would cut a year: 20 and 22年. */
  cutsYear(end: number): boolean {
    return this.#inYears.has(end)
  }

  /** `besideWords`: another column holds words, which a name hardly goes on with. */
  names(at: number, besideWords: boolean): Ends {
    const known = besideWords ? this.#namesBesideWords : this.#names
    return this.#recall(known, at, () => this.#findNames(at, besideWords))
  }

  explanations(at: number): Ends {
    return this.#recall(this.#explanations, at, () => this.#findExplanations(at))
  }

  /** Words that no list of values has, as far as they may go. */
  others(at: number): readonly OtherCell[] {
    return this.#recall(this.#others, at, () =>
      [...this.#manner.otherCells(at, this.#nextRow(at))].map(([end, cost]) => ({
        value: this.#otherValue(at, end),
        cost,
      })),
    )
  }

  /** Where a heading or a numbered item begins behind a place, which no cell goes on with; the end where none does soon. */
  #nextRow(at: number): number {
    const stop = Math.min(this.#end, at + LONGEST_CELL)
    for (let next = at + 1; next < stop; next += 1)
      if (this.#headingCost(next, at) >= COST.nameCategory || this.#behindItemNumber(next) > next) return next
    return this.#end
  }

  /** 不超过预算不超过预算: words that are printed twice, as target and as result. */
  repeated(at: number): readonly Value[] {
    return this.#recall(this.#repeated, at, () => {
      const found: Value[] = []
      const run = CHINESE_RUN.exec(this.#folded.slice(at, at + 2 * LONGEST_TWICE))?.[0] ?? ''
      for (let length = 3; length * 2 <= run.length && at + 2 * length <= this.#end; length += 1) {
        const text = run.slice(0, length)
        if (run.startsWith(text, length)) found.push({ ...this.#otherValue(at, at + length), text })
      }
      return found
    })
  }

  /**
   * How long the numbers are of a run of digits that begins here, one for each of `count` columns; all of it as one where it can't be
   * divided. `undefined` where no run of several numbers stands.
   */
  run(at: number, count: number): readonly number[] | undefined {
    this.#runs[count] ??= []
    return this.#recall(this.#runs[count], at, () => this.#findRun(at, count))
  }

  leavings(at: number): readonly Leaving[] {
    return this.#recall(this.#leavings, at, () => this.#findLeavings(at))
  }

  /** A long stretch is gone through once: what lies far behind is let go. */
  #recall<Found>(known: Kept<Found>[], at: number, find: () => Found): Found {
    const slot = (at - this.#start) % MOST_KEPT
    const kept = known[slot]
    if (kept?.at === at) return kept.found
    const found = find()
    known[slot] = { at, found }
    return found
  }

  #findRun(at: number, count: number): readonly number[] | undefined {
    const digits = runAt(this.#folded, at)
    const end = at + digits.length
    const isCell = this.#manner.isSetOff(at) && this.#manner.isSetOff(end)
    if (digits.length < count || isCell || end > this.#end) return undefined
    return divideRun(digits, count) ?? [digits.length]
  }

  #otherValue(start: number, end: number): Value {
    const text = this.#folded.slice(start, end)
    const digits = /[\d≥≤%]/.test(text) ? COST.otherValueDigit : 0
    const badStart =
      this.#behindItemNumber(start) > start
        ? COST.nameCategory * 2
        : /^[,、。;)]/.test(text)
          ? COST.badStart * 2
          : 0
    const cost = badStart + COST.otherValue + COST.otherValueLength * (end - start) + digits
    return { start, end, cost, kind: 'words', digits: '', unit: '', text: text.replace(/\s/g, '') }
  }

  #findLeavings(at: number): readonly Leaving[] {
    const found: Leaving[] = []
    const leave = (end: number, cost: number, kind: Leaving['kind'] = 'left'): void => {
      found.push({ kind, end: Math.min(end, this.#end), cost })
    }
    const line = Math.min(this.#manner.lineEnd(at), this.#end)
    const isLineStart = this.#manner.isLineStart(at)
    if (isLineStart && line - at <= LONGEST_LINE && line > at + 1)
      leave(
        line,
        COST.leftLine + this.#manner.lineLeft + COST.leftLineLength * (line - at) + this.#valueCost(at, line),
      )
    if (isLineStart && LONE_HEADING.test(this.#folded.slice(at, Math.min(line, at + 12))))
      leave(line, COST.header, 'label')
    const cost = this.#footerCost(at)
    if (cost !== undefined) {
      leave(line - at <= LONGEST_LINE ? line : at + LONGEST_LINE, cost)
      leave(this.#end, cost + 1.5)
    }
    const header = headerAt(this.#lexer, at)
    if (header !== undefined) leave(header.end, COST.header, 'label')
    const number = this.#numbers.get(at)
    if (number !== undefined) leave(number, COST.rowNumber)
    const label = this.#labelEnd(at)
    if (label > at) leave(label, COST.header, 'label')
    if (at >= this.#headFrom && !NO_HEAD.test(this.#folded.slice(at, this.#end)))
      leave(this.#end, COST.head + COST.headLength * (this.#end - at))
    return found
  }

  /** Behind 绩效指标, or behind the label of the goals with their points, which rows may begin with again: 年度绩效目标(80分)产出指标. */
  #labelEnd(at: number): number {
    const labels = this.#lexer.words('label', at)
    const table = labels.find(({ word }) => word === '绩效指标')
    if (table !== undefined) return table.end
    const ends = labels.filter(({ sense }) => sense === 'goal').map(({ end }) => end)
    // 项目绩效80分产出指标40分: whatever the words are that stand in front of all rows.
    const first = at === this.#start ? FIRST_LABEL.exec(this.#folded.slice(at, at + LONGEST_TWICE)) : null
    if (first !== null) ends.push(at + first[0].length)
    const points = ends.flatMap((end) =>
      pointsEnd(this.#folded, end) > end ? [pointsEnd(this.#folded, end)] : [],
    )
    return points.find((end) => this.#lexer.heading(end) !== undefined) ?? at
  }

  /** What it costs to take what begins here for what stands below the rows; `undefined` where no such word does. */
  #footerCost(at: number): number | undefined {
    const footer = this.#lexer.word('footer', at)
    const isBehindValue = /[\d%]/.test(this.#folded[at - 1] ?? '')
    if (this.#isSigned(at)) return COST.footer
    const note = this.#manner.isLineStart(at) ? NOTE_LINE : isBehindValue ? REMARK : undefined
    if (note?.test(this.#folded.slice(at, at + 8)) === true) return COST.footer
    if (footer === undefined) return undefined
    const behind = this.#folded.slice(footer.end, footer.end + 2)
    const isPlain =
      /^\s*[\d:(]|^\s*$/.test(behind) || footer.word.length >= 4 || this.#manner.isSetOff(footer.end)
    if (!isPlain) return undefined
    const isSetOff = this.#manner.isSetOff(at) || /[\d%。]/.test(this.#folded[at - 1] ?? '。')
    return COST.footer + (isSetOff ? 0 : 2)
  }

  /** 公示人:, 公示期:2022年2月7日至2月11日 at the start of a line, where no colon stands before. */
  #isSigned(at: number): boolean {
    if (!this.#manner.isLineStart(at) || this.#folded.slice(this.#start, at).includes(':')) return false
    const line = this.#folded.slice(at, Math.min(this.#manner.lineEnd(at), at + LONGEST_LINE))
    return saysSigner(line) || DATED_LINE.test(line)
  }

  /** A line that ends with a number and its unit is hardly a note. */
  #valueCost(start: number, end: number): number {
    return VALUE_AT_END.test(this.#folded.slice(Math.max(start, end - 12), end)) ? COST.leftValue : 0
  }

  #findNames(at: number, besideWords: boolean): Ends {
    const ends: number[] = []
    const costs: number[] = []
    let cost: number = COST.name + this.#startCost(at)
    let depth = 0
    const numbered = this.#behindItemNumber(at)
    // 2021年11月30日前完成资金支付: a deadline that a name begins with.
    const date = this.#lexer.dateEnd(at)
    let end = date > at + 3 && date < this.#end ? date : numbered
    if (numbered > at) cost += COST.nameNumbered
    else if (end > at) cost += COST.nameDate
    const first = end
    if (date === end) {
      ends.push(end)
      costs.push(cost + this.#endCost(end, depth))
    }
    const stop = Math.min(this.#end, at + LONGEST_NAME)
    while (end < stop && cost <= MARGIN) {
      const code = this.#folded.charCodeAt(end)
      if (isBlank(code)) {
        const [next, gap] = this.#gapCost(end)
        cost += depth > 0 ? COST.bracketGap : gap
        end = next
        continue
      }
      const inside = this.#dateInside(end)
      if (inside > end) cost += COST.nameDate
      else {
        cost += COST.nameLength + this.#characterCost(code, end, at, depth, besideWords)
        depth = depthBehind(code, depth)
      }
      end = Math.max(inside, end + 1)
      // 指标1:技, where the text is cut.
      if (end - first < 2 && (numbered === at || end < this.#end)) continue
      ends.push(end)
      costs.push(cost + this.#endCost(end, depth) + (end - first === 2 ? COST.nameShort : 0))
    }
    return { ends, costs }
  }

  /** Behind 指标2: and its dots, where the form has this item and nobody filled it in; `at` where that is not so. */
  unusedEnd(at: number): number {
    let end = this.#behindItemNumber(at)
    if (end === at) return at
    ITEM_DOTS.lastIndex = end
    if (ITEM_DOTS.test(this.#folded)) end = ITEM_DOTS.lastIndex
    const next = this.next[Math.min(end, this.#end) - this.#start] as number
    const isUnused =
      next >= this.#end ||
      this.#behindItemNumber(next) > next ||
      this.#lexer.heading(next) !== undefined ||
      this.#lexer.word('footer', next) !== undefined
    return isUnused && end <= this.#end ? end : at
  }

  /** Behind a day or month with its year, which a name may say: 确定于2022年12月底前发放完毕. */
  #dateInside(at: number): number {
    if (!this.#inYears.has(at + 1) || this.#inYears.has(at)) return at
    const end = this.#lexer.dateEnd(at)
    return /\d/.test(this.#folded[end - 1] ?? '') || end - at < 6 || end >= this.#end ? at : end
  }

  #behindItemNumber(at: number): number {
    NUMBERS_ITEM.lastIndex = at
    return NUMBERS_ITEM.test(this.#folded) ? NUMBERS_ITEM.lastIndex : at
  }

  #findExplanations(at: number): Ends {
    const ends: number[] = []
    const costs: number[] = []
    let cost: number = COST.explanation
    const begin = this.#folded.slice(at, at + 3)
    if (SAYS_WHAT.test(begin)) cost += COST.saysWhat
    else if (EXPLAINS.test(begin)) cost -= 0.6
    const stop = Math.min(this.#end, at + LONGEST_CELL)
    let end = at
    while (end < stop) {
      const code = this.#folded.charCodeAt(end)
      if (isBlank(code)) {
        const [next, gap] = this.#gapCost(end)
        cost += gap
        end = next
        continue
      }
      const character = this.#folded[end] as string
      cost += 0.012
      if ('≥≤<>='.includes(character)) cost += COST.explanationSign
      else if (code >= 48 && code <= 57) cost += 0.8
      else if (this.#headingCost(end, -1) >= COST.nameCategory) break
      end += 1
      if (cost > MARGIN) break
      if (end - at < 2) continue
      ends.push(end)
      costs.push(cost + this.#explanationEndCost(at, end))
    }
    return { ends, costs }
  }

  #explanationEndCost(at: number, end: number): number {
    const ending = EXPLAINED.test(this.#folded.slice(end - 2, end)) || this.#endsAsName(end) ? -0.6 : 0
    const short = end - at < SHORTEST_EXPLANATION ? COST.shortExplanation : 0
    return ending + short + this.#manner.borderCost(end) + this.#cutCost(end)
  }

  /** What it costs that a name ends here. */
  #endCost(end: number, depth: number): number {
    const closing =
      (depth > 0 ? COST.nameUnclosed : 0) +
      (OPENS_COMPARISON.test(this.#folded.slice(end - 2, end)) ? COST.badStart : 0)
    const ending = this.#endsAsName(end) ? COST.nameEnding + this.#lostBonus(end) : 0
    return closing + ending + this.#manner.borderCost(end) + this.#cutCost(end)
  }

  /** Where all values are lost, names end where names mostly do. */
  #lostBonus(end: number): number {
    return this.isWithoutDigits && CLEAR_END.test(this.#folded.slice(end - 4, end)) ? COST.lostBonus : 0
  }

  /** What it costs to end words in the middle of a number, or to leave a sign of the value with them. */
  #cutCost(end: number): number {
    const before = this.#folded[end - 1] as string
    const next = this.#folded[end] ?? ''
    if (isDigit(before))
      return isDigit(next) ? COST.cutNumber : isBlank(next.charCodeAt(0)) ? 0.3 : COST.endsWithDigit
    if (!/[\d=]/.test(next)) return 0
    return DAMAGED.test(before) || (before === '》' && !this.#closesTitle(end)) ? COST.keepsSign : 0
  }

  /** 编印《读本》500册: what 》 closes is a title; 满意度》90% has none, and 》 is what scanning made of a sign. */
  #closesTitle(end: number): boolean {
    const opened = this.#folded.lastIndexOf('《', end - 1)
    return opened >= end - LONGEST_NAME && !this.#folded.slice(opened, end - 1).includes('》')
  }

  /** What a name can hardly begin with. */
  #startCost(at: number): number {
    const first = this.#folded[at] as string
    if (/[)、,。;%‰:/-]/.test(first)) return COST.badStart * 2
    // 1801803管理用房: the digits in front are of the cells in front.
    if (/[≥≤=<>]/.test(first) || (isDigit(first) && isDigit(this.#folded[at - 1] ?? ''))) return COST.badStart
    return (
      (this.#lexer.heading(at) ? COST.nameIsCategory : 0) +
      (this.#manner.isSetOff(at) ? 0 : this.#manner.unsetName)
    )
  }

  #gapCost(from: number): readonly [next: number, cost: number] {
    const next = this.next[from - this.#start] as number
    const line = this.#manner.lineEnd(from)
    return [next, line < next ? this.#manner.lineInName : this.#manner.blankInName]
  }

  #characterCost(code: number, at: number, start: number, depth: number, besideWords: boolean): number {
    if (code >= 48 && code <= 57) return this.#digitCost(at, start, depth)
    const character = this.#folded[at] as string
    if (depth > 0) return character === '\n' ? 1 : 0
    if ('≥≤<>=^$'.includes(character))
      return /^=?\s?\*\*/.test(this.#folded.slice(at + 1, at + 5)) ? COST.placeholder : COST.nameSign
    if ('。;'.includes(character)) return COST.nameStop
    if (character === ',') return COST.nameComma
    if (besideWords && at > start + 1 && SAYS_WHAT.test(this.#folded.slice(at, at + 3)))
      return COST.nameExplains
    return character === '指' && at > start && this.#behindItemNumber(at) > at
      ? COST.nameCategory
      : this.#headingCost(at, start)
  }

  /** What it costs that a number begins inside a name. */
  #digitCost(at: number, start: number, depth: number): number {
    const before = this.#folded[at - 1] ?? ''
    if (at > start && (isDigit(before) || before === '.')) return 0
    if (at === start || depth > 0) return COST.nameDigits * 0.5
    if (this.unitBefore(at) !== undefined) return COST.nameCategory
    if (this.#endsAsName(at)) return COST.nameEndsBeforeDigits
    return this.#isMeasure(at) ? COST.nameMeasure : COST.nameDigits
  }

  /** A number with its unit inside a name is rather the value of one. */
  #isMeasure(at: number): boolean {
    const end = this.#lexer.numberEnd(at)
    return end > at && this.#lexer.unitEnds(end).length > 0
  }

  /** A heading of indicators in the middle of a name. */
  #headingCost(at: number, start: number): number {
    if (at > start && this.behindPoints(at) > at) return COST.nameCategory
    if (at === start || !'产效满数质时成经社生可服项指'.includes(this.#folded[at] as string)) return 0
    if (this.#behindItemNumber(at) > at) return COST.nameCategory
    const [category] = this.#lexer.categories(at)
    if (category === undefined || category.isDamaged) return 0
    if (category.isFull) return COST.nameCategory
    return category.end - at >= 4 ? COST.nameBareCategory : 0
  }

  #endsAsName(end: number): boolean {
    const place = end - this.#start
    const known = this.#nameEnds[place]
    if (known !== 0) return known === 2
    const words = this.#folded
      .slice(Math.max(this.#start, end - 16), end)
      .replace(/\([^()]{0,12}\)$/, '')
      .slice(-5)
    const is =
      endsAsName(words) ||
      ALSO_ENDS.test(words) ||
      this.unitBefore(end) !== undefined ||
      this.pointsBefore(end) !== undefined
    this.#nameEnds[place] = is ? 2 : 1
    return is
  }

  /** Behind points in front of a heading, (20分)数量指标, in a text that begins with such ones; else where it was asked. */
  behindPoints(at: number): number {
    return this.#arePointsFirst ? this.#behindPoints(at) : at
  }

  #behindPoints(at: number): number {
    const end = this.pointsEnd(at)?.end ?? at
    return end > at && this.#lexer.heading(end) !== undefined ? end : at
  }

  /** Where a heading ends: what stands behind it there are the points of the next. */
  headingEnd(start: number, end: number): number {
    const points = this.#arePointsFirst ? POINTS_BEHIND.exec(this.#folded.slice(start, end)) : null
    return points === null ? end : start + points.index + 1
  }

  /** The points in the brackets that end here: (10分). */
  pointsBefore(end: number): string | undefined {
    if (this.#folded[end - 1] !== ')') return undefined
    return POINTS_BEHIND.exec(this.#folded.slice(Math.max(this.#start, end - LONGEST_POINTS), end))?.[1]
  }

  /** The points in brackets that begin here, and where they end: (10分), (10). */
  pointsEnd(at: number): { readonly points: string; readonly end: number } | undefined {
    if (this.#folded[at] !== '(') return undefined
    const [all, points] =
      POINTS_IN_FRONT.exec(this.#folded.slice(at, Math.min(this.#end, at + LONGEST_POINTS))) ?? []
    return all === undefined || points === undefined ? undefined : { points, end: at + all.length }
  }

  /** 造林面积(亩), 猪舍(≥**平方米): the unit in brackets that a name ends with, behind a sign and what stands for a number. */
  unitBefore(end: number): string | undefined {
    if (this.#folded[end - 1] !== ')') return undefined
    const from = Math.max(this.#start, end - LONGEST_BRACKET)
    const open = this.#folded.slice(from, end).lastIndexOf('(')
    if (open < 0) return undefined
    const [before = ''] = PLACEHOLDER.exec(this.#folded.slice(from + open, end)) ?? []
    const start = from + open + before.length
    return this.#lexer.unitEnds(start).includes(end - 1) ? this.#folded.slice(start, end - 1) : undefined
  }
}

const LONGEST_BRACKET = 12
const LONGEST_POINTS = 9
const SHORTEST_EXPLANATION = 4
/** How many brackets are open behind a character. */
const depthBehind = (code: number, depth: number): number =>
  code === 40 ? depth + 1 : code === 41 && depth > 0 ? depth - 1 : depth
