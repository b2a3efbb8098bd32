import type { Source } from '../source/source.ts'
import type { Span } from '../source/span.ts'
import { readFragment } from './fragment.ts'
import type { Block, Cell, Grid } from './grid.ts'

/**
 * Tab-separated text. A line with a tab is a row; one without is text around the tables; a blank
 * line is a gap. A cell in `"` may hold line ends and tabs, as spreadsheets copy it.
 */
export const readText = (source: Source): Grid => {
  const { text } = source
  const blocks: Block[] = []
  let at = 0
  while (at < text.length) {
    const line = readLine(text, at)
    at = line.next
    if (line.cells.length > 1) {
      const cells = line.cells.map((span) => readCell(text, span))
      blocks.push({ kind: 'row', span: { start: line.start, end: line.end }, cells })
    } else {
      const cell = readLineCell(text, { start: line.start, end: line.end })
      blocks.push(cell.text.isBlank ? { kind: 'gap', markup: cell.markup } : { kind: 'text', cell })
    }
  }
  return { blocks }
}

interface Line {
  readonly start: number
  /** Without the line end. */
  readonly end: number
  readonly next: number
  readonly cells: readonly Span[]
}

const readLine = (text: string, start: number): Line => {
  const cells: Span[] = []
  let at = start
  for (;;) {
    const end = text.charCodeAt(at) === QUOTE ? quotedEnd(text, at) : plainEnd(text, at)
    cells.push({ start: at, end })
    if (text.charCodeAt(end) !== TAB) {
      const next = text.startsWith('\r\n', end) ? end + 2 : end + 1
      return { start, end, next, cells }
    }
    at = end + 1
  }
}

const TAB = 9
const LINE_FEED = 10
const RETURN = 13
const QUOTE = 34

const plainEnd = (text: string, start: number): number => {
  let at = start
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === TAB || code === LINE_FEED || code === RETURN) return at
    at += 1
  }
  return at
}

const QUOTED_CELL_LIMIT = 262_144

/**
 * The end of a quoted cell, or of a plain one where the quote is only a character: a quoted cell
 * closes right before a tab or a line end, and was quoted for a reason (a line end, a tab or a
 * doubled quote inside).
 */
const quotedEnd = (text: string, start: number): number => {
  const limit = Math.min(text.length, start + QUOTED_CELL_LIMIT)
  let hasReason = false
  for (let at = start + 1; at < limit; at += 1) {
    const code = text.charCodeAt(at)
    if (code === TAB || code === LINE_FEED || code === RETURN) hasReason = true
    if (code !== QUOTE) continue
    if (text.charCodeAt(at + 1) === QUOTE) {
      hasReason = true
      at += 1
      continue
    }
    const next = text.charCodeAt(at + 1)
    const isClosed = at + 1 >= text.length || next === TAB || next === LINE_FEED || next === RETURN
    return isClosed && hasReason ? at + 1 : plainEnd(text, start)
  }
  return plainEnd(text, start)
}

/** `# ` before a title, which converters print. */
const HEADING_MARK = /^\s*(#{1,6})\s/

const readLineCell = (text: string, span: Span): Cell => {
  const mark = HEADING_MARK.exec(text.slice(span.start, span.start + 40))
  if (mark === null) return readCell(text, span)
  const end = span.start + mark[0].length
  const start = end - 1 - (mark[1] as string).length
  const cell = readCell(text, { start: end, end: Math.max(end, span.end) })
  return { ...cell, span, markup: [{ start, end: end - 1 }, ...cell.markup] }
}

const readCell = (text: string, span: Span): Cell => {
  const isQuoted =
    span.end - span.start >= 2 &&
    text.charCodeAt(span.start) === QUOTE &&
    text.charCodeAt(span.end - 1) === QUOTE &&
    /[\t\r\n]|""/.test(text.slice(span.start + 1, span.end - 1))
  if (!isQuoted) return { ...readFragment(text, span), span }
  const inner = { start: span.start + 1, end: span.end - 1 }
  const quotes = [
    { start: span.start, end: span.start + 1 },
    { start: span.end - 1, end: span.end },
  ]
  const fragment = readFragment(text, inner, true)
  return { ...fragment, markup: [...quotes, ...fragment.markup], span }
}
