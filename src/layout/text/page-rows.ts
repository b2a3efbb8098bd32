import { categoriesNamed } from '../../vocabulary/categories.ts'
import { cellKind, isTyped } from '../../vocabulary/cell-kinds.ts'
import { headerRole } from '../../vocabulary/headers.ts'
import { beginsList, isOutlineItem } from '../continued.ts'

import {
  type Anchoring,
  distanceCost,
  type Found,
  type Head,
  type Manner,
  type MutableRow,
  withMerged,
} from './merged-cells.ts'
import {
  APART,
  breakInside,
  isKnown,
  isLevelWord,
  isValue,
  LONGEST_REST,
  middleOf,
  OPEN,
  type PageCell,
  type PageRow,
  TWO_VALUES,
  textOf,
  wholeCells,
  wordsOf,
} from './page-cells.ts'
import { type Band, type Fragment, headsTable, type PageLine } from './page-columns.ts'
import { isFooter, type Token } from './tokens.ts'

/**
 * The rows of each band of a page. A cell may have several lines, and those beside it stand at its middle or at its top; a
 * cell that is merged over several rows stands at the middle of them or beside the first. What explains the page best is taken.
 */
export const rowsOfBands = (bands: readonly Band[]): readonly (readonly PageRow[])[] => {
  const inks = bands.map(inkOf)
  const rowsStanding = (anchoring: Anchoring): readonly Found[] =>
    inks.map((ink, i) =>
      rowsIn(ink, { anchoring, isTable: ink.isTable, isContinued: inks[i - 1]?.isTable === true }),
    )
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

/** Columns most of whose cells are values. */
export const valueColumns = ({ columns }: Band): readonly number[] =>
  columns.flatMap((fragments, c) => {
    const count = fragments.filter(isValue).length
    return count > 1 && count * 2 >= fragments.length ? [c] : []
  })

/** A band of labels and their values, or of indicators, and which columns may hold merged cells. */
interface Shape {
  readonly isTable: boolean
  readonly merged: readonly number[]
  /** The column of the names of a table. */
  readonly named: number
  /** A list of projects has a column for each category, with names and values in one cell. */
  readonly isList: boolean
  /** Nothing but sentences beside each other, as the goals of two terms stand. */
  readonly isProse: boolean
}

/**
 * Merged may be the cells of the levels and of what stands left of them, and those of levels behind the names of another term;
 * without levels, those of columns with far fewer cells than there are values; else the labels of a form.
 */
const shapeOf = (band: Band): Shape => {
  const { columns } = band
  const isList = band.lines.some(headsCategories)
  const levels = isList ? [] : levelColumns(columns)
  const isWords = (c: number): boolean =>
    (columns[c] ?? []).filter(({ words }) => isTyped(cellKind(words))).length * 2 < (columns[c] ?? []).length
  const all = columns.map((_, c) => c)
  const end = all.findIndex((c) => c > (levels[0] ?? c) && isWords(c) && !levels.includes(c))
  const isTable = isList || levels.length > 0 || band.lines.some(headsTable)
  const count = isList
    ? 0
    : levels.length > 0
      ? (levels.findLast((c) => c < end || end < 0) ?? 0) + 1
      : isTable
        ? firstFull(band)
        : 1
  const isProse = !isTable && columns.every(isOfSentences)
  const merged = isProse ? [] : all.slice(0, -1).filter((c) => c < count || levels.includes(c))
  const named = all.findIndex((c) => !merged.includes(c) && isWords(c))
  return { isTable, merged, named, isList, isProse }
}

/** Whether a column has long words, and no label, header or value. */
const isOfSentences = (fragments: readonly Fragment[]): boolean =>
  fragments.some(({ words }) => words.length >= SHORTEST_LINE) &&
  fragments.every((fragment) => !isValue(fragment) && !isKnown([fragment]))

const SHORTEST_LINE = 9

/** The columns most of whose cells are categories. */
const levelColumns = (columns: Band['columns']): readonly number[] =>
  columns.flatMap((fragments, c) => {
    const cells = wholeCells(fragments)
    const levels = cells.filter((cell) => isLevelWord(wordsOf(cell)))
    return levels.length > 0 && levels.length * 3 >= cells.length ? [c] : []
  })

/** The first column with half as many cells as there are values. */
const firstFull = (band: Band): number => {
  const most = Math.max(0, ...valueColumns(band).map((c) => band.columns[c]?.length ?? 0))
  return Math.max(
    0,
    band.columns.findIndex((fragments) => wholeCells(fragments).length * 2 > most),
  )
}

const headsCategories = ({ pieces }: PageLine): boolean => {
  const kinds = pieces.map(({ text }) => cellKind(text.meaning))
  const named = pieces.flatMap(({ text }, i) =>
    kinds[i] === 'level-one' ? categoriesNamed(text.meaning) : [],
  )
  return new Set(named).size > 1 && !kinds.some((kind) => isTyped(kind) || kind === 'level-two')
}

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

/** What stands in a band, whatever the cells of its rows stand at. */
interface Inked {
  readonly isTable: boolean
  readonly lines: readonly InkedLine[]
  readonly strands: readonly Strand[]
  /** The columns that may hold merged cells. */
  readonly heads: readonly Head[]
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
  const front = merged.filter((column, i) => column === i)
  const heads = merged.map((column, i): Head => {
    const fragments = band.columns[column] as readonly Fragment[]
    const depth = i < front.length ? i : Math.max(0, front.length - merged.length + i)
    return { column, cells: wholeCells(fragments.filter(({ y }) => !footers.has(y))), depth }
  })
  return { isTable, lines, strands: strandsOf(lines, shape), heads }
}

const strandsOf = (lines: readonly InkedLine[], { isTable, isList, isProse }: Shape): readonly Strand[] =>
  cellsOf(lines).map(({ column, fragments }) => {
    const above = new Uint32Array(lines.length + 1)
    for (const [i, { cells }] of lines.entries())
      above[i + 1] = (above[i] as number) + cells.filter((cell) => cell.column === column).length
    const joints = fragments.map((fragment, i) => {
      const before = fragments[i - 1]
      if (before === undefined) return 0
      // 农户满意度 over ≥90%.
      if (isList && isValue(fragment) && isName(before)) return -OPEN
      const goesOn = isProse && !/[。;!?]$/.test(before.words)
      return breakInside(before, fragment) + itemCost(fragment, isTable) - (goesOn ? OPEN : 0)
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

const rowsIn = (ink: Inked, manner: Manner): Found => {
  const { lines, heads } = ink
  const { ends, cost } = new RowSearch(ink, manner.anchoring).run()
  const rows = ends.map((end, i): MutableRow => {
    const own = lines.slice(ends[i - 1] ?? 0, end)
    const [first, last] = [own[0] as InkedLine, own.at(-1) as InkedLine]
    const valued = own.filter(({ hasValue }) => hasValue)
    const middle = ((valued[0] ?? first).y + (valued.at(-1) ?? last).y) / 2
    const cells = cellsOf(own)
    const page = cells[0]?.fragments[0]?.page ?? 0
    const isHeader = cells.some(({ fragments }) => headerRole(wordsOf(fragments)) === 'target')
    return { top: first.y, bottom: last.y, middle, page, isFooter: first.isFooter, isHeader, cells }
  })
  return withMerged(heads, rows, manner, cost)
}

const inkedLines = (
  { lines, columns }: Band,
  { merged, named }: Shape,
): { readonly footers: ReadonlySet<number>; readonly lines: readonly InkedLine[] } => {
  // 改进措施 behind the names is the rest of a header.
  const atLeft = new Set(columns.slice(0, named + 1).flatMap((fragments) => fragments.map(({ y }) => y)))
  const footers = new Set(
    lines.flatMap(({ pieces, y }) => (atLeft.has(y) && isFooter(pieces[0] as Token) ? [y] : [])),
  )
  const byLine = new Map<number, { column: number; fragment: Fragment }[]>()
  for (const [column, fragments] of columns.entries()) {
    for (const fragment of fragments) {
      if (merged.includes(column) && !footers.has(fragment.y)) continue
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
    this.#middles = heads.map(({ cells }) => cells.map(middleOf).sort((a, b) => a - b))
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
