import { isListedHeader } from '../../lexicon/lexer.ts'
import { SpannedText } from '../../source/spanned-text.ts'
import { categoriesNamed, mayStandUnder } from '../../vocabulary/categories.ts'
import { cellKind, isLevel, isTyped } from '../../vocabulary/cell-kinds.ts'
import { headerRole, isLevelRole } from '../../vocabulary/headers.ts'
import { beginsList, isOutlineItem } from '../continued.ts'
import { labelIn } from '../labels.ts'
import type { Token } from './align-tokens.ts'
import { type Band, type Fragment, headsTable, isValueWord, type PageLine } from './page-columns.ts'
import { isFooter } from './tokens.ts'

/** Fragments of a column that stand below each other and are one cell. */
export interface PageCell {
  readonly column: number
  readonly fragments: readonly Fragment[]
}

/** The cells of a row, by column. */
export type PageRow = readonly PageCell[]

/** How cells of one row stand to each other where some have more lines than others. */
type Anchoring = 'centred' | 'from the top'

interface Found {
  readonly rows: readonly PageRow[]
  readonly cost: number
}

/**
 * The rows of each band of a page. A cell may have several lines, and those beside it stand at its middle or at its top; a
 * cell that is merged over several rows stands at the middle of them or beside the first. What explains the page best is taken.
 */
export const rowsOfBands = (bands: readonly Band[]): readonly (readonly PageRow[])[] => {
  const inks = bands.map(inkOf)
  const rowsStanding = (anchoring: Anchoring): readonly Found[] => inks.map((ink) => rowsIn(ink, anchoring))
  const [top, centred] = [rowsStanding('from the top'), rowsStanding('centred')]
  const costOf = (found: readonly Found[], ofTable: boolean): number =>
    found.reduce((sum, { cost }, i) => sum + (inks[i]?.isTable === ofTable ? cost : 0), 0)
  // Where cells stand beside longer ones is seen in forms and in tables; these have no merged cells where levels stand only in their first row.
  const gains = [false, true].map((ofTable) => costOf(top, ofTable) - costOf(centred, ofTable))
  return inks.map(({ isTable }, i) => {
    const [gain, other] = isTable ? [gains[1], gains[0]] : gains
    return ((gain || other || 0) > 0 ? centred : top)[i]?.rows ?? []
  })
}

/** 1.运营渡口 is an item of a list, whatever its words are. */
const ITEM = /^\d{1,2}[.、](?!\d)/

const isValue = ({ words }: Fragment): boolean => !ITEM.test(words) && isValueWord(words)

/** Columns most of whose cells are values. */
export const valueColumns = ({ columns }: Band): readonly number[] =>
  columns.flatMap((fragments, c) => {
    const count = fragments.filter(isValue).length
    return count > 1 && count * 2 >= fragments.length ? [c] : []
  })

/** A band of labels and their values, or of indicators, and how many columns from the left may hold merged cells. */
interface Shape {
  readonly isTable: boolean
  readonly merged: number
  /** The column of the names of a table. */
  readonly named: number
  /** A list of projects has a column for each category, with names and values in one cell. */
  readonly isList: boolean
}

/**
 * Merged may be the cells of the levels and of what stands left of them; without levels, those of columns with far fewer cells
 * than there are values; else the labels of a form.
 */
const shapeOf = (band: Band): Shape => {
  const isList = band.lines.some(headsCategories)
  const { isTable, merged } = isList ? { isTable: true, merged: 0 } : mergedIn(band)
  const isWords = (fragments: readonly Fragment[]): boolean =>
    fragments.filter(({ words }) => isTyped(cellKind(words))).length * 2 < fragments.length
  const named = band.columns.findIndex((fragments, c) => c >= merged && isWords(fragments))
  return { isTable, merged, named, isList }
}

