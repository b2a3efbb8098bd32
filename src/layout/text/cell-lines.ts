import { isListed } from '../../lexicon/lexer.ts'
import type { ColumnRole } from '../../model/disclosure.ts'
import type { Block, TextBlock } from '../../read/grid.ts'
import { type CellKind, cellKind, isLevel, isTyped } from '../../vocabulary/cell-kinds.ts'
import { headerRole, NUMBERS_LINES } from '../../vocabulary/headers.ts'
import { isSumName } from '../../vocabulary/money-words.ts'
import { type Cells, rowOf, type Token, withoutRemark } from './tokens.ts'

/**
 * Lists of projects as pages on the web are copied: each cell in a line of its own, and nothing for a blank or a merged one. The
 * header says what the columns hold; each cell goes into the next column that may hold it, the cheapest way over all rows.
 * `undefined` where no list of several projects is found so.
 */
export const cellLines = (blocks: readonly Block[]): readonly Block[] | undefined => {
  const cells = blocks.flatMap((block): readonly LineCell[] => (block.kind === 'text' ? cellsOf(block) : []))
  const found: Block[] = []
  let at = 0
  let projects = 0
  for (let from = 0; from < cells.length; from += 1) {
    const columns = columnsAt(cells, from)
    if (columns === undefined || cells.length * columns.length > MOST_PLACES) continue
    const start = from + columns.length
    const { rows, end, cost } = new CellRows(cells.slice(start, nextHeader(cells, start)), columns).run()
    const held = rows.filter((row) => isProject(row, columns)).length
    if (held === 0 || cost > DEAREST * end) continue
    projects += held
    found.push(...linesIn(cells, at, from), rowOf(cells.slice(from, start).map((cell) => [cell])))
    found.push(...rows.map(rowOf))
    at = start + end
    from = at - 1
  }
  return projects > 1 ? [...found, ...linesIn(cells, at, cells.length)] : undefined
}

/** More cells times columns take too much memory. */
const MOST_PLACES = 2_000_000
/** Cells that cost more than this on the average are in no columns. */
const DEAREST = 0.6

/** A line, which is one cell. */
interface LineCell extends Token {
  readonly kind: CellKind
  readonly line: TextBlock
}

interface ListColumn {
  /** `number`: that of the row; `measured`: a category whose indicators stand below it. */
  readonly holds: ColumnRole | 'number' | 'measured'
}

const cellsOf = (block: TextBlock): readonly LineCell[] => {
  const { text } = block.cell
  if (text.isBlank) return []
  return [{ text, line: block, kind: cellKind(text.meaning) }]
}

const linesIn = (cells: readonly LineCell[], from: number, to: number): readonly Block[] =>
  cells.slice(from, to).map(({ line }) => line)

/** The columns of the list whose header begins with a cell; `undefined` where none does. */
const columnsAt = (cells: readonly LineCell[], from: number): readonly ListColumn[] | undefined => {
  const columns: ListColumn[] = []
  let known = 0
  for (const cell of cells.slice(from, from + MOST_COLUMNS)) {
    const holds = headedBy(cell)
    if (holds !== undefined) {
      columns.push({ holds })
      known = columns.length
    } else {
      const mayHead = columns.length > 0 && columns.length === known && !isTyped(cell.kind)
      if (!mayHead || cell.kind === 'sentence' || cell.text.length > LONGEST_HEAD) break
      columns.push({ holds: 'other' })
    }
  }
  const headed = columns.slice(0, known)
  const roles = new Set(headed.map(({ holds }) => holds))
  const areProjects = roles.has('name') && roles.has('amount')
  const arePlanned = roles.has('goal') || roles.has('indicator') || roles.has('measured')
  return known > 3 && areProjects && arePlanned ? headed : undefined
}

const MOST_COLUMNS = 24
const LONGEST_HEAD = 10

const headedBy = ({ text, kind }: LineCell): ListColumn['holds'] | undefined => {
  const word = withoutRemark(text.meaning)
  if (NUMBERS_LINES.test(word)) return 'number'
  return (
    headerRole(word) ?? (isLevel(kind) ? 'measured' : isListed(word, 'result', 'stage') ? 'other' : undefined)
  )
}

const nextHeader = (cells: readonly LineCell[], from: number): number => {
  for (let at = from; at < cells.length; at += 1) if (columnsAt(cells, at) !== undefined) return at
  return cells.length
}

const isProject = (row: Cells, columns: readonly ListColumn[]): boolean =>
  (['name', 'amount'] as const).every((role) =>
    row.some((cell, i) => cell.length > 0 && columns[i]?.holds === role),
  ) && row.filter((cell) => cell.length > 0).length > 3

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
  rate: { share: 0, number: 0.4, none: 0.5 },
  goal: { ...WORDS, sentence: 0, words: 0.5, name: 0.7, outline: 0.5, organisation: 2 },
  result: { ...WORDS, sentence: 0 },
  // 受益群众满意度 may be a category too.
  indicator: { ...WORDS, measure: 1, sentence: 1, 'either-level': 1, 'level-two': 1.5, 'level-one': 1.5 },
  measured: { ...WORDS, measure: 0, share: 0.5, quality: 0.5, outline: 0, sentence: 0.4 },
  target: VALUES,
  actual: VALUES,
  unit: { unit: 0 },
  comparator: { comparator: 0, nature: 0.5 },
  weight: NUMBERS,
  score: NUMBERS,
  period: { date: 0, measure: 0.3, number: 1, words: 1 },
  direction: { direction: 0 },
}
const OTHERS: Costs = { ...WORDS, ...VALUES, words: 0.3, name: 0.3, number: 1.5, organisation: 0.3 }

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

