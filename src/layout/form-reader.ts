import type { ColumnRole } from '../model/disclosure.ts'
import type { Block, Cell, Row } from '../read/grid.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { type CellKind, cellKind, isTyped } from '../vocabulary/cell-kinds.ts'
import { hintsOf } from '../vocabulary/header-hints.ts'
import { INDICATOR_COLUMNS, TOTAL_NAME } from '../vocabulary/headers.ts'
import { isMoneyCell, isSumWord, moneyStage } from '../vocabulary/money-words.ts'
import { alignRow } from './align-row.ts'
import { joinCutRow, takeCutHeadings, wholeRow } from './cut-rows.ts'
import { FormBuilder } from './form-builder.ts'
import { inferHeader, isField, ownCells, verticalLabel } from './form-rows.ts'
import { isTitle, isUnitLine, isWholeTitle } from './front-matter.ts'
import { IndicatorRowReader } from './indicator-rows.ts'
import { isDepartment, type Label, labelIn, labelOf } from './labels.ts'
import { type MoneyColumn, MoneyTerms } from './money-terms.ts'
import { ReadingLog } from './reading-log.ts'
import { rowHeaderAt } from './row-header.ts'
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
  readonly log = new ReadingLog()
  /** Lines before the first form, its title among them. */
  readonly front: SpannedText[] = []
  #header: RowHeader | undefined
  #rows: IndicatorRowReader | undefined
  /** Words of the row above whose values stand below them, by column. */
  #over: readonly Over[] = []
  /** The words above are a row of their own, over a table of money or of goals and results. */
  #isTable = false
  /** Those words are of money. */
  #isOfMoney = false
  /** That row. */
  #front: Row | undefined
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
        this.#readRow(row, nextRow(blocks, at))
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
    this.log.begin(header)
    for (const { text, role } of header.headings)
      this.builder.label({
        text,
        role: role ?? 'other',
        value: text.slice(0, 0),
        term: undefined,
        isPart: false,
      })
    this.#over = []
    this.#isTable = false
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
    this.#over = []
    this.#isTable = false
    this.#last = undefined
    this.#moneyColumns = []
    this.#hasTerms = false
    this.#tasks = undefined
    this.#isBehind = false
  }

  #readRow(row: Row, next: Row | undefined): void {
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
      const { isRow, isSum } = kindBelow(row, header)
      if (isRow) this.#readIndicators(row, header, rows)
      else if (isSum) for (const { text } of own) this.builder.leave(text, 'label')
      else this.#readFields(row, own, next)
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
    if (!this.#leavesTask(row, fields)) this.#readFields(row, fields, next)
  }

  #readIndicators(row: Row, header: RowHeader, rows: IndicatorRowReader): void {
    const aligned = alignRow(row, header.columns)
    const { cells, rests } = this.#afterBreak
      ? takeCutHeadings(aligned, header)
      : { cells: aligned, rests: [] }
    for (const text of rests) this.builder.leave(text, 'label')
    const headed = { row, cells }
    this.log.row(row, cells)
    const read = rows.read(headed)
    const above = this.#afterBreak && !rows.hasHeading(headed) ? this.builder.lastRow : undefined
    const [first] = read
    const joined = above === undefined || first === undefined ? undefined : joinCutRow(above, first)
    if (joined === undefined) this.builder.rows(read)
    else {
      this.builder.replaceLastRow(joined)
      this.builder.rows(read.slice(1))
    }
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

  #readFields(row: Row, own: readonly Cell[], next: Row | undefined): void {
    const items = own.map((cell) => this.#itemOf(cell, row))
    const heads = this.#headsOver(row, own)
    this.#waiting = undefined
    if (headsRow(items, next)) {
      this.#enterHeads(row, items, heads)
      return
    }
    if (this.#isTable && this.#readUnderHeads(items, heads)) return
    this.#isTable = false
    this.#readPairs(row, items, heads)
  }

  #itemOf(cell: Cell, row: Row): Item {
    const column = row.cells.indexOf(cell)
    let end = column + 1
    while (row.cells[end]?.mergedInto === cell) end += 1
    const plain = cell.text.meaning
    const label = this.#named(labelIn(cell.text))
    // 实际完成 beside 预期目标 is what became of it.
    const named = label?.role === 'actual' ? ({ ...label, role: 'result' } as const) : label
    return { cell, column, end, label: named, plain, kind: cellKind(plain) }
  }

  /** Words over columns of values: 年初预算数, 全年预算数; 预期目标 beside 实际完成情况; 合计 and the districts. */
  #enterHeads(row: Row, items: readonly Item[], above: readonly Over[]): void {
    this.#over = items.map((item) => {
      const { cell, column, end } = item
      const label = item.label ?? headLabel(cell.text, items)
      this.#hasTerms ||= label.term === 'long-term'
      if (label.role === 'other') this.builder.headings.push({ text: cell.text, role: 'other' })
      else this.builder.label(label)
      // 半年 and 全年 under 预算数 are said together with it.
      const over = above.find(
        (head) => this.#isTable && head.start <= column && column < head.end && head.end - head.start > 1,
      )
      return {
        start: column,
        end,
        label: label.role === 'other' && over !== undefined ? { ...label, role: over.label.role } : label,
      }
    })
    this.#isTable = true
    this.#isOfMoney = this.#over.some(({ label }) => isOfMoney(label))
    this.#last = undefined
    this.#front = row
  }

  /** The cells of a row under such words; whether it has any. */
  #readUnderHeads(items: readonly Item[], heads: readonly Over[]): boolean {
    const headOf = ({ column }: Item): Over | undefined =>
      heads.find(({ start, end }) => start <= column && column < end)
    const isValue = (item: Item): boolean => {
      const head = headOf(item)
      if (head === undefined) return false
      if (TEXTS.has(head.label.role)) return item.label === undefined || item.kind === 'sentence'
      if (item.kind === 'sentence' && item.label === undefined && item.column > 0) return true
      return item.label === undefined && isMoneyCell(item.plain.replace(/\s/g, ''))
    }
    const first = items.findIndex(isValue)
    if (first < 0) return false
    const labels = items.slice(0, first).filter(({ cell }) => !isFrontOf(cell, this.#front))
    const left = labels.at(-1)
    const own = left === undefined ? undefined : (left.label ?? this.#wordLabel(left.cell.text))
    for (const { cell, label } of items.slice(0, first))
      if (label !== undefined) this.builder.label(label)
      else this.builder.headings.push({ text: cell.text, role: 'other' })
    for (const item of items.slice(first)) {
      const head = headOf(item)
      const { text } = item.cell
      if (head === undefined || !isValue(item)) {
        if (item.label === undefined) this.builder.leave(text, 'column')
        else this.builder.label(item.label)
      } else if (TEXTS.has(head.label.role)) {
        this.builder.field(head.label, text)
        if (head.label.role === 'goal') this.#last = head.label
      } else if (item.kind === 'sentence') this.builder.unknown(head.label.text, text)
      else if (this.#isOfMoney || isOfMoney(own) || isOfMoney(head.label))
        this.builder.money({ left: own, above: head.label, text })
      else this.builder.leave(text, 'column')
    }
    return true
  }

  /** Labels with their values beside them. */
  #readPairs(row: Row, items: readonly Item[], heads: readonly Over[]): void {
    const terms = new MoneyTerms(this.#moneyColumns, row.cells)
    const above: Over[] = []
    let pending: (Over & { readonly isKnown: boolean }) | undefined
    const leavePending = (): void => {
      if (pending === undefined) return
      if (pending.isKnown) above.push(pending)
      else this.builder.leave(pending.label.text, 'column')
    }
    for (const [i, item] of items.entries()) {
      const { cell, column, end } = item
      const label =
        this.#named(terms.labelIn(cell.text, column)) ??
        (item.label === undefined ? this.#sumLabel(item, items[i + 1]) : item.label)
      if (label !== undefined && !(pending !== undefined && isSaidValue(item, pending.label))) {
        leavePending()
        pending = this.#readLabel(label) ? undefined : { start: column, end, label, isKnown: true }
        continue
      }
      const over = heads.find((head) => head.start <= column && column < head.end)?.label
      // 项目资金 in front of 财政拨款小计: the label of a label.
      if (pending !== undefined && isFrontOfLabel(pending.label, item, items[i + 1])) {
        leavePending()
        const isSum = /(?:小计|合计|总额|总计)$/.test(item.plain.replace(/[\s:]/g, ''))
        pending = isSum
          ? {
              start: column,
              end,
              label: labelOf(cell.text, cell.text.length, 'amount', false),
              isKnown: true,
            }
          : { start: column, end, label: this.#wordLabel(cell.text), isKnown: false }
        if (isSum) this.builder.label(pending.label)
        continue
      }
      const owner = pending?.label ?? over ?? verticalLabel(row, column)
      if (
        pending === undefined &&
        (owner === undefined || owner.role === 'amount') &&
        isLabelLike(item, items[i + 1], items)
      ) {
        pending = { start: column, end, label: this.#wordLabel(cell.text), isKnown: false }
        continue
      }
      const known = owner ?? this.#goalGoingOn()
      if (pending?.isKnown === false) this.builder.unknown(pending.label.text, cell.text)
      else if (known !== undefined) this.#readValue(known, cell.text, terms, column)
      else if (this.builder.isOpen) this.builder.leave(cell.text, 'column')
      else this.front.push(cell.text)
      this.#last = known?.role === 'goal' ? known : undefined
      if (pending?.label.role !== 'goal') pending = undefined
    }
    leavePending()
    this.#waiting = pending?.label.role === 'goal' ? pending.label : undefined
    this.#over = this.#isWhole ? above.filter(({ label }) => label.role === 'goal') : above
    this.#moneyColumns = terms.columns
  }

  #readValue(label: Label, text: SpannedText, terms: MoneyTerms, column: number): void {
    if (label.role === 'funding') this.builder.money({ left: label, above: terms.sumOver(column), text })
    else this.builder.field(label, text)
  }

  /** 合计 in front of a sum, where the labels beside it are those of parts. */
  #sumLabel({ cell, plain }: Item, next: Item | undefined): Label | undefined {
    const isSum = isSumWord(plain)
    return isSum && next !== undefined && isMoneyCell(next.plain)
      ? labelOf(cell.text, cell.text.length, 'amount', false)
      : undefined
  }

  /** Words that no list has, as the label that they are printed as. */
  #wordLabel(text: SpannedText): Label {
    return labelOf(text, text.length, 'other', false)
  }

  /** The form of a department is that of a project with its name. */
  #named(label: Label | undefined): Label | undefined {
    if (label === undefined || !this.#isWhole || !isDepartment(label) || this.builder.has('name'))
      return label
    return { ...label, role: 'name' }
  }

  /**
   * The words of the row above by the columns of this one: converters leave out the place that a label
   * in front of both rows covers, and all that is printed moves to the left.
   */
  #headsOver(row: Row, own: readonly Cell[]): readonly Over[] {
    const heads = this.#over
    const isComplete = row.cells[0]?.text.isBlank === true || own.length >= heads.length
    if (isComplete || row.cells.length !== own.length) return heads
    return heads.slice(-own.length).map(({ label }, i) => ({ start: i, end: i + 1, label }))
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

/**
 * What a row below a header of indicators is: one of them, 总分 | 99.6 and its like, or a label with its text.
 */
const kindBelow = (row: Row, header: RowHeader): { readonly isRow: boolean; readonly isSum: boolean } => {
  const cells = alignRow(row, header.columns)
  const own = ownCells(row)
  const isSum = FOOTER.test(own[0]?.text.meaning.replace(/[\s:]/g, '') ?? '')
  const isBlankIn = (role: ColumnRole): boolean =>
    header.columns.every((one, i) => one !== role || cells[i]?.isBlank !== false)
  const hasNoName = header.columns.includes('indicator') && isBlankIn('indicator')
  const isOther = header.columns.some((role, i) => {
    const text = cells[i]
    if ((role !== 'level-one' && role !== 'level-two') || text === undefined || text.isBlank) return false
    const kind = cellKind(text.meaning)
    // 评价结论 | 良好: words that are no heading, and nothing that they would be over.
    if (hasNoName && (kind === 'words' || kind === 'quality' || kind === 'sentence'))
      return !/(?:指标|目标)/.test(text.folded)
    return isTyped(kind) || (kind === 'sentence' && own.length < 4)
  })
  return { isRow: !isSum && !isOther, isSum }
}

const FOOTER = /^(?:总分|总得分|自评总分|得分合计|合计|总计|总分值|合计得分|综合得分)(?:\([^()]*\))?$/

/** 具体指标见下表: no words of the field above. */
const ANNOUNCES_TABLE = /^[^,。;\d]{0,24}(?:下表|附表|如下)(?:所示)?[:。]?$/

const TASK_HEAD = /^(?:主要|重点|工作|年度)*任务(?:名称|内容)$/

/** Words over columns, from the first to behind the last. */
interface Over {
  readonly start: number
  readonly end: number
  readonly label: Label
}

/** A cell of a form with what it is by itself. */
interface Item {
  readonly cell: Cell
  readonly column: number
  readonly end: number
  readonly label: Label | undefined
  readonly plain: string
  readonly kind: CellKind
}

/** Labels of texts: everything else in a table of a form is money. */
const TEXTS: ReadonlySet<ColumnRole> = new Set(['goal', 'result'])

const OF_MONEY: ReadonlySet<ColumnRole> = new Set(['amount', 'funding', 'executed', 'rate'])

const isOfMoney = (label: Label | undefined): boolean =>
  label !== undefined && isOfMoneyWord(label, label.text.meaning)

/** Whether words are of money; points and scores alone are not. */
const isOfMoneyWord = (label: Label | undefined, plain: string): boolean => {
  if (label !== undefined && OF_MONEY.has(label.role)) return true
  const stage = moneyStage(plain)
  return (stage !== undefined && stage !== 'weight' && stage !== 'score') || isSumWord(plain)
}

/** Whether a cell belongs to the row of the words above, and only reaches down to this one. */
const isFrontOf = (cell: Cell, front: Row | undefined): boolean => front?.cells.includes(cell) === true

const LONGEST_LABEL = 20

const isWords = ({ kind, plain, label }: Item): boolean =>
  label === undefined
    ? (kind === 'words' || kind === 'name' || kind === 'organisation' || kind === 'standard') &&
      plain.length <= LONGEST_LABEL
    : label.value.isBlank

/** The row below the one at `at`, where nothing stands between them. */
const nextRow = (blocks: readonly Block[], at: number): Row | undefined => {
  const next = blocks[at + 1]
  return next?.kind === 'row' ? next : undefined
}

/**
 * Whether a row of words heads columns: the row below has values in them, that no label of their own
 * stands in front of.
 */
const headsRow = (items: readonly Item[], next: Row | undefined): boolean => {
  if (next === undefined || items.length < 2) return false
  const isOfTexts = items.some(({ label }) => label !== undefined && TEXTS.has(label.role))
  // 2022年-2024年 beside 年度目标 heads the goals of the whole term.
  if (!items.every((item) => isWords(item) || (isOfTexts && item.kind === 'date'))) return false
  const below = countBelow(items, next, isOfTexts)
  if (isOfTexts) {
    const heads = items.filter(({ label }) => label !== undefined && TEXTS.has(label.role)).length
    return below.values > 0 && (below.texts > 1 || heads > 1)
  }
  // 项目类型 beside its value is no row of words, unless nothing but values stands below.
  const isPaired = items.some(({ label }, i) => {
    const beside = items[i + 1]
    return label !== undefined && isPairing(label) && beside !== undefined && beside.label === undefined
  })
  if (isPaired && below.labels > 0) return false
  // Two sentences below two words: 年初承诺成效 and 办成了什么, whatever they are called.
  if (below.texts > 1 && below.isOfTexts) return true
  const isMoney = items.some(({ label, plain }) => label?.role === 'amount' || isOfMoneyWord(label, plain))
  const isKnown = items.every(({ label }) => label !== undefined)
  return (
    isMoney &&
    below.values >= (isKnown || below.isUnderMoney ? 1 : 2) &&
    (below.labels < 2 || below.values >= below.labels)
  )
}

/** What the row below some words holds: values under them, sentences, and words of its own. */
interface Below {
  readonly values: number
  readonly texts: number
  readonly labels: number
  /** Nothing but sentences stands behind the first column. */
  readonly isOfTexts: boolean
  /** A value stands under a word for money. */
  readonly isUnderMoney: boolean
}

const countBelow = (items: readonly Item[], next: Row, mayBeTexts: boolean): Below => {
  let [values, texts, labels, others] = [0, 0, 0, 0]
  let isAfterLabel = false
  let isUnderMoney = false
  for (const cell of ownCells(next)) {
    const plain = cell.text.meaning
    const column = next.cells.indexOf(cell)
    const head = items.find((item) => item.column <= column && column < item.end)
    const isLabel = labelIn(cell.text) !== undefined
    const isText =
      head !== undefined &&
      !isLabel &&
      (TEXTS.has(head.label?.role ?? 'other') || cellKind(plain) === 'sentence')
    if (column > 0) {
      if (isText) texts += 1
      else others += 1
    }
    const isValue = (isText && mayBeTexts) || isMoneyCell(plain.replace(/\s/g, ''))
    if (isValue && head !== undefined && (labels < 2 || !isAfterLabel)) {
      values += 1
      isUnderMoney ||= head.label?.role === 'amount' || head.label?.role === 'executed'
    }
    if (!isValue) labels += 1
    isAfterLabel = !isValue
  }
  return { values, texts, labels, isOfTexts: others === 0, isUnderMoney }
}

/** Words that no list has over a column of texts, where others tell that goals and results stand below: 年初设定目标. */
const headLabel = (text: SpannedText, items: readonly Item[]): Label => {
  const isOfTexts = items.some(({ label }) => label !== undefined && TEXTS.has(label.role))
  if (!isOfTexts && isSumWord(text.meaning)) return labelOf(text, text.length, 'amount', false)
  const hints = isOfTexts ? hintsOf(text.meaning) : undefined
  const [goal, result] = [hints?.get('goal') ?? 0, hints?.get('result') ?? 0]
  if (isOfTexts && cellKind(text.meaning) === 'date')
    return { ...labelOf(text, text.length, 'goal', false), term: 'long-term' }
  const role = goal > result ? 'goal' : result > 0 ? 'result' : 'other'
  return labelOf(text, text.length, role, false)
}

/** Labels whose value stands beside them in any form. */
const isPairing = ({ role }: Label): boolean =>
  role === 'name' || role === 'agency' || role === 'code' || role === 'period' || role === 'other'

/** Whether a known word is the value of the label in front of it: 项目类别 | 专项资金. */
const isSaidValue = ({ label, kind }: Item, pending: Label): boolean =>
  label !== undefined && TEXTS.has(pending.role) && kind === 'sentence'

/** Whether words behind a label are one themselves: 项目资金 | 财政拨款小计 | 6.30, 实施期目标 | 拟用款 | 38.61万元. */
const isFrontOfLabel = (pending: Label, item: Item, next: Item | undefined): boolean => {
  if (next === undefined || !isWords(item)) return false
  const isMoney = isMoneyCell(next.plain)
  if (isOfMoney(pending)) return isMoney
  return TEXTS.has(pending.role) && (isMoney || (next.kind === 'sentence' && next.label === undefined))
}

/** Whether words that no list has stand where a form prints a label: in front of a value. */
const isLabelLike = (item: Item, next: Item | undefined, items: readonly Item[]): boolean => {
  if (!isWords(item) || next === undefined || next.label !== undefined) return false
  return items.length % 2 === 0 || items.indexOf(item) === 0 || items.length === 3
}
