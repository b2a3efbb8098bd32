import { multiply } from '../page/geometry.ts'
import type { Picture, PlacedPicture } from '../page/picture-reader.ts'
import type { PaintedPicture } from './read-page.ts'

/** A picture as the library gives it. */
export interface LibraryPicture {
  readonly width: number
  readonly height: number
  /** How its pixels are written; masks don't say. */
  readonly kind?: number
  /** The pixels, or the name that they come by. */
  readonly data: Uint8Array | Uint8ClampedArray | string
}

/** By the library's numbers. */
const KINDS: readonly (Picture['kind'] | undefined)[] = [undefined, 'bits', 'rgb', 'rgba']

/** A picture where it is painted; undefined for one that could not be decoded. */
export const placedPicture = (
  { matrix, isMask }: PaintedPicture,
  decoded: LibraryPicture | null,
): PlacedPicture | undefined => {
  if (decoded === null || typeof decoded.data === 'string') return undefined
  const { width, height, data } = decoded
  const kind = isMask ? 'bits' : KINDS[decoded.kind ?? 0]
  if (kind === undefined || width * height === 0) return undefined
  return {
    picture: { width, height, kind, data },
    // Its rows are written from the top, and the square that it fills has its zero at the bottom.
    matrix: multiply(matrix, [1 / width, 0, 0, -1 / height, 0, 1]),
    isMask,
  }
}
