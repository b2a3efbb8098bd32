import { type Document, UnreadableError } from './document.ts'
import { tooMany } from './limits.ts'
import { IDENTITY, type Matrix } from './page/geometry.ts'
import type { Picture, PictureReader } from './page/picture-reader.ts'
import { type LeadingLine, readPages } from './page/read-pages.ts'

/** Pictures say nothing reliable of the paper: it is taken for an A4, whose long side has so many points. */
const LONG_SIDE = 842

/** What reads pictures decodes no larger ones. */
const MOST_MILLIONS = 40

/**
 * Reads a picture of a page, or a file of several.
 *
 * @throws UnreadableError for one that can't be decoded, is too large, or has no text
 */
export const readPicture = async (bytes: Uint8Array, reader: PictureReader): Promise<Document> => {
  const decoded = await reader.decode(bytes)
  if (decoded === 'too-large') throw tooMany(MOST_MILLIONS, 'million pixels')
  if (typeof decoded === 'string') throw new UnreadableError(decoded, 'image')
  return await readPictures(decoded.map(kept), reader)
}

/** A picture that fills a page; its pixels are asked for when its turn comes, and may have to be decoded for that. */
export interface PagePicture extends Pick<Picture, 'width' | 'height'> {
  readonly open: () => Promise<Picture | undefined>
}

/** A picture that is decoded and stays so. */
export const kept = (picture: Picture): PagePicture => ({
  width: picture.width,
  height: picture.height,
  open: async () => picture,
})

/**
 * Reads pictures as pages, behind lines of text; undefined is a page whose picture can't be decoded.
 *
 * @throws UnreadableError where they have no text
 */
export const readPictures = async (
  pictures: readonly (PagePicture | undefined)[],
  reader: PictureReader,
  leading: readonly LeadingLine[] = [],
): Promise<Document> => {
  const pages = pictures.map((picture) => picture && sizeOf(picture))
  const file = {
    pageCount: pages.length,
    page: async (number: number) => {
      const { width, height } = pages[number - 1] ?? { width: 1, height: 1 }
      const box = { left: 0, top: 0, right: width, bottom: height }
      return { box, glyphs: [], rules: [], hasDrawing: true, view: IDENTITY }
    },
    pictures: async (number: number) => {
      const [page, picture] = [pages[number - 1], await pictures[number - 1]?.open()]
      return page && picture && { ...page, pictures: [{ picture, matrix: scaling(page.scale) }] }
    },
  }
  return { format: 'image', ...(await readPages(file, async () => reader, leading)) }
}

const sizeOf = ({ width, height }: PagePicture) => {
  const scale = LONG_SIDE / Math.max(width, height)
  return { width: width * scale, height: height * scale, scale }
}

const scaling = (scale: number): Matrix => [scale, 0, 0, scale, 0, 0]
