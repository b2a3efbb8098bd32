import type { Matrix } from '../../../src/read/page/geometry.ts'

interface Size {
  readonly width: number
  readonly height: number
}

/** What `rotate` does to places. */
export const matrixOfRotation = (angle: number, { width, height }: Size): Matrix => {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const [x, y] = [width / 2, height / 2]
  return [cos, -sin, sin, cos, x - cos * x - sin * y, y + sin * x - cos * y]
}

/** What `turn` does to places in a picture of the given size. */
export const matrixOfTurn = (quarters: number, { width, height }: Size): Matrix => {
  const times = ((quarters % 4) + 4) % 4
  if (times === 1) return [0, 1, -1, 0, height, 0]
  if (times === 2) return [-1, 0, 0, -1, width, height]
  if (times === 3) return [0, -1, 1, 0, 0, width]
  return [1, 0, 0, 1, 0, 0]
}
