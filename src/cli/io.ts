import { isUtf8 } from 'node:buffer'
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  statSync,
  writeSync,
} from 'node:fs'
import type { FileAccess, Io, Output, Signal } from './world.ts'

/**
 * The world as it is: the only place that touches files, streams, signals and the environment.
 * What costs time to open (Node's own streams do) is opened when it is used.
 */
export const openIo = (): Io => {
  let interruption: Signal | undefined
  const listeners: (() => void)[] = []
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // Once: a second signal ends the process at once, as it would without us.
    process.once(signal, () => {
      interruption = signal
      for (const listener of listeners) listener()
    })
  }
  return {
    stdout: openOutput(1, () => process.stdout),
    stderr: openOutput(2, () => process.stderr),
    stdin: { read: (limit) => readStdin(limit, (listener) => listeners.push(listener)) },
    env: process.env,
    platform: process.platform,
    locale: () => Intl.DateTimeFormat().resolvedOptions().locale,
    toolVersion,
    files,
    isUtf8,
    hash: (text) =>
      process.getBuiltinModule('node:crypto').createHash('sha256').update(text).digest('hex').slice(0, 16),
    interruption: () => interruption,
    turn: () => new Promise((resolve) => setImmediate(resolve)),
  }
}

/** `package.json` lies two folders up from `src/cli` as well as from the built command. */
const toolVersion = (): string => {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

/**
 * Writes straight to the descriptor, and goes over to Node's stream once that would have to wait:
 * the stream alone takes 4 ms to open.
 */
const openOutput = (descriptor: 1 | 2, openStream: () => NodeJS.WriteStream): Output => {
  let failure: string | undefined
  let closed = false
  let stream: NodeJS.WriteStream | undefined

  const fail = (error: NodeJS.ErrnoException): void => {
    // A reader that has seen enough (`| head`) is no failure.
    if (error.code === 'EPIPE') closed = true
    else failure = error.message
  }
  const writeNow = (bytes: Uint8Array): number => {
    let done = 0
    try {
      while (done < bytes.length) done += writeSync(descriptor, bytes, done)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') fail(error as NodeJS.ErrnoException)
    }
    return done
  }
  const isTTY = isTerminal(descriptor)
  return {
    isTTY,
    columns: isTTY ? openStream().columns : undefined,
    write: (text) => {
      const bytes = Buffer.from(text)
      const done = stream === undefined && !closed && failure === undefined ? writeNow(bytes) : 0
      if (closed || failure !== undefined || done === bytes.length) return
      stream ??= openStream().on('error', fail)
      stream.write(bytes.subarray(done))
    },
    flush: () =>
      new Promise((resolve) => {
        // An error of the last write is reported in the turn after it.
        if (stream === undefined) resolve(failure)
        else stream.write('', () => setImmediate(() => resolve(failure)))
      }),
  }
}

/** Only a character device can be a terminal; to ask further costs the loading of a module. */
const isTerminal = (descriptor: number): boolean => {
  try {
    if (!fstatSync(descriptor).isCharacterDevice()) return false
  } catch {
    // The shell closed it (`>&-`).
    return false
  }
  return process.getBuiltinModule('node:tty').isatty(descriptor)
}

const readStdin = async (
  limit: number,
  onInterruption: (listener: () => void) => void,
): Promise<Uint8Array | undefined> => {
  const chunks: Buffer[] = []
  let length = 0
  onInterruption(() => process.stdin.destroy())
  try {
    for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
      chunks.push(chunk)
      length += chunk.length
      if (length > limit) return undefined
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  }
  return Buffer.concat(chunks)
}

const files: FileAccess = {
  inspect: (path) => {
    const isLink = lstatSync(path).isSymbolicLink()
    const stats = statSync(path)
    const kind = stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other'
    return { kind, isLink, realPath: realpathSync(path) }
  },

  list: (folder) => readdirSync(folder).sort(),

  read: (path, limit) => {
    // Not blocking: between the look at it and now, a file may have become a pipe.
    const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const stats = fstatSync(descriptor)
      if (!stats.isFile()) throw Object.assign(new Error('not a regular file'), { code: 'ENOTFILE' })
      if (stats.size > limit) return undefined
      let bytes = Buffer.allocUnsafe(Math.max(stats.size + 1, 1024))
      let length = 0
      while (true) {
        const count = readSync(descriptor, bytes, length, bytes.length - length, null)
        if (count === 0) return bytes.subarray(0, length)
        length += count
        if (length > limit) return undefined
        if (length === bytes.length) bytes = Buffer.concat([bytes, Buffer.allocUnsafe(bytes.length)])
      }
    } finally {
      closeSync(descriptor)
    }
  },

  glob: async (pattern) => {
    const { glob } = await import('tinyglobby')
    // Names as people wrote them: relative to where they stand, unless the pattern isn't.
    return glob(pattern, {
      absolute: /^(\/|[A-Za-z]:)/.test(pattern),
      followSymbolicLinks: false,
      expandDirectories: false,
    })
  },
}
