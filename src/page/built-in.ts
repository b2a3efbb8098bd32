import { inflate } from '../read/inflate.ts'
import type { PictureReader } from '../read/page/picture-reader.ts'
import { fromBase64 } from './base64.ts'

// What scripts/build-page.mjs puts in.

declare const PBO_VERSION: string
declare const PBO_PDF_DATA: {
  readonly lengths: Readonly<Record<string, number>>
  /** All files, one behind the other, packed by deflate, in base64. */
  readonly bytes: string
}

export const VERSION: string = PBO_VERSION

let unpacked: Uint8Array | undefined

/** A data file for reading PDF, to keep or to hand on. */
export const pdfFile = (name: string): Uint8Array | undefined => {
  const { lengths, bytes } = PBO_PDF_DATA
  const names = Object.keys(lengths)
  const at = names.indexOf(name)
  if (at < 0) return undefined
  const startOf = (end: number): number =>
    names.slice(0, end).reduce((sum, one) => sum + (lengths[one] ?? 0), 0)
  unpacked ??= inflate(fromBase64(bytes), 'zlib', startOf(names.length))
  return unpacked.slice(startOf(at), startOf(at + 1))
}

/** Files that the engine for reading scans is made of. */
export const ENGINE_FILES = ['engine', 'detection', 'recognition', 'keys'] as const
export type EngineFiles<Content> = Readonly<Record<(typeof ENGINE_FILES)[number], Content>>

/** What reads scans, without the files of its engine. */
interface Ocr {
  readonly decode: PictureReader['decode']
  /** More data files for reading PDF by name, in base64. */
  readonly pdfData: Readonly<Record<string, string>>
  readonly pageReader: (load: () => Promise<EngineFiles<Uint8Array>>) => PictureReader['readPage']
}

declare const pboOcr: Ocr

/** Of the page that reads scans: there it is a program before that of the worker. */
export const OCR: Ocr | undefined = typeof pboOcr === 'undefined' ? undefined : pboOcr
