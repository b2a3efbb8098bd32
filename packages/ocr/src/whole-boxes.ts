import type { Box } from '../../../src/read/page/geometry.ts'
import type { TextBox } from './detect.ts'
import type { Gray } from './raster.ts'
import type { Rule } from './rules.ts'

/** A page without its rules, 1 for each pixel of ink, and the rules. */
export interface InkedPage {
  readonly picture: Gray
  readonly ink: Uint8Array
  readonly rules: readonly Rule[]
}

/** So much of the core of a line is ink at least: what a rule cuts off of the box of one may hold nothing. */
const INKED = 0.02

/**
 * The boxes with ink in their cores, drawn out to where the characters at their ends are whole; none for what stands in another
 * one then.
 */
export const wholeBoxes = (boxes: readonly TextBox[], page: InkedPage): TextBox[] => {
  const inked = boxes.flatMap((box) => trimmed(box, page)).filter(({ core }) => hasInk(page, core))
  const whole = inked.map((box) => {
    const [left, right, top, bottom] = SIDES.map((side) => drawnTo(side, box, inked, page))
    return { ...box, left, right, top, bottom } as TextBox
  })
  return whole.filter((box) => !whole.some((other) => isPartOf(box, other)))
}

/** Blanks at the ends of a core, wider (heights) than this, are of a cell: the detector joins a sign with the rules beside it. */
const CELL_BLANK = 0.5

/** A box without the blanks at its ends; none where it holds nothing else. */
const trimmed = (box: TextBox, page: InkedPage): readonly TextBox[] => {
  const { core } = box
  const height = core.bottom - core.top
  if (height > core.right - core.left) return [box]
  const isDark = darkLanes(core, true, page)
  let [first, last] = [Math.floor(core.left), Math.ceil(core.right) - 1]
  while (first <= last && !isDark(first)) first += 1
  while (last > first && !isDark(last)) last -= 1
  if (first > last) return []
  const left = first - core.left > CELL_BLANK * height ? first : core.left
  const right = core.right - last - 1 > CELL_BLANK * height ? last + 1 : core.right
  if (left === core.left && right === core.right) return [box]
  // As much is around it as above it.
  const margin = core.top - box.top
  return [
    {
      ...box,
      left: Math.max(box.left, left - margin),
      right: Math.min(box.right, right + margin),
      core: { ...core, left, right },
    },
  ]
}

const hasInk = ({ picture: { width, height }, ink }: InkedPage, box: Box): boolean => {
  const [left, right] = [Math.max(0, Math.floor(box.left)), Math.min(width, Math.ceil(box.right))]
  const [top, bottom] = [Math.max(0, Math.floor(box.top)), Math.min(height, Math.ceil(box.bottom))]
  let count = 0
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) count += ink[y * width + x] as number
  return count >= INKED * (right - left) * (bottom - top)
}

const SIDES = ['left', 'right', 'top', 'bottom'] as const
type Side = (typeof SIDES)[number]

/** How far (of the lesser side of a box) a side is drawn out, and over what blanks: parts of a character may stand as far apart. */
const [REACH, BLANK] = [1, 0.15]
/** Lines stand closer. */
const [REACH_DOWN, BLANK_DOWN] = [0.5, 0.03]
/** A side ends so far behind the ink. */
const MARGIN = 0.06

/** Where a side of a box has to be for the ink that reaches over it. */
const drawnTo = (side: Side, box: TextBox, boxes: readonly TextBox[], page: InkedPage): number => {
  const isAcross = side === 'left' || side === 'right'
  const step = side === 'right' || side === 'bottom' ? 1 : -1
  const edge = box[side]
  const em = Math.min(box.right - box.left, box.bottom - box.top)
  const far = edge + step * em * (isAcross ? REACH : REACH_DOWN)
  const limit = [far, ...barriers(side, box, boxes, page)].reduce((a, b) => ((a - b) * step < 0 ? a : b))
  const blank = em * (isAcross ? BLANK : BLANK_DOWN)
  const isDark = darkLanes(box.core, isAcross, page)
  let last: number | undefined
  for (let at = Math.round(edge - step * blank); (limit - at) * step > 0; at += step) {
    if (isDark(at)) last = at
    else if ((at - (last ?? edge)) * step > blank) break
  }
  if (last === undefined) return edge
  const end = last + step * (1 + MARGIN * em)
  const drawn = (end - limit) * step > 0 ? limit : end
  return (drawn - edge) * step > 0 ? drawn : edge
}

/** Whether a column (or a row) has ink beside the core of a box. */
const darkLanes = (
  core: Box,
  isAcross: boolean,
  { picture: { width, height }, ink }: InkedPage,
): ((at: number) => boolean) => {
  const [from, to] = isAcross ? [core.top, core.bottom] : [core.left, core.right]
  const [first, last] = [Math.max(0, Math.floor(from)), Math.min(isAcross ? height : width, Math.ceil(to))]
  return (at) => {
    if (at < 0 || at >= (isAcross ? width : height)) return false
    for (let i = first; i < last; i += 1)
      if (ink[isAcross ? i * width + at : at * width + i] === 1) return true
    return false
  }
}

/** What stands in the way of a side of a box: rules, and other boxes beside it. */
const barriers = (
  side: Side,
  { core }: TextBox,
  boxes: readonly TextBox[],
  { rules }: InkedPage,
): number[] => {
  const isAcross = side === 'left' || side === 'right'
  const step = side === 'right' || side === 'bottom' ? 1 : -1
  const middle = isAcross ? (core.top + core.bottom) / 2 : (core.left + core.right) / 2
  const ofRules = rules
    .filter(({ isVertical, from, to }) => isVertical === isAcross && from <= middle && middle <= to)
    .map(({ at, thickness }) => at - step * (thickness / 2 + 1.5))
  const ofBoxes = boxes
    .filter((other) => other.core !== core && !isNarrow(other.core))
    .filter((other) => (isAcross ? areOnOneLine(core, other.core) : areInOneColumn(core, other.core)))
    .map(({ core: other }) => other[OPPOSITE[side]])
  return [...ofRules, ...ofBoxes].filter((at) => (at - core[side] + 2 * step) * step >= 0)
}

const OPPOSITE = { left: 'right', right: 'left', top: 'bottom', bottom: 'top' } as const

/** What is narrower (of its height) is a part of a character. */
const NARROW = 0.6
const isNarrow = ({ left, right, top, bottom }: Box): boolean => right - left < NARROW * (bottom - top)

const areOnOneLine = (a: Box, b: Box): boolean =>
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > Math.max(a.bottom - a.top, b.bottom - b.top) / 2

const areInOneColumn = (a: Box, b: Box): boolean => Math.min(a.right, b.right) > Math.max(a.left, b.left)

const isPartOf = ({ core }: TextBox, other: TextBox): boolean =>
  other.core.right - other.core.left > core.right - core.left &&
  areOnOneLine(core, other.core) &&
  other.left - 2 <= core.left &&
  core.right <= other.right + 2
