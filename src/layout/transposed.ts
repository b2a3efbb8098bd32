import type { ColumnRole } from '../model/disclosure.ts'
import { type Block, type Cell, plainCell, type Row } from '../read/grid.ts'
import { cover } from '../source/span.ts'
import { SpannedText } from '../source/spanned-text.ts'
import { categoriesNamed } from '../vocabulary/categories.ts'
import { cellKind, isTyped } from '../vocabulary/cell-kinds.ts'
import { namesMoney } from '../vocabulary/header-hints.ts'
import { INDICATOR_COLUMNS } from '../vocabulary/headers.ts'
import { isSumWord } from '../vocabulary/money-words.ts'
import { isMoney } from './form-rows.ts'
import { type Label, labelIn, labelOfCell } from './labels.ts'
import { ownCells, rowsAt, widthOf } from './row-cells.ts'
import { rolesOf } from './row-roles.ts'
import { bare } from './words-of.ts'

/**
 * Tables that are turned the other way than others, made as those are. With a column for each project: 项目名称 with the
 * names to its right, and below it 预算金额, 绩效目标 and the categories, each with the cells of all projects. With a column
 * for each indicator, under its headings, and a row with the targets of each district, or for each header of its parts.
 */
export const turnTransposed = (blocks: readonly Block[]): readonly Block[] => {
  const mayBe = (block: Block): boolean =>
    block.kind === 'row' && (firstProject(block) !== undefined || headsIndicators(block))
  if (!blocks.some(mayBe)) return blocks
  const turned: Block[] = []
  for (let at = 0; at < blocks.length; ) {
    const rows = tableAt(blocks, at)?.rows
    const found = rows === undefined ? matrixAt(blocks, at) : { blocks: transpose(rows), height: rows.length }
    for (const block of found?.blocks ?? [blocks[at] as Block]) turned.push(block)
    at += found?.height ?? 1
  }
  return turned
}

/** What is put in place of so many rows. */
interface Turned {
  readonly blocks: readonly Block[]
  readonly height: number
}

/** Whether a row has nothing but categories behind a word for what stands in the rows, and their money: 项目单位, 产出指标, 效益指标. */
const headsIndicators = ({ cells: [corner, ...others] }: Row): boolean =>
  corner !== undefined &&
  !corner.text.isBlank &&
  !isCategory(corner.text) &&
  areCategories(others.filter(({ text }, i) => i > 0 || !namesMoney(text.meaning)))

const areCategories = (cells: readonly Cell[]): boolean => {
  const own = ownCells({ cells })
  return own.length > 0 && own.every(({ text }) => isCategory(text))
}

/** The rows of a table with a column for each indicator: headings, names under them, and the targets of each district. */
const matrixAt = (blocks: readonly Block[], at: number): Turned | undefined => {
  const rows = rowsAt(blocks, at, MOST_ROWS)
  const [first, ...others] = rows
  if (first === undefined || first.cells.length < 3 || !headsIndicators(first)) return undefined
  const headed = headedRows(rows)
  if (headed !== undefined) return { blocks: transpose(headed), height: headed.length }
  const isUnderCorner = ({ cells: [corner] }: Row): boolean => corner?.text.isBlank !== false
  const body = others.findIndex((row) => !isUnderCorner(row))
  const names = others[body - 1]
  if (names === undefined || body > MOST_HEADINGS) return undefined
  const areHeadings = others.slice(0, body - 1).every(({ cells }) => areCategories(cells))
  // 满意度 under 服务对象满意度指标 is a name.
  const areNames = names.cells.slice(1).every(({ text }) => isName(text) || !/[指目]标$/.test(text.folded))
  if (!areHeadings || !areNames) return undefined
  const end = others.findIndex((row, i) => i > body && !isOfTargets(row))
  const all = others.slice(body, end < 0 ? others.length : end)
  const sums = all.filter((row) => isSumOf(row, all))
  const districts = all.filter((row) => !sums.includes(row))
  if (districts.length < 2 || !districts.every(isOfTargets)) return undefined
  const heads = [first, ...others.slice(0, body)]
  return { blocks: turnedMatrix(heads, sums, districts), height: heads.length + all.length }
}