const mergedIn = ({ lines, columns }: Band): Pick<Shape, 'isTable' | 'merged'> => {
  const last = columns.findLastIndex((fragments) => {
    const cells = wholeCells(fragments)
    const levels = cells.filter((cell) => isLevelWord(wordsOf(cell)))
    return levels.length > 0 && levels.length * 3 >= cells.length
  })
  const within = (merged: number): number => Math.min(merged, columns.length - 1)
  if (last >= 0) return { isTable: true, merged: within(last + 1) }
  if (!lines.some(headsTable)) return { isTable: false, merged: within(1) }
  const most = Math.max(0, ...valueColumns({ lines, columns }).map((c) => columns[c]?.length ?? 0))
  const first = columns.findIndex((fragments) => wholeCells(fragments).length * 2 > most)
  return { isTable: true, merged: within(Math.max(0, first)) }
}

const headsCategories = ({ pieces }: PageLine): boolean => {
  const kinds = pieces.map(({ text }) => cellKind(text.meaning))
  const named = pieces.flatMap(({ text }, i) =>
    kinds[i] === 'level-one' ? categoriesNamed(text.meaning) : [],
  )
  return new Set(named).size > 1 && !kinds.some((kind) => isTyped(kind) || kind === 'level-two')
}

const textOf = (fragments: readonly Fragment[]): SpannedText =>
  SpannedText.join(fragments.flatMap(({ pieces }) => pieces.map(({ text }) => text)))

const wordsOf = (fragments: readonly Fragment[]): string => fragments.map(({ words }) => words).join('')

const isLevelWord = (words: string): boolean => isLevel(cellKind(words)) || isLevelRole(headerRole(words))

const MOST_PARTS = 6
/** Lines further apart are not of one word. */
const FURTHEST = 3
const LONGEST_KNOWN = 24

/** The cells of a column, where fragments that make a known word together, or run on, are one. */
const wholeCells = (fragments: readonly Fragment[]): Column => {
  const cells: (readonly Fragment[])[] = []
  for (let at = 0; at < fragments.length; ) {
    const count = wholeFrom(fragments, at)
    cells.push(fragments.slice(at, at + count))
    at += count
  }
  return cells
}

const wholeFrom = (fragments: readonly Fragment[], at: number): number => {
  for (let count = Math.min(MOST_PARTS, fragments.length - at); count > 1; count -= 1) {
    const parts = fragments.slice(at, at + count)
    const isNear = parts.every((part, i) => i === 0 || part.y - (parts[i - 1] as Fragment).y <= FURTHEST)
    // What is a word by itself is no rest of one.
    if (isNear && isKnown(parts) && isBroken(parts)) return count
  }
  let count = 1
  while (at + count < fragments.length && runsOn(fragments[at + count - 1], fragments[at + count])) count += 1
  return count
}

/** Whether fragments are parts of the word that they make; 指标 and 部门 are words that may end others. */
const isBroken = (parts: readonly Fragment[]): boolean => {
  const [first, last] = [parts[0], parts.at(-1)] as [Fragment, Fragment]
  if (parts.some((part) => isValue(part) || (part !== last && part.words.endsWith(':')))) return false
  // 服务对象 over 满意度指标.
  return last.words.length < 3 || !isKnown([last]) || (isLevelWord(wordsOf(parts)) && !isKnown([first]))
}

const isKnown = (fragments: readonly Fragment[]): boolean => {
  const words = wordsOf(fragments)
  if (words.length > LONGEST_KNOWN) return false
  // 合计12 is a label with its money.
  return (
    isLevelWord(words) ||
    headerRole(words) !== undefined ||
    (!/\d/.test(words) && labelIn(textOf(fragments)) !== undefined)
  )
}

/** Whether a fragment goes on with the one above: one character a line, or a text that fills its column. */
const runsOn = (above: Fragment | undefined, below: Fragment | undefined): boolean => {
  if (above === undefined || below === undefined) return false
  const gap = below.y - above.y
  if (isCharacter(above) && isCharacter(below)) return gap <= FURTHEST
  return gap === 1 && !isKnown([above]) && !isKnown([below]) && breakInside(above, below) < 0
}

const isCharacter = ({ words }: Fragment): boolean => /^[\u4e00-\u9fff]$/.test(words)

