import type { Model } from './model.ts'
import { type Gray, resize } from './raster.ts'

/** A character with how sure it is (0 to 1), and where it stands in the picture of its line. */
export interface Sign {
  readonly text: string
  readonly confidence: number
  /** What else it may be, the likeliest first, where it is not sure. */
  readonly others?: string | undefined
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

/** Of less sure characters it is told what else they may be, */
const SURE = 0.95
/** if that is at least so likely. */
const LIKELY = 0.01
const MOST_OTHERS = 3

type ReadSign = Omit<Sign, 'at'> & { readonly step: number }

/** The same class in steps behind each other is one character; `step` is the middle of these. */
const decode = (
  likely: Float32Array,
  steps: number,
  classes: number,
  signs: readonly string[],
): ReadSign[] => {
  const read: ReadSign[] = []
  let before = 0
  let first = 0
  let most = 0
  let peak = 0
  for (let step = 0; step <= steps; step += 1) {
    const [best, confidence] = step < steps ? bestOf(likely, step * classes, classes) : [0, 0]
    if (best === before && step < steps) {
      if (confidence > most) peak = step
      most = Math.max(most, confidence)
      continue
    }
    if (before > 0) {
      const others =
        most >= SURE
          ? undefined
          : othersAt(likely.subarray(peak * classes, (peak + 1) * classes), before, signs)
      read.push({ text: signs[before - 1] ?? '', confidence: most, others, step: (first + step) / 2 })
    }
    before = best
    first = step
    peak = step
    most = confidence
  }
  return read
}

/** The likeliest class of a step, and how likely it is. */
const bestOf = (likely: Float32Array, base: number, classes: number): [best: number, confidence: number] => {
  let [best, confidence] = [0, 0]
  for (let i = 0; i < classes; i += 1)
    if ((likely[base + i] as number) > confidence) {
      confidence = likely[base + i] as number
      best = i
    }
  return [best, confidence]
}

/** The likeliest characters but the one of class `best`. */
const othersAt = (likely: Float32Array, best: number, signs: readonly string[]): string => {
  const found: { readonly text: string; readonly chance: number }[] = []
  for (let i = 1; i < likely.length; i += 1) {
    const chance = likely[i] as number
    if (i !== best && chance >= LIKELY) found.push({ text: signs[i - 1] ?? '', chance })
  }
  return found
    .sort((a, b) => b.chance - a.chance)
    .slice(0, MOST_OTHERS)
    .map(({ text }) => text)
    .join('')
}
