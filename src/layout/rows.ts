import type { Block, Cell, Row } from '../read/grid.ts'
import { SpannedText } from '../source/spanned-text.ts'
import type { Columns } from './align.ts'

/**
 * Rows that a line end inside a cell has broken, put together: the following lines have just the
 * cells that are missing. Other rows stay as they are.
 */
export const joinBrokenRows = (
  blocks: readonly Block[],
  recognizeHeader: (row: Row) => Columns | undefined,
): readonly Block[] => {
  const joined: Block[] = []
  let width = 0
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at] as Block
    if (block.kind !== 'row') {
      joined.push(block)
      continue
    }
    const columns = recognizeHeader(block)
    if (columns !== undefined) width = columns.length
    const parts = columns === undefined && block.cells.length < width ? missingParts(blocks, at, width) : []
    joined.push(parts.reduce<Row>(joinRows, block))
    at += parts.length
  }
  return joined
}

/** The lines after `at` that make its row whole, or none. */
export const missingParts = (blocks: readonly Block[], at: number, width: number): readonly Row[] => {
  const parts: Row[] = []
  let count = (blocks[at] as Row).cells.length
  for (const block of blocks.slice(at + 1, at + 1 + 200)) {
    if (block.kind === 'gap') return []
    const cells = block.kind === 'row' ? block.cells : [block.cell]
    const first = (cells[0] as Cell).text
    if (first.isBlank || /^[\d.,\s]+$/.test(first.folded)) return []
    parts.push(block.kind === 'row' ? block : { kind: 'row', span: block.cell.span, cells })
    count += cells.length - 1
    if (count === width) return parts
    if (count > width) return []
  }
  return []
}

/** A row with the next line of it. */
export const joinRows = (before: Row, after: Row): Row => {
  const last = before.cells.at(-1) as Cell
  const first = after.cells[0] as Cell
  const broken: Cell = {
    text: SpannedText.join([last.text, first.text], '\n'),
    span: { start: last.span.start, end: first.span.end },
    markup: [...last.markup, ...first.markup],
    unclosed: first.unclosed,
  }
  return {
    kind: 'row',
    span: { start: before.span.start, end: after.span.end },
    cells: [...before.cells.slice(0, -1), broken, ...after.cells.slice(1)],
  }
}
