import { csvCell } from '../csv.ts'
import { markdownRow, markdownText } from '../markdown-text.ts'
import { printable, printableJson } from '../printable.ts'
import type { LongTable, LongValue } from './long-table.ts'

/** UTF-8 with a byte-order mark, CRLF, and cells that no spreadsheet runs. */
export const writeCsv = ({ columns, rows }: LongTable): string =>
  `\ufeff${[columns.map(({ name }) => name), ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`

/** A comparator alone runs nowhere, and has to stay comparable. */
const COMPARATOR = '='

const cell = (value: LongValue): string =>
  typeof value === 'number' || value === COMPARATOR ? String(value) : csvCell(printable(String(value ?? '')))

/** One object per line with all columns; null where there is nothing. */
export const writeJsonLines = ({ columns, rows }: LongTable): string =>
  rows
    .map((row) => Object.fromEntries(columns.map(({ name }, i) => [name, row[i] ?? null])))
    .map((row) => `${printableJson(JSON.stringify(row))}\n`)
    .join('')

/** A table for people and issues, without optional columns that are empty; what isn't text is flush right. */
export const writeMarkdown = (table: LongTable): string => {
  const { columns, rows } = withoutEmpty(table)
  return [
    markdownRow(columns.map(({ name }) => markdownText(name))),
    markdownRow(columns.map(({ type }) => (type === 'text' || type === 'flag' ? '---' : '---:'))),
    ...rows.map((row) => markdownRow(row.map((value) => markdownText(String(value ?? ''))))),
  ].join('')
}

const withoutEmpty = ({ columns, rows }: LongTable): LongTable => {
  const isShown = columns.map(
    ({ isOptional }, i) => isOptional !== true || rows.some((row) => row[i] !== undefined),
  )
  const shown = <Item>(items: readonly Item[]): readonly Item[] => items.filter((_, i) => isShown[i])
  return { columns: shown(columns), rows: rows.map(shown) }
}
