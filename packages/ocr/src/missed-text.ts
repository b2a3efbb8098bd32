import type { Box } from '../../../src/read/page/geometry.ts'
import type { TextBox } from './detect.ts'
import type { Gray } from './raster.ts'
import type { ReadGlyph } from './read-line.ts'
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
  pageInk: Uint8Array,
  found: readonly Box[],
  rules: readonly Rule[],
  dpi: number,
): TextBox[] => {
  const point = dpi / 72
  const { width } = picture
  const ink = Uint8Array.from(pageInk)
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

/** A bar is so much longer than high, and filled so far. */
const BAR = 3
const FILLED = 0.85
/** Dots are as wide (of their height), and filled so far; so many make a row of them. */
const [NARROWEST_DOT, WIDEST_DOT] = [0.7, 2]
const FULL_DOT = 0.55
const FEWEST_DOTS = 3
/** What is told by its shape is sure enough. */
const TOLD = 0.95

/** A dash, or a row of dots, as their shapes tell: engines read a bar as anything. Empty for ink that is neither. */
export const thinMarks = (ink: Uint8Array, { width }: Gray, box: Box): ReadGlyph[] => {
  const height = box.bottom - box.top
  const spans = inkedColumns(ink, width, box)
  const areAll = (narrowest: number, widest: number, filled: number): boolean =>
    spans.every(({ left, right, count }) => {
      const wide = right - left
      return wide >= narrowest * height && wide <= widest * height && count >= filled * wide * height
    })
  const isBar = spans.length === 1 && areAll(BAR, Number.POSITIVE_INFINITY, FILLED)
  const areDots = spans.length >= FEWEST_DOTS && areAll(NARROWEST_DOT, WIDEST_DOT, FULL_DOT)
  if (!isBar && !areDots) return []
  return spans.map(({ left, right }) => ({
    text: isBar ? '—' : '.',
    box: { ...box, left, right },
    size: box.right - box.left,
    confidence: TOLD,
  }))
}

interface Inked {
  readonly left: number
  right: number
  /** Pixels of ink. */
  count: number
}

/** The columns of a box with ink in them, by those that stand together. */
const inkedColumns = (ink: Uint8Array, width: number, { left, right, top, bottom }: Box): Inked[] => {
  const spans: Inked[] = []
  for (let x = left; x < right; x += 1) {
    let count = 0
    for (let y = top; y < bottom; y += 1) count += ink[y * width + x] as number
    const last = spans.at(-1)
    if (count === 0) continue
    if (last?.right === x) {
      last.right += 1
      last.count += count
    } else spans.push({ left: x, right: x + 1, count })
  }
  return spans
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
