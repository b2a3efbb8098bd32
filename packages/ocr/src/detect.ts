import type { Box } from '../../../src/read/page/geometry.ts'
import type { Model } from './model.ts'
import { type Gray, resize } from './raster.ts'

/** A line of text as the detector sees it. */
export interface TextBox extends Box {
  /** The core that the detector marks, without what was added around it. */
  readonly core: Box
}

/** The detector takes sides that are multiples of this. */
const UNIT = 32

/** What the detector was trained with: mean and deviation of red, green and blue. */
const MEAN = [0.485, 0.456, 0.406] as const
const DEVIATION = [0.229, 0.224, 0.225] as const

/** A pixel of text, and a line of it, are at least so likely. */
const PIXEL = 0.3
const LINE = 0.55

/** The detector marks the core of a line: so much (of its area over its outline) is added on all sides. */
const UNCLIP = 1.6

/** Cores narrower than this (pixels of the detector's picture) are dust. */
const SMALLEST = 3

/** The lines of text of a picture, which is given to the detector at `scale`. */
export const detectText = async (model: Model, picture: Gray, scale: number): Promise<TextBox[]> => {
  const [width, height] = [picture.width, picture.height].map(
    (side) => Math.max(1, Math.round((side * scale) / UNIT)) * UNIT,
  ) as [number, number]
  const small = resize(picture, width, height)
  const area = width * height
  const input = new Float32Array(3 * area)
  for (let channel = 0; channel < 3; channel += 1) {
    const [mean, deviation] = [MEAN[channel] as number, DEVIATION[channel] as number]
    for (let i = 0; i < area; i += 1)
      input[channel * area + i] = ((small.data[i] as number) / 255 - mean) / deviation
  }
  const { data } = await model.run(input, [1, 3, height, width])
  const at = ({ left, right, top, bottom }: Box): Box => ({
    left: Math.max(0, (left * picture.width) / width),
    right: Math.min(picture.width, (right * picture.width) / width),
    top: Math.max(0, (top * picture.height) / height),
    bottom: Math.min(picture.height, (bottom * picture.height) / height),
  })
  return componentsOf(data, width, height).map((core) => {
    const [w, h] = [core.right - core.left, core.bottom - core.top]
    const added = (w * h * UNCLIP) / (2 * (w + h))
    const around = {
      left: core.left - added,
      right: core.right + added,
      top: core.top - added,
      bottom: core.bottom + added,
    }
    return { ...at(around), core: at(core) }
  })
}

/** Boxes of the likely pixels that touch each other. */
const componentsOf = (likely: Float32Array, width: number, height: number): Box[] => {
  const seen = new Uint8Array(likely.length)
  const found: Box[] = []
  for (let start = 0; start < likely.length; start += 1) {
    if (seen[start] === 1 || (likely[start] as number) < PIXEL) continue
    const { box, score } = componentFrom(start, likely, seen, width, height)
    const side = Math.min(box.right - box.left, box.bottom - box.top)
    if (side >= SMALLEST && score >= LINE) found.push(box)
  }
  return found
}

/** The likely pixels around one, which are seen then, with how likely they are on the average. */
const componentFrom = (
  start: number,
  likely: Float32Array,
  seen: Uint8Array,
  width: number,
  height: number,
): { readonly box: Box; readonly score: number } => {
  let [left, right, top, bottom, sum, count] = [width, 0, height, 0, 0, 0]
  const stack = [start]
  seen[start] = 1
  const visit = (next: number): void => {
    if (seen[next] === 1 || (likely[next] as number) < PIXEL) return
    seen[next] = 1
    stack.push(next)
  }
  while (stack.length > 0) {
    const at = stack.pop() as number
    const x = at % width
    const y = (at - x) / width
    sum += likely[at] as number
    count += 1
    left = Math.min(left, x)
    right = Math.max(right, x + 1)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y + 1)
    if (x > 0) visit(at - 1)
    if (x + 1 < width) visit(at + 1)
    if (y > 0) visit(at - width)
    if (y + 1 < height) visit(at + width)
  }
  return { box: { left, right, top, bottom }, score: sum / count }
}
