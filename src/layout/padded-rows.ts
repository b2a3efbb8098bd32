import { collectAll, mapped } from '../collect.ts'
import { type Block, type Cell, cellsOf, plainCell, type Row } from '../read/grid.ts'
import { type CellKind, isLevel, isTyped } from '../vocabulary/cell-kinds.ts'
import { isFooterWord } from '../vocabulary/form-words.ts'
import { alignRow, totalFitness } from './align.ts'
import { hasRowHeader, ownRows, rowHeaderAt } from './row-header.ts'
import type { RowHeader } from './sides.ts'
import { kindOf } from './words-of.ts'

/**
 * Tables in which converters left out the cells that merged ones cover, and filled each row with blank cells at its end: 质量指标
 * stands in the column of 产出指标, the name of an indicator in either. Without the blank cells the rows are short, and are put
 * where they fit. Only where rows fit the columns of their header clearly better so; other tables stay as they are.
 */
export const withoutPadding = (blocks: readonly Block[]): readonly Block[] => {
  if (!blocks.some((block) => block.kind === 'row' && isPadded(block))) return blocks
  return collectAll(tablesIn(blocks), (table) => {
    if (!mayBePadded(table)) return table
    const short = table.map(withoutEnd)
    return fitsBetter(short, table) ? short : (withHeadingsInFront(short, table) ?? table)
  })
}

/**
 * Rows of a page that begins in the middle of a table, and so has no header: those that lack headings, with as many blank cells in
 * front. `undefined` unless they are all of one width then.
 */
const withHeadingsInFront = (
  table: readonly Block[],
  padded: readonly Block[],
): readonly Block[] | undefined => {
  if (hasRowHeader(table)) return undefined
  const lacking = table.map((block) => (isIndicator(block) ? LEVELS - headingsOf(block) : 0))
  const widths = table.flatMap((block, i) =>
    isIndicator(block) ? [block.cells.length + (lacking[i] ?? 0)] : [],
  )
  const width = Math.max(0, ...widths)
  const isEven = widths.filter((one) => one === width).length * 4 >= widths.length * 3
  if (widths.length < FEWEST_ROWS || !isEven || new Set(lacking).size < LEVELS) return undefined
  const foot = table.findIndex(
    (block) => block.kind === 'row' && isFooterWord(block.cells[0]?.text.meaning ?? ''),
  )
  return table.flatMap((block, i): readonly Block[] => {
    if (foot >= 0 && i >= foot) return cellsOf(block).map((cell) => ({ kind: 'text', cell }))
    return [isIndicator(block) ? withBlanks(block, lacking[i] ?? 0) : (padded[i] as Block)]
  })
}

const LEVELS = 2
const FEWEST_ROWS = 4

/** Whether a block is a row with a sign, or with 定性 in its place, behind a name. */
const isIndicator = (block: Block): block is Row =>
  block.kind === 'row' &&
  block.cells.length > LEVELS &&
  block.cells.slice(1).some(({ text }) => SIGNS.has(kindOf(text)))

const SIGNS: ReadonlySet<CellKind> = new Set(['comparator', 'nature'])

/** How many headings a row begins with. */
const headingsOf = ({ cells }: Row): number => {
  const kinds = cells.slice(0, LEVELS).map(({ text }) => kindOf(text))
  const end = kinds.findIndex((kind) => !isLevel(kind))
  return end < 0 ? LEVELS : end
}

const withBlanks = (row: Row, count: number): Row => {
  const [first] = row.cells as readonly [Cell]
  const blank = plainCell(first.text.slice(0, 0))
  return { ...row, cells: [...Array.from({ length: count }, () => blank), ...row.cells] }
}

/** Rows of one width, of which the last may be cut off; or lines. */
const tablesIn = (blocks: readonly Block[]): readonly (readonly Block[])[] => {
  const tables: Block[][] = []
  let width = -1
  for (const [at, block] of blocks.entries()) {
    const own = block.kind === 'row' ? block.cells.length : block.kind === 'text' ? 0 : width
    const isCut = own < width && blocks[at + 1]?.kind !== 'row'
    if (own === 0 || (own !== width && !isCut)) {
      tables.push([])
      width = own
    }
    tables.at(-1)?.push(block)
    if (block.kind === 'gap' && block.endsTable === true) width = -1
  }
  return tables
}

const isPadded = ({ cells }: Row): boolean => cells.length > 2 && cells.at(-1)?.text.isBlank === true

/** Whether several rows end with blank cells, and hardly one begins with any: where covered places are printed, many do. */
const mayBePadded = (table: readonly Block[]): boolean => {
  const rows = table.filter((block) => block.kind === 'row')
  const inFront = rows.filter(({ cells }) => cells[0]?.text.isBlank !== false).length
  return inFront * 10 <= rows.length && rows.filter(isPadded).length * 4 >= rows.length
}

const withoutEnd = (block: Block): Block => {
  if (block.kind !== 'row') return block
  const end = block.cells.findLastIndex(({ text }) => !text.isBlank) + 1
  const [only] = block.cells
  if (end < 2 && only !== undefined) return { kind: 'text', cell: only }
  return { ...block, cells: block.cells.slice(0, end) }
}

/**
 * Whether rows fit the columns of their header better where they are short: several that lack more cells than others do, and
 * no few of all.
 */
const fitsBetter = (short: readonly Block[], padded: readonly Block[]): boolean => {
  let better = 0
  let others = 0
  for (let at = 0; at < short.length; at += 1) {
    const header = rowHeaderAt(short, at)
    if (header === undefined) continue
    const plain = rowHeaderAt(padded, at) ?? header
    const places = bodyOf(short, at, header)
    const widest = places.reduce((most, i) => Math.max(most, cellsOf(short[i] as Block).length), 0)
    for (const i of places) {
      const row = short[i] as Row
      const gain =
        fitOf(row, header) - Math.max(...[plain, header].map((one) => fitOf(padded[i] as Row, one)))
      if (row.cells.length < widest && gain >= CLEARLY_BETTER && hasIndicator(row)) better += 1
      else others += 1
    }
    at = places.at(-1) ?? at
  }
  return better > 1 && better * 4 > others
}

/** How much better a row must fit: a heading that stands under its word, instead of a name under it. */
const CLEARLY_BETTER = 4

/** A heading in front, or something that is no words: 自评结论 and what it says would fit as a name and its value. */
const hasIndicator = ({ cells: [first, ...others] }: Row): boolean =>
  (first !== undefined && isLevel(kindOf(first.text))) ||
  others.some(({ text }) => isTyped(kindOf(text)) || VALUES.has(kindOf(text)))

const VALUES: ReadonlySet<CellKind> = new Set(['comparator', 'quality', 'unit'])

const fitOf = (row: Row, { columns }: RowHeader): number => totalFitness(alignRow(row, columns), columns)

/** The places of the rows below a header. */
const bodyOf = (
  blocks: readonly Block[],
  at: number,
  { height, labels, headings }: RowHeader,
): readonly number[] => {
  const places = blocks.flatMap((block, i) => (i >= at + height && block.kind === 'row' ? [i] : []))
  const rows = places.map((i) => blocks[i] as Row)
  const words = mapped(headings, ({ text }) => text.meaning)
  return places.slice(0, ownRows(rows, [labels[0]?.meaning ?? '', ...words]).length)
}
