import { UnreadableError } from './document.ts'
import { crc32, InflateLimitError, inflate } from './inflate.ts'
import { tooMany } from './limits.ts'
import { type DirectoryEntry, packedBytes, readDirectory } from './zip-directory.ts'

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
  return asUnreadable(() => {
    const directory = readDirectory(bytes)
    budget.spendEntries(directory.count)
    const packed: PackedEntry[] = []
    let claimed = 0
    for (const entry of directory.entries()) {
      claimed += entry.size
      // An archive that admits to be a bomb is refused before anything is inflated.
      if (claimed > budget.limits.totalBytes) throw tooLarge(budget.limits.totalBytes)
      const name = nameOf(entry)
      const read = async () => asUnreadable(() => readEntry(bytes, entry, budget))
      if (!name.endsWith('/')) packed.push({ name, read })
    }
    return packed
  })
}

const asUnreadable = <Value>(run: () => Value): Value => {
  try {
    return run()
  } catch (error) {
    if (error instanceof UnreadableError) throw error
    throw new UnreadableError('damaged')
  }
}

const tooLarge = (bytes: number): UnreadableError => tooMany(Math.floor(bytes / MEGABYTE), 'MB')

/** Flags of an entry whose bytes are encrypted, one way or the other. */
const ENCRYPTED = 0x41

const STORED = 0
const DEFLATED = 8

const readEntry = (archive: Uint8Array, entry: DirectoryEntry, budget: ArchiveBudget): Uint8Array => {
  if ((entry.flags & ENCRYPTED) !== 0) throw new UnreadableError('encrypted')
  const packed = packedBytes(archive, entry)
  const allowance = budget.allowance(packed.length)
  if (entry.size > allowance) throw tooLarge(allowance)
  const bytes = unpack(packed, entry, allowance)
  budget.spendBytes(bytes.length)
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc32)
    throw new UnreadableError('damaged', nameOf(entry))
  return bytes
}

const unpack = (packed: Uint8Array, { method }: DirectoryEntry, allowance: number): Uint8Array => {
  if (method === STORED) return packed
  if (method !== DEFLATED) throw new UnreadableError('unsupported', `zip method ${method}`)
  try {
    return inflate(packed, 'raw', allowance)
  } catch (error) {
    if (error instanceof InflateLimitError) throw tooLarge(allowance)
    throw error
  }
}

const UTF8_NAME = 0x800
const UNICODE_PATH_FIELD = 0x7075

/** The name of an entry: as the flag or the Unicode field says, else UTF-8 if it can be, else GB18030, which Chinese Windows writes. */
export const nameOf = ({ flags, rawName, fields }: DirectoryEntry): string => {
  const field = fields.get(UNICODE_PATH_FIELD)
  const isInField = field !== undefined && field.length > 5
  const raw = isInField ? field.subarray(5) : rawName
  const isUtf8 = isInField || (flags & UTF8_NAME) !== 0
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
