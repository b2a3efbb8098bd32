import type { LongTable, TableWriter, WriterOptions } from '../../src/report/long/long-table.ts'
import type { ParsedFile } from '../../src/report/report.ts'

/** A table of files as one text. */
export const tableText = (
  table: LongTable,
  files: readonly ParsedFile[],
  open: (options: WriterOptions) => TableWriter,
  { isForPeople = false } = {},
): string => {
  let text = ''
  const take = (content: string | Uint8Array): void => {
    text += content
  }
  const writer = open({ take, columns: table.columns, title: table.name, isForPeople, toolVersion: '0' })
  const record = (): never => {
    throw new Error('not checked')
  }
  for (const read of files) {
    const rows = table.rowsOf({ read, content: undefined, record }, { language: 'en' })
    for (const row of rows) writer.write(row)
  }
  writer.finish()
  return text
}
