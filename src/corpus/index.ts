import { agencyRenamed } from './agency-renamed.ts'
import { copiedAcrossAgencies } from './copied-across-agencies.ts'
import type { CorpusRule } from './corpus-rule.ts'
import { duplicateFiling } from './duplicate-filing.ts'
import { previousBaseline } from './previous-baseline.ts'

/** Every rule over several filings, by id. */
export const corpusRules: readonly CorpusRule[] = [
  agencyRenamed,
  copiedAcrossAgencies,
  duplicateFiling,
  previousBaseline,
]
