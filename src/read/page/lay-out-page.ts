import type { FilePiece, Trace } from '../trace.ts'
import { alignedTables } from './aligned-tables.ts'
import { piecesOfCell, piecesOfRuns, textOfCell, uprightRun } from './cell-text.ts'
import { type Box, centreOf, coverBoxes, type Direction, turnedBack } from './geometry.ts'
import type { Glyph, PageContent } from './page-content.ts'
import { type RuledCell, type RuledTable, ruledTables } from './ruled-tables.ts'
import { linesOf, type Run, runOf, runsOf, type TextLine, textOfLine } from './runs.ts'
import { uprightPage } from './upright-page.ts'

/** Where a text stands on its page, and each of its characters. */
type PageTrace = Omit<Trace<Box>, 'span'>

/** A cell with its place in its table; cells that a merged one covers are not there. */
export interface PageCell {
  readonly text: string
  readonly column: number
  readonly columns: number
  readonly rows: number
  /** It ends with the page, and no line is drawn there. */
  readonly isOpenBelow?: boolean
  readonly trace?: PageTrace | undefined
}

export interface PageTable {
  readonly kind: 'table'
  readonly box: Box
  /** x of the left edges of its columns, and of the right edge of the last. */
  readonly columnEdges: readonly number[]
  readonly rows: readonly (readonly PageCell[])[]
}

export interface PageLine {
  readonly kind: 'line'
  readonly box: Box
  readonly text: string
  /** It stands in no place of the page: over everything, or beyond the paper. */
  readonly isBehind?: true
  readonly trace?: PageTrace | undefined
}

/** What stands on one page, from the top. */
export interface PageLayout {
  readonly box: Box
  readonly items: readonly (PageTable | PageLine)[]
  readonly hasDrawing: boolean
}

/** Says where a box and what stands in it are on the page as it is drawn; undefined where nobody asks. */
type Tracer = (box: Box, pieces: () => readonly FilePiece<Box>[]) => PageTrace | undefined

const tracerOf = (direction: Direction): Tracer => {
  const back = (box: Box): Box => turnedBack(box, direction)
  return (box, pieces) => ({
    holder: back(box),
    pieces: pieces().map(({ of, ...piece }) => ({ ...piece, of: back(of) })),
  })
}

/**
 * Finds the tables of a page, drawn or aligned, and the lines around them. Every character is in one.
 *
 * @param isTraced Whether it is to be kept where each character stands.
 */
export const layOutPage = (content: PageContent, isTraced = false): PageLayout => {
  const page = uprightPage(content)
  const trace: Tracer = isTraced || content.isScanned === true ? tracerOf(page.direction) : () => undefined
  const tables = ruledTables(page.rules)
  const straight = page.glyphs.filter((glyph) => isSeen(glyph, page.box) && glyph.direction !== undefined)
  const { inside, outside } = placeRuns(runsOf(straight), tables)
  const lines = linesOf(outside.filter((run) => run.direction === 0))
  const items = [
    ...tables.map((table) => readRuledTable(table, inside, trace)),
    ...linesBetween(lines, tables).flatMap((part) => alignedTables(part).map((one) => itemOf(one, trace))),
    ...turnedLines(outside, trace),
  ]
  return {
    box: page.box,
    items: [...items.sort(byPlace), ...linesBehind(page.glyphs, page.box)],
    hasDrawing: page.hasDrawing,
  }
}

const byPlace = (a: { readonly box: Box }, b: { readonly box: Box }): number =>
  a.box.top - b.box.top || a.box.left - b.box.left

/** Spreadsheets print on into places beyond the paper's edge. */
const isSeen = ({ box }: Glyph, page: Box): boolean => {
  const { x, y } = centreOf(box)
  return page.left <= x && x <= page.right && page.top <= y && y <= page.bottom
}

