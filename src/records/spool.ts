import { viewOf } from '../read/bytes.ts'

/** A file that nobody else sees, gone when the command ends. */
export interface Scratch {
  readonly append: (bytes: Uint8Array) => void
  /** Fills `into` with what begins at `start`. */
  readonly read: (start: number, into: Uint8Array) => void
  readonly close: () => void
}

/** Opens a file to put things away in; undefined where there can be none. */
export type OpenScratch = () => Scratch | undefined

/** As much is gathered before it is put away. */
const CHUNK = 1024 ** 2

/** As much is read at once: texts are mostly asked for in the order in which they were put away. */
const BLOCK = 32 * 1024

/** In front of each text stands how many bytes it has. */
const HEAD = 4

/**
 * Texts that are needed later on. They are put away in a file that nobody else sees, so that twenty
 * thousand filings take no more memory than two thousand; where there can be none, they stay in
 * memory, a byte for a letter and three for a character.
 */
export class Spool {
  readonly #openScratch: OpenScratch | undefined
  #scratch: Scratch | undefined
  /** What no longer went into the file, from a place among all bytes on: the disk is full. */
  #rest: { readonly start: number; readonly memory: MemoryScratch } | undefined
  #chunk: Uint8Array = NOTHING
  /** Where the chunk begins among all bytes, and how much of it is taken. */
  #start = 0
  #used = 0
  /** What was read last, in memory that is used again: much is read before the next garbage collection. */
  #memory: Uint8Array = NOTHING
  #block: Uint8Array = NOTHING
  #blockStart = 0

  constructor(openScratch?: OpenScratch) {
    this.#openScratch = openScratch
  }

  /** Puts a text away, until the spool is closed; where it is, for `read`. */
  keep(text: string): number {
    // No text has more bytes.
    const most = HEAD + 3 * text.length
    if (this.#used + most > this.#chunk.length) this.#begin(Math.max(CHUNK, most))
    const { written } = ENCODER.encodeInto(text, this.#chunk.subarray(this.#used + HEAD))
    viewOf(this.#chunk).setUint32(this.#used, written)
    const at = this.#start + this.#used
    this.#used += HEAD + written
    return at
  }

  /** The text that was put away at `at`. */
  read(at: number): string {
    const length = viewOf(this.#bytes(at, HEAD)).getUint32(0)
    return DECODER.decode(this.#bytes(at + HEAD, length))
  }

  close(): void {
    this.#scratch?.close()
    this.#scratch = undefined
  }

  #begin(size: number): void {
    if (this.#used > 0) {
      this.#putAway(this.#chunk.subarray(0, this.#used))
      this.#start += this.#used
    }
    if (this.#chunk.length !== size) this.#chunk = new Uint8Array(size)
    this.#used = 0
  }

  #putAway(bytes: Uint8Array): void {
    if (this.#rest === undefined) {
      try {
        this.#scratch ??= this.#openScratch?.() ?? new MemoryScratch()
        this.#scratch.append(bytes)
        return
      } catch {
        this.#rest = { start: this.#start, memory: new MemoryScratch() }
      }
    }
    this.#rest.memory.append(bytes)
  }

  #bytes(at: number, length: number): Uint8Array {
    if (at >= this.#start) return this.#chunk.subarray(at - this.#start, at - this.#start + length)
    if (at < this.#blockStart || at + length > this.#blockStart + this.#block.length) {
      const wanted = Math.max(BLOCK, length)
      if (this.#memory.length < wanted) this.#memory = new Uint8Array(wanted)
      const { start, memory } = this.#rest ?? { start: this.#start, memory: undefined }
      const end = at < start ? start : this.#start
      this.#block = this.#memory.subarray(0, Math.min(wanted, end - at))
      this.#blockStart = at
      if (at < start) this.#scratch?.read(at, this.#block)
      else memory?.read(at - start, this.#block)
    }
    return this.#block.subarray(at - this.#blockStart, at - this.#blockStart + length)
  }
}

/** Runs what needs a spool, and closes it. */
export const withSpool = async <Result>(
  { openScratch }: { readonly openScratch?: OpenScratch },
  run: (spool: Spool) => Promise<Result>,
): Promise<Result> => {
  const spool = new Spool(openScratch)
  try {
    return await run(spool)
  } finally {
    spool.close()
  }
}

/** Stands for a file where none can be made. */
class MemoryScratch implements Scratch {
  readonly #parts: { readonly start: number; readonly bytes: Uint8Array }[] = []
  #end = 0

  append(bytes: Uint8Array): void {
    this.#parts.push({ start: this.#end, bytes: bytes.slice() })
    this.#end += bytes.length
  }

  read(start: number, into: Uint8Array): void {
    const end = start + into.length
    let at = this.#parts.findLastIndex((part) => part.start <= start)
    for (let done = start; done < end; at += 1) {
      const part = this.#parts[at]
      if (part === undefined) return
      const bytes = part.bytes.subarray(done - part.start, end - part.start)
      into.set(bytes, done - start)
      done += bytes.length
    }
  }

  close(): void {
    this.#parts.length = 0
  }
}

const NOTHING = new Uint8Array(0)
const ENCODER = new TextEncoder()
const DECODER = new TextDecoder('utf-8', { ignoreBOM: true })
