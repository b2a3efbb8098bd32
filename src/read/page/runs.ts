import { type Box, coverBoxes, type Direction } from './geometry.ts'
import type { Glyph } from './page-content.ts'

/** Characters printed one behind the other without a gap between them; a blank is a run by itself. */
export interface Run {
  readonly glyphs: readonly Glyph[]
  readonly box: Box
  readonly size: number
  readonly direction: Direction
}

/** A gap wider than this (of the font size) parts runs. */
const GAP = 0.5

/** Words of letters stand closer. Digits don't: a spread number would fall apart. */
const WORD_GAP = 0.2

const LETTER = /[A-Za-z]/

/** Whether a gap (in points, along the text) of two characters is one that a reader sees as a blank. */
const isWordGap = (last: Glyph, next: Glyph, gap: number): boolean =>
  LETTER.test(last.text) && LETTER.test(next.text) && gap > WORD_GAP * Math.min(last.size, next.size)

/** Runs of the glyphs that run straight, in the order of drawing. */
export const runsOf = (glyphs: readonly Glyph[]): Run[] => {
  const runs: Run[] = []
  let open: Glyph[] = []
  for (const glyph of glyphs) {
    const last = open.at(-1)
    if (last !== undefined && !follows(last, glyph)) {
      pushRun(runs, open)
      open = []
    }
    open.push(glyph)
  }
  pushRun(runs, open)
  return runs
}

export const runOf = (glyphs: readonly Glyph[], direction: Direction): Run => ({
  glyphs,
  box: glyphs.map(({ box }) => box).reduce(coverBoxes),
  size: Math.max(...glyphs.map(({ size }) => size)),
  direction,
})

const pushRun = (runs: Run[], glyphs: readonly Glyph[]): void => {
  const direction = glyphs[0]?.direction
  if (direction !== undefined) runs.push(runOf(glyphs, direction))
}

const follows = (last: Glyph, next: Glyph): boolean => {
  if (last.text === ' ' || next.text === ' ') return false
  if (last.direction !== next.direction || last.direction === undefined) return false
  const { along, across } = stepBetween(last.box, next.box, last.direction)
  const size = Math.max(last.size, next.size)
  if (isWordGap(last, next, along)) return false
  return Math.abs(along) <= GAP * size && Math.abs(across) <= GAP * size
}

/** From the end of `a` to the beginning of `b` along the text, and between their middles across it. */
const stepBetween = (a: Box, b: Box, direction: Direction): { along: number; across: number } => {
  const acrossX = (b.left + b.right - a.left - a.right) / 2
  const acrossY = (b.top + b.bottom - a.top - a.bottom) / 2
  if (direction === 0) return { along: b.left - a.right, across: acrossY }
  if (direction === 2) return { along: a.left - b.right, across: acrossY }
  if (direction === 1) return { along: b.top - a.bottom, across: acrossX }
  return { along: a.top - b.bottom, across: acrossX }
}

/** Runs on one base line, from left to right. */
export interface TextLine {
  readonly runs: readonly Run[]
  readonly box: Box
  readonly size: number
}

/** Runs whose middles are closer than this (of the font size) stand on one line. */
const SAME_LINE = 0.5

/** The lines that upright runs make, from the top; lines of blanks alone are none. */
export const linesOf = (runs: readonly Run[]): TextLine[] => {
  const sorted = runs
    .map((run) => ({ run, middle: (run.box.top + run.box.bottom) / 2 }))
    .sort((a, b) => a.middle - b.middle)
  const lines: TextLine[] = []
  let open: Run[] = []
  let start = 0
  let size = 0
  for (const { run, middle } of sorted) {
    if (open.length > 0 && middle - start > SAME_LINE * Math.max(size, run.size)) {
      pushLine(lines, open)
      open = []
    }
    if (open.length === 0) {
      start = middle
      size = run.size
    }
    size = Math.max(size, run.size)
    open.push(run)
  }
  pushLine(lines, open)
  return lines
}

/** The text of a line: a gap that no character fills is a blank. */
export const textOfLine = ({ runs }: Pick<TextLine, 'runs'>): string => {
  let text = ''
  let last: Run | undefined
  for (const run of runs) {
    const piece = textOfRun(run)
    if (last !== undefined && isGap(last, run) && !text.endsWith(' ') && piece !== ' ') text += ' '
    text += piece
    last = run
  }
  return text
}

const textOfRun = ({ glyphs }: Run): string => glyphs.map(({ text }) => text).join('')

export const isBlankRun = ({ glyphs }: Run): boolean => glyphs.every(({ text }) => text === ' ')

/** Chinese characters stand apart where a line is spread: only a wide gap is a blank. */
const WIDE_GAP = 0.8

const isGap = (before: Run, after: Run): boolean => {
  const gap = after.box.left - before.box.right
  const [last, next] = [before.glyphs.at(-1), after.glyphs[0]]
  if (last !== undefined && next !== undefined && isWordGap(last, next, gap)) return true
  return gap > WIDE_GAP * Math.min(before.size, after.size)
}

const pushLine = (lines: TextLine[], runs: readonly Run[]): void => {
  const inked = runs.filter((run) => !isBlankRun(run))
  if (inked.length === 0) return
  const box = inked.map((run) => run.box).reduce(coverBoxes)
  lines.push({
    runs: runs.toSorted((a, b) => a.box.left - b.box.left),
    box,
    size: Math.max(...inked.map((run) => run.size)),
  })
}
