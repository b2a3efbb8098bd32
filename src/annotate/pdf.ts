import type { PDFDocument, PDFPage } from '@cantoo/pdf-lib'
import type { OpenOptions } from '../read/open.ts'
import { type Box, boxAround, coverBoxes, inverseOf, type Matrix, transform } from '../read/page/geometry.ts'
import type { PagePlace } from '../read/page/lay-out-page.ts'
import { tracePdf } from '../read/pdf.ts'
import { partsAt, type Trace } from '../read/trace.ts'
import type { Source } from '../source/source.ts'
import { AUTHOR, type Note } from './notes.ts'
import { tracesAt } from './places.ts'
import { ENCRYPTED, NoCopyError, SIGNED } from './reasons.ts'

// The only file that knows the library that writes PDF.

type Library = typeof import('@cantoo/pdf-lib')

/**
 * A copy of a PDF with highlights over the words of its findings, each with what is said of them. The file itself is
 * the beginning of the copy, byte for byte: what is new stands behind it.
 *
 * @param check Throws where the text is not the one that the notes were made for.
 * @throws NoCopyError for one that is signed, encrypted, or can't be changed
 */
export const annotatePdf = async (
  bytes: Uint8Array,
  notes: readonly Note[],
  check: (source: Source) => void,
  { pdfData, pictureReader }: Pick<OpenOptions, 'pdfData' | 'pictureReader'>,
): Promise<Uint8Array> => {
  if (holds(bytes, '/ByteRange')) throw new NoCopyError(SIGNED)
  const { source, traces, views } = await tracePdf(bytes.slice(), pdfData, pictureReader)
  check(source)
  const library = await import('@cantoo/pdf-lib')
  const file = await load(library, bytes)
  for (const note of notes) {
    for (const { page, boxes } of highlightsOf(tracesAt(traces, source, note.span), source.text, note)) {
      const view = views[page - 1]
      if (view !== undefined) highlight(library, file, file.getPage(page - 1), boxes, inverseOf(view), note)
    }
  }
  return await file.commit({ useObjectStreams: false })
}

const load = async (library: Library, bytes: Uint8Array): Promise<PDFDocument> => {
  const file = await library.PDFDocument.load(bytes, {
    ignoreEncryption: true,
    updateMetadata: false,
    forIncrementalUpdate: true,
    // Else it says so on the terminal, and goes on.
    throwOnInvalidObject: true,
  })
  if (file.isEncrypted) throw new NoCopyError(ENCRYPTED)
  return file
}

const holds = (bytes: Uint8Array, word: string): boolean => {
  const first = word.charCodeAt(0)
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let same = 1
    while (same < word.length && bytes[at + same] === word.charCodeAt(same)) same += 1
    if (same === word.length) return true
  }
  return false
}

interface PageHighlight {
  readonly page: number
  readonly boxes: Box[]
}

/** Where the words of a note stand, one box for each line; a cell without words is highlighted as a whole. */
const highlightsOf = (
  traces: readonly Trace<PagePlace>[],
  text: string,
  { span }: Note,
): readonly PageHighlight[] => {
  const pages = new Map<number, PageHighlight>()
  const add = ({ page, box }: PagePlace): void => {
    const { boxes } = pages.get(page) ?? { page, boxes: [] }
    pages.set(page, { page, boxes })
    const last = boxes.at(-1)
    if (last !== undefined && isSameLine(last, box)) boxes[boxes.length - 1] = coverBoxes(last, box)
    else boxes.push(box)
  }
  for (const trace of traces) {
    const parts = partsAt(trace, text, span)
    if (parts.length === 0) add(trace.holder)
    for (const { of } of parts) add(of)
  }
  return [...pages.values()]
}

/** Whether a character goes on with a line, which may run any way. */
const isSameLine = (line: Box, box: Box): boolean =>
  overlapOf(line.top, line.bottom, box.top, box.bottom) > HALF ||
  (overlapOf(line.left, line.right, box.left, box.right) > HALF &&
    line.right - line.left < ONE_WIDE * (box.right - box.left))

const HALF = 0.5

/** What runs down is no wider than its characters. */
const ONE_WIDE = 1.5

/** How much of the shorter of two stretches lies in the other. */
const overlapOf = (from: number, to: number, start: number, end: number): number =>
  (Math.min(to, end) - Math.max(from, start)) / Math.max(Math.min(to - from, end - start), Number.MIN_VALUE)

const YELLOW = [1, 0.88, 0.35]
const PRINTED = 4

const highlight = (
  { PDFArray, PDFHexString, PDFName }: Library,
  file: PDFDocument,
  page: PDFPage,
  boxes: readonly Box[],
  toFile: Matrix,
  { lines }: Note,
): void => {
  const { context } = file
  const quads = boxes.map((box) => quadOf(box, toFile))
  const { left, right, top, bottom } = boxAround(quads.flat())
  const rect = [left, top, right, bottom].map(rounded)
  const paths = quads.map(([a, b, c, d]) =>
    [[a, 'm'] as const, [b, 'l'] as const, [d, 'l'] as const, [c, 'l'] as const]
      .map(([{ x, y }, operator]) => `${rounded(x)} ${rounded(y)} ${operator}`)
      .join(' '),
  )
  const look = context.register(
    context.stream(`/G gs ${YELLOW.join(' ')} rg ${paths.map((path) => `${path} h f`).join(' ')}`, {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: rect,
      Resources: { ExtGState: { G: { Type: 'ExtGState', BM: 'Multiply' } } },
      Group: { S: 'Transparency' },
    }),
  )
  const annotation = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Highlight',
      Rect: rect,
      QuadPoints: quads.flat().flatMap(({ x, y }) => [rounded(x), rounded(y)]),
      C: YELLOW,
      F: PRINTED,
      T: PDFHexString.fromText(AUTHOR),
      Contents: PDFHexString.fromText(lines.join('\n')),
      P: page.ref,
      AP: { N: look },
    }),
  )
  const others = page.node.lookup(PDFName.of('Annots'))
  if (others instanceof PDFArray) others.push(annotation)
  else page.node.set(PDFName.of('Annots'), context.obj([annotation]))
}

/** The corners of a box in the file's own space, in the order that programs expect: upper left, upper right, lower left, lower right. */
const quadOf = ({ left, right, top, bottom }: Box, toFile: Matrix) =>
  [
    transform(toFile, left, top),
    transform(toFile, right, top),
    transform(toFile, left, bottom),
    transform(toFile, right, bottom),
  ] as const

const rounded = (number: number): number => Math.round(number * 100) / 100
