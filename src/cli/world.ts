import type { OpenPictureReader } from '../read/page/picture-reader.ts'
import type { KnownPage } from '../records/known-pages.ts'
import type { OpenScratch } from '../records/spool.ts'

/** What the command needs of the world around it; tests bring their own. */
export interface Io {
  readonly stdout: Output
  readonly stderr: Output
  readonly stdin: Input
  readonly env: Readonly<Record<string, string | undefined>>
  /** As in `process.platform`; on `win32` patterns may have backslashes. */
  readonly platform: string
  /** The language tag of the system's settings. */
  readonly locale: () => string
  readonly toolVersion: () => string
  readonly files: FileAccess
  /** Runs a module, and gives what it exports. */
  readonly importModule: (path: string) => Promise<unknown>
  readonly isUtf8: (bytes: Uint8Array) => boolean
  /** A short digest of a text or of bytes, the same everywhere and always. */
  readonly hash: (content: string | Uint8Array) => string
  /** SHA-256 in hexadecimal digits, as other tools print it. */
  readonly sha256: (content: Uint8Array) => string
  /** The day it is where the command runs, as `2026-01-31`. */
  readonly today: () => string
  /** The signal that asked the command to stop, if one did. */
  readonly interruption: () => Signal | undefined
  /** Calls a function once, when a signal comes in. */
  readonly onInterruption: (listener: () => void) => void
  /** Lets signals come in. */
  readonly turn: () => Promise<void>
  /** Milliseconds since some moment, for telling how long something takes. */
  readonly now: () => number
  /** Letters and digits that nobody can guess, new each time. */
  readonly token: () => string
  /** Suits the engine to work that goes on for seconds. */
  readonly settleIn: () => void
  /** How many threads can work at once. */
  readonly processors: number
  /** Starts a thread that answers as `crew.ts` does, with a heap of so many bytes; undefined where there can be none. */
  readonly openWorker: ((memory: number) => WorkerThread) | undefined
  readonly openScratch?: OpenScratch
  /** Gives what reads scans, where it is installed. */
  readonly openPictureReader?: OpenPictureReader
  /** Takes what a thread has read of a page of a scan, so that it need not be read again. */
  readonly keepScan?: (page: KnownPage) => void
  /** Looks at files and at folders with all that is in them until it is closed. */
  readonly watch: (paths: readonly string[]) => Promise<Watcher>
}

export type Signal = 'SIGINT' | 'SIGTERM'

export interface Output {
  readonly isTTY: boolean
  /** Columns of the terminal, if it is one. */
  readonly columns: number | undefined
  /** Whether it goes into a regular file: what is written there is for programs. */
  readonly isFile?: boolean
  /** Never throws; a closed pipe swallows the rest. */
  readonly write: (content: string | Uint8Array) => void
  /** Writes what a build server is meant to obey, where `write` keeps it from obeying anything. */
  readonly writeCommands?: (text: string) => void
  /** Waits until all is written; why it could not be, if so. A closed pipe is no reason. */
  readonly flush: () => Promise<string | undefined>
}

export interface Input {
  /** Everything there is; `undefined` if it is more than `limit` bytes. */
  readonly read: (limit: number) => Promise<Uint8Array | undefined>
}

/** Files by path. Failures are thrown as Node does, with the system's `code` (`ENOENT`, `EACCES`). */
export interface FileAccess {
  /** What stands at `path`, behind links. */
  readonly inspect: (path: string) => Inspection
  /** The names in a folder, sorted. */
  readonly list: (folder: string) => readonly string[]
  /** The bytes of a regular file; `undefined` if it is larger than `limit`. */
  readonly read: (path: string, limit: number) => Uint8Array | undefined
  /** Makes or replaces a regular file, whole or not at all. */
  readonly write: (path: string, content: string | Uint8Array) => void
  /** Begins a regular file that is written piece by piece, and stands at `path` once it is finished. */
  readonly create: (path: string) => FileBeingWritten
  /** `path` from the root on, with `/`; it need not exist. */
  readonly resolve: (path: string) => string
  /** Paths of files that match, with `/`; links to folders are not followed. */
  readonly glob: (pattern: string) => Promise<readonly string[]>
  /** Adds to the end of a file. */
  readonly append: (path: string, text: string) => void
  /** Takes away a file or an empty folder; no failure where nothing is. */
  readonly remove: (path: string) => void
  /** Makes a folder with those above it; no failure where it stands already. */
  readonly makeFolder: (path: string) => void
}

export interface FileBeingWritten {
  readonly write: (content: string | Uint8Array) => void
  /** Puts it in its place, over a file that stood there. */
  readonly finish: () => void
  /** Leaves nothing of it. */
  readonly discard: () => void
}

export interface Inspection {
  readonly kind: 'file' | 'folder' | 'other'
  readonly isLink: boolean
  readonly realPath: string
}

/** A thread that answers one question after the other. */
export interface WorkerThread {
  /** Resolved once it can be asked; rejected with a `ThreadEnd` if it ends before. */
  readonly loaded: Promise<void>
  /**
   * Gives all answers to a question as they come. Resolved when there are no more; rejected with a `ThreadEnd` if the
   * thread ends before.
   */
  readonly ask: (question: unknown, answer: (value: unknown) => void) => Promise<void>
  /** Ends it, whatever it does. */
  readonly close: () => Promise<void>
}

/** How a thread ended that nobody had ended. */
export interface ThreadEnd {
  /** It took more memory than it may, or something else went wrong. */
  readonly ended: 'memory' | 'fault'
  /** For developers. */
  readonly reason: string
}

/** Tells of changes to files. */
export interface Watcher {
  /** Waits for changes, and for quiet after them; undefined once a signal came in. */
  readonly next: () => Promise<readonly string[] | undefined>
  readonly close: () => Promise<void>
}
