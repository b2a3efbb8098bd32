import { isUtf8 } from 'node:buffer'
import { fstatSync, readFileSync, type Stats, statSync, writeSync } from 'node:fs'
import { sha256 as digest } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { UnreadableError } from '../read/document.ts'
import type { OpenPictureReader, PictureReader } from '../read/page/picture-reader.ts'
import { KnownPages, remembering } from '../records/known-pages.ts'
import { files, openScratch } from './disk.ts'
import { startThread } from './thread.ts'
import type { Io, Output, Signal, WorkerThread } from './world.ts'

/**
 * The world as it is: the only place that touches files, streams, signals and the environment.
 * What costs time to open (Node's own streams do) is opened when it is used.
 *
 * @param importModule What the command itself can't do: it runs as a script, which has no `import()`.
 */
export const openIo = (importModule: Io['importModule'] = noModules): Io & Settled => {
  let interruption: Signal | undefined
  const engine = new Engine()
  const listeners: (() => void)[] = []
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // Once: a second signal ends the process at once, as it would without us.
    process.once(signal, () => {
      interruption = signal
      for (const listener of listeners) listener()
    })
  }
  const scans = new KnownPages()
  return {
    stdout: openOutput(1, () => process.stdout),
    stderr: openOutput(2, () => process.stderr),
    stdin: { read: (limit) => readStdin(limit, (listener) => listeners.push(listener)) },
    env: process.env,
    platform: process.platform,
    // Any part of Intl knows it; this one loads in a fiftieth of the time of the others.
    locale: () => new Intl.PluralRules().resolvedOptions().locale,
    toolVersion,
    files,
    importModule,
    isUtf8,
    hash,
    sha256,
    today,
    interruption: () => interruption,
    onInterruption: (listener) => listeners.push(listener),
    turn: () => new Promise((resolve) => setImmediate(resolve)),
    // `performance` is a module of its own, loaded by its first use.
    now: () => Number(process.hrtime.bigint() / 1000n) / 1000,
    token: () => process.getBuiltinModule('node:crypto').randomBytes(16).toString('hex'),
    settleIn: () => engine.settleIn(),
    isSettledIn: () => engine.isSettledIn,
    get processors() {
      return processors()
    },
    openWorker: (memory) => engine.openWorker(memory),
    openScratch,
    openPictureReader: remembering(openPictureReader, scans, sha256OfAll),
    keepScan: (page) => scans.add(page),
    watch: async (paths) => {
      const { watchPaths } = await import('./watch.ts')
      return watchPaths(paths, (listener) => listeners.push(listener))
    },
  }
}

interface Settled {
  /** Whether the engine has other settings than those it was started with. */
  readonly isSettledIn: () => boolean
}

const noModules: Io['importModule'] = async (path) => {
  throw new Error(`nothing imports ${path}`)
}

/**
 * V8 expects a few hot loops and spends its time on making them fast. Here the work is spread over some
 * thousand functions, each called a few times a file: over a thousand files, optimising them as usual
 * costs nearly half of all time (npm run bench), and early baseline code with later, smaller optimised code a
 * good third less. Nothing that is kept grows much, so that the heap need not either: collecting more often
 * halves the memory for a fiftieth of the time, and of a large filing, which is most of the heap, no more than a
 * seventh is room for garbage.
 */
class Engine {
  #isForLongWork = false
  readonly #set = new Set<string>()
  #threads = 0
  /** Threads that are still loading the command. */
  #loading = 0
  #waiting: (() => void)[] = []

  get isSettledIn(): boolean {
    return this.#set.size > 0
  }

  settleIn(): void {
    this.#isForLongWork = true
    this.#settle()
  }

