import { mapped } from '../collect.ts'
import type { Heading, IrregularRow, Leftover } from '../model/disclosure.ts'
import type { DraftProject } from '../model/draft.ts'
import type { Block, Row } from '../read/grid.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import type { Columns } from './align.ts'
import { cellHeaderAt, cellHeaders, headlessColumns, isRowHeader, withAmount } from './columns.ts'
import { extended, goesOn, isOutlineItem } from './continued.ts'
import { joinBrokenRows } from './cut-rows.ts'
import { findNextTitle } from './front-matter.ts'
import { type HeaderCells, joinHeaderRows } from './header-rows.ts'
import { Entries, emptyProject } from './hierarchy.ts'
import type { Layout, Part, Table } from './layout.ts'
import { agencyRole, isSignature, totalName } from './row-roles.ts'
import { type Header, headerOf, type Slots, slotsOf } from './slots.ts'

/**
 * L1: one row per project, all its goals in one cell and all its indicators in another; rows of
 * totals, departments and agencies above. Pages repeat the header; a project may go on after one.
 */
export const singleCell: Layout = {
  id: 'single-cell',
  highest: 0.9,

  score: (blocks) => {
    if (blocks.some((_, at) => cellHeaderAt(blocks, at) !== undefined)) return 0.9
    return headlessColumns(rowsOf(blocks)) === undefined ? 0 : 0.5
  },

  read: (blocks): Part => {
    const headers = cellHeaders(blocks)
    const headerOf = (row: Row): Columns | undefined => headers.get(row)
    const reader = new TableReader(headerOf, headers.size > 0 ? undefined : headlessColumns(rowsOf(blocks)))
    reader.read(joinBrokenRows(blocks, headerOf))
    const { tables, leftovers, irregularRows } = reader
    return { tables, leftovers, irregularRows, truncated: isCutOff(blocks, reader) }
  },
}

const rowsOf = (blocks: readonly Block[]): readonly Row[] => blocks.filter((block) => block.kind === 'row')

/** Whether the input ends inside a row. */
const isCutOff = (blocks: readonly Block[], { columns, lastProject }: TableReader): boolean => {
  const last = blocks.findLast((block) => block.kind !== 'gap')
  if (last?.kind !== 'row' || columns === undefined) return false
  return last.cells.length < columns.length && lastProject !== undefined
}

interface OpenTable extends Table {
  readonly front: SpannedText[]
  readonly headings: Heading[]
}

/** Reads blocks row by row into tables. */
class TableReader {
  readonly tables: OpenTable[] = []
  readonly leftovers: Leftover[] = []
  readonly irregularRows: IrregularRow[] = []
  #header: Header | undefined
  #headerRow: Row | undefined
  /** The header was the last thing read. */
  #afterHeader = false
  /** Something that is no row stands between this row and the last: a header, a blank line, a note. */
  #afterBreak = false
  /** Text since the last row, which may be the title of a new table. */
  #lines: SpannedText[] = []

  readonly #recognize: (row: Row) => Columns | undefined

  /** `recognize`: the columns of a row that is a header; `columns`: of a table without any. */
  constructor(recognize: (row: Row) => Columns | undefined, columns: Columns | undefined) {
    this.#recognize = recognize
    if (columns !== undefined) {
      this.#header = headerOf(columns, [])
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
    return this.tables.at(-1)?.entries.lastProject
  }

  get #entries(): Entries {
    return (this.tables.at(-1) as OpenTable).entries
  }

  #openTable(front: readonly SpannedText[]): void {
    this.tables.push({ title: findNextTitle(front), front: [...front], headings: [], entries: new Entries() })
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
      this.#entries.replaceLast(
        extended(project, isIndicators ? [] : [{ text, term: undefined }], isIndicators ? [text] : []),
      )
      return
    }
    this.#lines.push(text)
    this.#afterBreak = true
  }

  #readRow(row: Row): void {
    const columns = this.#recognize(row)
    if (columns !== undefined) {
      this.#readHeader(row, withAmount(columns))
      return
    }
    const header = this.#header
    const filled = row.cells.filter((cell) => !cell.text.isBlank)
    if (filled.length === 0) return
    if (header === undefined || isSignature(row)) {
      for (const { text } of filled) this.#lines.push(text)
      return
    }
    const both = this.#joinedHeader(row)
    if (both !== undefined) {
      this.#header = headerOf(withAmount(both.columns), both.labels)
      ;(this.tables.at(-1) as OpenTable).headings.push(...both.headings.slice(-filled.length))
      this.#afterHeader = false
      return
    }
    this.#leaveLines()
    const slots = slotsOf(row, header)
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
    } else this.#leaveLines()
    this.#header = headerOf(
      columns,
      mapped(row.cells, ({ text }) => text),
    )
    this.#headerRow = row
    this.#addHeadings(row, columns)
    this.#afterBreak = true
    this.#afterHeader = true
  }

  /** The header with the row right under it: 合计, 财政拨款 below a wide 预算金额. */
  #joinedHeader(row: Row): HeaderCells | undefined {
    if (!this.#afterHeader || this.#headerRow === undefined) return undefined
    const both = joinHeaderRows(this.#headerRow, row, 0)
    return both === undefined || isRowHeader(both.columns) ? undefined : both
  }

  #addHeadings(row: Row, columns: Columns): void {
    for (const [i, { text }] of row.cells.entries()) {
      if (!text.isBlank) (this.tables.at(-1) as OpenTable).headings.push({ text, role: columns[i] })
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
    const { row, code, name, amount, goals, indicators, funding, money, period } = slots
    const total = totalName(slots)
    if (total !== undefined) {
      this.#entries.push({ kind: 'total', total: { span: row.span, name: total, amount } })
      this.#leave(
        [
          ...(code === total ? [] : [code]),
          ...(name === total ? [] : [name]),
          ...(slots.agency === total ? [] : [slots.agencyCode, slots.agency]),
        ],
        'label',
      )
      this.#leave([...mapped(goals, ({ text }) => text), ...indicators], 'unplaced')
      this.#leaveFunding(slots)
      return
    }
    const hasContent = goals.length > 0 || indicators.length > 0
    if (slots.agency !== undefined && !this.#entries.enterAgency(slots.agency, slots))
      this.#leave([slots.agencyCode, slots.agency], 'column')
    if (name.isBlank && slots.agency !== undefined && !hasContent) {
      this.#leaveFunding(slots)
      return
    }
    const role = hasContent ? undefined : agencyRole(slots, this.#header?.columns ?? [])
    if (role !== undefined) {
      this.#entries.push({
        kind: 'agency',
        agency: { role, hasRow: true, span: row.span, code, name, amount },
      })
      this.#leaveFunding(slots)
      return
    }
    const previous = this.lastProject
    if (previous !== undefined && goesOn(slots, previous, this.#afterBreak)) {
      this.#entries.replaceLast(extended(previous, goals, indicators))
      // A repeated name and its line belong to the project that goes on.
      this.#leave([code, name, amount], 'label')
      this.#leaveFunding(slots)
      return
    }
    this.#entries.push({
      kind: 'project',
      project: { ...emptyProject(row.span, name), code, amount, goals, indicators, funding, money, period },
    })
  }

  #leaveFunding({ funding, money, period }: Slots): void {
    this.#leave(
      [...mapped(funding, ({ amount }) => amount), ...mapped(money, ({ text }) => text), period],
      'column',
    )
  }

  #leave(texts: readonly (SpannedText | undefined)[], reason: Leftover['reason']): void {
    for (const text of texts) if (text !== undefined && !text.isBlank) this.leftovers.push({ text, reason })
  }
}
