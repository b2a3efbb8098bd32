import type { ColumnRole } from '../../model/disclosure.ts'
import type { TextBlock } from '../../read/grid.ts'
import type { SpannedText } from '../../source/spanned-text.ts'
import { type CellKind, cellKind } from '../../vocabulary/cell-kinds.ts'
import { headerRole } from '../../vocabulary/headers.ts'

/** Words that blanks set off in a line, and where they begin on the page: double-width characters count twice. */
export interface Token {
  readonly text: SpannedText
  readonly left: number
  /** The line that it begins, if it begins one. */
  readonly line: TextBlock | undefined
}

/** The tokens of each cell of a row. */
export type Cells = readonly (readonly Token[])[]

/** Tokens put into rows, and what it cost: how unlike their columns the cells are, on the average of a cell. */
export interface Alignment {
  readonly rows: readonly Cells[]
  readonly cost: number
}

/** What a cell is, as far as columns are told apart by it. */
type Class = 'value' | 'words' | Exclude<CellKind, 'measure' | 'share' | 'date' | Worded>
type Worded = 'words' | 'name' | 'sentence' | 'organisation' | 'outline'

const classOf = (kind: CellKind): Class => {
  switch (kind) {
    case 'measure':
    case 'share':
    case 'date':
      return 'value'
    case 'name':
    case 'sentence':
    case 'organisation':
    case 'outline':
      return 'words'
    default:
      return kind
  }
}

type Emission = Readonly<Partial<Record<Class, number>>>

/** What columns of each type hold, as forms are filled in. */
const HOLDS = {
  'level-one': { 'level-one': 0.8, 'either-level': 0.15, words: 0.03 },
  'level-two': { 'level-two': 0.75, 'either-level': 0.15, words: 0.06 },
  words: { words: 0.85, quality: 0.05, value: 0.04, none: 0.02, unit: 0.01 },
  comparator: { comparator: 0.9, nature: 0.08 },
  value: { value: 0.5, number: 0.2, quality: 0.2, none: 0.03, words: 0.05 },
  unit: { unit: 0.9, words: 0.05 },
  number: { number: 0.9, none: 0.02, value: 0.03, quality: 0.03 },
  nature: { nature: 0.95 },
  direction: { direction: 0.95 },
  standard: { standard: 0.95 },
} satisfies Readonly<Record<string, Emission>>

type ColumnType = keyof typeof HOLDS
const TYPES = Object.keys(HOLDS) as readonly ColumnType[]
const HARDLY = 0.002

const emission = (type: ColumnType, kind: Class): number => (HOLDS[type] as Emission)[kind] ?? HARDLY

/** What a known word over a column says will stand there. */
const SAID: Readonly<Partial<Record<ColumnRole, ColumnType>>> = {
  'level-one': 'level-one',
  'level-two': 'level-two',
  indicator: 'words',
  comparator: 'comparator',
  target: 'value',
  actual: 'value',
  unit: 'unit',
  weight: 'number',
  score: 'number',
  reason: 'words',
  direction: 'direction',
}

/** What has been seen in a column so far. */
interface Column {
  readonly role: ColumnRole | undefined
  readonly said: ColumnType | undefined
  readonly counts: Map<Class, number>
  filled: number
  /** How often it was blank, and filled, behind a column that was blank (0) and behind one that was filled (1). */
  readonly blankBehind: [number, number]
  readonly filledBehind: [number, number]
  readonly lefts: number[]
  /** `undefined` as long as nothing tells. */
  type: ColumnType | undefined
}

