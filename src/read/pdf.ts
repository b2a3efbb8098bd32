import type { Document, PdfData } from './document.ts'
import type { OpenPictureReader } from './page/picture-reader.ts'
import { readPages, tracePages } from './page/read-pages.ts'
import { openPdf } from './pdf/pdfjs.ts'

/**
 * Reads a PDF, and the pictures on its pages without text where there is something to read them with.
 *
 * @param give Data files of the library; by default they are read from its package.
 * @throws UnreadableError for a file that is encrypted, damaged, too large, or has no text
 */
export const readPdf = async (
  bytes: Uint8Array,
  give?: PdfData,
  openReader?: OpenPictureReader,
): Promise<Document> => {
  const file = await openPdf(bytes, give)
  try {
    return { format: 'pdf', ...(await readPages(file, openReader)) }
  } finally {
    await file.close()
  }
}

/** The text of a PDF as `readPdf` makes it, and where it is printed. */
export const tracePdf = async (bytes: Uint8Array, give?: PdfData, openReader?: OpenPictureReader) => {
  const file = await openPdf(bytes, give)
  try {
    return await tracePages(file, openReader)
  } finally {
    await file.close()
  }
}
