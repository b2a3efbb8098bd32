import type { DraftIndicatorRow, DraftTarget } from '../model/draft.ts'
import type { Block, Cell, Row } from '../read/grid.ts'
import { countIdeographs } from '../source/fold.ts'
import { cover } from '../source/span.ts'
import { SpannedText } from '../source/spanned-text.ts'
import { SUBTOTAL_NAME, TOTAL_NAME } from '../vocabulary/headers.ts'
import { labelIn } from './labels.ts'
import { joinRows, missingParts } from './rows.ts'
import type { RowHeader } from './sides.ts'

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

/**
 * The blocks of a text of `length` with the last cell marked as unclosed where the text breaks off inside the last
 * row: it ends without a line end, and the rows above all have more cells.
 */
export const markCutRow = (blocks: readonly Block[], length: number): readonly Block[] => {
  const at = blocks.length - 1
  const row = blocks[at]
  const cell = row?.kind === 'row' ? row.cells.at(-1) : undefined
  if (row?.kind !== 'row' || cell === undefined || cell.text.isBlank || cell.span.end !== length)
    return blocks
  const above = blocks.slice(Math.max(0, at - 2), at)
  const isShort = above.every((block) => block.kind === 'row' && block.cells.length > row.cells.length)
  // 填报人 and 审核人 may stand under the table.
  if (above.length === 0 || !isShort || labelIn((row.cells[0] as Cell).text)?.role === 'other') return blocks
  const cells = [...row.cells.slice(0, -1), { ...cell, unclosed: true }]
  return blocks.with(at, { ...row, cells })
}

/** What a value ends with, and no value begins with. */
const UNIT_OR_BOUND = /^(?:%|[人个次户项场期家份米亩元天]|万元|公里|及?以[上下内])+$/

/** The rests of headings that a page end has cut (可持续影响 on one page, 指标 on the next), and the other cells. */
export const takeCutHeadings = (
  cells: readonly SpannedText[],
  { columns }: RowHeader,
): { readonly cells: readonly SpannedText[]; readonly rests: readonly SpannedText[] } => {
  const rests = cells.filter((text, i) => isLevel(columns[i]) && CUT_HEADING.test(text.folded))
  if (rests.length === 0) return { cells, rests }
  return { cells: cells.map((text) => (rests.includes(text) ? text.slice(0, 0) : text)), rests }
}

const CUT_HEADING = /^(?:(?:影响|性)?指标|标)$/

const isLevel = (role: RowHeader['columns'][number]): boolean => role === 'level-one' || role === 'level-two'

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
    return TOTAL_NAME.test(name) || SUBTOTAL_NAME.test(name)
  })
