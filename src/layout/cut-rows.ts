import { mapped } from '../collect.ts'
import { isListedHeader } from '../lexicon/lexer.ts'
import type { DraftIndicatorRow, DraftTarget } from '../model/draft.ts'
import { type Block, type Cell, joinedCell, type Row } from '../read/grid.ts'
import { countIdeographs } from '../source/fold.ts'
import { cover } from '../source/span.ts'
import { SpannedText } from '../source/spanned-text.ts'
import { categoriesNamed } from '../vocabulary/categories.ts'
import { cellKind } from '../vocabulary/cell-kinds.ts'
import { REST_OF_DATE } from '../vocabulary/dates.ts'
import { headerRole, INDICATOR_COLUMNS, isLevelRole } from '../vocabulary/headers.ts'
import { isSumName } from '../vocabulary/money-words.ts'
import type { Columns } from './align.ts'
import { isHeading } from './column-profile.ts'
import { labelIn, labelOfCell } from './labels.ts'
import { onlyCell } from './row-cells.ts'
import type { RowHeader } from './sides.ts'
import { bare } from './words-of.ts'

/**
 * The indicator above with what the first row of the next page adds to its cells, where the page end
 * has cut them: a row without headings that has a name and no target, or a target and no name.
 */
export const joinCutRow = (
  above: DraftIndicatorRow,
  row: DraftIndicatorRow,
): DraftIndicatorRow | undefined => {
  if (row.weight !== undefined || row.direction !== undefined) return undefined
  const values = row.targets.filter(({ value }) => !value.isBlank)
  const hasOthers = row.targets.some(({ comparator, unit }) =>
    [comparator, unit].some((cell) => cell?.isBlank === false),
  )
  const isOne = row.name.isBlank !== (values.length === 0)
  const isRest = isOne || values.every(({ value }) => UNIT_OR_BOUND.test(value.folded))
  if (hasOthers || !isRest) return undefined
  if (row.targets.slice(above.targets.length).some(({ value }) => !value.isBlank)) return undefined
  // Cut between its cells an indicator would be whole: only one that has a target can lack the end of its name.
  if (!above.targets.some(({ value }) => !value.isBlank)) return undefined
  const targets = above.targets.map((target, i): DraftTarget => {
    const value = row.targets[i]?.value
    if (value === undefined || value.isBlank || target.value.isBlank) return target
    return { ...target, value: SpannedText.join([target.value, value]) }
  })
  const name = row.name.isBlank ? above.name : SpannedText.join([above.name, row.name])
  return { ...above, name, targets, span: cover(above.span, row.span) }
}

/** Whether 前 is all that a row has: the end of a date whose page ended. */
export const isRestOfDate = (row: Row, { targets: [target] }: DraftIndicatorRow): boolean =>
  target !== undefined && REST_OF_DATE.test(target.value.meaning) && onlyCell(row)?.text === target.value

/**
 * The blocks of a text of `length` with the last cell marked as unclosed where the text breaks off inside the last
 * row: it ends without a line end, and the rows above all have more cells, or inside a cell and nothing stands behind it.
 */
export const markCutRow = (blocks: readonly Block[], length: number): readonly Block[] => {
  const at = blocks.findLastIndex(({ kind }) => kind !== 'gap')
  const row = blocks[at]
  const cell = row?.kind === 'row' ? row.cells.at(-1) : undefined
  if (row?.kind !== 'row' || cell === undefined) return blocks
  const above = blocks.slice(Math.max(0, at - FAR), at)
  const endsText = at === blocks.length - 1 && !cell.text.isBlank && cell.span.end === length
  if (!breaksOff(row, above) && !(endsText && isShort(row, above.slice(-2)))) return blocks
  const cells = [...row.cells.slice(0, -1), { ...cell, unclosed: true }]
  return blocks.with(at, { ...row, cells })
}

/** Whether a row has fewer cells than those above; 填报人 and 审核人 may stand under the table. */
const isShort = ({ cells }: Row, above: readonly Block[]): boolean =>
  above.length > 0 &&
  above.every((block) => block.kind === 'row' && block.cells.length > cells.length) &&
  labelIn((cells[0] as Cell).text)?.role !== 'other'

const FAR = 12

/** 投 under 投资补助 in the last row, and nothing behind it, where rows above have money at their end. */
const breaksOff = ({ cells }: Row, above: readonly Block[]): boolean => {
  const at = cells.findLastIndex(({ text }) => !text.isBlank)
  const last = cells[at]?.text.meaning
  if (last === undefined || /\d/.test(last) || at < 1 || at > cells.length - 2) return false
  const longer = above.filter(
    (block) =>
      block.kind === 'row' &&
      block.cells.length === cells.length &&
      block.cells.slice(at).every(({ text }) => !text.isBlank) &&
      block.cells[at]?.text.meaning.startsWith(last) === true &&
      block.cells[at]?.text.meaning !== last,
  )
  return longer.length > 1
}

