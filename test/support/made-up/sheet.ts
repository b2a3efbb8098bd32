import type { Random } from '../random.ts'
import { printCells, printPage } from './page-print.ts'

/** A cell that starts in its row; others are covered by one above or on the left. */
export interface SheetCell {
  readonly text: string
  readonly cols: number
  readonly rows: number
}

export type SheetRow = readonly SheetCell[]

export const cell = (text: string, cols = 1, rows = 1): SheetCell => ({ text, cols, rows })

/** Cells side by side over `width` columns; the last one takes what is left. */
export const across = (texts: readonly string[], width: number): SheetRow => {
  const spare = width - texts.length
  // Values are wider than their labels.
  const pairs = Math.max(1, Math.floor(texts.length / 2))
  const each = Math.floor(spare / pairs)
  return texts.map((text, i) => {
    const isLast = i === texts.length - 1
    const isValue = i % 2 === 1 || texts.length === 1
    return cell(text, isLast ? spare - each * (pairs - 1) + 1 : isValue ? each + 1 : 1)
  })
}

/** A page of a made-up file: lines, and a table between them. */
export interface SheetPart {
  readonly before: readonly string[]
  readonly rows: readonly SheetRow[]
  readonly after: readonly string[]
}

/** How the cells that a merged one covers are printed where a format has no merges. */
export type Covered = 'blank' | 'repeated'

export type SheetFormat = 'html' | 'csv' | 'md' | 'tsv' | 'txt'

/** All cells of a table, covered ones too. */
const toRows = (rows: readonly SheetRow[], covered: Covered): readonly (readonly string[])[] => {
  const grid: (string | undefined)[][] = rows.map(() => [])
  for (const [r, cells] of rows.entries()) {
    let c = 0
    for (const one of cells) {
      while (grid[r]?.[c] !== undefined) c += 1
      place(one, grid.slice(r, r + one.rows), c, covered)
      c += one.cols
    }
  }
  const width = Math.max(...grid.map(({ length }) => length))
  return grid.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? ''))
}

/** Only what a cell covers below itself is ever repeated. */
const place = (
  { text, cols }: SheetCell,
  rows: readonly (string | undefined)[][],
  at: number,
  covered: Covered,
): void => {
  for (const [down, row] of rows.entries()) {
    row[at] = down === 0 || covered === 'repeated' ? text : ''
    for (let right = 1; right < cols; right += 1) row[at + right] = ''
  }
}

/** The file as it is written in a format; `txt` has blanks between its cells. */
export const printParts = (parts: readonly SheetPart[], format: SheetFormat, covered: Covered): string => {
  switch (format) {
    case 'html':
      return `<html><head><meta charset="utf-8"></head><body>\n${parts.map(toHtml).join('\n')}\n</body></html>\n`
    case 'md':
      return `${parts.map((part) => toMarkdown(part, covered)).join('\n\n')}\n`
    case 'csv':
      return parts.map((part) => toDelimited(part, ',', covered)).join('')
    case 'tsv':
      return parts.map((part) => toDelimited(part, '\t', covered)).join('')
    case 'txt':
      return toText(parts, 'blanks')
  }
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>')

const toHtml = ({ before, rows, after }: SheetPart): string =>
  [
    ...before.map((line) => `<p>${escapeHtml(line)}</p>`),
    '<table border="1">',
    ...rows.map((row) => `<tr>${row.map(toTag).join('')}</tr>`),
    '</table>',
    ...after.map((line) => `<p>${escapeHtml(line)}</p>`),
  ].join('\n')

const toTag = ({ text, cols, rows }: SheetCell): string =>
  `<td${cols > 1 ? ` colspan="${cols}"` : ''}${rows > 1 ? ` rowspan="${rows}"` : ''}>${escapeHtml(text)}</td>`

const toMarkdown = ({ before, rows, after }: SheetPart, covered: Covered): string => {
  const [first = [], ...rest] = toRows(rows, covered).map((cells) =>
    cells.map((text) => text.replaceAll('|', '\\|').replaceAll('\n', '<br>')),
  )
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [
    ...before.map((text, i) => (i === 0 ? `# ${text}\n` : `${text}\n`)),
    line(first),
    line(first.map(() => '---')),
    ...rest.map(line),
    ...after.map((text) => `\n${text}`),
  ].join('\n')
}

const toDelimited = ({ before, rows, after }: SheetPart, separator: string, covered: Covered): string => {
  const quoted = (text: string): string =>
    /["\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text
  const cells = toRows(rows, covered)
  const width = cells[0]?.length ?? 1
  const single = (text: string): readonly string[] => [text, ...Array<string>(width - 1).fill('')]
  return [...before.map(single), ...cells, ...after.map(single)]
    .map((row) => `${row.map(quoted).join(separator)}\n`)
    .join('')
}

/**
 * `blanks` between cells, columns `aligned` or cells `centred` in them as `pdftotext -layout` prints them, cells `glued` to each
 * other, rows too; or `broken` over several lines one after another.
 */
export type Borderless = 'blanks' | 'broken' | 'aligned' | 'centred' | 'glued' | 'one line'

/** Tables without borders, as text: covered cells leave nothing. */
export const toText = (parts: readonly SheetPart[], style: Borderless): string =>
  parts
    .flatMap(({ before, rows, after }) => [...before, ...borderless(rows, style), ...after])
    .map((line) => (style === 'one line' ? line : `${line.trimEnd()}\n`))
    .join('')

/** The lines of a table whose borders are lost. */
const borderless = (rows: readonly SheetRow[], style: Borderless): readonly string[] => {
  if (style === 'aligned') return printPage(rows, 'top')
  if (style === 'centred') return printPage(rows, 'middle')
  if (style === 'broken') return printCells(rows)
  const glue = style === 'blanks' ? ' ' : ''
  return toRows(rows, 'blank').map((row) => row.filter((text) => text !== '').join(glue))
}

export const pickFormat = (random: Random): SheetFormat =>
  random.pick(['html', 'html', 'csv', 'md', 'tsv'] as const)