const readRuledTable = (
  table: RuledTable,
  inside: ReadonlyMap<RuledTable['cells'][number], readonly Run[]>,
  trace: Tracer,
): PageTable => {
  const rows: PageCell[][] = table.rowEdges.slice(1).map(() => [])
  for (const cell of table.cells) {
    const runs = inside.get(cell) ?? []
    const { column, columns, isOpenBelow } = cell
    rows[cell.row]?.push({
      text: textOfCell(runs, cell.box),
      column,
      columns,
      rows: cell.rows,
      isOpenBelow,
      trace: trace(cell.box, () => piecesOfCell(runs)),
    })
  }
  return { kind: 'table', box: table.box, columnEdges: table.columnEdges, rows }
}

/** Lines without a drawn table between them: only these may be one aligned table. */
const linesBetween = (lines: readonly TextLine[], tables: readonly RuledTable[]): TextLine[][] => {
  const parts: TextLine[][] = []
  for (const line of lines) {
    const last = parts.at(-1)?.at(-1)
    const isParted =
      last !== undefined && tables.some(({ box }) => last.box.top < box.top && box.top < line.box.top)
    if (last === undefined || isParted) parts.push([line])
    else parts.at(-1)?.push(line)
  }
  return parts
}

const itemOf = (part: ReturnType<typeof alignedTables>[number], trace: Tracer): PageTable | PageLine => {
  if ('runs' in part)
    return {
      kind: 'line',
      box: part.box,
      text: textOfLine(part),
      trace: trace(part.box, () => piecesOfRuns(part.runs)),
    }
  const rows = part.rows.map((cells) =>
    cells.map(
      ({ text, box, runs }, column): PageCell => ({
        text,
        column,
        columns: 1,
        rows: 1,
        trace: trace(box, () => piecesOfRuns(runs)),
      }),
    ),
  )
  return { kind: 'table', box: part.box, columnEdges: part.columnEdges, rows }
}

/** Lines beside the tables that run down, up or upside down. */
const turnedLines = (runs: readonly Run[], trace: Tracer): PageLine[] =>
  ([1, 2, 3] as const).flatMap((direction) => {
    const turned = runs.filter((run) => run.direction === direction)
    const uprights = new Map(turned.map((run) => [uprightRun(run, direction), run]))
    return linesOf([...uprights.keys()]).map((line): PageLine => {
      const box = line.runs.map((run) => (uprights.get(run) as Run).box).reduce(coverBoxes)
      return {
        kind: 'line',
        box,
        text: textOfLine(line),
        trace: trace(box, () => piecesOfRuns(line.runs, direction)),
      }
    })
  })

/** What lies over everything (watermarks), or beyond the paper: put behind the rest of the page. */
const linesBehind = (glyphs: readonly Glyph[], page: Box): PageLine[] => {
  const beyond = runsOf(glyphs.filter((glyph) => !isSeen(glyph, page)))
  const aslant = glyphs
    .filter(({ direction }) => direction === undefined)
    .map(({ text }) => text)
    .join('')
  const texts = [
    ...linesOf(beyond.filter((run) => run.direction === 0)).map(textOfLine),
    ...turnedLines(beyond, () => undefined).map(({ text }) => text),
    ...(aslant.trim() === '' ? [] : [aslant]),
  ]
  return texts.map((text) => ({ kind: 'line', box: { ...page, top: page.bottom }, text, isBehind: true }))
}

/** A place on a page, counted from 1, in points from the upper left corner of its crop box. */
export interface PagePlace {
  readonly page: number
  readonly box: Box
}

/** Where a text stands in a file of pages, and each of its characters. */
export type PlacedTrace = Omit<Trace<PagePlace>, 'span'>

/** The trace of a text on one page as that of the file. */
export const traceOnPage = (trace: PageTrace | undefined, page: number): PlacedTrace | undefined =>
  trace && {
    holder: { page, box: trace.holder },
    pieces: trace.pieces.map(({ of, ...piece }) => ({ ...piece, of: { page, box: of } })),
  }

