import type { Language } from '../model/finding.ts'
import type { Core } from '../records/core.ts'
import type { Exhibit, ShowOptions } from '../report/report.ts'
import { type ExitCode, exitCodeOfSignal } from './exit-code.ts'
import { complain, type FileOptions, failedAmong, parseFiles, readShowOptions } from './file-loop.ts'
import type { SHOW_FORMATS } from './options.ts'
import { isLongFormat, type LongFormat, renderLong, requireNoTerminal } from './show-long.ts'
import { LONG_FORMATS, type LONG_TABLES, type Stage } from './show-words.ts'
import { UsageError } from './usage-error.ts'
import type { Io } from './world.ts'

export interface ShowCommandOptions extends FileOptions {
  readonly as: (typeof SHOW_FORMATS)[number] | LongFormat
  readonly table?: (typeof LONG_TABLES)[number]
  readonly stage?: Stage
  readonly explainMatching?: boolean
}

/** `pbo show`: reads all files and prints what they say, unchecked. */
export const runShow = async (
  paths: readonly string[],
  options: ShowCommandOptions,
  io: Io,
  core: Core,
  language: Language,
): Promise<ExitCode> => {
  requireSense(options)
  requireNoTerminal(options.as, io)
  const isRead = await showAll(paths, options, io, core, language)
  const signal = io.interruption()
  if (signal !== undefined) return exitCodeOfSignal(signal)
  return isRead ? 0 : 2
}

/** Whether all could be read. */
const showAll = async (
  paths: readonly string[],
  options: ShowCommandOptions,
  io: Io,
  core: Core,
  language: Language,
): Promise<boolean> => {
  const { as, stage, table = 'indicators' } = options
  if (stage !== undefined) {
    const { showStage } = await import('./show-stage.ts')
    return showStage(stage, paths, options, io, core, language)
  }
  const render = isLongFormat(as)
    ? undefined
    : await (options.explainMatching === true ? loadMatching(as) : loadRenderer(as))
  const { files } = await parseFiles(paths, options, io, core)
  complain(failedAmong(files), io, language, false)
  const show = await readShowOptions(options, io, language)
  io.stdout.write(
    isLongFormat(as)
      ? await renderLong(table, as, { files, show }, io, core)
      : (render?.({ toolVersion: io.toolVersion(), files }, show) ?? ''),
  )
  return files.every(({ kind }) => kind !== 'failed')
}

/** What one flag says must not be lost to another. */
const requireSense = ({ as, table, stage, explainMatching = false }: ShowCommandOptions): void => {
  if (table !== undefined && !isLongFormat(as)) {
    throw new UsageError({
      zh: `--table 只用于 --as ${LONG_FORMATS.join('、')}，不能用于 ${as}`,
      en: `--table is for --as ${LONG_FORMATS.join(', ')}, not for ${as}`,
    })
  }
  if (stage !== undefined && (explainMatching || as !== 'table')) {
    throw new UsageError({
      zh: '--stage 不能与 --as 或 --explain-matching 同时使用',
      en: '--stage goes neither with --as nor with --explain-matching',
    })
  }
  if (explainMatching && isLongFormat(as)) throw noMatching(as)
}

const noMatching = (format: string): UsageError =>
  new UsageError({
    zh: `--explain-matching 只能显示为 table 或 json，不能是 ${format}`,
    en: `--explain-matching shows a table or json, not ${format}`,
  })

const loadMatching = async (
  format: ShowCommandOptions['as'],
): Promise<(exhibit: Exhibit, options: ShowOptions) => string> => {
  const { renderMatching, renderMatchingJson } = await import('../report/matching.ts')
  if (format === 'table') return renderMatching
  if (format === 'json') return renderMatchingJson
  throw noMatching(format)
}

/** Tables and wrapped text need libraries that a check can do without. */
const loadRenderer = async (
  format: ShowCommandOptions['as'],
): Promise<(exhibit: Exhibit, options: ShowOptions) => string> => {
  if (format === 'table') return (await import('../report/table.ts')).renderTable
  if (format === 'tree') return (await import('../report/tree.ts')).renderTree
  return (await import('../report/tree-json.ts')).renderTreeJson
}
