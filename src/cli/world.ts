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
  readonly isUtf8: (bytes: Uint8Array) => boolean
  /** A short digest of a text, the same everywhere and always. */
  readonly hash: (text: string) => string
  /** The signal that asked the command to stop, if one did. */
  readonly interruption: () => Signal | undefined
  /** Lets signals come in. */
  readonly turn: () => Promise<void>
}

export type Signal = 'SIGINT' | 'SIGTERM'

export interface Output {
  readonly isTTY: boolean
  /** Columns of the terminal, if it is one. */
  readonly columns: number | undefined
  /** Never throws; a closed pipe swallows the rest. */
  readonly write: (text: string) => void
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
  /** Paths of files that match, with `/`; links to folders are not followed. */
  readonly glob: (pattern: string) => Promise<readonly string[]>
}

export interface Inspection {
  readonly kind: 'file' | 'folder' | 'other'
  readonly isLink: boolean
  readonly realPath: string
}