/** Two values are of two rows. */
const TWO_VALUES = 6
const APART = 4
/** What speaks for two lines of one cell, and against. */
const BASE = 1
const FULL = 2
const OPEN = 3
const KNOWN = 4
const BLANK_LINE = 3
const HEADED = 3
/** Longer words are a sentence, which goes on until it has an end. */
const LONG = 20

/** What it costs that two fragments, one below the other, are of one cell: less than nothing where they look like one. */
const breakInside = (above: Fragment, below: Fragment): number => {
  const [kind, next] = [cellKind(above.words), cellKind(below.words)]
  // 2024年12月 over 31日前.
  if (kind === 'date' && next !== 'date' && cellKind(above.words + below.words) === 'date') return -OPEN
  if (isTyped(kind) && isTyped(next)) return TWO_VALUES
  if (isValue(above) && isValue(below)) return TWO_VALUES / 2 - (above.isFull ? FULL : 0)
  // (万元) below a header says of what it is.
  if (/^\([^()]+\)$/.test(below.words)) return -OPEN
  if (isWord([above, below]) && !isWord([above])) return -KNOWN
  const isRest = above.isFull && below.words.length <= LONGEST_REST
  if (isWord([above]) || (isWord([below]) && !isRest)) return TWO_VALUES
  let cost = wordsApart(above, below) - wordsTogether(above, below)
  if (below.y - above.y > FURTHEST) cost += APART
  if (below.blanks > above.blanks) cost += BLANK_LINE
  // A number stands below the word that heads it.
  if (isTyped(next)) cost += HEADED
  else if (next !== 'name' && isTyped(cellKind(above.words + below.words))) cost -= OPEN
  return cost
}

const wordsApart = ({ words, isFull }: Fragment, below: Fragment): number => {
  const kind = cellKind(words)
  // Where the column broke it, a text may end as names do.
  const endsName = kind === 'name' && !isFull
  const isNamed = endsName && cellKind(below.words) === 'name'
  return BASE + (/[。!]$/.test(words) || endsName ? FULL : 0) + (isNamed ? FULL : 0)
}

const wordsTogether = ({ words, isFull }: Fragment, below: Fragment): number => {
  const isOngoing = isFull || (words.length > LONG && !/[。;!?]$/.test(words))
  const isCut = /[、,;(~—-]$/.test(words) || /^[、,。;)%]/.test(below.words) || isOpen(words)
  return (isOngoing ? FULL : 0) + (isCut ? OPEN : 0)
}

/** Whether fragments make a word that a list has: a heading, a header, a label. */
const isWord = (fragments: readonly Fragment[]): boolean => {
  const words = wordsOf(fragments)
  return words.length <= LONGEST_KNOWN && (isLevel(cellKind(words)) || isListedHeader(words))
}

/** Whether a bracket is open at the end. */
const isOpen = (words: string): boolean => {
  const open = Math.max(words.lastIndexOf('('), words.lastIndexOf('《'), words.lastIndexOf('“'))
  return open >= 0 && !/[)》”]/.test(words.slice(open))
}

/** The cells of a column. */
type Column = readonly (readonly Fragment[])[]

/** A line of the columns whose cells belong to one row each. */
interface InkedLine {
  readonly y: number
  readonly cells: readonly { readonly column: number; readonly fragment: Fragment }[]
  readonly hasValue: boolean
  /** Words stand behind the columns that may be merged. */
  readonly hasName: boolean
  /** 合计, 填报人: a row of its own, whose cells are merged with none. */
  readonly isFooter: boolean
}

interface MutableRow {
  readonly top: number
  readonly bottom: number
  /** Where its value stands, or its middle. */
  readonly middle: number
  readonly isFooter: boolean
  readonly cells: PageCell[]
}

/** What stands in a band, whatever the cells of its rows stand at. */
interface Inked {
  readonly isTable: boolean
  readonly lines: readonly InkedLine[]
  readonly strands: readonly Strand[]
  /** The cells of the columns that may hold merged ones. */
  readonly heads: readonly Column[]
}

/** The fragments of a column from the top. */
interface Strand {
  readonly fragments: readonly Fragment[]
  /** What it costs that each is of one cell with the one above it. */
  readonly joints: readonly number[]
  /** For each line and the end how many of them stand above it. */
  readonly above: Uint32Array
}

