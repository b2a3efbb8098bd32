import { UnreadableError } from '../read/document.ts'
import type { OpenPictureReader, PictureReader } from '../read/page/picture-reader.ts'

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
