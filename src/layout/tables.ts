import { type Decimal, sum } from '../model/decimal.ts'
import type { Leftover, MoneyUnit } from '../model/disclosure.ts'
import type { DraftAgency, DraftProject, DraftTotal } from '../model/draft.ts'
import { cover, coverAll } from '../source/span.ts'
import { findMoneyUnit } from './front-matter.ts'
import { buildHierarchy, Entries, type Entry, type Hierarchy, moneyOf } from './hierarchy.ts'
import type { Table } from './layout.ts'
import { markStyle } from './text/lines.ts'

/**
 * The rows of all tables as one tree. With several tables, the 合计 of each covers its own rows only:
 * it stands over them as a subtotal does, and so does that of a list beside forms. A table in another money unit keeps its own.
 */
export const mergeTables = (tables: readonly Table[], moneyUnit: MoneyUnit): Hierarchy => {
  const lists = tables.flatMap(listsIn)
  const hasTotal = ({ entries }: List): boolean => entries.some(({ kind }) => kind === 'total')
  const withTotal = lists.filter(hasTotal)
  const isSeparate =
    withTotal.length > 1 || (withTotal.length === 1 && lists.some((list) => isApart(list) && !hasTotal(list)))
  const totals: DraftTotal[] = []
  const agencies: DraftAgency[] = []
  const projects: DraftProject[] = []
  for (const { table, entries } of lists) {
    const rows = inUnit(buildHierarchy(withGroups(entries)), unitOf(table, moneyUnit))
    const [total, ...others] = rows.totals
    for (const one of isSeparate ? others : rows.totals) totals.push(one)
    if (total === undefined || !isSeparate) {
      // One by one: a call can't take as many arguments as a table may have rows.
      for (const agency of rows.agencies) agencies.push(agency)
      for (const project of rows.projects) projects.push(project)
    } else agencies.push(underTotal(total, rows))
  }
  return { totals, agencies, projects }
}

/** Rows of a table that a total of their own may cover. */
interface List {
  readonly table: Table
  readonly entries: readonly Entry[]
}

/**
 * The lists in a table: several under the same title, one for each agency, are read as one table that goes on, and
 * are told by their totals, which all stand at the top or all at the end. Pages may repeat one total.
 */
const listsIn = (table: Table): readonly List[] => {
  const { all } = table.entries
  const totals = all.flatMap((entry, at) => (entry.kind === 'total' ? [at] : []))
  const isAtTop = totals[0] === 0
  const isAtEnd = totals.at(-1) === all.length - 1
  const amounts = new Set(totals.map((at) => amountOf(all[at] as Entry)))
  const isOne = amounts.size < 2 || isAtTop === isAtEnd || totals.some((at, i) => totals[i + 1] === at + 1)
  if (isOne) return [{ table, entries: all }]
  const starts = new Set(isAtTop ? totals : [0, ...totals.slice(0, -1).map((at) => at + 1)])
  const lists: Entry[][] = []
  let agency: Entry | undefined
  for (const [at, entry] of all.entries()) {
    if (starts.has(at)) lists.push(goesOn(agency, all[isAtTop ? at + 1 : at]) ? [agency] : [])
    lists.at(-1)?.push(entry)
    if (entry.kind === 'agency') agency = entry
  }
  return lists.map((entries) => ({ table, entries }))
}

const amountOf = (entry: Entry): string => (entry.kind === 'total' ? entry.total.amount.meaning : '')

/** Whether the column of an agency goes on with its projects in the next list, unless that begins with its own. */
const goesOn = (agency: Entry | undefined, first: Entry | undefined): agency is Entry =>
  first?.kind === 'project' && agency?.kind === 'agency' && !agency.agency.hasRow

const isApart = ({ table, entries }: List): boolean =>
  table.isForms === true && entries.some(({ kind }) => kind === 'project')

const underTotal = (total: DraftTotal, { agencies, projects }: Hierarchy): DraftAgency => ({
  ...total,
  role: 'subtotal',
  hasRow: true,
  code: undefined,
  agencies,
  projects,
  span: coverAll(
    [total, ...agencies, ...projects].map(({ span }) => span),
    total.span,
  ),
})

/** The unit of a table, where it says one and it is not that of the first. */
const unitOf = ({ headings, front }: Table, first: MoneyUnit): MoneyUnit | undefined => {
  const unit = findMoneyUnit(headings, front)
  return unit.text === undefined || unit.name === first.name ? undefined : unit
}

const inUnit = (rows: Hierarchy, moneyUnit: MoneyUnit | undefined): Hierarchy => {
  if (moneyUnit === undefined) return rows
  const agency = (row: DraftAgency): DraftAgency => ({
    ...row,
    moneyUnit,
    agencies: row.agencies.map(agency),
    projects: row.projects.map((project) => ({ ...project, moneyUnit })),
  })
  return {
    totals: rows.totals.map((total) => ({ ...total, moneyUnit })),
    agencies: rows.agencies.map(agency),
    projects: rows.projects.map((project) => ({ ...project, moneyUnit })),
  }
}

