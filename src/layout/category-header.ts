import type { ColumnRole, Heading } from '../model/disclosure.ts'
import type { DraftHeading } from '../model/draft.ts'
import type { Row } from '../read/grid.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { type CategoryEntry, categoriesNamed, HEADING_NUMBER } from '../vocabulary/categories.ts'
import { isQuality } from '../vocabulary/qualities.ts'
import type { Columns } from './align.ts'
import { clarified } from './columns.ts'
import { LONGEST_HEADER, roleBelow } from './header-rows.ts'
import { inferColumns } from './infer-columns.ts'
import { widthOf } from './row-cells.ts'
import { type RowHeader, type Side, sideOf } from './sides.ts'
import { agencyCodeIn } from './slots.ts'
import { headIn, hintsIn } from './words-of.ts'

/** What heads one column: its cell in the lowest header row, and the wide cells above, outermost first. */
interface Head {
  readonly label: SpannedText | undefined
  readonly above: readonly SpannedText[]
}

/**
 * FORM: headers that print the categories side by side, 成本指标, 产出指标, 效益指标 and 满意度指标, each over
 * 三级指标 and 指标值 of its own, or each over cells with all its indicators. Takes up to three rows.
 */
export const recognizeCategoryHeader = (rows: readonly Row[]): RowHeader | undefined => {
  const end = rows.slice(0, HIGHEST).findIndex((row) => !isHeaderRow(row))
  let header = rows.slice(0, end < 0 ? HIGHEST : end)
  // Nearly all headers have none of them, and are done with that.
  if (!hasCategories(header)) return undefined
  for (; header.length > 0; header = header.slice(0, -1)) {
    const found = readHeader(header, rows.slice(header.length))
    if (found !== undefined) return found
  }
  return undefined
}

/** Rows that such a header takes at most. */
const HIGHEST = 3

const isHeaderRow = ({ cells }: Row): boolean => {
  let filled = 0
  for (const { text } of cells) {
    if (text.isBlank) continue
    filled += 1
    if (text.length > LONGEST_HEADER) return false
    if (VALUE.test(text.folded) && categoriesOf(text).length === 0) return false
  }
  return filled > 1
}

const hasCategories = (rows: readonly Row[]): boolean =>
  rows.some(({ cells }) => cells.some(({ text }) => isCategory(text)))

/** So many categories at least tell that a header prints them; and so many where it has the names and the goals of projects too. */
const [FEWEST, FEWEST_OF_PROJECTS] = [3, 2]

const isCategory = (text: SpannedText): boolean => categoriesOf(text).length > 0 && headIn(text) === undefined

/** 2025年预算数 is a header too. */
const VALUE = /[≥≤]|(?<!\d)\d+(?![\d年])/

const categoriesOf = (text: SpannedText): readonly CategoryEntry[] =>
  text.length > LONGEST_HEADER ? [] : categoriesNamed(text.meaning.replace(HEADING_NUMBER, ''))

const readHeader = (rows: readonly Row[], below: readonly Row[]): RowHeader | undefined => {
  const heads = headsOf(rows)
  const headings = withOwnBeside(
    heads,
    withPartsBeside(heads, withLevelOfCost(heads.map(headingsOver))),
    below,
  )
  const known = new Set(headings.flatMap((all) => all.map(({ text }) => text.meaning)))
  const labels = heads.map(({ label }) => label)
  const said = rolesOf(heads, headings)
  const first = headings.findIndex(({ length }) => length > 0)
  const front = said.slice(0, first)
  const isPlan = front.includes('name') && front.includes('goal')
  const fewest = isPlan ? FEWEST_OF_PROJECTS : FEWEST
  if (known.size < fewest || headings.filter(({ length }) => length > 0).length < fewest) return undefined
  const told = NEEDED.every((role) => front.includes(role))
    ? front
    : toldLead(labels.slice(0, first), front, below)
  const lead = isPlan ? told.map((role) => role ?? 'other') : told
  const columns = [...lead, ...said.slice(first)]
  const isList = namesProjects(lead)
  const isKnown = columns.every((role, i) => role !== undefined || headings[i]?.length === 0)
  if (!isList || !isKnown || columns.includes('level-one')) return undefined
  return {
    columns,
    labels,
    headings: rows.flatMap(({ cells }) => cells.flatMap(({ text }) => headingOf(text, labels, columns))),
    terms: columns.map(() => undefined),
    agencyCode: agencyCodeIn(columns, labels),
    sides: sidesUnder(columns, headings),
    height: rows.length,
    margin: 6,
    inferred: [],
  }
}

