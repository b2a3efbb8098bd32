import type { Source } from '../source/source.ts'
import type { Span } from '../source/span.ts'
import { SpannedText } from '../source/spanned-text.ts'
import { type BarLine, brokenRows } from './broken-bars.ts'
import { blockOf, readLine, TABS } from './delimited.ts'
import { withoutBold, withoutEscapes } from './emphasis.ts'
import { readFragment } from './fragment.ts'
import { type Block, type Cell, type Grid, joinedCell, type Row } from './grid.ts'

/** Of a long file, this much of its beginning tells. */
const SAMPLE = 65_536

/**
 * Whether the text has a table made with bars: a row with a rule under it, a drawn one, or lines of the
 * same three cells or more that are most of the text.
 */
export const looksLikeMarkdownTable = (text: string): boolean => {
  const sample = text.slice(0, SAMPLE)
  const widths = new Map<number, number>()
  let [lines, rows] = [0, 0]
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
    if (width < 3) continue
    rows += 1
    widths.set(width, (widths.get(width) ?? 0) + 1)
  }
  const most = Math.max(0, ...widths.values())
  // A form has rows of several widths, and tables of more than one.
  const mayBeRows = (most >= 2 && most * 2 >= lines) || (most >= FEWEST_ALIKE && rows * 2 >= lines)
  return mayBeRows || brokenRowsIn(sample).size >= FEWEST_BROKEN
}

/** So many lines with as many bars are rows, even where others have more or fewer. */
const FEWEST_ALIKE = 6

/** So many rows of one width that line ends break are no chance. */
const FEWEST_BROKEN = 2

const brokenRowsIn = (text: string): ReadonlyMap<number, number> => {
  if (text.includes('\t')) return new Map()
  const lines: BarLine[] = []
  for (let at = 0; at < text.length; ) {
    const { span, parts, next, isRule, isBorder } = readMarkdownLine(text, at)
    if (isRule || isBorder) return new Map()
    const filled = parts.filter((part) => text.slice(part.start, part.end).trim() !== '')
    const isPair = parts.length === 2 && filled.length === 2
    const isBegun = parts[0]?.start === parts[0]?.end
    const words = isBegun ? 'front' : filled.length === 0 ? 'none' : 'some'
    lines.push({ ...span, bars: Math.max(0, parts.length - 1), isPair, words })
    at = next
  }
  return brokenRows(lines)
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

  /** Where rows end that several lines make. */
  readonly #ends: ReadonlyMap<number, number>

  constructor(text: string) {
    this.#text = text
    this.#ends = brokenRowsIn(text)
    this.#line = readMarkdownLine(text, 0, this.#ends.get(0))
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
    this.#line = readMarkdownLine(this.#text, at, this.#ends.get(at))
  }

  #peek(): MarkdownLine {
    return readMarkdownLine(this.#text, this.#line.next, this.#ends.get(this.#line.next))
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
    // A label and its value, over another or over the table.
    const isPair = parts.length === 2 && !parts.some((part) => this.#isBlank(part))
    const next = this.#peek()
    return parts.length > 2 || next.isRule || (isPair && next.parts.length > 1)
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

/** The lines of one drawn row as a row: in each column, what stands under each other. */
const joinLines = (lines: readonly (readonly Cell[])[]): readonly Cell[] => {
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0)
  return Array.from({ length: width }, (_, column) => joinCells(lines.flatMap((line) => line[column] ?? [])))
}

const joinCells = (cells: readonly Cell[]): Cell => {
  const filled = cells.filter((cell) => !cell.text.isBlank)
  const texts = (filled.length > 0 ? filled : cells.slice(0, 1)).map(({ text }) => text)
  return joinedCell(cells, SpannedText.join(texts, '\n'))
}

/** One line of Markdown, and what it is as a line of a table. */
interface MarkdownLine {
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

/** The line that begins at `start`; a row of several lines ends `from` there on. */
const readMarkdownLine = (text: string, start: number, from = start): MarkdownLine => {
  LINE_END.lastIndex = from
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

/** The parts of a line before, between and behind its bars; none where it has no bar. */
export const splitAtBars = (text: string, start: number, end: number): Span[] => {
  const parts: Span[] = []
  let from = start
  for (let at = nextBar(text, from, end); at < end; at = nextBar(text, from, end)) {
    parts.push({ start: from, end: at })
    from = at + 1
  }
  return from === start ? [] : [...parts, { start: from, end }]
}

/** Where the next bar stands that has no backslash in front of it; `end` where none does. */
export const nextBar = (text: string, from: number, end: number): number => {
  for (let at = from; at < end; at += 1) {
    const character = text.charAt(at)
    if (character === '\\') at += 1
    else if (BARS.has(character)) return at
  }
  return end
}

const BARS: ReadonlySet<string> = new Set('|│┃║')

const isRuleLine = (line: string): boolean => /^[\s|│┃║:─━═-]+$/.test(line) && /[-─━═]/.test(line)

/** Corners and lines, nothing else. */
const isBorderLine = (line: string): boolean =>
  /^\s*(?:\+[-=:+]{2,}|[┌├└╔╠╚┏┣┗╭╰][─━═┬┼┴╦╬╩┳╋┻╤╪╧╥╫╨]+[┐┤┘╗╣╝┓┫┛╮╯])\s*$/.test(line)
