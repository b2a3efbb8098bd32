import { mapped } from '../collect.ts'
import type { IrregularRow } from '../model/disclosure.ts'
import type { DraftProject } from '../model/draft.ts'
import type { Block, Row } from '../read/grid.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import type { Columns } from './align.ts'
import { cellHeaderAt, cellHeaders, headlessColumns, isRowHeader, withAmount } from './columns.ts'
import { extended, goesOn, isOutlineItem } from './continued.ts'
import { joinBrokenRows } from './cut-rows.ts'
import { type HeaderCells, joinHeaderRows } from './header-rows.ts'
import { emptyProject } from './hierarchy.ts'
import type { Layout, Part } from './layout.ts'
import { ListBuilder } from './list-builder.ts'
import { ownCells } from './row-cells.ts'
import { isSignatureRow } from './row-roles.ts'
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
    const { list, irregularRows } = reader
    const { tables, leftovers } = list
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

/** Reads blocks row by row into tables. */
class TableReader {
  readonly list = new ListBuilder()
  readonly irregularRows: IrregularRow[] = []
  #header: Header | undefined
  #headerRow: Row | undefined
  /** The header was the last thing read. */
  #afterHeader = false
  /** Something that is no row stands between this row and the last: a header, a blank line, a note. */
  #afterBreak = false

  readonly #recognize: (row: Row) => Columns | undefined

  /** `recognize`: the columns of a row that is a header; `columns`: of a table without any. */
  constructor(recognize: (row: Row) => Columns | undefined, columns: Columns | undefined) {
    this.#recognize = recognize
    if (columns !== undefined) {
      this.#header = headerOf(columns, [])
      this.list.open()
    }
  }

  read(blocks: readonly Block[]): void {
    for (const block of blocks) {
      if (block.kind === 'gap') this.#afterBreak = true
      else if (block.kind === 'text') this.#readLine(block.cell.text)
      else this.#readRow(block)
    }
    this.list.finish()
  }

  /** The columns of the table read last. */
  get columns(): Columns | undefined {
    return this.#header?.columns
  }

  get lastProject(): DraftProject | undefined {
    return this.list.tables.at(-1)?.entries.lastProject
  }

  #readLine(text: SpannedText): void {
    const project = this.#afterBreak ? undefined : this.lastProject
    if (this.#header !== undefined && project !== undefined && isOutlineItem(text)) {
      const isIndicators = project.indicators.some((cell) => !cell.isBlank)
      this.list.entries.replaceLast(
        extended(project, isIndicators ? [] : [{ text, term: undefined }], isIndicators ? [text] : []),
      )
      return
    }
    this.list.line(text)
    this.#afterBreak = true
  }

  #readRow(row: Row): void {
    const columns = this.#recognize(row)
    if (columns !== undefined) {
      this.#readHeader(row, withAmount(columns))
      return
    }
    const header = this.#header
    const filled = ownCells(row)
    if (filled.length === 0) return
    if (header === undefined || isSignatureRow(row)) {
      for (const { text } of filled) this.list.line(text)
      return
    }
    const both = this.#joinedHeader(row)
    if (both !== undefined) {
      this.#header = headerOf(withAmount(both.columns), both.labels)
      for (const heading of both.headings.slice(-filled.length)) this.list.heading(heading)
      this.#afterHeader = false
      return
    }
    this.list.leaveLines()
    const slots = slotsOf(row, header)
    for (const leftover of slots.leftovers) this.list.leftovers.push(leftover)
    this.#noteIrregular(slots, header.columns)
    this.#readSlots(slots)
    this.#afterBreak = false
    this.#afterHeader = false
  }

  #readHeader(row: Row, columns: Columns): void {
    this.list.header()
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
    if (both === undefined || isRowHeader(both.columns)) return undefined
    // What the rows told of words that nobody knows.
    const above = this.#header?.columns ?? []
    const isOwn = (i: number): boolean => this.#headerRow?.cells[i]?.text === both.labels[i]
    return { ...both, columns: both.columns.map((role, i) => role ?? (isOwn(i) ? above[i] : undefined)) }
  }

  #addHeadings(row: Row, columns: Columns): void {
    for (const [i, { text }] of row.cells.entries()) {
      if (!text.isBlank) this.list.heading({ text, role: columns[i] })
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
    if (this.list.head(slots, this.#header?.columns ?? [])) return
    const { row, code, name, amount, goals, indicators, funding, money, period } = slots
    const previous = this.lastProject
    if (previous !== undefined && goesOn(slots, previous, this.#afterBreak)) {
      this.list.entries.replaceLast(extended(previous, goals, indicators))
      // A repeated name and its line belong to the project that goes on.
      this.list.leave([code, name, amount], 'label')
      this.list.leaveFunding(slots)
      return
    }
    this.list.entries.push({
      kind: 'project',
      project: { ...emptyProject(row.span, name), code, amount, goals, indicators, funding, money, period },
    })
  }
}
