import { cover, type Span } from '../source/span.ts'
import { readFragment } from './fragment.ts'
import type { Block, Cell, Grid, Row, TextBlock } from './grid.ts'
import { readLines } from './html-lines.ts'
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
