import type { ColumnRole } from '../../model/disclosure.ts'
import { type CellKind, cellKind, isLevel, isTyped } from '../../vocabulary/cell-kinds.ts'
import { isTotalScore } from '../../vocabulary/form-words.ts'
import { isLevelRole } from '../../vocabulary/headers.ts'
import { isSumName } from '../../vocabulary/money-words.ts'
import { isTemplateName } from '../../vocabulary/template-words.ts'
import type { BrokenCells, Joined, PlacedCell } from './broken-cells.ts'
import { type Cells, type Token, withoutRemark } from './tokens.ts'

export interface ListColumn {
  /**
   * `number`: that of the row; `measured`: a category whose indicators stand below it. In front of a table: a `label`, or
   * `anything` behind one.
   */
  readonly holds: ColumnRole | 'number' | 'measured' | 'label' | 'anything'
}

type Costs = Readonly<Partial<Record<CellKind, number>>>

const NEVER = 8
const NUMBERS: Costs = { number: 0, none: 0.5, measure: 0.7 }
const WORDS: Costs = {
  words: 0,
  name: 0,
  organisation: 0.2,
  quality: 0.8,
  sentence: 0.6,
  unit: 1,
  outline: 1,
  date: 3,
  measure: 3,
}
const VALUES: Costs = {
  measure: 0,
  share: 0,
  date: 0,
  number: 0,
  quality: 0,
  none: 0.3,
  unit: 1.5,
  words: 1,
  name: 1.5,
  sentence: 1.5,
}

/** What it costs that a column holds a cell of a kind; what is not here, it never does. */
const HOLDS: Readonly<Partial<Record<ListColumn['holds'], Costs>>> = {
  number: { number: 0 },
  code: { number: 0.2, words: 1 },
  'level-one': { 'level-one': 0, 'either-level': 0.4 },
  'level-two': { 'level-two': 0, 'either-level': 0.2, words: 3 },
  name: WORDS,
  agency: { ...WORDS, organisation: 0, words: 0.4, name: 0.6, sentence: 2 },
  amount: NUMBERS,
  funding: NUMBERS,
  executed: NUMBERS,
  rate: { share: 0, number: 0.8, none: 0.5 },
  goal: { ...WORDS, sentence: 0, words: 0.5, name: 0.7, outline: 0.5, organisation: 2 },
  result: { ...WORDS, sentence: 0 },
  // 受益群众满意度 may be a category too.
  indicator: { ...WORDS, measure: 1, sentence: 1, 'either-level': 1, 'level-two': 1.5, 'level-one': 1.5 },
  measured: { ...WORDS, measure: 0, share: 0.5, quality: 0.5, outline: 0, sentence: 0.4 },
  target: VALUES,
  actual: VALUES,
  unit: { unit: 0 },
  comparator: { comparator: 0, nature: 0.5, direction: 1 },
  weight: NUMBERS,
  score: NUMBERS,
  period: { date: 0, measure: 0.3, number: 1, words: 1 },
  direction: { direction: 0, comparator: 1 },
}
const OTHERS: Costs = {
  ...WORDS,
  ...VALUES,
  nature: 0,
  standard: 0,
  direction: 0,
  words: 0.3,
  name: 0.3,
  number: 1.5,
  organisation: 0.3,
}

/** What it costs that a column of a row that has begun has nothing, behind one that has something. */
const BLANK: Readonly<Partial<Record<ListColumn['holds'], number>>> = {
  'level-one': 0.3,
  'level-two': 0.3,
  other: 0.5,
  reason: 0.3,
  note: 0.3,
  score: 0.5,
  target: 2.5,
  goal: 1,
  agency: 0.5,
}
/** The same wherever it stands. */
const BLANK_AT_ALL: Readonly<Partial<Record<ListColumn['holds'], number>>> = { name: 2.5 }
/** A value without a name in front. */
const NAMELESS = 2.5
const [BLANK_ELSE, BLANK_MORE, ROW, END, LEFT] = [1.2, 0.02, 0.3, 2, 0.5]
const [BROKEN_LEVEL, JOINED] = [0.2, 2]
const MOST_JOINED = 4

