import type { FilePiece } from '../trace.ts'
import { type Box, type Direction, turnedBack, uprightBox } from './geometry.ts'
import { isBlankRun, linesOf, type Run, type TextLine, textOfLine } from './runs.ts'

/** How a paragraph of a goal or an indicator begins: 1. 1、 (1) 一、 （一） ① 目标1 指标1. */
const MARKER =
  /^(?:[（(]?\d{1,2}[）)、](?!\d)|\d{1,2}[.．](?!\d)|[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．]|[①-⑳]|(?:目标|指标)[\d一二三四五六七八九十])/

/** What a line end may not part: a word or number, or one character, with the marks that stick to it. */
const FIRST_UNIT = /^[“‘（(《【[]*(?:[\w.,%‰+\-≥≤<>=~/]+|.)[，。、；：！？）)》】\]”’,.;:!?%]*/u

/** Text margins of cells are at most this wide (points), however far short lines stand from the border. */
const WIDEST_MARGIN = 6

/** Lines further apart than this many times the closest ones are of two paragraphs. */
const PARAGRAPH_STEP = 1.4

/**
 * The text of one cell: lines that were only wrapped are joined without a blank, paragraphs are
 * separated by `\n`. Text that runs in another direction follows behind.
 */
export const textOfCell = (runs: readonly Run[], box: Box): string => {
  return DIRECTIONS.map((direction) => joinLines(linesRunning(runs, direction), uprightBox(box, direction)))
    .filter((text) => text !== '')
    .join('\n')
}

const DIRECTIONS: readonly Direction[] = [0, 1, 3, 2]

const linesRunning = (runs: readonly Run[], direction: Direction): TextLine[] =>
  linesOf(runs.filter((run) => run.direction === direction).map((run) => uprightRun(run, direction)))

/** The characters of the text of a cell, each with its box on the page, in the order of that text. */
export const piecesOfCell = (runs: readonly Run[]): FilePiece<Box>[] =>
  DIRECTIONS.flatMap((direction) =>
    linesRunning(runs, direction).flatMap((line) => piecesOfRuns(line.runs, direction)),
  )

/** The same of runs that were turned from where they ran. */
export const piecesOfRuns = (runs: readonly Run[], direction: Direction = 0): FilePiece<Box>[] =>
  runs.flatMap(({ glyphs }) =>
    glyphs.map(({ text, box, certainty, others }) => ({
      text,
      of: turnedBack(box, direction),
      certainty,
      others,
    })),
  )

/** A run as it is after turning the paper so that it runs to the right. */
export const uprightRun = (run: Run, direction: Direction): Run =>
  direction === 0
    ? run
    : {
        ...run,
        box: uprightBox(run.box, direction),
        glyphs: run.glyphs.map((glyph) => ({ ...glyph, box: uprightBox(glyph.box, direction) })),
        direction: 0,
      }

const joinLines = (lines: readonly TextLine[], box: Box): string => {
  const texts = lines.map(textOfLine)
  // A label printed downwards, one character a line.
  if (texts.every((text) => /^\s*\p{Script=Han}\s*$/u.test(text)))
    return texts.map((text) => text.trim()).join('')
  const closest = Math.min(...lines.slice(1).map((line, i) => stepFrom(lines[i] as TextLine, line)))
  let joined = texts[0] ?? ''
  for (const [i, line] of lines.slice(1).entries()) {
    const before = lines[i] as TextLine
    const text = texts[i + 1] as string
    const isParagraph =
      MARKER.test(text.trimStart()) ||
      stepFrom(before, line) > PARAGRAPH_STEP * closest ||
      hadRoom(before, line, innerBox(lines, box))
    joined = isParagraph ? `${joined.trimEnd()}\n${text.trimStart()}` : joinWrapped(joined, text)
  }
  return joined.trim()
}

const stepFrom = (above: TextLine, below: TextLine): number =>
  (below.box.top + below.box.bottom - above.box.top - above.box.bottom) / 2

/** What stands between the parts of a cell's text that a page end has cut: only a new item begins a new line. */
export const glueOf = (after: string): '' | '\n' => (MARKER.test(after.trimStart()) ? '\n' : '')

/** Only between two words of letters was the line end a blank. */
const joinWrapped = (before: string, after: string): string =>
  /[A-Za-z]$/.test(before) && /^[A-Za-z]/.test(after) ? `${before} ${after}` : before + after

/** The cell without its margins, which are seen at the longest line. */
const innerBox = (lines: readonly TextLine[], box: Box): Pick<Box, 'left' | 'right'> => {
  const margins = lines.map((line) => Math.min(line.box.left - box.left, box.right - line.box.right))
  const margin = Math.max(0, Math.min(WIDEST_MARGIN, ...margins))
  return { left: box.left + margin, right: box.right - margin }
}

/** Whether what begins the line `below` would have found room, and to spare, at the end of `above`. */
const hadRoom = (above: TextLine, below: TextLine, inner: Pick<Box, 'left' | 'right'>): boolean => {
  const size = above.size
  const toLeft = above.box.left - inner.left
  const toRight = inner.right - above.box.right
  const isCentred = toLeft > size / 2 && Math.abs(toLeft - toRight) < size
  const room = isCentred ? toLeft + toRight : toRight
  return room > widthOfFirstUnit(below) + size
}

const widthOfFirstUnit = (line: TextLine): number => {
  const glyphs = line.runs.filter((run) => !isBlankRun(run)).flatMap((run) => run.glyphs)
  const unit = FIRST_UNIT.exec(glyphs.map(({ text }) => text).join(''))?.[0] ?? ''
  const last = glyphs[Math.min(Math.max(unit.length, 1), glyphs.length) - 1]
  return (last?.box.right ?? 0) - (glyphs[0]?.box.left ?? 0)
}
