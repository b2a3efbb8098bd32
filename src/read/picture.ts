import { type Document, UnreadableError } from './document.ts'
import { tooMany } from './limits.ts'
import { IDENTITY } from './page/geometry.ts'
import type { Picture, PicturePage, PictureReader } from './page/picture-reader.ts'
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
  return await readPictures(decoded, reader)
}

/**
 * Reads pictures as pages, behind lines of text; undefined is a page whose picture can't be decoded.
 *
 * @throws UnreadableError where they have no text
 */
export const readPictures = async (
  pictures: readonly (Picture | undefined)[],
  reader: PictureReader,
  leading: readonly LeadingLine[] = [],
): Promise<Document> => {
  const pages = pictures.map((picture) => picture && pageOf(picture))
  const file = {
    pageCount: pages.length,
    page: async (number: number) => {
      const { width, height } = pages[number - 1] ?? { width: 1, height: 1 }
      const box = { left: 0, top: 0, right: width, bottom: height }
      return { box, glyphs: [], rules: [], hasDrawing: true, view: IDENTITY }
    },
    pictures: async (number: number) => pages[number - 1],
  }
  return { format: 'image', ...(await readPages(file, async () => reader, leading)) }
}

const pageOf = (picture: Picture): PicturePage => {
  const { width, height } = picture
  const scale = LONG_SIDE / Math.max(width, height)
  return {
    width: width * scale,
    height: height * scale,
    pictures: [{ picture, matrix: [scale, 0, 0, scale, 0, 0] }],
  }
}