const ROUNDS = 3
/** A column that holds something else than the known word over it says. */
const UNLIKE = 12
/** A known word over a column weighs as much as this many cells in it. */
const SAID_WEIGHT = 2
/** How much the cells of the column itself tell of the next, beside what its type does. */
const LEARNED = 0.4
/** Nobody has seen a blank yet, and one may come. */
const PRIOR = 0.15
/** What all lines say of a blank counts as much as so many lines with the same cell in front. */
const BACKOFF = 0.7
/** Two pieces that a blank parts in one cell: words, a comparator and its number, or what hardly stands in one. */
const JOINED = 4
const HARDLY_JOINED = 12
/** A heading or a value that a narrow cell has broken. */
const MENDED = 0.6
const MOST_JOINED = 6
const LONGEST_JOINED = 120
/** A line that ends inside a row. */
const BROKEN_ROW = 6
/** How often a column is blank, as long as nobody knows: merged headings and reasons often, a name hardly ever. */
const BLANK = 0.25
const BLANKS: Readonly<Partial<Record<ColumnRole, number>>> = {
  'level-one': 1,
  'level-two': 1,
  indicator: 0.03,
  target: 0.03,
  actual: 0.6,
  score: 0.6,
  reason: 1,
}
/** How much a cell says by standing right below those of its column, where wide blanks align them. */
const APART = 0.12
const MOST_APART = 3

/**
 * Puts tokens into rows of `width` columns, in their order: blank cells leave nothing, and a cell may have blanks or line
 * ends inside. Lines with as many tokens as columns tell what stands in each; the others go where they fit best.
 *
 * @param isAligned Wide blanks align the columns.
 * @param cells What may begin at each token, for those who align the same tokens more than once.
 */
export const alignTokens = (
  tokens: readonly Token[],
  width: number,
  header: readonly Token[] | undefined,
  isAligned: boolean,
  cells = cellsOf(tokens),
): Alignment => {
  let columns = firstColumns(tokens, width, header)
  let placed: Alignment = { rows: [], cost: 0 }
  for (let round = 0; round < ROUNDS; round += 1) {
    const rows = new Placement(tokens, cells, columns, isAligned).run()
    placed = { ...rows, rows: rows.rows.map((row) => unused(row, columns)) }
    columns = blankColumns(width, header)
    for (const row of placed.rows) note(columns, row)
    for (const column of columns) column.type = typeOf(column)
  }
  const filled = columns.reduce((sum, column) => sum + column.filled, 0)
  const unlike = columns.filter(({ said, type }) => said !== undefined && said !== type).length
  return {
    rows: placed.rows,
    cost: (placed.cost + unlike * UNLIKE) / Math.max(1, filled),
  }
}

/** What the header says, and the lines that leave nothing out. */
const firstColumns = (
  tokens: readonly Token[],
  width: number,
  header: readonly Token[] | undefined,
): readonly Column[] => {
  const columns = blankColumns(width, header)
  const lines = linesOf(tokens)
  noteFullLines(columns, lines)
  // Where no line is full, one column at least has nothing: what was reached rather than what is planned.
  if (!lines.some(({ length }) => length === width)) for (const column of columns) expectBlanks(column)
  for (const column of columns)
    column.type = column.said === undefined && column.filled === 0 ? undefined : typeOf(column)
  return columns
}

const noteFullLines = (columns: readonly Column[], lines: readonly (readonly Token[])[]): void => {
  const width = columns.length
  for (const line of lines)
    if (line.length === width)
      note(
        columns,
        line.map((token) => [token]),
      )
  // Lines with blanks say how many there are, and nobody knows yet where.
  const blanks = lines.reduce((sum, line) => sum + Math.max(0, width - line.length), 0) / width
  for (const { blankBehind } of columns) {
    blankBehind[0] += blanks
    blankBehind[1] += blanks
  }
}

const expectBlanks = ({ role, blankBehind, filledBehind }: Column): void => {
  const blank = (role === undefined ? undefined : BLANKS[role]) ?? BLANK
  for (const before of [0, 1] as const) {
    blankBehind[before] += blank
    filledBehind[before] += 1
  }
}

const linesOf = (tokens: readonly Token[]): readonly (readonly Token[])[] => {
  const lines: Token[][] = []
  for (const token of tokens)
    if (token.line !== undefined || lines.length === 0) lines.push([token])
    else (lines.at(-1) as Token[]).push(token)
  return lines
}

