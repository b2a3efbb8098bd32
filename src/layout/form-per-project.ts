import type { Block, Row } from '../read/grid.ts'
import { rememberFor } from '../remember.ts'
import { areWords } from '../vocabulary/cell-kinds.ts'
import { cellHeaderAt } from './columns.ts'
import { FormReader } from './form-reader.ts'
import { isMoney } from './form-rows.ts'
import { saysWhole } from './front-matter.ts'
import type { Entry } from './hierarchy.ts'
import { isDepartment, labelOfCell } from './labels.ts'
import { type Layout, type Part, partOfForms } from './layout.ts'
import { listsGoals } from './other-tables.ts'
import { ownCells, rowsAt } from './row-cells.ts'
import { rowHeaderAt } from './row-header.ts'
import { rolesOf } from './row-roles.ts'
import { tableHeads, unnamedFieldsAt } from './table-heads.ts'
import { markLength } from './text/lines.ts'
import { firstLabel } from './text/pieces.ts'
import { kindOf } from './words-of.ts'

/**
 * L3: a form for each project: labels with their values (项目名称, 资金总额, 年度目标 …), then a table of
 * indicators without a column of projects. Several forms may follow one another; the labels may stand in
 * lines over the table, and a heading may name the project there (项目一:路灯维护). 部门整体支出绩效目标表 is such a form for a whole department.
 */
export const formPerProject: Layout = {
  id: 'form-per-project',
  highest: 0.95,

  score: (blocks) => {
    const hasHead =
      blocks.some((_, at) => beginsFormAt(blocks, at) || looksLikeForm(blocks, at)) || isHeadedByLines(blocks)
    if (!hasHead) return 0
    return readForms(blocks).builder.entries.all.some(saysAnything) ? 0.95 : 0
  },

  read: (blocks): Part => {
    const { builder, front, log } = readForms(blocks)
    return { ...partOfForms(builder, front), readings: log.all, irregularRows: log.irregularRows }
  },
}

/** Whether lines name a project and a table of indicators stands below them. */
const isHeadedByLines = (blocks: readonly Block[]): boolean => {
  if (tableHeads(blocks).size > 0 || unnamedFieldsAt(blocks) !== undefined) return true
  const name = blocks.findIndex((_, at) => namesForm(blocks, at))
  if (name < 0) return false
  const isOfGoals = blocks
    .slice(0, name)
    .some((block) => block.kind === 'text' && block.cell.text.folded.includes('绩效'))
  return blocks.some(
    (block, at) =>
      at > name &&
      (rowHeaderAt(blocks, at) !== undefined ||
        (isOfGoals && block.kind === 'row' && printsAmount(blocks, at))),
  )
}

/** 计划安排资金(万元) | 700: the planned money with its label in front or above. */
const printsAmount = (blocks: readonly Block[], at: number): boolean => {
  const [row, ...others] = rowsAt(blocks, at, HIGHEST_HEADER + 1)
  return (row?.cells ?? []).some((cell, x) => {
    if (cell.text.isBlank || labelOfCell(cell)?.role !== 'amount') return false
    const next = row?.cells.slice(x + 1).find(({ text }) => !text.isBlank)
    const below = others.find(({ cells }) => cells[x]?.mergedInto !== cell)?.cells[x]
    return [next, below].some((value) => value !== undefined && isMoney(value))
  })
}

const HIGHEST_HEADER = 3

/** Read once, to be scored and to be used. */
const readForms = rememberFor((blocks: readonly Block[]): FormReader => {
  const reader = new FormReader()
  reader.read(blocks)
  return reader
})

/** A glossary has the labels of a form, and nothing that a project has: money, a goal, indicators. */
const saysAnything = (entry: Entry): boolean => {
  if (entry.kind !== 'project') return false
  const { amount, goals, indicators, rows } = entry.project
  return (
    rows.length + indicators.length > 0 ||
    /\d/.test(amount.folded) ||
    goals.slice(0, 1).some(({ text }) => /[\u4e00-\u9fff]/.test(text.text))
  )
}

/** Whether a form begins at the row: with the name of a project, or with that of a department. */
export const beginsFormAt = (blocks: readonly Block[], at: number): boolean => {
  const block = blocks[at] as Block
  if (block.kind !== 'row' || cellHeaderAt(blocks, at) !== undefined) return false
  return (
    (beginsForm(block) && !headsNumbers(block, blocks[at + 1])) ||
    (namesDepartment(block) && isTitledWhole(blocks, at))
  )
}

/** Whether a line begins with the name of a project, or in the form of a whole department with its name: 项目名称:路灯维护. */
export const namesForm = (blocks: readonly Block[], at: number): boolean => {
  const block = blocks[at]
  if (block?.kind !== 'text' || !/名|单位|部门/.test(block.cell.text.text.slice(0, 24))) return false
  const label = firstLabel(block.cell.text)
  if (label === undefined || label.value.isBlank) return false
  return label.role === 'name' || (isDepartment(label) && isTitledWhole(blocks, at))
}

