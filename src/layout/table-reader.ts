import type { Heading, IrregularRow, Leftover } from '../model/disclosure.ts'
import type { DraftProject } from '../model/draft.ts'
import type { Block, Row } from '../read/grid.ts'
import { meaning } from '../source/fold.ts'
import { SpannedText } from '../source/spanned-text.ts'
import type { Columns } from './align.ts'
import { goesOnWithHeader, recognizeHeader } from './columns.ts'
import { extended, goesOn, isOutlineItem } from './continued.ts'
import { findNextTitle } from './front-matter.ts'
import type { Entry } from './hierarchy.ts'
import { agencyRole, totalName } from './row-kind.ts'
import { type Header, headerOf, type Slots, slotsOf } from './slots.ts'

/** One table: what stands before it, its header cells of every page, its rows in order. */
export interface Table {
  /** Without blanks and 续表; `undefined` where it has none. */
  readonly title: string | undefined
  /** Lines and cells of text before its first header, its title among them. */
  readonly front: SpannedText[]
  readonly headings: Heading[]
  readonly entries: Entry[]
}

/** Reads blocks row by row into tables. */
export class TableReader {
  readonly tables: Table[] = []
  readonly leftovers: Leftover[] = []
  readonly irregularRows: IrregularRow[] = []
  #header: Header | undefined
  /** The header was the last thing read. */
  #afterHeader = false
  /** Something that is no row stands between this row and the last: a header, a blank line, a note. */
  #afterBreak = false
  /** The agency named last in a column of agencies. */
  #columnAgency = ''
  /** Text since the last row, which may be the title of a new table. */
  #lines: SpannedText[] = []

  /** `columns`: of a table without any header. */
  constructor(columns: Columns | undefined) {
    if (columns !== undefined) {
      this.#header = { columns, terms: [] }
      this.#openTable([])
    }
  }

  read(blocks: readonly Block[]): void {
    for (const block of blocks) {
      if (block.kind === 'gap') this.#afterBreak = true
      else if (block.kind === 'text') this.#readLine(block.cell.text)
      else this.#readRow(block)
    }
    if (this.tables.length === 0) this.#openTable(this.#lines)
    else this.#leaveLines()
  }

  /** The columns of the table read last. */
  get columns(): Columns | undefined {
    return this.#header?.columns
  }

  get lastProject(): DraftProject | undefined {
    const last = this.tables.at(-1)?.entries.at(-1)
    return last?.kind === 'project' ? last.project : undefined
  }

