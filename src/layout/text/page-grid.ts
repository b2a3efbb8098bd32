import { type Block, type Cell, plainCell, type Row } from '../../read/grid.ts'
import { coverAll } from '../../source/span.ts'
import { cellKind, isLevel } from '../../vocabulary/cell-kinds.ts'
import { isSignature } from '../../vocabulary/form-words.ts'
import { isOwner } from '../../vocabulary/glued-words.ts'
import { headerRole } from '../../vocabulary/headers.ts'
import { isTitle } from '../front-matter.ts'
import { type PageCell, type PageRow, textOfCell } from './page-cells.ts'
import { type Band, bandsOf, type PageLine, pageLines } from './page-columns.ts'
import { rowsOfBands, valueColumns } from './page-rows.ts'
import type { Line, Token } from './tokens.ts'

/**
 * The rows of a page whose columns wide blanks align, as `pdftotext -layout` prints a table: each cell in its column, what is
 * broken over several lines put together. `undefined` for a text that is not printed so.
 */
export const pageGrid = (lines: readonly Line[]): readonly Block[] | undefined => {
  if (lines.length > MOST_LINES || !isAligned(lines)) return undefined
  const page = pageLines(areSpaced(lines) ? lines.map(withoutThinBlanks) : lines)
  const parts: (PageLine | Band)[] = []
  for (let at = 0; at < page.length; ) {
    let end = at
    while (end < page.length && !isApart(page[end] as PageLine)) end += 1
    parts.push(...bandsOf(page.slice(at, end).filter(({ pieces }) => pieces.length > 0)))
    parts.push(...page.slice(end, end + 1))
    at = end + 1
  }
  const bands = parts.filter((part) => 'columns' in part)
  if (!bands.some((band) => band.columns.length > 2 && valueColumns(band).length > 0)) return undefined
  const rows = rowsOfBands(bands)
  return parts.flatMap((part) =>
    'columns' in part ? blocksOf(part, rows[bands.indexOf(part)] ?? []) : [part.line.block],
  )
}

/** Whether a blank stands between digits and words wherever they meet, as some programs print 2024 年 12 月. */
const areSpaced = (lines: readonly Line[]): boolean => {
  let [spaced, glued] = [0, 0]
  for (const { block } of lines) {
    if (block.kind !== 'text') continue
    const { folded } = block.cell.text
    spaced += folded.match(SPACED)?.length ?? 0
    glued += folded.match(MEETING)?.length ?? 0
  }
  return spaced > FEWEST_SPACED && spaced > glued * 5
}

const FEWEST_SPACED = 5
const SPACED = /[\u4e00-\u9fff] \d|\d [\u4e00-\u9fff]/g
const MEETING = /[\u4e00-\u9fff]\d|\d[\u4e00-\u9fff]/g

/** The line with such blanks inside its cells. */
const withoutThinBlanks = (line: Line): Line => {
  const { block } = line
  if (block.kind !== 'text') return line
  const { text } = block.cell
  const tokens: Token[] = []
  for (const token of line.tokens) {
    const last = tokens.at(-1)
    const start = last === undefined ? 0 : last.text.span.start - text.span.start
    const end = token.text.span.end - text.span.start
    const middle = last === undefined ? 0 : last.text.span.end - text.span.start
    const meeting = text.folded.slice(middle - 1, middle + 2)
    const isThin =
      last !== undefined && SPACED_ONCE.test(meeting) && token.text.span.start === last.text.span.end + 1
    if (last !== undefined && isThin) tokens[tokens.length - 1] = { ...last, text: text.slice(start, end) }
    else tokens.push(token)
  }
  return { ...line, tokens, kinds: tokens.map((token) => cellKind(token.text.meaning)) }
}

const SPACED_ONCE = /^(?:[\u4e00-\u9fff] \d|[\d%‰] [\u4e00-\u9fff])$/

/** Sharing out rows among merged cells takes room for each pair of them. */
const MOST_LINES = 2500

