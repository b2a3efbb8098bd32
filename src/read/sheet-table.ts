import { columnName, type PlaceName } from '../source/source.ts'
import type { WrittenCell } from './document-writer.ts'
import { MOST_CELLS, tooMany } from './limits.ts'
import type { FormatNumber } from './sheet-library.ts'

/**
 * The rows of a worksheet from its cells, which are in reading order: without the blank rows and columns
 * around them, and with one row without cells for any number of blank ones between. Places that a merged
 * cell covers are left out.
 *
 * @throws UnreadableError `too-large`
 */
export const sheetTable = (
  cells: readonly SheetCell[],
  merges: readonly Merge[],
  nameOf: (row: number, column: number) => PlaceName,
): readonly (readonly WrittenCell[])[] => {
  const { mergeAt, isCovered } = acceptMerges(cells, merges)
  const left = cells.reduce((least, { column }) => Math.min(least, column), Number.POSITIVE_INFINITY)
  const table = new RowList()
  for (const cell of cells) {
    if (isCovered(cell)) continue
    const merge = mergeAt(cell)
    const columns = merge === undefined ? 1 : merge.right - cell.column + 1
    const rows = merge === undefined ? 1 : merge.bottom - cell.row + 1
    const { row, column, text } = cell
    table.add(row, { text, name: nameOf(row, column), columns, rows, column: column - left })
  }
  return table.rows
}

type PlacedCell = WrittenCell & { readonly columns: number; readonly rows: number; readonly column: number }

class RowList {
  readonly rows: WrittenCell[][] = []
  /** Number of the last row, and the last one that a merged cell of any row so far reaches. */
  #row = -1
  #bottom = -1
  /** Right edge of those merged cells. */
  #right = 0
  #size = 0

