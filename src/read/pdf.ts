import { type Document, type ReadNote, UnreadableError } from './document.ts'
import { DocumentWriter } from './document-writer.ts'
import { layOutPage } from './pdf/lay-out-page.ts'
import { openPdf } from './pdf/pdfjs.ts'
import { PageWriter } from './pdf/write-pages.ts'

const MOST_PAGES = 2000

/** Characters and lines of the whole file. */
const MOST_MARKS = 5_000_000

/**
 * Reads a PDF with a text layer: drawn tables by their lines, others by the columns their text stands
 * in, all else line by line. Throws `UnreadableError` for a file that is encrypted, damaged, too large,
 * or has no text.
 */
export const readPdf = async (bytes: Uint8Array): Promise<Document> => {
  const file = await openPdf(bytes)
  try {
    if (file.pageCount > MOST_PAGES) throw new UnreadableError('too-large', `${file.pageCount} pages`)
    const writer = new DocumentWriter()
    const pages = new PageWriter(writer)
    const blank: number[] = []
    let marks = 0
    let texts = 0
    for (let number = 1; number <= file.pageCount; number += 1) {
      const content = await file.page(number)
      marks += content.glyphs.length + content.rules.length
      if (marks > MOST_MARKS) throw new UnreadableError('too-large', `more than ${MOST_MARKS} marks`)
      if (content.glyphs.some(({ text }) => text !== ' ')) texts += 1
      else if (content.hasDrawing) blank.push(number)
      pages.write(layOutPage(content))
    }
    if (texts === 0) throw new UnreadableError(blank.length > 0 ? 'no-text-layer' : 'no-cells')
    pages.finish()
    const notes: ReadNote[] =
      blank.length === 0 ? [] : [{ kind: 'pages-without-text', detail: blank.join(', ') }]
    return { format: 'pdf', ...writer.finish(), notes }
  } finally {
    await file.close()
  }
}