/** Which runs stand in which cell, and which in none. */
export interface PlacedRuns {
  readonly inside: ReadonlyMap<RuledCell, readonly Run[]>
  readonly outside: readonly Run[]
}

/** A character reaching this far (of its width) over a border was not put beside it: text runs over. */
const RUNS_OVER = 0.25

/**
 * Puts runs into the cells of tables by their middle; of tables inside each other the smallest
 * counts. A run over several cells is cut at the borders that stand between two characters.
 */
const placeRuns = (runs: readonly Run[], tables: readonly RuledTable[]): PlacedRuns => {
  const smallestFirst = tables.toSorted((a, b) => areaOf(a.box) - areaOf(b.box))
  const cellOf = (box: Box): RuledCell | undefined => {
    const point = centreOf(box)
    return smallestFirst
      .find(
        (table) =>
          table.box.left <= point.x &&
          point.x <= table.box.right &&
          table.box.top <= point.y &&
          point.y <= table.box.bottom,
      )
      ?.cellAt(point)
  }
  const inside = new Map<RuledCell, Run[]>()
  const put = (run: Run, cell: RuledCell): void => {
    const others = inside.get(cell)
    if (others === undefined) inside.set(cell, [run])
    else others.push(run)
  }
  const outside: Run[] = []
  for (const run of runs) {
    for (const piece of cutAtBorders(run, cellOf)) {
      const cell = cellOf(piece.box)
      if (cell === undefined) outside.push(piece)
      else put(piece, cell)
    }
  }
  const open = tables.flatMap(({ cells }) => cells.filter(({ isOpenBelow }) => isOpenBelow))
  if (open.length === 0) return { inside, outside }
  const left = outside
    .toSorted((a, b) => a.box.top - b.box.top)
    .filter((run) => {
      const cell = open.find((one) => goesOnBelow(one, inside.get(one) ?? [], run))
      if (cell !== undefined) put(run, cell)
      return cell === undefined
    })
  return { inside, outside: left }
}

/** A line further below the one before (of the font size) is of another text. */
const NEXT_LINE = 0.8

/** Whether a run goes on with the text of a cell that a page end has left open, below its last line. */
const goesOnBelow = ({ box }: RuledCell, above: readonly Run[], run: Run): boolean => {
  const last = above.reduce((bottom, other) => Math.max(bottom, other.box.bottom), box.top)
  return (
    run.direction === 0 &&
    above.length > 0 &&
    box.left <= run.box.left &&
    run.box.right <= box.right &&
    run.box.bottom > box.bottom &&
    run.box.top - last <= NEXT_LINE * run.size
  )
}

const areaOf = ({ left, right, top, bottom }: Box): number => (right - left) * (bottom - top)

const cutAtBorders = (run: Run, cellOf: (box: Box) => RuledCell | undefined): Run[] => {
  const cells = run.glyphs.map((glyph) => cellOf(glyph.box))
  if (cells.every((cell) => cell === cells[0])) return [run]
  const pieces: Run[] = []
  let open: Glyph[] = []
  for (const [i, glyph] of run.glyphs.entries()) {
    const last = open.at(-1)
    if (last !== undefined && cells[i] !== cells[i - 1]) {
      const isLevel = run.direction % 2 === 0
      if (!isOver(last.box, cells[i - 1], isLevel) && !isOver(glyph.box, cells[i], isLevel)) {
        pieces.push(runOf(open, run.direction))
        open = []
      }
    }
    open.push(glyph)
  }
  pieces.push(runOf(open, run.direction))
  return pieces
}

const isOver = (box: Box, cell: RuledCell | undefined, isLevel: boolean): boolean => {
  if (cell === undefined) return false
  const [start, end] = isLevel ? [box.left, box.right] : [box.top, box.bottom]
  const [from, to] = isLevel ? [cell.box.left, cell.box.right] : [cell.box.top, cell.box.bottom]
  return Math.max(from - start, end - to) > RUNS_OVER * (end - start)
}
