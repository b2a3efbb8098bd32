import { UnreadableError } from './document.ts'
import { streamNames } from './sheet-library.ts'

/** What a compound file is; `encrypted` is a newer Office document behind a password. */
export type OldOfficeKind = 'xls' | 'doc' | 'ppt' | 'encrypted' | 'unknown'

const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/** Whether the bytes begin as a compound file does: XLS, DOC, or an encrypted XLSX or DOCX. */
export const isOldOffice = (bytes: Uint8Array): boolean => MAGIC.every((byte, i) => bytes[i] === byte)

/**
 * Tells the formats apart that are compound files.
 *
 * @throws UnreadableError `damaged`
 */
export const kindOfOldOffice = async (bytes: Uint8Array): Promise<OldOfficeKind> => {
  if (!isOldOffice(bytes)) throw new UnreadableError('damaged', 'not a compound file')
  const names = new Set((await streamNames(bytes)).map((name) => name.toLowerCase()))
  for (const [name, kind] of STREAMS) if (names.has(name)) return kind
  return 'unknown'
}

const STREAMS: readonly (readonly [string, OldOfficeKind])[] = [
  ['encryptedpackage', 'encrypted'],
  ['workbook', 'xls'],
  ['book', 'xls'],
  ['worddocument', 'doc'],
  ['powerpoint document', 'ppt'],
]
