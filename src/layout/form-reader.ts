import type { ColumnRole } from '../model/disclosure.ts'
import type { Block, Cell, Row } from '../read/grid.ts'
import { SpannedText } from '../source/spanned-text.ts'
import { type CellKind, isLevel, isTyped } from '../vocabulary/cell-kinds.ts'
import { isAside, isFooterWord, isTotalScore } from '../vocabulary/form-words.ts'
import { namesExecution } from '../vocabulary/header-grammar.ts'
import { namesMoney } from '../vocabulary/header-hints.ts'
import { INDICATOR_COLUMNS, isLevelRole, NUMBERS_LINES, TASK_CONTENT } from '../vocabulary/headers.ts'
import { isMainSpending, isMoneyCell, isSumWord, isTotalName } from '../vocabulary/money-words.ts'
import { alignRow } from './align.ts'
import { isRestOfDate, joinCutRow, takeCutHeadings, wholeRow } from './cut-rows.ts'
import { FormBuilder } from './form-builder.ts'
import {
  headLabel,
  headsRow,
  type Item,
  isFiller,
  isFrontOf,
  isOfMoney,
  isOfMoneyItem,
  isOfText,
  isUnderHead,
  isWords,
  labelAt,
  type Over,
  overOf,
  type Pending,
  TEXTS,
  wordLabel,
} from './form-items.ts'
import { isField, type MoneyColumn, MoneyTerms, totalScoreIn, verticalLabel } from './form-rows.ts'
import { isTitle, isUnitLine, saysContinued, saysWhole, unitAtEnd } from './front-matter.ts'
import { headerlessAt } from './headerless.ts'
import { IndicatorRowReader } from './indicator-rows.ts'
import { isDepartment, type Label, labelIn, labelOf, labelOfCell, type ToldCell } from './labels.ts'
import { ReadingLog } from './reading-log.ts'
import { beginsAsWhole, ownCells } from './row-cells.ts'
import { rowHeaderAt } from './row-header.ts'
import { ofYear, type RowHeader, sidesByTerm } from './sides.ts'
import { isOfTable, lineOf, type TableHeads, tableHeads, unnamedFieldsAt } from './table-heads.ts'
import { NarrativeFields } from './text/fields.ts'
import { type Head, isPartOfReport } from './text/heads.ts'
import { isOutlineHeading, paragraphsOf } from './text/lines.ts'
import { dividePieces, firstLabel } from './text/pieces.ts'
import { bare, kindOf } from './words-of.ts'