  get #entries(): Entry[] {
    return (this.tables.at(-1) as Table).entries
  }

  #openTable(front: readonly SpannedText[]): void {
    this.tables.push({ title: findNextTitle(front), front: [...front], headings: [], entries: [] })
    this.#lines = []
  }

  /** Text between rows that turned out to be no title of a table belongs to none. */
  #leaveLines(): void {
    for (const text of this.#lines) this.leftovers.push({ text, reason: 'surrounding' })
    this.#lines = []
  }

  #readLine(text: SpannedText): void {
    const project = this.#afterBreak ? undefined : this.lastProject
    if (this.#header !== undefined && project !== undefined && isOutlineItem(text)) {
      const isIndicators = project.indicators.some((cell) => !cell.isBlank)
      this.#replaceLast(
        extended(project, isIndicators ? [] : [{ text, term: undefined }], isIndicators ? [text] : []),
      )
      return
    }
    this.#lines.push(text)
    this.#afterBreak = true
  }

  #readRow(row: Row): void {
    const columns = recognizeHeader(row)
    if (columns !== undefined) {
      this.#readHeader(row, columns)
      return
    }
    const header = this.#header
    const filled = row.cells.filter((cell) => !cell.text.isBlank)
    if (filled.length === 0) return
    if (header === undefined) {
      for (const { text } of filled) this.#lines.push(text)
      return
    }
    if (this.#afterHeader && goesOnWithHeader(row, header.columns)) {
      this.#addHeadings(row, header.columns)
      return
    }
    this.#leaveLines()
    const slots = slotsOf(trimmedTo(row, header.columns.length), header)
    for (const leftover of slots.leftovers) this.leftovers.push(leftover)
    this.#noteIrregular(slots, header.columns)
    this.#readSlots(slots)
    this.#afterBreak = false
    this.#afterHeader = false
  }

  #readHeader(row: Row, columns: Columns): void {
    const title = findNextTitle(this.#lines)
    const isNew = title !== undefined && title !== this.tables.at(-1)?.title
    if (this.tables.length === 0 || isNew) {
      this.#openTable(this.#lines)
      this.#columnAgency = ''
    } else this.#leaveLines()
    this.#header = headerOf(row, columns)
    this.#addHeadings(row, columns)
    this.#afterBreak = true
    this.#afterHeader = true
  }

  #addHeadings(row: Row, columns: Columns): void {
    for (const [i, { text }] of row.cells.entries()) {
      if (!text.isBlank) (this.tables.at(-1) as Table).headings.push({ text, role: columns[i] })
    }
  }

  #noteIrregular({ row, count, name, goals, indicators }: Slots, columns: Columns): void {
    const expected = columns.length
    if (count === expected) return
    // Editors take blank cells off a line's end; on a row without goals nothing is lost by that.
    const onlyTrimmed = count < expected && goals.length === 0 && indicators.length === 0
    if (onlyTrimmed && !name.isBlank && count >= columns.indexOf('amount') + 1) return
    this.irregularRows.push({
      span: row.span,
      cells: count,
      expected,
      name: name.isBlank ? undefined : name,
    })
  }

  #readSlots(slots: Slots): void {
    const { row, code, name, amount, goals, indicators } = slots
    const total = totalName(slots)
    if (total !== undefined) {
      this.#entries.push({ kind: 'total', total: { span: row.span, name: total, amount } })
      this.#leave(
        [...(code === total ? [] : [code]), ...(slots.agency === total ? [] : [slots.agency])],
        'label',
      )
      this.#leave([...goals.map(({ text }) => text), ...indicators], 'unplaced')
      return
    }
    const hasContent = goals.length > 0 || indicators.length > 0
    if (slots.agency !== undefined) this.#enterAgency(slots.agency, slots)
    if (name.isBlank && slots.agency !== undefined && !hasContent) return
    const role = hasContent ? undefined : agencyRole(slots)
    if (role !== undefined) {
      this.#entries.push({ kind: 'agency', agency: { role, span: row.span, code, name, amount } })
      return
    }
    const previous = this.lastProject
    if (previous !== undefined && goesOn(slots, previous, this.#afterBreak)) {
      this.#replaceLast(extended(previous, goals, indicators))
      // A repeated name and its line belong to the project that goes on.
      this.#leave([code, name, amount], 'label')
      return
    }
    this.#entries.push({
      kind: 'project',
      project: { span: row.span, code, name, amount, goals, indicators },
    })
  }

  /** Agencies named in a column of their own: a new name opens a new agency. */
  #enterAgency(text: SpannedText, { row, code, name, amount, goals, indicators }: Slots): void {
    const isRow = name.isBlank && goals.length === 0 && indicators.length === 0
    const isSame = meaning(text.text) === this.#columnAgency
    if (isSame && !isRow) {
      this.#leave([text], 'column')
      return
    }
    this.#columnAgency = meaning(text.text)
    const empty = SpannedText.of([], text.span.end)
    this.#entries.push({
      kind: 'agency',
      agency: {
        role: 'agency',
        span: row.span,
        code: isRow ? code : undefined,
        name: text,
        amount: isRow ? amount : empty,
      },
    })
  }

  #leave(texts: readonly (SpannedText | undefined)[], reason: Leftover['reason']): void {
    for (const text of texts) if (text !== undefined && !text.isBlank) this.leftovers.push({ text, reason })
  }

  #replaceLast(project: DraftProject): void {
    this.#entries[this.#entries.length - 1] = { kind: 'project', project }
  }
}

/** Without blank cells behind the last column: trailing tabs. */
const trimmedTo = (row: Row, width: number): Row => {
  let end = row.cells.length
  while (end > width && row.cells[end - 1]?.text.isBlank === true) end -= 1
  return end === row.cells.length ? row : { ...row, cells: row.cells.slice(0, end) }
}