const namesProjects = (lead: Columns): boolean =>
  lead.includes('name') || (lead.includes('agency') && lead.includes('amount'))

/**
 * What stands in front of the indicators under words that nobody knows, as far as the rows tell: names, and money or goals, of
 * which a list may have only one.
 */
const toldLead = (labels: RowHeader['labels'], said: Columns, below: readonly Row[]): Columns => {
  const told = (roles: Columns): Columns =>
    inferColumns({ labels, said: roles, roles: OF_PROJECTS }, below).columns
  const found = (columns: Columns): number =>
    columns.includes('name') ? NEEDED.filter((role) => columns.includes(role)).length : 0
  const own = told(said)
  if (found(own) === NEEDED.length) return own
  // 资金用途, which mostly says nothing of what is read, may be what the projects are called.
  const open = told(said.map((role) => (role === 'other' ? undefined : role)))
  if (found(open) === NEEDED.length) return open
  return found(own) > Math.max(1, found(said)) ? own : said
}

const NEEDED: readonly ColumnRole[] = ['name', 'amount', 'goal']

const OF_PROJECTS: readonly ColumnRole[] = [
  'name',
  'agency',
  'code',
  'amount',
  'funding',
  'period',
  'goal',
  'other',
]

const headsOf = (rows: readonly Row[]): readonly Head[] => {
  const textAt = (row: number, column: number): SpannedText | undefined => {
    const text = rows[row]?.cells[column]?.text
    return text?.isBlank === false ? text : undefined
  }
  /** The wide cell of each row that goes on over the columns to its right. */
  const wide: (SpannedText | undefined)[] = []
  return Array.from({ length: widthOf(rows) }, (_, column) => {
    const own = rows.map((_, row) => textAt(row, column))
    const lowest = own.findLastIndex((text) => text !== undefined)
    // A blank below ends the wide cell above it: the column has a header over all rows.
    for (const [row, text] of own.entries()) if (text !== undefined || row > lowest) wide[row] = text
    const isTop = own.slice(0, lowest).every((text) => text === undefined)
    const above = (isTop ? wide : own).slice(0, Math.max(0, lowest))
    return {
      label: own[lowest],
      above: above.map((text, row) => text ?? wide[row]).filter((text) => text !== undefined),
    }
  })
}

/** The categories that a column stands under, or is headed by, outermost first. */
const headingsOver = ({ label, above }: Head): readonly DraftHeading[] => {
  const texts = label === undefined ? above : [...above, label]
  const headings: DraftHeading[] = []
  for (const text of texts) {
    if (!isCategory(text)) continue
    const [entry] = categoriesOf(text) as readonly [CategoryEntry]
    const level = headings.length === 0 && entry.level !== 2 ? 1 : 2
    headings.push({ text, level, isAbove: true })
  }
  return headings
}

/** 成本指标 beside 数量指标 that nothing stands over is of level 2 as that is. */
const withLevelOfCost = (
  headings: readonly (readonly DraftHeading[])[],
): readonly (readonly DraftHeading[])[] => {
  const levels = new Set(headings.flatMap(([first]) => (first === undefined ? [] : [levelOf(first)])))
  if (!levels.has(2) || !levels.has('either')) return headings
  return headings.map((own) => {
    const [only, ...below] = own
    const isCost = only !== undefined && below.length === 0 && levelOf(only) === 'either'
    return isCost ? [{ ...only, level: 2 }] : own
  })
}

const levelOf = ({ text }: DraftHeading): CategoryEntry['level'] | undefined => categoriesOf(text)[0]?.level

/** 数量指标1, 指标值, 数量指标2, 指标值: what heads a part of indicators beside a category is of that. */
const withPartsBeside = (
  heads: readonly Head[],
  headings: readonly (readonly DraftHeading[])[],
): readonly (readonly DraftHeading[])[] => {
  const all: (readonly DraftHeading[])[] = []
  for (const [i, own] of headings.entries()) {
    const { label, above } = heads[i] as Head
    const role = label === undefined || above.length > 0 ? undefined : headIn(label)
    const isPart = own.length === 0 && role !== undefined && BESIDE.has(role)
    all.push(isPart ? (all.at(-1) ?? own) : own)
  }
  return all
}

/**
 * 产出, 效益, 群众口碑: words that nobody knows behind categories, or below one, head indicators as these do where their cells hold
 * names with their limits or qualities.
 */
