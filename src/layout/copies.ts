import type { Block, Cell, Row } from '../read/grid.ts'
import { SpannedText } from '../source/spanned-text.ts'
import { isSumWord } from '../vocabulary/money-words.ts'
import { labelOfCell } from './labels.ts'
import { rolesOf } from './row-roles.ts'

/**
 * Converters print a merged cell again in each place that it covers: `项目名称 | 某项目 | 某项目 | 某项目`. Puts blanks
 * into those places, as formats with merged cells do. Equal values of several columns (≥90% in each district) are
 * no copies: a run of equal cells is one only in a row of fields, in a title, or under equal headers.
 */
export const blankCopies = (blocks: readonly Block[]): Uncopied => {
  const hasMerged = blocks.some((block) => block.kind === 'row' && block.cells.some(isMerged))
  if (hasMerged || !blocks.some((block) => block.kind === 'row' && hasRun(block)))
    return { blocks, copies: [] }
  const reader = new CopyReader(blocks)
  return { blocks: blocks.map((block, at) => reader.read(block, at)), copies: reader.copies }
}

/** The blocks with blanks where copies stood, and those. */
export interface Uncopied {
  readonly blocks: readonly Block[]
  readonly copies: readonly SpannedText[]
}

class CopyReader {
  readonly copies: SpannedText[] = []
  readonly #blocks: readonly Block[]
  /** Columns of the table of indicators that are copies of the one before. */
  #columns: readonly Run[] = []
  #above: Row | undefined

  constructor(blocks: readonly Block[]) {
    this.#blocks = blocks
  }

  read(block: Block, at: number): Block {
    const above = this.#above
    this.#above = block.kind === 'row' ? block : undefined
    if (block.kind === 'text') this.#columns = []
    if (block.kind !== 'row') return block
    const isHeader = headsColumns(block)
    const isField = !isHeader && beginsWithLabel(block)
    const all = runsIn(block)
    const runs = isField && above !== undefined ? all.flatMap((run) => dividedUnder(above, run)) : all
    if (isHeader) this.#columns = runs.filter((run) => isCopied(this.#blocks, at, run))
    else if (isField || runs.some((run) => isWhole(block, run))) this.#columns = []
    const copied = runs.filter((run) => this.#isCopy(block, run, isField ? above : undefined, isField))
    const front = isField && above !== undefined && goesOnUnder(block, above) ? above.cells[0] : undefined
    return copied.length === 0 && front === undefined ? block : this.#blank(block, copied, front)
  }

  #isCopy(row: Row, run: Run, above: Row | undefined, isField: boolean): boolean {
    const isInColumns = this.#columns.some(({ start, end }) => start <= run.start && run.end <= end)
    return isInColumns || isWhole(row, run) || (isField && isValue(row, run, above))
  }

  /** `front`: the label above that the first cell is a copy of. */
  #blank(row: Row, runs: readonly Run[], front: Cell | undefined): Row {
    const cells = row.cells.map((cell, i): Cell => {
      const run = runs.find(({ start, end }) => start < i && i < end)
      const origin = i === 0 ? front : run === undefined ? undefined : row.cells[run.start]
      if (origin === undefined) return cell
      this.copies.push(cell.text)
      const { span, markup, unclosed } = cell
      return { mergedInto: origin, text: SpannedText.of([], span.start), span, markup, unclosed }
    })
    return { ...row, cells }
  }
}

/** Adjacent cells of one text, from the first to behind the last. */
interface Run {
  readonly start: number
  readonly end: number
}

const isMerged = ({ mergedInto }: Cell): boolean => mergedInto !== undefined

const hasRun = ({ cells }: Row): boolean => cells.some((_, at) => isRepeated(cells, at))

/** Whether the next cell has the same text. */
const isRepeated = (cells: readonly Cell[], at: number): boolean => {
  const next = cells[at + 1]
  const { text } = cells[at] as Cell
  return next !== undefined && text.meansSameAs(next.text) && !text.isBlank
}

