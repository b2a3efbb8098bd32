import { nameOf } from './archive.ts'
import { crc32, deflate, openDeflate } from './inflate.ts'
import { type DirectoryEntry, packedBytes, readDirectory } from './zip-directory.ts'

/** What is written of an entry, beside its packed bytes. */
interface Header {
  readonly flags: number
  readonly method: number
  readonly changed: number
  readonly crc32: number
  readonly packedSize: number
  readonly size: number
  readonly rawName: Uint8Array
  /** Extra fields, each with its id and length in front. */
  readonly fields: Uint8Array
}

const LOCAL = 0x04034b50
const ENTRY = 0x02014b50
const SIZES = 0x08074b50
const END = 0x06054b50
const DEFLATED = 8
const UTF8_NAME = 0x800
/** Sizes stand behind the bytes, not in front of them, as in an archive that is written as its files come. */
const SIZES_BEHIND = 8
/** 1 January 1980, the first day that there is: the same content makes the same archive. */
const NO_TIME = 0x00210000
/** Numbers that have no room in the entry; here all have. */
const LONG_FIELD = 1

/**
 * A zip archive with files of it replaced and others added behind them, by their names. All others are there as they
 * were, packed byte for byte, in the same order.
 *
 * @throws RangeError for an archive whose directory or entries are torn
 */
export const rewriteArchive = (archive: Uint8Array, files: ReadonlyMap<string, Uint8Array>): Uint8Array => {
  const writer = new ArchiveWriter()
  const left = new Map(files)
  for (const entry of readDirectory(archive).entries()) {
    const name = nameOf(entry)
    const file = left.get(name)
    if (file === undefined) writer.add(keptHeader(entry), packedBytes(archive, entry))
    else writer.pack(entry.rawName, entry.flags & UTF8_NAME, entry.changed, file)
    left.delete(name)
  }
  for (const [name, file] of left) writer.pack(new TextEncoder().encode(name), UTF8_NAME, NO_TIME, file)
  return writer.finish()
}

const keptHeader = (entry: DirectoryEntry): Header => ({
  ...entry,
  flags: entry.flags & ~SIZES_BEHIND,
  fields: joined([...entry.fields].filter(([id]) => id !== LONG_FIELD).map(fieldBytes)),
})

const fieldBytes = ([id, content]: readonly [number, Uint8Array]): Uint8Array =>
  joined([numbers([2, id], [2, content.length]), content])

class ArchiveWriter {
  readonly #parts: Uint8Array[] = []
  readonly #directory: Uint8Array[] = []
  #length = 0

  pack(rawName: Uint8Array, flags: number, changed: number, bytes: Uint8Array): void {
    const packed = deflate(bytes)
    const sizes = { packedSize: packed.length, size: bytes.length, crc32: crc32(bytes) }
    this.add({ ...sizes, flags, method: DEFLATED, changed, rawName, fields: new Uint8Array() }, packed)
  }

  add(header: Header, packed: Uint8Array): void {
    const { flags, method, changed, rawName, fields } = header
    const common = numbers(
      [2, 20],
      [2, flags],
      [2, method],
      [4, changed],
      [4, header.crc32],
      [4, header.packedSize],
      [4, header.size],
      [2, rawName.length],
    )
    const place = numbers([2, fields.length], [2, 0], [2, 0], [2, 0], [4, 0], [4, this.#length])
    this.#directory.push(numbers([4, ENTRY], [2, 20]), common, place, rawName, fields)
    for (const part of [numbers([4, LOCAL]), common, numbers([2, 0]), rawName, packed]) {
      this.#parts.push(part)
      this.#length += part.length
    }
  }

  finish(): Uint8Array {
    const directory = joined(this.#directory)
    const count = this.#directory.length / PARTS_OF_ENTRY
    return joined([...this.#parts, directory, endOf(directory, this.#length, count)])
  }
}

const PARTS_OF_ENTRY = 5

/** The record behind the directory, which begins at `start`. */
const endOf = (directory: Uint8Array, start: number, count: number): Uint8Array =>
  numbers([4, END], [4, 0], [2, count], [2, count], [4, directory.length], [4, start], [2, 0])

/** Numbers of so many bytes each, the lowest byte first. */
const numbers = (...pairs: readonly (readonly [number, number])[]): Uint8Array =>
  Uint8Array.from(
    pairs.flatMap(([size, value]) => Array.from({ length: size }, (_, i) => (value >>> (8 * i)) & 0xff)),
  )

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

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
    this.#put(numbers([4, LOCAL]), head, NO_SIZES, names, rawName)
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
        this.#put(numbers([4, SIZES]), sizes)
        const place = numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, start])
        this.#directory.push(numbers([4, ENTRY], [2, 20]), head, sizes, names, place, rawName)
        this.#files += 1
      },
    }
  }

  finish(): void {
    const directory = joined(this.#directory)
    this.#put(directory, endOf(directory, this.#length, this.#files))
  }

  #put(...parts: readonly Uint8Array[]): void {
    for (const part of parts) {
      this.#write(part)
      this.#length += part.length
    }
  }
}

const NO_SIZES = numbers([4, 0], [4, 0], [4, 0])