/** 一、产业发展项目(2项): a name that other rows stand below. */
const HEADS_OTHERS = /^(?:[一二三四五六七八九十]{1,3}、|[(][一二三四五六七八九十]{1,3}[)])/

/** What a row has so far: nothing, a cell in the last column, or cells before a blank one. */
const [NOTHING, FILLED, BLANK_NOW] = [0, 1, 2] as const
const STATES = [NOTHING, FILLED, BLANK_NOW] as const
type State = (typeof STATES)[number]

/** Puts cells into rows of columns, place by place: how many cells have been read, and in which column the next comes. */
class CellRows {
  readonly #cells: readonly LineCell[]
  readonly #columns: readonly ListColumn[]
  /** Where the names of projects stand, and with them what heads or sums several. */
  readonly #lastHead: number

  /** What the cheapest way to each place costs, and the place before on it. */
  readonly #least: Float64Array
  readonly #from: Int32Array

  constructor(cells: readonly LineCell[], columns: readonly ListColumn[]) {
    this.#cells = cells
    this.#columns = columns
    this.#lastHead = columns.findIndex(({ holds }) => holds === 'name')
    this.#least = new Float64Array((cells.length + 1) * (columns.length + 1) * STATES.length)
    this.#least.fill(Number.POSITIVE_INFINITY)
    this.#from = new Int32Array(this.#least.length).fill(-1)
  }

  /** The rows, how many cells are in them, and what they cost. */
  run(): { readonly rows: readonly Cells[]; readonly end: number; readonly cost: number } {
    const [width, last] = [this.#columns.length, this.#cells.length]
    let [best, least] = [0, Number.POSITIVE_INFINITY]
    this.#least[0] = 0
    for (let at = 0; at <= last; at += 1) {
      // A row that began before ends here; then the next begins.
      for (let column = 1; column < width; column += 1) this.#leave(at, column)
      for (const state of [FILLED, BLANK_NOW] as const) {
        const here = this.#placeOf(at, width, state)
        const cost = (this.#least[here] as number) + LEFT * (last - at) + (at === last ? 0 : END)
        if (cost < least) [best, least] = [here, cost]
        this.#put(here, this.#placeOf(at, 0, NOTHING), ROW)
      }
      for (let column = 0; column < width; column += 1) {
        for (const state of STATES) this.#take(at, column, state)
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
    for (const state of STATES)
      this.#put(
        this.#placeOf(at, column, state),
        this.#placeOf(at, column + 1, state === NOTHING ? NOTHING : BLANK_NOW),
        this.#blankCost(column, state),
      )
  }

  #holds(column: number): ListColumn['holds'] {
    return (this.#columns[column] as ListColumn).holds
  }

  #take(at: number, column: number, state: State): void {
    const here = this.#placeOf(at, column, state)
    if (this.#least[here] === Number.POSITIVE_INFINITY) return
    const nameless = this.#isNameless(column, state) ? NAMELESS : 0
    const ofSum = this.#isBehindSum(at) && column > this.#lastHead && !this.#isMoney(column) ? NEVER : 0
    let words = ''
    for (let took = 1; took <= MOST_JOINED && at + took <= this.#cells.length; took += 1) {
      const { text, kind } = this.#cells[at + took - 1] as LineCell
      if (took > 1 && isTyped(kind)) break
      words += text.meaning
      const whole = took > 1 ? cellKind(words) : this.#isMoney(column) ? cellKind(withoutRemark(words)) : kind
      const joined = (took - 1) * (isLevel(whole) ? BROKEN_LEVEL : JOINED)
      const cost = this.#costOf(column, words, whole) + joined + nameless + ofSum
      this.#put(here, this.#placeOf(at + took, column + 1, FILLED), cost)
    }
  }

  #blankCost(column: number, state: State): number {
    if (state === NOTHING) return BLANK_MORE
    const holds = this.#holds(column)
    return BLANK_AT_ALL[holds] ?? (state === FILLED ? (BLANK[holds] ?? BLANK_ELSE) : BLANK_MORE)
  }

  /** A value right behind a blank name, and money at the beginning of a row, belong to nothing. */
  #isNameless(column: number, state: State): boolean {
    return this.#holds(column) === 'target' ? state !== FILLED : state === NOTHING && this.#isMoney(column)
  }

  /** Behind 合计 and its money stands no goal. */
  #isBehindSum(at: number): boolean {
    const [name, money] = [this.#cells[at - 2], this.#cells[at - 1]]
    return money !== undefined && isTyped(money.kind) && name !== undefined && isSumName(name.text.meaning)
  }

  #isMoney(column: number): boolean {
    return HOLDS[this.#holds(column)] === NUMBERS
  }

  #costOf(column: number, words: string, kind: CellKind): number {
    // 合计, 小计 and 一、产业发展项目 stand where the number of the row does, or its name.
    if (isSumName(words) || HEADS_OTHERS.test(words)) return column <= this.#lastHead ? 0 : NEVER
    return (HOLDS[this.#holds(column)] ?? OTHERS)[kind] ?? NEVER
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
