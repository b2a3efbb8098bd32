import { cover, type Span } from '../source/span.ts'
import { SpannedText } from '../source/spanned-text.ts'
import { readFragment } from './fragment.ts'
import type { Cell } from './grid.ts'

/** One cell of a Markdown table, `span` of `text`: tags, `\|`, and `**` around whole paragraphs. */
export const readMarkdownCell = (text: string, span: Span): Cell => {
  const fragment = readFragment(text, span)
  const escaped = withoutEscapes(fragment.text)
  const bold = withoutBold(escaped.text)
  return {
    text: bold.text,
    span,
    markup: [...fragment.markup, ...escaped.markup, ...bold.markup],
    unclosed: fragment.unclosed,
  }
}

interface Stripped {
  readonly text: SpannedText
  readonly markup: readonly Span[]
}

/** Only the bar needs its backslash in a table; others are the author's. */
const withoutEscapes = (text: SpannedText): Stripped =>
  text.text.includes('\\|') ? without(text, /\\(?=\|)/g, 1) : { text, markup: [] }

/**
 * `**` around a whole paragraph, or around its beginning up to a colon or a blank; any other is of the
 * text: forms print `(≥**株)` where a number is to be filled in.
 */
const BOLD = /^([^\S\r\n\u2028\u2029]*)\*\*(?=[^\s*])([^*\n]*[^\s*])\*\*(?=\s|[:：]|$)/gm

const withoutBold = (text: SpannedText): Stripped =>
  text.text.includes('**') ? without(text, BOLD, 2) : { text, markup: [] }

/** No cell has more marks to take out; the limit keeps the work bounded. */
const MOST_MARKS = 500

/**
 * Without the marks of `length` characters that the matches begin with, behind the blanks in their first
 * group, and, where there is a second group, end with.
 */
const without = (whole: SpannedText, pattern: RegExp, length: number): Stripped => {
  const matches = [...whole.text.matchAll(pattern)]
  if (matches.length === 0 || matches.length > MOST_MARKS) return { text: whole, markup: [] }
  const kept: SpannedText[] = []
  const markup: Span[] = []
  let at = 0
  const drop = (start: number): void => {
    kept.push(whole.slice(at, start))
    at = start + length
    markup.push(whole.slice(start, at).span)
  }
  for (const match of matches) {
    drop(match.index + (match[1]?.length ?? 0))
    if (match[2] !== undefined) drop(match.index + match[0].length - length)
  }
  kept.push(whole.slice(at))
  return { text: SpannedText.join(kept).trim(), markup }
}

/** The lines of one drawn row as a row: in each column, what stands under each other. */
export const joinLines = (lines: readonly (readonly Cell[])[]): readonly Cell[] => {
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0)
  return Array.from({ length: width }, (_, column) => joinCells(lines.flatMap((line) => line[column] ?? [])))
}

const joinCells = (cells: readonly Cell[]): Cell => {
  const filled = cells.filter((cell) => !cell.text.isBlank)
  const texts = (filled.length > 0 ? filled : cells.slice(0, 1)).map(({ text }) => text)
  return {
    text: SpannedText.join(texts, '\n'),
    span: cells.map(({ span }) => span).reduce(cover),
    markup: cells.flatMap(({ markup }) => [...markup]),
    unclosed: cells.at(-1)?.unclosed ?? false,
  }
}
