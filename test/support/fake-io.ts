import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import type { FileAccess, Io, Signal } from '../../src/cli/world.ts'

/** What a path holds: text or bytes, `folder` by having children, or a failure with this code. */
export type Entry =
  | string
  | Uint8Array
  | { readonly error: string }
  | { readonly unreadable: string }
  | { readonly link: string }
  | 'fifo'

export interface World {
  readonly files?: Readonly<Record<string, Entry>>
  readonly globs?: Readonly<Record<string, readonly string[]>>
  readonly stdin?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
  readonly locale?: string
  readonly platform?: string
  /** Today, if it isn't 2026-06-15. */
  readonly today?: string
  /** Why a path can't be written: the system's code. */
  readonly unwritable?: Readonly<Record<string, string>>
  readonly isTTY?: boolean
  readonly columns?: number
  /** Stdout goes into a file. */
  readonly isFile?: boolean
  /** How many milliseconds go by from one turn to the next. */
  readonly turnTakes?: number
  /** What happens to files while they are watched; each gives the paths that changed. */
  readonly changes?: readonly (() => readonly string[])[]
  /** The signal comes in after this many turns. */
  readonly interruptAfter?: { readonly turns: number; readonly signal: Signal }
  /** Why stdout can't be written. */
  readonly outputFailure?: string
}

export interface FakeIo extends Io {
  readonly out: () => string
  readonly err: () => string
  /** What was written, by path. */
  readonly written: () => Readonly<Record<string, string | Uint8Array>>
}

/** A world in memory for `main`. Paths are relative; folders exist where something is in them. */
export const fakeIo = (world: World = {}): FakeIo => {
  let out = ''
  let err = ''
  let turns = 0
  const { isTTY = false, interruptAfter } = world
  const written: Record<string, string | Uint8Array> = {}
  const files = fakeFiles(world, written)
  const interruption = (): Signal | undefined =>
    interruptAfter !== undefined && turns >= interruptAfter.turns ? interruptAfter.signal : undefined
  return {
    out: () => out,
    err: () => err,
    written: () => written,
    stdout: {
      isTTY,
      columns: isTTY ? (world.columns ?? 80) : undefined,
      isFile: world.isFile === true,
      write: (content) => {
        out += typeof content === 'string' ? content : new TextDecoder().decode(content)
      },
      flush: async () => world.outputFailure,
    },
    stderr: {
      isTTY,
      columns: undefined,
      isFile: false,
      write: (text) => {
        err += text
      },
      flush: async () => undefined,
    },
    stdin: {
      read: async (limit) => {
        const bytes = bytesOf(world.stdin ?? '')
        return bytes.length > limit ? undefined : bytes
      },
    },
    env: { LANG: 'zh_CN.UTF-8', ...world.env },
    platform: world.platform ?? 'linux',
    locale: () => world.locale ?? 'en-US',
    toolVersion: () => '0.0.0-test',
    files,
    importModule: (path) => {
      const code = new TextDecoder().decode(files.read(path, Number.MAX_SAFE_INTEGER))
      return import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`)
    },
    isUtf8,
    hash: (text) => createHash('sha256').update(text).digest('hex').slice(0, 16),
    sha256: (content) => createHash('sha256').update(content).digest('hex'),
    today: () => world.today ?? '2026-06-15',
    interruption,
    onInterruption: () => {},
    turn: async () => {
      turns += 1
    },
    now: () => turns * (world.turnTakes ?? 0),
    token: () => 'f'.repeat(32),
    processors: 1,
    settleIn: () => {},
    openWorker: undefined,
    watch: async () => {
      const changes = [...(world.changes ?? [])]
      return {
        next: async () => changes.shift()?.(),
        close: async () => undefined,
      }
    },
  }
}

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content

const failure = (code: string): Error => Object.assign(new Error(`${code}: made up`), { code })

const fakeFiles = (
  { files: given = {}, globs = {}, unwritable = {} }: World,
  written: Record<string, string | Uint8Array>,
): FileAccess => {
  const files: Record<string, Entry> = { ...given }
  // The command stands in the root: `/a.txt` is `a.txt`.
  const normal = (path: string): string =>
    path
      .replaceAll('\\', '/')
      .replace(/^\.?\/(?=.)/, '')
      .replace(/(?<=.)\/$/, '')
  const childrenOf = (folder: string): string[] => {
    const prefix = normal(folder) === '.' ? '' : `${normal(folder)}/`
    const names = Object.keys(files)
      .filter((path) => path.startsWith(prefix))
      .map((path) => path.slice(prefix.length).split('/')[0] as string)
    return [...new Set(names)].sort()
  }
  const entryAt = (path: string): Entry | undefined =>
    Object.hasOwn(files, normal(path)) ? files[normal(path)] : undefined
  const inspect: FileAccess['inspect'] = (path) => {
    const entry = entryAt(path)
    if (entry === undefined) {
      if (normal(path) !== '.' && childrenOf(path).length === 0) throw failure('ENOENT')
      return { kind: 'folder', isLink: false, realPath: `/${normal(path)}`.replace('/.', '/') }
    }
    if (entry === 'fifo') return { kind: 'other', isLink: false, realPath: `/${normal(path)}` }
    if (typeof entry === 'object' && 'error' in entry) throw failure(entry.error)
    if (typeof entry === 'object' && 'link' in entry) {
      if (entry.link.startsWith('/')) return { kind: 'file', isLink: true, realPath: entry.link }
      return { ...inspect(entry.link), isLink: true }
    }
    return { kind: 'file', isLink: false, realPath: `/${normal(path)}` }
  }
  return {
    inspect,
    list: childrenOf,
    read: (path, limit) => {
      const named = entryAt(path)
      const entry = typeof named === 'object' && 'link' in named ? entryAt(named.link) : named
      if (entry === undefined) throw failure('ENOENT')
      if (entry === 'fifo') throw failure('ENOTFILE')
      if (typeof entry === 'object' && 'unreadable' in entry) throw failure(entry.unreadable)
      if (typeof entry !== 'string' && !(entry instanceof Uint8Array)) throw failure('EINVAL')
      const bytes = bytesOf(entry)
      return bytes.length > limit ? undefined : bytes
    },
    write: (path, content) => {
      const name = normal(path)
      if (unwritable[name] !== undefined) throw failure(unwritable[name])
      files[name] = content
      written[name] = content
    },
    create: (path) => {
      const name = normal(path)
      if (unwritable[name] !== undefined) throw failure(unwritable[name])
      const chunks: Uint8Array[] = []
      return {
        write: (content) => void chunks.push(bytesOf(content)),
        finish: () => {
          const bytes = Uint8Array.from(Buffer.concat(chunks))
          files[name] = bytes
          written[name] = bytes
        },
        discard: () => undefined,
      }
    },
    append: (path, text) => {
      const name = normal(path)
      if (unwritable[name] !== undefined) throw failure(unwritable[name])
      const before = new TextDecoder().decode(bytesOf((files[name] ?? '') as string | Uint8Array))
      files[name] = before + text
      written[name] = before + text
    },
    remove: (path) => {
      delete files[normal(path)]
      delete written[normal(path)]
    },
    makeFolder: () => undefined,
    resolve: (path) => posix.resolve('/', normal(path)),
    glob: async (pattern) => globs[pattern] ?? [],
  }
}
