import { DocumentWriter, type WrittenCell } from '../../src/read/document-writer.ts'
import type { Grid } from '../../src/read/grid.ts'
import type { Source } from '../../src/source/source.ts'

/** A cell of a made-up table; it may cover columns to its right and rows below. */
export interface SheetCell {
  readonly text: string
  readonly columns?: number
  readonly rows?: number
}

/** A line of text, or the cells of a row without the places that others cover. */
export type SheetRow = string | readonly SheetCell[]

/**
 * What a table without merged cells prints at the places that they cover: nothing, the text again, or no
 * cell at all (converters leave it out; `trimmed` only at the end of rows).
 */
export type Covered = 'blank' | 'again' | 'dropped' | 'trimmed'

/** A sheet as tab-separated text; cells with line ends stand in quotes, as spreadsheets copy them. */
export const toText = (rows: readonly SheetRow[], covered: Covered, lineEnd = '\n'): string => {
  const lines: string[] = []
  for (const table of tablesOf(rows)) {
    if (typeof table === 'string') lines.push(table)
    else for (const row of expand(table)) lines.push(lineOf(row, covered))
  }
  return `${lines.join(lineEnd)}${lineEnd}`
}

/** A sheet as cells with real merges, and the text that positions refer to. */
export const toGrid = (rows: readonly SheetRow[]): { readonly source: Source; readonly grid: Grid } => {
  const writer = new DocumentWriter()
  for (const [i, table] of tablesOf(rows).entries()) {
    const name = { zh: `段${i}`, en: `part ${i}` }
    if (typeof table === 'string') writer.line(table, name)
    else writer.table(table.map((row) => row.map((cell): WrittenCell => ({ ...cell, name }))))
  }
  return writer.finish()
}

type Table = readonly (readonly SheetCell[])[]

/** Lines, and runs of rows between them. */
const tablesOf = (rows: readonly SheetRow[]): readonly (string | Table)[] => {
  const tables: (string | (readonly SheetCell[])[])[] = []
  for (const row of rows) {
    const last = tables.at(-1)
    if (typeof row === 'string') tables.push(row)
    else if (last === undefined || typeof last === 'string') tables.push([row])
    else last.push(row)
  }
  return tables
}

interface Place {
  readonly text: string
  readonly isCovered: boolean
}

/** Rows with a place for each column. */
const expand = (table: Table): readonly (readonly Place[])[] => {
  const hanging = new Map<number, { readonly text: string; left: number }>()
  return table.map((row) => {
    const places: Place[] = []
    const takeHanging = (): void => {
      for (let above = hanging.get(places.length); above !== undefined; above = hanging.get(places.length)) {
        above.left -= 1
        if (above.left === 0) hanging.delete(places.length)
        places.push({ text: above.text, isCovered: true })
      }
    }
    for (const { text, columns = 1, rows = 1 } of row) {
      takeHanging()
      for (let i = 0; i < columns; i += 1) {
        if (rows > 1) hanging.set(places.length, { text, left: rows - 1 })
        places.push({ text, isCovered: i > 0 })
      }
    }
    takeHanging()
    return places
  })
}

const lineOf = (row: readonly Place[], covered: Covered): string => {
  const kept = covered === 'dropped' ? row.filter(({ isCovered }) => !isCovered) : row
  const texts = kept.map(({ text, isCovered }) => (isCovered && covered !== 'again' ? '' : quoted(text)))
  if (covered === 'trimmed') while (texts.length > 2 && texts.at(-1) === '') texts.pop()
  return texts.join('\t')
}

const quoted = (text: string): string => (text.includes('\n') ? `"${text}"` : text)
