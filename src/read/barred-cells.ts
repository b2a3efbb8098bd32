import type { Source } from '../source/source.ts'
import type { Span } from '../source/span.ts'
import { SpannedText } from '../source/spanned-text.ts'
import type { Block, Cell, Grid } from './grid.ts'
import { nextBar, readMarkdownCell, splitAtBars } from './markdown.ts'

/** Of a long file, this much of its beginning tells. */
const SAMPLE = 65_536

/** Fewer lines with a bar may be the menu of a page. */
const FEWEST_CELLS = 12

/**
 * Whether nearly all bars stand one in a line, at its start or its end: cells that a converter has put in lines of their own, with
 * nothing to tell where a row ends.
 */
export const looksLikeBarredCells = (text: string): boolean => {
  const sample = text.slice(0, SAMPLE)
  let [cells, others] = [0, 0]
  for (const line of sample.split(/[\r\n]+/)) {
    const parts = splitAtBars(line, 0, line.length)
    // Behind a cell, in front of it, or on a line of its own.
    if (parts.length === 2 && parts.some(({ start, end }) => line.slice(start, end).trim() === '')) cells += 1
    else if (parts.length > 1) others += 1
  }
  return cells >= FEWEST_CELLS && others * MOST_OTHERS <= cells
}

/** One line in so many may have more bars. */
const MOST_OTHERS = 20

/** Each cell that a bar ends as a line of text, however many lines it had; what stands in front of the first as it is. */
export const readBarredCells = ({ text }: Source): Grid => {
  const blocks: Block[] = []
  for (let at = 0; at < text.length; ) {
    const end = nextBar(text, at, text.length)
    const hasBar = end < text.length
    const lines = linesIn(text, at, end)
    const last = !hasBar || lines.length === 0 ? lines.length : startOfCell(text, lines, at === 0)
    for (const line of lines.slice(0, last)) blocks.push(blockOf(text, [line], line))
    const own = lines.slice(last)
    const from = own[0]?.start ?? end
    if (hasBar) blocks.push(blockOf(text, own, { start: from, end: end + 1 }, { start: end, end: end + 1 }))
    at = end + 1
  }
  return { blocks }
}

/** The lines of a stretch of text that say something. */
const linesIn = (text: string, from: number, to: number): readonly Span[] => {
  const lines: Span[] = []
  for (let start = from; start < to; ) {
    LINE_END.lastIndex = start
    const end = Math.min(to, LINE_END.exec(text)?.index ?? to)
    if (text.slice(start, end).trim() !== '') lines.push({ start, end })
    start = end + 1
  }
  return lines
}

const LINE_END = /[\r\n]/g

const BLANK_LINE = /\n\s*\n|\r\s*\r/

/** With which of some lines the cell begins that ends with the last one: text of a page may stand in front of it. */
const startOfCell = (text: string, lines: readonly Span[], isFirst: boolean): number => {
  let first = lines.length - 1
  if (isFirst) return first
  for (; first > 0; first -= 1) {
    const [before, own] = [lines[first - 1] as Span, lines[first] as Span]
    if (BLANK_LINE.test(text.slice(before.end, own.start))) break
  }
  return first
}

/** Lines as the one cell that they are; a blank one leaves only its bar. */
const blockOf = (text: string, lines: readonly Span[], span: Span, bar?: Span): Block => {
  const markup = bar === undefined ? [] : [bar]
  const fragments = lines.map((line) => readMarkdownCell(text, line))
  const marks = [...fragments.flatMap((fragment) => [...fragment.markup]), ...markup]
  const filled = fragments.filter((fragment) => !fragment.text.isBlank)
  if (filled.length === 0) return { kind: 'gap', markup: marks }
  const joined = filled.reduce<SpannedText | undefined>(
    (whole, { text: next }) =>
      whole === undefined ? next : SpannedText.join([whole, next], jointOf(whole.text, next.text)),
    undefined,
  )
  const cell: Cell = {
    text: joined as SpannedText,
    span,
    markup: marks,
    unclosed: filled.at(-1)?.unclosed ?? false,
  }
  return { kind: 'text', cell }
}

/** A sentence and an item of a list begin a paragraph; Chinese words run on, others are apart. */
const jointOf = (before: string, after: string): string => {
  if (
    /[。;；!！?？:：]$/.test(before) ||
    /^\s*(?:\d{1,2}[.、．]|[(（]?[一二三四五六七八九十\d]{1,3}[)）、])/.test(after)
  )
    return '\n'
  return /[A-Za-z]$/.test(before) && /^[A-Za-z]/.test(after) ? ' ' : ''
}
