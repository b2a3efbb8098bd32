import type { CellObject, Range, WorkBook, WorkSheet } from '@e965/xlsx'
import type { ArchiveEntry } from './archive.ts'
import { UnreadableError } from './document.ts'

// The only module that knows the spreadsheet library; it is loaded when the first workbook comes.

/** Prints a number by a format code of Excel. */
export type FormatNumber = (format: string, value: number) => string

/** A cell of the library: `v` the value, `t` its type, `z` its number format, `w` the printed text, `f` its formula. */
export type LibraryCell = CellObject

export type LibraryRange = Range

/** One worksheet as the library gives it; rows and cells may be holes. */
export interface LibrarySheet {
  readonly name: string
  readonly isHidden: boolean
  readonly rows: readonly (readonly (LibraryCell | undefined)[] | undefined)[]
  readonly merges: readonly LibraryRange[]
  readonly isHiddenRow: (row: number) => boolean
  readonly isHiddenColumn: (column: number) => boolean
}

export interface LibraryWorkbook {
  readonly sheets: readonly LibrarySheet[]
  readonly formatNumber: FormatNumber
  readonly isDateFormat: (format: string) => boolean
}

type Library = typeof import('@e965/xlsx')

const OPTIONS = { dense: true, cellNF: true, cellHTML: false } as const

/**
 * Parses a workbook that was found safe. Hidden rows and columns of ODS are not known.
 *
 * @throws UnreadableError `encrypted` or `damaged`: whatever the library throws is one of them
 */
export const parseWorkbook = async (
  bytes: Uint8Array,
  kind: 'xlsx' | 'xlsb' | 'xls' | 'ods',
): Promise<LibraryWorkbook> => {
  const library = await import('@e965/xlsx')
  if (kind === 'xls') library.set_cptable(CODE_PAGES)
  // With styles the library tells what is hidden, and gives blank cells too: in ODS, each as often as it is
  // repeated.
  return read(library, bytes, { cellStyles: kind !== 'ods', cellFormula: kind === 'xlsx' })
}

/** For Excel 95 and before, which wrote GBK: the platform's decoders, where the library would load tables. */
const CODE_PAGES = {
  utils: {
    decode: (page: number, bytes: ArrayLike<number>): string =>
      decoderOf(page).decode(Uint8Array.from(bytes)),
  },
}

const LABELS: ReadonlyMap<number, string> = new Map([
  [932, 'shift_jis'],
  [936, 'gb18030'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [1200, 'utf-16le'],
  [65001, 'utf-8'],
])

type Decoder = InstanceType<typeof TextDecoder>

const decoders = new Map<number, Decoder>()

const decoderOf = (page: number): Decoder => {
  const known = decoders.get(page)
  if (known !== undefined) return known
  const decoder = new TextDecoder(LABELS.get(page) ?? 'windows-1252', { ignoreBOM: true })
  decoders.set(page, decoder)
  return decoder
}

/** Formulas are asked for only where they may stand without their results. */
type Asked = Readonly<Record<'cellStyles' | 'cellFormula', boolean>>

const read = (library: Library, bytes: Uint8Array, asked: Asked): LibraryWorkbook => {
  const workbook = attempt(() => library.read(suited(bytes), { ...OPTIONS, ...asked, type: KIND }))
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true
  return {
    // The library keeps one sheet of a name, and a damaged list may name it hundreds of times.
    sheets: [...new Map(workbook.SheetNames.map((name, i) => [name, i]))].map(([name, i]) =>
      sheetOf(workbook, name, i),
    ),
    formatNumber: (format, value) => library.SSF.format(format, value, { date1904 }),
    isDateFormat: (format) => library.SSF.is_date(format),
  }
}

/** Node's own kind of bytes, where it is: given anything else, the library copies compound files byte by byte. */
const { Buffer: NodeBytes } = globalThis as { readonly Buffer?: NodeBytes }

interface NodeBytes {
  readonly from: (bytes: ArrayBufferLike, start: number, length: number) => Uint8Array
}

const KIND = NodeBytes === undefined ? 'array' : 'buffer'

const suited = (bytes: Uint8Array): Uint8Array =>
  NodeBytes === undefined ? bytes : NodeBytes.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Runs the library, which throws errors of any kind and writes remarks on damaged files to the terminal. */
const attempt = <T>(run: () => T): T => {
  const terminal = globalThis.console
  const { error: print } = terminal
  terminal.error = () => {}
  try {
    return run()
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new UnreadableError(/password|encrypt/i.test(message) ? 'encrypted' : 'damaged')
  } finally {
    terminal.error = print
  }
}

const sheetOf = (workbook: WorkBook, name: string, index: number): LibrarySheet => {
  const sheet: WorkSheet | null | undefined = workbook.Sheets[name]
  // The library skips a sheet that it can't parse, and has none for an empty part; the rest alone would be a wrong table.
  if (!sheet) throw new UnreadableError('damaged', name)
  const { '!rows': rows = [], '!cols': columns = [] } = sheet
  return {
    name,
    isHidden: (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
    rows: sheet['!type'] === 'chart' ? [] : (sheet['!data'] ?? []),
    merges: sheet['!merges'] ?? [],
    isHiddenRow: (row) => rows[row]?.hidden === true,
    isHiddenColumn: (column) => columns[column]?.hidden === true,
  }
}

/** The entries as a zip without compression: the library then reads what was checked, and nothing else. */
export const packStored = async (entries: readonly ArchiveEntry[]): Promise<Uint8Array> => {
  const { CFB } = await import('@e965/xlsx')
  return attempt(() => {
    const container = CFB.utils.cfb_new()
    for (const { name, bytes } of entries) CFB.utils.cfb_add(container, `/${name}`, bytes)
    return CFB.write(container, { type: KIND, fileType: 'zip', compression: false })
  })
}
