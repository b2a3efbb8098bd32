import type { ColumnRole } from '../../model/disclosure.ts'
import { SpannedText } from '../../source/spanned-text.ts'
import { type CellKind, cellKind } from '../../vocabulary/cell-kinds.ts'
import { headerRole } from '../../vocabulary/headers.ts'

/** Words that blanks set off in a line, and where they begin on the page: double-width characters count twice. */
export interface Token {
  readonly text: SpannedText
  readonly left: number
}

/** Lines put into columns, and what it cost: how unlike their columns the cells are, on the average of a cell. */
export interface Alignment {
  /** The cells of each line; `undefined` for a column that has nothing in it. */
  readonly lines: readonly (readonly (SpannedText | undefined)[])[]
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
  number: { number: 0.95, none: 0.02 },
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
  readonly said: ColumnType | undefined
  readonly counts: Map<Class, number>
  filled: number
  /** How often it was blank, and filled, behind a column that was blank (0) and behind one that was filled (1). */
  readonly blankBehind: [number, number]
  readonly filledBehind: [number, number]
  readonly lefts: number[]
  type: ColumnType
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
const MOST_JOINED = 6
/** How much a cell says by standing right below those of its column, where wide blanks align them. */
const APART = 0.12
const MOST_APART = 3

/**
 * Puts the tokens of lines into `width` columns, in their order: blank cells leave nothing in a line, and a cell may have
 * blanks inside. Lines with as many tokens as columns tell what stands in each; the others go where they fit best.
 */
export const alignTokens = (
  lines: readonly (readonly Token[])[],
  width: number,
  header: readonly Token[] | undefined,
  isAligned: boolean,
): Alignment => {
  let columns = blankColumns(width, header)
  for (const tokens of lines)
    if (tokens.length === width)
      note(
        columns,
        tokens.map((token) => [token]),
      )
  // Lines with blanks say how many there are, and nobody knows yet where.
  const blanks = lines.reduce((sum, tokens) => sum + Math.max(0, width - tokens.length), 0) / width
  for (const { blankBehind } of columns) for (const before of [0, 1] as const) blankBehind[before] += blanks
  let placed: readonly Placed[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const column of columns) column.type = typeOf(column)
    placed = lines.map((tokens) => unused(place(tokens, columns, isAligned), tokens, columns))
    columns = blankColumns(width, header)
    for (const { cells } of placed) note(columns, cells)
  }
  const filled = columns.reduce((sum, column) => sum + column.filled, 0)
  const unlike = columns.filter(
    (column) => column.said !== undefined && column.said !== typeOf(column),
  ).length
  return {
    lines: placed.map(({ cells }) =>
      cells.map((tokens) =>
        tokens.length === 0
          ? undefined
          : SpannedText.join(
              tokens.map(({ text }) => text),
              ' ',
            ),
      ),
    ),
    cost: (placed.reduce((sum, { cost }) => sum + cost, 0) + unlike * UNLIKE) / Math.max(1, filled),
  }
}

const blankColumns = (width: number, header: readonly Token[] | undefined): readonly Column[] =>
  Array.from({ length: width }, (_, i): Column => {
    const head = header?.[i]
    const role = head === undefined ? undefined : headerRole(head.text.meaning)
    return {
      said: role === undefined ? undefined : SAID[role],
      counts: new Map(),
      filled: 0,
      blankBehind: [PRIOR, PRIOR],
      filledBehind: [PRIOR, PRIOR],
      lefts: head === undefined ? [] : [head.left],
      type: 'words',
    }
  })

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

interface Placed {
  readonly cells: readonly (readonly Token[])[]
  readonly cost: number
}

