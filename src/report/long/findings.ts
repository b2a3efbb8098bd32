import { COLUMNS, rowsOf } from '../finding-rows.ts'
import type { Report, ReportOptions } from '../report.ts'
import type { LongTable, LongValue } from './long-table.ts'

const NUMBERS: readonly string[] = ['line', 'column', 'endLine', 'endColumn']

/** One row per finding and per file that could not be checked, in the columns of the CSV report. */
export const findingTable = (report: Report, options: ReportOptions): LongTable => ({
  columns: COLUMNS.map((name) => ({
    name: name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    type: NUMBERS.includes(name) ? 'integer' : 'text',
  })),
  rows: rowsOf(report, options).map((row) =>
    COLUMNS.map((name): LongValue => (row[name] === '' ? undefined : row[name])),
  ),
})
