import type { OpenedDocument } from '../read/open.ts'
import type { Message } from '../rules/rule.ts'
import { formatBytes } from './messages.ts'

/** How much of one piece is still believed to be a table, in bytes. */
export interface TextLimits {
  readonly maxLine: number
  readonly maxCell: number
}

/** Why a document is not parsed: one of its lines or cells is larger than any table's. */
export const overLimit = (
  { document, encoded }: OpenedDocument,
  { maxLine, maxCell }: TextLimits,
): Message | undefined => {
  if (encoded !== undefined && encoded.bytes.length > maxLine) {
    // In every encoding that is read, a line end's last byte is 0A, and hardly any other character's is.
    const line = longestLine(encoded.bytes)
    if (line > maxLine) return tooLong({ zh: '有一行', en: 'a line' }, maxLine, '--max-line')
  }
  const mayBeTooLong = (text: string): boolean => text.length * 3 > maxCell
  if (!mayBeTooLong(document.source.text)) return undefined
  const isTooLong = document.grid.blocks.some((block) =>
    block.kind === 'row'
      ? block.cells.some(({ text }) => mayBeTooLong(text.text) && Buffer.byteLength(text.text) > maxCell)
      : false,
  )
  return isTooLong ? tooLong({ zh: '有一个单元格', en: 'a cell' }, maxCell, '--max-cell') : undefined
}

const longestLine = (bytes: Uint8Array): number => {
  let longest = 0
  let start = 0
  while (start <= bytes.length) {
    const end = bytes.indexOf(0x0a, start)
    longest = Math.max(longest, (end < 0 ? bytes.length : end) - start)
    if (end < 0) break
    start = end + 1
  }
  return longest
}

const tooLong = (what: Message, limit: number, flag: string): Message => ({
  zh: `${what.zh}超过 ${formatBytes(limit)} 的上限。若确实是公开表，可用 ${flag} 放宽`,
  en: `${what.en} is larger than the limit of ${formatBytes(limit)}; if it really is a disclosure table, raise ${flag}`,
})
