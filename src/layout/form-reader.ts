import type { Block, Cell, Row } from '../read/grid.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { INDICATOR_COLUMNS, TOTAL_NAME } from '../vocabulary/headers.ts'
import { alignRow } from './align-row.ts'
import { joinCutRow, takeCutHeadings, wholeRow } from './cut-rows.ts'
import { FormBuilder } from './form-builder.ts'
import { inferHeader, isField, ownCells, verticalLabel } from './form-rows.ts'
import { isTitle, isUnitLine, isWholeTitle } from './front-matter.ts'
import { IndicatorRowReader } from './indicator-rows.ts'
import { isDepartment, type Label, labelIn } from './labels.ts'
import { type MoneyColumn, MoneyTerms } from './money-terms.ts'
import { rowHeaderAt } from './row-header-at.ts'
import { type RowHeader, sidesByTerm } from './sides.ts'
import { isOfTable, lineOf, type TableHeads, tableHeads } from './table-heads.ts'
import { NarrativeFields } from './text/fields.ts'
import { type Head, isPartOfReport } from './text/heads.ts'
import { isAside, isOutlineHeading, paragraphsOf } from './text/lines.ts'
import { dividePieces, firstLabel } from './text/pieces.ts'

/** The table of indicators in a form has no column of projects. */
const formHeaderAt = (
  blocks: readonly Block[],
  at: number,
  above: RowHeader | undefined,
): RowHeader | undefined => {
  const header = rowHeaderAt(blocks, at, above)
  return header?.columns.includes('name') ? undefined : header
}

/** Reads forms into projects, label by label and row by row. */
export class FormReader {
  readonly builder = new FormBuilder()
  /** Lines before the first form, its title among them. */
  readonly front: SpannedText[] = []
  #header: RowHeader | undefined
  #rows: IndicatorRowReader | undefined
  /** Labels of the row above that had no value beside them, by column: the values stand below. */
  #above = new Map<number, Label>()
  #last: Label | undefined
  /** The label of a goal at the end of the row above: converters leave its value alone in the next line. */
  #waiting: Label | undefined
  #moneyColumns: readonly MoneyColumn[] = []
  /** It is the form of a whole department, named after that. */
  #isWhole = false
  /** Where a department's form prints the names of its tasks, with what stands in front of them. */
  #tasks: { readonly column: number; readonly front: string } | undefined
  /** Its labels speak of 实施期, beside 年度. */
  #hasTerms = false
  /** A header or something else that is no row stands above this row. */
  #afterBreak = false
  #heads: TableHeads = new Map()
  /** The lines between a head and its table. */
  #lines: NarrativeFields | undefined
  /** Another part of the report began below the indicators: its labels are not of the project. */
  #isBehind = false

  read(blocks: readonly Block[]): void {
    this.#heads = tableHeads(blocks)
    for (let at = 0; at < blocks.length; at += 1) {
      const block = blocks[at] as Block
      const words = lineOf(block)
      if (words !== undefined && this.#readHeadLines(words)) {
        this.#afterBreak = true
        continue
      }
      if (block.kind === 'text') this.#readLine(block.cell.text)
      else if (isOfTable(block)) this.#endLines()
      const header = formHeaderAt(blocks, at, this.#header)
      if (block.kind !== 'row') this.#afterBreak = true
      else if (header === undefined) {
        const { row, lines } =
          this.#header === undefined ? { row: block, lines: 0 } : wholeRow(blocks, at, this.#header)
        at += lines
        this.#readRow(row)
        this.#afterBreak = false
      } else {
        this.#enterTable(header)
        at += header.height - 1
        this.#afterBreak = true
      }
    }
    this.builder.finish()
  }

  /** Takes the lines of a block where a head begins among them, or one stands above and its table below. */
  #readHeadLines(text: SpannedText): boolean {
    const lines = paragraphsOf(text)
    if (this.#lines === undefined && !lines.some((line) => this.#headAt(line) !== undefined)) return false
    for (const line of lines) {
      const head = this.#headAt(line)
      if (head !== undefined) this.#beginLines(head)
      else if (this.#lines === undefined) this.#readLine(line)
      else if (isUnitLine(line) || isTitle(line) || ANNOUNCES_TABLE.test(line.folded)) this.#leave(line)
      else if (isOutlineHeading(line.folded)) this.builder.leave(line, 'label')
      else this.#lines.line(line)
    }
    return true
  }

  #headAt(line: SpannedText): Head | undefined {
    return this.#heads.get(line.span.start)
  }

  #beginLines(head: Head): void {
    this.#endLines()
    this.#next()
    this.#lines = new NarrativeFields(this.builder)
    this.#lines.head(head, true)
  }