const inkOf = (band: Band): Inked => {
  const shape = shapeOf(band)
  const { isTable, merged } = shape
  if (band.columns.length < 2) return { isTable, lines: [], strands: [], heads: [] }
  const { footers, lines } = inkedLines(band, shape)
  const heads = band.columns
    .slice(0, merged)
    .map((fragments) => wholeCells(fragments.filter(({ y }) => !footers.has(y))))
  return { isTable, lines, strands: strandsOf(lines, shape), heads }
}

const strandsOf = (lines: readonly InkedLine[], { isTable, isList }: Shape): readonly Strand[] =>
  cellsOf(lines).map(({ column, fragments }) => {
    const above = new Uint32Array(lines.length + 1)
    for (const [i, { cells }] of lines.entries())
      above[i + 1] = (above[i] as number) + cells.filter((cell) => cell.column === column).length
    const joints = fragments.map((fragment, i) => {
      const before = fragments[i - 1]
      if (before === undefined) return 0
      // 农户满意度 over ≥90%.
      if (isList && isValue(fragment) && isName(before)) return -OPEN
      return breakInside(before, fragment) + itemCost(fragment, isTable)
    })
    return { fragments, joints, above }
  })

const isName = ({ words }: Fragment): boolean => cellKind(words) === 'name' && headerRole(words) === undefined

/** Goals are items of one cell, the first of which may follow on another; indicators have a row each. */
const itemCost = (fragment: Fragment, isTable: boolean): number => {
  const text = textOf([fragment])
  if (fragment.words.length <= LONGEST_REST || !isOutlineItem(text)) return 0
  return isTable ? APART : beginsList(text) ? 0 : -APART
}

const rowsIn = (ink: Inked, anchoring: Anchoring): Found => {
  const { lines, heads, isTable } = ink
  const { ends, cost } = new RowSearch(ink, anchoring).run()
  const rows = ends.map((end, i): MutableRow => {
    const own = lines.slice(ends[i - 1] ?? 0, end)
    const [first, last] = [own[0] as InkedLine, own.at(-1) as InkedLine]
    const valued = own.filter(({ hasValue }) => hasValue)
    const middle = ((valued[0] ?? first).y + (valued.at(-1) ?? last).y) / 2
    return { top: first.y, bottom: last.y, middle, isFooter: first.isFooter, cells: cellsOf(own) }
  })
  return withMerged(heads, rows, anchoring, isTable, cost)
}

const inkedLines = (
  { lines, columns }: Band,
  { merged, named }: Shape,
): { readonly footers: ReadonlySet<number>; readonly lines: readonly InkedLine[] } => {
  const footers = new Set(lines.flatMap(({ pieces, y }) => (isFooter(pieces[0] as Token) ? [y] : [])))
  const byLine = new Map<number, { column: number; fragment: Fragment }[]>()
  for (const [column, fragments] of columns.entries()) {
    for (const fragment of fragments) {
      if (column < merged && !footers.has(fragment.y)) continue
      byLine.set(fragment.y, [...(byLine.get(fragment.y) ?? []), { column, fragment }])
    }
  }
  const inked = [...byLine]
    .sort(([a], [b]) => a - b)
    .map(([y, cells]): InkedLine => {
      const hasValue = cells.some(({ fragment }) => isValue(fragment))
      const hasName = cells.some(
        ({ column, fragment }) => column === named && !isTyped(cellKind(fragment.words)),
      )
      return { y, cells, hasValue, hasName, isFooter: footers.has(y) }
    })
  return { footers, lines: inked }
}

const cellsOf = (lines: readonly InkedLine[]): PageCell[] => {
  const cells = new Map<number, Fragment[]>()
  for (const { column, fragment } of lines.flatMap(({ cells: own }) => own))
    cells.set(column, [...(cells.get(column) ?? []), fragment])
  return [...cells].sort(([a], [b]) => a - b).map(([column, fragments]) => ({ column, fragments }))
}

const MOST_LINES = 12
const NO_VALUE = 1.5
const NO_NAME = 3
const OFF = 0.6

