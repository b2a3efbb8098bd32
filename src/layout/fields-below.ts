import type { ColumnRole } from '../model/disclosure.ts'
import type { Block, Cell, Row } from '../read/grid.ts'
import type { CellKind } from '../vocabulary/cell-kinds.ts'
import { namesForm } from './form-per-project.ts'
import { isMoney } from './form-rows.ts'
import { isTitle } from './front-matter.ts'
import { labelOfCell } from './labels.ts'
import { ownCells } from './row-cells.ts'
import { isShortHeading, rowHeaderAt } from './row-header.ts'
import { holdsHead, isOfTable, unnamedFieldsAt } from './table-heads.ts'
import { kindOf } from './words-of.ts'

/**
 * Forms whose fields (name, amount, goal) stand below their indicators, made as others are: with the fields in front. So they stand
 * where nothing above the first table of indicators names a project and every one has rows of labels below it.
 */
export const fieldsInFront = (blocks: readonly Block[]): readonly Block[] => {
  const turned: Block[] = []
  let first: number | undefined
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at] as Block
    const form = block.kind === 'row' && isOfTable(block) ? turn(formAt(blocks, at, block)) : [block]
    if (form === undefined) return blocks
    if (form.length > 1) first ??= at
    turned.push(...form)
    at += form.length
  }
  return first === undefined || isNamedAbove(blocks, first) ? blocks : turned
}

const isNamedAbove = (blocks: readonly Block[], first: number): boolean =>
  unnamedFieldsAt(blocks) !== undefined ||
  blocks.slice(0, first).some((_, at) => namesForm(blocks, at) || holdsHead(blocks, at))

/** The blocks up to the last row in front of the next table with the same header. */
const formAt = (blocks: readonly Block[], at: number, header: Row): readonly Block[] => {
  const words = ownCells(header)
  const isAgain = (block: Block, i: number): boolean =>
    i > at && block.kind === 'row' && isSame(ownCells(block), words)
  const again = blocks.findIndex(isAgain)
  const own = blocks.slice(at, again < 0 ? blocks.length : again)
  return own.slice(0, own.findLastIndex(isOfTable) + 1)
}

const isSame = (cells: readonly Cell[], words: readonly Cell[]): boolean =>
  cells.length === words.length &&
  words.every(({ text }, i) => cells[i]?.text.length === text.length && cells[i].text.meansSameAs(text))

/** A table of indicators with the fields below it in front; `undefined` where none are. */
const turn = (form: readonly Block[]): readonly Block[] | undefined => {
  const start = beginOfFields(form)
  if (start < 0) return undefined
  const [table, below] = [form.slice(0, start), form.slice(start)]
  const fields = below.filter((block) => block.kind === 'row')
  const columns = isOneTable(table) && sayProject(fields) ? rowHeaderAt(table, 0)?.columns : undefined
  if (columns === undefined || columns.includes('name')) return undefined
  const target = columns.indexOf('target')
  const isIndicator = (row: Row): boolean =>
    isField(row) && !isKnown(row) && row.cells[target]?.text.isBlank === false
  return fields.some(isIndicator) ? undefined : [...below, ...table]
}

/** Whether no title and no end of a table stand between rows. */
const isOneTable = (table: readonly Block[]): boolean =>
  table
    .slice(0, table.findLastIndex(isOfTable))
    .every((block) => (block.kind === 'gap' ? block.endsTable !== true : !isTitleLine(block)))

const isTitleLine = (block: Block): boolean => block.kind === 'text' && isTitle(block.cell.text)

/** Where the rows begin behind which nothing but fields stands; -1 where none do. */
const beginOfFields = (form: readonly Block[]): number => {
  let start = form.length
  for (let at = form.length - 1; at > 1 && at >= start - 1 - MOST_BETWEEN; at -= 1) {
    const block = form[at]
    if (block?.kind === 'row' && mayHoldFields(block)) start = at
  }
  return form.findIndex((block, at) => at >= start && block.kind === 'row' && isField(block))
}

/** So many rows of numbers, remarks and blanks may stand between two rows of labels. */
const MOST_BETWEEN = 2

/** Whether a row may hold labels with a value beside each, or more of the money above. */
const mayHoldFields = (row: Row): boolean => {
  const own = ownCells(row)
  const isPaired = own.length > 0 && own.length % 2 === 0 && own[0] === row.cells[0]
  return isPaired || own.some((cell) => labelOfCell(cell) !== undefined)
}

/** Whether a row is a label and what stands beside it, and nothing is under the other columns. */
const isField = (row: Row): boolean => {
  const [label, value, ...others] = ownCells(row)
  if (label === undefined || label !== row.cells[0]) return false
  const next = row.cells.findIndex((cell) => cell !== label && cell.mergedInto !== label)
  const isAlone = value !== undefined && row.cells[next] === value && others.length === 0
  return isKnown(row) || (isAlone && row.cells.length > 2 && !isShortHeading(label.text))
}

const isKnown = (row: Row): boolean => {
  const [label] = ownCells(row)
  const role = label === undefined ? undefined : labelOfCell(label)?.role
  return role !== undefined && FIELDS.has(role)
}

const FIELDS: ReadonlySet<ColumnRole> = new Set(['name', 'agency', 'code', 'amount', 'goal', 'period'])

/** Whether rows of labels say what the head of a form does: a name, and money or a goal; where no label is known, all of them. */
const sayProject = (rows: readonly Row[]): boolean => {
  const said = new Set(rows.flatMap(saidIn))
  const hasMoney = said.has('amount') || said.has('money')
  const hasGoal = said.has('goal') || said.has('sentence')
  if (said.has('name')) return hasMoney || hasGoal
  return hasMoney && hasGoal && (said.has('amount') || said.has('goal') || said.has('words'))
}

/** What the labels of a row say where they are known, and the values beside the others what they are. */
const saidIn = (row: Row): readonly string[] =>
  ownCells(row).flatMap((label, i, own) => {
    const value = own[i + 1]
    if (i % 2 > 0 || value === undefined) return []
    const role = labelOfCell(label)?.role
    if (role !== undefined) return [role]
    const kind = kindOf(value.text)
    return [isMoney(value) ? 'money' : NAMES.has(kind) ? 'words' : kind]
  })

const NAMES: ReadonlySet<CellKind> = new Set(['words', 'name', 'organisation'])
