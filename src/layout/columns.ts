import { mapped } from '../collect.ts'
import type { ColumnRole } from '../model/disclosure.ts'
import type { Block, Cell, Row } from '../read/grid.ts'
import { rememberFor, rememberRun } from '../remember.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { isLevelRole, NAMES_PROJECT } from '../vocabulary/headers.ts'
import { type Columns, fitness } from './align.ts'
import { inferColumns } from './infer-columns.ts'
import { ownCells, rowsAt, widthOf } from './row-cells.ts'
import { rolesOf } from './row-roles.ts'
import { hintsIn, kindOf } from './words-of.ts'

/** Whether the row is a header, and if so, what its columns hold. */
export const recognizeHeader = (row: Row): Columns | undefined =>
  rolesOf(row).hasAny ? columnsOfHeader(row) : undefined

const columnsOfHeader: (row: Row) => Columns | undefined = rememberFor((row: Row) => {
  const { names, roles: found } = rolesOf(row)
  const labels = mapped(row.cells, ({ text }) => text)
  // A form's row (项目名称, its value, 项目编码, its value) has as many values as labels.
  if (!headsList(found, labels)) return undefined
  // 项目名称: | 绿化养护: a colon sets off what stands beside.
  const isField = row.cells.some(
    ({ text }, i) =>
      text.folded.endsWith(':') && found[i + 1] === undefined && row.cells[i + 1]?.text.isBlank === false,
  )
  return isField || isPairs(row, found) ? undefined : withoutTrimmedEnd(clarified(found, labels), names)
})

/** Whether known words stand in front of a value each, of which some are blank: 项目名称, its value, 项目编码 and nothing. */
const isPairs = ({ cells }: Row, found: Columns): boolean => {
  const own = cells.flatMap((cell, i) =>
    cell.mergedInto === undefined ? [{ isKnown: found[i] !== undefined, isBlank: cell.text.isBlank }] : [],
  )
  const values = own.filter((_, i) => i % 2 === 1)
  return (
    own.length % 2 === 0 &&
    own.every(({ isKnown }, i) => isKnown === (i % 2 === 0)) &&
    values.some(({ isBlank }) => isBlank) &&
    values.some(({ isBlank }) => !isBlank)
  )
}

/** Whether known words make a row a header: two of different kinds at least, and most of the row. */
export const headsList = (said: Columns, labels: readonly (SpannedText | undefined)[]): boolean => {
  if (countKinds(said) < 2) return false
  const filled = labels.filter((label) => label?.isBlank === false).length
  if (said.filter((role) => role !== undefined).length * 2 <= filled) return false
  // 年度资金总额, 财政拨款, 其他资金 alone are the head of the money of one form.
  return said.some((role) => role !== undefined && HEADS_A_LIST.has(role))
}

/** How many different things the words of a header say. */
export const countKinds = (said: Columns): number =>
  new Set(said.filter((role) => role !== undefined && role !== 'other')).size

/** What a table of several rows has at least one column of. */
const HEADS_A_LIST: ReadonlySet<ColumnRole> = new Set([
  'name',
  'agency',
  'code',
  'goal',
  'indicator',
  'level-one',
  'level-two',
  'target',
])

/** Roles that the columns beside them decide. */
export const clarified = (
  all: Columns,
  labels: readonly (Pick<SpannedText, 'meaning'> | undefined)[],
): Columns => {
  const names = mapped(labels, (label) => label?.meaning ?? '')
  const found = withoutExplanations(all, names)
  const hasRows = isRowHeader(found)
  const nameColumns = found.filter((role) => role === 'name').length
  // 目标 beside another column of values, or in a list of projects with 指标 for its only other words, holds the goal.
  const isList = nameColumns > 0 && !found.some(isLevelRole) && !found.includes('goal')
  const hasTarget = isList || found.some((role, i) => role === 'target' && names[i] !== '目标')
  return mapped(found, (role, i): ColumnRole | undefined => {
    const name = names[i] as string
    // Before the indicators.
    if (name === '目标' && hasTarget && found.includes('indicator', i)) return 'goal'
    if (name === '单位') return unitOrAgency(found, i)
    // Beside a column of project names, one headed 单位名称 holds the agencies; alone, one of agencies names the rows.
    if (role === 'name' && nameColumns > 1 && AGENCIES.test(name)) return 'agency'
    return role === 'agency' && nameColumns === 0 && !hasRows ? 'name' : role
  })
}

