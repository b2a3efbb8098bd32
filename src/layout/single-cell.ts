import type { Block, Row } from '../read/grid.ts'
import type { Columns } from './align.ts'
import { cellHeaderAt, cellHeaders, headlessColumns } from './columns.ts'
import type { Layout, Part } from './layout.ts'
import { joinBrokenRows } from './rows.ts'
import { TableReader } from './table-reader.ts'

/**
 * L1: one row per project, all its goals in one cell and all its indicators in another; rows of
 * totals, departments and agencies above. Pages repeat the header; a project may go on after one.
 */
export const singleCell: Layout = {
  id: 'single-cell',
  highest: 0.9,

  score: (blocks) => {
    if (blocks.some((_, at) => cellHeaderAt(blocks, at) !== undefined)) return 0.9
    return headlessColumns(rowsOf(blocks)) === undefined ? 0 : 0.5
  },

  read: (blocks): Part => {
    const headers = cellHeaders(blocks)
    const headerOf = (row: Row): Columns | undefined => headers.get(row)
    const reader = new TableReader(headerOf, headers.size > 0 ? undefined : headlessColumns(rowsOf(blocks)))
    reader.read(joinBrokenRows(blocks, headerOf))
    const { tables, leftovers, irregularRows } = reader
    return { tables, leftovers, irregularRows, truncated: isCutOff(blocks, reader) }
  },
}

const rowsOf = (blocks: readonly Block[]): readonly Row[] => blocks.filter((block) => block.kind === 'row')

/** Whether the input ends inside a row. */
const isCutOff = (blocks: readonly Block[], { columns, lastProject }: TableReader): boolean => {
  const last = blocks.findLast((block) => block.kind !== 'gap')
  if (last?.kind !== 'row' || columns === undefined) return false
  return last.cells.length < columns.length && lastProject !== undefined
}
