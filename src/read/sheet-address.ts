import type { PlaceName } from '../source/source.ts'

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

/** `A` for 0, `Z` for 25, `AA` for 26. */
export const columnName = (column: number): string => {
  let name = ''
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1)
    name = String.fromCharCode(65 + (rest % 26)) + name
  return name
}
