import { type PlaceName, Source } from '../../source/source.ts'
import type { Span } from '../../source/span.ts'
import { type Document, type ReadNote, UnreadableError } from '../document.ts'
import { DocumentWriter } from '../document-writer.ts'
import { tooMany } from '../limits.ts'
import type { Trace } from '../trace.ts'
import { cutOut, scanPlaceOf } from './cut-outs.ts'
import type { Matrix } from './geometry.ts'
import { layOutPage, type PageLayout, type PagePlace } from './lay-out-page.ts'
import type { PageContent } from './page-content.ts'
import { contentOfScan, type OpenPictureReader, type PicturePage } from './picture-reader.ts'
import { writePages } from './write-pages.ts'

/** A file of pages on which characters and lines stand at places. */
export interface PagedFile {
  readonly pageCount: number
  /** The content of one page, counted from 1. */
  page(number: number): Promise<PageContent>
  /** The pictures on one page; undefined where there is none that can be read. */
  pictures?(number: number): Promise<PicturePage | undefined>
}

/** A line of text before the first page, with what its place is called. */
export interface LeadingLine {
  readonly text: string
  readonly name: PlaceName
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
export const readPages = async (
  file: PagedFile,
  openReader?: OpenPictureReader,
  leading: readonly LeadingLine[] = [],
): Promise<Omit<Document, 'format'>> => {
  const { writer, notes, levels } = await writeFile(file, false, openReader, leading)
  const { source, grid } = writer.finish()
  const pictures = await cutOuts(file, writer.traces, levels, source.text, openReader)
  const scan = pictures && source.scan?.showing(pictures)
  return {
    source: scan === undefined ? source : new Source(source.text, source.addresses, scan),
    grid,
    notes,
  }
}

/** The text of a file of pages as `readPages` makes it, and where it is printed; `views` by page. */
export const tracePages = async (file: PagedFile, openReader?: OpenPictureReader) => {
  const { writer, views } = await writeFile(file, true, openReader)
  return { source: writer.finish().source, traces: writer.traces, views }
}

/** What is wanted of scanned pages as pictures; undefined where nothing is. Pages are decoded once more, one by one. */
const cutOuts = async (
  file: PagedFile,
  traces: readonly Trace<PagePlace>[],
  levels: ReadonlyMap<number, Matrix>,
  text: string,
  openReader: OpenPictureReader | undefined,
) => {
  const wanted = levels.size === 0 ? undefined : (await openReader?.())?.wanted
  if (wanted === undefined) return undefined
  const places = wanted.flatMap((at) => {
    const place = scanPlaceOf(traces, text, at)
    return place === undefined ? [] : [{ at, ...place }]
  })
  const cut: { at: Span; picture: Uint8Array }[] = []
  for (const [number, level] of levels) {
    const here = places.filter(({ page }) => page === number)
    const given = here.length === 0 ? undefined : await file.pictures?.(number)
    const page = given && withPixels(given)
    if (page !== undefined)
      for (const { at, box } of here) cut.push({ at, picture: cutOut(page, level, box) })
  }
  return cut
}

/** Pictures may be decoded each time that their pixels are asked for: here they are asked once. */
const withPixels = (page: PicturePage): PicturePage => ({
  ...page,
  pictures: page.pictures.map((placed) => ({ ...placed, picture: { ...placed.picture } })),
})

const writeFile = async (
  file: PagedFile,
  isTraced: boolean,
  openReader: OpenPictureReader | undefined,
  leading: readonly LeadingLine[] = [],
) => {
  if (file.pageCount > MOST_PAGES) throw tooMany(MOST_PAGES, 'pages')
  const layouts: PageLayout[] = []
  const views: (Matrix | undefined)[] = []
  const blank: number[] = []
  const damaged: number[] = []
  const scanned: number[] = []
  const levels = new Map<number, Matrix>()
  let marks = 0
  let texts = 0
  for (let number = 1; number <= file.pageCount; number += 1) {
    const printed = await file.page(number)
    const content = (await scanOf(file, number, printed, openReader)) ?? printed
    if (content.isScanned === true) scanned.push(number)
    if (content.level !== undefined) levels.set(number, content.level)
    marks += content.glyphs.length + content.rules.length
    if (marks > MOST_MARKS) throw tooMany(MOST_MARKS, 'marks')
    if (hasText(content)) texts += 1
    else if (content.hasDrawing) blank.push(number)
    if (content.isDamaged === true) damaged.push(number)
    layouts.push(layOutPage(content, isTraced))
    views.push(content.view)
  }
  if (texts === 0) throw withoutText(blank.length > 0, scanned.length > 0)
  const writer = new DocumentWriter<PagePlace>()
  for (const { text, name } of leading) writer.line(text, name)
  writePages(layouts, writer)
  const notes: ReadNote[] = []
  if (blank.length > 0) notes.push({ kind: 'pages-without-text', detail: blank.join(', ') })
  if (scanned.length > 0) notes.push({ kind: 'scanned-pages', detail: scanned.join(', ') })
  if (damaged.length > 0) notes.push({ kind: 'damaged-pages', detail: damaged.join(', ') })
  return { writer, views, notes, levels }
}

const withoutText = (hasPictures: boolean, isScanned: boolean): UnreadableError =>
  hasPictures
    ? new UnreadableError('no-text-layer', isScanned ? 'unrecognised' : '')
    : new UnreadableError('no-cells')

const hasText = ({ glyphs }: PageContent): boolean => glyphs.some(({ text }) => text !== ' ')

/** What is read from the pictures of a page that has nothing else; undefined where nothing is there, or nothing reads it. */
const scanOf = async (
  file: PagedFile,
  number: number,
  printed: PageContent,
  openReader: OpenPictureReader | undefined,
): Promise<PageContent | undefined> => {
  if (hasText(printed) || !printed.hasDrawing || file.pictures === undefined) return undefined
  const reader = await openReader?.()
  if (reader === undefined) return undefined
  const page = await file.pictures(number)
  const place = { page: number, pages: file.pageCount }
  const scan = page && (await reader.readPage({ ...page, place }))
  return scan && contentOfScan(scan, printed.view)
}
