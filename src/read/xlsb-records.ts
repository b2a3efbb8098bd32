import { viewOf } from './bytes.ts'
import { MOST_CELLS, tooMany } from './limits.ts'

/**
 * Records (MS-XLSB 2.3): cells and columns of a sheet; its links and formulas of ranges, and the names, references to
 * other workbooks and lists of what cells are besides of the whole, which no cell's text needs.
 */
const LAST_CELL = 0x12
const COLUMNS = 0x3c
const NOT_NEEDED: ReadonlySet<number> = new Set([0x27, 0x33, 0x1ee, 0x1aa, 0x1ab, 0x16a])

/** Where texts say that a list of fonts is behind them, which may call itself four billion long. */
const FONT_FLAGS: ReadonlyMap<number, number> = new Map([
  [0x13, 0],
  [0x3e, 8],
])

/** How many columns may be said to be hidden; the flag is behind four numbers of four bytes. */
const MOST_COLUMNS = 65_536
const COLUMN_FLAGS = 16

/**
 * A part of a binary workbook without the records that name whole ranges of cells or sheets, which the library would
 * make one by one.
 *
 * @throws UnreadableError `too-large`
 */
export const xlsbForLibrary = (part: Uint8Array): Uint8Array => {
  const kept = new Uint8Array(part.length)
  let size = 0
  let cells = 0
  let columns = 0
  for (const { kind, start, content, end } of recordsOf(part)) {
    if (kind > 0 && kind <= LAST_CELL) cells += 1
    if (cells > MOST_CELLS) throw tooMany(MOST_CELLS, 'cells')
    const hidden = kind === COLUMNS ? hiddenColumns(part.subarray(content, end)) : 0
    columns += hidden
    if (NOT_NEEDED.has(kind) || (kind === COLUMNS && (hidden === 0 || columns > MOST_COLUMNS))) continue
    kept.set(part.subarray(start, end), size)
    const flags = FONT_FLAGS.get(kind)
    if (flags !== undefined && content + flags < end) {
      const at = size + content - start + flags
      kept[at] = (kept[at] as number) & ~1
    }
    size += end - start
  }
  return kept.subarray(0, size)
}

/** How many columns a record says to be hidden. */
const hiddenColumns = (content: Uint8Array): number => {
  if (((content[COLUMN_FLAGS] ?? 0) & 1) === 0) return 0
  const view = viewOf(content)
  return Math.max(1, view.getUint32(4, true) - view.getUint32(0, true) + 1)
}

interface PlacedRecord {
  readonly kind: number
  readonly start: number
  readonly content: number
  readonly end: number
}

/** Kinds and lengths are written in bytes of seven bits. */
function* recordsOf(bytes: Uint8Array): Generator<PlacedRecord> {
  for (let at = 0; at < bytes.length; ) {
    const start = at
    let kind = bytes[at++] as number
    if (kind > 0x7f) kind = (kind & 0x7f) + (((bytes[at++] ?? 0) & 0x7f) << 7)
    let length = 0
    for (let i = 0, byte = 0x80; i < 4 && byte > 0x7f; i += 1) {
      byte = bytes[at++] ?? 0
      length += (byte & 0x7f) << (7 * i)
    }
    const content = at
    at = Math.min(at + length, bytes.length)
    yield { kind, start, content, end: at }
  }
}
