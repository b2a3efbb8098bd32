import type { ColumnRole, Heading } from '../model/disclosure.ts'
import type { DraftGoals } from '../model/draft.ts'
import type { Cell, Row } from '../read/grid.ts'
import { meaning } from '../source/fold.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { headerRole } from '../vocabulary/headers.ts'
import { type Columns, fitness } from './align.ts'
import { isRowHeader, recognizeHeader } from './columns.ts'
import { termOf } from './slots.ts'

/** A target column. */
export interface TargetColumn {
  readonly at: number
  /** Its own header, where a row has several targets. */
  readonly label: SpannedText | undefined
  readonly term: DraftGoals['term']
}

/** The columns that make up one indicator; some forms print two sides, 实施期 and 年度. */
export interface Side {
  readonly levelOne: number | undefined
  readonly levelTwo: number | undefined
  readonly names: readonly number[]
  readonly comparators: readonly number[]
  readonly targets: readonly TargetColumn[]
  readonly units: readonly number[]
  readonly weight: number | undefined
  readonly direction: number | undefined
}

/** The header of a table in which each indicator has a row. */
export interface RowHeader {
  readonly columns: Columns
  readonly headings: readonly Heading[]
  /** The lowest header cell of each column. */
  readonly labels: readonly (SpannedText | undefined)[]
  /** 年度 or 中长期, by column. */
  readonly terms: readonly DraftGoals['term'][]
  readonly sides: readonly Side[]
  /** Rows that it takes. */
  readonly height: number
}

/**
 * Reads the header that the first of `rows` begins, which may take two (绩效指标 over 一级指标, 二级指标 …);
 * the rows below tell whether unknown columns hold targets.
 */
export const recognizeRowHeader = (rows: readonly Row[]): RowHeader | undefined => {
  const [first, second] = rows
  if (first === undefined || !mayBeHeader(first)) return undefined
  const own = recognizeHeader(first)
  const both = second === undefined ? undefined : joined(first, second)
  const below = rows.slice(1, 1 + SAMPLE)
  if (both !== undefined && isRowHeader(both.columns)) return completed(both, below.slice(1), 2)
  if (own === undefined) return undefined
  const labels = first.cells.map(({ text }) => text)
  const columns = own.slice()
  const single = { columns, labels, headings: headingsOf([first], columns) }
  if (isRowHeader(own)) return completed(single, below, 1)
  const matrix = completed(single, below, 1)
  return matrix.sides[0]?.targets.length ? matrix : undefined
}

/** The header of rows that have none printed. */
export const rowHeaderOf = (columns: Columns): RowHeader => {
  const none = columns.map(() => undefined)
  return { columns, headings: [], labels: none, terms: none, sides: sidesOf(columns, none, none), height: 0 }
}

const SAMPLE = 12
const LONGEST_HEADER = 40

const mayBeHeader = ({ cells }: Row): boolean =>
  cells.some(
    ({ text }) =>
      !text.isBlank && text.length <= LONGEST_HEADER && headerRole(meaning(text.text)) !== undefined,
  )

interface Assembled {
  readonly columns: readonly (ColumnRole | undefined)[]
  /** The lowest header cell of each column. */
  readonly labels: readonly (SpannedText | undefined)[]
  readonly headings: readonly Heading[]
}

/** Two header rows as one, if the second goes on with the first: its cells are words of headers, or stand under a wide one. */
const joined = (first: Row, second: Row): Assembled | undefined => {
  const width = Math.max(first.cells.length, second.cells.length)
  const columns: (ColumnRole | undefined)[] = []
  const labels: (SpannedText | undefined)[] = []
  let above: Above | undefined
  let known = 0
  for (let i = 0; i < width; i += 1) {
    above = groupAt(first.cells[i], above)
    const under = second.cells[i]
    const label = under === undefined || under.text.isBlank ? undefined : under.text
    if (label !== undefined && !isShort(label)) return undefined
    const role = label === undefined ? undefined : headerRole(meaning(label.text))
    const isUnderGroup = label !== undefined && above !== undefined && above.width > 0
    if (label !== undefined && role === undefined && !isUnderGroup) return undefined
    if (label !== undefined && role !== undefined) known += 1
    columns.push(label === undefined ? above?.own : roleUnder(above?.role, role))
    labels.push(label ?? first.cells[i]?.text)
    if (above !== undefined && label === undefined && first.cells[i]?.text.isBlank === false)
      above = undefined
  }
  const isMatrix = columns.filter((role) => role === 'target').length > 1
  if (known < 2 && !isMatrix) return undefined
  if (recognizedRoles(columns) < 2) return undefined
  return { columns, labels, headings: headingsOf([first, second], columns) }
}

interface Above {
  readonly role: ColumnRole | undefined
  /** The role where nothing stands below; a group covers more columns than its own. */
  readonly own: ColumnRole | undefined
  readonly width: number
}

const groupAt = (cell: Cell | undefined, before: Above | undefined): Above | undefined => {
  if (cell === undefined) return before
  // A merged cell's further places, or the blanks that it is in text.
  if (cell.text.isBlank)
    return before === undefined ? undefined : { ...before, own: undefined, width: before.width + 1 }
  const role = cell.text.length > LONGEST_HEADER ? undefined : headerRole(meaning(cell.text.text))
  return { role, own: role, width: 1 }
}

