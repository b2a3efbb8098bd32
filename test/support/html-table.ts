import { isUtf8 } from 'node:buffer'
import type { Disclosure } from '../../src/model/disclosure.ts'
import { parseDocument } from '../../src/parse.ts'
import { openFile } from '../../src/read/open.ts'

/** A page with one table; `3:word` is a cell over three columns, `|2:word` one over two rows. */
const pageOf = (title: string, rows: readonly (readonly string[])[]): string => {
  const cell = (words: string): string => {
    const [, columns, down, text] = /^(?:(\d):)?(?:\|(\d):)?([\s\S]*)$/.exec(words) ?? []
    return `<td colspan="${columns ?? 1}" rowspan="${down ?? 1}">${(text ?? '').replaceAll('\n', '<br>')}</td>`
  }
  return `<p>${title}</p><table>${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</table>`
}

/** What the only table of such a page is read as. */
export const readPage = async (title: string, rows: readonly (readonly string[])[]): Promise<Disclosure> => {
  const [opened] = await openFile(new TextEncoder().encode(pageOf(title, rows)), { isUtf8 })
  if (opened === undefined || !('document' in opened)) throw new Error('no table')
  return parseDocument(opened.document).disclosure
}
