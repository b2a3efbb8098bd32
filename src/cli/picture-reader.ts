import { UnreadableError } from '../read/document.ts'
import type {
  OpenPictureReader,
  PicturePage,
  PictureReader,
  ScannedPage,
} from '../read/page/picture-reader.ts'

/** The package that reads scans. It is installed beside this one by those who have any, and loaded for the first of them. */
const PACKAGE = 'pbo-ocr'

/** What `PACKAGE` says of itself: an interface that this version of pbo doesn't know is not used. */
const VERSION = 1

export const openPictureReader: OpenPictureReader = async () => {
  let loaded: PictureReader & { readonly version: number }
  try {
    // @ts-expect-error: nothing that this package depends on
    loaded = await import('pbo-ocr')
  } catch (error) {
    if (isMissing(error)) return undefined
    throw new UnreadableError('picture-reader', 'incomplete')
  }
  if (loaded.version === VERSION) return loaded
  throw new UnreadableError('picture-reader', 'version')
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  /^(?:ERR_)?MODULE_NOT_FOUND$/.test(String(error.code)) &&
  error.message.includes(`'${PACKAGE}'`)

/** What was read of a page of a scan; `key` tells by its pictures which page that is. */
export interface KnownPage {
  readonly key: string
  readonly page: ScannedPage
}

/** So many characters of what was read are kept: those of a thousand pages and more. */
const MOST_CHARACTERS = 128 * 1024 ** 2

/**
 * What was read of pages of scans in this run: reports that draw a file, and copies of it, need it once more, and to read a page
 * takes seconds.
 */
export class KnownPages {
  readonly #pages = new Map<string, string>()
  #left = MOST_CHARACTERS

  add({ key, page }: KnownPage): void {
    const kept = JSON.stringify(page)
    if (this.#pages.has(key) || kept.length > this.#left) return
    this.#left -= kept.length
    this.#pages.set(key, kept)
  }

  get(key: string): ScannedPage | undefined {
    const kept = this.#pages.get(key)
    return kept === undefined ? undefined : (JSON.parse(kept) as ScannedPage)
  }
}

/** The same reader, which is not asked for pages that are known; `pages` gets the others. */
export const remembering =
  (open: OpenPictureReader, pages: Pick<KnownPages, 'add' | 'get'>): OpenPictureReader =>
  async () => {
    const reader = await open()
    return (
      reader && {
        ...reader,
        readPage: async (given) => {
          const key = keyOf(given)
          const known = pages.get(key)
          if (known !== undefined) return known
          const page = await reader.readPage(given)
          if (page !== undefined) pages.add({ key, page })
          return page
        },
      }
    )
  }

const keyOf = ({ width, height, pictures }: PicturePage): string => {
  // Loaded only where there are scans.
  const { createHash } = process.getBuiltinModule('node:crypto')
  const hash = createHash('sha256').update(`${width} ${height}`)
  for (const { picture, matrix, isMask } of pictures) {
    hash.update(`${picture.width} ${picture.height} ${picture.kind} ${matrix.join(' ')} ${isMask}`)
    hash.update(picture.data)
  }
  return hash.digest('hex')
}
