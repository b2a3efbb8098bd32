import { type Document, type ReadNote, UnreadableError } from '../document.ts'
import { DocumentWriter } from '../document-writer.ts'
import { tooMany } from '../limits.ts'
import type { Matrix } from './geometry.ts'
import { layOutPage, type PageLayout } from './lay-out-page.ts'
import type { PageContent } from './page-content.ts'
import type { PagePlace } from './page-trace.ts'
import { writePages } from './write-pages.ts'

/** A file of pages on which characters and lines stand at places. */
export interface PagedFile {
  readonly pageCount: number
  /** The content of one page, counted from 1. */
  page(number: number): Promise<PageContent>
}

const MOST_PAGES = 2000

/** Characters and lines of the whole file. */
const MOST_MARKS = 5_000_000

/**
 * Reads pages: drawn tables by their lines, others by the columns their text stands in, all else line
 * by line.
 *
 * @throws UnreadableError `too-large`, or `no-text-layer` and `no-cells` for a file without text
 */
export const readPages = async (file: PagedFile): Promise<Omit<Document, 'format'>> => {
  const { writer, notes } = await writeFile(file, false)
  return { ...writer.finish(), notes }
}

/** The text of a file of pages as `readPages` makes it, and where it is printed; `views` by page. */
export const tracePages = async (file: PagedFile) => {
  const { writer, views } = await writeFile(file, true)
  return { source: writer.finish().source, traces: writer.traces, views }
}

const writeFile = async (file: PagedFile, isTraced: boolean) => {
  if (file.pageCount > MOST_PAGES) throw tooMany(MOST_PAGES, 'pages')
  const layouts: PageLayout[] = []
  const views: (Matrix | undefined)[] = []
  const blank: number[] = []
  const damaged: number[] = []
  let marks = 0
  let texts = 0
  for (let number = 1; number <= file.pageCount; number += 1) {
    const content = await file.page(number)
    marks += content.glyphs.length + content.rules.length
    if (marks > MOST_MARKS) throw tooMany(MOST_MARKS, 'marks')
    if (content.glyphs.some(({ text }) => text !== ' ')) texts += 1
    else if (content.hasDrawing) blank.push(number)
    if (content.isDamaged === true) damaged.push(number)
    layouts.push(layOutPage(content, isTraced))
    views.push(content.view)
  }
  if (texts === 0) throw new UnreadableError(blank.length > 0 ? 'no-text-layer' : 'no-cells')
  const writer = new DocumentWriter<PagePlace>()
  writePages(layouts, writer)
  const notes: ReadNote[] = []
  if (blank.length > 0) notes.push({ kind: 'pages-without-text', detail: blank.join(', ') })
  if (damaged.length > 0) notes.push({ kind: 'damaged-pages', detail: damaged.join(', ') })
  return { writer, views, notes }
}
