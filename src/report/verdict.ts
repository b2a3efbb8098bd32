import type { Severity } from '../model/finding.ts'
import {
  type CheckedRecord,
  type RecordedFinding,
  reportedFindings,
  type SeverityCounts,
} from '../model/record.ts'
import type { FileResult, FileResults, Report, ResultHead } from './report.ts'

const RANK: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 }

/** Whether `severity` is `level` or graver. */
export const isAtLeast = (severity: Severity, level: Severity): boolean => RANK[severity] >= RANK[level]

/** The findings that a report lists. */
export const listedFindings = (file: CheckedRecord, level: Severity): readonly RecordedFinding[] =>
  reportedFindings(file).filter((finding) => isAtLeast(finding.severity, level))

/** How many findings of a file a baseline knows. */
export const countSuppressed = ({ findings }: CheckedRecord): number =>
  findings.reduce((count, { suppressed }) => count + (suppressed === undefined ? 0 : 1), 0)

/** How many findings a report has, listed or not. */
export const countAll = ({ error, warning, info }: SeverityCounts): number => error + warning + info

/** What a file comes to. */
export const headOf = (file: FileResult): ResultHead =>
  file.kind === 'failed'
    ? { path: file.path, isFailed: true, counts: NONE, omitted: NONE, suppressed: 0, isComplete: false }
    : {
        path: file.path,
        isFailed: false,
        counts: file.counts,
        omitted: file.omitted ?? NONE,
        suppressed: countSuppressed(file),
        isComplete: file.isComplete,
      }

const NONE: SeverityCounts = { error: 0, warning: 0, info: 0 }

/** What each file comes to, without looking at those that were put away. */
export const headsOf = (files: FileResults): readonly ResultHead[] => files.heads ?? [...files].map(headOf)

/** What all files come to. */
interface Tally {
  /** Findings that are reported, listed or not. */
  readonly counts: SeverityCounts
  /** Findings that were found and are not among the results. */
  readonly omitted: SeverityCounts
  /** Findings that a baseline knows. */
  readonly suppressed: number
  /** Files that could not be checked. */
  readonly failed: number
}

export const tallyOf = (heads: Iterable<ResultHead>): Tally => {
  const counts = { error: 0, warning: 0, info: 0 }
  const omitted = { error: 0, warning: 0, info: 0 }
  let [suppressed, failed] = [0, 0]
  for (const head of heads) {
    for (const severity of ['error', 'warning', 'info'] as const) {
      counts[severity] += head.counts[severity]
      omitted[severity] += head.omitted[severity]
    }
    suppressed += head.suppressed
    if (head.isFailed) failed += 1
  }
  return { counts, omitted, suppressed, failed }
}

/** Whether everything that was asked could be done: each file read, no rule crashed. */
export const isComplete = ({ files }: Pick<Report, 'files'>): boolean =>
  headsOf(files).every((head) => head.isComplete)