  add(row: number, cell: PlacedCell): void {
    if (row !== this.#row) this.#begin(row)
    this.rows.at(-1)?.push(cell)
    const right = cell.column + cell.columns
    this.#spend(cell.columns)
    if (cell.rows === 1) return
    this.#bottom = Math.max(this.#bottom, row + cell.rows - 1)
    this.#right = Math.max(this.#right, right)
  }

  #begin(row: number): void {
    const isFirst = this.#row < 0
    for (let blank = this.#row + 1; !isFirst && blank < row; blank += 1) {
      this.rows.push([])
      if (blank > this.#bottom) break
      this.#spend(this.#right)
    }
    if (row > this.#bottom) this.#right = 0
    this.#spend(this.#right)
    this.rows.push([])
    this.#row = row
  }

  #spend(places: number): void {
    this.#size += places
    if (this.#size > MOST_CELLS) throw tooMany(MOST_CELLS, 'cells')
  }
}

/** A cell of a worksheet that has text. Row and column from 0. */
export interface SheetCell {
  readonly row: number
  readonly column: number
  readonly text: string
}

/** A merged range as workbooks say it, both ends inside it. */
interface Merge {
  readonly s: { readonly r: number; readonly c: number }
  readonly e: { readonly r: number; readonly c: number }
}

/** The far corner of a merged cell, inside it, and inside the used part of the sheet. */
export interface AcceptedMerge {
  readonly bottom: number
  readonly right: number
}

interface Candidate extends AcceptedMerge {
  readonly origin: SheetCell
  isBroken: boolean
}

/**
 * Which merged ranges hold. Those that begin in a blank cell don't matter; of overlapping ones
 * the first counts. One that covers another text than its own, which the program hides, is no merged
 * cell: so all of the text is kept.
 *
 * @param cells in reading order
 * @throws UnreadableError `too-large`
 */
const acceptMerges = (cells: readonly SheetCell[], merges: readonly Merge[]) => {
  const candidates = candidatesOf(cells, merges)
  const accepted = new Map<SheetCell, Candidate>()
  const coveredBy = new Map<SheetCell, Candidate>()
  /** By column, the last merged range that was found there. */
  const owners: (Candidate | undefined)[] = []
  for (const cell of cells) {
    const owner = owners[cell.column]
    if (owner !== undefined && owner.bottom >= cell.row) {
      if (owner.origin.text === cell.text) coveredBy.set(cell, owner)
      else owner.isBroken = true
      continue
    }
    const candidate = candidates.get(keyOf(cell.row, cell.column))
    if (candidate === undefined || overlaps(candidate, owners)) continue
    for (let column = cell.column; column <= candidate.right; column += 1) owners[column] = candidate
    accepted.set(cell, candidate)
  }
  return {
    mergeAt: (cell: SheetCell): AcceptedMerge | undefined => {
      const merge = accepted.get(cell)
      return merge?.isBroken === false ? merge : undefined
    },
    isCovered: (cell: SheetCell): boolean => coveredBy.get(cell)?.isBroken === false,
  }
}

const overlaps = ({ origin, right }: Candidate, owners: readonly (Candidate | undefined)[]): boolean => {
  for (let column = origin.column; column <= right; column += 1)
    if ((owners[column]?.bottom ?? -1) >= origin.row) return true
  return false
}

/** More columns than any worksheet has. */
const COLUMNS = 32_768

const keyOf = (row: number, column: number): number => row * COLUMNS + column

/** What the columns of all merged ranges may add up to: ranges are cheap to write and dear to place. */
const MOST_MERGED = 4_000_000

const candidatesOf = (cells: readonly SheetCell[], merges: readonly Merge[]): Map<number, Candidate> => {
  const candidates = new Map<number, Candidate>()
  if (merges.length === 0) return candidates
  const lastRow = cells.at(-1)?.row ?? 0
  const lastColumn = cells.reduce((most, { column }) => Math.max(most, column), 0)
  const origins = new Map(cells.map((cell) => [keyOf(cell.row, cell.column), cell]))
  let columns = 0
  for (const { s, e } of merges) {
    const key = keyOf(s.r, s.c)
    const origin = origins.get(key)
    if (origin === undefined || candidates.has(key)) continue
    const bottom = Math.min(e.r, lastRow)
    const right = Math.min(e.c, lastColumn)
    if (bottom < s.r || right < s.c || (bottom === s.r && right === s.c)) continue
    columns += right - s.c + 1
    if (columns > MOST_MERGED) throw tooMany(MOST_MERGED, 'merged columns')
    candidates.set(key, { origin, bottom, right, isBroken: false })
  }
  return candidates
}

/** The name of a cell as formulas write it: `Sheet1!E9`, `'项目 1'!E9`. Row and column from 0. */
export const cellName = (sheet: string, row: number, column: number): PlaceName => {
  const name = `${quoteSheetName(sheet)}!${columnName(column)}${row + 1}`
  return { zh: name, en: name }
}

/** A sheet's name, in quotes where a formula would need them. */
export const quoteSheetName = (name: string): string =>
  BARE_NAME.test(name) && !LIKE_A_CELL.test(name) ? name : `'${name.replaceAll("'", "''")}'`

const BARE_NAME = /^[\p{L}_][\p{L}\p{N}_.]*$/u
const LIKE_A_CELL = /^([A-Z]{1,3}\d+|R\d*|C\d*|R\d*C\d*)$/i

/** What printing needs to know of the workbook. */
export interface NumberPrinter {
  readonly formatNumber: FormatNumber
  readonly isDateFormat: (format: string) => boolean
}

/**
 * A number as the spreadsheet shows it, without blanks at its ends.
 *
 * @param format the number format's code; undefined or `General` for none
 */
export const printedNumber = (
  value: number,
  format: string | undefined,
  { formatNumber, isDateFormat }: NumberPrinter,
): string => {
  if (format === undefined || PLAIN_FORMAT.test(format)) return plainNumber(value)
  const code = quoteForeign(format === SHORT_DATE ? SHORT_DATE_ZH : format)
  try {
    const printed = formatNumber(code, isDateFormat(code) ? value : nudge(value)).trim()
    // `;;;` hides a value; only a zero may be left out, as finance bureaus do.
    return printed === '' && value !== 0 ? plainNumber(value) : printed
  } catch {
    return plainNumber(value)
  }
}

const PLAIN_FORMAT = /^(general|@)$/i

/** Format 14 is the system's short date: in China, the year comes first. */
const SHORT_DATE = 'm/d/yy'
const SHORT_DATE_ZH = 'yyyy/m/d'

/** Characters outside quotes that stand for themselves in Excel (¥, 元, 年) must be quoted for the library. */
const quoteForeign = (format: string): string =>
  format.replace(
    /("[^"]*"|\\.|\[[^[\]]*\]|[_*].)|([^\x20-\x7e€]+)/gs,
    (_, known: string | undefined, foreign: string) => known ?? `"${foreign}"`,
  )

/**
 * 1.005 is stored as 1.00499999999999989…, and Excel shows `1.01`: it rounds the 15 digits that
 * it would print. Two units of the last place are enough for that, and too few for anything else.
 */
const nudge = (value: number): number => (Math.abs(value) < 1e12 ? value * (1 + 2 * Number.EPSILON) : value)

/**
 * All digits of a number without a format, to the 15 that Excel shows: no `1.23E+11` for a code, no
 * `264.79000000000002` for a sum.
 */
const plainNumber = (value: number): string => {
  if (!Number.isFinite(value)) return ''
  const rounded = Number(value.toPrecision(15))
  const printed = String(rounded)
  if (!printed.includes('e')) return printed
  if (Math.abs(rounded) >= 1) return BigInt(rounded).toString()
  const exponent = Number(printed.slice(printed.indexOf('e') + 1))
  return rounded.toFixed(Math.min(100, 14 - exponent)).replace(/(?<!0)0+$/, '')
}
