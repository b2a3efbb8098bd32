import { schemeInForce } from '../check.ts'
import type { Language } from '../model/finding.ts'
import type { CheckedRecord, FailedRecord } from '../model/record.ts'
import { recordOf } from '../record.ts'
import type { Core } from '../records/core.ts'
import type { LongTable } from '../report/long/long-table.ts'
import type { ParsedFile, ReportOptions, ShowOptions } from '../report/report.ts'
import { LONG_FORMATS, type LONG_TABLES } from './show-words.ts'
import { UsageError } from './usage-error.ts'
import type { Io } from './world.ts'

export type LongFormat = (typeof LONG_FORMATS)[number]
type LongTableName = (typeof LONG_TABLES)[number]

export const isLongFormat = (format: string): format is LongFormat =>
  LONG_FORMATS.some((known) => known === format)

/**
 * Formats that are no text don't go to a terminal.
 *
 * @throws UsageError before any work is done
 */
export const requireNoTerminal = (format: string, { stdout }: Io): void => {
  if (!stdout.isTTY || (format !== 'xlsx' && format !== 'parquet')) return
  throw new UsageError({
    zh: `${format} 不是文本，不输出到终端。请用 > 写入文件`,
    en: `${format} is no text and isn't printed to a terminal; write it to a file with >`,
  })
}

/** What a long table is made of. */
export interface LongInput {
  readonly files: readonly (ParsedFile | FailedRecord)[]
  readonly show: ShowOptions
}

/** A table of the files, ready to be written out. */
export const renderLong = async (
  name: LongTableName,
  format: LongFormat,
  input: LongInput,
  io: Io,
  core: Core,
): Promise<string | Uint8Array> => {
  const table = await loadTable(name, input, io, core)
  if (format === 'xlsx' || format === 'parquet') {
    const { writeParquet, writeXlsx } = await import('../report/long/write-binary.ts')
    return format === 'xlsx' ? writeXlsx(table, name) : writeParquet(table, io.toolVersion())
  }
  const { writeCsv, writeJsonLines, writeMarkdown } = await import('../report/long/write-text.ts')
  const write = { csv: writeCsv, jsonl: writeJsonLines, markdown: writeMarkdown }[format]
  return write(table)
}

const loadTable = async (
  name: LongTableName,
  { files, show }: LongInput,
  io: Io,
  core: Core,
): Promise<LongTable> => {
  const { language } = show
  const parsed = files.filter((file) => file.kind === 'parsed')
  if (name === 'indicators') {
    return (await import('../report/long/indicators.ts')).indicatorTable(parsed, language)
  }
  if (name === 'findings') {
    const { findingTable } = await import('../report/long/findings.ts')
    const options: ReportOptions = { ...show, level: 'info', hash: io.hash, wrap: undefined }
    const checked = files.map((file) => (file.kind === 'parsed' ? checkFile(file, core, io.hash) : file))
    return findingTable({ toolVersion: io.toolVersion(), files: checked }, options)
  }
  return await loadProjectTable(name, parsed, language)
}

const loadProjectTable = async (
  name: Exclude<LongTableName, 'indicators' | 'findings'>,
  files: readonly ParsedFile[],
  language: Language,
): Promise<LongTable> => {
  const { amountTable, goalTable, projectTable } = await import('../report/long/projects.ts')
  return { projects: projectTable, goals: goalTable, amounts: amountTable }[name](files, language)
}

const checkFile = (file: ParsedFile, core: Core, hash: Io['hash']): CheckedRecord =>
  recordOf(file, core.check(file.disclosure), schemeInForce(file.disclosure), hash)
