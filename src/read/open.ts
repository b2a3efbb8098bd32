import { type EncodedText, encodedText } from '../source/byte-offset.ts'
import {
  type BinaryKind,
  type Decoded,
  type DecodeNote,
  type DecodeOptions,
  decode,
  type MalformedText,
} from '../source/decode.ts'
import { type Encoding, Source } from '../source/source.ts'
import type { ArchiveEntry } from './archive.ts'
import { type Document, type PdfData, UnreadableError, type UnreadableReason } from './document.ts'
import { readSource } from './index.ts'
import type { OpenPictureReader } from './page/picture-reader.ts'
import { kindOfText, type TextKind } from './text-kind.ts'

/** How files are read. */
export interface OpenOptions extends DecodeOptions {
  /** Data files for reading PDF, where there is no file system to read them from. */
  readonly pdfData?: PdfData | undefined
  /** What reads scanned pages; without it they are told, not read. */
  readonly pictureReader?: OpenPictureReader | undefined
}

/** What became of a file, or of one in an archive: `name` is its path in there. */
export type Opened = { readonly name: string | undefined } & (OpenedDocument | Unopened)

/** A filing that was read. */
export interface OpenedDocument {
  readonly kind: 'document'
  readonly document: Document
  /** Of the file's text; undefined for formats that are none. */
  readonly encoding: Encoding | undefined
  readonly encoded: EncodedText | undefined
  readonly decodeNotes: readonly DecodeNote[]
}

/** Why a file could not be read. */
export type Unopened =
  | { readonly kind: 'unreadable'; readonly reason: UnreadableReason; readonly detail: string }
  | MalformedText
  | { readonly kind: 'no-text'; readonly is: BinaryKind }
  | { readonly kind: 'empty' }

/**
 * Reads the bytes of a file by what they are, whatever its name says: text in any encoding and layout,
 * HTML, office documents, PDF. An archive gives one result for each filing in it; anything else one.
 * What can't be read is a result too; nothing is thrown on purpose.
 */
export const openFile = async (bytes: Uint8Array, options: OpenOptions): Promise<readonly Opened[]> => {
  const decoded = decode(bytes, options)
  try {
    if (decoded.kind === 'binary') return await openBinary(bytes, decoded.is, options)
    const kind = decoded.kind === 'text' ? kindOfText(decoded.text) : undefined
    if (kind !== undefined) return [await openKindOfText(bytes, kind, options)]
    return [{ name: undefined, ...(await openText(bytes, decoded)) }]
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error
    return [{ name: undefined, ...unopened(error) }]
  }
}

const openText = async (
  bytes: Uint8Array,
  decoded: Exclude<Decoded, { kind: 'binary' }>,
): Promise<OpenedDocument | Unopened> => {
  if (decoded.kind === 'malformed') return decoded
  const { text, encoding, markLength, notes } = decoded
  if (text.trim() === '') return { kind: 'empty' }
  const document = await readSource(new Source(text))
  const encoded = encodedText(bytes, encoding, markLength)
  return { kind: 'document', document, encoding, encoded, decodeNotes: notes }
}

const openKindOfText = async (bytes: Uint8Array, kind: TextKind, options: OpenOptions): Promise<Opened> => {
  if (kind === 'workbook') return await openWorkbook(bytes)
  if (kind !== 'mhtml') throw new UnreadableError('unsupported', kind)
  const { readMhtml } = await import('./mhtml.ts')
  return opened(await readMhtml(bytes, options))
}

const openWorkbook = async (bytes: Uint8Array, entries?: readonly ArchiveEntry[]): Promise<Opened> => {
  const { readWorkbook } = await import('./workbook.ts')
  return opened(await readWorkbook(bytes, entries))
}

const openBinary = async (
  bytes: Uint8Array,
  is: BinaryKind,
  options: OpenOptions,
): Promise<readonly Opened[]> => {
  if (is === 'pdf') {
    const { readPdf } = await import('./pdf.ts')
    return [opened(await readPdf(bytes, options.pdfData, options.pictureReader))]
  }
  if (is === 'image') {
    const reader = await options.pictureReader?.()
    if (reader === undefined) return [{ name: undefined, kind: 'no-text', is }]
    const { readPicture } = await import('./picture.ts')
    return [opened(await readPicture(bytes, reader))]
  }
  if (is === 'old-office') {
    const { kindOfOldOffice } = await import('./package-kind.ts')
    if (kindOfOldOffice(bytes) !== 'doc') return [await openWorkbook(bytes)]
    const { readDoc } = await import('./doc.ts')
    return [opened(readDoc(bytes))]
  }
  if (is !== 'office') return [{ name: undefined, kind: 'no-text', is }]
  const { listArchive, readEntries } = await import('./archive.ts')
  const { kindOfArchive } = await import('./package-kind.ts')
  const packed = await listArchive(bytes)
  const kind = await kindOfArchive(packed)
  if (kind === 'zip') return await openArchive(bytes, options)
  const entries = await readEntries(packed)
  if (kind === 'ofd') {
    const { readOfd } = await import('./ofd.ts')
    return [opened(await readOfd(bytes, entries, options.pictureReader))]
  }
  const read = async (): Promise<Opened> => {
    if (kind !== 'docx') return await openWorkbook(bytes, entries)
    const { readDocx } = await import('./docx.ts')
    return opened(await readDocx(bytes, entries))
  }
  return [await openOrPictures(read, entries, options.pictureReader)]
}

/** What was read of a document or workbook, or else the photographs of pages in it. */
const openOrPictures = async (
  read: () => Promise<Opened>,
  entries: readonly ArchiveEntry[],
  openReader: OpenPictureReader | undefined,
): Promise<Opened> => {
  const { isWithoutText, mayBePictures, readPackagePictures } = await import('./package-pictures.ts')
  const result = await read().catch((error: unknown) => {
    if (isWithoutText(error)) return error as UnreadableError
    throw error
  })
  const document = 'document' in result ? result.document : undefined
  const reader = mayBePictures(entries, document) ? await openReader?.() : undefined
  const pictured = reader && (await readPackagePictures(entries, document, reader))
  if (pictured !== undefined) return opened(pictured)
  if (!(result instanceof UnreadableError)) return result
  throw reader === undefined && mayBePictures(entries, undefined)
    ? new UnreadableError('no-text-layer')
    : result
}

const opened = (document: Document): Opened => ({
  name: undefined,
  kind: 'document',
  document,
  encoding: undefined,
  encoded: undefined,
  decodeNotes: [],
})

const openArchive = async (bytes: Uint8Array, options: OpenOptions): Promise<readonly Opened[]> => {
  const { readZippedFiles } = await import('./zipped-files.ts')
  const results: Opened[] = []
  for await (const file of readZippedFiles(bytes)) {
    const { name } = file
    if ('fault' in file) results.push({ ...unopened(file.fault), name })
    else for (const result of await openFile(file.bytes, options)) results.push({ ...result, name })
  }
  if (results.length === 0) throw new UnreadableError('no-cells', 'no filings in the archive')
  return results
}

const unopened = ({ reason, detail }: UnreadableError): Unopened => ({ kind: 'unreadable', reason, detail })
