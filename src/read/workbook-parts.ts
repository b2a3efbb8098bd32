import type { ArchiveEntry } from './archive.ts'
import { UnreadableError } from './document.ts'
import { MOST_CELLS, tooMany } from './limits.ts'
import { xlsbForLibrary } from './xlsb-records.ts'

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
    if (cells > MOST_CELLS) throw tooMany(MOST_CELLS, 'cells')
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

/** Beginnings and ends of rows and cells (UOF has Chinese names for them), and what says how often they are repeated. */
const ROW_CELL_OR_COUNT =
  /<(\/?)(?:[^\s:<>/]{1,40}:)?(table-row|行|table-cell|covered-table-cell|数据)(?=[\s/>_])|number-(rows|columns)-repeated\s*=\s*(?:["']\s*)?([^\s"'<>]+)/g

/**
 * Cells with content times their repetitions, as the library repeats them: where a cell ends, as often as the
 * last cell that began says, in as many rows as the last row says, wherever these stand. Blank cells without an end
 * are not repeated.
 */
const countRepeatedCells = (content: string): number => {
  let rows = 1
  let columns = 1
  let isRow = false
  let count = 0
  for (const [, slash, tag, , number] of content.matchAll(ROW_CELL_OR_COUNT)) {
    if (tag === undefined) {
      // What stands in for a number is read in two ways by the library.
      const times = Math.max(Number(number) || 1, Number.parseInt(number as string, 10) || 1)
      if (isRow) rows = Math.max(rows, times)
      else columns = Math.max(columns, times)
      continue
    }
    isRow = tag === 'table-row' || tag === '行'
    if (isRow) rows = 1
    else if (slash === '') columns = 1
    else count += rows * columns
  }
  return count
}

/** Runs of blanks are counted and not written. */
const MOST_BLANKS = 1_000
const BLANKS = /(\btext:c\s*=\s*")(\d{4,})(?=")/g

/** The digits of a number format are counted as well, in whatever way a number can be written. */
const MOST_DIGITS = 30
const DIGITS = /(\b(?:min|decimal)-[a-z-]{0,20}(?:digits|places)\s*=["'\s]*)([^\s"'<>]+)/gi

/** A part of an OpenDocument without runs of blanks and digits that nobody would type. */
export const withoutLongRuns = (entry: ArchiveEntry): ArchiveEntry =>
  rewritten(entry, (xml) =>
    xml
      .replace(BLANKS, (_, name: string, count: string) => name + Math.min(Number(count), MOST_BLANKS))
      .replace(DIGITS, (_, name: string, count: string) => name + Math.min(Number(count) || 0, MOST_DIGITS)),
  )

/** Columns of a worksheet. */
const MOST_COLUMNS = 16_384

/** Rows of a worksheet. */
const MOST_ROWS = 1_048_576

const XML_PLACE = /<(?:\w+:)?(column|row|cell)\b[^>]*>/gi
const XML_NUMBER = /\b(Index|Span|MergeAcross|MergeDown)\s*=\s*(?:["']\s*)?([^\s"'>]+)/g

/**
 * Looks whether a workbook in one file of XML has columns and rows that no worksheet has, or merged cells that reach over
 * more places than anybody reads: the library makes a cell of each.
 *
 * @throws UnreadableError `too-large`, or `damaged` for a place between two columns
 */
export const checkXmlPlaces = (xml: string): void => {
  let spanned = 0
  let merged = 0
  for (const [tag, kind = ''] of xml.matchAll(XML_PLACE)) {
    const numbers = new Map<string, number>()
    for (const [, name = '', text = ''] of tag.matchAll(XML_NUMBER)) {
      if (/^\d*\.\d/.test(text)) throw new UnreadableError('damaged', `${name}="${text}"`)
      numbers.set(name, Math.max(numbers.get(name) ?? 0, Number(text) || 0, Number.parseInt(text, 10) || 0))
    }
    const [index = 0, span = 0, across = 0, down = 0] = ['Index', 'Span', 'MergeAcross', 'MergeDown'].map(
      (name) => numbers.get(name),
    )
    if (kind.toLowerCase() === 'row') {
      if (index > MOST_ROWS) throw tooMany(MOST_ROWS, 'rows')
      continue
    }
    spanned += span
    // Each row that a merged cell reaches is made up to its column.
    merged += (Math.max(1, index) + across) * (down + 1) - Math.max(1, index)
    if (Math.max(index, across) > MOST_COLUMNS || spanned > 4 * MOST_COLUMNS)
      throw tooMany(MOST_COLUMNS, 'columns')
    if (merged > MOST_CELLS) throw tooMany(MOST_CELLS, 'cells')
  }
}

/** Pictures, fonts, macros and printer settings: nothing that cells are read from. */
const NO_PART =
  /\.(png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|vml|ttf|odttf)$|\/(embeddings|printerSettings|media)\/|vbaProject/i

/**
 * The parts of a workbook that its text may come from, with the formats that Chinese Excel takes for granted. What the
 * library would read beside cells (links, comments, properties, pivot tables) is not in them.
 */
export const partsForLibrary = (entries: readonly ArchiveEntry[]): readonly ArchiveEntry[] =>
  entries.filter(({ name }) => !NO_PART.test(name)).map(partForLibrary)

const partForLibrary = (entry: ArchiveEntry): ArchiveEntry => {
  const { name } = entry
  if (name === '[Content_Types].xml') return rewritten(entry, (xml) => onlyNamed(xml, CONTENT, CONTENT_KIND))
  if (name.endsWith('.rels')) return rewritten(entry, (xml) => onlyNamed(xml, RELATION, RELATION_KIND))
  if (/(^|\/)styles\.xml$/i.test(name)) return rewritten(entry, stylesForLibrary)
  if (SHEET_PART.test(name)) return rewritten(entry, sheetForLibrary)
  if (BINARY_PART.test(name)) return { name, bytes: xlsbForLibrary(entry.bytes) }
  return entry
}

const rewritten = (entry: ArchiveEntry, rewrite: (xml: string) => string): ArchiveEntry => {
  const xml = new TextDecoder().decode(entry.bytes)
  const changed = rewrite(xml)
  return changed === xml ? entry : { name: entry.name, bytes: new TextEncoder().encode(changed) }
}

const CONTENT = /<(?:\w+:)?Override\b[^>]*>/g
const CONTENT_KIND =
  /ContentType\s*=\s*["'][^"']*(?:main(?:\+xml)?|sheet(?:\+xml)?|sharedStrings(?:\+xml)?|styles(?:\+xml)?)["']/

const RELATION = /<(?:\w+:)?Relationship\b[^>]*>/g
const RELATION_KIND = /Type\s*=\s*["'][^"']*\/(?:officeDocument|\w*sheet|sharedStrings|styles)["']/i

const onlyNamed = (xml: string, tags: RegExp, kind: RegExp): string =>
  xml.replace(tags, (tag) => (kind.test(tag) ? tag : ''))

export const BINARY_PART = /\.bin$/i
const SHEET_PART = /\/worksheets\/[^/]*\.xml$/i

/** A row or cell that doesn't say where it stands: it follows the one before, blank or not. */
const WITHOUT_ADDRESS = /<(?:\w+:)?(?:c|row)(?=[\s/>])(?![^<>]*\sr\s*=)/
const BLANK_CELL = /<(?:\w+:)?c\s[^<>]*(?:\/>|><\/(?:\w+:)?c>)/g
const BLANK_ROW = /<(?:\w+:)?row\s[^<>]*(?:\/>|>\s*<\/(?:\w+:)?row>)/g

/** The library makes a cell of each place that a link covers. */
const LINK = /<(?:\w+:)?hyperlink\b[^<>]*>/g
const COLUMN = /<(?:\w+:)?col\b[^<>]*>/g
/** Formulas with their results behind them, and the range that a formula fills. */
const CALCULATED = /<(?:\w+:)?f\b[^<>]*>[^<]*<\/(?:\w+:)?f>(?=\s*<(?:\w+:)?v\b[^<>]*>[^<])/g
const ARRAY = /(<(?:\w+:)?f\b[^<>]*?)\st\s*=\s*["']array["']([^<>]*>)/g

const sheetForLibrary = (xml: string): string => {
  const needed = withoutWideColumns(xml).replace(LINK, '').replace(CALCULATED, '').replace(ARRAY, '$1$2')
  // Borders drawn down to the last row make a million cells with a style and nothing else.
  return WITHOUT_ADDRESS.test(needed) ? needed : needed.replace(BLANK_CELL, '').replace(BLANK_ROW, '')
}

/** Only hidden columns matter, and only those that a worksheet has. */
const withoutWideColumns = (xml: string): string => {
  let left = MOST_COLUMNS
  return xml.replace(COLUMN, (tag) => {
    const [min, max] = ['min', 'max'].map((name) =>
      Number.parseInt(new RegExp(`\\s${name}\\s*=\\s*["']?\\s*(\\d+)`).exec(tag)?.[1] ?? '', 10),
    ) as [number, number]
    if (!/\shidden\s*=/.test(tag) || !(min <= max)) return ''
    left -= max - min + 1
    return left < 0 ? '' : tag
  })
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

/** Codes longer than any that Excel takes (255 characters), written as entities or not. */
const LONG_FORMAT = /<(?:\w+:)?numFmt\b[^<>]{2000,}>/g

/** Put before the file's own formats, which therefore prevail. */
const stylesForLibrary = (styles: string): string => {
  const xml = styles.replace(LONG_FORMAT, '')
  const found = NUM_FMTS.exec(xml)
  const root = /<((?:\w+:)?)styleSheet\b[^<>]*>/.exec(xml)
  if (root === null) return xml
  const prefix = root[1] ?? ''
  const formats = CHINESE_FORMATS.map(
    ([id, code]) => `<${prefix}numFmt numFmtId="${id}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
  ).join('')
  const isOpen = found !== null && !found[0].endsWith('/>')
  const after = isOpen ? found : root
  const at = after.index + after[0].length
  const added = isOpen ? formats : `<${prefix}numFmts>${formats}</${prefix}numFmts>`
  return xml.slice(0, at) + added + xml.slice(at)
}
