import type { Block, Row } from '../read/grid.ts'
import { cellHeaderAt, recognizeHeader } from './columns.ts'
import { beginsFormAt, looksLikeForm, namesForm } from './form-per-project.ts'
import { isTitle } from './front-matter.ts'
import { headerlessAt } from './headerless.ts'
import {
  isAllotment,
  isForeign,
  isOtherHeader,
  isOtherHeading,
  isOtherList,
  isOtherTitle,
  listsGoals,
} from './other-tables.ts'
import { onlyCell, ownCells, rowsAt } from './row-cells.ts'
import { rowHeaderAt } from './row-header.ts'
import { holdsHead, isOfTable, unnamedFieldsAt } from './table-heads.ts'
import { isWholeNarrative } from './text/narrative.ts'

/**
 * What kind of table a row begins, if it begins one; `other`: one that has neither goals nor indicators, and `allotment`
 * such a one in the notice that tells who gets how much.
 */
type Kind = 'cells' | 'rows' | 'form' | 'other' | 'allotment'

/** Blocks that are laid out alike. */
export interface Section {
  readonly blocks: readonly Block[]
  /** A table beside those of goals and indicators: 收支总表, 三公经费表. */
  readonly isOther: boolean
}

/**
 * Divides a grid where the kind of table changes: a form after a list, a list of another layout on the
 * next sheet. Lines and single cells right before a table belong to it.
 */
export const splitSections = (blocks: readonly Block[]): readonly Section[] => {
  const sections = splitAt(blocks, kindAt)
  // A list without goals is the only thing there is to read.
  return sections.every(({ isOther }) => isOther) ? splitAt(blocks, kindOfListAt) : sections
}

const splitAt = (blocks: readonly Block[], kindOf: KindOf): readonly Section[] => {
  const sections: Section[] = []
  let start = 0
  for (const text of textsAmongTables(blocks)) {
    if (text.start > start) sections.push(...splitTables(blocks.slice(start, text.start), kindOf))
    sections.push({ blocks: blocks.slice(text.start, text.end), isOther: false })
    start = text.end
  }
  if (start < blocks.length || sections.length === 0)
    sections.push(...splitTables(blocks.slice(start), kindOf))
  return sections
}

/** The kind of table that begins at a place inside one of `kind`; `undefined` where none does. */
type KindOf = (blocks: readonly Block[], at: number, kind: Kind | undefined) => Kind | undefined

/** Takes lists of projects without goals for what they are where a file has nothing else. */
const kindOfListAt: KindOf = (blocks, at, kind) => {
  const begun = kindAt(blocks, at, kind)
  if (begun === undefined || !isOtherKind(begun)) return begun
  const block = blocks[at] as Block
  return block.kind === 'row' && recognizeHeader(block) !== undefined ? 'cells' : undefined
}

/** Blocks from one place to another. */
interface Run {
  readonly start: number
  readonly end: number
}

/** Lines before, between and behind tables that describe projects themselves. */
const textsAmongTables = (blocks: readonly Block[]): readonly Run[] => {
  const runs: Run[] = []
  if (!blocks.some(({ kind }) => kind === 'row')) return runs
  for (let start = 0; start < blocks.length; start += 1) {
    if (blocks[start]?.kind !== 'text') continue
    let end = start
    while (end < blocks.length && blocks[end]?.kind !== 'row') end += 1
    const isWhole = (to: number): boolean => to > start && isWholeNarrative(blocks.slice(start, to))
    const title = end < blocks.length ? titleStart(blocks, start, end) : end
    if (isWhole(title)) {
      const head = headStart(blocks, start, title)
      if (head === title || isWhole(head)) runs.push({ start, end: head })
    }
    start = end
  }
  return runs
}

/** Where the title of the table begins that stands behind the lines; their end where it has none. */
const titleStart = (blocks: readonly Block[], start: number, end: number): number => {
  for (let at = end - 1; at >= start && at >= end - 4; at -= 1) {
    const block = blocks[at]
    if (block?.kind === 'text' && isTitle(block.cell.text)) return at
  }
  return end
}

/** Where the head of a table begins among lines; their end where none does. */
const headStart = (blocks: readonly Block[], start: number, end: number): number => {
  for (let at = start; at < end; at += 1) if (holdsHead(blocks, at)) return at
  return end
}

