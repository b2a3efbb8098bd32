import { type Box, multiply } from '../../../src/read/page/geometry.ts'
import type { PicturePage, ScannedPage } from '../../../src/read/page/picture-reader.ts'
import { composePage } from './compose.ts'
import { loadModel } from './model.ts'
import { type Models, readPicture, TooSlowError } from './read-picture.ts'

/** A page may take so long, in milliseconds. */
const LONGEST = 180_000

/** What the engine is made of. */
export interface EngineFiles {
  readonly detection: Uint8Array
  readonly recognition: Uint8Array
  /** What the classes of the recognition stand for, a line each. */
  readonly keys: Uint8Array
  /** The engine's WebAssembly, where it can't be read from its package. */
  readonly engine?: Uint8Array
}

/** Reads a page that is made of pictures; undefined where it takes longer than `longest`, in milliseconds. */
export type ReadPage = (page: PicturePage, longest?: number) => Promise<ScannedPage | undefined>

/** What reads pages with an engine that is loaded with the first of them. What went wrong is tried again with the next one. */
export const pageReader = (load: () => Promise<EngineFiles>): ReadPage => {
  let loading: Promise<Models> | undefined
  return async (page, longest = LONGEST) => {
    const deadline = performance.now() + longest
    loading ??= load().then(modelsOf)
    try {
      return await readPage(page, await loading, deadline)
    } catch (error) {
      if (error instanceof TooSlowError) return undefined
      loading = undefined
      throw error
    }
  }
}

const readPage = async (page: PicturePage, models: Models, deadline: number): Promise<ScannedPage> => {
  const hurry = (): void => {
    if (performance.now() > deadline) throw new TooSlowError()
  }
  const { picture, dpi, matrix } = composePage(page, hurry)
  const read = await readPicture(picture, models, { dpi, hurry })
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
}

const modelsOf = async ({ detection, recognition, keys, engine }: EngineFiles): Promise<Models> => {
  const signs = new TextDecoder().decode(keys).replace(/\n$/, '').split('\n')
  return {
    detection: await loadModel(detection, engine),
    // The last class is the blank.
    line: { model: await loadModel(recognition, engine), signs: [...signs, ' '] },
  }
}