/** The same in a table whose narrow cells are broken over lines: its headings may be words that no list has. */
const HOLDS_BROKEN: typeof HOLDS = {
  ...HOLDS,
  label: {
    words: 0.8,
    name: 0.8,
    organisation: 0.8,
    sentence: 0.6,
    outline: 0.6,
    'level-one': 0.8,
    'level-two': 0.8,
    'either-level': 0.8,
  },
  indicator: {
    ...HOLDS.indicator,
    quality: 0.5,
    none: 1,
    'either-level': 0.6,
    'level-two': 0.9,
    'level-one': 1.2,
  },
  anything: { ...VALUES, words: 0.2, name: 0.2, sentence: 0.2, organisation: 0.1, outline: 0.4, none: 0 },
  'level-one': { 'level-one': 0, 'either-level': 0.4, 'level-two': 1.5, words: 1.2, name: 1.4, quality: 1.4 },
  'level-two': { 'level-two': 0, 'either-level': 0.2, 'level-one': 0.5, words: 0.9, name: 1.1, quality: 1.1 },
}
/** 部门管理(20分): whatever it is called, a heading has points. */
const [POINTS, POINTED, UNPOINTED] = [/\(\d{1,3}分\)$/, 0.1, 0.6]
/** A row without a name: a heading that nothing stands under. */
const UNNAMED = 0.5
/** A known label that stands in no column of labels. */
const LABEL_BEHIND = 0.5
/** A row that begins inside a line. */
const INSIDE = 4

/** 一、产业发展项目(2项): a name that other rows stand below. */
const HEADS_OTHERS = /^(?:[一二三四五六七八九十]{1,3}、|[(][一二三四五六七八九十]{1,3}[)])/

/**
 * What a row has so far: nothing, a cell in the last column, cells before a blank one; the same behind a cell of several lines; no
 * name where one should be.
 */
const [NOTHING, FILLED, BLANK_NOW, FILLED_BELOW, BLANK_BELOW, NO_NAME] = [0, 1, 2, 3, 4, 5] as const
const STATES = [NOTHING, FILLED, BLANK_NOW, FILLED_BELOW, BLANK_BELOW, NO_NAME] as const
type State = (typeof STATES)[number]

/** More cells times columns take too much memory. */
export const isTooLarge = (cells: readonly PlacedCell[], columns: readonly ListColumn[]): boolean =>
  cells.length * columns.length > MOST_PLACES
const MOST_PLACES = 2_000_000

/** Puts cells into rows of columns, place by place: how many cells have been read, and in which column the next comes. */
export class CellRows {
  readonly #cells: readonly PlacedCell[]
  readonly #columns: readonly ListColumn[]
  /** What tells which parts are one cell, where narrow ones are broken; else each stands in a line of its own. */
  readonly #broken: BrokenCells | undefined
  readonly #holds: typeof HOLDS
  /** Where the names of projects stand, and with them what heads or sums several. */
  readonly #lastHead: number
  /** Where the names of indicators stand that each row has, unless they are those of projects. */
  readonly #named: number
  /** Whether headings of level 1 have points. */
  readonly #arePointed: boolean
  /** No cell has more parts. */
  readonly #most: number

  /** What the cheapest way to each place costs, and the place before on it. */
  readonly #least: Float64Array
  readonly #from: Int32Array

  constructor(cells: readonly PlacedCell[], columns: readonly ListColumn[], broken?: BrokenCells) {
    this.#cells = cells
    this.#columns = columns
    this.#broken = broken
    this.#holds = broken === undefined ? HOLDS : HOLDS_BROKEN
    const name = columns.findIndex(({ holds }) => holds === 'name')
    this.#named =
      broken === undefined || name >= 0 ? -1 : columns.findIndex(({ holds }) => holds === 'indicator')
    this.#arePointed =
      broken !== undefined && cells.filter(({ text }) => POINTS.test(text.meaning)).length > 1
    this.#lastHead = Math.max(broken === undefined ? -1 : 0, name)
    this.#most = columns.some(({ holds }) => TEXTS.has(holds)) ? MOST_LINES : MOST_BROKEN
    this.#least = new Float64Array((cells.length + 1) * (columns.length + 1) * STATES.length)
    this.#least.fill(Number.POSITIVE_INFINITY)
    this.#from = new Int32Array(this.#least.length).fill(-1)
  }