/** Looks for where each row ends, so that its cells look like cells and stand at one height. */
class RowSearch {
  readonly #lines: readonly InkedLine[]
  readonly #strands: readonly Strand[]
  readonly #isTable: boolean
  readonly #anchoring: Anchoring
  /** For each column of merged cells, the middles of these from the top. */
  readonly #middles: readonly (readonly number[])[]

  constructor({ lines, strands, heads, isTable }: Inked, anchoring: Anchoring) {
    this.#lines = lines
    this.#strands = strands
    this.#isTable = isTable
    this.#anchoring = anchoring
    this.#middles = heads.map((cells) => cells.map(middleOf).sort((a, b) => a - b))
  }

  run(): { readonly ends: readonly number[]; readonly cost: number } {
    const count = this.#lines.length
    const least = [0]
    const from = [0]
    for (let end = 1; end <= count; end += 1) {
      let best = Number.POSITIVE_INFINITY
      for (let start = end - 1; start >= Math.max(0, end - MOST_LINES); start -= 1) {
        const cost = (least[start] as number) + this.#rowCost(start, end)
        if (cost >= best) continue
        best = cost
        from[end] = start
      }
      least.push(best)
    }
    const ends: number[] = []
    for (let end = count; end > 0; end = from[end] as number) ends.unshift(end)
    return { ends, cost: least.at(-1) as number }
  }

  #rowCost(start: number, end: number): number {
    const [top, bottom] = [(this.#lines[start] as InkedLine).y, (this.#lines[end - 1] as InkedLine).y]
    const beside = this.#middles.map(
      (middles) => countBelow(middles, bottom + 0.25) - countBelow(middles, top),
    )
    const lines = this.#lines.slice(start, end)
    const hasFooter = lines.some(({ isFooter }) => isFooter)
    let cost = this.#isTable && !hasFooter ? partsMissing(lines, beside) : 0
    if (lines.length === 1) return cost
    if (hasFooter) cost += TWO_VALUES
    for (const { fragments, joints, above } of this.#strands) {
      const [from, to] = [above[start] as number, above[end] as number]
      if (from === to) continue
      for (let i = from + 1; i < to; i += 1) cost += joints[i] as number
      cost +=
        offset(fragments[from] as Fragment, fragments[to - 1] as Fragment, top, bottom, this.#anchoring) * OFF
    }
    // No row stands beside two cells of one column.
    return cost + beside.reduce((sum, count) => sum + Math.max(0, count - 1) * TWO_VALUES, 0)
  }
}

/** Where indicators stand, a row has a name, and a value or a heading of the last level of its own. */
const partsMissing = (lines: readonly InkedLine[], beside: readonly number[]): number => {
  const hasValue = (beside.at(-1) ?? 0) > 0 || lines.some((line) => line.hasValue)
  return (hasValue ? 0 : NO_VALUE) + (lines.some(({ hasName }) => hasName) ? 0 : NO_NAME)
}

/** How many of some numbers, which are sorted, are below a limit. */
const countBelow = (sorted: readonly number[], limit: number): number => {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as number) < limit) low = middle + 1
    else high = middle
  }
  return low
}

/** How far a cell stands off where it should, squared; half a line is how lines fall. */
const offset = (
  first: Fragment,
  last: Fragment,
  top: number,
  bottom: number,
  anchoring: Anchoring,
): number =>
  anchoring === 'from the top'
    ? (first.y - top) ** 2
    : distanceCost((first.y + last.y) / 2 - (top + bottom) / 2)

/** Middles half a line apart are at one height, and those at one height still more so. */
const distanceCost = (distance: number): number =>
  Math.max(0, Math.abs(distance) - 0.5) ** 2 + Math.abs(distance) * 0.1

/** What it costs that a cell belongs to no row, or a row to no cell. */
const ALONE = 0.9

