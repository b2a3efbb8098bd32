import { type DecodeOptions, decode } from '../source/decode.ts'
import { Source } from '../source/source.ts'
import { bytesOfText, byteText } from './bytes.ts'
import { type Document, UnreadableError } from './document.ts'
import { cellName, DocumentWriter, paragraphName, type WrittenCell } from './document-writer.ts'
import type { Cell, Grid, Row } from './grid.ts'
import { readHtml } from './html.ts'
import { tooMany } from './limits.ts'

/**
 * Reads a web page saved in one file (MHTML, RFC 2557): every page of HTML in it that has a table, or the first
 * one. Nobody sees its lines, so places are named as in a Word document: `table 2, row 5, column 3`.
 *
 * @throws UnreadableError `damaged` if there is no page in it, `too-large` if there are too many
 */
export const readMhtml = async (bytes: Uint8Array, options: DecodeOptions): Promise<Document> => {
  const pages = htmlPartsOf(byteText(bytes), 0).map((part) => textOf(part, options))
  const withTables = pages.filter((page) => /<table\b/i.test(page))
  const used = withTables.length > 0 ? withTables : pages.slice(0, 1)
  if (used.length > MOST_PAGES) throw tooMany(MOST_PAGES, 'pages')
  if (used.length === 0) throw new UnreadableError('damaged', 'no HTML')
  const writer = new PageCopier()
  for (const page of used) writer.copy(await readHtml(new Source(page)))
  return { format: 'html', ...writer.finish(), notes: [] }
}

const textOf = (bytes: Uint8Array, options: DecodeOptions): string => {
  const decoded = decode(bytes, options)
  if (decoded.kind !== 'text') throw new UnreadableError('damaged', 'HTML that is no text')
  return decoded.text
}

/** Sheets in a workbook, and messages in each other. */
const MOST_PAGES = 256
const DEEPEST = 4

/** The pages of HTML in a message, whose characters are its bytes. */
const htmlPartsOf = (message: string, depth: number): Uint8Array[] => {
  const end = /\r?\n\r?\n/.exec(message)
  if (end === null) return []
  const headers = message.slice(0, end.index).replace(/\r?\n[ \t]+/g, ' ')
  const body = message.slice(end.index + end[0].length)
  const type = headerOf(headers, 'Content-Type')
  const boundary = /boundary="?([^";\r\n]+)/i.exec(type)?.[1]
  if (/^multipart\//i.test(type) && boundary !== undefined && depth < DEEPEST)
    return body
      .split(`--${boundary}`)
      .slice(1)
      .flatMap((part) => htmlPartsOf(part.replace(/^\r?\n/, ''), depth + 1))
  if (!/^(?:text\/html|application\/xhtml)/i.test(type)) return []
  return [decodeBody(body, headerOf(headers, 'Content-Transfer-Encoding').toLowerCase())]
}

const headerOf = (headers: string, name: string): string =>
  new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(headers)?.[1]?.trim() ?? ''

const decodeBody = (body: string, encoding: string): Uint8Array => {
  if (encoding === 'base64') return bytesOfText(decodeBase64(body))
  if (encoding !== 'quoted-printable') return bytesOfText(body)
  const plain = body
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return bytesOfText(plain)
}

/** What is no digit is passed over, and what is left of a last byte. */
const decodeBase64 = (body: string): string => {
  const digits = body.replace(/[^A-Za-z0-9+/]/g, '')
  return atob(digits.length % 4 === 1 ? digits.slice(0, -1) : digits)
}

/** Writes the text of pages without their tags. */
class PageCopier {
  readonly #writer = new DocumentWriter()
  #tables = 0
  #paragraphs = 0
  #rows: Row[] = []

  copy({ blocks }: Grid): void {
    for (const block of blocks) {
      if (block.kind === 'row') this.#rows.push(block)
      else if (block.kind === 'text') this.#line(block.cell)
      else if (block.endsTable === true) this.#endTable()
    }
    this.#endTable()
  }

  finish(): Pick<Document, 'source' | 'grid'> {
    return this.#writer.finish()
  }

  #line(cell: Cell): void {
    this.#endTable()
    this.#paragraphs += 1
    this.#writer.line(cell.text.text, paragraphName(this.#paragraphs))
  }

  #endTable(): void {
    if (this.#rows.length === 0) return
    this.#tables += 1
    this.#writer.table(this.#rows.map((row, i) => this.#cellsOf(row, i)))
    this.#rows = []
  }

  #cellsOf({ cells }: Row, row: number): WrittenCell[] {
    return cells.flatMap((cell, column): WrittenCell[] => {
      if (cell.mergedInto !== undefined) return []
      const covers = (places: readonly (Cell | undefined)[]): number => {
        const end = places.findIndex((place) => place?.mergedInto !== cell)
        return 1 + (end < 0 ? places.length : end)
      }
      return [
        {
          text: cell.text.text,
          unclosed: cell.unclosed,
          name: cellName(this.#tables, row + 1, column + 1),
          column,
          columns: covers(cells.slice(column + 1)),
          rows: covers(this.#rows.slice(row + 1).map((below) => below.cells[column])),
        },
      ]
    })
  }
}
