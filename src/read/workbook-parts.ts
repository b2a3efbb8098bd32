import type { ArchiveEntry } from './archive.ts'
import { UnreadableError } from './document.ts'

const MOST_CELLS = 2_000_000

/**
 * Looks whether a workbook's parts say more cells than anybody reads: those that ODS writes once and
 * repeats take memory before they can be counted.
 *
 * @throws UnreadableError `too-large`
 */
export const checkSheetParts = (entries: readonly ArchiveEntry[], kind: 'xlsx' | 'ods'): void => {
  let cells = 0
  for (const { name, bytes } of entries) {
    if (kind === 'xlsx' && SHEET_PART.test(name)) cells += countCellTags(bytes)
    if (kind === 'ods' && name === 'content.xml') cells += countRepeatedCells(new TextDecoder().decode(bytes))
    if (cells > MOST_CELLS) throw new UnreadableError('too-large', `> ${MOST_CELLS} cells`)
  }
}

const LESS = 0x3c
const COLON = 0x3a
const LETTER_C = 0x63
const AFTER_NAME = new Set([0x20, 0x3e, 0x2f, 0x09, 0x0a, 0x0d])

/** Tags `<c …>` and `<x:c …>`, in bytes: the text of a hundred megabytes is not made for this. */
const countCellTags = (bytes: Uint8Array): number => {
  let count = 0
  for (let at = bytes.indexOf(LETTER_C, 1); at > 0; at = bytes.indexOf(LETTER_C, at + 1)) {
    const before = bytes[at - 1]
    if ((before === LESS || before === COLON) && AFTER_NAME.has(bytes[at + 1] ?? 0)) count += 1
  }
  return count
}

const ROW_OR_CELL = /<(?:[^\s:<>/]{1,40}:)?(table-row|table-cell|covered-table-cell)\b([^<>]*)>/g

/** Cells with content times their repetitions; blank ones are not repeated by the library. */
const countRepeatedCells = (content: string): number => {
  let rows = 1
  let count = 0
  for (const [, tag, attributes = ''] of content.matchAll(ROW_OR_CELL)) {
    if (tag === 'table-row') rows = repeated(attributes, 'rows')
    else if (!attributes.endsWith('/')) count += rows * repeated(attributes, 'columns')
  }
  return count
}

const repeated = (attributes: string, what: 'rows' | 'columns'): number => {
  const match = /number-(rows|columns)-repeated\s*=\s*["']\s*(\d{1,9})/g
  for (const [, found, count] of attributes.matchAll(match)) if (found === what) return Number(count) || 1
  return 1
}

/** Pictures, fonts, macros and printer settings: nothing that cells are read from. */
const NO_PART =
  /\.(png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|vml|ttf|odttf)$|\/(embeddings|printerSettings|media)\/|vbaProject/i

/** The parts of a workbook that its text may come from, with the formats that Chinese Excel takes for granted. */
export const partsForLibrary = (entries: readonly ArchiveEntry[]): readonly ArchiveEntry[] =>
  entries
    .filter(({ name }) => !NO_PART.test(name))
    .map((entry) => {
      if (/(^|\/)styles\.xml$/i.test(entry.name)) return withChineseFormats(entry)
      return SHEET_PART.test(entry.name) ? withoutBlankCells(entry) : entry
    })

const SHEET_PART = /\/worksheets\/[^/]*\.xml$/i

/** A row or cell that doesn't say where it stands: it follows the one before, blank or not. */
const WITHOUT_ADDRESS = /<(?:\w+:)?(?:c|row)(?=[\s/>])(?![^<>]*\sr\s*=)/
const BLANK_CELL = /<(?:\w+:)?c\s[^<>]*(?:\/>|><\/(?:\w+:)?c>)/g
const BLANK_ROW = /<(?:\w+:)?row\s[^<>]*(?:\/>|>\s*<\/(?:\w+:)?row>)/g

/** Borders drawn down to the last row make a million cells with a style and nothing else. */
const withoutBlankCells = (entry: ArchiveEntry): ArchiveEntry => {
  const xml = new TextDecoder().decode(entry.bytes)
  if (WITHOUT_ADDRESS.test(xml)) return entry
  const filled = xml.replace(BLANK_CELL, '').replace(BLANK_ROW, '')
  return filled.length === xml.length ? entry : { name: entry.name, bytes: new TextEncoder().encode(filled) }
}

/** Formats that have a number and no code in the file: the system's language gives them one (ECMA-376-1, 18.8.30). */
const CHINESE_FORMATS: readonly (readonly [number, string])[] = [
  [14, 'yyyy/m/d'],
  [22, 'yyyy/m/d h:mm'],
  [27, 'yyyy"年"m"月"'],
  [28, 'm"月"d"日"'],
  [29, 'm"月"d"日"'],
  [30, 'm-d-yy'],
  [31, 'yyyy"年"m"月"d"日"'],
  [32, 'h"时"mm"分"'],
  [33, 'h"时"mm"分"ss"秒"'],
  [36, 'yyyy"年"m"月"'],
  [50, 'yyyy"年"m"月"'],
  [51, 'm"月"d"日"'],
  [52, 'yyyy"年"m"月"'],
  [53, 'm"月"d"日"'],
  [54, 'm"月"d"日"'],
  [57, 'yyyy"年"m"月"'],
  [58, 'm"月"d"日"'],
]

const NUM_FMTS = /<((?:\w+:)?)numFmts\b[^<>]*>/

/** Put before the file's own formats, which therefore prevail. */
const withChineseFormats = (entry: ArchiveEntry): ArchiveEntry => {
  const xml = new TextDecoder().decode(entry.bytes)
  const found = NUM_FMTS.exec(xml)
  const root = /<((?:\w+:)?)styleSheet\b[^<>]*>/.exec(xml)
  if (root === null) return entry
  const prefix = root[1] ?? ''
  const formats = CHINESE_FORMATS.map(
    ([id, code]) => `<${prefix}numFmt numFmtId="${id}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
  ).join('')
  const isOpen = found !== null && !found[0].endsWith('/>')
  const after = isOpen ? found : root
  const at = after.index + after[0].length
  const added = isOpen ? formats : `<${prefix}numFmts>${formats}</${prefix}numFmts>`
  return { name: entry.name, bytes: new TextEncoder().encode(xml.slice(0, at) + added + xml.slice(at)) }
}
