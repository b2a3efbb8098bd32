import { type Gray, inkOf, resize } from './raster.ts'

/** Papers lie no more aslant than this in a scanner, in degrees. */
const MOST = 6
const COARSE = 0.25
const FINE = 0.03

/** Lines and rows of text are seen at this size as well as at any larger. */
const LONG_SIDE = 1000
const MOST_POINTS = 60_000

const RADIANS = Math.PI / 180

/**
 * By how much (radians) a picture has to be turned counter-clockwise for its lines to be level: at that angle rows and columns
 * are sharpest, that is, dark pixels gather in the fewest of them.
 */
export const skewOf = (picture: Gray): number => {
  const scale = Math.min(1, LONG_SIDE / Math.max(picture.width, picture.height))
  const [width, height] = [picture.width, picture.height].map((side) => Math.max(1, Math.round(side * scale)))
  const small = resize(picture, width as number, height as number)
  const points = pointsOf(inkOf(small, 12), small.width)
  const best = (from: number, to: number, step: number): number => {
    let [found, most] = [0, -1]
    for (let degrees = from; degrees <= to + step / 2; degrees += step) {
      const sharpness = sharpnessAt(points, degrees * RADIANS, small)
      // Of the same sharpness, the one that turns less.
      if (sharpness > most || (sharpness === most && Math.abs(degrees) < Math.abs(found))) {
        most = sharpness
        found = degrees
      }
    }
    return found
  }
  const coarse = best(-MOST, MOST, COARSE)
  return best(coarse - COARSE, coarse + COARSE, FINE) * RADIANS
}

/** x and y of the dark pixels in turns, thinned out evenly. */
const pointsOf = (ink: Uint8Array, width: number): Float32Array => {
  const count = ink.reduce((sum, value) => sum + value, 0)
  const step = Math.max(1, Math.ceil(count / MOST_POINTS))
  const points: number[] = []
  let seen = 0
  for (let i = 0; i < ink.length; i += 1) {
    if (ink[i] === 0) continue
    if (seen % step === 0) points.push(i % width, Math.floor(i / width))
    seen += 1
  }
  return Float32Array.from(points)
}

const sharpnessAt = (points: Float32Array, angle: number, { width, height }: Gray): number => {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const rows = new Uint32Array(2 * (width + height))
  const columns = new Uint32Array(2 * (width + height))
  const shift = width + height
  for (let i = 0; i < points.length; i += 2) {
    const [x, y] = [points[i] as number, points[i + 1] as number]
    const row = Math.round(y * cos - x * sin) + shift
    const column = Math.round(x * cos + y * sin) + shift
    rows[row] = (rows[row] as number) + 1
    columns[column] = (columns[column] as number) + 1
  }
  let sum = 0
  for (let i = 0; i < rows.length; i += 1) sum += (rows[i] as number) ** 2 + (columns[i] as number) ** 2
  return sum
}
