import type { Heading, Leftover } from '../model/disclosure.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import type { Columns } from './align.ts'
import { findNextTitle } from './front-matter.ts'
import { Entries } from './hierarchy.ts'
import type { Table } from './layout.ts'
import { agencyRole, totalName } from './row-roles.ts'
import type { Slots } from './slots.ts'

interface OpenTable extends Table {
  readonly front: readonly SpannedText[]
  readonly headings: Heading[]
}

/** The tables of a list, put together line by line and row by row. */
export class ListBuilder {
  readonly tables: OpenTable[] = []
  readonly leftovers: Leftover[] = []
  /** Text since the last row, which may be the title of a new table. */
  #lines: SpannedText[] = []

  get entries(): Entries {
    return this.#table.entries
  }

  get #table(): OpenTable {
    return this.tables.at(-1) as OpenTable
  }

  line(text: SpannedText): void {
    this.#lines.push(text)
  }

  heading(heading: Heading): void {
    this.#table.headings.push(heading)
  }

  open(): void {
    const front = this.#lines
    this.tables.push({ title: findNextTitle(front), front, headings: [], entries: new Entries() })
    this.#lines = []
  }

  /** A header stands here: true where it begins a table, as the first does and one under another title. */
  header(): boolean {
    const title = findNextTitle(this.#lines)
    const isNew = this.tables.length === 0 || (title !== undefined && title !== this.#table.title)
    if (isNew) this.open()
    else this.leaveLines()
    return isNew
  }

  /** Lines between rows that turned out to be no title of a table belong to none. */
  leaveLines(): void {
    this.leave(this.#lines, 'surrounding')
    this.#lines = []
  }

  /** The blocks end; without a header, all is one table. */
  finish(): void {
    if (this.tables.length === 0) this.open()
    else this.leaveLines()
  }

  /** Reads a row of totals, of an agency or of a group of projects; false for another, whose agency is entered. */
  head(slots: Slots, columns: Columns): boolean {
    const { row, code, name, amount, agency, agencyCode, goals, indicators } = slots
    const total = totalName(slots)
    if (total !== undefined) {
      this.entries.push({ kind: 'total', total: { span: row.span, name: total, amount } })
      const others = [code, name, agencyCode, agency].filter((text) => text !== total)
      this.leave(others, 'label')
      this.leave([...goals.map(({ text }) => text), ...indicators], 'unplaced')
      this.leaveFunding(slots)
      return true
    }
    this.enterAgency(slots)
    if (goals.length + indicators.length > 0) return false
    const role = name.isBlank ? undefined : agencyRole(slots, columns)
    if (role !== undefined)
      this.entries.push({
        kind: 'agency',
        agency: { role, hasRow: true, span: row.span, code, name, amount },
      })
    const isHead = role !== undefined || (agency !== undefined && name.isBlank)
    if (isHead) this.leaveFunding(slots)
    return isHead
  }

  /** Enters the agency that a column of a row names; false where that is the one above, or none. */
  enterAgency(slots: Slots): boolean {
    const { agency, agencyCode } = slots
    if (agency === undefined) return false
    const isNew = this.entries.enterAgency(agency, slots)
    if (!isNew) this.leave([agencyCode, agency], 'column')
    return isNew
  }

  /** What a row says of money and time besides, where it begins no project. */
  leaveFunding({ funding, money, period }: Slots): void {
    this.leave([...funding.map(({ amount }) => amount), ...money.map(({ text }) => text), period], 'column')
  }

  leave(texts: readonly (SpannedText | undefined)[], reason: Leftover['reason']): void {
    for (const text of texts) if (text?.isBlank === false) this.leftovers.push({ text, reason })
  }
}
