import { crc32, openDeflate } from './inflate.ts'
import { joined, numbers } from './rewrite-archive.ts'

/** Writes a zip archive as its files come, without holding any of them. */
export class ZipStream {
  readonly #write: (bytes: Uint8Array) => void
  readonly #directory: Uint8Array[] = []
  #length = 0
  #files = 0

  constructor(write: (bytes: Uint8Array) => void) {
    this.#write = write
  }

  /** Begins a file; the one before has ended. */
  open(name: string): { readonly write: (text: string) => void; readonly end: () => void } {
    const rawName = new TextEncoder().encode(name)
    const start = this.#length
    const head = numbers([2, 20], [2, SIZES_BEHIND | UTF8_NAME], [2, DEFLATED], [4, NO_TIME])
    const names = numbers([2, rawName.length], [2, 0])
    this.#put(numbers([4, 0x04034b50]), head, NO_SIZES, names, rawName)
    let [sum, size, packed] = [0, 0, 0]
    const stream = openDeflate((bytes) => {
      packed += bytes.length
      this.#put(bytes)
    })
    return {
      write: (text) => {
        const bytes = new TextEncoder().encode(text)
        sum = crc32(bytes, sum)
        size += bytes.length
        stream.push(bytes, false)
      },
      end: () => {
        stream.push(new Uint8Array(), true)
        const sizes = numbers([4, sum], [4, packed], [4, size])
        this.#put(numbers([4, 0x08074b50]), sizes)
        const place = numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, start])
        this.#directory.push(numbers([4, 0x02014b50], [2, 20]), head, sizes, names, place, rawName)
        this.#files += 1
      },
    }
  }

  finish(): void {
    const directory = joined(this.#directory)
    const counts = numbers([4, 0], [2, this.#files], [2, this.#files])
    const end = numbers([4, directory.length], [4, this.#length], [2, 0])
    this.#put(directory, numbers([4, 0x06054b50]), counts, end)
  }

  #put(...parts: readonly Uint8Array[]): void {
    for (const part of parts) {
      this.#write(part)
      this.#length += part.length
    }
  }
}

const DEFLATED = 8
const SIZES_BEHIND = 0x8
const UTF8_NAME = 0x800
/** 1980-01-01, the first day there is: the same content makes the same archive. */
const NO_TIME = 0x210000
const NO_SIZES = numbers([4, 0], [4, 0], [4, 0])
