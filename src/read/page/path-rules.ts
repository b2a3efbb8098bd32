import { type Box, boxAround, type Matrix, type Point, transform } from './geometry.ts'
import type { Rule } from './page-content.ts'

/** A bar thicker than this (points) is a coloured area, not a border. */
const THICKEST = 3

/** How far from upright a line may be, in points at its ends. */
const SKEW = 0.75

/** How the library writes paths: a number for the kind, then its coordinates. */
const MOVE = 0
const LINE = 1
const CLOSE = 4

/** How many numbers each kind takes, its own among them: move, line, cubic and quadratic curve, close. */
const LENGTHS: readonly (number | undefined)[] = [3, 3, 7, 5, 1]

interface Stroke {
  readonly from: Point
  readonly to: Point
}

interface Path {
  readonly strokes: readonly Stroke[]
  /** Of every part that has no curve in it. */
  readonly boxes: readonly Box[]
}

/** The rules that a stroked path draws; `thickness` in points. */
export const rulesOfStroke = (path: ArrayLike<number>, matrix: Matrix, thickness: number): Rule[] => {
  if (thickness > 2 * THICKEST) return []
  return readPath(path, matrix).strokes.flatMap(({ from, to }) => {
    const dx = Math.abs(from.x - to.x)
    const dy = Math.abs(from.y - to.y)
    if (dy <= SKEW && dx > dy) return [levelRule(boxAround([from, to]))]
    if (dx <= SKEW && dy > dx) return [uprightRule(boxAround([from, to]))]
    return []
  })
}

/** The rules that a filled path draws: thin bars, and frames made of one rectangle in another. */
export const rulesOfFill = (path: ArrayLike<number>, matrix: Matrix): Rule[] => {
  const { boxes } = readPath(path, matrix)
  const rules = boxes.flatMap(rulesOfBox)
  for (const [i, inner] of boxes.entries()) {
    const outer = boxes[i - 1]
    if (outer === undefined) continue
    if (isFrame(outer, inner)) rules.push(...rulesOfFrame(outer, inner))
    else if (isFrame(inner, outer)) rules.push(...rulesOfFrame(inner, outer))
  }
  return rules
}

/** A filled box, or a picture, that is thin enough to be a line. */
export const rulesOfBox = (box: Box): Rule[] => {
  const width = box.right - box.left
  const height = box.bottom - box.top
  if (height <= THICKEST && width > height) return [levelRule(box)]
  if (width <= THICKEST && height > width) return [uprightRule(box)]
  return []
}

const levelRule = ({ left, right, top, bottom }: Box): Rule => ({
  isVertical: false,
  at: (top + bottom) / 2,
  from: left,
  to: right,
})

const uprightRule = ({ left, right, top, bottom }: Box): Rule => ({
  isVertical: true,
  at: (left + right) / 2,
  from: top,
  to: bottom,
})

const isFrame = (outer: Box, inner: Box): boolean =>
  [
    inner.left - outer.left,
    outer.right - inner.right,
    inner.top - outer.top,
    outer.bottom - inner.bottom,
  ].every((gap) => gap >= 0 && gap <= THICKEST) && inner.right - inner.left > THICKEST

const rulesOfFrame = (outer: Box, inner: Box): Rule[] => [
  levelRule({ ...outer, bottom: inner.top }),
  levelRule({ ...outer, top: inner.bottom }),
  uprightRule({ ...outer, right: inner.left }),
  uprightRule({ ...outer, left: inner.right }),
]

const readPath = (path: ArrayLike<number>, matrix: Matrix): Path => {
  const reader = new PathReader()
  let i = 0
  while (i < path.length) {
    const kind = path[i] as number
    const length = LENGTHS[kind]
    if (length === undefined) break
    const end = transform(matrix, path[i + length - 2] ?? 0, path[i + length - 1] ?? 0)
    if (kind === MOVE) reader.move(end)
    else if (kind === LINE) reader.line(end)
    else if (kind === CLOSE) reader.close()
    else reader.curve(end)
    i += length
  }
  reader.endPart()
  return reader
}

class PathReader implements Path {
  readonly strokes: Stroke[] = []
  readonly boxes: Box[] = []
  #points: Point[] = []
  #isCurved = false

  move(to: Point): void {
    this.endPart()
    this.#points.push(to)
  }

  line(to: Point): void {
    const from = this.#points.at(-1)
    if (from !== undefined) this.strokes.push({ from, to })
    this.#points.push(to)
  }

  curve(to: Point): void {
    this.#points.push(to)
    this.#isCurved = true
  }

  close(): void {
    const [first] = this.#points
    if (first === undefined) return
    this.line(first)
    this.endPart()
    this.#points.push(first)
  }

  endPart(): void {
    if (this.#points.length > 1 && !this.#isCurved) this.boxes.push(boxAround(this.#points))
    this.#points = []
    this.#isCurved = false
  }
}