/** Whether most lines with several pieces part some of them by wide blanks, which are as wide as the columns need. */
const isAligned = (lines: readonly Line[]): boolean => {
  const parted = lines.filter(({ tokens }) => tokens.length > 1)
  const blanks = parted.map(({ block }) =>
    block.kind === 'text' ? Array.from(block.cell.text.folded.matchAll(WIDE), ([blank]) => blank.length) : [],
  )
  const wide = blanks.filter(({ length }) => length > 0)
  // Three blanks between any two cells only part them, wider as they may be between two things in a line above the table.
  const ofRows = wide.filter(({ length }) => length > 1)
  const widths = new Set((ofRows.length > 2 ? ofRows : wide).flat())
  return widths.size > 1 && wide.length > 2 && wide.length * 2 > parted.length
}

const WIDE = /(?<=\S)\s{2,}(?=\S)/g

/** Titles, signatures, and what is no line of text. */
const isApart = ({ line: { block } }: PageLine): boolean => {
  if (block.kind !== 'text') return block.kind === 'row' || block.endsTable === true
  return isTitle(block.cell.text) || isSignature(block.cell.text.folded)
}

/** Rows with several cells, and what stands between them; lines before and behind are none of the table's. */
const blocksOf = (band: Band, found: readonly PageRow[]): readonly Block[] => {
  const rows = withOwners(found)
  const first = rows.findIndex((row) => row.length > 1)
  if (first < 0) return band.lines.map(({ line }) => line.block)
  const last = rows.findLastIndex((row) => row.length > 1)
  const byY = new Map(band.lines.map((line) => [line.y, line]))
  return rows.flatMap((row, i): readonly Block[] => {
    const lines = i < first || i > last ? wholeLines(row, byY) : undefined
    return lines?.map(({ line }) => line.block) ?? [rowOf(row, band.columns.length)]
  })
}

/**
 * The rows with 甲县 | 乙县 under 指标值, and the categories that stand beside them, at the middle of their own rows, in front
 * of the first of those.
 */
const withOwners = (rows: readonly PageRow[]): readonly PageRow[] => {
  const own = [...rows]
  for (const [i, header] of rows.entries()) {
    const roles = header.map((cell) => headerRole(textOfCell(cell).meaning))
    const name = header[roles.lastIndexOf('indicator')]?.column
    const [owners, below] = [rows[i + 1], rows[i + 2]]
    if (!roles.includes('target') || name === undefined || owners === undefined || below === undefined)
      continue
    const front = owners.filter(({ column }) => column <= name)
    const behind = owners.filter(({ column }) => column > name)
    const isCut =
      behind.length > 1 &&
      behind.every((cell) => isOwner(textOfCell(cell).meaning)) &&
      front.every((cell) => cell.column < name && isLevel(cellKind(textOfCell(cell).meaning))) &&
      front.every(({ column }) => below.every((cell) => cell.column !== column))
    if (!isCut) continue
    // 指标值 stands at the middle of the columns that it heads.
    const first = (behind[0] as PageCell).column
    own[i] = header.map((cell, at) => (roles[at] === 'target' ? { ...cell, column: first } : cell))
    own[i + 1] = behind
    own[i + 2] = [...front, ...below]
  }
  return own
}

/** The lines that hold nothing but the only cell of a row; `undefined` where one holds anything else. */
const wholeLines = (
  [cell, ...others]: PageRow,
  byY: ReadonlyMap<number, PageLine>,
): readonly PageLine[] | undefined => {
  if (cell === undefined || others.length > 0) return undefined
  const lines = cell.fragments.flatMap(({ y, pieces }) => {
    const line = byY.get(y)
    return line?.pieces.length === pieces.length ? [line] : []
  })
  return lines.length === cell.fragments.length ? lines : undefined
}

const rowOf = (row: PageRow, width: number): Row => {
  const texts = row.map((cell) => ({ column: cell.column, text: textOfCell(cell) }))
  const [first] = texts as [(typeof texts)[number]]
  const span = coverAll(
    texts.map(({ text }) => text.span),
    first.text.span,
  )
  const cells = Array.from({ length: width }, (_, column): Cell => {
    return plainCell(texts.find((one) => one.column === column)?.text ?? first.text.slice(0, 0))
  })
  return { kind: 'row', span, cells }
}
