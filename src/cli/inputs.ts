import type { FailedFile } from '../report/report.ts'
import type { Message } from '../rules/rule.ts'
import * as messages from './messages.ts'
import type { Inspection, Io } from './world.ts'

/** Names of files that a folder is searched for. Files named one by one may have any name. */
const FILING_EXTENSIONS: readonly string[] = ['.txt', '.tsv']

export interface FoundInput {
  readonly kind: 'file' | 'stdin'
  /** As written or found, with `/`. */
  readonly path: string
}

export interface Inputs {
  readonly found: readonly FoundInput[]
  readonly failed: readonly FailedFile[]
}

export interface InputOptions {
  /** Patterns and folders that give nothing are no failures. */
  readonly allowEmpty: boolean
  readonly stdinName: string
}

/**
 * What the given paths mean: files, folders (searched for filings), patterns, `-`. Whatever can't
 * be found becomes a failure of its own and stops nothing else. No file comes twice.
 */
export const findInputs = async (
  paths: readonly string[],
  io: Io,
  options: InputOptions,
): Promise<Inputs> => {
  const finder = new InputFinder(io, options)
  for (const path of paths) await finder.find(path)
  return finder
}

class InputFinder implements Inputs {
  readonly found: FoundInput[] = []
  readonly failed: FailedFile[] = []
  readonly #seen = new Set<string>()
  readonly #io: Io
  readonly #options: InputOptions

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
    } else if (inspection.kind === 'folder') this.#findFolder(path, inspection.realPath)
    else this.#addFile(path, inspection, undefined)
  }

  #findFolder(path: string, root: string): void {
    const failures = this.failed.length
    const any = this.#walk(path.replace(/(?<=.)\/+$/, ''), root)
    if (!any && this.failed.length === failures && !this.#options.allowEmpty) {
      this.#fail(path, messages.noFilings(FILING_EXTENSIONS))
    }
  }

  /** Whether there was any file to be read below `folder`. */
  #walk(folder: string, root: string): boolean {
    let any = false
    for (const name of this.#namesIn(folder)) {
      // Hidden folders hold tools' data (.git); node_modules never holds filings.
      if (name.startsWith('.') || name === 'node_modules') continue
      const path = join(folder, name)
      const inspection = this.#inspect(path, isFilingName(name))
      if (inspection?.kind === 'folder') {
        if (this.#isEntered(path, inspection, root)) any = this.#walk(path, root) || any
      } else if (inspection !== undefined && isFilingName(name)) {
        any = true
        this.#addFile(path, inspection, root)
      }
    }
    return any
  }

  /** What a link within the folder leads to is found without it; one that leads out is not followed. */
  #isEntered(path: string, { isLink, realPath }: Inspection, root: string): boolean {
    if (isLink && !isInside(realPath, root)) this.#fail(path, messages.LINK_OUTSIDE)
    return !isLink
  }

  async #findPattern(pattern: string): Promise<void> {
    const matches = await this.#io.files.glob(pattern)
    for (const path of [...matches].sort()) {
      const inspection = this.#inspect(path, true)
      if (inspection !== undefined) this.#addFile(path, inspection, this.#patternRoot(pattern))
    }
    if (matches.length === 0 && !this.#options.allowEmpty) this.#fail(pattern, messages.NO_MATCH)
  }

  /** The folder in front of a pattern's first special character, as it really is. */
  #patternRoot(pattern: string): string {
    const fixed = pattern.slice(0, pattern.search(SPECIAL))
    const folder = fixed.includes('/') ? fixed.slice(0, fixed.lastIndexOf('/') + 1) : '.'
    return this.#io.files.inspect(folder).realPath
  }

  /** `root` is the folder that a found file must lie in; one that was named may lie anywhere. */
  #addFile(path: string, { kind, isLink, realPath }: Inspection, root: string | undefined): void {
    if (kind !== 'file') this.#fail(path, messages.NOT_A_FILE)
    else if (root !== undefined && isLink && !isInside(realPath, root))
      this.#fail(path, messages.LINK_OUTSIDE)
    else if (!this.#seen.has(realPath)) {
      this.#seen.add(realPath)
      this.found.push({ kind: 'file', path })
    }
  }

  #addStdin(): void {
    if (this.found.some(({ kind }) => kind === 'stdin')) return
    this.found.push({ kind: 'stdin', path: this.#options.stdinName })
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

  #fail(path: string, error: Message): void {
    this.failed.push({ kind: 'failed', path, error })
  }
}

const SPECIAL = /[*?[\]{}]|[!@+]\(/

/** What a thrown file error means to the user. */
export const describe = (error: unknown): Message => {
  const { code, message } = error as { code?: string; message?: string }
  return code === 'ENOTFILE'
    ? messages.NOT_A_FILE
    : messages.unreadable(code ?? 'EIO', message ?? String(error))
}

const isFilingName = (name: string): boolean =>
  FILING_EXTENSIONS.some((extension) => name.toLowerCase().endsWith(extension))

const join = (folder: string, name: string): string =>
  folder === '.' ? name : folder.endsWith('/') ? folder + name : `${folder}/${name}`

const isInside = (path: string, root: string): boolean =>
  path === root || path.startsWith(/[\\/]$/.test(root) ? root : `${root}/`) || path.startsWith(`${root}\\`)
