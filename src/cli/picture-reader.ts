import type { OpenPictureReader, PictureReader } from '../read/page/picture-reader.ts'
import { UsageError } from './usage-error.ts'

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
    throw error
  }
  if (loaded.version === VERSION) return loaded
  throw new UsageError({
    zh: `已安装的 ${PACKAGE} 与这个版本的 pbo 不配套。请同时更新两者：npm install pbo ${PACKAGE}`,
    en: `the installed ${PACKAGE} does not match this version of pbo; update both: npm install pbo ${PACKAGE}`,
  })
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  /^(?:ERR_)?MODULE_NOT_FOUND$/.test(String(error.code)) &&
  error.message.includes(`'${PACKAGE}'`)
