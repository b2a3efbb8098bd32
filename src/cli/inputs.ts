import type { Message } from '../model/finding.ts'
import type { FailedRecord, SkippedRecord } from '../model/record.ts'
import { FILING_EXTENSIONS, isOwnFile, reasonToPass } from '../records/filing-names.ts'
import type { InputName } from '../records/parse-content.ts'
import { describe, NOT_A_FILE } from './named-files.ts'
import { UsageError } from './usage-error.ts'
import type { Inspection, Io } from './world.ts'

export interface FoundInput extends InputName {
  readonly kind: 'file' | 'stdin'
  /** Behind all links; undefined for standard input. */
  readonly realPath: string | undefined
}

interface Inputs {
  readonly found: readonly FoundInput[]
  readonly failed: readonly FailedRecord[]
  /** What a search came upon and doesn't look into. */
  readonly unread: readonly SkippedRecord[]
}

interface InputOptions {
  /** Patterns and folders that give nothing are no failures. */
  readonly allowEmpty: boolean
  readonly stdinName: string
  /** Folders lie no deeper than this in the one that is searched. */
  readonly maxDepth: number
  readonly maxFiles: number
  /** Whether a file or folder that was found, not named, is left out: by a pattern, or since a report is written there. */
  readonly isIgnored: (path: string, kind: 'file' | 'folder') => Promise<boolean | 'output'>
}

/**
 * What the given paths mean: files, folders (searched for filings), patterns, `-`. Whatever can't
 * be found becomes a failure of its own and stops nothing else. No file comes twice.
 *
 * @throws UsageError where there are more than `maxFiles`
 * @param listed Files and folders whose names are no patterns, `-` included.
 */
export const findInputs = async (
  paths: readonly string[],
  io: Io,
  options: InputOptions,
  listed: readonly string[] = [],
): Promise<Inputs> => {
  const finder = new InputFinder(io, options)
  for (const path of paths) await finder.find(path)
  for (const path of listed) await finder.findExactly(path)
  return finder
}

class InputFinder implements Inputs {
  readonly found: FoundInput[] = []
  readonly failed: FailedRecord[] = []
  readonly unread: SkippedRecord[] = []
  readonly #seen = new Set<string>()
  readonly #io: Io
  readonly #options: InputOptions
  /** Whether something was left out of the folder that is searched. */
  #isAnyLeftOut = false

  constructor(io: Io, options: InputOptions) {
    this.#io = io
    this.#options = options
  }

  async find(given: string): Promise<void> {
    if (given === '-') return this.#addStdin()
    const path = this.#io.platform === 'win32' ? given.replaceAll('\\', '/') : given
    // A file whose name has special characters is itself, not a pattern.
    const inspection = this.#inspect(path, !SPECIAL.test(path))
    if (inspection === undefined) {
      if (SPECIAL.test(path)) await this.#findPattern(path)
    } else if (inspection.kind === 'folder') await this.#findFolder(path, inspection.realPath)
    else this.#addFile(path, inspection, undefined)
  }

  /** A file or folder that a list names: no pattern, whatever is in it. */
  async findExactly(given: string): Promise<void> {
    const path = this.#io.platform === 'win32' ? given.replaceAll('\\', '/') : given
    const inspection = this.#inspect(path, true)
    if (inspection?.kind === 'folder') await this.#findFolder(path, inspection.realPath)
    else if (inspection !== undefined) this.#addFile(path, inspection, undefined)
  }

