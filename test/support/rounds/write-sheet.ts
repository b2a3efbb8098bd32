import { type CellObject, type Range, utils, write } from '@e965/xlsx'
import { strToU8, zipSync } from 'fflate'
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

/** Of text between tabs, in which cells of several lines stand between quotes already. */
export const writeCsv = (text: string): string =>
  text
    .replace(/"[^"\t]*\n[^"\t]*"|[^\t\n]+/g, (cell) =>
      cell.includes('\n') || !/[",]/.test(cell) ? cell : `"${cell.replaceAll('"', '""')}"`,
    )
    .replaceAll('\t', ',')

export const writeDocx = (rows: readonly SheetRow[]): Uint8Array => {
  const parts: string[] = []
  /** By their first columns: cells that go on below, with how many columns and rows are left of them. */
  const hanging = new Map<number, { columns: number; rows: number }>()
  let isOpen = false
  for (const row of rows) {
    if ((typeof row !== 'string') !== isOpen) {
      parts.push(isOpen ? '</w:tbl><w:p/>' : '<w:tbl>')
      isOpen = !isOpen
    }
    if (typeof row === 'string') parts.push(paragraphs(row))
    else parts.push(`<w:tr>${cellsOfRow(row, hanging)}</w:tr>`)
  }
  const body = `${parts.join('')}${isOpen ? '</w:tbl><w:p/>' : ''}`
  const office = 'http://schemas.openxmlformats.org'
  const main = `${office}/wordprocessingml/2006/main`
  const files = {
    '[Content_Types].xml': `<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="${main}"><w:body>${body}</w:body></w:document>`,
  }
  const bytes = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const)
  return zipSync(Object.fromEntries(bytes), { mtime: new Date(1980, 0, 1) })
}

const cellsOfRow = (
  row: readonly SheetCell[],
  hanging: Map<number, { columns: number; rows: number }>,
): string => {
  const parts: string[] = []
  let c = 0
  const goOn = (): void => {
    for (let above = hanging.get(c); above !== undefined; above = hanging.get(c)) {
      parts.push(wordCell(above.columns, '<w:vMerge/>', ''))
      above.rows -= 1
      if (above.rows === 0) hanging.delete(c)
      c += above.columns
    }
  }
  for (const { text, columns = 1, rows = 1 } of row) {
    goOn()
    parts.push(wordCell(columns, rows > 1 ? '<w:vMerge w:val="restart"/>' : '', text))
    if (rows > 1) hanging.set(c, { columns, rows: rows - 1 })
    c += columns
  }
  goOn()
  return parts.join('')
}

const wordCell = (columns: number, merge: string, text: string): string =>
  `<w:tc><w:tcPr><w:gridSpan w:val="${columns}"/>${merge}</w:tcPr>${paragraphs(text)}</w:tc>`

const paragraphs = (text: string): string =>
  text
    .split('\n')
    .map((line) => `<w:p><w:r><w:t xml:space="preserve">${escapeHtml(line)}</w:t></w:r></w:p>`)
    .join('')

export const writeBook = (rows: readonly SheetRow[], bookType: 'xlsx' | 'biff8' | 'ods'): Uint8Array => {
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
  return new Uint8Array(write(book, { type: 'array', bookType }))
}
