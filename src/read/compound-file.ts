import { viewOf } from './bytes.ts'
import { UnreadableError } from './document.ts'

const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/** Whether the bytes begin as a compound file does: XLS, DOC, or an encrypted XLSX or DOCX. */
export const isCompoundFile = (bytes: Uint8Array): boolean => MAGIC.every((byte, i) => bytes[i] === byte)

/** Fields of the header (MS-CFB 2.2), by their places. */
const SECTOR_SHIFT = 30
const MINI_SHIFT = 32
const FIRST_DIRECTORY = 48
const MINI_CUTOFF = 56
const FIRST_MINI_TABLE = 60
const FIRST_MORE = 68
const TABLE_SECTORS = 76
const HEADER = 512

/** Numbers from this one on are no sectors but marks. */
const MARKS = 0xfffffffa

const ENTRY = 128
const STREAM = 2
const ROOT = 5

interface Entry {
  readonly name: string
  readonly type: number
  readonly left: number
  readonly right: number
  readonly child: number
  readonly start: number
  readonly size: number
}

/**
 * The streams of a compound file (MS-CFB), which old Office formats are. A stream is put together when it is asked
 * for: any number of them may share their sectors, and most hold nothing that is read.
 */
export class CompoundFile {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #shift: number
  readonly #table: DataView
  readonly #entries: readonly Entry[]
  /** Of the root, by their names in lower case. */
  readonly #own: ReadonlyMap<string, Entry>

  /** @throws UnreadableError `damaged` */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#view = viewOf(bytes)
    if (!isCompoundFile(bytes) || bytes.length < HEADER) throw damaged()
    this.#shift = this.#view.getUint16(SECTOR_SHIFT, true)
    if (this.#shift < 7 || this.#shift > 16) throw damaged()
    this.#table = viewOf(this.#join(this.#tableSectors()))
    this.#entries = entriesOf(this.#join(this.#chain(this.#view.getUint32(FIRST_DIRECTORY, true))))
    this.#own = this.#entriesOfRoot()
  }

  /** Of streams and storages that are in no other storage, in lower case. */
  get names(): ReadonlySet<string> {
    return new Set(this.#own.keys())
  }

  /**
   * A stream that is in no storage, by its name in any case.
   *
   * @throws UnreadableError `damaged` if it isn't all there
   */
  stream(name: string): Uint8Array | undefined {
    const entry = this.#own.get(name.toLowerCase())
    if (entry === undefined || entry.type !== STREAM) return undefined
    const isMini = entry.size < this.#view.getUint32(MINI_CUTOFF, true)
    const bytes = isMini ? this.#miniStream(entry) : this.#join(this.#chain(entry.start))
    if (bytes.length < entry.size) throw damaged()
    return bytes.subarray(0, entry.size)
  }

  /** The sectors of the table that says which sector follows which. */
  #tableSectors(): number[] {
    const sectors: number[] = []
    const take = (view: DataView, from: number, to: number): void => {
      for (let at = from; at < to; at += 4) {
        const sector = view.getUint32(at, true)
        if (sector < MARKS) sectors.push(sector)
      }
    }
    take(this.#view, TABLE_SECTORS, HEADER)
    const seen = new Set<number>()
    for (let more = this.#view.getUint32(FIRST_MORE, true); more < MARKS && !seen.has(more); ) {
      seen.add(more)
      const sector = viewOf(this.#sector(more))
      if (sector.byteLength < 8) break
      take(sector, 0, sector.byteLength - 4)
      more = sector.getUint32(sector.byteLength - 4, true)
    }
    return [...new Set(sectors)]
  }

  #sector(number: number): Uint8Array {
    const start = 2 ** this.#shift * (number + 1)
    return this.#bytes.subarray(start, start + 2 ** this.#shift)
  }

  #chain(start: number): number[] {
    return chainOf(this.#table, start)
  }

  #join(sectors: readonly number[]): Uint8Array {
    const size = 2 ** this.#shift
    if (sectors.length * size > this.#bytes.length + size) throw damaged()
    const joined = new Uint8Array(sectors.length * size)
    let length = 0
    for (const number of sectors) {
      const sector = this.#sector(number)
      joined.set(sector, length)
      length += sector.length
      // Only the last sector of a file may be cut off.
      if (sector.length < size) break
    }
    return joined.subarray(0, length)
  }

  /** Small streams share the sectors of the root. */
  #miniStream({ start, size }: Entry): Uint8Array {
    const table = viewOf(this.#join(this.#chain(this.#view.getUint32(FIRST_MINI_TABLE, true))))
    const container = this.#join(this.#chain(this.#entries[0]?.start ?? MARKS))
    const step = 2 ** Math.min(this.#view.getUint16(MINI_SHIFT, true), 16)
    const bytes = new Uint8Array(size)
    let length = 0
    for (const number of chainOf(table, start)) {
      const part = container.subarray(
        number * step,
        Math.min((number + 1) * step, number * step + size - length),
      )
      if (part.length === 0) break
      bytes.set(part, length)
      length += part.length
    }
    return bytes.subarray(0, length)
  }

  /** A storage names one of its entries, which name their neighbours; damaged files have no such tree. */
  #entriesOfRoot(): Map<string, Entry> {
    const own = new Map<string, Entry>()
    const seen = new Set<number>()
    const waiting = [this.#entries[0]?.child ?? MARKS]
    for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
      const entry = this.#entries[number]
      if (entry === undefined || seen.has(number)) continue
      seen.add(number)
      waiting.push(entry.left, entry.right)
      const name = entry.name.toLowerCase()
      if (!own.has(name)) own.set(name, entry)
    }
    return own
  }
}

/** The numbers that follow each other in a table. */
const chainOf = (table: DataView, start: number): number[] => {
  const chain: number[] = []
  const count = Math.floor(table.byteLength / 4)
  for (let number = start; number < MARKS; number = table.getUint32(4 * number, true)) {
    // As long as the table: it goes in a circle.
    if (number >= count || chain.length >= count) throw damaged()
    chain.push(number)
  }
  return chain
}

const entriesOf = (directory: Uint8Array): Entry[] => {
  const entries: Entry[] = []
  for (let at = 0; at + ENTRY <= directory.length; at += ENTRY) {
    const view = viewOf(directory.subarray(at, at + ENTRY))
    const length = Math.min(Math.max(view.getUint16(64, true) - 2, 0), 62)
    entries.push({
      name: NAME.decode(directory.subarray(at, at + length)),
      type: view.getUint8(66),
      left: view.getUint32(68, true),
      right: view.getUint32(72, true),
      child: view.getUint32(76, true),
      start: view.getUint32(116, true),
      size: view.getUint32(120, true),
    })
  }
  if (entries[0]?.type !== ROOT) throw damaged()
  return entries
}

const NAME = new TextDecoder('utf-16le', { ignoreBOM: true })

const damaged = (): UnreadableError => new UnreadableError('damaged', 'compound file')
