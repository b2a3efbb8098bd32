import type { Document } from './document.ts'
import { readPages } from './page/read-pages.ts'
import { openPdf } from './pdf/pdfjs.ts'

/**
 * Reads a PDF with a text layer.
 *
 * @throws UnreadableError for a file that is encrypted, damaged, too large, or has no text
 */
export const readPdf = async (bytes: Uint8Array): Promise<Document> => {
  const file = await openPdf(bytes)
  try {
    return { format: 'pdf', ...(await readPages(file)) }
  } finally {
    await file.close()
  }
}
