import { CompoundFile } from './compound-file.ts'

/** What a compound file is; `encrypted` is a newer Office document behind a password. */
export type OldOfficeKind = 'xls' | 'doc' | 'ppt' | 'encrypted' | 'unknown'

/**
 * Tells the formats apart that are compound files.
 *
 * @throws UnreadableError `damaged`
 */
export const kindOfOldOffice = (bytes: Uint8Array): OldOfficeKind => {
  const { names } = new CompoundFile(bytes)
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
