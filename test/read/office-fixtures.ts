import { readFileSync } from 'node:fs'
import { UnreadableError } from '../../src/read/document.ts'
import type { Grid } from '../../src/read/grid.ts'
import { readText } from '../../src/read/text.ts'
import { Source } from '../../src/source/source.ts'

const FOLDER = new URL('../../fixtures/', import.meta.url)

export const officeFixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`office/${name}`, FOLDER)))

/** Rows of a grid; `^` is a place that a merged cell covers. Text is in brackets, gaps are left out. */
export const printRows = ({ blocks }: Grid): string[][] =>
  blocks.flatMap((block) => {
    if (block.kind === 'gap') return []
    if (block.kind === 'text') return [[`[${block.cell.text.text}]`]]
    return [block.cells.map(({ text, mergedInto }) => (mergedInto === undefined ? text.text : '^'))]
  })

interface FormCell {
  readonly text: string
  readonly columns?: number
  readonly rows?: number
}

interface Form {
  readonly title: string
  readonly lines: readonly string[]
  readonly widths: readonly number[]
  readonly rows: readonly (readonly (string | FormCell)[])[]
}

/** What the forms in fixtures/office/*.json look like when they are read; lines above tables apart. */
export const expectedForms = (
  name: string,
): readonly { readonly above: readonly string[]; readonly rows: string[][] }[] => {
  const forms: readonly Form[] = JSON.parse(readFileSync(new URL(`office/${name}.json`, FOLDER), 'utf8'))
  return forms.map(({ title, lines, widths, rows }) => ({
    above: [title, ...lines],
    rows: spread(rows, widths.length),
  }))
}

const spread = (rows: Form['rows'], width: number): string[][] => {
  const table: (string | undefined)[][] = rows.map(() => Array.from({ length: width }))
  for (const [at, row] of rows.entries()) {
    for (const cell of row) {
      const { text, columns = 1, rows: height = 1 } = typeof cell === 'string' ? { text: cell } : cell
      const first = table[at]?.indexOf(undefined) ?? -1
      for (let down = 0; down < height; down += 1)
        for (let right = 0; right < columns; right += 1)
          (table[at + down] as string[])[first + right] = down + right === 0 ? text : '^'
    }
  }
  return table.map((row) => row.map((cell) => cell ?? 'missing'))
}

/** The cells of the Menyuan filing as its text has them; the header that is printed again on each page once. */
export const expectedMenyuan = (): { readonly title: string; readonly rows: string[][] } => {
  const text = readFileSync(new URL('text/single-cell/menyuan-2022/input.txt', FOLDER), 'utf8')
  const [[title = ''] = [], ...rows] = printRows(readText(new Source(text)))
  const header = rows[0]?.join('|')
  return {
    title: title.slice(1, -1),
    rows: rows.filter((row, i) => i === 0 || row.join('|') !== header),
  }
}

/** Why bytes can't be read, or what was thrown that never should be. */
export const reasonOf = async (read: () => Promise<unknown>): Promise<string> => {
  try {
    await read()
    return 'read'
  } catch (error) {
    return error instanceof UnreadableError ? error.reason : `threw ${String(error)}`
  }
}
