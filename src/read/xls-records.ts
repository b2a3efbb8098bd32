import { UnreadableError } from './document.ts'

/** Of Excel 5 and later. */
const LATEST = 0x809
const BOUNDS = new Set([0x09, 0x209, 0x409, LATEST])
const END = 0x0a
const CONTINUED = 0x3c
const PASSWORD = 0x2f
const FORMATS = new Set([0x1e, 0x41e])
const COLUMNS = 0x7d

/** Where a record of columns says whether they are hidden, and how many columns may be said to be hidden. */
const COLUMN_FLAGS = 8
const MOST_COLUMNS = 65_536

/** No record is longer: what doesn't fit goes on in the next one. */
const LONGEST = 8_224

/** Of cells: a longer one would hide the next. */
const LENGTHS: ReadonlyMap<number, number> = new Map([
  [0xfd, 10],
  [0x27e, 10],
  [0x203, 14],
])

/** Longer than any code of a number format (255 characters), with its number and length. */
const LONGEST_FORMAT = 600

/** Formulas of cells: behind cell, result and flags in every version stands what it is reckoned by, which no text needs. */
const FORMULAS: ReadonlySet<number> = new Set([0x06, 0x206, 0x406])
const RESULT_END = 16

/** The records (MS-XLS 2.3) that cells, their formats, merged cells and what is hidden come from. */
const NEEDED: ReadonlySet<number> = new Set([
  ...BOUNDS,
  END,
  CONTINUED,
  ...FORMATS,
  ...[0x22, 0x42, 0x85], // dates from 1904, code page, sheets
  ...[0x43, 0x44, 0x243, 0x443, 0xe0], // formats of cells
  ...[0x00, 0x200, 0x08, 0x208], // size, rows
  ...[0x02, 0x03, 0x203, 0x04, 0x204, 0xd6, 0x05, 0x205, 0x7e, 0x27e, 0xbd, 0xfd, 0xfc], // cells, shared texts
  ...FORMULAS,
  ...[0x07, 0x207], // texts of formulas
  0xe5, // merged cells
])

/** No record has this number; the library passes over what it doesn't know. */
const NOTHING = 0xfffe

/**
 * The stream of an old workbook with all records made void that no cell is read from: there are two hundred kinds, and
 * of some that say counts or ranges the library would never come to an end with.
 *
 * @throws UnreadableError `encrypted`, or `damaged` where records don't follow each other
 */
export const recordsForLibrary = (stream: Uint8Array): Uint8Array => {
  if (!BOUNDS.has(uint16(stream, 0))) throw damaged()
  const records = Uint8Array.from(stream)
  let before = 0
  let bounds = 0
  let columns = 0
  for (let at = 0; at + 4 <= records.length; ) {
    const kind = uint16(records, at)
    const length = uint16(records, at + 2)
    // What fills up the last block.
    if (kind === 0 && before === END) break
    if (BOUNDS.has(kind)) bounds = kind
    // Read out of step, or cut off: cells would be missing.
    if (!mayBeSoLong(kind, length, bounds) || at + 4 + length > records.length) throw damaged()
    if (kind === PASSWORD) throw new UnreadableError('encrypted')
    const content = records.subarray(at + 4, at + 4 + length)
    if (kind === COLUMNS) columns += hiddenColumns(content)
    // What damage makes of it leads the library in circles.
    if (FORMULAS.has(kind)) content.fill(0, RESULT_END)
    if (!isNeeded(kind, content) || (kind === COLUMNS && columns > MOST_COLUMNS)) {
      records[at] = NOTHING & 0xff
      records[at + 1] = NOTHING >> 8
    }
    at += 4 + length
    before = kind
  }
  return records
}

const mayBeSoLong = (kind: number, length: number, bounds: number): boolean => {
  if (FORMULAS.has(kind) && length < (bounds === LATEST ? 22 : 18)) return false
  return length <= LONGEST && length === (LENGTHS.get(kind) ?? length)
}

const isNeeded = (kind: number, content: Uint8Array): boolean => {
  if (kind === COLUMNS) return hiddenColumns(content) > 0
  return NEEDED.has(kind) && !(FORMATS.has(kind) && content.length > LONGEST_FORMAT)
}

/** How many columns a record says to be hidden. */
const hiddenColumns = (content: Uint8Array): number =>
  ((content[COLUMN_FLAGS] ?? 0) & 1) === 0 ? 0 : Math.max(1, uint16(content, 2) - uint16(content, 0) + 1)

const damaged = (): UnreadableError => new UnreadableError('damaged', 'workbook stream')

const uint16 = (bytes: Uint8Array, at: number): number =>
  (bytes[at] as number) | ((bytes[at + 1] as number) << 8)