const blankColumns = (width: number, header: readonly Token[] | undefined): readonly Column[] => {
  const roles = header?.map(({ text }) => headerRole(text.meaning)) ?? []
  return Array.from({ length: width }, (_, i): Column => {
    const head = header?.[i]
    const role = roles[i]
    // 绩效指标 in front of 一级指标 is the label of the table.
    const isFront = role === 'indicator' && roles.includes('level-one', i)
    return {
      role: isFront ? undefined : role,
      said: role === undefined ? undefined : SAID[role],
      counts: new Map(),
      filled: 0,
      blankBehind: [PRIOR, PRIOR],
      filledBehind: [PRIOR, PRIOR],
      lefts: head === undefined ? [] : [head.left],
      type: undefined,
    }
  })
}

/** The type that explains best what stands in a column, and over it. */
const typeOf = ({ said, counts }: Column): ColumnType => {
  let best: ColumnType = 'words'
  let most = Number.NEGATIVE_INFINITY
  for (const type of TYPES) {
    let score = said === type ? -SAID_WEIGHT * Math.log(HARDLY) : 0
    for (const [kind, count] of counts) score += count * Math.log(emission(type, kind))
    if (score <= most) continue
    best = type
    most = score
  }
  return best
}

/** Notes what stands in the cells of one line. */
const note = (columns: readonly Column[], cells: readonly (readonly Token[])[]): void => {
  let before: 0 | 1 = 0
  for (const [i, tokens] of cells.entries()) {
    const column = columns[i] as Column
    const [first] = tokens
    if (first === undefined) column.blankBehind[before] += 1
    else {
      const kind = classOfTokens(tokens)
      column.filledBehind[before] += 1
      column.counts.set(kind, (column.counts.get(kind) ?? 0) + 1)
      column.filled += 1
      column.lefts.push(first.left)
    }
    before = first === undefined ? 0 : 1
  }
}

const classOfTokens = (tokens: readonly Token[]): Class =>
  classOf(cellKind(tokens.map(({ text }) => text.meaning).join('')))

/** What a row has had so far: nothing, a cell in the last column, or cells before a blank one. */
const NOTHING = 0
const FILLED = 1
const BLANK_NOW = 2
const STATES = [NOTHING, FILLED, BLANK_NOW] as const

/** What the tokens from a place on are as one cell, and what it costs that they are joined. */
export interface Cell {
  readonly end: number
  readonly kind: Class
  readonly cost: number
}

/** For each token, the cells that may begin with it. */
export const cellsOf = (tokens: readonly Token[]): readonly (readonly Cell[])[] =>
  tokens.map((_, at) => cellsFrom(tokens, at))

const cellsFrom = (tokens: readonly Token[], at: number): readonly Cell[] => {
  const cells: Cell[] = []
  let length = 0
  for (let end = at + 1; end <= Math.min(tokens.length, at + MOST_JOINED); end += 1) {
    length += (tokens[end - 1] as Token).text.length
    if (end > at + 1 && length > LONGEST_JOINED) break
    const cell = tokens.slice(at, end)
    const kind = classOfTokens(cell)
    cells.push({ end, kind, cost: joinedCost(cell, kind) })
  }
  return cells
}

/**
 * Looks for the cheapest way to put the tokens into rows of the columns, place by place: how far the tokens have been
 * put, and in which column the next comes.
 */
class Placement {
  readonly #tokens: readonly Token[]
  readonly #cells: readonly (readonly Cell[])[]
  readonly #columns: readonly Column[]
  readonly #width: number
  readonly #stride: number
  readonly #least: Float64Array
  readonly #from: Uint32Array
  readonly #lefts: readonly (number | undefined)[]
  /** For each column, what it costs that it is blank or filled, behind one that is blank (0) or filled (1). */
  readonly #blankCosts: readonly (readonly [number, number])[]
  readonly #filledCosts: readonly (readonly [number, number])[]
  readonly #kindCosts: readonly Map<Class, number>[]

