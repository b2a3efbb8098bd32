import type { DraftIndicatorRow, DraftProject, LayoutId } from '../model/draft.ts'
import type { Block, Cell, Row } from '../read/grid.ts'
import { meaning } from '../source/fold.ts'
import { cover } from '../source/span.ts'
import { SpannedText } from '../source/spanned-text.ts'
import { headsPoints } from '../vocabulary/cell-kinds.ts'
import { isAside, isTotalScore } from '../vocabulary/form-words.ts'
import { alignRow } from './align.ts'
import { extended } from './continued.ts'
import { joinCutRow, takeCutHeadings, wholeRow } from './cut-rows.ts'
import { totalScoreIn } from './form-rows.ts'
import { isTitle, isUnitLine } from './front-matter.ts'
import { type HeaderlessList, headerlessList, headerlessPage } from './headerless.ts'
import { emptyProject } from './hierarchy.ts'
import { type HeadedRow, IndicatorRowReader } from './indicator-rows.ts'
import { labelIn } from './labels.ts'
import type { Layout, Part } from './layout.ts'
import { ListBuilder } from './list-builder.ts'
import { ReadingLog } from './reading-log.ts'
import { ownCells } from './row-cells.ts'
import { printsEveryName, rowHeaderAt } from './row-header.ts'
import { isSignatureRow, totalName } from './row-roles.ts'
import type { RowHeader } from './sides.ts'
import { type Slots, slotsOf } from './slots.ts'
import { kindOf as kindOfText } from './words-of.ts'

/**
 * L2: one row per indicator. Project, amount, goal and headings are printed once, merged over their
 * rows, or again in each row; L6, a matrix, has several target columns, and L7, a flat table, none of
 * headings.
 */
export const rowPerIndicator: Layout = {
  id: 'row-per-indicator',
  highest: 1,

  score: (blocks) => {
    const header = firstHeader(blocks)
    if (header === undefined)
      return headerlessList(blocks) !== undefined ? 0.9 : headerlessPage(blocks) !== undefined ? 0.5 : 0
    return header.columns.includes('name') ? 1 : 0.6
  },

  read: (blocks): Part => {
    const isHeaded = firstHeader(blocks) !== undefined
    const list = isHeaded ? undefined : headerlessList(blocks)
    const page = isHeaded || list !== undefined ? undefined : headerlessPage(blocks)
    const reader = new RowTableReader(list ?? page)
    reader.read(blocks)
    const id = kindOf(reader.header)
    return {
      ...(id === undefined ? {} : { id }),
      tables: reader.list.tables,
      readings: reader.log.all,
      leftovers: reader.list.leftovers,
      irregularRows: reader.log.irregularRows,
      // What stands above the page is not there.
      truncated: page !== undefined,
    }
  },
}

const firstHeader = (blocks: readonly Block[]): RowHeader | undefined => {
  for (const at of blocks.keys()) {
    const header = rowHeaderAt(blocks, at)
    if (header !== undefined) return header
  }
  return undefined
}

const kindOf = (header: RowHeader | undefined): LayoutId | undefined => {
  if (header === undefined) return undefined
  const [side] = header.sides
  if (side === undefined || side.headings.length > 0) return undefined
  if (header.sides.length === 1 && side.targets.length > 2) return 'matrix'
  return side.levelOne === undefined && side.levelTwo === undefined ? 'flat' : undefined
}

/** A project whose rows are being read. */
interface OpenProject {
  project: DraftProject
  readonly rows: DraftIndicatorRow[]
  /** Its place among the entries, which rows apart from the others come back to. */
  readonly at: number
}

/** Of a long table, so many blocks tell how its rows are printed. */
const TELLING = 2000

/** Reads tables with a row for each indicator into projects. */
class RowTableReader {
  readonly list = new ListBuilder()
  readonly log = new ReadingLog()
  header: RowHeader | undefined
  #indicators: IndicatorRowReader | undefined
  #current: OpenProject | undefined
  /** Every row prints its project: rows of one may stand apart. */
  #isFlat = false
  /** A header, a blank line or a note stands above this row. */
  #afterBreak = false
  readonly #known = new Map<string, OpenProject>()

  readonly #headerless: HeaderlessList | undefined

  /** `headerless`: the columns of a list that no header stands over. */
  constructor(headerless: HeaderlessList | undefined) {
    this.#headerless = headerless
  }

