import { type CellObject, type Range, utils, write } from '@e965/xlsx'
import type { SheetCell, SheetRow } from '../filing-sheet.ts'

/** Made-up sheets in other formats, with their merged cells. */

export const writeHtml = (rows: readonly SheetRow[]): string => {
  const parts: string[] = []
  let isOpen = false
  for (const row of rows) {
    if ((typeof row !== 'string') !== isOpen) {
      parts.push(isOpen ? '</table>' : '<table>')
      isOpen = !isOpen
    }
    if (typeof row === 'string') parts.push(`<p>${escapeHtml(row)}</p>`)
    else parts.push(`<tr>${row.map(cellOf).join('')}</tr>`)
  }
  return `<!doctype html><meta charset="utf-8"><body>${parts.join('\n')}${isOpen ? '</table>' : ''}</body>`
}

const cellOf = ({ text, columns = 1, rows = 1 }: SheetCell): string =>
  `<td colspan="${columns}" rowspan="${rows}">${escapeHtml(text).replaceAll('\n', '<br>')}</td>`

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

export const writeXlsx = (rows: readonly SheetRow[]): Uint8Array => {
  const cells: CellObject[][] = []
  const merges: Range[] = []
  const hanging: number[] = []
  for (const [r, row] of rows.entries()) {
    const line: CellObject[] = []
    let c = 0
    const skip = (): void => {
      while ((hanging[c] ?? 0) > 0) {
        hanging[c] = (hanging[c] as number) - 1
        c += 1
      }
    }
    for (const { text, columns = 1, rows: height = 1 } of typeof row === 'string' ? [{ text: row }] : row) {
      if (typeof row !== 'string') skip()
      line[c] = { t: 's', v: text }
      if (columns > 1 || height > 1)
        merges.push({ s: { r, c }, e: { r: r + height - 1, c: c + columns - 1 } })
      for (let i = 0; i < columns; i += 1) hanging[c + i] = height - 1
      c += columns
    }
    if (typeof row !== 'string') skip()
    cells.push(line)
  }
  const width = Math.max(1, ...cells.map((line) => line.length))
  const sheet = {
    '!data': cells,
    '!ref': utils.encode_range({ s: { r: 0, c: 0 }, e: { r: cells.length - 1, c: width - 1 } }),
    '!merges': merges,
  }
  const book = { SheetNames: ['Sheet1'], Sheets: { Sheet1: sheet } }
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }))
}
