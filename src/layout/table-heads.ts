import type { Block, Row } from '../read/grid.ts'
import { rememberFor } from '../remember.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { saysWhole } from './front-matter.ts'
import { onlyCell } from './row-cells.ts'
import { rowHeaderAt } from './row-header.ts'
import { rolesOf } from './row-roles.ts'
import { findHeads, type Head, TABLE } from './text/heads.ts'
import { paragraphsOf } from './text/lines.ts'
import { firstLabel } from './text/pieces.ts'

/** Heads of projects by the place where their lines begin. */
export type TableHeads = ReadonlyMap<number, Head>

/**
 * The lines that name the projects of the tables below them: `项目一:路灯维护`, some labelled lines, then indicators
 * without a column of projects. The last such line over a table is its head.
 */
export const tableHeads = rememberFor((blocks: readonly Block[]): TableHeads => {
  const lines = linesOverTables(blocks)
  const heads = new Map<number, Head>()
  let last: Head | undefined
  const found = findHeads(lines)
  for (const [at, line] of lines.entries()) {
    if (line !== TABLE) last = found.get(at) ?? last
    else if (last !== undefined) {
      heads.set(last.mark.span.start, last)
      last = undefined
    }
  }
  return heads
})

/**
 * Where the first of the lines stands that say the goal of the project over the first table of indicators, 总体目标:…, and
 * maybe its money above, when nothing names it.
 */
export const unnamedFieldsAt = rememberFor((blocks: readonly Block[]): number | undefined => {
  const table = blocks.findIndex(isOfTable)
  const header = table < 0 ? undefined : rowHeaderAt(blocks, table)
  if (header === undefined || header.columns.includes('name')) return undefined
  const labels = blocks
    .slice(0, table)
    .map((block) => (block.kind === 'text' ? firstLabel(block.cell.text) : undefined))
  const roles = labels.map((label) => (label?.value.isBlank === false ? label.role : undefined))
  const isNamed = roles.includes('name') || roles.includes('agency')
  return isNamed || !roles.includes('goal') ? undefined : roles.findIndex((role) => role !== undefined)
})

/** The lines over each table of indicators, and where it stands. */
const linesOverTables = (blocks: readonly Block[]): readonly (SpannedText | typeof TABLE)[] => {
  const lines: (SpannedText | typeof TABLE)[] = []
  let above: SpannedText[] = []
  let isInForm = false
  for (const [at, block] of blocks.entries()) {
    const words = lineOf(block)
    if (block.kind === 'row' && isOfTable(block)) {
      const header = rowHeaderAt(blocks, at)
      if (header !== undefined && !header.columns.includes('name')) lines.push(...above, TABLE)
      isInForm = header === undefined && rolesOf(block).hasAny
      if (header !== undefined || !isOfGoals(block)) above = []
      continue
    }
    // What stands alone in a row under the labels of a form goes on with their values.
    isInForm &&= block.kind === 'row'
    if (words === undefined || isInForm) continue
    // The table of a whole department is of no project.
    if (saysWhole(words)) above = []
    above.push(...paragraphsOf(words))
  }
  return lines
}

/** 年度目标 and the goal, over the header of the indicators of the project that the lines name. */
const isOfGoals = (row: Row): boolean => {
  const roles = rolesOf(row).roles.filter((role) => role !== undefined)
  return roles.includes('goal') && roles.every((role) => role === 'goal' || role === 'other')
}

/** The text of a line, which formats of cells alone print in the first of a row. */
export const lineOf = (block: Block): SpannedText | undefined => {
  if (block.kind === 'gap') return undefined
  if (block.kind === 'text') return block.cell.text
  const only = onlyCell(block)
  return only === block.cells[0] ? only?.text : undefined
}

/** Whether a block is a row, and neither blank nor a line. */
export const isOfTable = (block: Block): boolean =>
  block.kind === 'row' && lineOf(block) === undefined && block.cells.some(({ text }) => !text.isBlank)

/** Whether the block at `at` is a line that names the project of a table below. */
export const holdsHead = (blocks: readonly Block[], at: number): boolean => {
  const words = lineOf(blocks[at] as Block)
  if (words === undefined) return false
  const heads = tableHeads(blocks)
  return heads.size > 0 && paragraphsOf(words).some(({ span }) => heads.has(span.start))
}