/** 财政资金 over the only money of a list is all that its projects get: a part only beside other parts. */
export const withAmount = (columns: Columns): Columns =>
  columns.includes('amount') || columns.indexOf('funding') !== columns.lastIndexOf('funding')
    ? columns
    : mapped(columns, (role) => (role === 'funding' ? 'amount' : role))

/** 单位 over what is counted, or over who does it; behind names that no word tells as such, what stands in it tells. */
const unitOrAgency = (columns: Columns, at: number): ColumnRole | undefined => {
  const before = columns.slice(0, at)
  // Behind several words that nobody knows, what stands in the column tells, too.
  if (!isRowHeader(columns))
    return before.filter((role) => role === undefined).length > 2 ? undefined : 'agency'
  return before.includes('indicator') ? 'unit' : undefined
}

/** 指标值内容 says in words what the value beside it means. */
const withoutExplanations = (columns: Columns, names: readonly string[]): Columns => {
  const at = names.indexOf('指标值内容')
  return at >= 0 && names.some((name) => /(?:指标|目标)值$/.test(name)) ? columns.with(at, 'other') : columns
}

/** Whether indicators, or what belongs to them, have columns and so each indicator a row. */
export const isRowHeader = (columns: Columns): boolean =>
  columns.some((role) => isLevelRole(role) || role === 'target' || role === 'comparator')

/**
 * The columns of a table that has all indicators of a project in one cell, where its header stands at `at`; `undefined`
 * for another row. Under words that nobody knows, the cells of the projects tell which is which.
 */
export const cellHeaderAt = (blocks: readonly Block[], at: number): Columns | undefined => {
  const row = blocks[at]
  if (row?.kind !== 'row') return undefined
  const found = overOutlines(recognizeHeader(row), rowsAt(blocks, at + 1, TELLING))
  if (found !== undefined && isRowHeader(found)) return undefined
  const said = found === undefined ? undefined : withProjects(found, rowsAt(blocks, at, TELLING + 1))
  const { roles } = rolesOf(row)
  if (!row.cells.every(({ text }, i) => roles[i] !== undefined || isShortWords(text))) return said
  if (said?.every((role, i) => role !== undefined || row.cells[i]?.text.isBlank !== false))
    return withGoals(said, row, rowsAt(blocks, at + 1, TELLING))
  // Fewer words than a list of projects has columns: the rest of a cell on a new page.
  if (said === undefined && ownCells(row).length < FEWEST) return undefined
  return columnsOverCells(rowsAt(blocks, at, TELLING + 1))
}

/** 指标值 or 绩效指标说明 over all indicators of a project, where no other word of a list of projects says where they are. */
const overOutlines = (said: Columns | undefined, below: readonly Row[]): Columns | undefined => {
  if (said === undefined || !said.includes('name') || said.includes('indicator')) return said
  const at = said.findIndex((role, i) => {
    if (role !== 'target' && role !== 'note') return false
    const filled = below.filter(({ cells }) => cells[i]?.text.isBlank === false)
    return filled.length > 0 && filled.every(({ cells }) => isOutline((cells[i] as Cell).text))
  })
  return at < 0 ? said : said.with(at, 'indicator')
}

/**
 * 项目单位 | 使用方向 | 下达金额 over 甲机场公司 | 甲机场扩建项目: where a list names bodies and what each gets money for, the column in which all
 * end as projects do holds these.
 */
const withProjects = (said: Columns, [row, ...below]: readonly Row[]): Columns => {
  const { roles } = rolesOf(row as Row)
  const bodies = roles.indexOf('agency')
  if (roles.includes('name') || bodies < 0) return said
  const at = said.findIndex((role, i) => {
    const filled = below.flatMap(({ cells }) =>
      cells[i]?.text.isBlank === false ? [cells[i].text.meaning] : [],
    )
    return role === undefined && filled.length > 1 && filled.every((words) => NAMES_PROJECT.test(words))
  })
  return at < 0 ? said : said.with(bodies, 'agency').with(at, 'name')
}

/**
 * 目标说明 over a sentence for each project, beside all its indicators: what is said of goals in words that head remarks elsewhere
 * is the goal where no other column is.
 */
