import type { Leftover } from '../model/disclosure.ts'
import type { DraftProject } from '../model/draft.ts'
import { cover } from '../source/span.ts'
import { Entries } from './entries.ts'
import type { Entry } from './hierarchy.ts'
import type { Table } from './layout.ts'

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
  for (const table of tables) {
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

const projectsIn = ({ entries }: Table): readonly DraftProject[] =>
  entries.all.flatMap((entry) => (entry.kind === 'project' ? [entry.project] : []))

const holdsIndicatorsOnly = (table: Table): boolean =>
  table.isForms !== true &&
  table.entries.all.every(
    (entry) =>
      (entry.kind === 'agency' && !entry.agency.hasRow) ||
      (entry.kind === 'project' && hasIndicatorsOnly(entry.project)),
  )

const hasIndicatorsOnly = ({ amount, goals, rows, funding, period }: DraftProject): boolean =>
  amount.isBlank && goals.length === 0 && rows.length > 0 && funding.length === 0 && period === undefined

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
