import { alignedTables } from './aligned-tables.ts'
import { textOfCell, uprightRun } from './cell-text.ts'
import { type Box, centreOf, coverBoxes } from './geometry.ts'
import type { Glyph, PageContent } from './page-content.ts'
import { placeRuns } from './place-runs.ts'
import { type RuledTable, ruledTables } from './ruled-tables.ts'
import { type Run, runsOf } from './runs.ts'
import { linesOf, type TextLine, textOfLine } from './text-lines.ts'
import { uprightPage } from './upright-page.ts'

/** A cell with its place in its table; cells that a merged one covers are not there. */
export interface PageCell {
  readonly text: string
  readonly column: number
  readonly columns: number
  readonly rows: number
  /** It ends with the page, and no line is drawn there. */
  readonly isOpenBelow?: boolean
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
}

/** What stands on one page, from the top. */
export interface PageLayout {
  readonly box: Box
  readonly items: readonly (PageTable | PageLine)[]
  readonly hasDrawing: boolean
}

/** Finds the tables of a page, drawn or aligned, and the lines around them. Every character is in one. */
export const layOutPage = (content: PageContent): PageLayout => {
  const page = uprightPage(content)
  const tables = ruledTables(page.rules)
  const straight = page.glyphs.filter((glyph) => isSeen(glyph, page.box) && glyph.direction !== undefined)
  const { inside, outside } = placeRuns(runsOf(straight), tables)
  const lines = linesOf(outside.filter((run) => run.direction === 0))
  const items = [
    ...tables.map((table) => readRuledTable(table, inside)),
    ...linesBetween(lines, tables).flatMap((part) => alignedTables(part).map(itemOf)),
    ...turnedLines(outside),
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
): PageTable => {
  const rows: PageCell[][] = table.rowEdges.slice(1).map(() => [])
  for (const cell of table.cells) {
    const text = textOfCell(inside.get(cell) ?? [], cell.box)
    const { column, columns, isOpenBelow } = cell
    rows[cell.row]?.push({ text, column, columns, rows: cell.rows, isOpenBelow })
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

const itemOf = (part: ReturnType<typeof alignedTables>[number]): PageTable | PageLine => {
  if ('runs' in part) return { kind: 'line', box: part.box, text: textOfLine(part) }
  const rows = part.rows.map((texts) =>
    texts.map((text, column): PageCell => ({ text, column, columns: 1, rows: 1 })),
  )
  return { kind: 'table', box: part.box, columnEdges: part.columnEdges, rows }
}

/** Lines beside the tables that run down, up or upside down. */
const turnedLines = (runs: readonly Run[]): PageLine[] =>
  ([1, 2, 3] as const).flatMap((direction) => {
    const turned = runs.filter((run) => run.direction === direction)
    const uprights = new Map(turned.map((run) => [uprightRun(run, direction), run]))
    return linesOf([...uprights.keys()]).map((line): PageLine => {
      const box = line.runs.map((run) => (uprights.get(run) as Run).box).reduce(coverBoxes)
      return { kind: 'line', box, text: textOfLine(line) }
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
    ...turnedLines(beyond).map(({ text }) => text),
    ...(aslant.trim() === '' ? [] : [aslant]),
  ]
  return texts.map((text) => ({ kind: 'line', box: { ...page, top: page.bottom }, text, isBehind: true }))
}