  /** The rows, how many cells are in them, and what they cost, each of them `row` by itself. */
  run(row = ROW): { readonly rows: readonly Cells[]; readonly end: number; readonly cost: number } {
    const [width, last] = [this.#columns.length, this.#cells.length]
    let [best, least] = [0, Number.POSITIVE_INFINITY]
    this.#least[0] = 0
    for (let at = 0; at <= last; at += 1) {
      // A row that began before ends here; then the next begins.
      for (let column = 1; column < width; column += 1) this.#leave(at, column)
      const inside = this.#broken?.isInside(at) === true ? INSIDE : 0
      for (const state of STATES.slice(1)) {
        const here = this.#placeOf(at, width, state)
        const cost = (this.#least[here] as number) + LEFT * (last - at) + (at === last ? 0 : END) + inside
        if (cost < least) [best, least] = [here, cost]
        this.#put(here, this.#placeOf(at, 0, NOTHING), row + inside)
      }
      const joined = this.#joinedAt(at)
      for (let column = 0; column < width; column += 1) {
        this.#take(at, column, joined)
        this.#leave(at, column)
      }
    }
    return { rows: this.#rowsTo(best), end: this.#atOf(best), cost: this.#least[best] as number }
  }

  #placeOf(at: number, column: number, state: State): number {
    return (at * (this.#columns.length + 1) + column) * STATES.length + state
  }

  #atOf(place: number): number {
    return Math.floor(place / ((this.#columns.length + 1) * STATES.length))
  }

  #put(here: number, next: number, cost: number): void {
    const whole = (this.#least[here] as number) + cost
    if (whole >= (this.#least[next] as number)) return
    this.#least[next] = whole
    this.#from[next] = here
  }

  #leave(at: number, column: number): void {
    const isOfSum = this.#broken !== undefined && this.#isBehindSum(at)
    for (const state of STATES) {
      const isName = column === this.#named && state !== NOTHING
      const next = isName
        ? NO_NAME
        : state === FILLED
          ? BLANK_NOW
          : state === FILLED_BELOW
            ? BLANK_BELOW
            : state
      this.#put(
        this.#placeOf(at, column, state),
        this.#placeOf(at, column + 1, next),
        isOfSum ? BLANK_MORE : this.#blankCost(column, state),
      )
    }
  }

  #holdsAt(column: number): ListColumn['holds'] {
    return (this.#columns[column] as ListColumn).holds
  }

  #take(at: number, column: number, joined: readonly Joined[]): void {
    const open = STATES.filter((state) => this.#isOpen(this.#placeOf(at, column, state)))
    if (open.length === 0) return
    const before = open.map((state) => this.#costBefore(at, column, state))
    const isText = TEXTS.has(this.#holdsAt(column))
    const most = isText ? MOST_LINES : MOST_BROKEN
    for (const { took, words, kind, isLabel, cost, costInText } of joined) {
      if (took > most) break
      const plain = took === 1 && this.#isMoney(column) ? cellKind(withoutRemark(words)) : kind
      const labelled = isLabel ? this.#labelCost(column) : undefined
      const own = (labelled ?? this.#costOf(column, words, plain)) + (isText ? costInText : cost)
      const below = took > 1 && this.#broken !== undefined ? FILLED_BELOW : FILLED
      const next = this.#placeOf(at + took, column + 1, below)
      for (const [i, state] of open.entries())
        this.#put(this.#placeOf(at, column, state), next, own + (before[i] as number))
    }
  }

  #isOpen(place: number): boolean {
    return this.#least[place] !== Number.POSITIVE_INFINITY
  }

  /** What it costs that a column has a cell at all, behind what stands before it. */
  #costBefore(at: number, column: number, state: State): number {
    const nameless = this.#isNameless(at, column, state) ? NAMELESS : 0
    const ofSum = this.#isBehindSum(at) && column > this.#lastHead && !this.#isMoney(column) ? NEVER : 0
    if (state === NOTHING || this.#broken === undefined) return nameless + ofSum
    return nameless + ofSum + this.#broken.borderCost(at, state === FILLED_BELOW || state === BLANK_BELOW)
  }

  /** What may be one cell from a place on. */
  #joinedAt(at: number): readonly Joined[] {
    if (this.#broken !== undefined) return this.#broken.joinedAt(at, this.#most)
    const found: Joined[] = []
    let words = ''
    for (let took = 1; took <= MOST_JOINED && at + took <= this.#cells.length; took += 1) {
      const { text, kind } = this.#cells[at + took - 1] as PlacedCell
      if (took > 1 && isTyped(kind)) break
      words += text.meaning
      const whole = took > 1 ? cellKind(words) : kind
      const cost = (took - 1) * (isLevel(whole) ? BROKEN_LEVEL : JOINED)
      found.push({ took, words, kind: whole, isLabel: false, cost, costInText: cost })
    }
    return found
  }

  #blankCost(column: number, state: State): number {
    if (state === NOTHING) return BLANK_MORE
    const holds = this.#holdsAt(column)
    if (column === this.#named) return UNNAMED
    const isFirst = state === FILLED || state === FILLED_BELOW
    return BLANK_AT_ALL[holds] ?? (isFirst ? (BLANK[holds] ?? BLANK_ELSE) : BLANK_MORE)
  }

  /** A value right behind a blank name, and money at the beginning of a row, belong to nothing. */
  #isNameless(at: number, column: number, state: State): boolean {
    if (state === NO_NAME) return !isSum(this.#cells[at - 1]?.text.meaning ?? '')
    return this.#holdsAt(column) === 'target'
      ? state !== FILLED && state !== FILLED_BELOW
      : state === NOTHING && (this.#isMoney(column) || (this.#named >= 0 && column > this.#named))
  }

  /** Behind 合计, and behind its money, stand neither goals nor targets. */
  #isBehindSum(at: number): boolean {
    const [name, money] = [this.#cells[at - 2], this.#cells[at - 1]]
    if (money === undefined || isSum(money.text.meaning)) return money !== undefined
    return isTyped(money.kind) && name !== undefined && isSum(name.text.meaning)
  }

  #isMoney(column: number): boolean {
    return HOLDS[this.#holdsAt(column)] === NUMBERS
  }

  #labelCost(column: number): number | undefined {
    const holds = this.#holdsAt(column)
    return holds === 'label' ? 0 : holds === 'anything' ? LABEL_BEHIND : undefined
  }

  #costOf(column: number, words: string, kind: CellKind): number {
    // 合计, 小计 and 一、产业发展项目 stand where the number of the row does, or its name.
    if (isSumName(words) || isTotalScore(words) || HEADS_OTHERS.test(words))
      return column <= this.#lastHead ? 0 : NEVER
    const holds = this.#holdsAt(column)
    const cost = (this.#holds[holds] ?? OTHERS)[kind] ?? NEVER
    if (!isLevelRole(holds as ColumnRole)) return cost
    // 指标2:…… is a row that nobody filled in, under the heading above.
    if (isTemplateName(words.replace(/[….]{1,6}$/, ''))) return NEVER
    if (!this.#arePointed) return cost
    if (POINTS.test(words)) return Math.min(cost, POINTED)
    return holds === 'level-one' ? cost + UNPOINTED : cost
  }

  #rowsTo(best: number): readonly Cells[] {
    const rows: Token[][][] = [[]]
    const stride = (this.#columns.length + 1) * STATES.length
    for (let here = best; here > 0; ) {
      const before = this.#from[here] as number
      if (here % stride === 0) rows.unshift([])
      else rows[0]?.unshift(this.#cells.slice(this.#atOf(before), this.#atOf(here)))
      here = before
    }
    return rows.filter((row) => row.some((cell) => cell.length > 0))
  }
}

const isSum = (words: string): boolean => isSumName(words) || isTotalScore(words)

/** What may be several sentences. */
const TEXTS: ReadonlySet<ListColumn['holds']> = new Set([
  'goal',
  'result',
  'anything',
  'reason',
  'note',
  'other',
])
const MOST_BROKEN = 8
const MOST_LINES = 40
