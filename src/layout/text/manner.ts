import type { Lexer } from '../../lexicon/lexer.ts'
import { isBlank } from '../../source/fold.ts'
import type { Place } from './columns.ts'

/** Whether headings may be words that no list has: in front of the other cells of a line, or in lines of their own. */
export type OwnLevels = 'in-front' | 'alone' | undefined

/**
 * How a text without borders sets its cells off: by blanks and line ends, or not at all; and whether narrow cells broke
 * words. Told from the headings of indicators, which are known wherever they stand.
 */
export class Manner {
  readonly #folded: string
  readonly #isSeparated: boolean
  /** A stretch whose line end is known. */
  #line: Place = { start: 0, end: -1 }
  /** What a blank or a line end inside a name costs. */
  readonly blankInName: number
  readonly lineInName: number
  /** What it costs to begin a row where no line begins. */
  readonly rowInLine: number
  /** What it costs to begin a name where nothing sets it off. */
  readonly unsetName: number
  /** What it costs that a line with a row's cells is none. */
  readonly lineLeft: number
  readonly #areApart: boolean
  readonly ownLevels: OwnLevels

  /** `areApart`: blanks set off nearly all cells. */
  constructor(lexer: Lexer, place: Place, areApart: boolean, ownLevels: OwnLevels) {
    this.#folded = lexer.folded
    this.#areApart = areApart
    this.ownLevels = ownLevels
    const { count, setOff, broken, lines } = signsOf(lexer, place)
    const isBroken = count > 0 && broken / count > 0.2
    this.#isSeparated = count > 0 && setOff / count > 0.7
    this.blankInName = isBroken ? 0.15 : this.#isSeparated ? 1.6 : 0.7
    this.lineInName = isBroken ? 0.3 : this.#isSeparated && lines > count * 1.5 ? 0.9 : 1.6
    this.rowInLine = areApart ? APART : lines <= 2 ? 0.1 : 0.7
    this.lineLeft = areApart ? APART : 0
    this.unsetName = this.#isSeparated && !isBroken ? 0.8 : 0
  }

  /** Whether a blank, a line end or the start of the text stands in front. */
  isSetOff(at: number): boolean {
    return (
      at === 0 ||
      at >= this.#folded.length ||
      isBlank(this.#folded.charCodeAt(at - 1)) ||
      isBlank(this.#folded.charCodeAt(at))
    )
  }

  isLineStart(at: number): boolean {
    for (let before = at - 1; before >= 0 && before > at - 40; before -= 1) {
      const code = this.#folded.charCodeAt(before)
      if (code === 10) return true
      if (!isBlank(code)) return false
    }
    return true
  }

  /** Where the line ends, at most a stretch away. */
  lineEnd(at: number): number {
    if (at < this.#line.start || at > this.#line.end) {
      const end = this.#folded.indexOf('\n', at)
      this.#line = { start: at, end: end < 0 ? this.#folded.length : end }
    }
    return this.#line.end
  }

  next(at: number): number {
    let to = at
    while (to < at + 40 && isBlank(this.#folded.charCodeAt(to))) to += 1
    return to
  }

  /** What it costs that a cell ends at a place where none is set off, in a text that sets cells off. */
  borderCost(end: number): number {
    return this.#isSeparated && !this.isSetOff(end) ? 0.8 : 0
  }

  /** What it costs that a cell of any kind ends inside what blanks set off. */
  cutCost(end: number): number {
    return this.#areApart && !this.isSetOff(end) ? APART : 0
  }

  /** Where words that no list has may end, with what that costs: where the cell is set off, at a number, with the line. */
  *otherCells(start: number, limit: number): Generator<readonly [end: number, cost: number]> {
    const stop = Math.min(limit, start + LONGEST)
    let end = start
    while (end < stop && !isBlank(this.#folded.charCodeAt(end))) {
      const code = this.#folded.charCodeAt(end)
      const isDigit = code >= 48 && code <= 57
      if (isDigit && end > start + 1 && !this.#isSeparated) {
        const before = this.#folded.charCodeAt(end - 1)
        if (!(before >= 48 && before <= 57)) yield [end, 0.8]
      }
      end += 1
    }
    if (end > start && (end >= limit || isBlank(this.#folded.charCodeAt(end))))
      yield [end, this.#isSeparated ? -0.6 : 0.4]
  }
}

/** How many headings there are, how many a blank follows, how many have blanks inside, and how many lines. */
interface Signs {
  count: number
  setOff: number
  broken: number
  lines: number
}

const signsOf = (lexer: Lexer, { start, end }: Place): Signs => {
  const signs: Signs = { count: 0, setOff: 0, broken: 0, lines: 0 }
  const { folded } = lexer
  const stop = Math.min(end, start + SAMPLE)
  for (let at = start; at < stop; at += 1) {
    if (folded.charCodeAt(at) === 10) signs.lines += 1
    const category = lexer.categories(at).find((word) => word.isFull || isCell(folded, word))
    if (category === undefined) continue
    signs.count += 1
    if (isBlank(folded.charCodeAt(category.end))) signs.setOff += 1
    if (category.isBroken && category.isFull) signs.broken += 1
    at = category.end - 1
  }
  return signs
}

/** 产出 between blanks. */
const isCell = (folded: string, { start, end }: Place): boolean =>
  (start === 0 || isBlank(folded.charCodeAt(start - 1))) && isBlank(folded.charCodeAt(end))

/** Where cells are set off, few are cut, and few rows begin in a line or are left out. */
const APART = 2.5
const SAMPLE = 4000
const LONGEST = 40
