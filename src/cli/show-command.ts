import type { Exhibit, FailedFile, ParsedFile, ShowOptions } from '../report/report.ts'
import type { Language } from '../rules/rule.ts'
import type { Core } from './core.ts'
import { type ExitCode, exitCodeOfSignal } from './exit-code.ts'
import { complain, type FileOptions, forEachFile, readShowOptions } from './file-loop.ts'
import type { SHOW_FORMATS } from './options.ts'
import type { Io } from './world.ts'

export interface ShowCommandOptions extends FileOptions {
  readonly as: (typeof SHOW_FORMATS)[number]
}

/** `pbo show`: reads all files and prints what they say, unchecked. */
export const runShow = async (
  paths: readonly string[],
  options: ShowCommandOptions,
  io: Io,
  core: Core,
  language: Language,
): Promise<ExitCode> => {
  const files = await forEachFile<ParsedFile | FailedFile>(paths, options, io, core, (file) => file)
  const render = await loadRenderer(options.as)
  complain(files, io, language, false)
  io.stdout.write(
    render({ toolVersion: io.toolVersion(), files }, await readShowOptions(options, io, language)),
  )
  const signal = io.interruption()
  if (signal !== undefined) return exitCodeOfSignal(signal)
  return files.some(({ kind }) => kind === 'failed') ? 2 : 0
}

/** Tables and wrapped text need libraries that a check can do without. */
const loadRenderer = async (
  format: ShowCommandOptions['as'],
): Promise<(exhibit: Exhibit, options: ShowOptions) => string> => {
  if (format === 'table') return (await import('../report/table.ts')).renderTable
  if (format === 'tree') return (await import('../report/tree.ts')).renderTree
  return (await import('../report/tree-json.ts')).renderTreeJson
}
