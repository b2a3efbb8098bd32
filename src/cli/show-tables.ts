import type { Language, Message } from '../model/finding.ts'
import type { FailedRecord, SkippedRecord } from '../model/record.ts'
import { checkFile } from '../records/check-content.ts'
import type { Core } from '../records/core.ts'
import { type DataFormat, describePackage } from '../report/long/data-package.ts'
import type { LongTable, TableFile, TableWriter, WriterOptions } from '../report/long/long-table.ts'
import { TABLES, type TableName } from '../report/long/tables.ts'
import type { NoInputs } from './gather-inputs.ts'
import { guardWrite, requireEmptyFolder, requireFile } from './named-files.ts'
import type { LongFormat } from './options.ts'
import { asFailure, complain, type FileOptions, type ReadInput, readFiles } from './read-files.ts'
import { tell } from './terminal.ts'
import { UsageError } from './usage-error.ts'
import type { FileBeingWritten, Io } from './world.ts'

export interface TableOptions extends FileOptions {
  readonly table?: TableName
  readonly output?: string
  readonly data?: DataFormat
  /** The language that was asked for, not that of the system. */
  readonly lang?: Language
}

/** What tables are made of, and for whom. */
interface Request {
  readonly paths: readonly string[]
  readonly options: TableOptions
  readonly io: Io
  readonly core: Core
  readonly language: Language
}

/** Where a table is written. */
interface Writing {
  readonly table: LongTable
  readonly writer: TableWriter
  readonly finish: () => readonly Message[]
  readonly discard: () => void
  readonly rows: () => number
}

/**
 * Writes one table of all files while they are read, to standard output or into a file. False if one could not be
 * read, or not all of the table be written, which stderr is told.
 */
export const showTable = async (format: LongFormat, request: Request): Promise<boolean> => {
  const { options, io } = request
  const { table: name = 'indicators', output, lang } = options
  const noInputs = output === undefined ? undefined : { outputs: requireFile(output, io) }
  const target = output === undefined ? toStdout(io) : create(output, io)
  const open = await loadWriter(format)
  const title = lang === 'zh' ? TABLES[name].title.zh : name
  const writing = openWriting(TABLES[name], open, target, title, lang === 'zh', io)
  return writeAll([writing], request, noInputs)
}

/** Writes all tables, and what describes them, into a folder. */
export const showPackage = async (request: Request): Promise<boolean> => {
  const { paths, options, io } = request
  const { output, data: format = 'parquet' } = options
  if (output === undefined) throw noFolder()
  requireEmptyFolder(output, io)
  const writings: Writing[] = []
  const pathOf = ({ name }: LongTable): string => `${output}/${name}.${format}`
  try {
    guardWrite(output, () => io.files.makeFolder(output))
    const open = await loadWriter(format === 'csv' ? 'data-csv' : format)
    for (const table of Object.values(TABLES))
      writings.push(openWriting(table, open, create(pathOf(table), io), table.name, false, io))
    const isComplete = await writeAll(writings, request)
    const facts = {
      format,
      toolVersion: io.toolVersion(),
      sources: paths.length === 0 && options.filesFrom === undefined ? ['.'] : paths,
      isComplete,
      counts: Object.fromEntries(writings.map(({ table, rows }) => [table.name, rows()])),
    }
    const path = `${output}/datapackage.json`
    guardWrite(path, () => io.files.write(path, describePackage(facts)))
    return isComplete
  } catch (error) {
    // Some of the tables without the others look like all there are.
    for (const writing of writings) writing.discard()
    for (const { table } of writings) io.files.remove(pathOf(table))
    throw error
  }
}

const noFolder = (): UsageError =>
  new UsageError({
    zh: '--as datapackage 写多个文件，需要 --output 文件夹',
    en: '--as datapackage writes several files, so it needs --output FOLDER',
  })

