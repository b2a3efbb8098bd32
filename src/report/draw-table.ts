import Table from 'cli-table3'
import type { AmbiguousWidth, Paint } from './report.ts'
import { padEnd, textWidth } from './text-width.ts'

/** A cell whose lines fit its columns already. */
export interface DrawnCell {
  readonly lines: readonly string[]
  readonly columns?: number
  readonly rows?: number
}

interface TableShape {
  /** Columns of text in each column, without padding and borders. */
  readonly widths: readonly number[]
  readonly ambiguousWidth: AmbiguousWidth
  readonly paint: Pick<Paint, 'faint'>
  /** Without lines between rows, but one below the header. */
  readonly compact?: boolean
}

/** What each column of a table takes beside its text: a blank on either side and a border. */
export const COLUMN_EXTRA = 3

/**
 * Draws a table whose borders are straight in every terminal. cli-table3 measures text in its own
 * way, drops what it takes for too long and takes time with the square of a cell's text, so it never
 * sees the text: each line goes in as one private-use character, and comes back afterwards in place
 * of that and of as many blanks behind it as it needs.
 */
export const drawTable = (rows: readonly (readonly DrawnCell[])[], shape: TableShape): string => {
  const { widths, ambiguousWidth, paint, compact = false } = shape
  const lines: string[] = []
  const standInFor = (line: string): string => {
    if (line === '') return ''
    lines.push(line)
    return String.fromCodePoint(FIRST_STAND_IN + lines.length - 1)
  }
  const contentOf = (cell: DrawnCell): string => cell.lines.map(standInFor).join('\n')
  const [first = [], ...others] = rows
  const table = new Table({
    colWidths: widths.map((width) => width + COLUMN_EXTRA - 1),
    // Frames are of ambiguous width themselves.
    ...(ambiguousWidth === 2 ? { chars: ASCII_FRAME } : {}),
    ...(compact ? { head: first.map(contentOf) } : {}),
    style: { head: [], border: [], 'padding-left': 1, 'padding-right': 1, compact },
  })
  for (const row of compact ? others : rows) {
    table.push(
      row.map((cell) => ({
        content: contentOf(cell),
        colSpan: cell.columns ?? 1,
        rowSpan: cell.rows ?? 1,
      })),
    )
  }
  return table
    .toString()
    .replace(FRAME, (frame) => paint.faint(frame))
    .replace(STAND_IN, (_, standIn: string, blanks: string) => {
      const line = lines[(standIn.codePointAt(0) as number) - FIRST_STAND_IN] as string
      return line + blanks.slice(Math.max(0, textWidth(line, ambiguousWidth) - 1))
    })
}

/** The most lines of text that one table can hold: planes 15 and 16 of Unicode. */
export const MOST_LINES = 0x1fffd

const FIRST_STAND_IN = 0xf0000
const STAND_IN = /([\u{f0000}-\u{10ffff}])( *)/gu
const FRAME = /[─│┌┐└┘├┤┬┴┼]+/g

const ASCII_FRAME = {
  top: '-',
  'top-mid': '+',
  'top-left': '+',
  'top-right': '+',
  bottom: '-',
  'bottom-mid': '+',
  'bottom-left': '+',
  'bottom-right': '+',
  left: '|',
  'left-mid': '+',
  mid: '-',
  'mid-mid': '+',
  right: '|',
  'right-mid': '+',
  middle: '|',
} as const

/** Text at both ends of a line of `width` columns; on two lines where one is too short. */
export const spread = (
  left: readonly string[],
  right: string,
  width: number,
  ambiguousWidth: AmbiguousWidth,
): string[] => {
  const last = left.at(-1) ?? ''
  const gap = width - textWidth(right, ambiguousWidth)
  if (textWidth(last, ambiguousWidth) + 2 <= gap) {
    return [...left.slice(0, -1), padEnd(last, gap, ambiguousWidth) + right]
  }
  return [...left, ' '.repeat(Math.max(0, gap)) + right]
}
