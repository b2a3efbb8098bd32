import { printable } from '../report/printable.ts'
import type { FailedFile, FileResult, ParsedFile, ShowOptions } from '../report/report.ts'
import type { Language } from '../rules/rule.ts'
import type { Encoding } from '../source/source.ts'
import type { Core } from './core.ts'
import { findInputs } from './inputs.ts'
import { createPaint, wantsColor } from './paint.ts'
import { readInput } from './read-inputs.ts'
import type { Io } from './world.ts'

/** Options that every command that reads files has. */
export interface FileOptions {
  readonly encoding?: Encoding
  readonly maxFileSize: number
  readonly stdinFilename?: string
  readonly allowEmpty?: boolean
  readonly color?: boolean
  readonly ambiguousWidth: '1' | '2'
}

export const DEFAULT_MAX_FILE_SIZE = 20 * 1024 ** 2

/**
 * Finds and reads all inputs and hands each parsed one to `work`. Sorted by path. Stops between
 * two files when a signal came in; what is done by then is returned.
 */
export const forEachFile = async <Result>(
  paths: readonly string[],
  options: FileOptions,
  io: Io,
  core: Core,
  work: (file: ParsedFile) => Result,
): Promise<(Result | FailedFile)[]> => {
  const { found, failed } = await findInputs(paths.length === 0 ? ['.'] : paths, io, {
    allowEmpty: options.allowEmpty === true,
    stdinName: options.stdinFilename ?? '<stdin>',
  })
  const results: { path: string; result: Result | FailedFile }[] = failed.map((failure) => ({
    path: failure.path,
    result: failure,
  }))
  for (const [i, input] of found.entries()) {
    if (i > 0) await io.turn()
    if (io.interruption() !== undefined) break
    const file = await readInput(input, io, core, {
      encoding: options.encoding,
      maxFileSize: options.maxFileSize,
    })
    // Standard input that a signal cut short is not an input.
    if (io.interruption() !== undefined && input.kind === 'stdin') break
    results.push({ path: input.path, result: file.kind === 'failed' ? file : work(file) })
  }
  return results.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)).map(({ result }) => result)
}

/**
 * Says on stderr what could not be read, unless the report that says the same goes to the same
 * terminal.
 */
export const complain = (
  files: readonly { readonly kind: string }[],
  io: Io,
  language: Language,
  alsoReported: boolean,
): void => {
  if (alsoReported && io.stdout.isTTY && io.stderr.isTTY) return
  for (const file of files as readonly FileResult[]) {
    if (file.kind !== 'failed') continue
    io.stderr.write(`pbo: ${printable(file.path)}: ${printable(file.error[language])}\n`)
  }
}

/** How the output should look, from flags, environment and terminal. */
export const readShowOptions = async (
  options: Pick<FileOptions, 'color' | 'ambiguousWidth'>,
  io: Io,
  language: Language,
): Promise<ShowOptions> => ({
  language,
  width: terminalWidth(io),
  ambiguousWidth: options.ambiguousWidth === '2' ? 2 : 1,
  paint: await createPaint(wantsColor(options.color, io)),
})

/** Columns: the terminal's; else `COLUMNS`, else 100, so that files and pipes don't depend on a window. */
const terminalWidth = ({ stdout, env }: Io): number => {
  if (stdout.isTTY) return stdout.columns ?? 80
  const asked = Number(env['COLUMNS'])
  return Number.isInteger(asked) && asked >= 20 && asked <= 1000 ? asked : 100
}
