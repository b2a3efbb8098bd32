import type { Model } from './model.ts'
import { type Gray, resize } from './raster.ts'

/** A character with how sure it is (0 to 1), and where it stands in the picture of its line. */
export interface Sign {
  readonly text: string
  readonly confidence: number
  /** x of its middle, in pixels of the picture given. */
  readonly at: number
}

/** The height of the lines that the model reads. */
const HEIGHT = 48
/** Longer lines (heights) are no lines of text. */
const LONGEST = 80
/** Widths are rounded up to multiples of this: the engine plans its work anew for each shape. */
const UNIT = 32

/**
 * Reads the picture of one line.
 *
 * @param signs What the classes of the model stand for, from 1 on; 0 is nothing.
 * @param stretch How much wider it is shown to the model.
 */
export const recognizeLine = async (
  model: Model,
  signs: readonly string[],
  line: Gray,
  stretch = 1,
): Promise<Sign[]> => {
  const scale = HEIGHT / line.height
  const width = Math.max(8, Math.min(LONGEST * HEIGHT, Math.round(line.width * scale * stretch)))
  const picture = resize(line, width, HEIGHT)
  const padded = Math.max(HEIGHT * 2, Math.ceil(width / UNIT) * UNIT)
  const area = padded * HEIGHT
  const input = new Float32Array(3 * area)
  for (let y = 0; y < HEIGHT; y += 1)
    for (let x = 0; x < width; x += 1) {
      const value = ((picture.data[y * width + x] as number) / 255 - 0.5) / 0.5
      const at = y * padded + x
      input[at] = value
      input[area + at] = value
      input[2 * area + at] = value
    }
  const { data, shape } = await model.run(input, [1, 3, HEIGHT, padded])
  const [, steps = 0, classes = 0] = shape
  const pixels = (padded / steps) * (line.width / width)
  return decode(data, steps, classes, signs)
    .map(({ step, ...sign }) => ({ ...sign, at: step * pixels }))
    .filter(({ at }) => at <= line.width + pixels)
}

/** The same class in steps behind each other is one character; `step` is the middle of these. */
const decode = (
  likely: Float32Array,
  steps: number,
  classes: number,
  signs: readonly string[],
): { readonly text: string; readonly confidence: number; readonly step: number }[] => {
  const read: { text: string; confidence: number; step: number }[] = []
  let before = 0
  let first = 0
  let most = 0
  for (let step = 0; step <= steps; step += 1) {
    let best = 0
    let confidence = 0
    if (step < steps) {
      const base = step * classes
      for (let i = 0; i < classes; i += 1)
        if ((likely[base + i] as number) > confidence) {
          confidence = likely[base + i] as number
          best = i
        }
    }
    if (best === before && step < steps) {
      most = Math.max(most, confidence)
      continue
    }
    if (before > 0) read.push({ text: signs[before - 1] ?? '', confidence: most, step: (first + step) / 2 })
    before = best
    first = step
    most = confidence
  }
  return read
}
