import type { Format } from '../source/format.ts'
import { columnName } from '../source/source.ts'
import { type ArchiveEntry, readArchive } from './archive.ts'
import { CompoundFile, isCompoundFile } from './compound-file.ts'
import { type Document, type ReadNote, UnreadableError } from './document.ts'
import { DocumentWriter } from './document-writer.ts'
import { CharacterBudget } from './limits.ts'
import { isZip, kindOfOldOffice, kindOfPackage } from './package-kind.ts'
import {
  type LibraryCell,
  type LibrarySheet,
  type LibraryWorkbook,
  packStored,
  parseWorkbook,
} from './sheet-library.ts'
import { cellName, printedNumber, quoteSheetName, type SheetCell, sheetTable } from './sheet-table.ts'
import { kindOfText } from './text-kind.ts'
import {
  BINARY_PART,
  checkSheetParts,
  checkXmlPlaces,
  partsForLibrary,
  withoutLongRuns,
} from './workbook-parts.ts'
import { recordsForLibrary } from './xls-records.ts'

/**
 * Reads a workbook: XLSX, XLSM, XLSB, ODS, and XLS of any age. Every visible sheet with text is a table;
 * cells have the text that the program shows, and addresses such as `Sheet1!E9`. `entries`: the files of the
 * package, where they were inflated already.
 *
 * @throws UnreadableError
 */
export const readWorkbook = async (
  bytes: Uint8Array,
  entries?: readonly ArchiveEntry[],
): Promise<Document> => {
  const { workbook, format, isPrinted } = await openWorkbook(bytes, entries)
  const writer = new DocumentWriter()
  const hidden: string[] = []
  const uncalculated: string[] = []
  const budget = new CharacterBudget()
  let hasCells = false
  for (const sheet of workbook.sheets.filter(({ isHidden }) => !isHidden)) {
    const cells = cellsOf(sheet, workbook, isPrinted, budget)
    if (cells.length === 0) continue
    hasCells = true
    writer.table(sheetTable(cells, sheet.merges, (row, column) => cellName(sheet.name, row, column)))
    hidden.push(...hiddenRanges(sheet, cells))
    for (const { row, column } of cells) {
      const cell = sheet.rows[row]?.[column]
      if (cell !== undefined && isUncalculated(cell)) uncalculated.push(cellName(sheet.name, row, column).en)
    }
  }
  if (!hasCells) throw new UnreadableError('no-cells')
  return { format, ...writer.finish(), notes: notesOf(workbook, hidden, uncalculated) }
}

interface OpenWorkbook {
  readonly workbook: LibraryWorkbook
  readonly format: Format
  /** The file has the printed text of numbers itself. */
  readonly isPrinted: boolean
}

const openWorkbook = async (
  bytes: Uint8Array,
  entries: readonly ArchiveEntry[] | undefined,
): Promise<OpenWorkbook> => {
  if (isZip(bytes)) return await openPackage(entries ?? (await readArchive(bytes)))
  if (isCompoundFile(bytes)) {
    const kind = kindOfOldOffice(bytes)
    if (kind === 'encrypted') throw new UnreadableError('encrypted')
    if (kind !== 'xls') throw new UnreadableError('unsupported', kind)
    const file = new CompoundFile(bytes)
    return await openXls(file.stream('Workbook') ?? file.stream('Book') ?? NOTHING)
  }
  return isBareBiff(bytes) ? await openXls(bytes) : await openXml(bytes)
}

const NOTHING = new Uint8Array()

/** The library gets the stream of cells alone: it believes all that a compound file says of itself. */
const openXls = async (stream: Uint8Array): Promise<OpenWorkbook> => ({
  workbook: await parseWorkbook(recordsForLibrary(stream), 'xls'),
  format: 'xls',
  isPrinted: false,
})

const openPackage = async (entries: readonly ArchiveEntry[]): Promise<OpenWorkbook> => {
  const kind = kindOfPackage(entries)
  if (kind !== 'xlsx' && kind !== 'ods') throw new UnreadableError('unsupported', kind)
  const parts = kind === 'ods' ? entries.filter(isTextOfOds).map(withoutLongRuns) : partsForLibrary(entries)
  checkSheetParts(parts, kind)
  const packed = await packStored(parts)
  const isBinary = parts.some(({ name }) => BINARY_PART.test(name))
  const workbook = await parseWorkbook(packed, isBinary ? 'xlsb' : kind)
  return { workbook, format: kind, isPrinted: kind === 'ods' }
}

/** The parts of an OpenDocument that the library looks for its text in. */
const isTextOfOds = ({ name }: ArchiveEntry): boolean =>
  ['content.xml', 'styles.xml', 'META-INF/manifest.xml', 'objectdata.xml'].includes(name)

