import { RULE_CRASH, type Severity } from '../rules/rule.ts'
import type { CheckedFile, FileResult, Report } from './report.ts'

export type SeverityCounts = Readonly<Record<Severity, number>>

/** How many findings of each severity there are, listed or not. */
export const countFindings = (files: readonly FileResult[]): SeverityCounts => {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const file of files) {
    if (file.kind === 'failed') continue
    for (const finding of file.findings) counts[finding.severity] += 1
    if (file.printed === undefined) continue
    for (const severity of ['error', 'warning', 'info'] as const)
      counts[severity] += file.printed.counts[severity]
  }
  return counts
}

/** How many findings a baseline knows. */
export const countSuppressed = (files: readonly FileResult[]): number =>
  files.reduce((sum, file) => sum + (file.kind === 'checked' ? (file.suppressed?.length ?? 0) : 0), 0)

/** Whether everything that was asked could be done: each file read, no rule crashed. */
export const isComplete = ({ files }: Report): boolean =>
  files.every(
    (file) => file.kind === 'checked' && file.findings.every((finding) => finding.rule !== RULE_CRASH),
  )

const RANK: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 }

/** Whether `severity` is `level` or graver. */
export const isAtLeast = (severity: Severity, level: Severity): boolean => RANK[severity] >= RANK[level]

/** The findings that a report lists. */
export const listedFindings = ({ findings }: CheckedFile, level: Severity): CheckedFile['findings'] =>
  findings.filter((finding) => isAtLeast(finding.severity, level))
