import type { Note } from '../notes.ts'

/** What is said of one cell. */
export interface CellNotes {
  readonly place: SheetPlace
  readonly notes: readonly Note[]
}

/** What a comment holds, in UTF-16 units. */
const MOST_CHARACTERS = 32_000

/** What is said of a cell, as text. */
export const commentText = (notes: readonly Note[]): string => {
  const text = notes.map(({ lines }) => lines.join('\n')).join('\n\n')
  return text.length <= MOST_CHARACTERS
    ? text
    : `${text.slice(0, MOST_CHARACTERS).replace(/[\ud800-\udbff]$/, '')}…`
}

/** A cell of a sheet. Row and column from 0. */
export interface SheetPlace {
  readonly sheet: string
  /** `E9`. */
  readonly cell: string
  readonly row: number
  readonly column: number
}

/** The cell that a place of a workbook is called by: `Sheet1!E9`, `'项目 1'!E9`. */
export const readCellName = (name: string): SheetPlace => {
  const at = name.lastIndexOf('!')
  const sheet = name.startsWith("'") ? name.slice(1, at - 1) : name.slice(0, at)
  const cell = name.slice(at + 1)
  return { sheet: sheet.replaceAll("''", "'"), cell, ...readReference(cell) }
}

/** The row and the column of `E9` or `$E$9`, from 0. */
export const readReference = (reference: string): { readonly row: number; readonly column: number } => {
  const [, letters = '', digits = ''] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference) ?? []
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return { row: Number(digits) - 1, column: column - 1 }
}
