import type { CheckedFiles } from '../handout/handout.ts'
import { byPath, type Language, type Message } from '../model/finding.ts'

import type { CheckedRecord, FailedRecord, SkippedRecord } from '../model/record.ts'
import type { Core } from '../records/core.ts'
import { interrupted, tooLarge } from '../records/file-messages.ts'
import type { TextLimits } from '../records/limits.ts'
import { archivesOf, cuttingOut, readOriginals } from '../records/originals.ts'
import {
  type Content,
  type InputName,
  parseContent,
  type Reader,
  type ReadFile,
  type ReadOptions,
} from '../records/parse-content.ts'
import type { Original, ParsedFile } from '../report/report.ts'
import type { Encoding } from '../source/source.ts'
import type { Crew, WorkLimits } from './crew.ts'
import { gatherInputs, type InputFlags, type NoInputs } from './gather-inputs.ts'
import type { FoundInput } from './inputs.ts'
import { describe } from './named-files.ts'
import { type LookOptions, tell } from './terminal.ts'
import type { Io } from './world.ts'

/** Options that every command that reads files has. */
export interface FileOptions extends InputFlags, TextLimits, LookOptions {
  readonly encoding?: Encoding | undefined
  readonly maxFileSize: number
  /** Seconds for one file. */
  readonly fileTimeout: number
  /** Bytes of memory for one file. */
  readonly fileMemory: number
}

/** What came of one input, or of one file in an archive. */
export interface ReadInput {
  readonly read: ReadFile
  /** Of the bytes that were read; those of an archive for each file in it. */
  readonly content?: { readonly sha256: string; readonly size: number }
}

/**
 * Finds, reads and parses all inputs; those that are no filings are left out unless there is nothing else. Sorted by
 * path; after a signal only what is done by then.
 */
export const parseFiles = async (
  paths: readonly string[],
  options: FileOptions,
  io: Io,
  core: Core,
  noInputs?: NoInputs,
): Promise<readonly (ParsedFile | FailedRecord)[]> => {
  const files: (ParsedFile | FailedRecord)[] = []
  const skipped: FailedRecord[] = []
  for await (const { read } of readFiles(paths, options, io, core, noInputs)) {
    if (read.kind !== 'skipped') files.push(read)
    else if (read.isUnread !== true) skipped.push(asFailure(read))
  }
  const mayBeNone = options.allowEmpty === true || options.shard !== undefined
  return (files.length > 0 || mayBeNone ? files : skipped).sort(byPath)
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
  const trial = new Trial(options, io)
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
  const content = await trial.read(input)
  if ('kind' in content) return [{ read: content }]
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

/** An input that is no filing, told as one that could not be read. */
export const asFailure = ({ path, reason }: SkippedRecord): FailedRecord => ({
  kind: 'failed',
  path,
  error: reason,
})

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
    tell(io, `${path}: ${error[language]}`)
  }
}

/** Those of some files that could not be read. */
export const failedAmong = (files: readonly (ParsedFile | FailedRecord)[]): readonly FailedRecord[] =>
  files.filter((file) => file.kind === 'failed')

/** Reads and parses one input, an archive file by file; whatever goes wrong becomes a failed file. */
export const readInput = async (
  input: FoundInput,
  io: Io,
  core: Core,
  options: ReadOptions,
): Promise<readonly ReadFile[]> => {
  const content = await readContent(input, io, options.maxFileSize)
  return 'kind' in content ? [content] : parseContent(content, input, readerOf(io, core), options)
}

/** Reads filings once more, for reports that draw or quote them. */
export const readAgain = (
  records: Iterable<CheckedRecord>,
  inputs: readonly FoundInput[],
  options: ReadOptions,
  io: Io,
  core: Core,
): Promise<ReadonlyMap<string, Original>> =>
  readOriginals(records, inputs, (input, wanted) => {
    const openPictureReader = cuttingOut(wanted, io.openPictureReader)
    return readInput(
      input,
      { ...io, ...(openPictureReader === undefined ? {} : { openPictureReader }) },
      core,
      options,
    )
  })

/** What reading needs of the world. */
export const readerOf = ({ isUtf8, openPictureReader }: Io, core: Core): Reader => ({
  core,
  isUtf8,
  pictureReader: openPictureReader,
})

/** The content of an input, or why there is none. */
export const readContent = async (
  input: Pick<FoundInput, 'kind' | 'path'>,
  io: Io,
  maxFileSize: number,
): Promise<Content | FailedRecord> => {
  const fail = (error: Message): FailedRecord => ({ kind: 'failed', path: input.path, error })
  try {
    const bytes =
      input.kind === 'stdin' ? await io.stdin.read(maxFileSize) : io.files.read(input.path, maxFileSize)
    return bytes === undefined ? fail(tooLarge(maxFileSize)) : { bytes }
  } catch (error) {
    return fail(describe(error))
  }
}