/** What a value ends with, and no value begins with. */
const UNIT_OR_BOUND = /^(?:%|[人个次户项场期家份米亩元天]|万元|公里|及?以[上下内])+$/

/** The rests of headings that a page end has cut (可持续影响 on one page, 指标 on the next), and the other cells. */
export const takeCutHeadings = (
  cells: readonly SpannedText[],
  { columns }: RowHeader,
): { readonly cells: readonly SpannedText[]; readonly rests: readonly SpannedText[] } => {
  const rests = cells.filter((text, i) => isLevelRole(columns[i]) && CUT_HEADING.test(text.folded))
  if (rests.length === 0) return { cells, rests }
  return { cells: cells.map((text) => (rests.includes(text) ? text.slice(0, 0) : text)), rests }
}

const CUT_HEADING = /^(?:(?:影响|性)?指标|标)$/

/**
 * The row at `at` with the lines after it that a line end inside a cell has parted from it, and how many
 * those are. Rows that lack covered places are short as well, so the row must be whole up to the cut.
 */
export const wholeRow = (
  blocks: readonly Block[],
  at: number,
  { columns }: RowHeader,
): { readonly row: Row; readonly lines: number } => {
  const row = blocks[at] as Row
  const alone = { row, lines: 0 }
  const target = columns.indexOf('target')
  if (row.cells.length >= columns.length || row.cells.length > target) return alone
  if (row.cells.at(-1)?.text.isBlank !== false || !isWhole(row, columns)) return alone
  const parts = missingParts(blocks, at, columns.length)
  if (parts.length === 0 || parts.some(isSum)) return alone
  return { row: parts.reduce<Row>(joinRows, row), lines: parts.length }
}

/** Whether blanks stand where cells are covered, or the row is the first of a project. */
const isWhole = ({ cells }: Row, columns: RowHeader['columns']): boolean => {
  if (cells[0]?.text.isBlank === true) return true
  const money = cells[columns.indexOf('amount')]?.text
  const goal = cells[columns.indexOf('goal')]?.text
  if (money === undefined || goal === undefined) return false
  return /^[\d,.]+$/.test(money.folded) && countIdeographs(goal.folded) >= SHORTEST_GOAL
}

const SHORTEST_GOAL = 4

const isSum = ({ cells }: Row): boolean =>
  cells.some(({ text }) => {
    const name = text.folded.replace(/\s/g, '')
    return isSumName(name)
  })

/**
 * Rows that a line end inside a cell has broken, put together: the following lines have just the
 * cells that are missing. Other rows stay as they are.
 */
export const joinBrokenRows = (
  blocks: readonly Block[],
  recognizeHeader: (row: Row) => Columns | undefined,
): readonly Block[] => {
  const joined: Block[] = []
  let width = 0
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at] as Block
    if (block.kind !== 'row') {
      joined.push(block)
      continue
    }
    const columns = recognizeHeader(block)
    if (columns !== undefined) width = columns.length
    const parts = columns === undefined && block.cells.length < width ? missingParts(blocks, at, width) : []
    joined.push(parts.reduce<Row>(joinRows, block))
    at += parts.length
  }
  return joined
}

/** The lines after `at` that make its row whole, or none. */
const missingParts = (blocks: readonly Block[], at: number, width: number): readonly Row[] => {
  const parts: Row[] = []
  let count = (blocks[at] as Row).cells.length
  for (const block of blocks.slice(at + 1, at + 1 + 200)) {
    if (block.kind === 'gap') return []
    const cells = block.kind === 'row' ? block.cells : [block.cell]
    const first = (cells[0] as Cell).text
    if (first.isBlank || /^[\d.,\s]+$/.test(first.folded)) return []
    parts.push(block.kind === 'row' ? block : { kind: 'row', span: block.cell.span, cells })
    count += cells.length - 1
    if (count === width) return parts
    if (count > width) return []
  }
  return []
}

/** A row with the next line of it. */
const joinRows = (before: Row, after: Row): Row => {
  const last = before.cells.at(-1) as Cell
  const first = after.cells[0] as Cell
  const broken = joinedCell([last, first], SpannedText.join([last.text, first.text], '\n'))
  return {
    kind: 'row',
    span: { start: before.span.start, end: after.span.end },
    cells: [...before.cells.slice(0, -1), broken, ...after.cells.slice(1)],
  }
}