/** Whether 本年度绩效指标 stands in front of the same header as 总目标绩效指标 above. */
const isOfYearBelow = (found: RowHeader, above: RowHeader): boolean => {
  const isSame = found.columns.slice(1).join() === above.columns.slice(1).join()
  const isLabelled = found.columns[0] === 'other' && above.labels[0]?.isBlank === false
  return isSame && isLabelled && found.terms[0] === 'annual' && above.terms[0] === undefined
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
  /** Nothing stands between them and this row. */
  #isRightBelow = false
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
  /** What stands here is weighed and scored alone: 评价内容, 分值, 自评分. */
  #isScored = false
  /** Its labels speak of 实施期, beside 年度. */
  #hasTerms = false
  /** They speak of the year. */
  #hasYear = false
  /** So many goals stood over a table when its labels had spoken of 实施期 alone: that of the year may follow below. */
  #longGoals: number | undefined
  /** A header or something else that is no row stands above this row. */
  #afterBreak = false
  #heads: TableHeads = new Map()
  /** The lines between a head and its table. */
  #lines: NarrativeFields | undefined
  /** Another part of the report began below the indicators: its labels are not of the project. */
  #isBehind = false

  read(blocks: readonly Block[]): void {
    this.#heads = tableHeads(blocks)
    this.#isWhole = beginsAsWhole(blocks)
    for (let at = 0; at < blocks.length; at += 1) {
      const block = blocks[at] as Block
      const words = lineOf(block)
      if (words !== undefined && this.#readHeadLines(words)) {
        this.#afterBreak = true
        continue
      }
      if (block.kind === 'text') this.#readLine(block.cell.text, at === unnamedFieldsAt(blocks))
      else if (isOfTable(block)) this.#endLines()
      // What stands behind a table goes on with none of its goals.
      if (block.kind === 'gap' && block.endsTable === true)
        [this.#last, this.#waiting] = [undefined, undefined]
      const header = rowHeaderAt(blocks, at, this.#header)
      if (block.kind !== 'row') this.#afterBreak = true
      else if (header === undefined) {
        const { row, lines } =
          this.#header === undefined ? { row: block, lines: 0 } : wholeRow(blocks, at, this.#header)
        at += lines
        this.#readRow(row, rowsBelow(blocks, at), this.#headless(blocks, at))
        this.#afterBreak = false
      } else {
        this.#enterTable(header)
        at += header.height - 1
        this.#afterBreak = true
      }
    }
    this.builder.finish(this.#isWhole)
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
    const long = this.#longGoals
    const isAgain = found.columns.join() === this.#header?.columns.join()
    const isYear = isAgain && long !== undefined && this.builder.goalCount > long
    const isLower = this.#header !== undefined && isOfYearBelow(found, this.#header)
    if (isYear || isLower) this.builder.beginYear(long ?? this.builder.goalCount)
    if (this.#rows === undefined && this.#hasTerms && !this.#hasYear && found.sides.length === 1)
      this.#longGoals = this.builder.goalCount
    else this.#longGoals = undefined
    const sides = isYear || isLower ? ofYear(found.sides) : sidesByTerm(found.sides)
    const header = this.#hasTerms || isLower ? { ...found, sides } : found
    // The same header again, on the next page: the rows go on.
    this.#rows = this.#rows?.under(header) ?? new IndicatorRowReader(header)
    this.#header = header
    this.log.begin(header)
    for (const { text, role } of header.headings) this.builder.label({ text, role: role ?? 'other' })
    this.#over = []
    this.#isTable = false
    this.#isScored = false
    this.#last = undefined
  }

  /** `opens`: nothing names the project, and what the line says is the first that is said of it. */
  #readLine(text: SpannedText, opens = false): void {
    this.#isScored = false
    if (this.#rows?.openSection(text) === true) return
    if (isTitle(text)) {
      if (this.builder.hasIndicators && !saysContinued(text)) this.#next()
      this.#isWhole = saysWhole(text)
      this.#leave(text)
      return
    }
    const first = this.#named(firstLabel(text))
    const begins = opens || (first?.role === 'name' && !first.value.isBlank)
    if (!this.builder.isOpen && !begins) this.#leave(text)
    else if (this.builder.hasIndicators && !begins) {
      this.#isBehind ||= this.#heads.size > 0 && isPartOfReport(text.folded)
      const label = this.#isBehind || isTotalScore(text.folded) ? undefined : labelIn(text)
      if (label !== undefined && !label.value.isBlank) this.#readLabel(label)
      else this.builder.leave(text, 'surrounding')
    } else this.#readPieces(text)
  }

  /** A line of the head: `项目名称:路灯维护 预算金额:12万元`, or the goal under its label. */
  #readPieces(line: SpannedText): void {
    if (this.#isPartHeading([{ text: line }])) {
      this.#last = undefined
      this.#leave(line)
      return
    }
    const end = unitAtEnd(line)
    if (end < line.length) this.#leave(line.slice(end))
    for (const piece of dividePieces(line.slice(0, end), 'fields')) {
      const goal = this.#last ?? this.#waiting
      if (piece.role !== undefined) {
        const isRead = this.#readLabel(this.#named(piece) ?? piece)
        const isOpen = !isRead || !/[。;!?]$/.test(piece.value.folded)
        this.#last = piece.role === 'goal' && isOpen ? piece : undefined
      } else if (goal !== undefined && !isAside(line.folded)) this.builder.goal(goal, piece.text)
      else this.builder.leave(piece.text, 'surrounding')
    }
  }

  #leave(text: SpannedText): void {
    if (this.builder.isOpen) this.builder.leave(text, 'surrounding')
    else this.front.push(text)
  }

  /** What follows belongs to another form. */
  #next(): void {
    this.builder.finish(this.#isWhole)
    this.#header = undefined
    this.#rows = undefined
    this.#over = []
    this.#isTable = false
    this.#isScored = false
    this.#last = undefined
    this.#moneyColumns = []
    this.#hasTerms = false
    this.#hasYear = false
    this.#longGoals = undefined
    this.#tasks = undefined
    this.#isBehind = false
  }

  /** The columns of indicators that no header stands over, where nothing else has been read of them. */
  #headless(blocks: readonly Block[], at: number): RowHeader | undefined {
    return this.#rows === undefined && this.builder.isOpen ? headerlessAt(blocks, at) : undefined
  }

  #readRow(row: Row, below: readonly Row[], headless: RowHeader | undefined): void {
    const own = ownCells(row)
    const [first] = own
    if (first === undefined) return
    if (own.length === 1 && isTitle(first.text)) {
      this.#readLine(first.text)
      return
    }
    if (this.#leavesScored(own)) return
    const rows = this.#rows
    const header = this.#header
    if (rows !== undefined && header !== undefined && !isField(first, row, header)) {
      const { isRow, isSum } = kindBelow(row, header)
      if (!this.builder.has('amount') && isMoneyOfColumns(own, row, header))
        this.#readMoneyOfColumns(own, row, header)
      else if (isRow && isOfExecution(row, header)) this.#readExecution(row, header)
      else if (isRow) this.#readIndicators(row, header, rows)
      else if (isSum) this.#readTotalScore(row, own, header)
      else this.#readFields(row, own, below)
      return
    }
    if (headless !== undefined) {
      this.#header = headless
      this.#rows = new IndicatorRowReader(headless)
      this.log.begin(headless)
      this.#readIndicators(row, headless, this.#rows)
      return
    }
    const fields = own.filter(({ text }) => !this.#leavesUnit(text))
    if (!this.#leavesTask(row, fields, below[0])) this.#readFields(row, fields, below)
  }

  /** FORM: 项目决策 and 项目管理 are scored in a sheet of their own, which plans nothing; whether the row is of it. */
  #leavesScored(own: readonly Cell[]): boolean {
    const labels = own.map(labelOfCell)
    const roles = labels.map((label) => label?.role)
    this.#isScored =
      headsScores(own, roles) ||
      (this.#isScored && !roles.some((role) => role !== undefined && role !== 'other'))
    if (this.#isScored) for (const { text } of own) this.builder.leave(text, 'column')
    return this.#isScored
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
    const [first] = read
    const isCut = this.#afterBreak || (first !== undefined && isRestOfDate(row, first))
    const above = isCut && !rows.hasHeading(headed) ? this.builder.lastRow : undefined
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

  /** 预算执行 | 预算执行率 | 100% | 68.81% | 10 | 6.88: what was reached of the money, and its points. */
  #readExecution(row: Row, header: RowHeader): void {
    const cells = alignRow(row, header.columns)
    const at = header.columns.indexOf('indicator')
    const left = labelIn(cells[at] as SpannedText)
    for (const [i, text] of cells.entries()) {
      const [role, head] = [header.columns[i], header.labels[i]]
      if (text.isBlank) continue
      if (i === at && left !== undefined) this.builder.label(left)
      else if (head !== undefined && role !== undefined && OF_EXECUTION.has(role))
        this.builder.money({ left, above: labelOf(head, head.length, role, false), text })
      else this.builder.leave(text, role === 'level-one' ? 'label' : 'column')
    }
  }

  /** 补助资金(万元) | 23.8 | 2.95 | 16.1, under 合计 and the districts of the indicators. */
  #readMoneyOfColumns([first, ...values]: readonly Cell[], { cells }: Row, { labels }: RowHeader): void {
    const { text } = first as Cell
    const left = labelOf(text, text.length, 'amount', false)
    this.builder.label(left)
    for (const cell of values) {
      const head = labels[cells.indexOf(cell)] as SpannedText
      this.builder.money({ left, above: headLabel(head, []), text: cell.text })
    }
  }

  /** 总分 | 100 | 99.6, under the columns of points and scores. */
  #readTotalScore(row: Row, own: readonly Cell[], { columns }: RowHeader): void {
    const { total, rests } = totalScoreIn(row, own, columns)
    if (total !== undefined) this.builder.totalScore(total)
    for (const text of rests) this.builder.leave(text, 'label')
  }

  /** 单位:万元 in a cell says in what the amounts are printed; whether that was it. */
  #leavesUnit(text: SpannedText): boolean {
    if (!isUnitLine(text)) return false
    this.#leave(text)
    return true
  }

  /**
   * FORM: 任务名称, 主要内容, 预算金额 head the tasks of a department, which may be called as the labels of a form
   * are (项目支出) and whose money is no sum, as 项目名称, 项目类别, 项目总预算 head its projects; whether the row is one of them.
   */
  #leavesTask(row: Row, own: readonly Cell[], next: Row | undefined): boolean {
    const front = (column: number): string =>
      row.cells
        .slice(0, column)
        .map(({ text }) => text.meaning)
        .join('')
    const ofProjects = this.#isWhole ? projectColumn(row, own, next) : -1
    const column = this.#isWhole && ofProjects < 0 ? taskColumn(row, own) : ofProjects
    if (column >= 0) {
      this.#tasks = { column, front: front(column) }
      this.#over = []
      this.#isTable = false
      if (ofProjects >= 0) for (const { text } of own) this.builder.headings.push({ text, role: 'other' })
      return ofProjects >= 0
    }
    if (this.#tasks === undefined) return false
    const before = front(this.#tasks.column)
    const [first] = own
    const role = first === undefined ? undefined : labelOfCell(first)?.role
    const name = row.cells[this.#tasks.column]?.text.meaning ?? ''
    const isUnder = before === '' || before === this.#tasks.front
    if (name === '' && this.#enterMoneyOfTasks(row, own)) return true
    // 金额合计 below them is the money of the department.
    const isTask = isUnder && role !== 'goal' && role !== 'indicator' && !isTotalName(name)
    if (isTask) for (const { text } of own) this.builder.leave(text, 'column')
    else this.#tasks = undefined
    return isTask
  }

  /** Whether a row is that of 小计, 财政拨款 and 其他资金 under 预算金额, which head its columns down to 金额合计. */
  #enterMoneyOfTasks(row: Row, own: readonly Cell[]): boolean {
    const items = own.map((cell) => this.#itemOf(cell, row))
    if (items.length < 2 || !items.every((item) => isOfMoneyItem(item) && item.kind !== 'number'))
      return false
    this.#enterHeads(row, items, this.#over, false)
    return true
  }

  #readFields(row: Row, own: readonly Cell[], [next, second]: readonly Row[]): void {
    const isRightBelow = this.#isRightBelow
    this.#isRightBelow = false
    const over = this.#headsOver(row, own)
    const items = withGoalNumbers(
      this.#withoutLineNumbers(
        own.flatMap((cell) => fieldsIn(cell).map((text) => this.#itemOf(cell, row, text))),
        over,
      ),
    )
    // A goal, or what became of it, is one cell; with its number in front, two.
    const isCrowded = over.some(
      (head) => TEXTS.has(head.label.role) && items.filter((item) => overOf(item, over) === head).length > 2,
    )
    const heads = isCrowded ? [] : over
    this.#waiting = undefined
    const wide = items.map((item, i) => ({ ...item, end: items[i + 1]?.column ?? row.cells.length }))
    const headsOthers = this.#headsHeads(wide, next, second)
    if (headsOthers || headsRow(items, next)) {
      this.#enterHeads(row, headsOthers ? wide : items, heads, isRightBelow)
      return
    }
    if (this.#isTable && (this.#readUnderHeads(items, heads) || this.#leavesBlankSource(items))) return
    this.#isTable = false
    // Words beside each other are none of a goal that stands above, nor are values or a heading.
    const isOwn = this.#isPartHeading(own) || (items.length > 2 && (items.every(isWords) || areValues(items)))
    if (isOwn) this.#last = undefined
    this.#readPairs(row, items, isOwn ? [] : heads)
  }

  /** 二、年度重点工作任务 alone or in front of words over columns, where it is none of the goals above. */
  #isPartHeading([first, ...others]: readonly Pick<Cell, 'text'>[]): boolean {
    if (first === undefined || others.length === 1 || first.text.length > LONGEST_PART_HEADING) return false
    return PART_HEADING.test(first.text.folded.trim()) && !this.builder.isOpenFor(first.text)
  }

  /** 1, 2, 3 under 行次 number the rows of a table of money. */
  #withoutLineNumbers(items: readonly Item[], over: readonly Over[]): readonly Item[] {
    if (!over.some(({ label }) => NUMBERS_LINES.test(label.text.meaning))) return items
    return items.filter((item) => {
      const head = overOf(item, over)
      if (head === undefined || item.kind !== 'number' || !NUMBERS_LINES.test(head.label.text.meaning))
        return true
      this.builder.leave(item.cell.text, 'column')
      return false
    })
  }

  /** Whether words that reach to the next ones stand over a row of words that heads columns: 基本支出 over 合计, 财政拨款. */
  #headsHeads(items: readonly Item[], next: Row | undefined, second: Row | undefined): boolean {
    if (next === undefined || this.#tasks !== undefined) return false
    if (!items.every(isHeading) || !items.some(isWide) || !items.some(isOfMoneyItem)) return false
    const below = ownCells(next).map((cell) => this.#itemOf(cell, next))
    // Narrow words reach down; wide ones are divided.
    const isRight = (item: Item): boolean => {
      const under = below.filter(({ column }) => item.column <= column && column < item.end)
      return isWide(item) ? under.length > 1 : under.length === 0
    }
    return items.every(isRight) && below.some(isOfMoneyItem) && headsRow(below, second)
  }

  /** `text`: the part of the cell that is meant. */
  #itemOf(whole: Cell, row: Row, text = whole.text): Item {
    const cell = text === whole.text ? whole : { ...whole, text }
    const column = row.cells.indexOf(whole)
    let end = column + 1
    while (row.cells[end]?.mergedInto === whole) end += 1
    const plain = cell.text.meaning
    const label = this.#named(labelOfCell(cell))
    const { told }: ToldCell = cell
    if (told?.isGuess === true) this.log.guess(row, cell.text, told.role)
    // 实际完成 beside 预期目标 is what became of it.
    const named = label?.role === 'actual' ? ({ ...label, role: 'result' } as const) : label
    return { cell, column, end, label: named, plain, kind: kindOf(cell.text) }
  }

  /** Words over columns of values: 年初预算数, 全年预算数; 预期目标 beside 实际完成情况; 合计 and the districts. */
  #enterHeads(row: Row, items: readonly Item[], above: readonly Over[], isSecond: boolean): void {
    const overs = items.map(({ column }) =>
      above.find(
        (head) => this.#isTable && head.end - head.start > 1 && head.start <= column && column < head.end,
      ),
    )
    // One whole alone may be divided, which needs no name of its own.
    const divided = new Set(
      overs.filter((over, i) => over !== undefined && isSumWord((items[i] as Item).plain)),
    )
    const heads = items.map((item, i): Over => {
      const { cell, column, end } = item
      const label = item.label ?? headLabel(cell.text, items)
      this.#hasTerms ||= label.term === 'long-term'
      if (label.role === 'other') this.builder.headings.push({ text: cell.text, role: 'other' })
      else this.builder.label(label)
      const over = overs[i]
      if (over === undefined) return { start: column, end, label, over }
      if (divided.size > 1 && divided.has(over))
        return { start: column, end, label, over: { ...over.label, role: 'funding' } }
      // 半年 and 全年 under 预算数 are said together with it.
      const said = label.role === 'other' ? { ...label, role: over.label.role } : label
      return { start: column, end, label: said, over: undefined }
    })
    // What reaches down beside a second row of words heads its columns still.
    const reaching = isSecond
      ? above.filter((head) => row.cells.slice(head.start, head.end).every(({ text }) => text.isBlank))
      : []
    this.#over = [...heads, ...reaching].sort((a, b) => a.start - b.start)
    this.#isTable = true
    this.#isRightBelow = true
    this.#isOfMoney = this.#over.some(({ label }) => isOfMoney(label))
    this.#last = undefined
    this.#front = row
  }

  /** 市级资金 in a table of money with nothing beside it; whether the row is that. */
  #leavesBlankSource(items: readonly Item[]): boolean {
    const labels = items.flatMap(({ label }) =>
      label?.role === 'funding' && label.value.isBlank ? [label] : [],
    )
    if (!this.#isOfMoney || labels.length < items.length) return false
    for (const label of labels) this.builder.label(label)
    return true
  }

  /** The first cell of a row under such words; -1 where they say nothing of the row. */
  #firstUnder(items: readonly Item[], heads: readonly Over[]): number {
    const first = items.findIndex((item) => isUnderHead(item, heads))
    const areOfTexts = heads.some(({ label }) => TEXTS.has(label.role))
    const before = items.slice(0, Math.max(0, first))
    // A goal beside its own label is under none of them.
    if (!areOfTexts) return before.some(isOfText) ? -1 : first
    // 项目实施内容概述 with the only text of its row is no row of goals and results.
    const beside = before.at(-1)
    const isOwn = beside?.label?.role === 'other' && !isFrontOf(beside.cell, this.#front)
    return isOwn && first === items.length - 1 ? -1 : first
  }

  /** The cells of a row under such words; whether it has any. */
  #readUnderHeads(items: readonly Item[], heads: readonly Over[]): boolean {
    const first = this.#firstUnder(items, heads)
    if (first < 0) return false
    const labels = items
      .slice(0, first)
      .filter(
        ({ cell, kind, plain }) => kind !== 'number' && !isFiller(plain) && !isFrontOf(cell, this.#front),
      )
    const left = labels.at(-1)
    // 项目 beside 基本 in front of money is what is spent on projects, and names none.
    const said = left?.label?.role === 'name' && isMainSpending(left.plain) ? undefined : left?.label
    const own = left === undefined ? undefined : (said ?? wordLabel(left.cell.text))
    for (const { cell, label, kind, plain } of items.slice(0, first))
      if (label !== undefined) this.builder.label(label)
      else if (kind === 'number' || isFiller(plain)) this.builder.leave(cell.text, 'column')
      else this.builder.headings.push({ text: cell.text, role: 'other' })
    for (const item of items.slice(first)) {
      const head = isUnderHead(item, heads) ? overOf(item, heads) : undefined
      if (head !== undefined) this.#readUnderHead(item, head, own)
      else if (item.label !== undefined) this.builder.label(item.label)
      else this.builder.leave(item.cell.text, 'column')
    }
    return true
  }

  #readUnderHead({ cell: { text }, kind }: Item, { label: head, over }: Over, left: Label | undefined): void {
    if (TEXTS.has(head.role)) {
      this.builder.field(head, text)
      if (head.role === 'goal') this.#last = head
    } else if (kind === 'sentence') this.builder.unknown(head.text, text)
    else if (this.#isOfMoney || isOfMoney(left) || isOfMoney(head))
      this.builder.money({ left, above: head, over, text })
    else this.builder.leave(text, 'column')
  }

  /** Labels with their values beside them. */
  #readPairs(row: Row, items: readonly Item[], heads: readonly Over[]): void {
    const terms = new MoneyTerms(this.#moneyColumns, row.cells)
    const above: Over[] = []
    let pending: Pending | undefined
    let isFilled = false
    const leavePending = (): void => {
      if (isFilled) return
      if (pending?.isKnown === true) above.push(pending)
      else if (pending !== undefined) this.builder.leave(pending.label.text, 'column')
    }
    for (const [i, item] of items.entries()) {
      const owner = pending?.label ?? overOf(item, heads)?.label ?? verticalLabel(row, item.column)
      const printed = this.#named(terms.labelIn(item.cell, item.column)) ?? item.label
      const found = labelAt(items, i, { printed, pending, owner })
      if (found !== undefined) {
        leavePending()
        pending = found.isKnown && this.#readLabel(found.label, items[i + 1]?.cell.text) ? undefined : found
        isFilled = false
        continue
      }
      if (isFiller(item.plain) && isOfMoney(pending?.label) && items[i + 1]?.kind === 'number') {
        this.builder.leave(item.cell.text, 'column')
        continue
      }
      if (terms.isOfUnknown(pending?.label, item.column)) this.builder.leave(item.cell.text, 'column')
      else this.#readBeside(item, pending, owner, terms, i === 0 && items.length > 1)
      isFilled = pending?.label.role === 'goal'
      if (!isFilled) pending = undefined
    }
    leavePending()
    this.#waiting = pending?.label.role === 'goal' ? pending.label : undefined
    this.#over = this.#isWhole ? above.filter(({ label }) => label.role === 'goal') : above
    this.#moneyColumns = terms.columns
  }

  /** A value beside its label, or under one. */
  #readBeside(
    { cell: { text }, column, kind }: Item,
    pending: Pending | undefined,
    owner: Label | undefined,
    terms: MoneyTerms,
    isInFront: boolean,
  ): void {
    // A goal cell goes on in the next row, or under its label; words in front of others are a label that nobody knows.
    const known = owner ?? (isInFront && kind !== 'sentence' ? undefined : this.#last)
    if (pending?.isKnown === false) this.builder.unknown(pending.label.text, text)
    else if (known?.role === 'funding')
      this.builder.money({ left: known, above: terms.sumOver(column), text })
    else if (known !== undefined) this.builder.field(known, text)
    else if (this.builder.isOpen) this.builder.leave(text, 'column')
    else this.front.push(text)
    this.#last = known?.role === 'goal' ? known : undefined
  }

  /** The form of a department is that of a project with its name; 一级项目名称 behind 二级项目名称 is that of a group. */
  #named(label: Label | undefined): Label | undefined {
    const isOfGroup =
      label?.role === 'name' && label.text.folded.startsWith('一级') && this.builder.has('name')
    if (isOfGroup && !this.builder.hasIndicators) return { ...label, role: 'other' }
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
    // A row lacks the cell in front that is merged over several; of 其中:基本支出 168.68 168.68 168.68 only the last cells are blank.
    const [first] = own
    const isOfSource = first !== undefined && OF_SOURCES.has(labelOfCell(first)?.role ?? 'other')
    if (isOfSource && own.length < heads.length - 1) return heads
    // A share under 执行率 stands where it should: it is the last cell that is blank.
    const isRate = ({ text }: Cell, i: number): boolean =>
      kindOf(text) === 'share' && heads.some(({ start, label }) => start === i && label.role === 'rate')
    if (own.some(isRate)) return heads
    return heads.slice(-own.length).map(({ label }, i) => ({ start: i, end: i + 1, label, over: undefined }))
  }

  /** Takes a label; whether its value stands in the same cell. `beside`: what stands in the next one. */
  #readLabel(label: Label, beside?: SpannedText): boolean {
    if (this.builder.endsAt(label)) {
      const value = label.value.isBlank ? beside : label.value
      if (value !== undefined && this.builder.isNamed(value)) this.builder.replaceName()
      else this.#next()
    }
    this.#hasTerms ||= label.term === 'long-term'
    this.#hasYear ||= label.term === 'annual' && this.#rows === undefined
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
  const first = own[0] === undefined ? '' : bare(own[0].text)
  const isSum = isTotalScore(first)
  const hasNoName =
    header.columns.includes('indicator') &&
    header.columns.every((role, i) => role !== 'indicator' || cells[i]?.isBlank !== false)
  // 优秀□ 良好☑ beside 最近年度评价情况.
  const isChoice = header.columns.some(
    (role, i) => (role === 'indicator' || isLevelRole(role)) && BOXES.test(cells[i]?.folded ?? ''),
  )
  const levels = cells.filter((text, i) => isLevelRole(header.columns[i]) && !text.isBlank)
  const kinds = levels.map(kindOf)
  const isOther =
    !kinds.some(isLevel) &&
    levels.some(({ folded }, i) => {
      if (isChoice) return true
      const kind = kinds[i] as CellKind
      // 评价结论 | 良好: words that are no heading, and nothing that they would be over.
      if (hasNoName && (kind === 'words' || kind === 'quality' || kind === 'sentence'))
        return /[。;]$/.test(folded) || !/(?:指标|目标)/.test(folded)
      return isTyped(kind) || (kind === 'sentence' && own.length < 4)
    })
  // 评审专家签名, nothing and 评审日期: words in front of the categories, and neither one nor a name behind them.
  const front = header.columns.findIndex(
    (role, i) => role === 'other' && kindOf(cells[i] as SpannedText) === 'words',
  )
  const isFront =
    hasNoName && levels.length === 0 && front >= 0 && front < header.columns.findIndex(isLevelRole)
  return { isRow: !isSum && !isOther && !isFront && !isFooterWord(first), isSum }
}

/** Whether words for money stand in front of nothing but numbers under 合计 and the districts of the indicators. */
const isMoneyOfColumns = (
  [first, ...values]: readonly Cell[],
  { cells }: Row,
  { columns, labels }: RowHeader,
): boolean => {
  const isOfTarget = (cell: Cell): boolean =>
    columns[cells.indexOf(cell)] === 'target' && isMoneyCell(cell.text.meaning)
  return (
    first !== undefined &&
    values.length > 1 &&
    cells.indexOf(first) < columns.indexOf('indicator') &&
    namesMoney(first.text.meaning) &&
    values.every(isOfTarget) &&
    values.some((cell) => isSumWord(labels[cells.indexOf(cell)]?.meaning ?? ''))
  )
}

const BOXES = /[□☑√][^□☑√]+[□☑√]/

/** Whether a row below indicators is of the money that was spent: its heading says so, and its name is that of a rate. */
const isOfExecution = (row: Row, { columns }: RowHeader): boolean => {
  const cells = alignRow(row, columns)
  const [heading, name] = [cells[columns.indexOf('level-one')], cells[columns.indexOf('indicator')]]
  return (
    heading !== undefined &&
    name !== undefined &&
    namesExecution(bare(heading)) &&
    labelIn(name)?.role === 'rate'
  )
}

const OF_EXECUTION: ReadonlySet<ColumnRole> = new Set(['actual', 'weight', 'score'])

/** The column of the names of a department's tasks, where a row heads them: as it was told, or with 主要内容 beside it. */
const taskColumn = (row: Row, own: readonly Cell[]): number => {
  const told = row.cells.findIndex((cell: ToldCell) => cell.told?.headsTasks === true)
  const content = own.findIndex(({ text }) => TASK_CONTENT.test(text.meaning))
  const name = own[content - 1]
  if (told >= 0 || name === undefined || own.length < 3) return told
  return own.every(({ text }) => kindOf(text) !== 'sentence' && !/\d/.test(text.folded))
    ? row.cells.indexOf(name)
    : told
}

/** The column of 项目名称 where a department's form lists its projects: a name below it, and money below the words behind it. */
const projectColumn = ({ cells }: Row, own: readonly Cell[], next: Row | undefined): number => {
  const name = own.findIndex((cell) => labelOfCell(cell)?.role === 'name')
  const below = (cell: Cell | undefined): Cell | undefined =>
    cell === undefined ? undefined : next?.cells[cells.indexOf(cell)]
  const first = below(own[name])
  if (name < 0 || first === undefined || first.text.isBlank || labelOfCell(first) !== undefined) return -1
  const behind = own.slice(name + 1)
  const areWords = behind.every(({ text }) => !/\d/.test(text.folded))
  const isOfMoney = behind.some((cell) => {
    const value = below(cell)
    return labelOfCell(cell)?.role === 'amount' && value !== undefined && isMoneyCell(value.text.meaning)
  })
  return areWords && isOfMoney ? cells.indexOf(own[name] as Cell) : -1
}

/** FORM: several sources of money with their amounts in the lines of one cell. */
const fieldsIn = ({ text }: Cell): readonly SpannedText[] => {
  const lines = text.folded.includes('\n') ? paragraphsOf(text) : []
  const areFields = lines.length > 1 && lines.every((line) => OF_SOURCES.has(labelIn(line)?.role ?? 'other'))
  return areFields ? lines : [text]
}

const OF_SOURCES: ReadonlySet<ColumnRole> = new Set(['amount', 'funding'])

/** 目标1 in a cell of its own is the number of the goal beside it. */
const withGoalNumbers = (items: readonly Item[]): readonly Item[] =>
  items.flatMap((item, i) => {
    const next = items[i + 1]
    if (next !== undefined && isGoalNumber(item) && next.label === undefined) return []
    const number = items[i - 1]
    if (number === undefined || !isGoalNumber(number) || item.label !== undefined) return [item]
    const glue = number.plain.endsWith(':') ? '' : ':'
    const text = SpannedText.join([number.cell.text, item.cell.text], glue, true)
    return [
      { ...item, cell: { ...item.cell, text }, column: number.column, kind: 'sentence', plain: text.meaning },
    ]
  })

const isGoalNumber = ({ plain }: Item): boolean =>
  /^目标(?:\d{1,2}|[一二三四五六七八九十]{1,2}):?$/.test(plain)

/** Whether cells hold words, numbers and signs as a row of indicators does, and neither labels nor sentences. */
const areValues = (items: readonly Item[]): boolean =>
  items.every(({ label, kind }) => label === undefined && kind !== 'sentence') &&
  items.filter(({ kind }) => isTyped(kind) || kind === 'comparator').length > 1

/** Parts of a form stand under such headings. */
const LONGEST_PART_HEADING = 30
const PART_HEADING = /^[一二三四五六七八九十]{1,3}、[^,。;:!?\d]+$/

/** 基本支出 looks like a quality of something. */
const isHeading = (item: Item): boolean =>
  isWords(item) || (item.kind === 'quality' && item.plain.length <= 8)

const isWide = ({ column, end }: Pick<Item, 'column' | 'end'>): boolean => end - column > 1

/** Whether words head points and scores, and nothing that is planned. */
const headsScores = (own: readonly Cell[], roles: readonly (ColumnRole | undefined)[]): boolean =>
  own.length > 3 &&
  roles.filter((role) => role === 'weight' || role === 'score').length > 1 &&
  roles.every((role) => role === undefined || SCORED.has(role)) &&
  own.every(({ text }) => !/\d/.test(text.folded))

const SCORED: ReadonlySet<ColumnRole> = new Set(['weight', 'score', 'name', 'note', 'other', 'reason'])

/** 具体指标见下表: no words of the field above. */
const ANNOUNCES_TABLE = /^[^,。;\d]{0,24}(?:下表|附表|如下)(?:所示)?[:。]?$/

/** The two rows below the one at `at`, where nothing stands between them. */
const rowsBelow = (blocks: readonly Block[], at: number): readonly Row[] => {
  const [next, second] = blocks.slice(at + 1, at + 3)
  if (next?.kind !== 'row') return []
  return second?.kind === 'row' ? [next, second] : [next]
}
