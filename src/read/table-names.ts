import type { PlaceName } from '../source/source.ts'

/** The place of a cell in a document of tables, all counted from 1. */
export const cellName = (table: number, row: number, column: number): PlaceName => ({
  zh: `表${table}第${row}行第${column}列`,
  en: `table ${table}, row ${row}, column ${column}`,
})

/** The place of a paragraph outside tables, counted from 1. */
export const paragraphName = (number: number): PlaceName => ({
  zh: `第${number}段`,
  en: `paragraph ${number}`,
})