  constructor(
    tokens: readonly Token[],
    cells: readonly (readonly Cell[])[],
    columns: readonly Column[],
    isAligned: boolean,
  ) {
    this.#tokens = tokens
    this.#cells = cells
    this.#columns = columns
    this.#width = columns.length
    this.#stride = (columns.length + 1) * STATES.length
    this.#least = new Float64Array((tokens.length + 1) * this.#stride).fill(Number.POSITIVE_INFINITY)
    this.#from = new Uint32Array(this.#least.length)
    this.#lefts = columns.map(({ lefts }) => (isAligned ? median(lefts) : undefined))
    const shares = columns.map((column) => [blankShare(column, 0), blankShare(column, 1)] as const)
    this.#blankCosts = shares.map(([blank, filled]) => [-Math.log(blank), -Math.log(filled)])
    this.#filledCosts = shares.map(([blank, filled]) => [-Math.log(1 - blank), -Math.log(1 - filled)])
    this.#kindCosts = columns.map(() => new Map())
  }

  run(): Alignment {
    this.#least[0] = 0
    for (let at = 0; at < this.#tokens.length; at += 1) {
      // A row that began before ends here; then the next begins.
      for (let column = 1; column < this.#width; column += 1) this.#skip(at, column)
      for (const state of [FILLED, BLANK_NOW])
        this.#put(this.#indexOf(at, this.#width, state), this.#indexOf(at, 0, NOTHING), this.#rowCost(at))
      for (let column = 0; column < this.#width; column += 1) {
        this.#skip(at, column)
        this.#take(at, column)
      }
    }
    const end = this.#tokens.length
    for (let column = 1; column < this.#width; column += 1) this.#skip(end, column)
    return this.#best([FILLED, BLANK_NOW].map((state) => this.#indexOf(end, this.#width, state)))
  }

  #indexOf(at: number, column: number, state: number): number {
    return at * this.#stride + column * STATES.length + state
  }

  #put(here: number, next: number, cost: number): void {
    const whole = (this.#least[here] as number) + cost
    if (whole >= (this.#least[next] as number)) return
    this.#least[next] = whole
    this.#from[next] = here
  }

  #skip(at: number, column: number): void {
    const [behindBlank, behindFilled] = this.#blankCosts[column] as readonly [number, number]
    for (const state of STATES)
      this.#put(
        this.#indexOf(at, column, state),
        this.#indexOf(at, column + 1, state === NOTHING ? NOTHING : BLANK_NOW),
        state === FILLED ? behindFilled : behindBlank,
      )
  }

  #take(at: number, column: number): void {
    const [behindBlank, behindFilled] = this.#filledCosts[column] as readonly [number, number]
    let broken = this.#apartCost(at, column)
    for (const { end, kind, cost: joined } of this.#cells[at] as readonly Cell[]) {
      if (end > at + 1) broken += this.#breakCost(end - 1)
      const cost = this.#kindCost(column, kind) + broken + joined
      for (const state of STATES)
        this.#put(
          this.#indexOf(at, column, state),
          this.#indexOf(end, column + 1, FILLED),
          cost +
            (state === FILLED ? behindFilled : behindBlank) +
            (state === NOTHING ? 0 : this.#breakCost(at)),
        )
    }
  }