  read(blocks: readonly Block[]): void {
    for (let at = 0; at < blocks.length; at += 1) {
      const block = blocks[at] as Block
      if (block.kind === 'text' && this.#indicators?.openSection(block.cell.text) !== true)
        this.list.line(block.cell.text)
      if (block.kind !== 'row') {
        this.#afterBreak = true
        continue
      }
      const header = rowHeaderAt(blocks, at, this.header)
      if (header !== undefined) {
        this.#readHeader(header, blocks, at + header.height)
        at += header.height - 1
        this.#afterBreak = true
        continue
      }
      if (at === this.#headerless?.at) this.#readHeader(this.#headerless.header, blocks, at)
      const { row, lines } =
        this.header === undefined ? { row: block, lines: 0 } : wholeRow(blocks, at, this.header)
      at += lines
      this.#readRow(row)
      this.#afterBreak = false
    }
    this.list.finish()
  }

  /** `at`: where the rows below it begin. */
  #readHeader(header: RowHeader, blocks: readonly Block[], at: number): void {
    const isNew = this.list.header()
    if (isNew) {
      this.#current = undefined
      this.#known.clear()
    }
    this.header = header
    this.log.begin(header)
    if (this.#indicators === undefined || isNew)
      this.#isFlat = printsEveryName(header, blocks.slice(at, at + TELLING))
    // On the next page of a table, its headings go on.
    this.#indicators =
      this.#indicators === undefined || isNew
        ? new IndicatorRowReader(header)
        : this.#indicators.under(header)
    for (const heading of header.headings) this.list.heading(heading)
  }

  #readRow(row: Row): void {
    const { header } = this
    const indicators = this.#indicators
    const filled = ownCells(row)
    if (filled.length === 0) return
    if (
      header === undefined ||
      indicators === undefined ||
      isFrontRow(filled) ||
      isSignatureRow(row) ||
      isNote(filled)
    ) {
      for (const { text } of filled) this.list.line(text)
      return
    }
    this.list.leaveLines()
    if (this.#readsTotalScore(row, filled, header)) return
    const aligned = alignRow(row, header.columns)
    const { cells, rests } = this.#afterBreak
      ? takeCutHeadings(aligned, header)
      : { cells: aligned, rests: [] }
    this.#leave(rests)
    const slots = slotsOf(row, header, cells)
    for (const leftover of slots.leftovers) this.list.leftovers.push(leftover)
    const headed = { row, cells }
    const hasRow = indicators.hasContent(headed)
    if (hasRow) this.log.row(row, cells)
    if (!hasRow) this.#leave(indicators.asideOf(headed))
    if (!hasRow && slots.goals.length === 0) this.#readOtherRow(slots)
    else this.#readIndicators(slots, headed, indicators)
  }

  /** Whether 总分 | 90 | 79 stands below the rows of a project, under the columns of points and scores. */
  #readsTotalScore(row: Row, filled: readonly Cell[], { columns }: RowHeader): boolean {
    const [first] = filled
    const open = this.#current
    if (open === undefined || first === undefined || !isTotalScore(first.text.meaning)) return false
    const money = columns.indexOf('amount')
    if (money >= 0 && alignRow(row, columns)[money]?.isBlank === false) return false
    const { total, rests } = totalScoreIn(row, filled, columns)
    if (total === undefined) {
      // 总分 | 100 | 得分: for somebody to write the score behind it.
      const isBare = filled
        .slice(1)
        .every(({ text }) => kindOfText(text) === 'number' || headsPoints(text.meaning))
      if (isBare) this.#leave(rests)
      return isBare
    }
    open.project = { ...open.project, span: cover(open.project.span, row.span), totalScore: total }
    this.#leave(rests)
    this.#close(open)
    return true
  }

  /** A row of totals, of an agency, or of a project alone. */
  #readOtherRow(slots: Slots): void {
    const { code, name, amount } = slots
    const isOpen = !name.isBlank || !amount.isBlank
    if (isOpen || slots.agency !== undefined || totalName(slots) !== undefined) this.#current = undefined
    if (this.list.head(slots, this.header?.columns ?? [])) return
    if (isOpen) {
      this.#indicators?.begin()
      this.#openProject(slots)
    } else {
      // A note in the first column, or the number of an item without words: the project goes on.
      this.#leave([code])
      this.list.leaveFunding(slots)
    }
  }

  #readIndicators(slots: Slots, headed: HeadedRow, indicators: IndicatorRowReader): void {
    if (this.list.enterAgency(slots)) this.#current = undefined
    const current = this.#current
    if (current !== undefined && this.#afterBreak && this.#isCut(slots, headed, indicators)) {
      this.#goOnCut(slots, current, headed, indicators)
      return
    }
    if (current === undefined || this.#beginsProject(slots, current)) {
      indicators.begin()
      const known = this.#isFlat ? this.#known.get(this.#keyOf(slots)) : undefined
      if (known === undefined || this.#beginsProject(slots, known)) this.#openProject(slots)
      else this.#goOn(slots, known)
    } else this.#goOn(slots, current)
    const open = this.#current as OpenProject
    for (const one of indicators.read(headed)) {
      open.rows.push(one)
      extendTo(open, one)
    }
    for (const leftover of indicators.leftovers.splice(0)) this.list.leftovers.push(leftover)
    this.#close(open)
  }