  async #findFolder(path: string, root: string): Promise<void> {
    const failures = this.failed.length
    this.#isAnyLeftOut = false
    const any = await this.#walk(path.replace(/(?<=[^/])\/+$/, ''), root, 0)
    if (!any && this.failed.length === failures && !this.#options.allowEmpty) {
      this.#fail(path, this.#isAnyLeftOut ? ALL_LEFT_OUT : noFilings(FILING_EXTENSIONS))
    }
  }

  /** Whether there was any file to be read below `folder`. */
  async #walk(folder: string, root: string, depth: number): Promise<boolean> {
    if (depth > this.#options.maxDepth) {
      this.#fail(folder, tooDeep(this.#options.maxDepth))
      return false
    }
    let any = false
    for (const name of this.#namesIn(folder)) {
      // Hidden folders hold tools' data (.git); node_modules never holds filings.
      if (name.startsWith('.') || name === 'node_modules') continue
      any = (await this.#visit(join(folder, name), root, depth)) || any
    }
    return any
  }

  /** Whether an entry of a folder is a file to be read, or leads to one. */
  async #visit(path: string, root: string, depth: number): Promise<boolean> {
    const inspection = this.#inspect(path, true)
    if (inspection === undefined) return false
    const isFolder = inspection.kind === 'folder'
    if (await this.#isLeftOut(path, isFolder ? 'folder' : 'file')) return false
    const reason = isFolder ? undefined : reasonToPass(path)
    if (reason !== undefined) {
      if (!isOwnFile(path)) this.#passOver(path, reason)
      return false
    }
    if (isFolder) return this.#isEntered(path, inspection, root) && this.#walk(path, root, depth + 1)
    this.#addFile(path, inspection, root, true)
    return true
  }

  /** What a link within the folder leads to is found without it; one that leads out is not followed. */
  #isEntered(path: string, { isLink, realPath }: Inspection, root: string): boolean {
    if (isLink && !isInside(realPath, root)) this.#fail(path, LINK_OUTSIDE)
    return !isLink
  }

  async #findPattern(pattern: string): Promise<void> {
    const matches = await this.#io.files.glob(pattern)
    let any = false
    for (const path of [...matches].sort()) {
      if (await this.#isLeftOut(path, 'file')) continue
      any = true
      const inspection = this.#inspect(path, true)
      if (inspection !== undefined) this.#addFile(path, inspection, this.#patternRoot(pattern))
    }
    if (any || this.#options.allowEmpty) return
    this.#fail(pattern, matches.length === 0 ? NO_MATCH : ALL_LEFT_OUT)
  }

  async #isLeftOut(path: string, kind: 'file' | 'folder'): Promise<boolean> {
    const isIgnored = await this.#options.isIgnored(path, kind)
    if (isIgnored === false) return false
    this.#isAnyLeftOut = true
    if (isIgnored !== 'output') this.#passOver(path, LEFT_OUT)
    return true
  }

  /** The folder in front of a pattern's first special character, as it really is. */
  #patternRoot(pattern: string): string {
    return this.#io.files.inspect(fixedFolder(pattern)).realPath
  }

  /** `root` is the folder that a found file must lie in; one that was named may lie anywhere. */
  #addFile(
    path: string,
    { kind, isLink, realPath }: Inspection,
    root: string | undefined,
    isSearched = false,
  ): void {
    if (kind !== 'file') this.#fail(path, NOT_A_FILE)
    else if (root !== undefined && isLink && !isInside(realPath, root)) this.#fail(path, LINK_OUTSIDE)
    else if (!this.#seen.has(realPath)) {
      if (this.#seen.size >= this.#options.maxFiles) throw tooMany(this.#options.maxFiles)
      this.#seen.add(realPath)
      this.found.push({ kind: 'file', path, isSearched, realPath })
    }
  }

  #addStdin(): void {
    if (this.found.some(({ kind }) => kind === 'stdin')) return
    this.found.push({ kind: 'stdin', path: this.#options.stdinName, isSearched: false, realPath: undefined })
  }

  #namesIn(folder: string): readonly string[] {
    try {
      return this.#io.files.list(folder)
    } catch (error) {
      this.#fail(folder, describe(error))
      return []
    }
  }

  #inspect(path: string, mustExist: boolean): Inspection | undefined {
    try {
      return this.#io.files.inspect(path)
    } catch (error) {
      if (mustExist) this.#fail(path, describe(error))
      return undefined
    }
  }

  #passOver(path: string, reason: Message): void {
    this.unread.push({ kind: 'skipped', path, reason, isUnread: true })
  }

  #fail(path: string, error: Message): void {
    this.failed.push({ kind: 'failed', path, error })
  }
}

const tooMany = (limit: number): UsageError =>
  new UsageError({
    zh: `找到的文件超过 ${limit} 个的上限。请缩小范围、用 --ignore 排除，或用 --max-files 放宽`,
    en: `found more files than the limit of ${limit}; name fewer files, exclude some with --ignore, or raise --max-files`,
  })

const SPECIAL = /[*?[\]{}]|[!@+]\(/

/** The folder in front of a pattern's first special character; a path without any is its own. */
export const fixedFolder = (pattern: string): string => {
  const at = pattern.search(SPECIAL)
  if (at < 0) return pattern
  const fixed = pattern.slice(0, at)
  return fixed.includes('/') ? fixed.slice(0, fixed.lastIndexOf('/') + 1) : '.'
}

const join = (folder: string, name: string): string =>
  folder === '.' ? name : folder.endsWith('/') ? folder + name : `${folder}/${name}`

const isInside = (path: string, root: string): boolean =>
  path === root || path.startsWith(/[\\/]$/.test(root) ? root : `${root}/`) || path.startsWith(`${root}\\`)

const LINK_OUTSIDE: Message = {
  zh: '符号链接指向所给文件夹之外，不读取。需要的话请直接写出该文件',
  en: 'a symbolic link to a file outside the given folder, so it is not followed; name the file itself to include it',
}

const noFilings = (extensions: readonly string[]): Message => ({
  zh: `文件夹中没有公开表文件（${extensions.join(' ')}）。请换一个文件夹，或直接写出文件名`,
  en: `no disclosure files (${extensions.join(' ')}) in this folder; give another folder, or name the files`,
})

const tooDeep = (limit: number): Message => ({
  zh: `文件夹嵌套超过 ${limit} 层，不再深入。确有需要可用 --max-depth 放宽`,
  en: `folders nested more than ${limit} deep are not searched; raise --max-depth if they should be`,
})

const ALL_LEFT_OUT: Message = {
  zh: '其中的文件都被 --ignore、.pboignore 或配置文件排除了。请检查这些设置，或直接写出文件名',
  en: 'all files in it are excluded by --ignore, .pboignore or the config; check these, or name the files',
}

const NO_MATCH: Message = {
  zh: '没有文件与此模式匹配。请检查模式，并用引号括起以免被 shell 展开',
  en: 'no file matches this pattern; check it, and quote it so that the shell does not expand it',
}

const LEFT_OUT: Message = {
  zh: '被 --ignore、.pboignore 或配置文件排除，没有检查',
  en: 'excluded by --ignore, .pboignore or the config; not checked',
}
