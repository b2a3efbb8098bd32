import type { Io } from './world.ts'

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
export class Ignored {
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