/** XLS of Excel 4 and before, which is no compound file. */
const isBareBiff = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1) && bytes[3] === 0x00

/** A workbook in one file of XML, which Excel 2003 writes and names `.xls`; or a flat OpenDocument. */
const openXml = async (bytes: Uint8Array): Promise<OpenWorkbook> => {
  const head = new TextDecoder().decode(bytes.subarray(0, 4_096))
  if (kindOfText(head.replace(/^\uFEFF/, '')) !== 'workbook')
    throw new UnreadableError('unsupported', 'not a workbook')
  if (!head.includes('opendocument')) {
    checkXmlPlaces(new TextDecoder().decode(bytes))
    return { workbook: await parseWorkbook(bytes, 'xls'), format: 'xls', isPrinted: false }
  }
  const part = withoutLongRuns({ name: 'content.xml', bytes })
  checkSheetParts([part], 'ods')
  return { workbook: await parseWorkbook(part.bytes, 'ods'), format: 'ods', isPrinted: true }
}

/** More than any worksheet has. */
const MOST_COLUMNS = 32_768

const cellsOf = (
  { name, rows }: LibrarySheet,
  workbook: LibraryWorkbook,
  isPrinted: boolean,
  budget: CharacterBudget,
): SheetCell[] => {
  const cells: SheetCell[] = []
  // Keys, not indexes: a stray cell in row 1,048,576 makes an array of a million holes.
  for (const key of Object.keys(rows)) {
    const row = Number(key)
    const line = rows[row] ?? []
    for (const at of Object.keys(line)) {
      const column = Number(at)
      // The library puts what has no place of its own at places that are none.
      if (!(Number.isSafeInteger(row) && column < MOST_COLUMNS)) throw new UnreadableError('damaged', name)
      const cell = line[column]
      const text = cell === undefined ? '' : textOf(cell, workbook, isPrinted)
      budget.spend(text.length)
      if (text.trim() !== '') cells.push({ row, column, text })
    }
  }
  return cells
}

const textOf = (cell: LibraryCell, workbook: LibraryWorkbook, isPrinted: boolean): string => {
  if (isPrinted && cell.w !== undefined) return cell.w
  if (isUncalculated(cell)) return `=${cell.f}`
  if (typeof cell.v === 'number' && cell.t === 'n') return printedNumber(cell.v, formatOf(cell), workbook)
  if (typeof cell.v === 'boolean') return cell.v ? 'TRUE' : 'FALSE'
  return cell.t === 's' ? String(cell.v ?? '') : (cell.w ?? '')
}

/** Programs other than spreadsheets write formulas without their results. */
const isUncalculated = ({ t, f }: LibraryCell): boolean => t === 'z' && f !== undefined

/** The library loses the numbers of date formats of the Far East; it prints them as the short date. */
const formatOf = ({ z, w }: LibraryCell): string | undefined => {
  if (z !== undefined) return String(z)
  return w !== undefined && /^\d{1,2}\/\d{1,2}\/\d\d$/.test(w) ? 'm/d/yy' : undefined
}

/** Rows and columns with text that the program doesn't show. */
const hiddenRanges = (sheet: LibrarySheet, cells: readonly SheetCell[]): string[] => {
  const rows = new Set(cells.map(({ row }) => row))
  const columns = new Set(cells.map(({ column }) => column))
  const name = quoteSheetName(sheet.name)
  return [
    ...[...rows].filter(sheet.isHiddenRow).map((row) => `${name}!${row + 1}:${row + 1}`),
    ...[...columns]
      .filter(sheet.isHiddenColumn)
      .sort((a, b) => a - b)
      .map((column) => `${name}!${columnName(column)}:${columnName(column)}`),
  ]
}

const notesOf = (
  { sheets }: LibraryWorkbook,
  hidden: readonly string[],
  uncalculated: readonly string[],
): ReadNote[] => {
  const hiddenSheets = sheets.filter(({ isHidden }) => isHidden).map(({ name }) => name)
  const notes: ReadNote[] = []
  if (hidden.length > 0) notes.push({ kind: 'hidden-rows', detail: someOf(hidden) })
  if (hiddenSheets.length > 0) notes.push({ kind: 'hidden-sheets', detail: someOf(hiddenSheets) })
  if (uncalculated.length > 0) notes.push({ kind: 'uncalculated', detail: someOf(uncalculated) })
  return notes
}

const NAMED = 10

const someOf = (names: readonly string[]): string =>
  names.length <= NAMED ? names.join(', ') : `${names.slice(0, NAMED).join(', ')}, … (${names.length})`
