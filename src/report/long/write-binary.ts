import { printable } from '../printable.ts'
import { sheetOf, writeBook } from '../xlsx.ts'
import type { LongColumn, LongTable, LongValue } from './long-table.ts'

/** Rows of a sheet below its header. */
const MOST_ROWS = 1_048_575

/** A workbook of one sheet; doubles and integers are numbers in it. Loads the spreadsheet library when called. */
export const writeXlsx = async ({ columns, rows }: LongTable, sheet: string): Promise<Uint8Array> => {
  if (rows.length > MOST_ROWS) throw new RangeError(`more than ${MOST_ROWS} rows`)
  const cells = rows.map((row) =>
    row.map((value) => (typeof value === 'number' ? value : printable(String(value ?? '')))),
  )
  const widths = columns.map(({ type }) => (type === 'text' ? 20 : 10))
  return writeBook({ [sheet]: sheetOf([columns.map(({ name }) => name), ...cells], widths) })
}

const PARQUET_TYPES = {
  text: 'STRING',
  integer: 'INT32',
  number: 'DOUBLE',
  flag: 'BOOLEAN',
} as const satisfies Record<LongColumn['type'], string>

/** Apache Parquet, every column nullable. Loads its writer when called. */
export const writeParquet = async (
  { columns, rows }: LongTable,
  toolVersion: string,
): Promise<Uint8Array> => {
  const { parquetWriteBuffer } = await import('hyparquet-writer')
  const columnData = columns.map(({ name, type }, i) => ({
    name,
    type: PARQUET_TYPES[type],
    nullable: true,
    data: rows.map((row): Exclude<LongValue, undefined> | null => row[i] ?? null),
  }))
  return new Uint8Array(parquetWriteBuffer({ columnData, createdBy: `pbo ${toolVersion}` }))
}