  /** Whether the first row of a page goes on with cells that the end of the page before has cut. */
  #isCut({ code, agency, amount }: Slots, headed: HeadedRow, indicators: IndicatorRowReader): boolean {
    const isMiddle = code === undefined && agency === undefined && amount.isBlank
    return isMiddle && this.#hasLevels && !indicators.hasHeading(headed)
  }

  get #hasLevels(): boolean {
    return this.header?.sides.some(({ levelOne }) => levelOne !== undefined) ?? false
  }

  #goOnCut(slots: Slots, open: OpenProject, headed: HeadedRow, indicators: IndicatorRowReader): void {
    const { name, goals, row } = slots
    const { project } = open
    const isRest = !name.isBlank && !isSame(name, project.name)
    if (!isRest) this.#leave([name])
    open.project = {
      ...extended(project, goals, []),
      name: isRest ? SpannedText.join([project.name, name]) : project.name,
      span: cover(project.span, row.span),
    }
    this.list.leaveFunding(slots)
    for (const next of indicators.read(headed)) {
      const last = open.rows.at(-1)
      const joined = last === undefined ? undefined : joinCutRow(last, next)
      if (joined === undefined) open.rows.push(next)
      else open.rows[open.rows.length - 1] = joined
      extendTo(open, next)
    }
    this.#close(open)
  }

  /** Whether the row names another project than the one above, or the same with other goals and money. */
  #beginsProject({ name, amount, code, goals }: Slots, { project, rows }: OpenProject): boolean {
    const hasOtherMoney = !amount.isBlank && !project.amount.isBlank && !isSame(amount, project.amount)
    if (name.isBlank) return hasOtherMoney && goals.length > 0
    if (hasOtherMoney || !isSame(name, project.name)) return true
    if (code !== undefined && project.code !== undefined && !isSame(code, project.code)) return true
    const [goal] = goals
    const isOther = goal !== undefined && !project.goals.some(({ text }) => isSame(text, goal.text))
    return isOther && rows.length > 0 && !amount.isBlank
  }

  #openProject(slots: Slots): void {
    const { row, code, name, amount, goals, funding, money, period } = slots
    const entries = this.list.entries
    const project: DraftProject = {
      ...emptyProject(row.span, name),
      code,
      amount,
      goals,
      funding,
      money,
      period,
    }
    entries.push({ kind: 'project', project })
    this.#current = { project, rows: [], at: entries.all.length - 1 }
    this.#known.set(this.#keyOf(slots), this.#current)
  }

  #keyOf({ code, name, amount }: Slots): string {
    const texts = [this.list.entries.agency, code?.text ?? '', name.text, amount.text]
    return texts.map(meaning).join('\n')
  }

  /** A further row of the project: what it prints again is left, what is new is added. */
  #goOn(slots: Slots, current: OpenProject): void {
    const { row, code, name, amount, goals } = slots
    const { project } = current
    const isNew = (text: SpannedText): boolean => !project.goals.some((goal) => isSame(goal.text, text))
    this.#leave([code, name, ...(project.amount.isBlank ? [] : [amount])])
    this.#leave(goals.map(({ text }) => text).filter((text) => !isNew(text)))
    this.list.leaveFunding(slots)
    current.project = {
      ...project,
      span: cover(project.span, row.span),
      amount: project.amount.isBlank ? amount : project.amount,
      goals: withGoals(
        project.goals,
        goals.filter(({ text }) => isNew(text)),
      ),
    }
    this.#current = current
  }

  #close({ project, rows, at }: OpenProject): void {
    this.list.entries.replace(at, { ...project, rows })
  }

  #leave(texts: readonly (SpannedText | undefined)[]): void {
    this.list.leave(texts, 'label')
  }
}

/** A title, 编制单位:某局 and 单位:万元 in cells of their own, over the header of a further table. */
const isFrontRow = (filled: readonly Cell[]): boolean =>
  filled.length <= 3 && filled.every(({ text }) => isTitle(text) || isUnitOrAgency(text))

const isUnitOrAgency = (text: SpannedText): boolean => {
  if (!text.folded.includes('单位')) return false
  if (isUnitLine(text)) return true
  const label = labelIn(text)
  return label?.role === 'agency' && !label.value.isBlank
}

/** A goal that breaks off at a comma goes on in the rows below, line by line. */
const withGoals = (above: DraftProject['goals'], added: DraftProject['goals']): DraftProject['goals'] => {
  const last = above.at(-1)
  const [next] = added
  const isBroken = last !== undefined && (/[,、]$/.test(last.text.folded) || last.text.ranges.length > 1)
  if (!isBroken || next === undefined || /[。;]$/.test(last.text.folded)) return [...above, ...added]
  const text = SpannedText.join([last.text, next.text])
  return [...above.slice(0, -1), { ...last, text }, ...added.slice(1)]
}

const isSame = (a: SpannedText, b: SpannedText): boolean => a.meaning === b.meaning

const extendTo = (open: OpenProject, { span }: DraftIndicatorRow): void => {
  open.project = { ...open.project, span: cover(open.project.span, span) }
}

/** 说明:本表…: a note alone in its row. */
const isNote = ([first, ...others]: readonly Cell[]): boolean =>
  first !== undefined && others.length === 0 && isAside(first.text.folded)
