import { reporters } from '../report/index.ts'
import { printable } from '../report/printable.ts'
import type { CheckedFile, FailedFile, ParsedFile, Report } from '../report/report.ts'
import type { Language } from '../rules/rule.ts'
import type { Core } from './core.ts'
import { type ExitCode, exitCodeOf, exitCodeOfSignal, type Thresholds } from './exit-code.ts'
import { complain, type FileOptions, forEachFile, readShowOptions } from './file-loop.ts'
import * as messages from './messages.ts'
import type { CHECK_FORMATS, LEVELS } from './options.ts'
import { guard } from './read-inputs.ts'
import type { Io } from './world.ts'

export interface CheckOptions extends FileOptions, Thresholds {
  readonly format: (typeof CHECK_FORMATS)[number]
  readonly level: (typeof LEVELS)[number]
}

/** `pbo check`: reads, checks and reports all files; the code says how it went. */
export const runCheck = async (
  paths: readonly string[],
  options: CheckOptions,
  io: Io,
  core: Core,
  language: Language,
): Promise<ExitCode> => {
  const files = await forEachFile(paths, options, io, core, (file) => checkFile(file, core))
  const report: Report = { toolVersion: io.toolVersion(), files }
  const show = await readShowOptions(options, io, language)
  complain(files, io, language, options.format === 'pretty')
  const wrap = io.stdout.isTTY ? (await import('../report/wrap.ts')).wrapText : undefined
  io.stdout.write(reporters[options.format](report, { ...show, level: options.level, hash: io.hash, wrap }))
  const signal = io.interruption()
  return signal === undefined ? exitCodeOf(report, options) : exitCodeOfSignal(signal)
}

const checkFile = (file: ParsedFile, core: Core): CheckedFile | FailedFile => {
  const checked = guard(() => core.check(file.disclosure))
  return 'crash' in checked
    ? { kind: 'failed', path: file.path, error: messages.crashed(printable(checked.crash)) }
    : { ...file, kind: 'checked', findings: checked.value }
}