/**
 * The rows of a list with those that head others told from projects by their money alone: 一、全民健身 198 has neither goal
 * nor indicators, and the projects below it come to 198; or one of the chapters of the list does, where not all of them add up.
 * Nothing is told where the total of the list says otherwise.
 */
const withGroups = (entries: readonly Entry[]): readonly Entry[] => {
  if (!entries.some(isBare) || !entries.some(isPlanned)) return entries
  const groups = new Map<Entry, Run>()
  const chapters = chaptersIn(entries)
  /** What stands below the row that is looked at, the nearest last. */
  const runs: Run[] = []
  let isProven = false
  for (const entry of entries.toReversed()) {
    if (endsGroups(entry)) runs.splice(0)
    if (entry.kind !== 'project') continue
    const amount = moneyOf(entry.project)
    const below = runs.at(-1)
    const isOver = isBare(entry) && below?.isPlanned === true && amount !== undefined
    const addsUp = isOver && below.sum?.equals(amount) === true
    const isGroup = addsUp || (isOver && chapters.has(entry))
    if (isGroup) {
      groups.set(entry, below)
      runs.pop()
      // Of two projects with the same money the first may lack its goal.
      isProven ||= addsUp && below.length > 1
    }
    add(runs, amount, isGroup ? (below?.depth ?? 0) + 1 : 0, isGroup || isPlanned(entry))
  }
  if (!isProven || contradict(entries, groups)) return entries
  return entries.map((entry) => {
    const below = groups.get(entry)
    return below === undefined || entry.kind !== 'project' ? entry : asGroup(entry.project, below)
  })
}

/** Whether the groups above an entry end with it: the row of an agency; one in a column of its own ends none. */
const endsGroups = (entry: Entry): boolean => entry.kind === 'agency' && entry.agency.hasRow

/** Projects one after the other, or groups of them. */
interface Run {
  /** How many groups stand in each other in each of them. */
  readonly depth: number
  length: number
  /** What they come to; `undefined` where one has no money. */
  sum: Decimal | undefined
  isPlanned: boolean
}

const add = (runs: Run[], amount: Decimal | undefined, depth: number, isPlanned: boolean): void => {
  const run = runs.at(-1)
  if (run?.depth !== depth) {
    runs.push({ depth, length: 1, sum: amount, isPlanned })
    return
  }
  run.length += 1
  run.sum = run.sum === undefined || amount === undefined ? undefined : run.sum.plus(amount)
  run.isPlanned ||= isPlanned
}

/** 一、全民健身, 二、竞技体育: the rows that are numbered like chapters, if all of these have nothing but their money. */
const chaptersIn = (entries: readonly Entry[]): ReadonlySet<Entry> => {
  const chapters = entries.filter(
    (entry) => entry.kind === 'project' && markStyle(entry.project.name.folded) === CHAPTER,
  )
  return new Set(chapters.every(isBare) ? chapters : [])
}

const CHAPTER = '一、'

/** Whether a total is what neither the projects come to without the rows of groups, nor these with what stands in none. */
const contradict = (entries: readonly Entry[], groups: ReadonlyMap<Entry, Run>): boolean => {
  const sumOf = (isMeant: (entry: Entry) => boolean): Decimal =>
    sum(
      entries.flatMap((one) => (one.kind === 'project' && isMeant(one) ? (moneyOf(one.project) ?? []) : [])),
    )
  const sums = [sumOf((one) => !groups.has(one)), sumOf((one) => groups.has(one))]
  return entries.some((entry) => {
    const total = entry.kind === 'total' ? moneyOf(entry.total) : undefined
    return total !== undefined && !sums.some((one) => one.equals(total))
  })
}

const asGroup = ({ span, code, name, amount }: DraftProject, { depth }: Run): Entry => {
  const role: DraftAgency['role'] = depth > 0 || code !== undefined ? 'agency' : 'project-category'
  return { kind: 'agency', agency: { role, hasRow: true, span, code, name, amount } }
}

const isPlanned = (entry: Entry): boolean =>
  entry.kind === 'project' &&
  [entry.project.goals, entry.project.indicators, entry.project.rows].some(({ length }) => length > 0)

/** Whether a project has nothing but its name and its money. */
const isBare = (entry: Entry): boolean =>
  entry.kind === 'project' &&
  !isPlanned(entry) &&
  [entry.project.funding, entry.project.money, entry.project.results].every(({ length }) => length === 0)

/** The tables, and the names that were printed only to say whose the indicators are. */
interface Joined {
  readonly tables: readonly Table[]
  readonly leftovers: readonly Leftover[]
}

/**
 * Filings that print money and goals of all projects in one table, and their indicators in another under the same
 * names: puts the indicators where the goals are. Nothing is joined unless every name is in the table above once.
 */