/** Reads files once more that were checked, for copies of them. */
export const checkedFiles = (
  inputs: readonly FoundInput[],
  { encoding, maxFileSize, ocr }: Pick<ReadOptions, 'encoding' | 'maxFileSize' | 'ocr'>,
  io: Io,
): CheckedFiles => {
  const byPath = new Map(inputs.map((input) => [input.path, input]))
  /** The archive that was read last: its files are asked for one behind the other. */
  let open: { readonly path: string; readonly files: ReadonlyMap<string, Uint8Array> } | undefined
  const bytesOf = async (input: FoundInput): Promise<Uint8Array | undefined> => {
    const content = await readContent(input, io, maxFileSize)
    return 'kind' in content ? undefined : content.bytes
  }
  const read = async (path: string): Promise<Uint8Array | undefined> => {
    const input = byPath.get(path)
    const bytes = input && (await bytesOf(input))
    if (bytes !== undefined) return bytes
    const archive = archivesOf(path).find((outer) => byPath.has(outer))
    if (archive === undefined) return undefined
    if (open?.path !== archive) {
      const packed = await bytesOf(byPath.get(archive) as FoundInput)
      open = { path: archive, files: packed === undefined ? new Map() : await unzipped(packed) }
    }
    return open.files.get(path.slice(archive.length + 1))
  }
  const pictureReader = ocr === false ? undefined : io.openPictureReader
  return { read, options: { isUtf8: io.isUtf8, encoding, pictureReader } }
}

const unzipped = async (bytes: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> => {
  const { readZippedFiles } = await import('../read/zipped-files.ts')
  const files = new Map<string, Uint8Array>()
  try {
    for await (const file of readZippedFiles(bytes)) if ('bytes' in file) files.set(file.name, file.bytes)
  } catch {
    // What can be read of it by now is not what was checked: its files are told as unreadable.
  }
  return files
}

type TrialOptions = Pick<FileOptions, 'encoding' | 'maxFileSize' | keyof TextLimits | keyof WorkLimits>

/**
 * Checks in a thread what could do harm, before a command that needs the trees of files reads it where all the others
 * are read: no thread can hand over a tree. So the limits of a check hold for it too.
 */
export class Trial {
  readonly #options: TrialOptions
  readonly #io: Io
  #crew: Crew | undefined
  #fault: FailedRecord | undefined

  constructor(options: TrialOptions, io: Io) {
    this.#options = options
    this.#io = io
  }

  /** The content of an input, or why it is not to be read. */
  async read(input: FoundInput): Promise<Content | FailedRecord> {
    const content = await readContent(input, this.#io, this.#options.maxFileSize)
    return 'kind' in content ? content : ((await this.faultOf(input, content)) ?? content)
  }

  /** Why an input is not to be read: it takes too long, or too much memory. After a signal nothing is known. */
  async faultOf({ path, isSearched }: InputName, content: Content): Promise<FailedRecord | undefined> {
    const { openWorker } = this.#io
    if (openWorker === undefined || isLight(content.bytes)) return undefined
    this.#fault = undefined
    this.#crew ??= await this.#open(openWorker)
    await this.#crew.add({ path, isSearched, content, settings: {}, isCompared: false })
    await this.#crew.drain()
    return this.#fault
  }

  async close(): Promise<void> {
    await this.#crew?.close()
  }

  async #open(open: NonNullable<Io['openWorker']>): Promise<Crew> {
    const { Crew } = await import('./crew.ts')
    const { encoding, maxLine, maxCell, fileTimeout, fileMemory } = this.#options
    const crew = new Crew({
      open,
      size: 1,
      // What reads scans keeps to limits of its own, and would do everything twice.
      terms: { encoding, maxLine, maxCell, ocr: false },
      limits: { fileTimeout, fileMemory },
      finish: ({ path }, records) => {
        // What became of one file in an archive is told where the archive is read.
        for (const record of records)
          if (record.kind === 'failed' && record.isFault === true && record.path === path)
            this.#fault = record
      },
    })
    this.#io.onInterruption(() => crew.stop())
    return crew
  }
}

/** A text of no more bytes is checked in less time than a thread takes to start, whatever stands in it. */
const LIGHT_BYTES = 256 * 1024

/** What begins like a file of any other format than text, or like a page. */
const HEAVY = /\0|^(?:PK|%PDF|\{\\rtf)|^(?:\xef\xbb\xbf)?\s*<|^[A-Za-z-]+: .*\r?\n(?:.*\r?\n)*?MIME-Version:/i

/** Whether a file can do no harm to the thread that checks all others: a small text, which takes time and memory by its length. */
export const isLight = (bytes: Uint8Array): boolean =>
  bytes.length <= LIGHT_BYTES && !HEAVY.test(new TextDecoder('latin1').decode(bytes.subarray(0, 1024)))

export const CHANGED: Message = {
  zh: '检查期间文件有变动，请重新检查',
  en: 'the file changed while it was being checked; check again',
}
