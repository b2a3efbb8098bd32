import type { Matrix } from '../../../src/read/page/geometry.ts'
import type { PicturePage, PlacedPicture } from '../../../src/read/page/picture-reader.ts'
import { greyOf } from './picture.ts'
import type { Gray } from './raster.ts'

/** A page as one picture. */
export interface ComposedPage {
  readonly picture: Gray
  readonly dpi: number
  /** Brings points of the page to pixels of the picture. */
  readonly matrix: Matrix
}

/** Pages that are put together of several pictures are drawn at these (dots an inch), as fine as the finest needs. */
const FINEST = 300
const COARSEST = 72
/** Pixels of such a page, and dots an inch of what is taken as it is. */
const MOST_PIXELS = 30_000_000
const MOST_DPI = 1200

/** One picture for the page, made while `hurry` doesn't throw: the only one as it is, where one covers it; else one on which all are drawn. */
export const composePage = (
  { width, height, pictures }: PicturePage,
  hurry: () => void = () => {},
): ComposedPage => {
  const placed = pictures.filter(({ matrix }) => Math.abs(determinant(matrix)) > Number.EPSILON)
  const [first, ...others] = placed
  if (first !== undefined && others.length === 0 && isUpright(first.matrix)) {
    const [scale, , , , left, top] = first.matrix
    return {
      picture: greyOf(first.picture),
      dpi: Math.max(COARSEST, Math.min(72 / scale, MOST_DPI)),
      matrix: [1 / scale, 0, 0, 1 / scale, -left / scale, -top / scale],
    }
  }
  const finest = Math.max(
    ...placed.map(({ matrix }) => 72 / Math.sqrt(Math.abs(determinant(matrix)))),
    COARSEST,
  )
  const most = Math.sqrt(MOST_PIXELS / (width * height)) * 72
  const dpi = Math.min(finest, FINEST, most)
  const scale = dpi / 72
  const page: Gray = whitePage(
    Math.max(1, Math.round(width * scale)),
    Math.max(1, Math.round(height * scale)),
  )
  for (const one of placed) {
    hurry()
    paint(page, one, scale)
  }
  return { picture: page, dpi, matrix: [scale, 0, 0, scale, 0, 0] }
}

const whitePage = (width: number, height: number): Gray => ({
  width,
  height,
  data: new Uint8Array(width * height).fill(255),
})

/** Neither turned, mirrored nor stretched. */
const isUpright = ([a, b, c, d]: Matrix): boolean =>
  a > 0 && d > 0 && Math.abs(b) + Math.abs(c) < 0.001 * a && Math.abs(a - d) < 0.02 * a

const determinant = ([a, b, c, d]: Matrix): number => a * d - b * c

const paint = (page: Gray, { picture, matrix, isMask = false }: PlacedPicture, scale: number): void => {
  const grey = greyOf(picture)
  const [a, b, c, d, e, f] = matrix.map((value) => value * scale) as unknown as Matrix
  const size = a * d - b * c
  const corners = [0, grey.width].flatMap((x) =>
    [0, grey.height].map((y) => ({ x: a * x + c * y + e, y: b * x + d * y + f })),
  )
  const [left, right] = [Math.min(...corners.map(({ x }) => x)), Math.max(...corners.map(({ x }) => x))]
  const [top, bottom] = [Math.min(...corners.map(({ y }) => y)), Math.max(...corners.map(({ y }) => y))]
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(page.height, bottom); y += 1)
    for (let x = Math.max(0, Math.floor(left)); x < Math.min(page.width, right); x += 1) {
      const [dx, dy] = [x + 0.5 - e, y + 0.5 - f]
      const fromX = Math.floor((d * dx - c * dy) / size)
      const fromY = Math.floor((a * dy - b * dx) / size)
      if (fromX < 0 || fromY < 0 || fromX >= grey.width || fromY >= grey.height) continue
      const shade = grey.data[fromY * grey.width + fromX] as number
      const at = y * page.width + x
      page.data[at] = isMask ? Math.min(page.data[at] as number, shade) : shade
    }
}