  openWorker(memory: number): WorkerThread {
    this.#threads += 1
    this.#loading += 1
    const thread = startThread(new URL('../../bin/pbo.js', import.meta.url), memory)
    const settle = (): void => {
      this.#loading -= 1
      this.#settle()
    }
    thread.loaded.then(settle, settle)
    return {
      ...thread,
      ask: async (question, answer) => {
        if (this.#loading > 0) await new Promise<void>((resolve) => this.#waiting.push(resolve))
        return thread.ask(question, answer)
      },
    }
  }

  /** Not while a thread loads: V8 refuses a code cache that was made by other settings. */
  #settle(): void {
    if (this.#loading > 0) return
    if (this.#isForLongWork) this.#use(LONG_WORK)
    if (this.#threads > 1 && this.#threads >= processors()) this.#use(ALL_PROCESSORS_BUSY)
    for (const resolve of this.#waiting.splice(0)) resolve()
  }

  #use(flags: readonly string[]): void {
    const { setFlagsFromString } = process.getBuiltinModule('node:v8')
    for (const flag of flags) if (!this.#set.has(flag)) setFlagsFromString(flag)
    for (const flag of flags) this.#set.add(flag)
  }
}

const processors = (): number => process.getBuiltinModule('node:os').availableParallelism()

/** Later ones (Node 22) don't know all flags of the V8 of Node 20, and would say so on stderr. */
const KNOWS_BUDGETS = Number.parseInt(process.versions.v8, 10) < 12

const LONG_WORK = [
  '--always-sparkplug',
  ...(KNOWS_BUDGETS ? ['--interrupt-budget=500000'] : []),
  '--max-inlined-bytecode-size-cumulative=300',
  '--heap-growing-percent=15',
]

/** Helpers of V8 that collect side by side only take turns with the threads that check: a fifteenth of the time. */
const ALL_PROCESSORS_BUSY = ['--no-parallel-scavenge']

const today = (): string => {
  const now = new Date()
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
  return parts.map((part) => String(part).padStart(2, '0')).join('-')
}

/** What the build puts in its place. */
declare const PBO_VERSION: string | undefined

/** `package.json` lies two folders up from `src/cli`. */
const toolVersion = (): string => {
  if (typeof PBO_VERSION === 'string') return PBO_VERSION
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
  const isTTY = isTerminal(descriptor)
  const writeNow = (bytes: Uint8Array): number => {
    let done = 0
    // What goes to a Windows console by its descriptor is read in its code page, 936 in China.
    if (isTTY && process.platform === 'win32') return done
    try {
      while (done < bytes.length) done += writeSync(descriptor, bytes, done)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') fail(error as NodeJS.ErrnoException)
    }
    return done
  }
  return {
    isTTY,
    columns: isTTY ? openStream().columns : undefined,
    isFile: isRegularFile(descriptor),
    write: (content) => {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content
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
    const stats = fstatSync(descriptor)
    if (!stats.isCharacterDevice() || isNull(stats)) return false
  } catch {
    // The shell closed it (`>&-`).
    return false
  }
  return process.getBuiltinModule('node:tty').isatty(descriptor)
}

/** Whether it is where shells send what nobody wants to see. */
const isNull = ({ rdev }: Stats): boolean => statSync('/dev/null', { throwIfNoEntry: false })?.rdev === rdev

const isRegularFile = (descriptor: number): boolean => {
  try {
    return fstatSync(descriptor).isFile()
  } catch {
    return false
  }
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

/** A short digest of a text or of bytes, the same everywhere and always. */
export const hash = (content: string | Uint8Array): string => {
  const isQuick = typeof content === 'string' && content.length < LONG && left > 0
  if (isQuick) left -= 1
  return (isQuick ? bytesToHex(digest(utf8ToBytes(content))) : sha256(content)).slice(0, 16)
}

/** Shorter texts, as long as they are few, are done before Node has loaded what it digests with. */
const LONG = 2000
let left = 100

/** SHA-256 in hexadecimal digits, as other tools print it. */
const sha256 = (content: string | Uint8Array): string =>
  process.getBuiltinModule('node:crypto').hash('sha256', content)

/** The same of texts and bytes one behind the other. */
export const sha256OfAll = (parts: readonly (string | Uint8Array)[]): string => {
  const digest = process.getBuiltinModule('node:crypto').createHash('sha256')
  for (const part of parts) digest.update(part)
  return digest.digest('hex')
}

/** The package that reads scans. It is installed beside this one by those who have any, and loaded for the first of them. */
const PACKAGE = 'pbo-ocr'

/** What `PACKAGE` says of itself: an interface that this version of pbo doesn't know is not used. */
const VERSION = 1

export const openPictureReader: OpenPictureReader = async () => {
  let loaded: PictureReader & { readonly version: number }
  try {
    // @ts-expect-error: nothing that this package depends on
    loaded = await import('pbo-ocr')
  } catch (error) {
    if (isMissing(error)) return undefined
    throw new UnreadableError('picture-reader', 'incomplete')
  }
  if (loaded.version === VERSION) return loaded
  throw new UnreadableError('picture-reader', 'version')
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  /^(?:ERR_)?MODULE_NOT_FOUND$/.test(String(error.code)) &&
  error.message.includes(`'${PACKAGE}'`)
