import type { Block, Cell, Row } from '../read/grid.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import type { CellKind } from '../vocabulary/cell-kinds.ts'
import { isSumWord } from '../vocabulary/money-words.ts'
import { type HeaderCells, LONGEST_HEADER, oneHeaderRow } from './header-rows.ts'
import { rolesOf } from './row-roles.ts'
import { headIn, kindOf } from './words-of.ts'

/** A header whose 指标值 stands over the columns of 合计, 甲县 and 乙县, which a row further up names. */
export const underNames = (blocks: readonly Block[], at: number): HeaderCells | undefined => {
  const row = blocks[at] as Row
  const { roles } = rolesOf(row)
  const first = roles.lastIndexOf('target')
  if (first < 0 || first === roles.length - 1) return undefined
  const group = row.cells.flatMap(({ text }, i) => (i === first || (i > first && text.isBlank) ? [i] : []))
  if (group.length < 2 || group.at(-1) !== first + group.length - 1) return undefined
  const next = blocks[at + 1]
  const isOfValues = ({ text }: Cell): boolean => TARGETS.has(kindOf(text))
  if (next?.kind !== 'row' || !group.every((i) => next.cells[i] !== undefined && isOfValues(next.cells[i])))
    return undefined
  const names = namesAbove(blocks, at, group)
  if (names === undefined) return undefined
  const { headings } = oneHeaderRow(row, roles)
  const labels = row.cells.map(({ text }, i) => names[i - first] ?? text)
  return {
    columns: roles.map((role, i) => (group.includes(i) ? 'target' : role)),
    labels,
    groups: [],
    headings,
  }
}

/** What stands under 指标值. */
const TARGETS: ReadonlySet<CellKind> = new Set(['measure', 'share', 'date', 'number', 'quality'])

/** So far up a form may begin. */
const FARTHEST = 40

/** The nearest row above that has different names in all columns of a group. */
const namesAbove = (
  blocks: readonly Block[],
  at: number,
  group: readonly number[],
): readonly SpannedText[] | undefined => {
  for (let i = at - 1; i >= 0 && at - i < FARTHEST; i -= 1) {
    const block = blocks[i]
    if (block?.kind !== 'row') return undefined
    const names = group.flatMap((column) => block.cells[column]?.text ?? [])
    if (names.length === group.length && names.every(mayName) && allDiffer(names)) return names
  }
  return undefined
}

/** Whether a cell may be the name of a district, or 合计 beside them. */
const mayName = (text: SpannedText): boolean =>
  !text.isBlank &&
  text.length <= LONGEST_HEADER &&
  (isSumWord(text.meaning) || (NAMES.has(kindOf(text)) && headIn(text) === undefined))

const NAMES: ReadonlySet<CellKind> = new Set(['words', 'name', 'organisation'])

const allDiffer = (texts: readonly SpannedText[]): boolean =>
  new Set(texts.map(({ meaning }) => meaning)).size === texts.length
