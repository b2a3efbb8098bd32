import { type Language, type Message, RULE_CRASH } from '../model/finding.ts'
import {
  type CheckedRecord,
  countBySeverity,
  type RecordedFinding,
  reportedFindings,
  withFindings,
} from '../model/record.ts'
import { countOfSeverity, enumerate, SEVERITIES } from '../report/words.ts'

/**
 * A record with no more than `most` reported findings of a rule: the gravest, then the first. A note on
 * the file counts the rest, and the exit code counts it too.
 */
export const capFindings = (record: CheckedRecord, most: number): CheckedRecord => {
  const left = leftOut(reportedFindings(record), most)
  if (left.size === 0) return record
  const kept = record.findings.filter((finding) => !left.has(finding))
  return {
    ...withFindings(record, kept),
    notes: [...record.notes, ...notesOn(left)],
    omitted: countBySeverity([...left]),
  }
}

const leftOut = (findings: readonly RecordedFinding[], most: number): ReadonlySet<RecordedFinding> => {
  const left = new Set<RecordedFinding>()
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

const notesOn = (left: ReadonlySet<RecordedFinding>): Message[] => {
  const rules = [...new Set([...left].map(({ rule }) => rule))].sort()
  return rules.map((rule) => {
    const counts = countBySeverity([...left].filter((finding) => finding.rule === rule))
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