/**
 * Where a converter made a row of each line, narrow cells break their words over several: 绩, 效, 指 and 标 below each
 * other, 产出 over 指标. Puts such words together in the place of the first part, and leaves the others blank.
 */
export const joinBrokenWords = (blocks: readonly Block[]): readonly Block[] => {
  const joined = new Map<Cell, Cell>()
  for (let at = 0; at + 1 < blocks.length; at += 1) {
    const row = blocks[at] as Block
    if (row.kind !== 'row' || blocks[at + 1]?.kind !== 'row') continue
    for (const [column, cell] of row.cells.entries()) {
      if (joined.has(cell) || !isPart(cell)) continue
      if (standsOver(row, blocks[at + 1] as Row, column)) continue
      const [first, ...others] = brokenFrom(blocks, at, column)
      if (first === undefined) continue
      joined.set(first, { ...first, text: SpannedText.join([first, ...others].map(({ text }) => text)) })
      for (const other of others) joined.set(other, { ...other, text: other.text.slice(0, 0) })
    }
  }
  return joined.size === 0 ? blocks : blocks.flatMap((block) => mended(block, joined))
}

/** A row that held nothing but the rest of words is none. */
const mended = (block: Block, joined: ReadonlyMap<Cell, Cell>): readonly Block[] => {
  if (block.kind !== 'row' || !block.cells.some((cell) => joined.has(cell))) return [block]
  const row: Row = { ...block, cells: block.cells.map((cell) => joined.get(cell) ?? cell) }
  return row.cells.every(({ text }) => text.isBlank) ? [] : [row]
}

/** Whether a cell is wide, and stands over the words of several columns: 指标 over 类别 and 名称. */
const standsOver = (row: Row, below: Row, column: number): boolean => {
  const beside = below.cells[column + 1]?.text
  if (row.cells[column + 1]?.text.isBlank !== true || beside === undefined) return false
  const role = headerRole(beside.meaning)
  return role === 'name' || (role !== undefined && INDICATOR_COLUMNS.has(role))
}

const MOST_PARTS = 8
const LONGEST_PART = 10
const PART = /^[\u4e00-\u9fff]/

const isPart = ({ text, mergedInto }: Cell): boolean =>
  mergedInto === undefined && text.length <= LONGEST_PART && PART.test(text.folded)

/** The short words below each other in a column, from a row on. */
const partsFrom = (blocks: readonly Block[], at: number, column: number): readonly Cell[] => {
  const parts: Cell[] = []
  for (let i = at; i < blocks.length && parts.length < MOST_PARTS; i += 1) {
    const block = blocks[i] as Block
    const cell = block.kind === 'row' ? block.cells[column] : undefined
    if (cell === undefined || !(isPart(cell) || (parts.length > 0 && isRemark(cell)))) break
    parts.push(cell)
  }
  return parts
}

/** The cells below each other, from a row on, that hold the parts of one word; none where they hold whole ones. */
const brokenFrom = (blocks: readonly Block[], at: number, column: number): readonly Cell[] => {
  const parts = partsFrom(blocks, at, column)
  const words = mapped(parts, ({ text }) => bare(text))
  for (let count = parts.length; count > 1; count -= 1)
    if (isBroken(words.slice(0, count)) && !areLabels(blocks, at, column, words.slice(0, count)))
      return parts.slice(0, count)
  return []
}

/** Whether words below each other are labels by themselves: 项目 over 经费, of which each has its value beside it. */
const areLabels = (blocks: readonly Block[], at: number, column: number, words: readonly string[]): boolean =>
  headerRole(words[0] ?? '') === 'name' &&
  words.every((_, i) => {
    const { cells } = blocks[at + i] as Row
    const value = cells.find(
      ({ text, mergedInto }, x) => x > column && mergedInto === undefined && !text.isBlank,
    )
    return value !== undefined && labelOfCell(value) === undefined
  })

/** (50分); (万 over 元). (数量指标) is a heading of its own. */
const isRemark = ({ text }: Cell): boolean =>
  /^\(?[\u4e00-\u9fff\d]{1,4}\)?$/.test(text.folded) && !isHeading(text)

/** Whether words are one that is known, of which each by itself says less. */
const isBroken = (words: readonly string[]): boolean => {
  const whole = words.join('').replace(/\([^()]*\)$/, '')
  // 绩效指标 below 效益 heads the next page, and 质量 below 产出 is a category of its own.
  const isRest = (word: string): boolean => word === '指标' || headerRole(word) === undefined
  if (categoriesNamed(whole).length > 0)
    return words.slice(1).every(isRest) && words.filter((word) => categoriesNamed(word).length > 0).length < 2
  return (
    isListedHeader(whole) &&
    words.some((word) => headerRole(word) === undefined && cellKind(word) === 'words')
  )
}