export const joinSplitLists = (tables: readonly Table[]): Joined => {
  const joined: Table[] = []
  const leftovers: Leftover[] = []
  const forms = plannedForms(tables)
  for (const found of tables) {
    const table = withoutSheets(found, forms, leftovers)
    const at = holdsIndicatorsOnly(table) ? joined.findLastIndex((other) => isHeadOf(other, table)) : -1
    if (at < 0) joined.push(table)
    else {
      joined[at] = withRows(joined[at] as Table, table)
      joined.push({ ...table, entries: new Entries() })
      leftovers.push(...table.entries.all.flatMap(namesIn))
    }
  }
  return { tables: joined, leftovers }
}

/** The forms that plan something, by the name of their project. */
const plannedForms = (tables: readonly Table[]): ReadonlyMap<string, DraftProject> =>
  new Map(
    tables
      .filter(({ isForms }) => isForms === true)
      .flatMap(({ entries }) => entries.all)
      .flatMap((entry) =>
        entry.kind === 'project' && isPlanned(entry) ? [[entry.project.name.meaning, entry.project]] : [],
      ),
  )

/**
 * Without the sheets in front of forms: 项目基本信息 and what the money is spent on, under the name of the project that the form
 * plans for the same money.
 */
const withoutSheets = (
  table: Table,
  forms: ReadonlyMap<string, DraftProject>,
  leftovers: Leftover[],
): Table => {
  const isSheet = (entry: Entry): boolean => {
    if (entry.kind !== 'project' || isPlanned(entry)) return false
    const { name, amount, span, money, results } = entry.project
    const form = forms.get(name.meaning)
    if (form === undefined || form.span.start < span.start || money.length + results.length > 0) return false
    return amount.isBlank || amount.meansSameAs(form.amount)
  }
  if (table.isForms !== true || !table.entries.all.some(isSheet)) return table
  const entries = new Entries()
  for (const entry of table.entries.all)
    if (entry.kind === 'project' && isSheet(entry)) leftovers.push(...textsOf(entry.project))
    else entries.push(entry)
  return { ...table, entries }
}

const textsOf = ({ code, name, amount, funding, money, period }: DraftProject): readonly Leftover[] =>
  [
    ...[code, name, amount],
    ...funding.flatMap((part) => [part.name, part.amount]),
    ...money.map(({ text }) => text),
    period,
  ].flatMap((text) => (text === undefined || text.isBlank ? [] : [{ text, reason: 'column' as const }]))

const projectsIn = ({ entries }: Table): readonly DraftProject[] =>
  entries.all.flatMap((entry) => (entry.kind === 'project' ? [entry.project] : []))

const holdsIndicatorsOnly = (table: Table): boolean =>
  table.isForms !== true &&
  table.entries.all.every(
    (entry) =>
      (entry.kind === 'agency' && !entry.agency.hasRow) ||
      (entry.kind === 'project' && hasIndicatorsOnly(entry.project)),
  )

const hasIndicatorsOnly = ({ amount, goals, rows, funding, money, period }: DraftProject): boolean =>
  amount.isBlank &&
  goals.length + funding.length + money.length === 0 &&
  rows.length > 0 &&
  period === undefined

/** Whether a table has each project of the other once, with goals and without indicators. */
const isHeadOf = (table: Table, indicators: Table): boolean => {
  const heads = new Map<string, number>()
  for (const head of projectsIn(table)) {
    const name = head.name.meaning
    // Once with goals only; a second time, or with indicators, it is no head.
    heads.set(name, heads.has(name) || !hasGoalsOnly(head) ? 0 : 1)
  }
  const names = projectsIn(indicators).map(({ name }) => name.meaning)
  return (
    names.length > 0 && new Set(names).size === names.length && names.every((name) => heads.get(name) === 1)
  )
}

const hasGoalsOnly = ({ name, goals, rows, indicators }: DraftProject): boolean =>
  !name.isBlank && goals.length > 0 && rows.length + indicators.length === 0

const withRows = (table: Table, indicators: Table): Table => {
  const found = new Map(projectsIn(indicators).map((project) => [project.name.meaning, project]))
  const entries = new Entries()
  for (const entry of table.entries.all) {
    const other = entry.kind === 'project' ? found.get(entry.project.name.meaning) : undefined
    if (entry.kind === 'project' && other !== undefined) {
      const { project } = entry
      const span = cover(project.span, other.span)
      entries.push({ kind: 'project', project: { ...project, span, rows: other.rows } })
    } else entries.push(entry)
  }
  return { ...table, entries }
}

const namesIn = (entry: Entry): readonly Leftover[] => {
  if (entry.kind === 'total') return []
  const { code, name } = entry.kind === 'project' ? entry.project : entry.agency
  return [code, name].flatMap((text) => (text === undefined ? [] : [{ text, reason: 'label' as const }]))
}
