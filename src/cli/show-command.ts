import type { Language } from '../model/finding.ts'
import type { Core } from '../records/core.ts'
import type { Exhibit, ShowOptions } from '../report/report.ts'
import { type ExitCode, exitCodeAfter } from './exit-code.ts'
import { guardWrite, requireFile } from './named-files.ts'
import { LONG_FORMATS, type LongFormat, type SHOW_FORMATS, type Stage } from './options.ts'
import { byEnding } from './outputs.ts'
import { complain, failedAmong, parseFiles } from './read-files.ts'
import type { TableOptions } from './show-tables.ts'
import { readShowOptions } from './terminal.ts'
import { UsageError } from './usage-error.ts'
import type { Io } from './world.ts'

export interface ShowCommandOptions extends TableOptions {
  readonly as?: ShowFormat
  readonly stage?: Stage
  readonly explainMatching?: boolean
}

type ShowFormat = (typeof SHOW_FORMATS)[number]

/** `pbo show`: reads all files and prints what they say, unchecked. */
export const runShow = async (
  paths: readonly string[],
  options: ShowCommandOptions,
  io: Io,
  core: Core,
  language: Language,
): Promise<ExitCode> => {
  const as = options.as ?? formatByName(options.output)
  requireSense(as, options)
  requireNoTerminal(as, options, io)
  const isRead = await showAll(as, paths, options, io, core, language)
  return exitCodeAfter(isRead ? 0 : 2, io.interruption())
}

const ENDINGS: Readonly<Record<string, ShowFormat>> = {
  csv: 'csv',
  json: 'json',
  jsonl: 'jsonl',
  md: 'markdown',
  parquet: 'parquet',
  xlsx: 'xlsx',
}

/** The format that the name of a file tells; a table for people where it tells none. */
const formatByName = (path = ''): ShowFormat => byEnding(path, ENDINGS) ?? 'table'

const isLongFormat = (format: ShowFormat): format is LongFormat =>
  LONG_FORMATS.some((known) => known === format)

/** Whether all could be read. */
const showAll = async (
  as: ShowFormat,
  paths: readonly string[],
  options: ShowCommandOptions,
  io: Io,
  core: Core,
  language: Language,
): Promise<boolean> => {
  const { stage, output } = options
  if (stage !== undefined) {
    const { showStage } = await import('./show-stage.ts')
    return showStage(stage, paths, options, io, core, language)
  }
  if (isLongFormat(as) || as === 'datapackage') {
    const { showPackage, showTable } = await import('./show-tables.ts')
    const request = { paths, options, io, core, language }
    return as === 'datapackage' ? showPackage(request) : showTable(as, request)
  }
  const noInputs = output === undefined ? undefined : { outputs: requireFile(output, io) }
  const render = await (options.explainMatching === true ? loadMatching(as) : loadRenderer(as))
  const { files } = await parseFiles(paths, options, io, core, noInputs)
  complain(failedAmong(files), io, language, false)
  const show = await readShowOptions(
    output === undefined ? options : { ...options, color: false },
    io,
    language,
  )
  const text = render({ toolVersion: io.toolVersion(), files }, show)
  if (output === undefined) io.stdout.write(text)
  else guardWrite(output, () => io.files.write(output, text))
  return files.every(({ kind }) => kind !== 'failed')
}

/** What one flag says must not be lost to another. */
const requireSense = (
  as: ShowFormat,
  { table, stage, output, data, explainMatching = false }: ShowCommandOptions,
): void => {
  if (table !== undefined && !isLongFormat(as)) {
    throw new UsageError({
      zh: `--table 只用于 --as ${LONG_FORMATS.join('、')}，不能用于 ${as}`,
      en: `--table can only be used with --as ${LONG_FORMATS.join(', ')}, not with ${as}`,
    })
  }
  if (data !== undefined && as !== 'datapackage') {
    throw new UsageError({
      zh: `--data 只用于 --as datapackage，不能用于 ${as}`,
      en: `--data can only be used with --as datapackage, not with ${as}`,
    })
  }
  if (stage !== undefined && (explainMatching || as !== 'table' || output !== undefined)) {
    throw new UsageError({
      zh: '--stage 不能与 --as、--output 或 --explain-matching 同时使用',
      en: '--stage cannot be combined with --as, --output or --explain-matching',
    })
  }
  if (explainMatching && as !== 'table' && as !== 'json') throw noMatching(as)
}

/** Formats that are no text don't go to a terminal. */
const requireNoTerminal = (format: ShowFormat, { output }: ShowCommandOptions, { stdout }: Io): void => {
  if (output !== undefined || !stdout.isTTY || (format !== 'xlsx' && format !== 'parquet')) return
  throw new UsageError({
    zh: `${format} 不是文本，不输出到终端。请用 --output 写入文件`,
    en: `${format} is a binary format and is not printed to a terminal; write it to a file with --output`,
  })
}

const noMatching = (format: string): UsageError =>
  new UsageError({
    zh: `--explain-matching 只能显示为 table 或 json，不能是 ${format}`,
    en: `--explain-matching can only be shown as a table or json, not as ${format}`,
  })

type Render = (exhibit: Exhibit, options: ShowOptions) => string

const loadMatching = async (format: ShowFormat): Promise<Render> => {
  const { renderMatching, renderMatchingJson } = await import('../report/matching.ts')
  return format === 'table' ? renderMatching : renderMatchingJson
}

/** Tables and wrapped text need libraries that a check can do without. */
const loadRenderer = async (format: ShowFormat): Promise<Render> => {
  if (format === 'table') return (await import('../report/table.ts')).renderTable
  if (format === 'tree') return (await import('../report/tree.ts')).renderTree
  return (await import('../report/tree-json.ts')).renderTreeJson
}
