import type { Agency, Amount, Disclosure, Indicator, Leftover, Project } from '../model/disclosure.ts'
import type { Draft, DraftAgency, DraftProject, DraftTotal } from '../model/draft.ts'
import { parseAmount } from './amount.ts'
import { parseGoals } from './goal.ts'
import { parseOutline } from './outline.ts'

/** Reads the texts of a draft: the tree of the disclosure. */
export const compose = (draft: Draft): Disclosure => {
  const leftovers: Leftover[] = [...draft.leftovers]
  const amountOf = ({ amount, moneyUnit = draft.moneyUnit }: DraftTotal): Amount =>
    parseAmount(amount, moneyUnit)
  const project = (row: DraftProject): Project => composeProject(row, amountOf(row), leftovers)
  const agency = (row: DraftAgency): Agency => ({
    kind: 'agency',
    role: row.role,
    span: row.span,
    code: row.code,
    name: row.name,
    amount: amountOf(row),
    agencies: row.agencies.map(agency),
    projects: row.projects.map(project),
  })
  const agencies = draft.agencies.map(agency)
  const projects = draft.projects.map(project)
  return {
    kind: 'disclosure',
    span: draft.span,
    title: draft.title,
    year: draft.year,
    moneyUnit: draft.moneyUnit,
    headings: draft.headings,
    totals: draft.totals.map((total) => ({
      kind: 'total',
      span: total.span,
      name: total.name,
      amount: amountOf(total),
    })),
    agencies,
    projects,
    irregularRows: draft.irregularRows,
    leftovers: leftovers.sort((a, b) => a.text.span.start - b.text.span.start),
    truncated: draft.truncated || endsUnfinished(lastProject(agencies, projects), draft.span.end),
  }
}

const composeProject = (row: DraftProject, amount: Amount, leftovers: Leftover[]): Project => {
  const goals = row.goals.map(({ text, term }) => parseGoals(text, term))
  const outlines = row.indicators.map(parseOutline)
  for (const part of [...goals, ...outlines]) for (const leftover of part.leftovers) leftovers.push(leftover)
  return {
    kind: 'project',
    span: row.span,
    code: row.code,
    name: row.name,
    amount,
    goals: goals.flatMap((part) => part.goals),
    categories: outlines.flatMap((outline) => outline.categories),
    indicators: outlines.flatMap((outline) => outline.indicators),
  }
}

const lastProject = (agencies: readonly Agency[], projects: readonly Project[]): Project | undefined => {
  const last = agencies.at(-1)
  return (last && lastProject(last.agencies, last.projects)) ?? last?.projects.at(-1) ?? projects.at(-1)
}

/** Whether the very last thing of the input is a heading or an indicator without what belongs to it. */
const endsUnfinished = (project: Project | undefined, end: number): boolean => {
  if (project === undefined) return false
  let node: Project['categories'][number] | Indicator | undefined =
    project.categories.at(-1) ?? project.indicators.at(-1)
  while (node?.kind === 'category' && node.children.length > 0) node = node.children.at(-1)
  if (node === undefined || end - node.span.end > 8) return false
  if (node.kind === 'category') return true
  const { target } = node
  return target.kind === 'blank' || (target.kind === 'unparsed' && /[≥≤<>=]\s*$/.test(target.text.folded))
}
