import { AGENCIES, FILES, FILINGS } from './filings.ts'
import { FINDINGS } from './findings.ts'
import { INDICATORS } from './indicators.ts'
import type { LongTable } from './long-table.ts'
import { GOALS, MONEY, PROJECTS } from './projects.ts'

/** All long tables; each comes behind those that its rows refer to. */
export const TABLES = {
  files: FILES,
  filings: FILINGS,
  agencies: AGENCIES,
  projects: PROJECTS,
  money: MONEY,
  goals: GOALS,
  indicators: INDICATORS,
  findings: FINDINGS,
} as const satisfies Readonly<Record<string, LongTable>>

export type TableName = keyof typeof TABLES
