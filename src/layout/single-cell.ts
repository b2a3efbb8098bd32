import type { Block } from '../read/grid.ts'
import { inferColumns, recognizeCellHeader } from './columns.ts'
import type { Layout, Part } from './layout.ts'
import { joinBrokenRows } from './rows.ts'
import { TableReader } from './table-reader.ts'

/**
 * L1: one row per project, all its goals in one cell and all its indicators in another; rows of
 * totals, departments and agencies above. Pages repeat the header; a project may go on after one.
 */
export const singleCell: Layout = {
  id: 'single-cell',

  score: (blocks) => {
    const rows = blocks.filter((block) => block.kind === 'row')
    if (rows.some((row) => recognizeCellHeader(row) !== undefined)) return 0.9
    return inferColumns(rows) === undefined ? 0 : 0.5
  },

  read: (blocks): Part => {
    const rows = blocks.filter((block) => block.kind === 'row')
    const hasHeader = rows.some((row) => recognizeCellHeader(row) !== undefined)
    const reader = new TableReader(hasHeader ? undefined : inferColumns(rows))
    reader.read(joinBrokenRows(blocks, recognizeCellHeader))
    const { tables, leftovers, irregularRows } = reader
    return { tables, leftovers, irregularRows, truncated: isCutOff(blocks, reader) }
  },
}

/** Whether the input ends inside a row. */
const isCutOff = (blocks: readonly Block[], { columns, lastProject }: TableReader): boolean => {
  const last = blocks.findLast((block) => block.kind !== 'gap')
  if (last?.kind !== 'row' || columns === undefined) return false
  return last.cells.length < columns.length && lastProject !== undefined
}
