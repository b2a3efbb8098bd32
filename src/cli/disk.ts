import {
  appendFileSync,
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import type { Scratch } from '../records/spool.ts'
import { isAbsolute } from './paths.ts'
import type { FileAccess } from './world.ts'

/** The file system as it is. */
export const files: FileAccess = {
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

  write: (path, content) => {
    const file = files.create(path)
    try {
      file.write(content)
    } catch (error) {
      file.discard()
      throw error
    }
    file.finish()
  },

  create: (path) => {
    const stands = statSync(path, { throwIfNoEntry: false })
    if (stands !== undefined && !stands.isFile()) {
      throw Object.assign(new Error('not a regular file'), { code: 'ENOTFILE' })
    }
    const temporary = `${path}.${process.pid}.tmp`
    // Never over a file that happens to be there, nor through a link that someone put there.
    const descriptor = openSync(temporary, 'wx')
    // Who may read the old file may read the new one, and nobody else.
    if (stands !== undefined) fchmodSync(descriptor, stands.mode)
    let isOpen = true
    const end = (run: () => void): void => {
      if (!isOpen) return
      isOpen = false
      try {
        closeSync(descriptor)
        run()
      } finally {
        // Nothing is left of it where it didn't get its name.
        rmSync(temporary, { force: true })
      }
    }
    return {
      // By its descriptor it is written behind what is there, all of it.
      write: (content) => writeFileSync(descriptor, content),
      finish: () => end(() => renameSync(temporary, path)),
      discard: () => end(() => {}),
    }
  },

  resolve: (path) => {
    const full = resolve(path)
    return process.platform === 'win32' ? full.replaceAll('\\', '/') : full
  },

  glob: async (pattern) => {
    const { glob } = await import('tinyglobby')
    // Names as people wrote them: relative to where they stand, unless the pattern isn't.
    return glob(pattern, {
      absolute: isAbsolute(pattern),
      followSymbolicLinks: false,
      expandDirectories: false,
    })
  },

  append: (path, text) => appendFileSync(path, text),

  remove: (path) => {
    const stats = lstatSync(path, { throwIfNoEntry: false })
    if (stats?.isDirectory()) rmdirSync(path)
    else rmSync(path, { force: true })
  },

  makeFolder: (path) => {
    mkdirSync(path, { recursive: true })
  },
}

/**
 * Opens a file in a new folder that only this user may enter; where the system allows it, the file is taken
 * out of the folder at once and lives on until it is closed. Undefined where nothing can be written.
 */
export const openScratch = (): Scratch | undefined => {
  try {
    return new ScratchFile()
  } catch {
    return undefined
  }
}

class ScratchFile implements Scratch {
  readonly #folder = mkdtempSync(join(process.getBuiltinModule('node:os').tmpdir(), 'pbo-'))
  readonly #descriptor: number
  #end = 0

  constructor() {
    try {
      this.#descriptor = openSync(join(this.#folder, 'scratch'), 'wx+', 0o600)
    } finally {
      this.#remove()
    }
  }

  append(bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length; ) {
      done += writeSync(this.#descriptor, bytes, done, bytes.length - done, this.#end + done)
    }
    this.#end += bytes.length
  }

  read(start: number, into: Uint8Array): void {
    for (let done = 0; done < into.length; ) {
      const count = readSync(this.#descriptor, into, done, into.length - done, start + done)
      if (count === 0) throw new Error('a file of pbo in the folder for temporary files was cut short')
      done += count
    }
  }

  close(): void {
    closeSync(this.#descriptor)
    this.#remove()
  }

  /** Windows keeps what is open. */
  #remove(): void {
    try {
      rmSync(this.#folder, { recursive: true, force: true })
    } catch {}
  }
}
