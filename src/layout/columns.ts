import type { ColumnRole } from '../model/disclosure.ts'
import type { Row } from '../read/grid.ts'
import { meaning } from '../source/fold.ts'
import { headerRole } from '../vocabulary/headers.ts'
import { type Columns, fitness } from './align.ts'

/** Whether the row is a header, and if so, what its columns hold. */
export const recognizeHeader = (row: Row): Columns | undefined => {
  // Most rows have an amount or long texts and are done with their first cells.
  const names = row.cells.map((cell) => (cell.text.length > 60 ? '' : meaning(cell.text.text)))
  const found = names.map(headerRole)
  if (new Set(found.filter((role) => role !== undefined && role !== 'other')).size < 2) return undefined
  const nameColumns = found.filter((role) => role === 'name').length
  const columns = found.map((role, i): ColumnRole | undefined => {
    // Beside a column of project names, one headed 单位名称 holds the agencies.
    const isAgency = role === 'name' && nameColumns > 1 && AGENCIES.test(names[i] as string)
    return isAgency ? 'agency' : role
  })
  return withoutTrimmedEnd(columns, names)
}

const AGENCIES = /^(?:单位|部门|预算单位|主管)(?!.*项目)/

/** Blank header cells at the end head nothing: trailing tabs. */
const withoutTrimmedEnd = (columns: Columns, names: readonly string[]): Columns => {
  let end = columns.length
  while (end > 1 && names[end - 1] === '') end -= 1
  return columns.slice(0, end)
}

const UNIT_REMARK = /^[(〔[]?(?:单位[:\s]*)?(?:人民币)?(?:千元|万元|亿元|元)[)〕\]]?$/

/** Whether the row right under a header goes on with it: `(万元)` under 金额, and nothing else. */
export const goesOnWithHeader = (row: Row, columns: Columns): boolean => {
  const filled = row.cells.flatMap(({ text }, i) => (text.isBlank ? [] : [{ name: meaning(text.text), i }]))
  return filled.length > 0 && filled.every(({ name, i }) => columns[i] === 'amount' && UNIT_REMARK.test(name))
}

/**
 * The columns of a table without any header row, judged by what stands in them; `undefined` if they
 * aren't clearly those of a disclosure table.
 */
export const inferColumns = (rows: readonly Row[]): Columns | undefined => {
  let width = 0
  for (const row of rows) width = Math.max(width, row.cells.length)
  const columns = HEADLESS.find((candidate) => candidate.length === width)
  if (columns === undefined) return undefined
  const hasProject = rows.some(
    (row) =>
      row.cells.length === width &&
      columns.every((role, i) => fitness(row.cells[i]?.text, role) >= (role === 'code' ? 0 : 1)),
  )
  return hasProject ? columns : undefined
}

const HEADLESS: readonly Columns[] = [
  ['code', 'name', 'amount', 'goal', 'indicator'],
  ['name', 'amount', 'goal', 'indicator'],
]
