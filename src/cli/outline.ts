import { Decimal } from '../model/decimal.ts'
import type { Agency, Disclosure, Project } from '../model/disclosure.ts'
import type { Span } from '../source/span.ts'
import { SpannedText } from '../source/spanned-text.ts'

/**
 * Who stands where in a disclosure: agencies and projects by code and name, and nothing in them. Small
 * enough to keep for twenty thousand filings, and plain data, so that files and threads can carry it.
 */
export interface Outline extends Level {
  readonly span: Span
}

interface Level {
  readonly agencies: readonly (Named & Level)[]
  readonly projects: readonly Named[]
}

interface Named {
  readonly span: Span
  readonly code: PlacedText | undefined
  readonly name: PlacedText
}

interface PlacedText {
  readonly text: string
  readonly span: Span
}

/** The outline of a disclosure. */
export const outlineOf = ({ span, agencies, projects }: Disclosure): Outline => ({
  span,
  agencies: agencies.map(outlineOfAgency),
  projects: projects.map(outlineOfNode),
})

const outlineOfAgency = (agency: Agency): Named & Level => ({
  ...outlineOfNode(agency),
  agencies: agency.agencies.map(outlineOfAgency),
  projects: agency.projects.map(outlineOfNode),
})

const outlineOfNode = ({ span, code, name }: Agency | Project): Named => ({
  span,
  code: code === undefined ? undefined : placed(code),
  name: placed(name),
})

const placed = ({ text, span }: SpannedText): PlacedText => ({ text, span })

/**
 * An outline as a disclosure again, for reports, which name findings by the agency and the project that
 * they are in. Everything else that a disclosure says is missing from it.
 */
export const disclosureOf = ({ span, agencies, projects }: Outline): Disclosure => ({
  kind: 'disclosure',
  span,
  title: undefined,
  year: undefined,
  moneyUnit: { name: '万元', yuan: new Decimal(10000), text: undefined },
  headings: [],
  totals: [],
  agencies: agencies.map(agencyOf),
  projects: projects.map(projectOf),
  irregularRows: [],
  readings: [],
  leftovers: [],
  truncated: false,
})

const agencyOf = (named: Named & Level): Agency => ({
  kind: 'agency',
  role: 'agency',
  hasRow: true,
  ...nodeOf(named),
  agencies: named.agencies.map(agencyOf),
  projects: named.projects.map(projectOf),
})

const projectOf = (named: Named): Project => ({
  kind: 'project',
  ...nodeOf(named),
  funding: [],
  money: [],
  results: [],
  period: undefined,
  goals: [],
  categories: [],
  indicators: [],
  totalScore: undefined,
})

const nodeOf = ({ span, code, name }: Named): Pick<Agency, 'span' | 'code' | 'name' | 'amount'> => {
  const at = { start: span.start, end: span.start }
  return {
    span,
    code: code === undefined ? undefined : SpannedText.of([code], code.span.start),
    name: SpannedText.of([name], name.span.start),
    amount: { kind: 'blank-amount', text: SpannedText.of([], at.start), span: at },
  }
}
