/** A row of a Markdown table. */
export type Row = readonly string[]

export const row = (...cells: readonly (string | number)[]): Row =>
  cells.map((cell) => String(cell).replaceAll('|', '\\|'))

/** A table: the first column on the left, the others, which are numbers, on the right. */
export const table = (columns: readonly string[], rows: readonly Row[]): readonly string[] =>
  [columns, columns.map((_, i) => (i === 0 ? '---' : '---:')), ...rows].map(
    (cells) => `| ${cells.join(' | ')} |`,
  )

export const percent = (part: number, whole: number, decimals = 1): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(decimals)} %`
