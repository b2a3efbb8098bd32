import type { Span } from '../source/span.ts'

/** One line of Markdown, and what it is as a line of a table. */
export interface MarkdownLine {
  readonly span: Span
  readonly next: number
  /**
   * What stands before, between and behind the bars; none where the line has no bar. Behind a bar at
   * either end stands a blank stretch.
   */
  readonly parts: readonly Span[]
  /** `|---|:--:|`: no data, unless dashes stand for nothing in all its cells. */
  readonly isRule: boolean
  /** `+---+---+`, `├───┼───┤`: a line of a drawn table. */
  readonly isBorder: boolean
}

/** The line that begins at `start`. */
export const readMarkdownLine = (text: string, start: number): MarkdownLine => {
  LINE_END.lastIndex = start
  const match = LINE_END.exec(text)
  const end = match?.index ?? text.length
  const parts = splitAtBars(text, start, end)
  return {
    span: { start, end },
    next: end + (match?.[0].length ?? 0),
    parts,
    isRule: parts.length > 0 && isRuleLine(text.slice(start, end)),
    isBorder: isBorderLine(text.slice(start, end)),
  }
}

const LINE_END = /\r\n?|\n|$/g

const splitAtBars = (text: string, start: number, end: number): Span[] => {
  const parts: Span[] = []
  let from = start
  for (let at = start; at < end; at += 1) {
    const character = text.charAt(at)
    if (character === '\\') at += 1
    else if (BARS.has(character)) {
      parts.push({ start: from, end: at })
      from = at + 1
    }
  }
  return from === start ? [] : [...parts, { start: from, end }]
}

const BARS: ReadonlySet<string> = new Set('|│┃║')

const isRuleLine = (line: string): boolean => /^[\s|│┃║:─━═-]+$/.test(line) && /[-─━═]/.test(line)

/** Corners and lines, nothing else. */
const isBorderLine = (line: string): boolean =>
  /^\s*(?:\+[-=:+]{2,}|[┌├└╔╠╚┏┣┗╭╰][─━═┬┼┴╦╬╩┳╋┻╤╪╧╥╫╨]+[┐┤┘╗╣╝┓┫┛╮╯])\s*$/.test(line)