/** Reads all files and writes their rows. False if one could not be read, or not all be written. */
const writeAll = async (
  writings: readonly Writing[],
  { paths, options, io, core, language }: Request,
  noInputs?: NoInputs,
): Promise<boolean> => {
  const failed: FailedRecord[] = []
  const skipped: SkippedRecord[] = []
  let isAnyRead = false
  try {
    const view = { language }
    for await (const input of readFiles(paths, options, io, core, noInputs)) {
      const { read } = input
      if (read.kind === 'failed') failed.push(read)
      else if (read.kind === 'skipped') skipped.push(read)
      else isAnyRead = true
      const file = tableFile(input, io, core)
      for (const { table, writer } of writings) for (const row of table.rowsOf(file, view)) writer.write(row)
      // What nobody takes away as fast as it is written would all be held.
      await io.stdout.flush()
    }
    const notes = writings.flatMap((writing) => writing.finish())
    for (const note of notes) tell(io, note[language])
    // Nothing at all was a filing: then each is told as a failure.
    const mayBeNone = isAnyRead || options.allowEmpty === true || options.shard !== undefined
    const told = mayBeNone || failed.length > 0 ? failed : skipped.filter(isLookedInto).map(asFailure)
    complain(told, io, language, false)
    return told.length === 0 && notes.length === 0
  } catch (error) {
    for (const writing of writings) writing.discard()
    throw error
  }
}

const isLookedInto = ({ isUnread }: SkippedRecord): boolean => isUnread !== true

/** A file for the tables; it is checked once one of them asks. */
const tableFile = ({ read, content }: ReadInput, io: Io, core: Core): TableFile => {
  let record: ReturnType<TableFile['record']> | undefined
  return {
    read,
    content,
    record: () => {
      record ??=
        read.kind === 'parsed'
          ? checkFile(read, { settings: {}, isCompared: false }, { core, hash: io.hash })
          : read
      return record
    },
  }
}

type Open = (options: WriterOptions) => TableWriter

/** Each way to write comes with libraries of its own. */
const loadWriter = async (format: LongFormat | 'data-csv'): Promise<Open> => {
  if (format === 'xlsx') return (await import('../report/long/write-xlsx.ts')).openXlsx
  if (format === 'parquet') return (await import('../report/long/write-parquet.ts')).openParquet
  const text = await import('../report/long/write-text.ts')
  return {
    csv: text.openCsv,
    'data-csv': text.openDataCsv,
    jsonl: text.openJsonLines,
    markdown: text.openMarkdown,
  }[format]
}

/** Text is written so many characters at a time. */
const AT_ONCE = 64 * 1024

const openWriting = (
  table: LongTable,
  open: Open,
  target: FileBeingWritten,
  title: string,
  isForPeople: boolean,
  io: Io,
): Writing => {
  let text = ''
  let rows = 0
  const flush = (): void => {
    if (text !== '') target.write(text)
    text = ''
  }
  const take: WriterOptions['take'] = (content) => {
    if (typeof content !== 'string') return target.write(content)
    text += content
    if (text.length >= AT_ONCE) flush()
  }
  const { columns } = table
  const writer = open({ take, columns, title, isForPeople, toolVersion: io.toolVersion() })
  return {
    table,
    writer: {
      ...writer,
      write: (row) => {
        rows += 1
        writer.write(row)
      },
    },
    finish: () => {
      const notes = writer.finish()
      flush()
      target.finish()
      return notes
    },
    discard: target.discard,
    rows: () => rows,
  }
}

const toStdout = ({ stdout }: Io): FileBeingWritten => ({
  write: stdout.write,
  finish: () => undefined,
  discard: () => undefined,
})

/** A file whose failures are told as what they are. */
const create = (path: string, io: Io): FileBeingWritten => {
  const file = guardWrite(path, () => io.files.create(path))
  return {
    write: (content) => guardWrite(path, () => file.write(content)),
    finish: () => guardWrite(path, file.finish),
    discard: file.discard,
  }
}