const isShort = (text: SpannedText): boolean => text.length <= 24 && !/^[\d.,\s]+$/.test(text.folded)

/** 财政拨款 under 预算金额 is a part of it; 甲县 under 指标值 is a target of its own. */
const roleUnder = (above: ColumnRole | undefined, role: ColumnRole | undefined): ColumnRole | undefined => {
  if (above === 'amount')
    return role === 'amount' || role === 'funding' ? role : role === undefined ? 'funding' : role
  if (above === 'target' && (role === undefined || role === 'period')) return 'target'
  if (above === 'goal' && role === undefined) return 'goal'
  return role
}

const recognizedRoles = (columns: readonly (ColumnRole | undefined)[]): number =>
  new Set(columns.filter((role) => role !== undefined && role !== 'other')).size

const headingsOf = (rows: readonly Row[], columns: readonly (ColumnRole | undefined)[]): readonly Heading[] =>
  rows.flatMap((row, depth) =>
    row.cells.flatMap(({ text }, i) => {
      if (text.isBlank) return []
      // A group says nothing of its first column alone.
      const isGroup = depth < rows.length - 1 && rows[depth + 1]?.cells[i]?.text.isBlank === false
      return [{ text, role: isGroup ? (headerRole(meaning(text.text)) ?? 'other') : columns[i] }]
    }),
  )

const completed = (assembled: Assembled, below: readonly Row[], height: number): RowHeader => {
  const columns = withDistricts(assembled, below)
  const terms = assembled.labels.map((label) =>
    label === undefined ? undefined : termOf(meaning(label.text)),
  )
  return {
    columns,
    headings: assembled.headings.map((heading) => {
      const at = assembled.labels.indexOf(heading.text)
      return at >= 0 ? { ...heading, role: columns[at] } : heading
    }),
    labels: assembled.labels,
    terms,
    sides: sidesOf(columns, assembled.labels, terms),
    height,
  }
}

/**
 * The columns of a matrix: two or more unknown ones behind that of the indicators, in a table without
 * any other target column, with targets in them.
 */
const withDistricts = ({ columns, labels }: Assembled, below: readonly Row[]): Columns => {
  const name = columns.indexOf('indicator')
  if (name < 0 || columns.includes('target')) return columns
  const isDistrict = (i: number): boolean =>
    i > name && columns[i] === undefined && labels[i]?.isBlank === false && holdsTargets(below, i)
  const districts = columns.flatMap((_, i) => (isDistrict(i) ? [i] : []))
  return districts.length < 2 ? columns : columns.map((role, i) => (districts.includes(i) ? 'target' : role))
}

const holdsTargets = (rows: readonly Row[], column: number): boolean => {
  const texts = rows.flatMap(({ cells }) => {
    const text = cells[column]?.text
    return text === undefined || text.isBlank ? [] : [text]
  })
  const targets = texts.filter((text) => fitness(text, 'target') > 0).length
  return texts.length > 0 && targets * 2 > texts.length
}

const sidesOf = (
  columns: Columns,
  labels: readonly (SpannedText | undefined)[],
  terms: readonly DraftGoals['term'][],
): readonly Side[] => {
  const names = columnsOf(columns, 'indicator')
  const targets = columnsOf(columns, 'target')
  const isTwoSided =
    names.length === 2 && targets.length === 2 && (names[1] as number) > (targets[0] as number)
  if (!isTwoSided) return [sideOf(columns, labels, terms, 0, columns.length)]
  const middle = (targets[0] as number) + 1
  const left = sideOf(columns, labels, terms, 0, middle)
  const right = sideOf(columns, labels, terms, middle, columns.length)
  return [
    withTerm(left, 'long-term'),
    withTerm(
      { ...right, levelOne: right.levelOne ?? left.levelOne, levelTwo: right.levelTwo ?? left.levelTwo },
      'annual',
    ),
  ]
}

/** FORM: forms with two sides print 实施期 on the left and 年度 on the right. */
const withTerm = (side: Side, term: NonNullable<DraftGoals['term']>): Side => ({
  ...side,
  targets: side.targets.map((target) => ({ ...target, term: target.term ?? term })),
})

const columnsOf = (columns: Columns, role: ColumnRole): readonly number[] =>
  columns.flatMap((own, i) => (own === role ? [i] : []))

const sideOf = (
  columns: Columns,
  labels: readonly (SpannedText | undefined)[],
  terms: readonly DraftGoals['term'][],
  start: number,
  end: number,
): Side => {
  const all = (role: ColumnRole): readonly number[] =>
    columnsOf(columns, role).filter((at) => start <= at && at < end)
  const targets = all('target')
  return {
    levelOne: all('level-one')[0],
    levelTwo: all('level-two')[0],
    names: all('indicator'),
    comparators: all('comparator'),
    targets: targets.map((at) => ({
      at,
      label: targets.length > 1 ? labels[at] : undefined,
      term: terms[at],
    })),
    units: all('unit'),
    weight: all('weight')[0],
    direction: all('direction')[0],
  }
}
