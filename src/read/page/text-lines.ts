import { type Box, coverBoxes } from './geometry.ts'
import { isWordGap, type Run } from './runs.ts'

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
