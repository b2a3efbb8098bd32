import { beginsAnew, mayStandUnder } from '../../vocabulary/categories.ts'
import { headerRole, isLevelRole } from '../../vocabulary/headers.ts'
import { type Column, isLevelWord, middleOf, type PageCell, type PageRow, wordsOf } from './page-cells.ts'
import type { Fragment } from './page-columns.ts'

/** How cells of one row stand to each other where some have more lines than others. */
export type Anchoring = 'centred' | 'from the top'

export interface Found {
  readonly rows: readonly PageRow[]
  readonly cost: number
}

export interface MutableRow {
  readonly top: number
  readonly bottom: number
  /** Where its value stands, or its middle. */
  readonly middle: number
  readonly page: number
  readonly isFooter: boolean
  /** Whether it heads the columns of indicators. */
  readonly isHeader: boolean
  readonly cells: PageCell[]
}

export interface Head {
  readonly column: number
  readonly cells: Column
  /** How many heads its cells stand within those of: behind the names of another term, levels begin anew. */
  readonly depth: number
}

/** How the cells of a band stand. */
export interface Manner {
  readonly anchoring: Anchoring
  readonly isTable: boolean
  /** The table goes on from the page before: its first rows may belong to a cell there. */
  readonly isContinued: boolean
}

/** What it costs that a cell belongs to no row, or a row to no cell. */
const ALONE = 0.9
/** The same for a row right below the header that a new page repeats. */
const CONTINUED = 0.3

/** Puts the cells of the merged columns to the first of their rows, column by column, each within its cell on the left. */
export const withMerged = (
  heads: readonly Head[],
  rows: readonly MutableRow[],
  manner: Manner,
  cost: number,
): Found => {
  const alone = new Map<number, PageCell[]>()
  let sum = cost
  /** The rows that are divided by the cells of so many columns on the left. */
  const blocksAt: (readonly (readonly MutableRow[])[])[] = [[rows.filter(({ isFooter }) => !isFooter)]]
  for (const [i, { column, cells, depth }] of heads.entries()) {
    const within = heads.findIndex((head, k) => k > i && head.depth <= depth)
    const narrower = heads.slice(i + 1, within < 0 ? undefined : within).map((head) => head.cells)
    const next: (readonly MutableRow[])[] = []
    for (const { block, own } of dividedAmong(blocksAt[depth] ?? [], cells)) {
      const shared = share(
        block,
        own,
        narrower,
        own.every(isDownwards) ? { ...manner, anchoring: 'centred' } : manner,
      )
      sum += shared.cost
      for (const [k, { start, end }] of shared.places.entries()) {
        const cell = { column, fragments: own[k] as readonly Fragment[] }
        const y = Math.round(middleOf(cell.fragments))
        if (start === end) alone.set(y, [...(alone.get(y) ?? []), cell])
        else block[start]?.cells.push(cell)
      }
      next.push(...partsOf(block, shared.places))
    }
    blocksAt[depth + 1] = next
  }
  // Cells that stand alone in one line are one row.
  for (const cells of alone.values()) sum -= (cells.length - 1) * ALONE
  const all = [
    ...rows.map(({ top, bottom, cells }) => ({
      y: manner.anchoring === 'centred' ? (top + bottom) / 2 : top,
      cells,
    })),
    ...[...alone].map(([y, cells]) => ({ y, cells })),
  ].sort((a, b) => a.y - b.y)
  return { rows: all.map(({ cells }) => cells.toSorted((a, b) => a.column - b.column)), cost: sum }
}

/** 绩 over 效 over 指 over 标: a label in so narrow a column stands at the middle of the rows, wherever others stand. */
const isDownwards = (cell: readonly Fragment[]): boolean =>
  cell.length > 2 && cell.every(({ words }) => words.length === 1)

