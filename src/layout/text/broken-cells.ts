import { type CellKind, cellKind, isLevel, isTyped } from '../../vocabulary/cell-kinds.ts'
import { isCutDate } from '../../vocabulary/dates.ts'
import { isTotalScore } from '../../vocabulary/form-words.ts'
import { headerRole } from '../../vocabulary/headers.ts'
import { withoutOfThese } from '../../vocabulary/money-words.ts'
import { BOUND_END, NUMBERS_ITEM } from '../../vocabulary/row-edges.ts'
import { type Token, widthOf } from './tokens.ts'

/** Words that stand in one cell, or in a part of one. */
export interface PlacedCell extends Token {
  readonly kind: CellKind
}

/** Parts that may be one cell. */
export interface Joined {
  readonly took: number
  readonly words: string
  readonly kind: CellKind
  readonly isLabel: boolean
  readonly cost: number
  /** The same where the cell may hold sentences, with numbers among them. */
  readonly costInText: number
}

/** A line end inside a cell; inside a known word. */
const [BROKEN, BROKEN_WORD] = [0.25, 0.1]
/** One that no width explains; in front of what begins a cell, or behind what is a whole one; a blank inside a cell. */
const [UNEVEN, ANEW, WHOLE, SPACED] = [1.2, 1.5, 0.8, 2]
/** In front of a known label or heading. */
const KNOWN = 2.5
/** In front of 指标2:, which begins a row. */
const NUMBERED = 6
/** A number in the middle of a text. */
const AMONG = 0.3
/** A line that ends behind a whole cell, or goes on behind a broken one. */
const [EARLY, LATE] = [1.2, 1]
/** Lines of one cell differ by no more: a character, and half of one. */
const EVEN = 3
const LONGEST = 800
const LONGEST_LABEL = 24
const MOST_PARTS = 4

/**
 * What it costs that parts of lines are one cell, where blanks part cells, and line ends break those that are too long for their
 * column. All lines of such a cell but the last are as wide as its column, and a line ends behind it.
 */
export class BrokenCells {
  readonly #cells: readonly PlacedCell[]
  readonly #known: (boolean | undefined)[] = []

  constructor(cells: readonly PlacedCell[]) {
    this.#cells = cells
  }

  /** Whether a blank, and no line end, stands in front of a part. */
  isInside(at: number): boolean {
    const cell = this.#cells[at]
    return cell !== undefined && cell.line === undefined
  }

  /** What it costs that a cell begins behind another of its row, which `isBelow` says is broken. */
  borderCost(at: number, isBelow: boolean): number {
    if (isBelow) return this.isInside(at) ? LATE : 0
    return this.isInside(at) ? 0 : EARLY
  }

  /** What may be one cell from a place on, of so many parts at most. */
  joinedAt(at: number, most: number): readonly Joined[] {
    const found: Joined[] = []
    let [words, cost, among] = ['', 0, 0]
    let kind: CellKind = 'none'
    for (let took = 1; took <= most && at + took <= this.#cells.length; took += 1) {
      const part = this.#cells[at + took - 1] as PlacedCell
      if (took > 1) cost += BROKEN + this.#breakCost(at, took) + this.#wholeCost(at + took - 1, words, kind)
      if (took > 1 && isTyped(part.kind) && !BOUND_END.test(words)) {
        cost += ANEW
        if (!isTyped(kind)) among += ANEW - AMONG
      }
      words += part.text.meaning
      if (words.length > LONGEST) break
      kind = took > 1 ? cellKind(words) : part.kind
      const isLabel = isKnownLabel(words)
      const known = isLabel || isLevel(kind) ? BROKEN_WORD * (took - 1) : undefined
      found.push({ took, words, kind, isLabel, cost: known ?? cost, costInText: known ?? cost - among })
    }
    return found
  }

  /** What it costs that a cell goes on behind the border in front of its last part. */
  #breakCost(at: number, took: number): number {
    const next = at + took - 1
    if (this.isInside(next)) return SPACED
    const [above, last] = [this.#widthAt(next - 1), this.#widthAt(next)]
    const before = took > 2 && Math.abs(this.#widthAt(next - 2) - above) > EVEN ? UNEVEN : 0
    if ((this.#cells[next] as PlacedCell).text.folded.search(NUMBERS_ITEM) === 0) return NUMBERED
    return before + (last > above + EVEN ? UNEVEN : 0) + (this.#beginsKnown(next) ? KNOWN : 0)
  }

  /** What it costs that words go on which are a whole cell. */
  #wholeCost(next: number, words: string, kind: CellKind): number {
    if (isLevel(kind) || kind === 'organisation' || STOPPED.test(words)) return WHOLE
    const { text, kind: below } = this.#cells[next] as PlacedCell
    if (kind === 'number' && below !== 'unit' && !isTyped(below)) return ANEW
    const rest = text.meaning
    const goesOn = rest.length < 4 || isCutDate(words, rest) || BOUND_END.test(words)
    return isTyped(kind) && !goesOn ? ANEW : 0
  }

  /** Whether a known label or a heading begins with a line. */
  #beginsKnown(at: number): boolean {
    const known = this.#known[at] ?? this.#findKnown(at)
    this.#known[at] = known
    return known
  }

  #findKnown(at: number): boolean {
    let words = ''
    for (let next = at; next < at + MOST_PARTS; next += 1) {
      const cell = this.#cells[next]
      if (cell === undefined || (next > at && cell.line === undefined)) return false
      words += cell.text.meaning
      if (words.length > LONGEST_LABEL) return false
      if (isTotalScore(words) || (words.length > 3 && (isLevel(cellKind(words)) || isKnownLabel(words))))
        return true
    }
    return false
  }

  #widthAt(at: number): number {
    return widthOf((this.#cells[at] as PlacedCell).text.text)
  }
}

/** A stop, or the points of a heading. */
const STOPPED = /[。;]$|\(\d{1,3}分\)$/

/** 年度资金总额:, 其中:财政拨款. */
const isKnownLabel = (words: string): boolean =>
  words.length > 3 &&
  words.length <= LONGEST_LABEL &&
  headerRole(withoutOfThese(words).replace(COLON, '')) !== undefined

const COLON = /:$/
