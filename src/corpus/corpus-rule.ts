import type { FilingExtract, PackedPlace } from '../model/filing-extract.ts'
import type { Message, OtherPlace, Problem } from '../model/finding.ts'
import type { Rule } from '../rules/rule.ts'

/** Filings to compare with each other. */
export interface Corpus {
  /** The filings that are checked, sorted by path. */
  readonly filings: readonly FilingExtract[]
  /** Filings of earlier years, given only to compare with: nothing is reported of them. */
  readonly previous: readonly FilingExtract[]
}

/** What a rule over several filings found: a place in one, and its counterparts in others. */
export interface CorpusProblem extends Omit<Problem, 'at' | 'related' | 'edits'> {
  /** The path of the filing that it is reported of. */
  readonly file: string
  readonly at: PackedPlace
  /** Where in its tree: project, indicator. */
  readonly path: readonly Message[]
  readonly elsewhere: readonly OtherPlace[]
}

/**
 * A rule over several filings. It has the facts and docs of any rule, so that it is listed, explained,
 * configured and reported like one, and finds nothing in a filing by itself. Its examples are
 * several filings in one text, each under a line `=== PATH`.
 */
export interface CorpusRule extends Rule {
  readonly checkCorpus: (corpus: Corpus) => Iterable<CorpusProblem>
}

export const isCorpusRule = (rule: Rule): rule is CorpusRule => 'checkCorpus' in rule

export const corpusRulesAmong = (rules: readonly Rule[]): readonly CorpusRule[] => rules.filter(isCorpusRule)

/**
 * Whether the findings of a rule depend on one file alone: what others find depends on which files are checked
 * together.
 */
export const isOfOneFile = (rule: Rule): boolean => !isCorpusRule(rule)

/** A path step that is the same in both languages: a name. */
export const named = (name: string): Message => ({ zh: name, en: name })

/** The folder of a path; empty for one without. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))
