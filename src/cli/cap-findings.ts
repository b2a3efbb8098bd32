import type { CheckedFile, FileResult, Finding, Report } from '../report/report.ts'
import { countFindings, type SeverityCounts } from '../report/verdict.ts'
import { countOfSeverity, enumerate, SEVERITIES } from '../report/words.ts'
import { type Language, type Message, RULE_CRASH } from '../rules/rule.ts'

/** A file of which a report lists less than was found. */
interface CappedFile extends CheckedFile {
  readonly omitted: SeverityCounts
}

/**
 * A report with no more than `most` findings of a rule per file: the gravest, then the first. A note on
 * the file counts the rest, and the exit code counts it too.
 */
export const capFindings = (report: Report, most: number): Report => ({
  ...report,
  files: report.files.map((file) => (file.kind === 'checked' ? capFile(file, most) : file)),
})

/** How many findings of each severity were found and are not in the report. */
export const countOmitted = (files: readonly FileResult[]): SeverityCounts => {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const file of files) {
    const omitted = omittedIn(file)
    if (omitted === undefined) continue
    for (const severity of SEVERITIES) counts[severity] += omitted[severity]
  }
  return counts
}

/** What a report leaves out of one file, if anything. */
export const omittedIn = (file: FileResult): SeverityCounts | undefined =>
  isCapped(file) ? file.omitted : undefined

const isCapped = (file: FileResult): file is CappedFile => 'omitted' in file

/** One file with no more than `most` findings of a rule. */
export const capFile = (file: CheckedFile, most: number): CheckedFile | CappedFile => {
  const left = leftOut(file.findings, most)
  if (left.size === 0) return file
  return {
    ...file,
    findings: file.findings.filter((finding) => !left.has(finding)),
    notes: [...file.notes, ...notesOn(file, left)],
    omitted: countFindings([{ ...file, findings: [...left] }]),
  }
}

const leftOut = (findings: readonly Finding[], most: number): ReadonlySet<Finding> => {
  const left = new Set<Finding>()
  if (findings.length <= most) return left
  const seen = new Map<string, number>()
  for (const severity of SEVERITIES) {
    for (const finding of findings) {
      // A crash is told once per rule, and makes the whole check incomplete.
      if (finding.severity !== severity || finding.rule === RULE_CRASH) continue
      const count = (seen.get(finding.rule) ?? 0) + 1
      seen.set(finding.rule, count)
      if (count > most) left.add(finding)
    }
  }
  return left
}

const notesOn = (file: CheckedFile, left: ReadonlySet<Finding>): Message[] => {
  const rules = [...new Set([...left].map(({ rule }) => rule))].sort()
  return rules.map((rule) => {
    const counts = countFindings([
      { ...file, findings: [...left].filter((finding) => finding.rule === rule) },
    ])
    const words = (language: Language): string =>
      enumerate(
        SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) =>
          countOfSeverity(counts[severity], severity, language),
        ),
        language,
      )
    return {
      zh: `规则 ${rule} 另有 ${words('zh')}未列出，可用 --max-findings 放宽`,
      en: `${words('en')} more of ${rule} not listed; --max-findings lists more`,
    }
  })
}
