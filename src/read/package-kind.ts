import type { ArchiveEntry, PackedEntry } from './archive.ts'
import { CompoundFile } from './compound-file.ts'
import { UnreadableError } from './document.ts'

/** What a zip archive is, by what is in it; `zip` is one of nobody's. */
export type PackageKind = 'xlsx' | 'docx' | 'pptx' | 'ods' | 'odt' | 'ofd' | 'zip'

/** Whether the bytes begin as a zip archive does, an empty one included. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 &&
  bytes[1] === 0x4b &&
  ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6))

/** The kind of a package. Names are compared without case, as Office itself does. */
export const kindOfPackage = (entries: readonly ArchiveEntry[]): PackageKind => {
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase().replace(/^\//, ''), entry]))
  const types = byName.get('[content_types].xml')
  if (types !== undefined) return kindOfParts([...byName.keys()], textOf(types))
  if (byName.has('ofd.xml')) return 'ofd'
  const mimetype = byName.get('mimetype')
  return (mimetype && MIMETYPES.get(textOf(mimetype).trim())) ?? 'zip'
}

/** The kind of an archive that isn't inflated yet: only what tells kinds apart is. */
export const kindOfArchive = async (packed: readonly PackedEntry[]): Promise<PackageKind> => {
  const entries: ArchiveEntry[] = []
  for (const { name, read } of packed)
    entries.push({ name, bytes: TELLING.test(name) ? await readOrNothing(read) : NOTHING })
  return kindOfPackage(entries)
}

const TELLING = /^\/?(?:\[content_types\]\.xml|mimetype)$/i

const NOTHING = new Uint8Array()

/** What can't be read may still be told by names; who reads it all will say what is wrong. */
const readOrNothing = async (read: PackedEntry['read']): Promise<Uint8Array> => {
  try {
    return await read()
  } catch (error) {
    if (error instanceof UnreadableError) return NOTHING
    throw error
  }
}

const textOf = ({ bytes }: ArchiveEntry): string => new TextDecoder().decode(bytes.subarray(0, 65_536))

/** The main part may have any name: then its type says what it is. */
const kindOfParts = (names: readonly string[], types: string): PackageKind => {
  if (names.some((name) => /^xl\/workbook\d*\.(xml|bin)$/.test(name))) return 'xlsx'
  if (names.some((name) => /^word\/document\d*\.xml$/.test(name))) return 'docx'
  if (names.includes('ppt/presentation.xml')) return 'pptx'
  if (/spreadsheetml\.(sheet|template)\.main|ms-excel\.sheet\.[\w.+-]{0,40}main/.test(types)) return 'xlsx'
  if (/wordprocessingml\.(document|template)\.main|ms-word\.[\w.+-]{0,40}main/.test(types)) return 'docx'
  return /presentationml\.[\w.+-]{0,40}main/.test(types) ? 'pptx' : 'zip'
}

const MIMETYPES: ReadonlyMap<string, PackageKind> = new Map([
  ['application/vnd.oasis.opendocument.spreadsheet', 'ods'],
  ['application/vnd.oasis.opendocument.spreadsheet-template', 'ods'],
  ['application/vnd.oasis.opendocument.text', 'odt'],
  ['application/vnd.oasis.opendocument.text-template', 'odt'],
])

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
