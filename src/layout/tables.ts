import type { MoneyUnit } from '../model/disclosure.ts'
import type { DraftAgency, DraftProject, DraftTotal } from '../model/draft.ts'
import { coverAll } from '../source/span.ts'
import { findMoneyUnit } from './front-matter.ts'
import { buildHierarchy, type Hierarchy } from './hierarchy.ts'
import type { Table } from './layout.ts'

/**
 * The rows of all tables as one tree. With several tables, the 合计 of each covers its own rows only:
 * it stands over them as a subtotal does, and so does that of a list beside forms. A table in another money unit keeps its own.
 */
export const mergeTables = (tables: readonly Table[], moneyUnit: MoneyUnit): Hierarchy => {
  const hasTotal = ({ entries }: Table): boolean => entries.all.some(({ kind }) => kind === 'total')
  const withTotal = tables.filter(hasTotal)
  const isSeparate =
    withTotal.length > 1 ||
    (withTotal.length === 1 && tables.some((table) => isApart(table) && !hasTotal(table)))
  const totals: DraftTotal[] = []
  const agencies: DraftAgency[] = []
  const projects: DraftProject[] = []
  for (const table of tables) {
    const rows = inUnit(buildHierarchy(table.entries.all), unitOf(table, moneyUnit))
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

const isApart = ({ isForms, entries }: Table): boolean =>
  isForms === true && entries.all.some(({ kind }) => kind === 'project')

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
