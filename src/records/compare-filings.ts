import { checkCorpus, withCorpusFindings } from '../corpus/check-corpus.ts'
import { type Corpus, corpusRulesAmong } from '../corpus/corpus-rule.ts'
import type { Rule } from '../rules/rule.ts'
import type { Settings } from '../settings.ts'
import type { RecordStore } from './record-store.ts'

/** How filings are compared. */
export interface ComparingTerms {
  readonly settingsFor: (path: string) => Settings
  readonly rules: readonly Rule[]
  readonly hash: (text: string) => string
}

/** Adds to the records what comes of comparing their filings with each other and with earlier ones. */
export const compareFilings = (
  store: RecordStore,
  corpus: Corpus,
  { settingsFor, rules, hash }: ComparingTerms,
): void => {
  if (corpus.filings.length + corpus.previous.length < 2) return
  const found = checkCorpus(corpus, settingsFor, corpusRulesAmong(rules))
  store.revise(
    (path) => found.has(path),
    (record) => withCorpusFindings(record, found, hash),
  )
}
