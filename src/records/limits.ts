import type { Message } from '../model/finding.ts'
import type { OpenedDocument } from '../read/open.ts'
import { ByteOffsets, type EncodedText } from '../source/byte-offset.ts'
import { formatBytes } from './file-messages.ts'

/** What is read without asking. */
export const DEFAULT_LIMITS = {
  maxFileSize: 20 * 1024 ** 2,
  maxLine: 1024 ** 2,
  maxCell: 256 * 1024,
  maxFiles: 100_000,
  maxDepth: 64,
  maxFindings: 100,
  fileTimeout: 12,
  fileMemory: 300 * 1024 ** 2,
} as const

/** An honest file of a megabyte takes no longer. */
const SECONDS_PER_MEGABYTE = 3

/** How long a file of so many bytes may take to be read and checked. */
export const secondsFor = (bytes: number, fileTimeout: number): number =>
  fileTimeout + SECONDS_PER_MEGABYTE * Math.floor(bytes / 1024 ** 2)

/** What reads a page of a scan gives up by itself, but later than a file may take. */
export const SCANNED_PAGE_SECONDS = 240

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
  if (encoded !== undefined && hasLongLine(document.source.text, encoded, maxLine))
    return tooLong({ zh: '有一行', en: 'a line' }, maxLine, '--max-line')
  const mayBeTooLong = (text: string): boolean => text.length * 3 > maxCell
  if (!mayBeTooLong(document.source.text)) return undefined
  const isTooLong = document.grid.blocks.some((block) =>
    block.kind === 'row'
      ? block.cells.some(({ text }) => mayBeTooLong(text.text) && utf8Length(text.text) > maxCell)
      : false,
  )
  return isTooLong ? tooLong({ zh: '有一个单元格', en: 'a cell' }, maxCell, '--max-cell') : undefined
}

const utf8Length = (text: string): number => new TextEncoder().encode(text).length

/** In no encoding that is read does a UTF-16 unit take more bytes. */
const MOST_BYTES = 4

const hasLongLine = (text: string, encoded: EncodedText, maxLine: number): boolean => {
  if (encoded.length <= maxLine) return false
  const bytes = new ByteOffsets(encoded, text)
  let start = 0
  while (start < text.length) {
    const feed = text.indexOf('\n', start)
    const end = feed < 0 ? text.length : feed
    if ((end - start) * MOST_BYTES > maxLine && bytes.at(end) - bytes.at(start) > maxLine) return true
    start = end + 1
  }
  return false
}

const tooLong = (what: Message, limit: number, flag: string): Message => ({
  zh: `${what.zh}超过 ${formatBytes(limit)} 的上限。若确实是公开表，可用 ${flag} 放宽`,
  en: `${what.en} is larger than the limit of ${formatBytes(limit)}; if it really is a disclosure table, raise ${flag}`,
})
