import type { Message } from '../model/finding.ts'
import type { FailedRecord, SkippedRecord } from '../model/record.ts'
import { UnreadableError } from '../read/document.ts'
import { unopened } from '../records/file-messages.ts'
import { isFilingName } from '../records/filing-names.ts'
import { type FoundInput, findInputs } from './inputs.ts'
import { describe } from './named-files.ts'
import { inShard, type Shard } from './options.ts'
import { faultAt, UsageError } from './usage-error.ts'
import type { Io } from './world.ts'

/** Which files are meant. */
export interface InputFlags {
  readonly stdinFilename?: string
  readonly allowEmpty?: boolean
  readonly filesFrom?: string
  readonly ignore?: readonly string[]
  readonly shard?: Shard
  readonly maxFiles: number
  readonly maxDepth: number
  /** Whether scans are read; undefined: where something is installed that reads them. */
  readonly ocr?: boolean
}

export interface GatheredInputs {
  readonly found: readonly FoundInput[]
  /** What was found and belongs to other shards. */
  readonly others: readonly FoundInput[]
  readonly failed: readonly FailedRecord[]
  /** What a search came upon and doesn't look into. */
  readonly unread: readonly SkippedRecord[]
  /** What a search found where a report is about to be written. */
  readonly passedOver: readonly string[]
}

/** What is no input, beside what flags say. */
export interface NoInputs {
  /** Files that are about to be written, and folders of our own, from the root on: a search passes them over. */
  readonly outputs?: ReadonlySet<string>
  /** What a config leaves out of a search. */
  readonly isIgnored?: (path: string, kind: 'file' | 'folder') => Promise<boolean>
  /** Is told what was found. */
  readonly prepare?: (paths: readonly string[]) => Promise<void>
}

/** What was asked for can't be done. */
const NO_READER: Message = {
  zh: '--ocr 需要另装 pbo-ocr：npm install -g pbo-ocr',
  en: '--ocr needs the package pbo-ocr: npm install -g pbo-ocr',
}

/** Why scans can't be read here: the package for it is missing, of another version or incomplete. */
export const pictureReaderFault = async (io: Io): Promise<Message | undefined> => {
  try {
    return (await io.openPictureReader?.()) === undefined ? NO_READER : undefined
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error
    const { reason, detail } = error
    return unopened({ kind: 'unreadable', reason, detail })
  }
}

/** All inputs that paths and flags name: searched, listed, not ignored, of this shard. */
export const gatherInputs = async (
  paths: readonly string[],
  flags: InputFlags,
  io: Io,
  { outputs = new Set(), isIgnored = async () => false, prepare }: NoInputs = {},
): Promise<GatheredInputs> => {
  if (flags.ocr === true) {
    const fault = await pictureReaderFault(io)
    if (fault !== undefined) throw new UsageError(fault)
  }
  const listed = flags.filesFrom === undefined ? [] : await readList(flags.filesFrom, io)
  const ignored = new Ignored(io, flags.ignore ?? [])
  const given = paths.length === 0 && flags.filesFrom === undefined ? ['.'] : paths
  const passedOver: string[] = []
  const options = {
    allowEmpty: flags.allowEmpty === true,
    stdinName: flags.stdinFilename ?? '<stdin>',
    maxDepth: flags.maxDepth,
    maxFiles: flags.maxFiles,
    isIgnored: async (path: string, kind: 'file' | 'folder'): Promise<boolean | 'output'> => {
      if ((await isIgnored(path, kind)) || (await ignored.has(path, kind))) return true
      if (!outputs.has(io.files.resolve(path))) return false
      if (isFilingName(path)) passedOver.push(path)
      return 'output'
    },
  }
  const inputs = await findInputs(given, io, options, listed)
  const overwritten = inputs.found.find(({ realPath }) => realPath !== undefined && outputs.has(realPath))
  if (overwritten !== undefined) throw overInput(overwritten.path)
  await prepare?.(inputs.found.map(({ path }) => path))
  const isMine = ({ path }: { readonly path: string }): boolean => inShard(path, flags.shard, io.hash)
  return {
    found: inputs.found.filter(isMine),
    others: inputs.found.filter((input) => !isMine(input)),
    failed: inputs.failed.filter(isMine),
    unread: inputs.unread.filter(isMine),
    passedOver,
  }
}

