import { COLUMNS, rowsOf } from './finding-rows.ts'
import type { Report, ReportOptions } from './report.ts'

/**
 * What a spreadsheet takes for a formula: these in front, and their full-width forms, which some
 * input methods and spreadsheets fold.
 */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/

/** What may stand as it is for all that: `-1,234.50`. */
const NUMBER = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/

/** Whether a spreadsheet would take a cell for a formula. */
export const isFormula = (cell: string): boolean => FORMULA.test(cell) && !NUMBER.test(cell)

/** A cell that no spreadsheet runs: an apostrophe goes before what looks like a formula. */
export const guardFormula = (cell: string): string => (isFormula(cell) ? `'${cell}` : cell)

/**
 * One row per finding, per file that could not be checked, and per file of which a baseline knows findings, for spreadsheets: UTF-8 with a
 * byte-order mark, without which Excel takes Chinese for something else, and CRLF.
 */
export const renderCsv = (report: Report, options: ReportOptions): string =>
  `\ufeff${[COLUMNS, ...rowsOf(report, options).map((row) => COLUMNS.map((column) => row[column]))]
    .map((row) => `${row.map(toCell).join(',')}\r\n`)
    .join('')}`

const toCell = (value: string | number): string =>
  typeof value === 'number' ? String(value) : csvCell(value)

/** Text as a cell: guarded against formulas, and quoted where it has to be. */
export const csvCell = (text: string): string => plainCsvCell(guardFormula(text))

/** Text as a cell just as it is, for programs; quoted where it has to be. */
export const plainCsvCell = (text: string): string =>
  // A semicolon parts cells where the list separator of the system is one.
  /[",;\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