const runsIn = ({ cells }: Row): readonly Run[] => {
  const runs: Run[] = []
  for (let start = 0; start < cells.length; ) {
    let end = start + 1
    while (isRepeated(cells, end - 1)) end += 1
    if (end > start + 1) runs.push({ start, end })
    start = end
  }
  return runs
}

/** The parts of a run under labels of their own: one text may be the goal of the term and that of the year. */
const dividedUnder = ({ cells }: Row, { start, end }: Run): readonly Run[] => {
  const labelAt = (at: number): string => {
    const cell = cells[at]
    return cell === undefined || labelOfCell(cell) === undefined ? '' : cell.text.meaning
  }
  // A label with its value beside it heads nothing below.
  if (cells.slice(start, end).some(({ text }, i) => !text.isBlank && labelAt(start + i) === ''))
    return [{ start, end }]
  const parts: Run[] = []
  let from = start
  for (let at = start + 1; at <= end; at += 1) {
    const isCut =
      at === end || (labelAt(at) !== labelAt(at - 1) && labelAt(at) !== '' && labelAt(at - 1) !== '')
    if (!isCut) continue
    if (at > from + 1) parts.push({ start: from, end: at })
    from = at
  }
  return parts
}

/** A title, or a note, in every cell of its row. */
const isWhole = ({ cells }: Row, { start, end }: Run): boolean =>
  end - start > 2 && start === 0 && cells.slice(end).every(({ text }) => text.isBlank)

const HEADS: ReadonlySet<string> = new Set(['level-one', 'level-two', 'indicator', 'target'])

/** Whether a row is the header of a table of indicators. */
const headsColumns = (row: Row): boolean =>
  new Set(rolesOf(row).roles.filter((role) => role !== undefined && HEADS.has(role))).size >= 2

const beginsWithLabel = ({ cells }: Row): boolean => {
  const first = cells.find(({ text }) => !text.isBlank)
  const role = first === undefined ? undefined : labelOfCell(first)?.role
  // 绩效指标 stands in front of every row of its table.
  return role !== undefined && role !== 'indicator'
}

/** Whether the label in front is the one above, merged over labels of its own: 项目概况 over 项目名称, 总体目标 over 年度目标. */
const goesOnUnder = ({ cells }: Row, above: Row): boolean => {
  const [first] = cells
  const [over, next] = above.cells
  if (first === undefined || over === undefined || next === undefined || first.text.isBlank) return false
  return (
    first.text.meaning === over.text.meaning &&
    (labelOfCell(next) !== undefined || isSumWord(next.text.meaning))
  )
}

/** A label or its value, that goes on to the next label; values under labels of their own are no copies. */
const isValue = ({ cells }: Row, { start, end }: Run, above: Row | undefined): boolean => {
  const isLabel = (at: number): boolean => {
    const cell = cells[at]
    return cell !== undefined && labelOfCell(cell) !== undefined
  }
  if (isLabel(start)) return true
  const over =
    above?.cells
      .slice(start, end)
      .map((cell) => (labelOfCell(cell) === undefined ? '' : cell.text.meaning)) ?? []
  if (over.length > 1 && over[0] !== '' && over.every((label) => label === over[0])) return true
  const next = cells.findIndex(({ text }, i) => i >= end && !text.isBlank)
  if (start === 0 || !isLabel(start - 1) || !(next < 0 || isLabel(next))) return false
  if (!/^[\d,.\s-]+$/.test(cells[start]?.text.folded ?? '')) return true
  const heads = above?.cells.slice(start, end).filter((cell) => labelOfCell(cell) !== undefined) ?? []
  return new Set(heads.map(({ text }) => text.meaning)).size < 2
}

/** Whether the cells under equal headers are equal in every row of the table. */
const isCopied = (blocks: readonly Block[], header: number, { start, end }: Run): boolean => {
  let rows = 0
  for (const block of blocks.slice(header + 1)) {
    if (block.kind !== 'row' || headsColumns(block) || (beginsWithLabel(block) && rows > 0)) break
    if (
      block.cells.slice(start + 1, end).some(({ text }) => text.meaning !== block.cells[start]?.text.meaning)
    )
      return false
    rows += 1
  }
  return rows > 0
}