/** The money of the districts and of all, where a row says that, over the rows of the indicators; sums of targets are none. */
const turnedMatrix = (
  heads: readonly Row[],
  sums: readonly Row[],
  districts: readonly Row[],
): readonly Block[] => {
  const [first] = heads as [Row]
  const from = first.cells.findIndex(({ text }) => isCategory(text))
  const hasMoney = from > 1 && sums.length > 0
  const money = hasMoney ? [first, ...sums, ...districts] : []
  const left = hasMoney ? sums : [...(from > 1 ? [first, ...districts] : []), ...sums]
  return [
    ...transpose(money.map((row) => ({ ...row, cells: row.cells.slice(0, from) }))),
    ...transpose(
      [...heads, ...districts].map((row) => ({ ...row, cells: row.cells.toSpliced(1, from - 1) })),
    ),
    ...left.flatMap((row) => {
      const cells = sums.includes(row) ? row.cells.slice(hasMoney ? from : 0) : row.cells.slice(1, from)
      return ownCells({ cells }).map((cell): Block => ({ kind: 'text', cell }))
    }),
  ]
}

/** The rows from the first on that have headers in front, each over what stands to its right: 一级指标, 三级指标, 指标值. */
const headedRows = (rows: readonly Row[]): readonly Row[] | undefined => {
  const roles = rows.map((row) => rolesOf(row).roles[0])
  const end = roles.findIndex((role) => role === undefined || !INDICATOR_COLUMNS.has(role))
  const own = end < 0 ? roles : roles.slice(0, end)
  return own.includes('indicator') && own.includes('target') ? rows.slice(0, own.length) : undefined
}

/** Headings of two levels, and the names. */
const MOST_HEADINGS = 2

const isName = (text: SpannedText): boolean => !isCategory(text) && !isTyped(cellKind(text.meaning))

/** Whether a row has a name in front and, behind it, short cells of which most are values. */
const isOfTargets = ({ cells: [district, ...values] }: Row): boolean => {
  if (district === undefined || district.text.isBlank || !isName(district.text)) return false
  const own = ownCells({ cells: values })
  const typed = own.filter(({ text }) => isTyped(cellKind(text.meaning))).length
  return typed > 0 && typed * 2 >= own.length && own.every(({ text }) => text.length <= LONGEST_TARGET)
}

const LONGEST_TARGET = 24

/** Whether a row is of all others, and leaves out what can't be added up. */
const isSumOf = ({ cells: [first, ...values] }: Row, rows: readonly Row[]): boolean =>
  isSumWord(first?.text.meaning ?? '') &&
  values.some(({ text }, i) => text.isBlank && rows.some(({ cells }) => cells[i + 1]?.text.isBlank === false))

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

/** Whether a table with a column for each project begins at a place: what stands behind its labels is of them all. */
export const isTransposedAt = (blocks: readonly Block[], at: number): boolean =>
  tableAt(blocks, at) !== undefined

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
  const front = ownCells({ cells: cells.slice(0, from) })
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
  text.length <= 24 && categoriesNamed(bare(text).replace(/\([^()]*\)$/, '')).length > 0

const transpose = (rows: readonly Row[]): readonly Row[] => {
  const width = widthOf(rows)
  return Array.from({ length: width }, (_, column) => {
    const cells = rows.map((row) => row.cells[column] ?? blankCell(row))
    const span = cells.map((cell) => cell.span).reduce(cover)
    return { kind: 'row', span, cells }
  })
}

/** A place at the end of a row that is shorter than the others. */
const blankCell = ({ span }: Row): Cell => plainCell(SpannedText.of([], span.end))

/**
 * Forms printed beside each other on one sheet, put one under the other: they are parted by a column that is
 * blank in all rows, and each begins with the name of its project.
 */
