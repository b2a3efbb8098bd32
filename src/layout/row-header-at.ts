import type { Heading } from '../model/disclosure.ts'
import type { Block, Row } from '../read/grid.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { recognizeRowHeader } from './row-header.ts'
import { rolesOf } from './row-roles.ts'
import type { RowHeader } from './sides.ts'

/**
 * The header of a table of indicators that begins at `at`, if one does. `above`: the header last read, which
 * a page may repeat over too few rows to tell again what its columns are.
 */
export const rowHeaderAt = (
  blocks: readonly Block[],
  at: number,
  above?: RowHeader,
): RowHeader | undefined => {
  const block = blocks[at]
  if (block?.kind !== 'row' || !rolesOf(block).hasAny) return undefined
  const rows = rowsFrom(blocks, at)
  return (above === undefined ? undefined : repeated(above, rows)) ?? recognizeRowHeader(rows)
}

const repeated = (header: RowHeader, rows: readonly Row[]): RowHeader | undefined => {
  const { headings, height } = header
  if (height === 0) return undefined
  const texts = rows
    .slice(0, height)
    .flatMap(({ cells }) => cells.filter(({ text }) => !text.isBlank).map(({ text }) => text))
  const isSame = ({ text }: Heading, i: number): boolean =>
    texts[i] !== undefined && text.meaning === texts[i].meaning
  if (texts.length !== headings.length || !headings.every(isSame)) return undefined
  return { ...header, headings: headings.map(({ role }, i) => ({ role, text: texts[i] as SpannedText })) }
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
