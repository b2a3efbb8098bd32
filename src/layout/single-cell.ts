import type { Draft } from '../model/draft.ts'
import type { Grid } from '../read/grid.ts'
import { contains } from '../source/span.ts'
import { inferColumns, recognizeHeader } from './columns.ts'
import { findMoneyUnit, findTitle, findYear } from './front-matter.ts'
import { joinBrokenRows } from './rows.ts'
import { TableReader } from './table-reader.ts'
import { mergeTables } from './tables.ts'

/**
 * L1: one row per project, all its goals in one cell and all its indicators in another; rows of
 * totals, departments and agencies above. Pages repeat the header; a project may go on after one.
 */
export const recognizeSingleCell = (grid: Grid, length: number): Draft => {
  const rows = grid.blocks.filter((block) => block.kind === 'row')
  const hasHeader = rows.some((row) => recognizeHeader(row) !== undefined)
  const reader = new TableReader(hasHeader ? undefined : inferColumns(rows))
  reader.read(joinBrokenRows(grid.blocks, recognizeHeader))
  const { tables, leftovers, irregularRows } = reader
  const front = tables[0]?.front ?? []
  const title = findTitle(front)
  const around = leftovers.map(({ text }) => text)
  const moneyUnit = findMoneyUnit(tables[0]?.headings ?? [], [...front, ...around])
  return {
    span: { start: 0, end: length },
    title,
    year: findYear([...(title === undefined ? [] : [title]), ...front]),
    moneyUnit,
    headings: tables.flatMap(({ headings }) => headings),
    ...mergeTables(tables, moneyUnit),
    irregularRows,
    leftovers: [
      ...tables
        .flatMap((table) => table.front)
        .filter((text) => title === undefined || !contains(text.span, title.span))
        .map((text) => ({ text, reason: 'surrounding' as const })),
      ...leftovers,
    ],
    truncated: isCutOff(grid, reader),
  }
}

/** Whether the input ends inside a row or a cell, or says itself that it goes on. */
const isCutOff = ({ blocks }: Grid, { columns, lastProject }: TableReader): boolean => {
  const last = blocks.findLast((block) => block.kind !== 'gap')
  if (last?.kind === 'text') return last.cell.unclosed || /^(?:…+|\.{3,})$/.test(last.cell.text.folded)
  if (last === undefined || columns === undefined) return false
  return (
    (last.cells.length < columns.length && lastProject !== undefined) ||
    (last.cells.at(-1)?.unclosed ?? false)
  )
}
