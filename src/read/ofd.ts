import { type ArchiveEntry, readArchive } from './archive.ts'
import type { Document } from './document.ts'
import { OfdPackage } from './ofd/package.ts'
import { readOfdPage } from './ofd/read-page.ts'
import { multiply } from './page/geometry.ts'
import type { OpenPictureReader, Picture, PicturePage, PlacedPicture } from './page/picture-reader.ts'
import { readPages } from './page/read-pages.ts'

/**
 * Reads an OFD (GB/T 33190-2016), as PDF is read: text at places, drawn lines, and the pictures on pages without text
 * where there is something to read them with. `entries`: the files of the package, where they were inflated already.
 *
 * @throws UnreadableError for a file that is encrypted, damaged, too large, or has no text
 */
export const readOfd = async (
  bytes: Uint8Array,
  entries?: readonly ArchiveEntry[],
  openReader?: OpenPictureReader,
): Promise<Document> => {
  const file = new OfdPackage(entries ?? (await readArchive(bytes)))
  const page = async (number: number) => readOfdPage(file.content(number))
  const pictures = async (number: number): Promise<PicturePage | undefined> =>
    picturesOn(file.content(number), openReader)
  return {
    format: 'ofd',
    ...(await readPages({ pageCount: file.pages.length, page, pictures }, openReader)),
  }
}

/** Pages whose pictures have more pixels all in all are not read. */
const MOST_PIXELS = 80_000_000

/** The pictures on a page that can be decoded; undefined where there is none. */
const picturesOn = async (
  content: ReturnType<OfdPackage['content']>,
  openReader: OpenPictureReader | undefined,
): Promise<PicturePage | undefined> => {
  const reader = await openReader?.()
  const { box, pictures } = readOfdPage(content)
  const known = new Map<string, Picture | undefined>()
  let left = MOST_PIXELS
  const decodedOf = async (id: string): Promise<Picture | undefined> => {
    const bytes = content.picture(id)
    const decoded = bytes && (await reader?.decode(bytes))
    const picture = typeof decoded === 'string' ? undefined : decoded?.[0]
    left -= picture === undefined ? 0 : picture.width * picture.height
    return picture
  }
  const placed: PlacedPicture[] = []
  for (const { id, matrix } of pictures) {
    if (!known.has(id)) known.set(id, await decodedOf(id))
    if (left < 0) return undefined
    const picture = known.get(id)
    if (picture !== undefined)
      placed.push({ picture, matrix: multiply(matrix, [1 / picture.width, 0, 0, 1 / picture.height, 0, 0]) })
  }
  return placed.length === 0 ? undefined : { width: box.right, height: box.bottom, pictures: placed }
}
