import type { Scratch } from './world.ts'

/** As much is gathered before it is put away. */
const CHUNK = 1024 ** 2

/**
 * Texts that are needed once more, and much later. They are put away in a file that nobody else sees, so
 * that twenty thousand filings take no more memory than two thousand; where there can be none, they stay in
 * memory, a byte for a letter and three for a character.
 */
export class Spool {
  readonly #openScratch: (() => Scratch | undefined) | undefined
  #scratch: Scratch | undefined
  #isOpened = false
  readonly #kept: Uint8Array[] = []
  #chunk: Uint8Array = new Uint8Array(0)
  #used = 0
  #chunks = 0

  constructor(openScratch: (() => Scratch | undefined) | undefined) {
    this.#openScratch = openScratch
  }

  /** Puts a text away; what comes back reads it again, until the spool is closed. */
  keep(text: string): () => string {
    // No text has more bytes.
    const most = 3 * text.length
    if (this.#used + most > this.#chunk.length) this.#begin(Math.max(CHUNK, most))
    const { written } = ENCODER.encodeInto(text, this.#chunk.subarray(this.#used))
    const [chunk, start, end] = [this.#chunks, this.#used, this.#used + written]
    this.#used = end
    return () => DECODER.decode(this.#bytesOf(chunk, start, end))
  }

  close(): void {
    this.#scratch?.close()
    this.#scratch = undefined
  }

  #begin(size: number): void {
    if (this.#used > 0) this.#putAway(this.#chunk.subarray(0, this.#used))
    if (this.#chunk.length !== size || this.#scratch === undefined) this.#chunk = new Uint8Array(size)
    this.#used = 0
  }

  readonly #starts: number[] = []
  #end = 0

  #putAway(bytes: Uint8Array): void {
    if (!this.#isOpened) this.#scratch = this.#openScratch?.()
    this.#isOpened = true
    if (this.#scratch === undefined) this.#kept[this.#chunks] = bytes
    else this.#scratch.append(bytes)
    this.#starts[this.#chunks] = this.#end
    this.#end += bytes.length
    this.#chunks += 1
  }

  #bytesOf(chunk: number, start: number, end: number): Uint8Array {
    if (chunk === this.#chunks) return this.#chunk.subarray(start, end)
    const kept = this.#kept[chunk]
    if (kept !== undefined) return kept.subarray(start, end)
    return this.#scratch?.read((this.#starts[chunk] as number) + start, end - start) ?? NOTHING
  }
}

const NOTHING = new Uint8Array(0)
const ENCODER = new TextEncoder()
const DECODER = new TextDecoder('utf-8', { ignoreBOM: true })