  #endLines(): void {
    this.#lines?.close()
    this.#lines = undefined
  }

  #enterTable(found: RowHeader): void {
    const header = this.#hasTerms ? { ...found, sides: sidesByTerm(found.sides) } : found
    // The same header again, on the next page: the rows go on.
    this.#rows = this.#rows?.under(header) ?? new IndicatorRowReader(header)
    this.#header = header
    for (const { text, role } of header.headings)
      this.builder.label({
        text,
        role: role ?? 'other',
        value: text.slice(0, 0),
        term: undefined,
        isPart: false,
      })
    this.#above.clear()
    this.#last = undefined
  }

  #readLine(text: SpannedText): void {
    if (isTitle(text)) {
      if (this.builder.hasIndicators) this.#next()
      this.#isWhole = isWholeTitle(text)
      this.#leave(text)
      return
    }
    const first = firstLabel(text)
    const begins = first?.role === 'name' && !first.value.isBlank
    if (!this.builder.isOpen && !begins) this.#leave(text)
    else if (this.builder.hasIndicators && !begins) {
      this.#isBehind ||= this.#heads.size > 0 && isPartOfReport(text.folded)
      const label = this.#isBehind ? undefined : labelIn(text)
      if (label !== undefined && !label.value.isBlank) this.#readLabel(label)
      else this.builder.leave(text, 'surrounding')
    } else this.#readPieces(text)
  }

  /** A line of the head: `项目名称:路灯维护 预算金额:12万元`, or the goal under its label. */
  #readPieces(line: SpannedText): void {
    for (const piece of dividePieces(line, 'fields')) {
      const goal = this.#last ?? this.#waiting
      if (piece.role !== undefined) {
        const isRead = this.#readLabel(piece)
        this.#last = !isRead && piece.role === 'goal' ? piece : undefined
      } else if (goal !== undefined && !isAside(line.folded)) this.builder.field(goal, piece.text)
      else this.builder.leave(piece.text, 'surrounding')
    }
  }

  #leave(text: SpannedText): void {
    if (this.builder.isOpen) this.builder.leave(text, 'surrounding')
    else this.front.push(text)
  }

  /** What follows belongs to another form. */
  #next(): void {
    this.builder.finish()
    this.#header = undefined
    this.#rows = undefined
    this.#above.clear()
    this.#last = undefined
    this.#moneyColumns = []
    this.#hasTerms = false
    this.#tasks = undefined
    this.#isBehind = false
  }

  #readRow(row: Row): void {
    const own = ownCells(row)
    const [first] = own
    if (first === undefined) return
    if (own.length === 1 && isTitle(first.text)) {
      this.#readLine(first.text)
      return
    }
    const rows = this.#rows
    const header = this.#header
    if (rows !== undefined && header !== undefined && !isField(first, row, header)) {
      this.#readIndicators(row, header, rows)
      return
    }
    if (rows === undefined && this.builder.isOpen) {
      const inferred = inferHeader(row)
      if (inferred !== undefined) {
        this.#header = inferred
        this.#rows = new IndicatorRowReader(inferred)
        this.#readIndicators(row, inferred, this.#rows)
        return
      }
    }
    const fields = own.filter(({ text }) => !this.#leavesUnit(text))
    if (!this.#leavesTask(row, fields)) this.#readFields(row, fields)
  }

  #readIndicators(row: Row, header: RowHeader, rows: IndicatorRowReader): void {
    const aligned = alignRow(row, header.columns)
    const { cells, rests } = this.#afterBreak
      ? takeCutHeadings(aligned, header)
      : { cells: aligned, rests: [] }
    for (const text of rests) this.builder.leave(text, 'label')
    const headed = { row, cells }
    const read = rows.read(headed)
    const above = this.#afterBreak && !rows.hasHeading(headed) ? this.builder.lastRow : undefined
    const [first] = read
    const joined = above === undefined || first === undefined ? undefined : joinCutRow(above, first)
    if (joined === undefined) this.builder.rows(read)
    else this.builder.replaceLastRow(joined)
    for (const { text, reason } of rows.leftovers.splice(0)) this.builder.leave(text, reason)
    for (const [i, text] of cells.entries()) {
      const role = header.columns[i]
      // 绩效指标 in front of each page's rows is the label of the table.
      if (role === undefined || role === 'other' || role === 'goal' || role === 'name' || role === 'agency')
        this.builder.leave(text, labelIn(text) === undefined ? 'column' : 'label')
      else if (!INDICATOR_COLUMNS.has(role)) this.builder.leave(text, 'column')
    }
  }

  /** 单位:万元 in a cell says in what the amounts are printed; whether that was it. */
  #leavesUnit(text: SpannedText): boolean {
    if (!isUnitLine(text)) return false
    this.#leave(text)
    return true
  }

  /**
   * FORM: 任务名称, 主要内容, 预算金额 head the tasks of a department, which may be called as the labels of a form
   * are (项目支出) and whose money is no sum; whether the row is one of them.
   */
  #leavesTask(row: Row, own: readonly Cell[]): boolean {
    const front = (column: number): string =>
      row.cells
        .slice(0, column)
        .map(({ text }) => text.meaning)
        .join('')
    const column = this.#isWhole ? row.cells.findIndex(({ text }) => TASK_HEAD.test(text.meaning)) : -1
    if (column >= 0) {
      this.#tasks = { column, front: front(column) }
      return false
    }
    if (this.#tasks === undefined) return false
    const before = front(this.#tasks.column)
    const [first] = own
    const role = first === undefined ? undefined : labelIn(first.text)?.role
    const name = row.cells[this.#tasks.column]?.text.meaning ?? ''
    const isUnder = before === '' || before === this.#tasks.front
    // 金额合计 below them is the money of the department.
    const isTask = isUnder && role !== 'goal' && role !== 'indicator' && !TOTAL_NAME.test(name)
    if (isTask) for (const { text } of own) this.builder.leave(text, 'column')
    else this.#tasks = undefined
    return isTask
  }

  #readFields(row: Row, own: readonly Cell[]): void {
    const above = this.#labelsAbove(row, own)
    this.#above = new Map()
    this.#waiting = undefined
    const terms = new MoneyTerms(this.#moneyColumns, row.cells)
    let pending: Label | undefined
    for (const cell of own) {
      const column = row.cells.indexOf(cell)
      const label = this.#named(terms.labelIn(cell.text, column))
      if (label !== undefined) {
        if (pending !== undefined) this.#above.set(pendingColumn(row, pending), pending)
        pending = this.#readLabel(label) ? undefined : label
        continue
      }
      const owner = pending ?? above.get(column) ?? verticalLabel(row, column) ?? this.#goalGoingOn()
      if (owner !== undefined) this.builder.field(owner, cell.text)
      else if (this.builder.isOpen) this.builder.leave(cell.text, 'column')
      else this.front.push(cell.text)
      this.#last = owner?.role === 'goal' ? owner : undefined
      if (pending?.role !== 'goal') pending = undefined
    }
    if (pending !== undefined) this.#above.set(pendingColumn(row, pending), pending)
    this.#waiting = pending?.role === 'goal' ? pending : undefined
    if (this.#isWhole) this.#above = new Map([...this.#above].filter(([, { role }]) => role === 'goal'))
    this.#moneyColumns = terms.columns
  }

  /** The form of a department is that of a project with its name. */
  #named(label: Label | undefined): Label | undefined {
    if (label === undefined || !this.#isWhole || !isDepartment(label) || this.builder.has('name'))
      return label
    return { ...label, role: 'name' }
  }

  /**
   * The labels of the row above by the columns of this one: converters leave out the place that a label
   * in front of both rows covers, and all that is printed moves to the left.
   */
  #labelsAbove(row: Row, own: readonly Cell[]): ReadonlyMap<number, Label> {
    const labels = [...this.#above].sort(([a], [b]) => a - b)
    const isComplete = row.cells[0]?.text.isBlank === true || own.length >= labels.length
    if (isComplete || row.cells.length !== own.length) return this.#above
    return new Map(labels.slice(-own.length).map(([, label], i) => [i, label]))
  }

  /** A goal cell that goes on in the next row, or under its label. */
  #goalGoingOn(): Label | undefined {
    return this.#last
  }

  /** Takes a label; whether its value stands in the same cell. */
  #readLabel(label: Label): boolean {
    const isNextProject = label.role === 'name' && (this.builder.has('name') || this.builder.hasIndicators)
    if (isNextProject) this.#next()
    this.#hasTerms ||= label.term === 'long-term'
    this.builder.label(label)
    this.#last = undefined
    if (label.value.isBlank) return false
    this.builder.field(label, label.value)
    return true
  }
}

/** 具体指标见下表: no words of the field above. */
const ANNOUNCES_TABLE = /^[^,。;\d]{0,24}(?:下表|附表|如下)(?:所示)?[:。]?$/

const TASK_HEAD = /^(?:主要|重点|工作|年度)*任务(?:名称|内容)$/

const pendingColumn = (row: Row, { text }: Label): number =>
  row.cells.findIndex(
    (cell) => cell.text.span.start <= text.span.start && text.span.end <= cell.text.span.end,
  )
