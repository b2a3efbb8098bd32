import type { DraftGoals } from '../model/draft.ts'
import type { Row } from '../read/grid.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { categoriesNamed } from '../vocabulary/categories.ts'
import { type Columns, fitness } from './align.ts'
import { recognizeCategoryHeader } from './category-header.ts'
import { clarified, isRowHeader, recognizeHeader } from './columns.ts'
import { type HeaderCells, joinHeaderRows, joinThreeHeaderRows, oneHeaderRow } from './header-rows.ts'
import { rolesOf } from './row-roles.ts'
import { columnsOf, type RowHeader, sidesOf } from './sides.ts'
import { agencyCodeIn } from './slots.ts'
import { termOf } from './term-of.ts'

/**
 * Reads the header that the first of `rows` begins, which may take up to three (绩效指标 over 一级指标, 二级指标 …);
 * the rows below tell whether unknown columns hold targets.
 */
export const recognizeRowHeader = (rows: readonly Row[]): RowHeader | undefined => {
  const [first, second, third] = rows
  if (first === undefined || !rolesOf(first).hasAny) return undefined
  const byCategory = recognizeCategoryHeader(rows)
  if (byCategory !== undefined) return byCategory
  if (second !== undefined) {
    const below = rows.slice(2)
    const both = joinHeaderRows(first, second, widthOf(below))
    if (both !== undefined && isRowHeader(both.columns)) return completed(both, below, 2)
    const all =
      third === undefined ? undefined : joinThreeHeaderRows(first, second, third, widthOf(rows.slice(3)))
    if (all !== undefined && isRowHeader(all.columns)) return completed(all, rows.slice(3), 3)
  }
  const own = recognizeHeader(first) ?? matrixColumns(first)
  if (own === undefined) return undefined
  const below = rows.slice(1)
  const isOne = isRowHeader(own) || isMatrix(own, first, below)
  return isOne ? completed(oneHeaderRow(first, own), below, 1) : undefined
}

/** A matrix of many districts: most of its headers are no known words, and those that are stand together. */
const matrixColumns = (row: Row): Columns | undefined => {
  const { names, roles } = rolesOf(row)
  const name = roles.indexOf('indicator')
  return name > 0 && roles[name - 1] !== undefined ? clarified(roles, names) : undefined
}

/** The header of rows that have none printed. */
export const rowHeaderOf = (columns: Columns): RowHeader => {
  const none = columns.map(() => undefined)
  const sides = sidesOf(columns, none, none, true)
  return { columns, headings: [], labels: none, terms: none, agencyCode: undefined, sides, height: 0 }
}

const widthOf = (rows: readonly Row[]): number => {
  let width = 0
  for (const { cells } of rows) width = Math.max(width, cells.length)
  return width
}

const completed = (cells: HeaderCells, rows: readonly Row[], height: number): RowHeader => {
  const below = ownRows(rows)
  const { labels, groups, headings } = cells
  const districts = withDistricts(cells, below)
  const columns = withoutFront(withDirections(withComparators(withHeadings(districts, below), below), below))
  const terms = labels.map((label, i) => termIn(label) ?? termIn(groups[i]))
  return {
    columns,
    headings: headings.map((heading) => {
      const at = labels.indexOf(heading.text)
      return at >= 0 ? { ...heading, role: columns[at] } : heading
    }),
    labels,
    terms,
    agencyCode: agencyCodeIn(columns, labels),
    sides: sidesOf(
      columns,
      hasSeveral(columns, below) ? labels : [],
      terms,
      terms.includes('long-term') || !isInPairs(columns, below),
    ),
    height,
  }
}

/** Whether the rows print two indicators each: the names on the sides are never the same, as those of two terms are. */
const isInPairs = (columns: Columns, rows: readonly Row[]): boolean => {
  const [left = 0, right = 0] = columnsOf(columns, 'indicator')
  const pairs = rows.flatMap(({ cells }) => {
    const [one, two] = [cells[left]?.text, cells[right]?.text]
    return one?.isBlank === false && two?.isBlank === false ? [[one, two] as const] : []
  })
  return pairs.length > 0 && pairs.every(([one, two]) => !one.meansSameAs(two))
}

/** Whether more than one column of targets is filled; forms print some for others to fill in. */
const hasSeveral = (columns: Columns, rows: readonly Row[]): boolean => {
  const isFilled = (at: number): boolean =>
    rows.some(({ cells }) => cells.length < columns.length || cells[at]?.text.isBlank === false)
  return columnsOf(columns, 'target').filter(isFilled).length > 1
}

/** Without the rows of the next form, which begins with a label. */
const ownRows = (rows: readonly Row[]): readonly Row[] => {
  const end = rows.findIndex((row) => {
    const { names, roles } = rolesOf(row)
    const role = roles[names.findIndex((name) => name !== '')]
    return role !== undefined && FIELDS.has(role)
  })
  return end < 0 ? rows : rows.slice(0, end)
}

