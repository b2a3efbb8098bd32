// biome-ignore lint/correctness/noNodejsModules: zip entries are inflated by Node itself, which can stop at a limit
import { Buffer } from 'node:buffer'
// biome-ignore lint/correctness/noNodejsModules: see above
import { constants, crc32, inflateRawSync } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { UnreadableError } from './document.ts'
import { tooMany } from './limits.ts'

/** One file of a zip archive, inflated. */
export interface ArchiveEntry {
  /** With `/` between folders. A name from outside: never a path to write to. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** One file of a zip archive that was found in its directory and not inflated yet. */
export interface PackedEntry {
  readonly name: string
  /** @throws UnreadableError as `readArchive` does */
  readonly read: () => Promise<Uint8Array>
}

/** What an archive may cost before it is refused. Sizes are bytes, inflated. */
export interface ArchiveLimits {
  readonly entryBytes: number
  readonly totalBytes: number
  /** Inflated to packed size; entries of a megabyte or less are not asked. */
  readonly ratio: number
  readonly entries: number
  /** Zips inside zips inside the zip. */
  readonly depth: number
}

const MEGABYTE = 1024 * 1024

const DEFAULT_LIMITS: ArchiveLimits = {
  entryBytes: 100 * MEGABYTE,
  totalBytes: 300 * MEGABYTE,
  ratio: 200,
  entries: 2_000,
  depth: 3,
}

/** What is left of the limits while an archive, and the archives in it, are read. */
export class ArchiveBudget {
  readonly limits: ArchiveLimits
  #bytes: number
  #entries: number

  constructor(limits: Partial<ArchiveLimits> = {}) {
    this.limits = { ...DEFAULT_LIMITS, ...limits }
    this.#bytes = this.limits.totalBytes
    this.#entries = this.limits.entries
  }

  /** How many bytes an entry of this packed size may become. */
  allowance(packed: number): number {
    const byRatio = Math.max(MEGABYTE, packed * this.limits.ratio)
    return Math.min(this.limits.entryBytes, this.#bytes, byRatio)
  }

  spendBytes(bytes: number): void {
    this.#bytes -= bytes
  }

  /** @throws UnreadableError if there were more than may be */
  spendEntries(count: number): void {
    this.#entries -= count
    if (this.#entries < 0) throw tooMany(this.limits.entries, 'files')
  }
}

/**
 * The files of a zip archive, inflated under limits and checked against their sums.
 *
 * @throws UnreadableError `too-large`, `encrypted`, `damaged`, or `unsupported` for a packing method
 */
export const readArchive = async (
  bytes: Uint8Array,
  budget = new ArchiveBudget(),
): Promise<readonly ArchiveEntry[]> => await readEntries(await listArchive(bytes, budget))

/** All files of an archive, or none: the parts of one document. */
export const readEntries = async (packed: readonly PackedEntry[]): Promise<readonly ArchiveEntry[]> => {
  const entries: ArchiveEntry[] = []
  for (const { name, read } of packed) entries.push({ name, bytes: await read() })
  return entries
}

/**
 * What the directory of a zip archive says is in it, without folders. Each entry is inflated when it is
 * read, under the limits that are left then: so one bad entry doesn't hide the others.
 *
 * @throws UnreadableError `damaged` for the directory, `too-large` for too many entries, or what they claim
 */
export const listArchive = async (
  bytes: Uint8Array,
  budget = new ArchiveBudget(),
): Promise<readonly PackedEntry[]> => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return await asUnreadable(async () => {
    // Names are decoded here: they may be GBK, and one bad name must not hide the rest.
    const zip = await fromBufferPromise(buffer, { decodeStrings: false })
    budget.spendEntries(zip.entryCount)
    const packed: PackedEntry[] = []
    let claimed = 0
    for await (const entry of zip.eachEntry()) {
      claimed += entry.uncompressedSize
      // An archive that admits to be a bomb is refused before anything is inflated.
      if (claimed > budget.limits.totalBytes) throw tooLarge(budget.limits.totalBytes)
      const name = nameOf(entry)
      const read = () => asUnreadable(() => inflate(buffer, zip, entry, budget))
      if (!name.endsWith('/')) packed.push({ name, read })
    }
    return packed
  })
}

const asUnreadable = async <Value>(run: () => Promise<Value>): Promise<Value> => {
  try {
    return await run()
  } catch (error) {
    if (error instanceof UnreadableError) throw error
    const message = error instanceof Error ? error.message : String(error)
    throw new UnreadableError(message.includes('encryption') ? 'encrypted' : 'damaged')
  }
}

const tooLarge = (bytes: number): UnreadableError => tooMany(Math.floor(bytes / MEGABYTE), 'MB')

const STORED = 0
const DEFLATED = 8

const inflate = async (buffer: Buffer, zip: ZipFile, entry: Entry, budget: ArchiveBudget) => {
  if (entry.isEncrypted()) throw new UnreadableError('encrypted')
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
  const packed = buffer.subarray(fileDataStart, fileDataStart + entry.compressedSize)
  const allowance = budget.allowance(packed.length)
  if (entry.uncompressedSize > allowance) throw tooLarge(allowance)
  const bytes = unpack(packed, entry, allowance)
  budget.spendBytes(bytes.length)
  if (bytes.length !== entry.uncompressedSize || crc32(bytes) !== entry.crc32)
    throw new UnreadableError('damaged', nameOf(entry))
  return bytes
}

const unpack = (packed: Buffer, entry: Entry, allowance: number): Uint8Array => {
  if (entry.compressionMethod === STORED) return packed
  if (entry.compressionMethod !== DEFLATED)
    throw new UnreadableError('unsupported', `zip method ${entry.compressionMethod}`)
  try {
    return inflateRawSync(packed, { maxOutputLength: allowance, finishFlush: constants.Z_FINISH })
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge(allowance)
    throw error
  }
}

const UTF8_NAME = 0x800
const UNICODE_PATH_FIELD = 0x7075

/** As the flag or the Unicode field says, else UTF-8 if it can be, else GB18030, which Chinese Windows writes. */
const nameOf = (entry: Entry): string => {
  const field = entry.extraFields.find(({ id, data }) => id === UNICODE_PATH_FIELD && data.length > 5)
  const raw = field === undefined ? entry.fileNameRaw : field.data.subarray(5)
  const isUtf8 = field !== undefined || (entry.generalPurposeBitFlag & UTF8_NAME) !== 0
  const name = isUtf8 ? UTF8.decode(raw) : (decodeStrictly('utf-8', raw) ?? decodeStrictly('gb18030', raw))
  return (name ?? UTF8.decode(raw)).replaceAll('\\', '/')
}

const UTF8 = new TextDecoder('utf-8')

const decodeStrictly = (encoding: string, bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
