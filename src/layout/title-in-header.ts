import { mapped } from '../collect.ts'
import type { Block, Cell, Row } from '../read/grid.ts'
import { isTitle } from './front-matter.ts'
import { headIn } from './words-of.ts'

/**
 * Blocks without titles printed inside a header: where one wide cell, beside cells as high as the header, holds the title of the
 * table (项目名称 | 项目绩效目标表 over 预算金额, 绩效目标 …), it is a line, and the cells beside it belong to the row below.
 */
export const withoutTitlesInHeaders = (blocks: readonly Block[]): readonly Block[] => {
  let above: Row | undefined
  return mapped(blocks, (block, at) => {
    const [title, titled] = [titleIn(block, blocks[at + 1]), above]
    above = title !== undefined && block.kind === 'row' ? block : undefined
    if (title !== undefined) return { kind: 'text', cell: title }
    return block.kind === 'row' && titled !== undefined ? withHighCells(block, titled) : block
  })
}

/** The title in the upper row of a header, if all else that it holds reaches into the lower one. */
const titleIn = (upper: Block | undefined, lower: Block | undefined): Cell | undefined => {
  if (upper?.kind !== 'row' || lower?.kind !== 'row' || !isMerged(upper) || !isMerged(lower)) return undefined
  const merged = new Set(upper.cells.map(({ mergedInto }) => mergedInto))
  const own = upper.cells.filter(({ mergedInto }) => mergedInto === undefined)
  const [title, ...others] = own.filter((cell) => merged.has(cell))
  if (title === undefined || others.length > 0 || own.length < 2) return undefined
  if (headIn(title.text) !== undefined || !isTitle(title.text)) return undefined
  const high = new Set(lower.cells.map(({ mergedInto }) => mergedInto))
  return own.every((cell) => high.has(cell) !== (cell === title)) ? title : undefined
}

const isMerged = ({ cells }: Row): boolean => cells.some(({ mergedInto }) => mergedInto !== undefined)

const withHighCells = (row: Row, above: Row): Row => {
  const high = new Set(above.cells)
  return {
    ...row,
    cells: mapped(row.cells, (cell) =>
      cell.mergedInto !== undefined && high.has(cell.mergedInto) ? cell.mergedInto : cell,
    ),
  }
}
