import type { MoneyUnit } from '../model/disclosure.ts'
import type { DraftAgency, DraftProject, DraftTotal } from '../model/draft.ts'
import { coverAll } from '../source/span.ts'
import { findMoneyUnit } from './front-matter.ts'
import { withGroups } from './group-rows.ts'
import { buildHierarchy, type Entry, type Hierarchy } from './hierarchy.ts'
import type { Table } from './layout.ts'

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
