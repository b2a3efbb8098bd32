import { viewOf } from './bytes.ts'

/** An entry of a zip archive as its directory describes it (APPNOTE 4.3.12). Names and sizes are claims. */
export interface DirectoryEntry {
  /** When it was last changed, as MS-DOS counted time and days. */
  readonly changed: number
  readonly flags: number
  readonly method: number
  readonly crc32: number
  /** Bytes, packed and unpacked. */
  readonly packedSize: number
  readonly size: number
  readonly rawName: Uint8Array
  /** Extra fields by their ids. */
  readonly fields: ReadonlyMap<number, Uint8Array>
  /** Where its local header begins. */
  readonly offset: number
}

export interface ZipDirectory {
  readonly count: number
  /** @throws RangeError where the directory is torn */
  readonly entries: () => Iterable<DirectoryEntry>
}

const END = 0x06054b50
const END_BYTES = 22
const LONGEST_COMMENT = 0xffff
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50

/**
 * The directory at the end of a zip archive, in its usual form and in that of zip64.
 *
 * @throws RangeError where there is none, or in another volume
 */
export const readDirectory = (bytes: Uint8Array): ZipDirectory => {
  const view = viewOf(bytes)
  const end = findEnd(view)
  const { count, offset } = readEnd(view, end)
  return { count, entries: () => entriesOf(bytes, view, count, offset) }
}

/**
 * The packed bytes of an entry, behind its local header.
 *
 * @throws RangeError where they are not in the archive
 */
export const packedBytes = (bytes: Uint8Array, { offset, packedSize }: DirectoryEntry): Uint8Array => {
  const view = viewOf(bytes)
  if (view.getUint32(offset, true) !== LOCAL) throw new RangeError('no local header')
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (start + packedSize > bytes.length) throw new RangeError('entry is torn')
  return bytes.subarray(start, start + packedSize)
}

/** The last record that its comment, if it has one, follows to the end. */
const findEnd = (view: DataView): number => {
  const last = view.byteLength - END_BYTES
  for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at -= 1)
    if (view.getUint32(at, true) === END && view.getUint16(at + 20, true) === last - at) return at
  throw new RangeError('no directory')
}

const readEnd = (view: DataView, end: number): { readonly count: number; readonly offset: number } => {
  const count = view.getUint16(end + 10, true)
  const offset = view.getUint32(end + 16, true)
  const disk = view.getUint16(end + 4, true)
  if (count === SHORT && disk === SHORT) return readLongEnd(view, end)
  if (count === SHORT || offset === LONG) return readLongEnd(view, end)
  if (disk !== 0) throw new RangeError('several volumes')
  return { count, offset }
}

/** Numbers that say that the real one stands in the fields of zip64. */
const SHORT = 0xffff
const LONG = 0xffffffff

const LONG_END = 0x06064b50
const LONG_END_LOCATOR = 0x07064b50

const readLongEnd = (view: DataView, end: number): { readonly count: number; readonly offset: number } => {
  if (view.getUint32(end - 20, true) !== LONG_END_LOCATOR) throw new RangeError('no zip64 directory')
  const at = Number(view.getBigUint64(end - 12, true))
  if (view.getUint32(at, true) !== LONG_END) throw new RangeError('no zip64 directory')
  return {
    count: Number(view.getBigUint64(at + 32, true)),
    offset: Number(view.getBigUint64(at + 48, true)),
  }
}

function* entriesOf(
  bytes: Uint8Array,
  view: DataView,
  count: number,
  offset: number,
): Generator<DirectoryEntry> {
  let at = offset
  for (let i = 0; i < count; i += 1) {
    if (view.getUint32(at, true) !== ENTRY) throw new RangeError('directory is torn')
    const nameLength = view.getUint16(at + 28, true)
    const fieldsLength = view.getUint16(at + 30, true)
    const commentLength = view.getUint16(at + 32, true)
    const name = at + 46
    const fieldsStart = name + nameLength
    const next = fieldsStart + fieldsLength + commentLength
    if (next > bytes.length) throw new RangeError('directory is torn')
    const fields = fieldsOf(bytes.subarray(fieldsStart, fieldsStart + fieldsLength))
    yield withLongNumbers(
      {
        changed: view.getUint32(at + 12, true),
        flags: view.getUint16(at + 8, true),
        method: view.getUint16(at + 10, true),
        crc32: view.getUint32(at + 16, true),
        packedSize: view.getUint32(at + 20, true),
        size: view.getUint32(at + 24, true),
        rawName: bytes.subarray(name, fieldsStart),
        fields,
        offset: view.getUint32(at + 42, true),
      },
      fields.get(LONG_FIELD),
    )
    at = next
  }
}

const fieldsOf = (bytes: Uint8Array): ReadonlyMap<number, Uint8Array> => {
  const view = viewOf(bytes)
  const fields = new Map<number, Uint8Array>()
  for (let at = 0; at + 4 <= bytes.length; ) {
    const end = at + 4 + view.getUint16(at + 2, true)
    if (end > bytes.length) throw new RangeError('extra field is torn')
    fields.set(view.getUint16(at, true), bytes.subarray(at + 4, end))
    at = end
  }
  return fields
}

const LONG_FIELD = 1

/** Numbers that have no room in the entry, from a field that holds only these, one behind the other. */
const withLongNumbers = (entry: DirectoryEntry, field: Uint8Array | undefined): DirectoryEntry => {
  if (field === undefined) return entry
  const view = viewOf(field)
  let at = 0
  const long = (value: number): number => {
    if (value !== LONG) return value
    at += 8
    return Number(view.getBigUint64(at - 8, true))
  }
  const size = long(entry.size)
  const packedSize = long(entry.packedSize)
  return { ...entry, size, packedSize, offset: long(entry.offset) }
}
