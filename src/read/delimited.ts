import { mapped } from '../collect.ts'
import type { Span } from '../source/span.ts'
import { withoutBold } from './emphasis.ts'
import { readFragment } from './fragment.ts'
import type { Block, Cell } from './grid.ts'

/** How cells in one line are told apart. */
export interface Dialect {
  /** The character code between two cells. */
  readonly delimiter: number
  /**
   * Whether `"…"` is a quoted cell wherever it fills one. Else only where the quotes are needed: around
   * a line end, a delimiter or a doubled quote; others belong to the text, as in `"三支一扶"`.
   */
  readonly quotesFreely: boolean
}

/** Tab-separated, as spreadsheets copy it. */
export const TABS: Dialect = { delimiter: 9, quotesFreely: false }

/** One line of cells; longer than a line of text where a quoted cell holds line ends. */
export interface Line {
  readonly start: number
  /** Without the line end. */
  readonly end: number
  readonly next: number
  /** Quotes included. */
  readonly cells: readonly Span[]
}

const LINE_FEED = 10
const RETURN = 13
const QUOTE = 34

/** The line that begins at `start`. */
export const readLine = (text: string, start: number, dialect: Dialect): Line => {
  const { delimiter } = dialect
  const cells: Span[] = []
  let at = start
  for (;;) {
    const end = text.charCodeAt(at) === QUOTE ? quotedEnd(text, at, dialect) : plainEnd(text, at, delimiter)
    cells.push({ start: at, end })
    if (text.charCodeAt(end) !== delimiter) {
      const next = text.startsWith('\r\n', end) ? end + 2 : end + 1
      return { start, end, next, cells }
    }
    at = end + 1
  }
}

const plainEnd = (text: string, start: number, delimiter: number): number => {
  let at = start
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === delimiter || code === LINE_FEED || code === RETURN) return at
    at += 1
  }
  return at
}

const QUOTED_CELL_LIMIT = 262_144

/**
 * The end of a quoted cell, or of a plain one where the quote is only a character: a quoted cell
 * closes right before a delimiter or a line end.
 */
const quotedEnd = (text: string, start: number, { delimiter, quotesFreely }: Dialect): number => {
  const limit = Math.min(text.length, start + QUOTED_CELL_LIMIT)
  let hasReason = quotesFreely
  for (let at = start + 1; at < limit; at += 1) {
    const code = text.charCodeAt(at)
    if (code === delimiter || code === LINE_FEED || code === RETURN) hasReason = true
    if (code !== QUOTE) continue
    if (text.charCodeAt(at + 1) === QUOTE) {
      hasReason = true
      at += 1
      continue
    }
    const next = text.charCodeAt(at + 1)
    const isClosed = at + 1 >= text.length || next === delimiter || next === LINE_FEED || next === RETURN
    return isClosed && hasReason ? at + 1 : plainEnd(text, start, delimiter)
  }
  return plainEnd(text, start, delimiter)
}

/** A line with several cells is a row; one without is text around the tables; a blank one is a gap. */
export const blockOf = (text: string, line: Line, dialect: Dialect): Block => {
  const { start, end, cells } = line
  const span = { start, end }
  if (cells.length > 1) {
    const last = cells.at(-1)
    return {
      kind: 'row',
      span,
      cells: mapped(cells, (cell) => readCell(text, cell, dialect, cell !== last)),
    }
  }
  const cell = readLineCell(text, span, dialect)
  return cell.text.isBlank ? { kind: 'gap', markup: cell.markup } : { kind: 'text', cell }
}

/** `# ` before a title, which converters print. */
const HEADING_MARK = /^\s*(#{1,6})\s/

const readLineCell = (text: string, span: Span, dialect: Dialect): Cell => {
  const mark = HEADING_MARK.exec(text.slice(span.start, span.start + 40))
  if (mark === null) return readPlain(text, span, dialect)
  const end = span.start + mark[0].length
  const start = end - 1 - (mark[1] as string).length
  const cell = readPlain(text, { start: end, end: Math.max(end, span.end) }, dialect)
  return { ...cell, span, markup: [{ start, end: end - 1 }, ...cell.markup] }
}

const readPlain = (text: string, span: Span, dialect: Dialect): Cell => {
  const cell = readCell(text, span, dialect)
  const bold = withoutBold(cell.text)
  return { ...cell, text: bold.text, markup: [...cell.markup, ...bold.markup] }
}

const readCell = (text: string, span: Span, dialect: Dialect, isFollowed = false): Cell => {
  const isInQuotes = isQuoted(text, span, dialect)
  const { start, end } = span
  const inner = isInQuotes ? { start: start + 1, end: end - 1 } : span
  const fragment = readFragment(text, inner, isInQuotes)
  const marks: Span[] = isInQuotes
    ? [
        { start, end: start + 1 },
        { start: end - 1, end },
      ]
    : []
  // A comma between two cells is markup; a tab is a blank, which belongs to nothing anyway.
  const commas = isFollowed && dialect.delimiter !== TABS.delimiter ? [{ start: end, end: end + 1 }] : []
  const isBare = marks.length + commas.length === 0
  const markup = isBare ? fragment.markup : [...marks, ...fragment.markup, ...commas]
  return { text: fragment.text, span, markup, unclosed: fragment.unclosed }
}

const isQuoted = (text: string, { start, end }: Span, { quotesFreely }: Dialect): boolean => {
  if (end - start < 2 || text.charCodeAt(start) !== QUOTE || text.charCodeAt(end - 1) !== QUOTE) return false
  return quotesFreely || /[\t\r\n]|""/.test(text.slice(start + 1, end - 1))
}
