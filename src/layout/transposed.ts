import type { ColumnRole } from '../model/disclosure.ts'
import type { Block, Cell, Row } from '../read/grid.ts'
import { cover } from '../source/span.ts'
import { SpannedText } from '../source/spanned-text.ts'
import { categoriesNamed } from '../vocabulary/categories.ts'
import { labelIn } from './labels.ts'
import { rolesOf } from './row-roles.ts'

/**
 * Tables with a column for each project, turned so that each has a row: 项目名称 with the names to its right, and below
 * it 预算金额, 绩效目标 and the categories, each with the cells of all projects.
 */
export const turnTransposed = (blocks: readonly Block[]): readonly Block[] => {
  if (!blocks.some((block) => block.kind === 'row' && firstProject(block) !== undefined)) return blocks
  const turned: Block[] = []
  for (let at = 0; at < blocks.length; ) {
    const table = tableAt(blocks, at)
    if (table !== undefined) for (const row of transpose(table)) turned.push(row)
    else turned.push(blocks[at] as Block)
    at += table?.rows.length ?? 1
  }
  return turned
}

/** The rows of such a table; its labels stand in front of the column `from`. */
interface Transposed {
  readonly rows: readonly Row[]
  readonly from: number
}

/** The column of the first of several names beside 项目名称 in front of a row. */
const firstProject = (row: Row): number | undefined => {
  if (rolesOf(row).roles[0] !== 'name') return undefined
  const values = row.cells.flatMap(({ text }, i) => (i === 0 || text.isBlank ? [] : [{ text, i }]))
  const areNames = values.length > 1 && values.every(({ text }) => labelIn(text) === undefined)
  return areNames ? values[0]?.i : undefined
}

const tableAt = (blocks: readonly Block[], at: number): Transposed | undefined => {
  const first = blocks[at] as Block
  const from = first.kind === 'row' ? firstProject(first) : undefined
  if (from === undefined) return undefined
  const rows: Row[] = []
  for (const block of blocks.slice(at, at + MOST_ROWS)) {
    if (block.kind !== 'row' || !isLabelled(block, from)) break
    rows.push(block)
  }
  const labels = rows.flatMap(({ cells }) => cells.slice(0, from).map(({ text }) => text))
  const roles = new Set(labels.map((label) => labelIn(label)?.role))
  const categories = labels.filter(isCategory).length
  const isOfGoals = roles.has('goal') && (categories >= FEWEST || roles.has('indicator'))
  return isOfGoals ? { rows, from } : undefined
}

/** No project has more parts; a table with more rows is none of these. */
const MOST_ROWS = 200

/** So many categories at least tell that rows are headed by them. */
const FEWEST = 3

/** Whether all words in front of a column are labels or categories, and none behind are. */
const isLabelled = ({ cells }: Row, from: number): boolean => {
  const front = cells.slice(0, from).filter(({ text }) => !text.isBlank)
  const known = front.filter(({ text }) => labelsARow(text)).length
  return (
    known > 0 &&
    known === front.length &&
    cells.slice(from).every(({ text }) => text.isBlank || !labelsARow(text))
  )
}

const labelsARow = (text: SpannedText): boolean => {
  const label = labelIn(text)
  const isLabel = label?.value.isBlank === true && !IN_ROWS.has(label.role)
  return isLabel || isCategory(text)
}

/** What heads columns of indicators is no label of a row. */
const IN_ROWS: ReadonlySet<ColumnRole> = new Set(['target', 'comparator', 'unit', 'weight', 'direction'])

const isCategory = (text: SpannedText): boolean =>
  text.length <= 24 && categoriesNamed(text.meaning.replace(/\([^()]*\)$/, '')).length > 0

const transpose = ({ rows }: Transposed): readonly Row[] => {
  const width = Math.max(...rows.map(({ cells }) => cells.length))
  return Array.from({ length: width }, (_, column) => {
    const cells = rows.map((row) => row.cells[column] ?? blankCell(row))
    const span = cells.map((cell) => cell.span).reduce(cover)
    return { kind: 'row', span, cells }
  })
}

/** A place at the end of a row that is shorter than the others. */
const blankCell = ({ span }: Row): Cell => ({
  text: SpannedText.of([], span.end),
  span: { start: span.end, end: span.end },
  markup: [],
  unclosed: false,
})