/** The cheapest way to put the tokens of one line into the columns. */
const place = (tokens: readonly Token[], columns: readonly Column[], isAligned: boolean): Placed => {
  const width = columns.length
  // How far the tokens have been put, and whether the last column is filled, make a state.
  const states = (tokens.length + 1) * 2
  const least = new Float64Array((width + 1) * states).fill(Number.POSITIVE_INFINITY)
  const from = new Uint32Array((width + 1) * states)
  least[0] = 0
  for (const [i, column] of columns.entries()) {
    const left = isAligned ? median(column.lefts) : undefined
    for (let state = 0; state < states; state += 1) {
      const here = i * states + state
      const so = least[here] as number
      if (so === Number.POSITIVE_INFINITY) continue
      const before = (state % 2) as 0 | 1
      const done = (state - before) / 2
      const blank = blankShare(column, before)
      const put = (to: number, isFilled: 0 | 1, cost: number): void => {
        const next = (i + 1) * states + to * 2 + isFilled
        if (so + cost >= (least[next] as number)) return
        least[next] = so + cost
        from[next] = here
      }
      put(done, 0, -Math.log(blank))
      for (let to = done + 1; to <= Math.min(tokens.length, done + MOST_JOINED); to += 1) {
        const cell = tokens.slice(done, to)
        const kind = classOfTokens(cell)
        const apart =
          left === undefined ? 0 : Math.min(MOST_APART, Math.abs((cell[0] as Token).left - left) * APART)
        put(to, 1, -Math.log((1 - blank) * likeness(column, kind)) + apart + joinedCost(cell, kind))
      }
    }
  }
  const last = width * states + states - 1
  let at = (least[last] as number) < (least[last - 1] as number) ? last : last - 1
  const cost = least[at] as number
  const cells: (readonly Token[])[] = []
  while (cells.length < width) {
    const before = from[at] as number
    cells.unshift(tokens.slice(Math.floor((before % states) / 2), Math.floor((at % states) / 2)))
    at = before
  }
  return { cells, cost }
}

/**
 * 效益指标 其他成效 ……: nothing but a heading of level 1 and words is a row that nobody filled in. The words head it, for no
 * indicator is without a value.
 */
const unused = (placed: Placed, tokens: readonly Token[], columns: readonly Column[]): Placed => {
  const two = columns.findIndex(({ type }) => type === 'level-two')
  const filled = placed.cells.flatMap((cell, i) => (cell.length > 0 ? [i] : []))
  const isUnused =
    two > 0 &&
    filled[0] === two - 1 &&
    filled[1] !== two &&
    tokens.length < 4 &&
    tokens.slice(1).every((token) => classOfTokens([token]) === 'words')
  if (!isUnused) return placed
  const moved = placed.cells.map((cell, i) => (i < two ? cell : tokens.slice(1).slice(i - two, i - two + 1)))
  return { ...placed, cells: moved }
}

/** How likely a column is blank behind one that is blank (0) or filled (1), of which few lines may tell. */
const blankShare = ({ blankBehind, filledBehind }: Column, before: 0 | 1): number => {
  const blank = blankBehind[0] + blankBehind[1]
  const share = blank / (blank + filledBehind[0] + filledBehind[1])
  return (blankBehind[before] + share * BACKOFF) / (blankBehind[before] + filledBehind[before] + BACKOFF)
}

/** How likely a cell is in a column. */
const likeness = ({ type, counts, filled }: Column, kind: Class): number => {
  const typical = emission(type, kind)
  // 成本指标 is of either level: where the others stand has to tell.
  if (LEVELS.has(kind)) return typical
  return (1 - LEARNED) * typical + LEARNED * ((counts.get(kind) ?? 0) / Math.max(1, filled))
}

const joinedCost = (cell: readonly Token[], kind: Class): number => {
  if (cell.length === 1) return 0
  const isWhole = kind === 'value' || cell.every((token) => WORDS.has(classOfTokens([token])))
  return (cell.length - 1) * (isWhole ? JOINED : HARDLY_JOINED)
}

const LEVELS: ReadonlySet<Class> = new Set(['level-one', 'level-two', 'either-level'])
const WORDS: ReadonlySet<Class> = new Set(['words', 'quality', 'unit', 'none'])

const median = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
