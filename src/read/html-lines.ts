import type { Span } from '../source/span.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import type { Cell, Row, TextBlock } from './grid.ts'

/**
 * The lines of text outside tables. Lines with tabs, which only preformatted text has, are rows, and so
 * are lines one after another with two bars or more: tables that were pasted as text.
 */
export const readLines = (text: SpannedText): readonly (Row | TextBlock)[] => {
  const lines = splitAt(text, '\n')
    .map((line) => line.trim())
    .filter((line) => line.text !== '')
  const parts = lines.map((line) => (line.text.includes('\t') ? [] : splitAt(line, '|')))
  const blocks: (Row | TextBlock)[] = []
  for (let at = 0; at < lines.length; ) {
    let end = at
    while (areOfOneTable(parts[at], parts[end])) end += 1
    if (end - at > 1) {
      for (const row of rowsOf(parts.slice(at, end))) blocks.push(row)
      at = end
    } else {
      blocks.push(readLine(lines[at] as SpannedText))
      at += 1
    }
  }
  return blocks
}

/** As many parts, or bars at both ends in both; two bars at least. */
const areOfOneTable = (first: readonly SpannedText[] = [], other: readonly SpannedText[] = []): boolean =>
  first.length > 2 &&
  other.length > 2 &&
  (first.length === other.length || isEnclosed(first) === isEnclosed(other))

const isEnclosed = (parts: readonly SpannedText[]): boolean =>
  parts[0]?.isBlank === true && parts.at(-1)?.isBlank === true

const splitAt = (text: SpannedText, mark: string): SpannedText[] => {
  let at = 0
  return text.text.split(mark).map((part) => {
    const slice = text.slice(at, at + part.length)
    at += part.length + mark.length
    return slice
  })
}

const readLine = (line: SpannedText): Row | TextBlock => {
  const cells = splitAt(line, '\t').map(cellOf)
  if (cells.length > 1) return { kind: 'row', span: line.span, cells }
  return { kind: 'text', cell: cells[0] as Cell }
}

const cellOf = (text: SpannedText): Cell => ({
  text: text.trim(),
  span: text.span,
  markup: [],
  unclosed: false,
})

/** Lines between bars. Where the first begins or ends with one, it stands for the side of the table. */
const rowsOf = (lines: readonly (readonly SpannedText[])[]): Row[] => {
  const header = lines[0] as readonly SpannedText[]
  return lines.map((parts) => {
    const start = header[0]?.isBlank && parts[0]?.isBlank ? 1 : 0
    const isEnded = header.at(-1)?.isBlank && parts.at(-1)?.isBlank
    const end = isEnded ? parts.length - 1 : parts.length
    const cells = parts.slice(start, end).map((part, i) => {
      const bars = barsIn(parts.slice(Math.max(0, start + i - 1), start + i + 1))
      const side = start + i + 1 === end ? barsIn(parts.slice(end - 1)) : []
      return { ...cellOf(part), markup: [...bars, ...side] }
    })
    const span = { start: (parts[0] as SpannedText).span.start, end: (parts.at(-1) as SpannedText).span.end }
    return { kind: 'row', span, cells }
  })
}

/** The bars between the parts of a line. */
const barsIn = (parts: readonly SpannedText[]): Span[] =>
  parts.slice(1).map(({ span }, i) => ({ start: (parts[i] as SpannedText).span.end, end: span.start }))
