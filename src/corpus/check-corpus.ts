import { rememberAlways } from '../remember.ts'
import { compareCodes, compareFindings } from '../report/order.ts'
import type { CheckedFile, Finding } from '../report/report.ts'
import { rules as allRules } from '../rules/index.ts'
import { RULE_CRASH } from '../rules/rule.ts'
import { type PlannedRule, planCheck, type Settings, severityOf } from '../settings.ts'
import type { Corpus, CorpusProblem, CorpusRule } from './corpus-rule.ts'
import type { FilingExtract } from './extract.ts'
import { corpusRules } from './index.ts'
import { spanOfPlace } from './place.ts'

/** What was found, by the path of the filing that it is reported of. */
export type CorpusFindings = ReadonlyMap<string, readonly Finding[]>

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
  const findings = new Map<string, Finding[]>()
  const report = (path: string, finding: Finding): void => {
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

/** A checked file with what was found by holding it against others, in order. */
export const withCorpusFindings = (file: CheckedFile, found: CorpusFindings): CheckedFile => {
  const more = found.get(file.path) ?? []
  return more.length === 0 ? file : { ...file, findings: [...file.findings, ...more].sort(compareFindings) }
}

const byPath = (a: FilingExtract, b: FilingExtract): number => compareCodes(a.path, b.path)

const findingOf = ({ file: _, ...problem }: CorpusProblem, { rule, severity }: PlannedRule): Finding => ({
  fix: rule.docs.fix,
  ...problem,
  at: spanOfPlace(problem.at),
  rule: rule.id,
  category: rule.category,
  severity: severityOf(problem.severity, severity, rule.severity),
})

const crashOf = ({ id }: CorpusRule, error: unknown): Finding => {
  const reason = error instanceof Error ? error.message : String(error)
  return {
    rule: RULE_CRASH,
    category: 'structure',
    severity: 'error',
    message: {
      zh: `规则 ${id} 运行出错，各文件未按此规则相互比较：${reason}`,
      en: `rule ${id} failed, and the files were not compared by it: ${reason}`,
    },
    fix: { zh: '请将这些文件提交给 pbo 的维护者。', en: 'Please send the files to the maintainers of pbo.' },
    at: { start: 0, end: 0 },
    path: [],
  }
}
