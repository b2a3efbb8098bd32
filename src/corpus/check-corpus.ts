import { byPath, compareFindings, type Finding, RULE_CRASH } from '../model/finding.ts'
import { FingerprintWriter } from '../model/fingerprint.ts'
import type { Identity } from '../model/locator.ts'
import type { CheckedRecord } from '../model/record.ts'
import { type Place, withFindings } from '../model/record.ts'
import { rememberAlways } from '../remember.ts'
import { rules as allRules } from '../rules/index.ts'
import { type PlannedRule, planCheck, type Settings, severityOf } from '../settings.ts'
import type { Corpus, CorpusProblem, CorpusRule } from './corpus-rule.ts'
import { corpusRules } from './index.ts'
import { ownPlace } from './place.ts'

/** What was found, by the path of the filing that it is reported of. */
export type CorpusFindings = ReadonlyMap<string, readonly Unprinted[]>

/** A finding, and what its fingerprint is made of. */
interface Unprinted {
  readonly finding: Finding<Place>
  readonly identity: Identity
}

/**
 * Holds filings against each other. The same findings in whatever order the filings come; nothing
 * at all of a single one, unless earlier ones are given to compare with. A finding goes by the settings
 * of the filing that it is reported of. A rule that throws becomes a finding of the first filing.
 *
 * @param settingsFor The settings for the filing at a path; they fit the rules.
 */
export const checkCorpus = (
  { filings, previous }: Corpus,
  settingsFor: (path: string) => Settings = () => NO_SETTINGS,
  rules: readonly CorpusRule[] = corpusRules,
): CorpusFindings => {
  const corpus = { filings: [...filings].sort(byPath), previous: [...previous].sort(byPath) }
  const findings = new Map<string, Unprinted[]>()
  const report = (path: string, finding: Unprinted): void => {
    const known = findings.get(path)
    if (known === undefined) findings.set(path, [finding])
    else known.push(finding)
  }
  const planFor = rememberAlways((settings: Settings) => planCheck(settings, [...allRules, ...rules]))
  for (const rule of rules) {
    try {
      for (const problem of rule.checkCorpus(corpus)) {
        const planned = planFor(settingsFor(problem.file)).rules.find((one) => one.rule === rule)
        if (planned !== undefined) report(problem.file, findingOf(problem, planned))
      }
    } catch (error) {
      const [first] = corpus.filings
      if (first !== undefined) report(first.path, crashOf(rule, error))
    }
  }
  return findings
}

const NO_SETTINGS: Settings = {}

/** A record with what was found by comparing it with others, in order. */
export const withCorpusFindings = (
  record: CheckedRecord,
  found: CorpusFindings,
  hash: (text: string) => string,
): CheckedRecord => {
  const more = found.get(record.path) ?? []
  if (more.length === 0) return record
  const prints = new FingerprintWriter(hash)
  const added = [...more]
    .sort((a, b) => compareFindings(a.finding, b.finding))
    .map(({ finding, identity }) => ({ ...finding, fingerprint: prints.next(finding, identity) }))
  return withFindings(record, [...record.findings, ...added].sort(compareFindings))
}

const findingOf = ({ file: _, ...problem }: CorpusProblem, { rule, severity }: PlannedRule): Unprinted => {
  const { place, identity } = ownPlace(problem.at)
  const finding = {
    fix: rule.docs.fix,
    ...problem,
    at: place,
    rule: rule.id,
    category: rule.category,
    severity: severityOf(problem.severity, severity, rule.severity),
  }
  return { finding, identity }
}

const crashOf = ({ id }: CorpusRule, error: unknown): Unprinted => {
  const reason = error instanceof Error ? error.message : String(error)
  const finding: Finding<Place> = {
    rule: RULE_CRASH,
    category: 'structure',
    severity: 'error',
    message: {
      zh: `规则 ${id} 运行出错，各文件未按此规则相互比较：${reason}`,
      en: `rule ${id} failed, and the files were not compared by it: ${reason}`,
    },
    fix: { zh: '请将这些文件提交给 pbo 的维护者。', en: 'Please send the files to the maintainers of pbo.' },
    at: { start: 0, end: 0, from: FILE_START, to: FILE_START },
    data: { rule: id },
    path: [],
  }
  return { finding, identity: { code: '', project: '', text: '' } }
}

const FILE_START = { line: 1, column: 1 } as const