const FIELDS: ReadonlySet<string> = new Set(['name', 'code', 'agency', 'amount', 'goal', 'period'])

const termIn = (label: SpannedText | undefined): DraftGoals['term'] =>
  label === undefined ? undefined : termOf(label.meaning)

/** 绩效指标 in front of the headings, merged over all rows, is the label of the table. */
const withoutFront = (columns: Columns): Columns => {
  const level = columns.findIndex((role) => role === 'level-one' || role === 'level-two')
  const front = columns.indexOf('indicator')
  const isFront = front >= 0 && front < level && columns.includes('indicator', level)
  return isFront ? columns.with(front, 'other') : columns
}

/** 绩效指标 or an unknown word over categories, beside the column of the indicators: 数量指标, 质量指标 … */
const withHeadings = (columns: Columns, below: readonly Row[]): Columns => {
  const at = columns.lastIndexOf('indicator') - 1
  const isOpen = columns[at] === undefined || columns[at] === 'indicator'
  if (at < 0 || !isOpen || columns.includes('level-one') || columns.includes('level-two')) return columns
  const names = textsBelow(below, at).map(({ meaning }) => meaning)
  const known = names
    .map((name) => (name.length > 24 ? [] : categoriesNamed(name)))
    .filter((all) => all.length > 0)
  if (known.length < 2 || known.length * 3 < names.length * 2) return columns
  const isTwo = known.some((all) => all.every(({ level }) => level === 2))
  return columns.with(at, isTwo ? 'level-two' : 'level-one')
}

/** 指标值类型 or an unknown word over signs: ≥, =, 定性. */
const withComparators = (columns: Columns, below: readonly Row[]): Columns => {
  if (!columns.includes('target') || columns.includes('comparator')) return columns
  const isOfSigns = (role: Columns[number], i: number): boolean => {
    if (role !== undefined && role !== 'other') return false
    const signs = textsBelow(below, i)
    const isSigns = signs.length > 1 && signs.every((text) => fitness(text, 'comparator') > 0)
    return isSigns && signs.some(({ folded }) => /[≥≤<>=]/.test(folded))
  }
  const at = columns.findIndex(isOfSigns)
  return at < 0 ? columns : columns.with(at, 'comparator')
}

/** 指标方向 over 正向 and 反向, which in other tables heads signs; 指标性质 over 定量 and 定性 beside the column of the signs. */
const withDirections = (columns: Columns, below: readonly Row[]): Columns => {
  const comparators = columnsOf(columns, 'comparator')
  return columns.map((role, i) => {
    if (role !== 'comparator') return role
    const texts = textsBelow(below, i)
    if (texts.length === 0) return role
    if (texts.every((text) => fitness(text, 'direction') > 0)) return 'direction'
    const isKind = comparators.length > 1 && texts.every(({ meaning }) => /^定[量性]/.test(meaning))
    return isKind ? 'other' : role
  })
}

/** What stands in a column, blank cells left out. */
const textsBelow = (rows: readonly Row[], column: number): readonly SpannedText[] =>
  rows.flatMap(({ cells }) => {
    const text = cells[column]?.text
    return text === undefined || text.isBlank ? [] : [text]
  })

/**
 * The columns of a matrix: two or more unknown ones behind that of the indicators, in a table without
 * any other target column, with targets in them.
 */
const withDistricts = ({ columns, labels }: HeaderCells, below: readonly Row[]): Columns => {
  const districts = districtsOf(columns, labels, below)
  return districts.length < 2 ? columns : columns.map((role, i) => (districts.includes(i) ? 'target' : role))
}

const districtsOf = (
  columns: Columns,
  labels: HeaderCells['labels'],
  below: readonly Row[],
): readonly number[] => {
  const name = columns.indexOf('indicator')
  if (name < 0 || columns.includes('target')) return []
  const open: number[] = []
  for (let i = name + 1; i < columns.length; i += 1)
    if (columns[i] === undefined && labels[i]?.isBlank === false) open.push(i)
  if (open.length < 2 || holdsOutlines(below, name)) return []
  return open.filter((i) => holdsTargets(below, i))
}

/** Whether a header without columns of targets or headings is that of a matrix. */
const isMatrix = (columns: Columns, { cells }: Row, below: readonly Row[]): boolean => {
  if (!columns.includes(undefined, columns.indexOf('indicator') + 1)) return false
  const labels = cells.map(({ text }) => text)
  return districtsOf(columns, labels, ownRows(below)).length > 1
}

/** Whether the cells of indicators hold all those of a project, with their targets: no further column has any. */
const holdsOutlines = (rows: readonly Row[], column: number): boolean =>
  rows.some(({ cells }) => {
    const text = cells[column]?.text
    return text !== undefined && fitness(text, 'indicator') >= 3
  })

const holdsTargets = (rows: readonly Row[], column: number): boolean => {
  const texts = textsBelow(rows, column)
  const targets = texts.filter((text) => fitness(text, 'target') > 0).length
  return texts.length > 0 && targets * 2 > texts.length
}
