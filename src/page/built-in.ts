import type { PictureReader } from '../read/page/picture-reader.ts'

// What scripts/build-page.mjs puts in.

declare const PBO_VERSION: string
declare const PBO_PDF_DATA: Readonly<Record<string, string>>

export const VERSION: string = PBO_VERSION

/** Data files for reading PDF by name, in base64. */
export const PDF_DATA: Readonly<Record<string, string>> = PBO_PDF_DATA

/** Files that the engine for reading scans is made of. */
export const ENGINE_FILES = ['engine', 'detection', 'recognition', 'keys'] as const
export type EngineFiles<Content> = Readonly<Record<(typeof ENGINE_FILES)[number], Content>>

/** What reads scans, without the files of its engine. */
interface Ocr {
  readonly decode: PictureReader['decode']
  /** More data files for reading PDF. */
  readonly pdfData: typeof PDF_DATA
  readonly pageReader: (load: () => Promise<EngineFiles<Uint8Array>>) => PictureReader['readPage']
}

declare const pboOcr: Ocr

/** Of the page that reads scans: there it is a program before that of the worker. */
export const OCR: Ocr | undefined = typeof pboOcr === 'undefined' ? undefined : pboOcr
