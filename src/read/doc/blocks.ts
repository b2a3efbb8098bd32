import { type CellContent, type DocxBlock, type TableCell, tableOf } from '../docx/blocks.ts'
import type { Paragraph } from './paragraphs.ts'
import type { CellDefinition } from './table-place.ts'

interface FullRow {
  readonly cells: readonly (readonly DocxBlock[])[]
  readonly definitions: readonly CellDefinition[]
}

/** Paragraphs as they follow each other, rows of cells put together into tables, and tables in these. */
export const blocksOf = (paragraphs: readonly Paragraph[], depth = 0): DocxBlock[] => {
  const blocks: DocxBlock[] = []
  for (let at = 0; at < paragraphs.length; ) {
    const end = endOf(paragraphs, at, (paragraph) => paragraph.depth > depth)
    const { text, endsPage } = paragraphs[at] as Paragraph
    if (end === at) blocks.push({ kind: 'paragraph', text })
    if (end === at && endsPage) blocks.push({ kind: 'page-break' })
    for (const block of end > at ? readTable(paragraphs.slice(at, end), depth + 1) : []) blocks.push(block)
    at = Math.max(end, at + 1)
  }
  return blocks
}

const endOf = (
  paragraphs: readonly Paragraph[],
  start: number,
  holds: (paragraph: Paragraph) => boolean,
): number => {
  let end = start
  while (end < paragraphs.length && holds(paragraphs[end] as Paragraph)) end += 1
  return end
}

const readTable = (paragraphs: readonly Paragraph[], depth: number): readonly DocxBlock[] => {
  const rows: FullRow[] = []
  let cells: DocxBlock[][] = []
  let start = 0
  for (const [i, paragraph] of paragraphs.entries()) {
    if (paragraph.depth !== depth || !(paragraph.endsCell || paragraph.row !== undefined)) continue
    if (paragraph.row === undefined) {
      cells.push(blocksOf(paragraphs.slice(start, i + 1), depth))
    } else {
      rows.push({ cells, definitions: paragraph.row })
      cells = []
    }
    start = i + 1
  }
  // A table that was cut off has no end of its last row.
  if (start < paragraphs.length) cells.push(blocksOf(paragraphs.slice(start), depth))
  if (cells.length > 0) rows.push({ cells, definitions: [] })
  return tableOf(
    rows.map((row) => row.cells),
    (texts) => placed(rows.map(({ definitions }, i) => ({ texts: texts[i] ?? [], cells: definitions }))),
  )
}

/** Edges nearer than this (twentieths of a point) are one. */
const SAME_EDGE = 40

/** Cells by the edges of all rows: every row has its own. */
const placed = (
  rows: readonly { readonly texts: readonly CellContent[]; readonly cells: readonly CellDefinition[] }[],
): TableCell[][] => {
  const edges = distinct(rows.flatMap(({ cells }) => cells.flatMap(({ left, right }) => [left, right])))
  const indexOf = (edge: number): number => {
    let low = 0
    let high = edges.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((edges[middle] as number) <= edge) low = middle
      else high = middle - 1
    }
    return low
  }
  return rows.map(({ texts, cells }) =>
    texts.map(({ text, pieces }, i): TableCell => {
      const cell = cells[i]
      if (cell === undefined)
        return { text, pieces, column: i, columns: 1, goesOnFromAbove: false, goesOnFromLeft: false }
      const column = indexOf(cell.left)
      return {
        text,
        pieces,
        column,
        columns: Math.max(1, indexOf(cell.right) - column),
        goesOnFromAbove: cell.goesOnFromAbove,
        goesOnFromLeft: cell.isMergedAcross && cells[i - 1]?.isMergedAcross === true,
      }
    }),
  )
}

/** The first of those that lie near each other, in order. */
const distinct = (positions: readonly number[]): number[] =>
  positions
    .toSorted((a, b) => a - b)
    .reduce<number[]>((edges, position) => {
      if (position - (edges.at(-1) ?? Number.NEGATIVE_INFINITY) > SAME_EDGE) edges.push(position)
      return edges
    }, [])