const namesDepartment = (row: Row): boolean => {
  const first = row.cells.find(({ text }) => !text.isBlank)
  if (first === undefined || !DEPARTMENT.test(first.text.folded)) return false
  const label = labelOfCell(first)
  return label?.role === 'agency' && (!label.value.isBlank || ownCells(row).length > 1)
}

/** What the labels of departments begin with; 主管部门 alone names the one whose form it is. */
const DEPARTMENT = /^\s*(?:主管)?(?:预算|部门|单位)/

/** Whether one of the few lines in front is the title of a form for a whole department. */
const isTitledWhole = (blocks: readonly Block[], at: number): boolean =>
  blocks.slice(Math.max(0, at - 6), at).some((block) => {
    const text =
      block.kind === 'text' ? block.cell.text : block.kind === 'row' ? ownCells(block)[0]?.text : undefined
    return text !== undefined && saysWhole(text)
  })

/** So many rows tell whether a table is a form. */
const TELLING = 40

/**
 * Whether a table that begins at `at` is a form that names its project in words of its own, or nowhere: labels with
 * values in most of its first rows, over a table of indicators without a column of projects, or money and goals.
 */
export const looksLikeForm = (blocks: readonly Block[], at: number): boolean => {
  if (blocks[at]?.kind !== 'row' || blocks[at - 1]?.kind === 'row') return false
  const roles = new Set<string>()
  let pairs = 0
  for (let i = at; i < Math.min(blocks.length, at + TELLING); i += 1) {
    const block = blocks[i]
    if (isPartHeading(block)) continue
    if (block?.kind !== 'row') break
    const header = rowHeaderAt(blocks, i)
    if (header !== undefined)
      return !header.columns.includes('name') && (OF_FORMS.some((role) => roles.has(role)) || pairs > 1)
    if (headsProjects(blocks, i)) return false
    if (isPair(block)) pairs += 1
    for (const cell of ownCells(block)) roles.add(labelOfCell(cell)?.role ?? '')
    if (saysEnough(roles)) return true
  }
  return false
}

/** 二、绩效评价指标评分: parts of one form, each under its heading. */
const isPartHeading = (block: Block | undefined): boolean => {
  const heading = block?.kind === 'text' ? block.cell.text.folded : ''
  return heading.length <= LONGEST_HEADING && markLength(heading) > 0 && !heading.includes(':')
}

const LONGEST_HEADING = 30

/** Whether a row may be words that nobody knows with a value beside each. */
const isPair = (row: Row): boolean => {
  const own = ownCells(row)
  const isLabel = (cell: (typeof own)[number] | undefined): boolean => {
    const kind = cell === undefined || cell.text.length > LONGEST_LABEL ? undefined : kindOf(cell.text)
    return areWords(kind)
  }
  return (own.length === 2 || own.length === 4) && isLabel(own[0]) && (own.length === 2 || isLabel(own[2]))
}

const LONGEST_LABEL = 20

const NAMES: ReadonlySet<string> = new Set(['name', 'agency', 'code'])

const OF_FORMS = ['name', 'agency', 'amount', 'funding', 'goal', 'result', 'executed', 'period'] as const

/** Three different labels, of which one is for goals and one for money. */
const saysEnough = (roles: ReadonlySet<string>): boolean =>
  OF_FORMS.filter((role) => roles.has(role)).length > 2 &&
  (roles.has('goal') || roles.has('result')) &&
  (roles.has('amount') || roles.has('executed'))

/** The head of a list prints its words side by side, and no values beside them. */
const headsProjects = (blocks: readonly Block[], at: number): boolean => {
  const list = cellHeaderAt(blocks, at)
  return list !== undefined && listsGoals(list) && list.some((role) => role !== undefined && NAMES.has(role))
}

/** Whether the row holds the label of a project's name with the name beside it. */
const beginsForm = (row: Row): boolean => {
  if (!mayName(row)) return false
  const own = ownCells(row)
  return own.some((cell, i) => {
    const label = labelOfCell(cell)
    if (label?.role !== 'name') return false
    const next = own[i + 1]
    return !label.value.isBlank || (next !== undefined && labelOfCell(next) === undefined)
  })
}

/** Whether a row heads a list that says how large its projects are: 项目名称 and 占地面积(平方米), with numbers below all that is behind the name. */
const headsNumbers = ({ cells }: Row, below: Block | undefined): boolean => {
  const name = cells.findIndex((cell) => labelOfCell(cell)?.role === 'name')
  if (below?.kind !== 'row' || name < 0) return false
  const own = cells.flatMap(({ text }, x) => (x > name && !text.isBlank ? [below.cells[x]] : []))
  return own.length > 1 && own.every((cell) => cell !== undefined && isMoney(cell))
}

/** Whether a cell is the label of a name, or begins with a label. */
const mayName = (row: Row): boolean =>
  rolesOf(row).roles.includes('name') || row.cells.some(({ text }) => beginsWithName(text.text.slice(0, 64)))

const beginsWithName = (start: string): boolean =>
  start.includes('名') && /^[^:：]{0,40}名[^:：]{0,20}[:：]/.test(start)
