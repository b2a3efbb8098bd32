import { Decimal } from '../../model/decimal.ts'
import { csvCell, plainCsvCell } from '../csv.ts'
import { markdownRow, markdownText, printable, printableJson } from '../printable.ts'
import {
  headersOf,
  type LongColumn,
  type LongRow,
  type LongValue,
  type TableWriter,
  type WriterOptions,
} from './long-table.ts'

const DONE = (): readonly [] => []

/** A value as text, exact. */
const textOf = (value: LongValue): string =>
  value instanceof Decimal ? value.toFixed() : String(value ?? '')

/**
 * CSV for Excel and for programs: UTF-8 with a byte-order mark and CRLF. Cells are what stands in the filing; with
 * headers for people they are such as no spreadsheet runs.
 */
export const openCsv = (options: WriterOptions): TableWriter => {
  const { columns, isForPeople, take } = options
  const cell = isForPeople ? csvCell : plainCsvCell
  take(`\ufeff${headersOf(options).map(cell).join(',')}\r\n`)
  return {
    write: (row) =>
      take(
        `${row
          .map((value, i) =>
            columns[i]?.type === 'text' ? cell(printable(textOf(value))) : plainCsvCell(textOf(value)),
          )
          .join(',')}\r\n`,
      ),
    finish: DONE,
  }
}

/** CSV of a data package, as RFC 4180 has it: no byte-order mark, and every cell just what it holds. */
export const openDataCsv = (options: WriterOptions): TableWriter => {
  const { columns, take } = options
  take(`${columns.map(({ name }) => name).join(',')}\r\n`)
  return {
    write: (row) => take(`${row.map((value) => plainCsvCell(textOf(value))).join(',')}\r\n`),
    finish: DONE,
  }
}

/** One object per line with all columns; null where there is nothing. Exact numbers are text. */
export const openJsonLines = ({ columns, take }: WriterOptions): TableWriter => ({
  write: (row) => {
    const values = row.map((value) => (value instanceof Decimal ? value.toFixed() : (value ?? null)))
    const object = Object.fromEntries(columns.map(({ name }, i) => [name, values[i]]))
    take(`${printableJson(JSON.stringify(object))}\n`)
  },
  finish: DONE,
})

/** A table for people and issues, without optional columns that are empty; what isn't text is flush right. */
export const openMarkdown = (options: WriterOptions): TableWriter => {
  const rows: LongRow[] = []
  return {
    write: (row) => void rows.push(row),
    finish: () => {
      const { columns, take } = options
      const isShown = (column: LongColumn, i: number): boolean =>
        column.isOptional !== true || rows.some((row) => row[i] !== undefined)
      const shown = columns.map(isShown)
      const line = (cells: readonly string[]): void => take(markdownRow(cells.filter((_, i) => shown[i])))
      line(headersOf(options).map(markdownText))
      line(columns.map(({ type }) => (['text', 'date', 'flag'].includes(type) ? '---' : '---:')))
      for (const row of rows) line(row.map((value) => markdownText(textOf(value))))
      return []
    },
  }
}
