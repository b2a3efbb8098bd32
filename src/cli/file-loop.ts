import type { Language } from '../model/finding.ts'
import type { FailedRecord, SkippedRecord } from '../model/record.ts'
import type { Core } from '../records/core.ts'
import { interrupted } from '../records/file-messages.ts'
import { parseContent, type ReadFile, type ReadOptions } from '../records/parse-content.ts'
import type { TextLimits } from '../records/text-limits.ts'
import { printable } from '../report/printable.ts'
import type { ParsedFile, ShowOptions } from '../report/report.ts'
import type { Encoding } from '../source/source.ts'
import { gatherInputs, type InputFlags, type NoInputs } from './gather-inputs.ts'
import type { FoundInput } from './inputs.ts'
import { createPaint, wantsColor } from './paint.ts'
import { readContent, readerOf } from './read-inputs.ts'
import { Trial } from './trial.ts'
import type { Io } from './world.ts'

/** Options that every command that reads files has. */
export interface FileOptions extends InputFlags, TextLimits {
  readonly encoding?: Encoding
  readonly maxFileSize: number
  /** Seconds for one file. */
  readonly fileTimeout: number
  /** Bytes of memory for one file. */
  readonly fileMemory: number
  readonly color?: boolean
  readonly ambiguousWidth: '1' | '2'
}

/** What came of all inputs, each sorted by path. */
interface Worked<Result> {
  readonly files: readonly (Result | FailedRecord)[]
  readonly skipped: readonly SkippedRecord[]
}

/** What came of one input, or of one file in an archive. */
export interface ReadInput {
  readonly read: ReadFile
  /** Of the bytes that were read; those of an archive for each file in it. */
  readonly content?: { readonly sha256: string; readonly size: number }
}

/** Finds, reads and parses all inputs. Sorted by path; after a signal only what is done by then. */
export const parseFiles = async (
  paths: readonly string[],
  options: FileOptions,
  io: Io,
  core: Core,
  noInputs?: NoInputs,
): Promise<Worked<ParsedFile | FailedRecord>> => {
  const results: ReadFile[] = []
  for await (const { read } of readFiles(paths, options, io, core, noInputs)) {
    if (read.kind !== 'skipped' || read.isUnread !== true) results.push(read)
  }
  return sortFiles(results, options)
}

/**
 * Reads and parses all inputs one after the other, in the order of their paths, and says of those that can't be read
 * or are not looked into why. Where a signal ends it, the last one is the first file that was not done.
 *
 * @param noInputs What is about to be written.
 */
export async function* readFiles(
  paths: readonly string[],
  options: FileOptions,
  io: Io,
  core: Core,
  noInputs?: NoInputs,
): AsyncGenerator<ReadInput> {
  const { found, failed, unread } = await gatherInputs(paths, options, io, noInputs)
  const inputs = [...found, ...failed, ...unread].sort(byPath)
  const trial = new Trial({ ...options, ...readOptionsOf(options) }, io)
  let left = found.length
  if (left >= MANY_FILES) io.settleIn()
  try {
    for (const input of inputs) {
      if (input.kind === 'failed' || input.kind === 'skipped') {
        yield { read: input }
        continue
      }
      if (left < found.length) await io.turn()
      const files = io.interruption() === undefined ? await readOne(input, options, trial, io, core) : []
      // Standard input that a signal cut short is not an input.
      if (io.interruption() !== undefined && (files.length === 0 || input.kind === 'stdin')) {
        yield { read: { kind: 'failed', path: input.path, error: interrupted(left - 1) } }
        return
      }
      yield* files
      left -= 1
    }
  } finally {
    await trial.close()
  }
}

/** From so many files on, the engine is set for long work. */
const MANY_FILES = 100

const readOne = async (
  input: FoundInput,
  options: FileOptions,
  trial: Trial,
  io: Io,
  core: Core,
): Promise<readonly ReadInput[]> => {
  const content = await readContent(input, io, options.maxFileSize)
  if ('kind' in content) return [{ read: content }]
  const fault = await trial.faultOf(input, content)
  if (fault !== undefined) return [{ read: fault }]
  // What a signal ended in its trial is not read.
  if (io.interruption() !== undefined) return []
  const known = { sha256: io.sha256(content.bytes), size: content.bytes.length }
  const files = await parseContent(content, input, readerOf(io, core), readOptionsOf(options))
  return files.map((read) => ({ read, content: known }))
}

/** What of the options reading depends on. */
export const readOptionsOf = ({
  encoding,
  maxFileSize,
  maxLine,
  maxCell,
  ocr,
}: Pick<FileOptions, 'encoding' | 'maxFileSize' | 'ocr' | keyof TextLimits>): ReadOptions => ({
  encoding,
  maxFileSize,
  maxLine,
  maxCell,
  ocr,
})

/** Results in order, those that are no filings apart. */
const sortFiles = <Result extends { readonly kind: string; readonly path: string }>(
  results: readonly (Result | SkippedRecord)[],
  { allowEmpty, shard }: Pick<FileOptions, 'allowEmpty' | 'shard'>,
): Worked<Exclude<Result, SkippedRecord>> => {
  const isSkipped = (result: Result | SkippedRecord): result is SkippedRecord => result.kind === 'skipped'
  const skipped = results.filter(isSkipped).sort(byPath)
  const files = results.filter((result) => !isSkipped(result)).sort(byPath)
  if (files.length > 0 || allowEmpty === true || shard !== undefined) {
    return { files: files as Exclude<Result, SkippedRecord>[], skipped }
  }
  // Nothing at all was checked: then each is told as a failure.
  return { files: skipped.map(asFailure), skipped: [] }
}

/** An input that is no filing, told as one that could not be read. */
export const asFailure = ({ path, reason }: SkippedRecord): FailedRecord => ({
  kind: 'failed',
  path,
  error: reason,
})

const byPath = (a: { readonly path: string }, b: { readonly path: string }): number =>
  a.path < b.path ? -1 : a.path > b.path ? 1 : 0

/**
 * Says on stderr what could not be read, unless the report that says the same goes to the same
 * terminal.
 */
export const complain = (
  failed: readonly FailedRecord[],
  io: Io,
  language: Language,
  alsoReported: boolean,
): void => {
  if (alsoReported && io.stdout.isTTY && io.stderr.isTTY) return
  for (const { path, error } of failed) {
    io.stderr.write(`pbo: ${printable(path)}: ${printable(error[language])}\n`)
  }
}

/** Those of some files that could not be read. */
export const failedAmong = (files: readonly (ParsedFile | FailedRecord)[]): readonly FailedRecord[] =>
  files.filter((file) => file.kind === 'failed')

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