const withOwnBeside = (
  heads: readonly Head[],
  headings: readonly (readonly DraftHeading[])[],
  below: readonly Row[],
): readonly (readonly DraftHeading[])[] => {
  // 怎么衡量 over categories is none.
  const over = new Set(headings.flatMap((own, i) => (own.length === 0 ? [] : (heads[i]?.above ?? []))))
  const isOwn = ({ label, above }: Head, at: number): boolean => {
    if (label === undefined || isCategory(label) || roleBelow(above.at(-1), label) !== undefined) return false
    if ([...hintsIn(label).keys()].some((role) => SAID_OF_OTHERS.has(role))) return false
    const texts = below.flatMap(({ cells }) => (cells[at]?.text.isBlank === false ? [cells[at].text] : []))
    return texts.filter(({ folded }) => isNamedValue(folded)).length * 2 > texts.length
  }
  const all: (readonly DraftHeading[])[] = []
  for (const [i, own] of headings.entries()) {
    const head = heads[i] as Head
    const [before] = own.length > 0 ? own : (all.at(-1) ?? [])
    const texts = [...head.above, head.label].filter((text) => text !== undefined)
    const named = texts.filter((text) => isCategory(text) || !over.has(text))
    const levelled = named.map((text, k) => ({ text, level: k === 0 ? before?.level : 2, isAbove: true }))
    all.push(before !== undefined && isOwn(head, i) ? (levelled as readonly DraftHeading[]) : own)
  }
  return all
}

/** What words may not speak for over a column of indicators: limits of money are set to a part of it, too. */
const SAID_OF_OTHERS: ReadonlySet<ColumnRole> = new Set([
  'amount',
  'funding',
  'executed',
  'agency',
  'code',
  'period',
  'actual',
  'reason',
  'note',
])

/** Whether a cell holds an indicator: a name with a limit or, behind a colon, with a quality. */
const isNamedValue = (folded: string): boolean =>
  NAMED_LIMIT.test(folded) || isQuality(NAMED_QUALITY.exec(folded)?.[1] ?? '')

/** 就医环境：有所改善 */
const NAMED_QUALITY = /^[^:,;。\d]{2,20}:\s?([^:,;。\d]{2,12})[,;。]?(?:\n|$)/

/** 村民满意度≥90% */
const NAMED_LIMIT = /[\u4e00-\u9fff]{2}:?\s?(?:[≥≤=]|不[低少高多]于|不超过)\s?\d/

const BESIDE: ReadonlySet<ColumnRole> = new Set(['comparator', 'target', 'unit', 'actual'])

const rolesOf = (
  heads: readonly Head[],
  headings: readonly (readonly DraftHeading[])[],
): readonly (ColumnRole | undefined)[] => {
  const found = heads.map(({ label, above }, i): ColumnRole | undefined => {
    if (label === undefined) return undefined
    if (headings[i]?.some(({ text }) => text === label)) return 'indicator'
    const group = above.at(-1)
    return roleBelow(headings[i]?.length === 0 ? group : undefined, label)
  })
  return clarified(
    found,
    heads.map(({ label }) => label),
  )
}

/** 绩效目标 over the categories heads indicators, and is no column of goals. */
const headingOf = (
  text: SpannedText,
  labels: RowHeader['labels'],
  columns: RowHeader['columns'],
): readonly Heading[] => {
  if (text.isBlank) return []
  const at = labels.indexOf(text)
  const role = at < 0 ? headIn(text) : columns[at]
  const headsIndicators = at < 0 && (role === 'goal' || categoriesOf(text).length > 0)
  return [{ text, role: headsIndicators ? 'indicator' : role }]
}

/** A side for each run of columns under the same categories, and for each name in it that follows other parts. */
const sidesUnder = (
  columns: RowHeader['columns'],
  headings: readonly (readonly DraftHeading[])[],
): readonly Side[] => {
  const sides: Side[] = []
  const key = (at: number): string => (headings[at] ?? []).map(({ text }) => text.meaning).join()
  for (let start = 0; start < columns.length; ) {
    let end = start + 1
    const begins = (at: number): boolean => columns[at] === 'indicator' && columns[at - 1] !== 'indicator'
    while (end < columns.length && key(end) === key(start) && !begins(end)) end += 1
    const own = headings[start] ?? []
    if (own.length > 0) sides.push({ ...sideOf(columns, [], [], start, end), headings: own })
    start = end
  }
  return sides
}
