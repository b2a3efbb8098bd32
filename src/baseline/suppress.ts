import { fingerprintsByFinding } from '../report/fingerprint.ts'
import type { CheckedFile, FileResult, Finding, SuppressedFinding } from '../report/report.ts'
import { RULE_CRASH } from '../rules/rule.ts'
import { type BaselineEntry, isExpired, keyOf } from './baseline.ts'

/** What a baseline is held against a run by. */
export interface Matching {
  /** What the baseline calls a file of the report. */
  readonly nameOf: (path: string) => string
  /** The rules that ran on a file: what others found before says nothing now. */
  readonly ranOn: (path: string) => ReadonlySet<string>
  readonly today: string
  readonly hash: (text: string) => string
}

/** What came of it. */
export interface Suppression {
  /** As they were, with what is known set apart. */
  readonly files: readonly FileResult[]
  readonly count: number
  /** Entries whose finding is no more in a file that was checked. */
  readonly stale: readonly BaselineEntry[]
  /** Entries whose day has passed: their findings count again. */
  readonly expired: readonly BaselineEntry[]
}

/** Sets apart the findings that a baseline knows. A rule that crashed can't be known: nothing was checked. */
export const suppressKnown = (
  files: readonly FileResult[],
  entries: readonly BaselineEntry[],
  matching: Matching,
): Suppression => {
  const known = new Map(entries.map((entry) => [keyOf(entry), entry]))
  const found = new Set<BaselineEntry>()
  const split = files.map((file) =>
    file.kind === 'checked' ? splitFile(file, known, matching, (entry) => found.add(entry)) : file,
  )
  const checked = new Map(
    files.flatMap(({ kind, path }) => (kind === 'checked' ? [[matching.nameOf(path), path] as const] : [])),
  )
  const isStale = (entry: BaselineEntry): boolean => {
    const path = checked.get(entry.path)
    return path !== undefined && !found.has(entry) && matching.ranOn(path).has(entry.rule)
  }
  const all = [...known.values()]
  return {
    files: split,
    count: split.reduce(
      (sum, file) => sum + (file.kind === 'checked' ? (file.suppressed?.length ?? 0) : 0),
      0,
    ),
    stale: all.filter(isStale),
    expired: all.filter((entry) => found.has(entry) && isExpired(entry, matching.today)),
  }
}

const splitFile = (
  file: CheckedFile,
  known: ReadonlyMap<string, BaselineEntry>,
  { nameOf, today, hash }: Matching,
  see: (entry: BaselineEntry) => void,
): CheckedFile => {
  const path = nameOf(file.path)
  const fingerprints = fingerprintsByFinding(file, hash)
  const suppressed: SuppressedFinding[] = []
  const isReported = (finding: Finding): boolean => {
    const fingerprint = fingerprints.get(finding) as string
    const entry = finding.rule === RULE_CRASH ? undefined : known.get(keyOf({ path, fingerprint }))
    if (entry !== undefined) see(entry)
    if (entry === undefined || isExpired(entry, today)) return true
    suppressed.push({ finding, reason: entry.reason, expires: entry.expires })
    return false
  }
  return { ...file, findings: file.findings.filter(isReported), suppressed, fingerprints }
}