/** Puts the cells of the merged columns to the first of their rows, column by column, each within its cell on the left. */
const withMerged = (
  heads: readonly Column[],
  rows: readonly MutableRow[],
  anchoring: Anchoring,
  isTable: boolean,
  cost: number,
): Found => {
  const alone = new Map<number, PageCell[]>()
  let sum = cost
  let blocks: readonly (readonly MutableRow[])[] = [rows.filter(({ isFooter }) => !isFooter)]
  for (const [column, cells] of heads.entries()) {
    const next: (readonly MutableRow[])[] = []
    let from = 0
    for (const [i, block] of blocks.entries()) {
      const limit =
        i + 1 < blocks.length
          ? between(block, blocks[i + 1] as readonly MutableRow[])
          : Number.POSITIVE_INFINITY
      let until = from
      while (until < cells.length && middleOf(cells[until] as readonly Fragment[]) < limit) until += 1
      const own = cells.slice(from, until)
      from = until
      const shared = share(block, own, heads[column + 1], anchoring, isTable)
      sum += shared.cost
      for (const [k, { start, end }] of shared.places.entries()) {
        const cell = { column, fragments: own[k] as readonly Fragment[] }
        const y = Math.round(middleOf(cell.fragments))
        if (start === end) alone.set(y, [...(alone.get(y) ?? []), cell])
        else block[start]?.cells.push(cell)
      }
      next.push(...partsOf(block, shared.places))
    }
    blocks = next
  }
  // Cells that stand alone in one line are one row.
  for (const cells of alone.values()) sum -= (cells.length - 1) * ALONE
  const all = [
    ...rows.map(({ top, bottom, cells }) => ({
      y: anchoring === 'centred' ? (top + bottom) / 2 : top,
      cells,
    })),
    ...[...alone].map(([y, cells]) => ({ y, cells })),
  ].sort((a, b) => a.y - b.y)
  return { rows: all.map(({ cells }) => cells.toSorted((a, b) => a.column - b.column)), cost: sum }
}

/** The block divided where its cells begin: what stands before the first is a part of its own. */
const partsOf = (
  block: readonly MutableRow[],
  places: readonly { readonly start: number; readonly end: number }[],
): readonly (readonly MutableRow[])[] => {
  const starts = [...new Set([0, ...places.flatMap(({ start, end }) => (start < end ? [start, end] : []))])]
    .filter((at) => at < block.length)
    .sort((a, b) => a - b)
  return starts.map((start, i) => block.slice(start, starts[i + 1]))
}

const between = (block: readonly MutableRow[], next: readonly MutableRow[]): number =>
  ((block.at(-1)?.bottom ?? 0) + (next[0]?.top ?? 0)) / 2

const middleOf = (fragments: readonly Fragment[]): number =>
  ((fragments[0] as Fragment).y + (fragments.at(-1) as Fragment).y) / 2

interface Shared {
  /** The rows of each cell; none where it stands alone. */
  readonly places: readonly { readonly start: number; readonly end: number }[]
  readonly cost: number
}

/** A cell is beside rows that are no further than so many lines. */
const REACH = 120
/** The row has no cell, or the cell no rows; else where its rows begin. */
const NO_CELL = -1
const NO_ROWS = -2

/** A category that belongs under another one tells more than half a line does. */
const MISFIT = 0.3

/**
 * Which rows, in their order, belong to each cell, so that it stands at the middle of them, or beside the first, and the
 * categories of the next column, `narrower`, belong under it.
 */
