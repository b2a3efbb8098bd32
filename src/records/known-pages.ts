import type { OpenPictureReader, PicturePage, ScannedPage } from '../read/page/picture-reader.ts'

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
export class KnownPages implements Iterable<KnownPage> {
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

  get isEmpty(): boolean {
    return this.#pages.size === 0
  }

  *[Symbol.iterator](): Iterator<KnownPage> {
    for (const [key, kept] of this.#pages) yield { key, page: JSON.parse(kept) as ScannedPage }
  }

  clear(): void {
    this.#pages.clear()
    this.#left = MOST_CHARACTERS
  }
}

/** A digest of texts and bytes one behind the other. */
export type Digest = (parts: readonly (string | Uint8Array)[]) => string

/** The same reader, which is not asked for pages that are known; `pages` gets the others. */
export const remembering =
  (open: OpenPictureReader, pages: Pick<KnownPages, 'add' | 'get'>, digest: Digest): OpenPictureReader =>
  async () => {
    const reader = await open()
    return (
      reader && {
        ...reader,
        readPage: async (given) => {
          const key = digest(partsOf(given))
          const known = pages.get(key)
          if (known !== undefined) return known
          const page = await reader.readPage(given)
          if (page !== undefined) pages.add({ key, page })
          return page
        },
      }
    )
  }

/** All that says what is on a page. */
const partsOf = ({ width, height, pictures }: PicturePage): (string | Uint8Array)[] => [
  `${width} ${height}`,
  ...pictures.flatMap(({ picture, matrix, isMask }) => [
    `${picture.width} ${picture.height} ${picture.kind} ${matrix.join(' ')} ${isMask}`,
    bytesOf(picture.data),
  ]),
]

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint8Array | Uint8ClampedArray): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength)
