import type { Document } from './document.ts'
import { readPages, tracePages } from './page/read-pages.ts'
import { openPdf, type PdfData } from './pdf/pdfjs.ts'

/**
 * Reads a PDF with a text layer.
 *
 * @param give Data files of the library; by default they are read from its package.
 * @throws UnreadableError for a file that is encrypted, damaged, too large, or has no text
 */
export const readPdf = async (bytes: Uint8Array, give?: PdfData): Promise<Document> => {
  const file = await openPdf(bytes, give)
  try {
    return { format: 'pdf', ...(await readPages(file)) }
  } finally {
    await file.close()
  }
}

/** The text of a PDF as `readPdf` makes it, and where it is printed. */
export const tracePdf = async (bytes: Uint8Array, give?: PdfData) => {
  const file = await openPdf(bytes, give)
  try {
    return await tracePages(file)
  } finally {
    await file.close()
  }
}
