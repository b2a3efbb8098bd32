import type { Source } from '../source/source.ts'
import type { Span } from '../source/span.ts'
import { blockOf, readLine, TABS } from './delimited.ts'
import type { Block, Cell, Grid, Row } from './grid.ts'
import { joinLines, readMarkdownCell } from './markdown-cell.ts'
import { type MarkdownLine, readMarkdownLine } from './markdown-lines.ts'

/** Of a long file, this much of its beginning tells. */
const SAMPLE = 65_536

/**
 * Whether the text has a table made with bars: a row with a rule under it, a drawn one, or lines of the
 * same three cells or more that are most of the text.
 */
export const looksLikeMarkdownTable = (text: string): boolean => {
  const sample = text.slice(0, SAMPLE)
  const widths = new Map<number, number>()
  let lines = 0
  let before: MarkdownLine | undefined
  for (let at = 0; at < sample.length; ) {
    const line = readMarkdownLine(sample, at)
    at = line.next
    if (isUnder(before, line)) return true
    before = line
    const printed = sample.slice(line.span.start, line.span.end)
    if (printed.trim() === '') continue
    lines += 1
    const width = printed.includes('\t') ? 0 : line.parts.length
    if (width >= 3) widths.set(width, (widths.get(width) ?? 0) + 1)
  }
  const most = Math.max(0, ...widths.values())
  return most >= 2 && most * 2 >= lines
}

/** Whether the two lines are a header and its rule, or a border and the row below. */
const isUnder = (before: MarkdownLine | undefined, line: MarkdownLine): boolean => {
  if (before === undefined) return false
  if (before.isBorder) return line.parts.length > 1
  return line.isRule && !before.isRule && line.parts.length === before.parts.length
}

/**
 * Markdown, and other text with bars between the cells. Lines without bars are read as in tab-separated
 * text.
 */
export const readMarkdown = (source: Source): Grid => new MarkdownReader(source.text).read()

class MarkdownReader {
  readonly #text: string
  readonly #blocks: Block[] = []
  #at = 0
  #line: MarkdownLine
  /** Rules read since the last cell. */
  #markup: Span[] = []
  /** The first row of the table that is being read: it shows whether bars enclose the rows. */
  #header: MarkdownLine | undefined
  #rows = 0

  constructor(text: string) {
    this.#text = text
    this.#line = readMarkdownLine(text, 0)
  }

  read(): Grid {
    while (this.#at < this.#text.length) {
      if (this.#line.isBorder && this.#peek().parts.length > 1) this.#readDrawing()
      else if (this.#isRule()) this.#takeRule()
      else if (this.#isRow()) this.#readRow()
      else this.#readOther()
    }
    this.#leaveTable()
    return { blocks: this.#blocks }
  }

  #goTo(at: number): void {
    this.#at = at
    this.#line = readMarkdownLine(this.#text, at)
  }

  #peek(): MarkdownLine {
    return readMarkdownLine(this.#text, this.#line.next)
  }

  /** Right under the first row `|-|-|` will do; elsewhere these may be amounts of nothing. */
  #isRule(): boolean {
    if (!this.#line.isRule) return false
    if (this.#rows === 1 && this.#markup.length === 0) return true
    const { start, end } = this.#line.span
    return !SHORT_DASHES.test(this.#text.slice(start, end))
  }

  #isRow(): boolean {
    const { span, parts } = this.#line
    if (parts.length === 0) return false
    if (parts.every((part) => this.#isBlank(part)) && parts.length === 2) return false
    if (this.#header !== undefined || this.#isBlank(parts[0] as Span)) return true
    if (this.#text.slice(span.start, span.end).includes('\t')) return false
    return parts.length > 2 || this.#peek().isRule
  }

  #isBlank({ start, end }: Span): boolean {
    return this.#text.slice(start, end).trim() === ''
  }

  #takeRule(): void {
    this.#markup.push(this.#line.span)
    this.#goTo(this.#line.next)
  }

  #readRow(): void {
    this.#header ??= this.#line
    this.#push(this.#cellsOf(this.#line), this.#line.span)
    this.#goTo(this.#line.next)
  }

  #readOther(): void {
    this.#leaveTable()
    const line = readLine(this.#text, this.#at, TABS)
    this.#blocks.push(blockOf(this.#text, line, TABS))
    this.#goTo(line.next)
  }

  /** A drawn table. With lines between all rows, one row may take several lines. */
  #readDrawing(): void {
    this.#leaveTable()
    const groups: MarkdownLine[][] = []
    const borders: Span[][] = []
    while (this.#at < this.#text.length && (this.#line.isBorder || this.#line.parts.length > 1)) {
      if (this.#line.isBorder || groups.length === 0) {
        groups.push([])
        borders.push([])
      }
      if (this.#line.isBorder) borders.at(-1)?.push(this.#line.span)
      else groups.at(-1)?.push(this.#line)
      this.#goTo(this.#line.next)
    }
    const joinsLines = groups.length > 3 && groups.every((group) => group.length <= MOST_LINES)
    for (const [i, group] of groups.entries()) {
      this.#markup.push(...(borders[i] ?? []))
      this.#header ??= group[0]
      if (joinsLines && group.length > 1) this.#pushGroup(group)
      else for (const line of group) this.#push(this.#cellsOf(line), line.span)
    }
    this.#leaveTable()
  }

  #pushGroup(group: readonly MarkdownLine[]): void {
    const start = (group[0] as MarkdownLine).span.start
    const end = (group.at(-1) as MarkdownLine).span.end
    this.#push(joinLines(group.map((line) => this.#cellsOf(line))), { start, end })
  }

  #push(cells: readonly Cell[], span: Span): void {
    const [first, ...others] = cells
    if (first === undefined) return
    const row: Row = {
      kind: 'row',
      span,
      cells: [{ ...first, markup: [...this.#markup, ...first.markup] }, ...others],
    }
    this.#markup = []
    this.#rows += 1
    this.#blocks.push(row)
  }

  /** Each cell with the bar before it, the last one with the bar behind too. */
  #cellsOf({ parts }: MarkdownLine): Cell[] {
    const header = (this.#header ?? this.#line).parts
    const first = this.#isBlank(header[0] as Span) && this.#isBlank(parts[0] as Span) ? 1 : 0
    const isClosed = this.#isBlank(header.at(-1) as Span) && this.#isBlank(parts.at(-1) as Span)
    const stop = isClosed && parts.length - 1 > first ? parts.length - 1 : parts.length
    return parts.slice(first, stop).map((part, i) => {
      const cell = readMarkdownCell(this.#text, part)
      const behind = first + i + 1 === stop ? barsIn(parts.slice(stop - 1)) : []
      return {
        ...cell,
        markup: [
          ...barsIn(parts.slice(Math.max(0, first + i - 1), first + i + 1)),
          ...cell.markup,
          ...behind,
        ],
      }
    })
  }

  #leaveTable(): void {
    if (this.#markup.length > 0) this.#blocks.push({ kind: 'gap', markup: this.#markup })
    this.#markup = []
    this.#header = undefined
    this.#rows = 0
  }
}

const SHORT_DASHES = /(?<![-─━═])[-─━═]{1,2}(?![-─━═])/

/** More lines than this are no row of a drawn table. */
const MOST_LINES = 200

/** The bars between the parts of a line. */
const barsIn = (parts: readonly Span[]): Span[] =>
  parts.slice(1).map(({ start }, i) => ({ start: (parts[i] as Span).end, end: start }))