const splitTables = (blocks: readonly Block[], kindOf: KindOf): readonly Section[] => {
  const sections: Section[] = []
  let kind: Kind | undefined
  let start = 0
  for (let at = 0; at < blocks.length; at += 1) {
    const begun = kindOf(blocks, at, kind)
    if (begun === undefined || begun === kind) continue
    // What stands in front of a table of goals belongs to it; notes before another end the one above.
    const isGoals = begun !== 'other' && begun !== 'allotment'
    const from = !isGoals ? at : kind === undefined ? start : frontOf(blocks, at)
    // The words of a notice are about the money that it lists.
    const isOther = isOtherKind(kind) || (kind === undefined && begun === 'allotment')
    if (from > start) sections.push({ blocks: blocks.slice(start, from), isOther })
    start = Math.max(start, from)
    kind = begun
  }
  sections.push({ blocks: blocks.slice(start), isOther: isOtherKind(kind) })
  return sections
}

const isOtherKind = (kind: Kind | undefined): boolean => kind === 'other' || kind === 'allotment'

const kindAt: KindOf = (blocks, at, kind) => {
  const block = blocks[at] as Block
  if (isOtherTitle(block)) return 'other'
  if (block.kind !== 'row') return undefined
  if (isListBehind(blocks, at, kind) && !isNamed(blocks, at, kind)) return 'other'
  if ((kind === undefined || kind === 'form') && isAllotmentAt(blocks, at)) return 'allotment'
  const headed = kindOfHeader(blocks, at, block, kind)
  if (headed !== undefined) return headed
  if (beginsFormAt(blocks, at) || (kind !== 'form' && looksLikeForm(blocks, at))) return 'form'
  const isOther = isOtherHeader(block) || isForeignAt(blocks, at, kind)
  return isOther && !isNamed(blocks, at, kind) ? 'other' : undefined
}

/**
 * Whether lines or a form name a project whose indicators are still to come: its money, and what it was spent on, may
 * have tables of their own.
 */
const isNamed = (blocks: readonly Block[], at: number, kind: Kind | undefined): boolean => {
  if (kind === undefined) return blocks.some((_, i) => i < at && namesForm(blocks, i))
  return kind === 'form' && !blocks.some((_, i) => i < at && beginsIndicatorsAt(blocks, i))
}

const beginsIndicatorsAt = (blocks: readonly Block[], at: number): boolean =>
  rowHeaderAt(blocks, at) !== undefined || headerlessAt(blocks, at) !== undefined

/** The kind of the table that a row is the header of. */
const kindOfHeader = (
  blocks: readonly Block[],
  at: number,
  row: Row,
  kind: Kind | undefined,
): Kind | undefined => {
  const header = mayHaveRows(row) ? rowHeaderAt(blocks, at) : undefined
  if (header !== undefined) {
    // The table of indicators in a form has no column of projects.
    const isOfForm = kind === 'form' || isHeadedByLines(blocks, at) || isNamed(blocks, at, kind)
    return isOfForm && !header.columns.includes('name') ? 'form' : 'rows'
  }
  const columns = cellHeaderAt(blocks, at)
  if (columns === undefined) return undefined
  // Inside the table of a form, 项目, 年初预算数 and 全年预算数 head its money, and 预期目标 and 实际完成情况 its goals.
  const isInside = kind === 'form' && goesOnAbove(blocks, at)
  if (isInside && !(columns.includes('name') && listsGoals(columns))) return undefined
  const isOfNamed = isNamed(blocks, at, kind)
  if (!listsGoals(columns)) return isOfNamed ? undefined : 'other'
  return isOfNamed && !columns.includes('name') ? 'form' : 'cells'
}

/** Whether the row at `at` goes on with the table above: no title and no end of a table stand between. */
const goesOnAbove = (blocks: readonly Block[], at: number): boolean => {
  for (let i = at - 1; i >= 0; i -= 1) {
    const block = blocks[i] as Block
    if (block.kind === 'row') return true
    if (block.kind === 'gap' ? block.endsTable === true : isTitle(block.cell.text)) return false
  }
  return false
}