/** A list of a hundred thousand long paths takes less. */
const MOST_LIST_BYTES = 256 * 1024 ** 2

/** The paths in a list: between NULs if there are any, as `find -print0` writes them, else in lines. */
const readList = async (list: string, io: Io): Promise<readonly string[]> => {
  const bytes = list === '-' ? await io.stdin.read(MOST_LIST_BYTES) : readListFile(list, io)
  if (bytes === undefined) {
    throw new UsageError({ zh: `--files-from ${list} 过大`, en: `--files-from ${list} is too large` })
  }
  const text = new TextDecoder().decode(bytes)
  return text.split(text.includes('\0') ? '\0' : /\r?\n/).filter((path) => path !== '')
}

const readListFile = (list: string, io: Io): Uint8Array | undefined => {
  try {
    return io.files.read(list, MOST_LIST_BYTES)
  } catch (error) {
    throw faultAt(`--files-from ${list}`, describe(error))
  }
}

/** A report would be written where an input is. */
export const overInput = (path: string): UsageError =>
  new UsageError({
    zh: `--output 会覆盖输入文件 ${path}，请换一个文件名`,
    en: `--output would overwrite the input ${path}; choose another name`,
  })

/** The file in a folder that says what of it is no input, in the syntax of `.gitignore`. */
const IGNORE_FILE = '.pboignore'

/** More than a megabyte of patterns is something else. */
const MOST_BYTES = 1024 ** 2

/** What one folder says of a path below it; undefined where it says nothing. */
type Opinion = (relative: string) => boolean | undefined

/**
 * Tells what is left out: by `.pboignore` in any folder above a file, the nearer one deciding, and by
 * patterns that stand for one in the current folder. Of a relative path, folders above the current one
 * have no say.
 */
class Ignored {
  readonly #io: Io
  readonly #patterns: readonly string[]
  readonly #opinions = new Map<string, Opinion | undefined>()

  constructor(io: Io, patterns: readonly string[]) {
    this.#io = io
    this.#patterns = patterns
  }

  async has(path: string, kind: 'file' | 'folder'): Promise<boolean> {
    const steps = path.replace(/^(?:\.\/+)+/, '').split('/')
    let isIgnored = false
    for (const [i, name] of steps.entries()) {
      // The matcher takes no `..` and no empty names: such a path begins anew behind them.
      const own = steps.slice(i)
      if (own.includes('..') || own.includes('') || /^[A-Za-z]:$/.test(name)) continue
      const folder = i === 0 ? '.' : steps.slice(0, i).join('/') || '/'
      const opinion = await this.#opinionOf(folder)
      isIgnored = opinion?.(kind === 'folder' ? `${own.join('/')}/` : own.join('/')) ?? isIgnored
    }
    return isIgnored
  }

  async #opinionOf(folder: string): Promise<Opinion | undefined> {
    if (!this.#opinions.has(folder)) this.#opinions.set(folder, await this.#read(folder))
    return this.#opinions.get(folder)
  }

  async #read(folder: string): Promise<Opinion | undefined> {
    const patterns = [this.#patternsIn(folder), ...(folder === '.' ? this.#patterns : [])].join('\n')
    if (patterns.trim() === '') return undefined
    const { default: ignore } = await import('ignore')
    const matcher = ignore().add(patterns)
    return (relative) => {
      const { ignored, unignored } = matcher.test(relative)
      return ignored ? true : unignored ? false : undefined
    }
  }

  #patternsIn(folder: string): string {
    try {
      const bytes = this.#io.files.read(`${folder === '/' ? '' : folder}/${IGNORE_FILE}`, MOST_BYTES)
      return bytes === undefined ? '' : new TextDecoder().decode(bytes)
    } catch {
      // Most folders have none.
      return ''
    }
  }
}
