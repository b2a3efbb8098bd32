import type { LayoutId } from '../model/draft.ts'
import type { Block } from '../read/grid.ts'
import { headerlessList } from './headerless.ts'
import type { Layout, Part } from './layout.ts'
import { rowHeaderAt } from './row-header.ts'
import { RowTableReader } from './row-table-reader.ts'
import type { RowHeader } from './sides.ts'

/**
 * L2: one row per indicator. Project, amount, goal and headings are printed once, merged over their
 * rows, or again in each row; L6, a matrix, has several target columns, and L7, a flat table, none of
 * headings.
 */
export const rowPerIndicator: Layout = {
  id: 'row-per-indicator',
  highest: 1,

  score: (blocks) => {
    const header = firstHeader(blocks)
    if (header === undefined) return headerlessList(blocks) === undefined ? 0 : 0.9
    return header.columns.includes('name') ? 1 : 0.6
  },

  read: (blocks): Part => {
    const reader = new RowTableReader(firstHeader(blocks) === undefined ? headerlessList(blocks) : undefined)
    reader.read(blocks)
    const id = kindOf(reader.header)
    return {
      ...(id === undefined ? {} : { id }),
      tables: reader.tables,
      readings: reader.log.all,
      leftovers: reader.leftovers,
      irregularRows: [],
      truncated: false,
    }
  },
}

const firstHeader = (blocks: readonly Block[]): RowHeader | undefined => {
  for (const at of blocks.keys()) {
    const header = rowHeaderAt(blocks, at)
    if (header !== undefined) return header
  }
  return undefined
}

const kindOf = (header: RowHeader | undefined): LayoutId | undefined => {
  if (header === undefined) return undefined
  const [side] = header.sides
  if (side === undefined || side.headings.length > 0) return undefined
  if (header.sides.length === 1 && side.targets.length > 2) return 'matrix'
  return side.levelOne === undefined && side.levelTwo === undefined ? 'flat' : undefined
}