const share = (
  rows: readonly MutableRow[],
  cells: Column,
  narrower: Column | undefined,
  anchoring: Anchoring,
  isTable: boolean,
): Shared => {
  const [n, m] = [rows.length, cells.length]
  const width = n + 1
  const before = costBefore(anchoring, isTable)
  const paragraphs = rows.map((row) => (!isTable && isParagraph(row) ? MIXED : 0))
  const least = new Float64Array((m + 1) * width).fill(Number.POSITIVE_INFINITY)
  const from = new Int32Array((m + 1) * width)
  const put = (here: number, cost: number, origin: number): void => {
    if (cost >= (least[here] as number)) return
    least[here] = cost
    from[here] = origin
  }
  least[0] = 0
  for (let here = 1; here < least.length; here += 1) {
    const [cell, end] = [Math.floor(here / width), here % width]
    if (end > 0) put(here, (least[here - 1] as number) + (cell === 0 ? before : ALONE), NO_CELL)
    if (cell === 0) continue
    put(here, (least[here - width] as number) + ALONE, NO_ROWS)
    const own = cells[cell - 1] as readonly Fragment[]
    const at = middleOf(own)
    const misfits = (narrower ?? [])
      .filter((other) => !mayStandUnder(wordsOf(other), wordsOf(own)))
      .map(middleOf)
    if (end === 0 || Math.abs((rows[end - 1] as MutableRow).bottom - at) > REACH) continue
    let mixed = 0
    for (let start = end - 1; start >= 0 && at - (rows[start] as MutableRow).top <= REACH; start -= 1) {
      mixed = Math.max(mixed, paragraphs[start] as number)
      put(
        here,
        (least[(cell - 1) * width + start] as number) +
          offOf(own, rows, start, end, anchoring, isTable) +
          (end - start > 1 ? mixed : 0) +
          countWithin(misfits, rows[start] as MutableRow, rows[end - 1] as MutableRow) * MISFIT,
        start,
      )
    }
  }
  return { places: placesIn(from, m, width), cost: least.at(-1) as number }
}

/** What a row costs in front of all cells: the first ones of a form may be of a label above them, beside which other columns stand. */
const costBefore = (anchoring: Anchoring, isTable: boolean): number =>
  !isTable && anchoring === 'from the top' ? 0 : ALONE

const countWithin = (ys: readonly number[], { top }: MutableRow, { bottom }: MutableRow): number =>
  ys.reduce((count, y) => (y >= top && y <= bottom ? count + 1 : count), 0)

const placesIn = (from: Int32Array, m: number, width: number): Shared['places'] => {
  const places: { start: number; end: number }[] = []
  for (let cell = m, end = width - 1; cell > 0 || end > 0; ) {
    const origin = from[cell * width + end] as number
    if (origin === NO_CELL) end -= 1
    else {
      const start = origin === NO_ROWS ? end : origin
      places.unshift({ start, end })
      cell -= 1
      end = start
    }
  }
  return places
}

const offOf = (
  cell: readonly Fragment[],
  rows: readonly MutableRow[],
  start: number,
  end: number,
  anchoring: Anchoring,
  isTable: boolean,
): number => {
  // 一级指标 heads its column, and is no cell of the rows below.
  if (end - start > 1 && isLevelRole(headerRole(wordsOf(cell)))) return (end - start) * ALONE
  const { top } = rows[start] as MutableRow
  if (anchoring === 'from the top') return ((cell[0] as Fragment).y - top) ** 2
  const [first, last] = [(rows[start] as MutableRow).middle, (rows[end - 1] as MutableRow).middle]
  const whole = middleCost(middleOf(cell) - (first + last) / 2)
  // Where the cells of a form aren't merged, its label stands in the first of its rows.
  return isTable ? whole : Math.min(whole, middleCost(middleOf(cell) - first) + UNMERGED)
}

/** Of two lines in the middle, the upper one is taken more often. */
const middleCost = (distance: number): number => distanceCost(distance) + (distance > 0 ? LOWER : 0)

const UNMERGED = 0.3
/** A text of several lines has a label of its own. */
const MIXED = 0.5

const isParagraph = ({ cells: [cell, ...others] }: MutableRow): boolean =>
  cell !== undefined && others.length === 0 && cell.fragments.length > 1

const LOWER = 0.01

/** 指标 may be the rest of a word. */
const LONGEST_REST = 3

/** The words of a cell: an item of a list begins a line of its own, and a line end inside words stands for nothing. */
export const textOfCell = ({ fragments }: PageCell): SpannedText => {
  let whole: SpannedText | undefined
  for (const { pieces } of fragments) {
    const line = SpannedText.join(
      pieces.map(({ text }) => text),
      ' ',
    )
    whole =
      whole === undefined
        ? line
        : SpannedText.join([whole, line], isOutlineItem(line) && line.length > LONGEST_REST ? '\n' : '')
  }
  return whole as SpannedText
}
