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