const withGoals = (columns: Columns, { cells: header }: Row, below: readonly Row[]): Columns => {
  const [name, indicators] = [columns.indexOf('name'), columns.indexOf('indicator')]
  if (name < 0 || indicators < 0 || columns.includes('goal')) return columns
  const found = columns.findIndex((role, i) => {
    const label = header[i]?.text
    if (i === name || (role !== undefined && !SAYS_LITTLE.has(role)) || label?.isBlank !== false) return false
    return (hintsIn(label).get('goal') ?? 0) > 1 && holdsSentences(below, i)
  })
  return found < 0 ? columns : columns.with(found, 'goal')
}

const SAYS_LITTLE: ReadonlySet<ColumnRole> = new Set(['note', 'other'])

/** Whether most cells of a column are sentences, of which each row has its own. */
const holdsSentences = (rows: readonly Row[], column: number): boolean => {
  const texts = rows.flatMap(({ cells }) =>
    cells[column]?.text.isBlank === false ? [cells[column].text] : [],
  )
  return texts.filter((text) => kindOf(text) === 'sentence').length * 2 > texts.length
}

/** Those of the header that is the first of `rows`, as what stands below tells. */
const columnsOverCells = rememberRun(([row, ...below]: readonly Row[]): Columns | undefined => {
  const said = overOutlines(recognizeHeader(row as Row), below)
  const labels = (row as Row).cells.map(({ text }) => text)
  const hasOutline = below.some(({ cells }) => cells.some(({ text }) => !text.isBlank && isOutline(text)))
  if (!hasOutline) return said
  const heads = { labels, said: said ?? rolesOf(row as Row).roles }
  const inferred = withGoals(inferColumns(heads, below).columns, row as Row, below)
  const isOutlined = (at: number): boolean =>
    below.some(({ cells }) => cells[at]?.text.isBlank === false && isOutline(cells[at].text))
  // What holds indicators and is alone holds the goals in front of them as well.
  const columns = inferred.map((role, i) =>
    role === 'indicator' && !inferred.includes('goal') && isOutlined(i) ? 'goal' : role,
  )
  // Under a wide word a second row of the header says what the columns hold.
  const isHeaded = columns.every(
    (role, i) =>
      role === undefined || labels[i]?.isBlank === false || row?.cells[i]?.mergedInto !== undefined,
  )
  const isOfProjects =
    columns.includes('name') &&
    columns.some((role, i) => (role === 'indicator' || role === 'goal') && isOutlined(i)) &&
    columns.every((role, i) => role !== 'indicator' || isOutlined(i))
  return isHeaded && isOfProjects && !isRowHeader(columns) ? columns : said
})

/** Whether a text holds all indicators of a project, or all its goals. */
const isOutline = (text: SpannedText): boolean => kindOf(text) === 'outline'

const TELLING = 12
const FEWEST = 3

const isShortWords = (text: SpannedText): boolean => {
  if (text.isBlank) return true
  if (/[%≥≤]|:./.test(text.folded)) return false
  const kind = text.length > LONGEST_HEADER ? 'sentence' : kindOf(text)
  return kind === 'words' || kind === 'name' || kind === 'organisation'
}

const LONGEST_HEADER = 40

/** The headers of such tables among blocks, by their rows. */
export const cellHeaders = (blocks: readonly Block[]): ReadonlyMap<Row, Columns> => {
  const headers = new Map<Row, Columns>()
  for (const [at, block] of blocks.entries()) {
    const columns = block.kind === 'row' ? cellHeaderAt(blocks, at) : undefined
    if (columns !== undefined) headers.set(block as Row, columns)
  }
  return headers
}
const AGENCIES = /^(?:单位|部门|预算单位|主管)(?!.*项目)/

/** Blank header cells at the end head nothing: trailing tabs. */
const withoutTrimmedEnd = (columns: Columns, names: readonly string[]): Columns => {
  let end = columns.length
  while (names[end - 1] === '') end -= 1
  return columns.slice(0, end)
}

/**
 * The columns of a table without any header row, judged by what stands in them; `undefined` if they
 * aren't clearly those of a disclosure table.
 */
export const headlessColumns = (rows: readonly Row[]): Columns | undefined => {
  const width = widthOf(rows)
  const columns = HEADLESS.find((candidate) => candidate.length === width)
  if (columns === undefined) return undefined
  const hasProject = rows.some((row) =>
    columns.every((role, i) => fitness(row.cells[i]?.text, columns, i) >= (role === 'code' ? 0 : 1)),
  )
  return hasProject ? columns : undefined
}

const HEADLESS: readonly Columns[] = [
  ['code', 'name', 'amount', 'goal', 'indicator'],
  ['name', 'amount', 'goal', 'indicator'],
]
