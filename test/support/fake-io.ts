import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
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
  readonly isTTY?: boolean
  readonly columns?: number
  /** The signal comes in after this many turns. */
  readonly interruptAfter?: { readonly turns: number; readonly signal: Signal }
  /** Why stdout can't be written. */
  readonly outputFailure?: string
}

export interface FakeIo extends Io {
  readonly out: () => string
  readonly err: () => string
}

/** A world in memory for `main`. Paths are relative; folders exist where something is in them. */
export const fakeIo = (world: World = {}): FakeIo => {
  let out = ''
  let err = ''
  let turns = 0
  const { isTTY = false, interruptAfter } = world
  const interruption = (): Signal | undefined =>
    interruptAfter !== undefined && turns >= interruptAfter.turns ? interruptAfter.signal : undefined
  return {
    out: () => out,
    err: () => err,
    stdout: {
      isTTY,
      columns: isTTY ? (world.columns ?? 80) : undefined,
      write: (text) => {
        out += text
      },
      flush: async () => world.outputFailure,
    },
    stderr: {
      isTTY,
      columns: undefined,
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
    files: fakeFiles(world),
    isUtf8,
    hash: (text) => createHash('sha256').update(text).digest('hex').slice(0, 16),
    interruption,
    turn: async () => {
      turns += 1
    },
  }
}

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content

const failure = (code: string): Error => Object.assign(new Error(`${code}: made up`), { code })

const fakeFiles = ({ files = {}, globs = {} }: World): FileAccess => {
  const normal = (path: string): string => path.replaceAll('\\', '/').replace(/^\.\//, '').replace(/\/$/, '')
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
      if (typeof entry === 'object' && 'unreadable' in entry) throw failure(entry.unreadable)
      if (typeof entry !== 'string' && !(entry instanceof Uint8Array)) throw failure('EINVAL')
      const bytes = bytesOf(entry)
      return bytes.length > limit ? undefined : bytes
    },
    glob: async (pattern) => globs[pattern] ?? [],
  }
}
