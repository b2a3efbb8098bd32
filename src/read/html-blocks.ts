import { cover, type Span } from '../source/span.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { readFragment } from './fragment.ts'
import type { Block, Cell, Grid, Row, TextBlock } from './grid.ts'
import type { HtmlCell, HtmlTable } from './html-tables.ts'
import { placeCells, type SpanningCell } from './place-cells.ts'

/** Puts the tables of a page and the text between them into a grid, from the top down. */
export class HtmlBlocks {
  readonly #page: string
  readonly #blocks: Block[] = []
  /** Everything before has been read. */
  #at = 0
  /** Tags read since the last cell or line. */
  #markup: Span[] = []

  /** `page`: with line ends as blanks and nothing but the tags of cells. */
  constructor(page: string) {
    this.#page = page
  }

  /** A table, and before it the text that has not been read yet. */
  addTable({ span, rows }: HtmlTable): void {
    this.#add(this.#linesUntil(span.start))
    const texts: (readonly (Row | TextBlock)[])[] = []
    const cells = rows.map((row) => {
      const before: (Row | TextBlock)[] = []
      const read = row.map((cell) => {
        for (const line of this.#linesUntil(cell.span.start)) before.push(line)
        return this.#readCell(cell)
      })
      texts.push(before)
      return read
    })
    for (const [i, row] of placeCells(cells).entries()) {
      this.#add(texts[i] as readonly Block[])
      if (row.cells.length > 0) this.#blocks.push(row)
    }
    this.#add(this.#linesUntil(span.end))
    this.#blocks.push({ kind: 'gap', markup: this.#takeMarkup(), endsTable: true })
  }

  finish(): Grid {
    this.#add(this.#linesUntil(this.#page.length))
    if (this.#markup.length > 0) this.#blocks.push({ kind: 'gap', markup: this.#takeMarkup() })
    return { blocks: this.#blocks }
  }

  /** One by one: a call can't take as many arguments as a page may have lines. */
  #add(blocks: readonly Block[]): void {
    for (const block of blocks) this.#blocks.push(block)
  }

  #readCell({ span, content, columns, rows }: HtmlCell): SpanningCell {
    const { text, markup } = readFragment(this.#page, content)
    const tags = [{ start: span.start, end: content.start }]
    const close = content.end < span.end ? [{ start: content.end, end: span.end }] : []
    this.#at = span.end
    const isCutOff = span.end === this.#page.length && close.length === 0
    const all = [...this.#takeMarkup(), ...tags, ...markup, ...close]
    return { cell: { text, span, markup: all, unclosed: isCutOff }, columns, rows }
  }

  /** The text from the last place to `end`, one block for each line of it. */
  #linesUntil(end: number): (Row | TextBlock)[] {
    const start = this.#at
    this.#at = Math.max(start, end)
    if (start >= end) return []
    const fragment = readFragment(this.#page, { start, end })
    const markup = [...fragment.markup]
    let used = 0
    const blocks = readLines(fragment.text).map((block) => {
      const first = used
      const { span } = block.kind === 'row' ? block : block.cell
      while (used < markup.length && (markup[used] as Span).start < span.end) used += 1
      return withMarkup(block, [...this.#takeMarkup(), ...markup.slice(first, used)])
    })
    for (const tag of markup.slice(used)) this.#markup.push(tag)
    return blocks
  }

  #takeMarkup(): readonly Span[] {
    const markup = this.#markup
    this.#markup = []
    return markup
  }
}

/** Tags belong to the line that follows them, its first cell. */
const withMarkup = (block: Row | TextBlock, markup: readonly Span[]): Row | TextBlock => {
  if (block.kind === 'text') {
    const span = markup.reduce(cover, block.cell.span)
    return { kind: 'text', cell: { ...block.cell, span, markup: [...markup, ...block.cell.markup] } }
  }
  const [first, ...others] = block.cells as readonly [Cell, ...Cell[]]
  return { ...block, cells: [{ ...first, markup: [...markup, ...first.markup] }, ...others] }
}

/**
 * The lines of text outside tables. Lines with tabs, which only preformatted text has, are rows, and so
 * are lines one after another with two bars or more: tables that were pasted as text.
 */
const readLines = (text: SpannedText): readonly (Row | TextBlock)[] => {
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
