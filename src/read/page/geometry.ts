/** Six numbers as PDF writes them: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number]

/** A place on a page in points, y downwards. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** An upright rectangle on a page in points, y downwards. */
export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Where text runs to, in quarter turns clockwise: 0 right, 1 down, 2 left, 3 up. */
export type Direction = 0 | 1 | 2 | 3

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** The matrix that applies `inner` first, then `outer`. */
export const multiply = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
]

/** The matrix that takes back what another does. */
export const inverseOf = ([a, b, c, d, e, f]: Matrix): Matrix => {
  const size = a * d - b * c
  return [d / size, -b / size, -c / size, a / size, (c * f - d * e) / size, (b * e - a * f) / size]
}

/** How a matrix changes lengths, on the average of its directions. */
export const scaleOf = (matrix: Matrix): number =>
  Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))

export const transform = (matrix: Matrix, x: number, y: number): Point => ({
  x: matrix[0] * x + matrix[2] * y + matrix[4],
  y: matrix[1] * x + matrix[3] * y + matrix[5],
})

/** The smallest box around all `points`. */
export const boxAround = (points: readonly Point[]): Box => {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const { x, y } of points) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  return { left, right, top, bottom }
}

/** The box with the corners `a` and `b`. */
export const boxBetween = (a: Point, b: Point): Box => ({
  left: Math.min(a.x, b.x),
  right: Math.max(a.x, b.x),
  top: Math.min(a.y, b.y),
  bottom: Math.max(a.y, b.y),
})

/** The smallest box around both. */
export const coverBoxes = (a: Box, b: Box): Box => ({
  left: Math.min(a.left, b.left),
  right: Math.max(a.right, b.right),
  top: Math.min(a.top, b.top),
  bottom: Math.max(a.bottom, b.bottom),
})

export const centreOf = (box: Box): Point => ({
  x: (box.left + box.right) / 2,
  y: (box.top + box.bottom) / 2,
})

/** `box` after the paper was turned so that text running to `direction` runs to the right. */
export const uprightBox = ({ left, right, top, bottom }: Box, direction: Direction): Box => {
  if (direction === 1) return { left: top, right: bottom, top: -right, bottom: -left }
  if (direction === 2) return { left: -right, right: -left, top: -bottom, bottom: -top }
  if (direction === 3) return { left: -bottom, right: -top, top: left, bottom: right }
  return { left, right, top, bottom }
}

/** The box that `uprightBox` was given. */
export const turnedBack = (box: Box, direction: Direction): Box =>
  uprightBox(box, ((4 - direction) % 4) as Direction)

/** Further off than this (the sine of 8°), text runs aslant. */
const ASLANT = 0.14

/** Where `along` leads to on the page; undefined if aslant. */
export const directionOf = (matrix: Matrix, { x, y }: Point): Direction | undefined => {
  const dx = matrix[0] * x + matrix[2] * y
  const dy = matrix[1] * x + matrix[3] * y
  const length = Math.sqrt(dx * dx + dy * dy)
  if (Math.abs(dy) <= ASLANT * length) return dx >= 0 ? 0 : 2
  if (Math.abs(dx) <= ASLANT * length) return dy >= 0 ? 1 : 3
  return undefined
}

/** The middles of groups of positions that lie within `width` of the first of the group, in order. */
export const clusterPositions = (positions: readonly number[], width: number): number[] => {
  const sorted = positions.toSorted((a, b) => a - b)
  const middles: number[] = []
  let first = 0
  for (let i = 1; i <= sorted.length; i += 1) {
    const start = sorted[first] as number
    if (i < sorted.length && (sorted[i] as number) - start <= width) continue
    middles.push((start + (sorted[i - 1] as number)) / 2)
    first = i
  }
  return middles
}

/** Between which edges `at` lies: the index of the edge before it, held to the first and last place. */
export const indexIn = (edges: readonly number[], at: number): number => {
  let low = 0
  let high = edges.length - 2
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((edges[middle] as number) <= at) low = middle
    else high = middle - 1
  }
  return low
}

/** The index of the edge nearest to `at`, of at least two. */
export const nearestIndex = (edges: readonly number[], at: number): number => {
  const i = indexIn(edges, at)
  const [before, after] = [edges[i] as number, edges[i + 1] as number]
  return at - before <= after - at ? i : i + 1
}

/** The box between given edges. */
export const boxOf = (
  columnEdges: readonly number[],
  rowEdges: readonly number[],
  left: number,
  right: number,
  top: number,
  bottom: number,
): Box => ({
  left: columnEdges[left] as number,
  right: columnEdges[right] as number,
  top: rowEdges[top] as number,
  bottom: rowEdges[bottom] as number,
})