export const stackForms = (blocks: readonly Block[]): readonly Block[] => {
  if (!blocks.some((block) => block.kind === 'row' && namesOf(block).length > 1)) return blocks
  const stacked: Block[] = []
  let start = 0
  for (let at = 0; at <= blocks.length; at += 1) {
    const block = blocks[at]
    if (block !== undefined && !(block.kind === 'gap' && block.endsTable === true)) continue
    for (const one of stackTable(blocks.slice(start, at))) stacked.push(one)
    if (block !== undefined) stacked.push(block)
    start = at + 1
  }
  return stacked
}

/** The columns with the label of a project's name and its value beside it. */
const namesOf = (row: Row): readonly number[] => {
  const { roles } = rolesOf(row)
  const names: number[] = []
  for (let at = roles.indexOf('name'); at >= 0; at = roles.indexOf('name', at + 1)) {
    const next = row.cells.find(({ mergedInto }, i) => i > at && mergedInto !== row.cells[at])
    if (next?.text.isBlank === false && labelOfCell(next) === undefined) names.push(at)
  }
  return names
}

const stackTable = (blocks: readonly Block[]): readonly Block[] => {
  const rows = blocks.filter((block) => block.kind === 'row')
  const [, second] = rows.map(namesOf).find((names) => names.length === 2) ?? []
  if (second === undefined) return blocks
  const isParted = (at: number): boolean =>
    rows.every(
      ({ cells }) =>
        cells[at] === undefined || (cells[at].text.isBlank && cells[at].mergedInto === undefined),
    )
  const gap = Array.from({ length: second }, (_, i) => i).findLast(isParted)
  if (gap === undefined || gap === 0) return blocks
  const sideOf = (from: number, to: number): readonly Block[] =>
    blocks.flatMap((block): readonly Block[] => {
      if (block.kind !== 'row') return from === 0 ? [block] : []
      const cells = block.cells.slice(from, to)
      return cells.length === 0 ? [] : [{ ...block, cells }]
    })
  return [...sideOf(0, gap), ...sideOf(gap + 1, Number.POSITIVE_INFINITY)]
}

/** Forms whose labels stand behind their values (180 | 资金总额), turned as others are. */
export const turnMirrored = (blocks: readonly Block[]): readonly Block[] => {
  const turned: Block[] = []
  for (let at = 0; at < blocks.length; ) {
    const rows = mirroredAt(blocks, at)
    if (rows.length === 0) turned.push(blocks[at] as Block)
    else for (const { row, label } of rows) turned.push(turn(row, label))
    at += Math.max(1, rows.length)
  }
  return turned
}

/** A row with a label at its end, and what stands in front. */
interface MirroredRow {
  readonly row: Row
  readonly value: Cell | undefined
  readonly label: Cell
  readonly role: Label['role']
}

/** No head of a form has more rows. */
const MOST_HEAD_ROWS = 60

/** The rows from a place on that have a label behind one value, where the name of a project and money are among them. */
const mirroredAt = (blocks: readonly Block[], at: number): readonly MirroredRow[] => {
  const rows: MirroredRow[] = []
  for (const row of rowsAt(blocks, at, MOST_HEAD_ROWS)) {
    const mirrored = mirrorOf(row)
    if (mirrored === undefined) break
    rows.push(mirrored)
  }
  const has = (wanted: Label['role'], isNumber: boolean): boolean =>
    rows.some(({ role, value }) => role === wanted && value !== undefined && isMoney(value) === isNumber)
  // 1 | 项目名称 is a list of labels.
  return has('name', false) && has('amount', true) ? rows : []
}

const mirrorOf = (row: Row): MirroredRow | undefined => {
  const own = ownCells(row)
  const [label, value] = own.toReversed()
  const said = label === undefined ? undefined : labelOfCell(label)
  if (label === undefined || said?.value.isBlank !== true || own.length > 2 || row.cells[0] === label)
    return undefined
  return value !== undefined && labelOfCell(value) !== undefined
    ? undefined
    : { row, value, label, role: said.role }
}

const turn = (row: Row, label: Cell): Row => {
  const at = row.cells.indexOf(label)
  return { ...row, cells: [...row.cells.slice(at), ...row.cells.slice(0, at)] }
}