/** Whether a list of who gets how much begins here, with the tables of goals behind it: a notice has it for its first annex. */
const isAllotmentAt = (blocks: readonly Block[], at: number): boolean => {
  if (goesOnInRows(blocks, at) || isHeadedByLines(blocks, at)) return false
  if (blocks.some((_, i) => i < at && beginsFormAt(blocks, i))) return false
  const rows = untilLine(rowsAt(blocks, at, blocks.length))
  return isAllotment(rows, false) && blocks.some((_, i) => i >= at + rows.length && beginsGoalsAt(blocks, i))
}

/** Whether a table of money alone, or a numbered list, begins behind that of the goals: 专项债券资金使用情况表. */
const isListBehind = (blocks: readonly Block[], at: number, kind: Kind | undefined): boolean => {
  if (kind === undefined || !standsApart(blocks, at)) return false
  const rows = rowsAt(blocks, at, blocks.length)
  // Its title, and who filled it in.
  const first = rows.findIndex((row) => onlyCell(row) === undefined)
  const own = rows.slice(first)
  return first >= 0 && (isAllotment(own, true) || isOtherList(own))
}

/** Whether the row at `at` is of another table than the one above: that ends, or a line parts rows of another width. */
const standsApart = (blocks: readonly Block[], at: number): boolean => {
  if (blocks[at - 1]?.kind === 'row') return false
  if (endsTableAbove(blocks, at)) return true
  const [row, above] = [blocks[at], blocks.findLast(({ kind }, i) => i < at && kind === 'row')]
  return row?.kind === 'row' && above?.kind === 'row' && row.cells.length !== above.cells.length
}

/** Whether a table ends between the row at `at` and the one above. */
const endsTableAbove = (blocks: readonly Block[], at: number): boolean => {
  for (let i = at - 1; i >= 0 && blocks[i]?.kind !== 'row'; i -= 1) {
    const block = blocks[i]
    if (block?.kind === 'gap' && block.endsTable === true) return true
  }
  return false
}

/** Whether the row above has cells; formats without lines of text print titles as rows of one cell. */
const goesOnInRows = (blocks: readonly Block[], at: number): boolean => {
  const above = blocks[at - 1]
  return above?.kind === 'row' && onlyCell(above) === undefined
}

const untilLine = (rows: readonly Row[]): readonly Row[] => {
  const line = rows.findIndex((row) => onlyCell(row) !== undefined)
  return line < 0 ? rows : rows.slice(0, line)
}

/** Whether a form or a table of indicators begins at a place. */
const beginsGoalsAt = (blocks: readonly Block[], at: number): boolean =>
  blocks[at]?.kind === 'row' &&
  !goesOnInRows(blocks, at) &&
  (beginsFormAt(blocks, at) || looksLikeForm(blocks, at) || rowHeaderAt(blocks, at) !== undefined)

/** Whether a table begins here, without a header, that doesn't go on with the one before. */
const isForeignAt = (blocks: readonly Block[], at: number, kind: Kind | undefined): boolean => {
  if (kind === 'cells' || isOtherKind(kind)) return false
  let above = at - 1
  let isHeaded = false
  while (above >= 0 && blocks[above]?.kind !== 'row') {
    const block = blocks[above]
    isHeaded ||= block?.kind === 'text' && isOtherHeading(block.cell.text)
    above -= 1
  }
  const last = blocks[above]
  if (kind === undefined ? !isHeaded : last?.kind !== 'row' || !endsTableAbove(blocks, at)) return false
  const width = kind === undefined || last?.kind !== 'row' ? 0 : last.cells.length
  return isForeign(rowsAt(blocks, at, 3), width, isHeaded)
}

/** Headers have short cells only; most rows are done with that. */
const mayHaveRows = ({ cells }: Row): boolean => cells.every(({ text }) => text.length <= 60)

/** Where the lines begin that stand before the table at `at`. */
const frontOf = (blocks: readonly Block[], at: number): number => {
  let from = at
  while (from > 0 && isFront(blocks[from - 1] as Block)) from -= 1
  return from
}

/** Whether the lines before a table of indicators name the project. */
const isHeadedByLines = (blocks: readonly Block[], at: number): boolean => {
  for (let i = at - 1; i >= 0; i -= 1) {
    if (namesForm(blocks, i) || holdsHead(blocks, i) || unnamedFieldsAt(blocks) === i) return true
    if (isOfTable(blocks[i] as Block)) return false
  }
  return false
}

const isFront = (block: Block): boolean => block.kind !== 'row' || ownCells(block).length <= 1
