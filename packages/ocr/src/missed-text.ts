import type { TextBox } from './detect.ts'
import { type Box, type Gray, inkOf } from './raster.ts'
import type { Rule } from './rules.ts'

/** How far (points) parts of a text may stand from each other, along it and across. */
const ALONG = 3
const ACROSS = 1.5
/** What is smaller (points) is dust, what is larger no text that the detector misses. */
const SMALLEST = 3.5
const LONGEST = 60
const HIGHEST = 24
/** Of the pixels around it, so many are ink at least. */
const DENSEST = 0.08

/**
 * The detector misses texts of one or two signs that stand alone, as ≥ in a column of its own: ink inside tables that is in none of its
 * boxes. What it is must be read; it may be nothing.
 */
export const missedText = (
  picture: Gray,
  found: readonly Box[],
  rules: readonly Rule[],
  dpi: number,
): TextBox[] => {
  const point = dpi / 72
  const { width } = picture
  const ink = inkOf(picture, Math.round(9 * point))
  for (const { left, right, top, bottom } of found)
    for (let y = Math.floor(top); y < Math.ceil(bottom); y += 1)
      ink.fill(0, y * width + Math.floor(left), y * width + Math.ceil(right))
  return islandsOf(ink, picture, tableAround(rules), Math.round(ALONG * point), Math.round(ACROSS * point))
    .filter(({ box: { left, right, top, bottom }, count }) => {
      const [wide, high] = [right - left, bottom - top]
      return (
        Math.max(wide, high) >= SMALLEST * point &&
        wide <= LONGEST * point &&
        high <= HIGHEST * point &&
        count >= DENSEST * wide * high
      )
    })
    .map(({ box }) => boxAround(box, 2 * point))
}

const boxAround = (core: Box, margin: number): TextBox => ({
  left: Math.max(0, core.left - margin),
  right: core.right + margin,
  top: Math.max(0, core.top - margin),
  bottom: core.bottom + margin,
  core,
})

/** The box around all rules; empty where there are none. */
const tableAround = (rules: readonly Rule[]): Box => {
  const ends = (isVertical: boolean): number[] =>
    rules.flatMap((rule) => (rule.isVertical === isVertical ? [rule.at] : [rule.from, rule.to]))
  const [across, down] = [ends(true), ends(false)]
  const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity)
  const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), 0)
  return {
    left: Math.floor(least(across)),
    right: Math.ceil(most(across)),
    top: Math.floor(least(down)),
    bottom: Math.ceil(most(down)),
  }
}

interface Island {
  readonly box: Box
  /** Pixels of ink. */
  readonly count: number
}

/** Pixels of ink in `within` that stand close to each other. */
const islandsOf = (ink: Uint8Array, page: Gray, within: Box, along: number, across: number): Island[] => {
  const islands: Island[] = []
  const bottom = Math.min(page.height, within.bottom)
  for (let y = Math.max(0, within.top); y < bottom; y += 1)
    for (let x = within.left; x < Math.min(page.width, within.right); x += 1)
      if (ink[y * page.width + x] === 1) islands.push(islandAt(ink, page, x, y, along, across))
  return islands
}

/** The ink around a pixel of it, which is taken away. */
const islandAt = (
  ink: Uint8Array,
  { width, height }: Gray,
  x: number,
  y: number,
  along: number,
  across: number,
): Island => {
  let [left, right, top, bottom, count] = [x, x + 1, y, y + 1, 0]
  const stack = [y * width + x]
  ink[y * width + x] = 0
  while (stack.length > 0) {
    const at = stack.pop() as number
    const [atX, atY] = [at % width, Math.floor(at / width)]
    count += 1
    left = Math.min(left, atX)
    right = Math.max(right, atX + 1)
    top = Math.min(top, atY)
    bottom = Math.max(bottom, atY + 1)
    for (let row = Math.max(0, atY - across); row <= Math.min(height - 1, atY + across); row += 1) {
      const end = row * width + Math.min(width - 1, atX + along)
      for (let next = row * width + Math.max(0, atX - along); next <= end; next += 1) {
        if (ink[next] !== 1) continue
        ink[next] = 0
        stack.push(next)
      }
    }
  }
  return { box: { left, right, top, bottom }, count }
}
