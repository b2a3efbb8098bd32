import type { Block, Row } from '../read/grid.ts'
import { type RowHeader, recognizeRowHeader } from './row-header.ts'
import { rolesOf } from './row-roles.ts'

/** The header of a table of indicators that begins at `at`, if one does. */
export const rowHeaderAt = (blocks: readonly Block[], at: number): RowHeader | undefined => {
  const block = blocks[at]
  return block?.kind === 'row' && rolesOf(block).hasAny ? recognizeRowHeader(rowsFrom(blocks, at)) : undefined
}

/** The row at `at` with the next, which its header may take too, and some of what stands below. */
const rowsFrom = (blocks: readonly Block[], at: number): readonly Row[] => {
  const rows: Row[] = []
  for (let i = at; i < blocks.length && rows.length < 16; i += 1) {
    const block = blocks[i]
    if (block?.kind === 'row') rows.push(block)
    else if (i > at && rows.length < 3) break
  }
  return rows
}

/** Whether nearly every row with an indicator prints the name of its project. */
export const printsEveryName = ({ columns }: RowHeader, blocks: readonly Block[]): boolean => {
  const name = columns.indexOf('name')
  const indicator = columns.indexOf('indicator')
  if (name < 0 || indicator < 0) return false
  const rows = blocks.filter(
    (block) => block.kind === 'row' && block.cells[indicator]?.text.isBlank === false,
  )
  const named = rows.filter((row) => row.kind === 'row' && row.cells[name]?.text.isBlank === false)
  return rows.length > 2 && named.length >= rows.length * 0.8
}
