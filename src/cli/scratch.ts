import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Scratch } from '../records/spool.ts'

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
