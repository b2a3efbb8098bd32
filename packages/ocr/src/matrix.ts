/** Six numbers as PDF writes them: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number]

/** The matrix that applies `inner` first, then `outer`. */
export const multiply = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
]

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