/** Each block with the cells whose middle is beside it. */
const dividedAmong = (
  blocks: readonly (readonly MutableRow[])[],
  cells: Column,
): readonly { readonly block: readonly MutableRow[]; readonly own: Column }[] => {
  let from = 0
  return blocks.map((block, i) => {
    const next = blocks[i + 1]
    const limit = next === undefined ? Number.POSITIVE_INFINITY : between(block, next)
    let until = from
    while (until < cells.length && middleOf(cells[until] as readonly Fragment[]) < limit) until += 1
    const own = cells.slice(from, until)
    from = until
    return { block, own }
  })
}

/** The block divided where its cells begin: what stands before the first is a part of its own. */
const partsOf = (
  block: readonly MutableRow[],
  places: readonly Range[],
): readonly (readonly MutableRow[])[] => {
  const starts = [...new Set([0, ...places.flatMap(({ start, end }) => (start < end ? [start, end] : []))])]
    .filter((at) => at < block.length)
    .sort((a, b) => a - b)
  return starts.map((start, i) => block.slice(start, starts[i + 1]))
}

const between = (block: readonly MutableRow[], next: readonly MutableRow[]): number =>
  ((block.at(-1)?.bottom ?? 0) + (next[0]?.top ?? 0)) / 2

interface Shared {
  /** The rows of each cell; none where it stands alone. */
  readonly places: readonly Range[]
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
 * categories of the next columns, `narrower`, belong under it.
 */
const share = (
  rows: readonly MutableRow[],
  cells: Column,
  narrower: readonly Column[],
  manner: Manner,
): Shared => {
  const width = rows.length + 1
  const least = new Float64Array((cells.length + 1) * width).fill(Number.POSITIVE_INFINITY)
  const from = new Int32Array(least.length)
  const put = (here: number, cost: number, origin: number): void => {
    if (cost >= (least[here] as number)) return
    least[here] = cost
    from[here] = origin
  }
  const paragraphs = rows.map((row) => (!manner.isTable && isParagraph(row) ? MIXED : 0))
  const restarts = restartsIn(narrower)
  /** With the rows up to each `end` beside a cell, from each start on. */
  const putBeside = (own: readonly Fragment[], above: number): void => {
    const at = middleOf(own)
    const page = pageAmong(rows, own)
    const misfits = misfitsOf(own, narrower[0] ?? [], restarts)
    const isRepeated = manner.isContinued && isLevelRole(headerRole(wordsOf(own)))
    const noCell = isRepeated ? CONTINUED : ALONE
    for (let end = 1; end < width; end += 1) {
      const here = above + width + end
      put(here, (least[here - 1] as number) + noCell, NO_CELL)
      put(here, (least[above + end] as number) + ALONE, NO_ROWS)
      const { bottom } = rows[end - 1] as MutableRow
      if (Math.abs(bottom - at) > REACH) continue
      const unfitFrom = countingFrom(misfits, bottom)
      let mixed = 0
      for (let start = end - 1; start >= 0 && at - (rows[start] as MutableRow).top <= REACH; start -= 1) {
        mixed = Math.max(mixed, paragraphs[start] as number)
        const off = offOf(own, rows, { start, end }, page, manner) + (end - start > 1 ? mixed : 0)
        const cost = off + unfitFrom((rows[start] as MutableRow).top) * MISFIT
        put(here, (least[above + start] as number) + cost, start)
      }
    }
  }
  least[0] = 0
  for (let end = 1; end < width; end += 1) put(end, (least[end - 1] as number) + costBefore(manner), NO_CELL)
  for (const [i, own] of cells.entries()) {
    put((i + 1) * width, (least[i * width] as number) + ALONE, NO_ROWS)
    putBeside(own, i * width)
  }
  return { places: placesIn(from, cells.length, width), cost: least.at(-1) as number }
}

/** What a row costs in front of all cells: the first ones of a form may be of a label above them, beside which other columns stand. */
const costBefore = ({ anchoring, isTable }: Manner): number =>
  !isTable && anchoring === 'from the top' ? 0 : ALONE

const placesIn = (from: Int32Array, m: number, width: number): Shared['places'] => {
  const places: Range[] = []
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

/** The lines of two categories that do not stand together beside a cell; of one that does not. */
interface Misfit {
  readonly from: number
  readonly to: number
}

/** Counts those that end above `bottom` and begin below a line, which is asked for from the bottom up. */
const countingFrom = (misfits: readonly Misfit[], bottom: number): ((top: number) => number) => {
  let [count, next] = [0, misfits.length - 1]
  return (top) => {
    for (let one = misfits[next]; one !== undefined && one.from >= top; one = misfits[next]) {
      if (one.to <= bottom) count += 1
      next -= 1
    }
    return count
  }
}

/** Where the categories of a project begin anew. */
const restartsIn = (columns: readonly Column[]): readonly Misfit[] =>
  columns
    .flatMap((cells) =>
      cells.flatMap((cell, i): readonly Misfit[] => {
        const before = cells[i - 1]
        const isOfNext = before !== undefined && beginsAnew(wordsOf(cell), wordsOf(before))
        return isOfNext ? [{ from: middleOf(before), to: middleOf(cell) }] : []
      }),
    )
    .sort((a, b) => a.from - b.from)

/** Below a category, what is of another one; below a project, where its categories begin anew. */
const misfitsOf = (
  own: readonly Fragment[],
  next: Column,
  restarts: readonly Misfit[],
): readonly Misfit[] => {
  const [above, at] = [wordsOf(own), middleOf(own)]
  if (!isLevelWord(above)) return restarts.filter(({ from }) => Math.abs(from - at) <= REACH)
  const unfit = next.filter((other) => !mayStandUnder(wordsOf(other), above)).map(middleOf)
  return unfit.map((y) => ({ from: y, to: y }))
}

interface Range {
  readonly start: number
  readonly end: number
}

/** The rows on the page of a cell. */
const pageAmong = (rows: readonly MutableRow[], [first]: readonly Fragment[]): Range => {
  const isOnPage = ({ page }: MutableRow): boolean => page === first?.page
  return { start: rows.findIndex(isOnPage), end: rows.findLastIndex(isOnPage) + 1 }
}

const offOf = (
  cell: readonly Fragment[],
  rows: readonly MutableRow[],
  { start, end }: Range,
  page: Range,
  { anchoring, isTable }: Manner,
): number => {
  // 一级指标 heads its column, and is no cell of the rows below.
  if (end - start > 1 && headsColumn(cell, rows[start] as MutableRow)) return (end - start) * ALONE
  if (anchoring === 'from the top') return ((cell[0] as Fragment).y - (rows[start] as MutableRow).top) ** 2
  const at = middleOf(cell)
  const [from, to] = [Math.max(start, page.start), Math.min(end, page.end)]
  if (from >= to) return ALONE
  const [{ middle: first }, { middle: last }] = [rows[from], rows[to - 1]] as [MutableRow, MutableRow]
  const whole = middleCost(at - (first + last) / 2) + (to - from < end - start ? CUT : 0)
  // Where the cells of a form aren't merged, its label stands in the first of its rows.
  return isTable ? whole : Math.min(whole, middleCost(at - first) + UNMERGED)
}

/** Whether a cell is a header beside others; 绩效指标 may stand beside the rows below as well. */
const headsColumn = (cell: readonly Fragment[], { isHeader, top, bottom }: MutableRow): boolean => {
  const role = headerRole(wordsOf(cell))
  if (isLevelRole(role)) return true
  const at = middleOf(cell)
  return isHeader && role !== undefined && role !== 'indicator' && at >= top && at <= bottom
}

/** A page end cuts a cell in two, and its words stand at the middle of one part. */
const CUT = 0.2

/** Middles half a line apart are at one height, and those at one height still more so. */
export const distanceCost = (distance: number): number =>
  Math.max(0, Math.abs(distance) - 0.5) ** 2 + Math.abs(distance) * 0.1

/** Of two lines in the middle, the upper one is taken more often. */
const middleCost = (distance: number): number => distanceCost(distance) + (distance > 0 ? LOWER : 0)

const UNMERGED = 0.3
/** A text of several lines has a label of its own. */
const MIXED = 0.5

const isParagraph = ({ cells: [cell, ...others] }: MutableRow): boolean =>
  cell !== undefined && others.length === 0 && cell.fragments.length > 1

const LOWER = 0.01