  /** What it costs that a column holds a cell of a kind. */
  #kindCost(column: number, kind: Class): number {
    const known = this.#kindCosts[column] as Map<Class, number>
    let cost = known.get(kind)
    if (cost === undefined) {
      cost = -Math.log(likeness(this.#columns[column] as Column, kind))
      known.set(kind, cost)
    }
    return cost
  }

  #apartCost(at: number, column: number): number {
    const left = this.#lefts[column]
    return left === undefined
      ? 0
      : Math.min(MOST_APART, Math.abs((this.#tokens[at] as Token).left - left) * APART)
  }

  /** What it costs that a cell of a row, or a word of a cell, begins a line. */
  #breakCost(at: number): number {
    return this.#tokens[at]?.line === undefined ? 0 : BROKEN_ROW
  }

  /** What it costs that a row begins. */
  #rowCost(at: number): number {
    return this.#tokens[at]?.line === undefined ? BROKEN_ROW * 3 : 0
  }

  #best(ends: readonly number[]): Alignment {
    let at = ends.reduce((a, b) => ((this.#least[a] as number) < (this.#least[b] as number) ? a : b))
    const cost = this.#least[at] as number
    const rows: (readonly Token[])[][] = [[]]
    while (at > 0) {
      const before = this.#from[at] as number
      const [start, end] = [Math.floor(before / this.#stride), Math.floor(at / this.#stride)]
      if (at % this.#stride === 0) rows.unshift([])
      else rows[0]?.unshift(this.#tokens.slice(start, end))
      at = before
    }
    return { rows, cost }
  }
}

/**
 * 效益指标 其他成效 ……: nothing but a heading of level 1 and words is a row that nobody filled in. The words head it, for no
 * indicator is without a value.
 */
const unused = (row: Cells, columns: readonly Column[]): Cells => {
  const two = columns.findIndex(({ type }) => type === 'level-two')
  const tokens = row.flat()
  const filled = row.flatMap((cell, i) => (cell.length > 0 ? [i] : []))
  const isUnused =
    two > 0 &&
    filled[0] === two - 1 &&
    filled[1] !== two &&
    tokens.length < 4 &&
    tokens.slice(1).every((token) => classOfTokens([token]) === 'words')
  if (!isUnused) return row
  return row.map((cell, i) => (i < two ? cell : tokens.slice(1).slice(i - two, i - two + 1)))
}

/** How likely a column is blank behind one that is blank (0) or filled (1), of which few lines may tell. */
const blankShare = ({ blankBehind, filledBehind }: Column, before: 0 | 1): number => {
  const blank = blankBehind[0] + blankBehind[1]
  const share = blank / (blank + filledBehind[0] + filledBehind[1])
  return (blankBehind[before] + share * BACKOFF) / (blankBehind[before] + filledBehind[before] + BACKOFF)
}

/** How likely a cell is in a column. */
const likeness = ({ type, counts, filled }: Column, kind: Class): number => {
  const typical =
    type === undefined
      ? TYPES.reduce((sum, one) => sum + emission(one, kind), 0) / TYPES.length
      : emission(type, kind)
  // 成本指标 is of either level: where the others stand has to tell.
  if (LEVELS.has(kind)) return typical
  return (1 - LEARNED) * typical + LEARNED * ((counts.get(kind) ?? 0) / Math.max(1, filled))
}

const joinedCost = (cell: readonly Token[], kind: Class): number => {
  if (cell.length === 1) return 0
  const isMended =
    LEVELS.has(kind) || (kind === 'value' && cell.slice(1).every((token) => isRestOfValue(token, cell[0])))
  if (isMended) return (cell.length - 1) * MENDED
  const isWhole =
    kind === 'value' || kind === 'quality' || cell.every((token) => WORDS.has(classOfTokens([token])))
  return (cell.length - 1) * (isWhole ? JOINED : HARDLY_JOINED)
}

/** 底前 in the line below 2022年12月; what stands below ≥60场 is the next name, unless it is as short as 以上. */
const isRestOfValue = ({ text, line }: Token, first: Token | undefined): boolean => {
  if (line === undefined) return false
  const kind = cellKind(text.meaning)
  if (kind === 'unit') return true
  const isOpen = first === undefined || !isCounted(cellKind(first.text.meaning))
  return classOf(kind) === 'words' && (isOpen || text.meaning.length <= LONGEST_BOUND)
}

const isCounted = (kind: CellKind): boolean => kind === 'measure' || kind === 'share'

/** 以上, 及以内. */
const LONGEST_BOUND = 3

const LEVELS: ReadonlySet<Class> = new Set(['level-one', 'level-two', 'either-level'])
const WORDS: ReadonlySet<Class> = new Set(['words', 'unit', 'none'])

const median = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
