import { type Language, RULE_CRASH, type Severity } from '../model/finding.ts'
import type { CheckedRecord, FileRecord } from '../model/record.ts'
import { isAtLeast } from '../report/verdict.ts'
import { type BaselineEntry, isExpired, keyOf } from './baseline.ts'
import { type Matching, staleEntries } from './suppress.ts'

/** A baseline after a change, and what changed. */
export interface BaselineChange {
  readonly entries: readonly BaselineEntry[]
  readonly added: readonly BaselineEntry[]
  readonly removed: readonly BaselineEntry[]
}

/** How new entries are made. */
export interface EntryTerms {
  /** The lowest severity that is taken up. */
  readonly level: Severity
  readonly language: Language
  readonly reason: string
  /** The last day that they count. */
  readonly expires: string | undefined
}

/**
 * Takes up what was found and isn't known, and drops what is stale; all else stays as it is, with its
 * reasons. An entry whose day has passed is made anew.
 *
 * @param files As they were checked, with nothing set apart.
 */
export const updateBaseline = (
  files: Iterable<FileRecord>,
  entries: readonly BaselineEntry[],
  matching: Matching,
  terms: EntryTerms,
): BaselineChange => {
  const pruned = pruneBaseline(files, entries, matching, () => false)
  const kept = pruned.entries.filter((entry) => !isExpired(entry, matching.today))
  const known = new Set(kept.map(keyOf))
  const added = [...files]
    .flatMap((file) => (file.kind === 'checked' ? entriesOf(file, matching, terms) : []))
    .filter((entry) => !known.has(keyOf(entry)))
  const current = new Set(added.map(keyOf))
  // Of a file that wasn't checked, or of findings below the level, an expired entry stays as it is.
  const expired = pruned.entries.filter(
    (entry) => isExpired(entry, matching.today) && !current.has(keyOf(entry)),
  )
  return { entries: [...kept, ...expired, ...added], added, removed: pruned.removed }
}

const entriesOf = (file: CheckedRecord, { nameOf }: Matching, terms: EntryTerms): BaselineEntry[] => {
  const path = nameOf(file.path)
  return file.findings
    .filter(({ rule, severity }) => rule !== RULE_CRASH && isAtLeast(severity, terms.level))
    .map((finding) => ({
      path,
      rule: finding.rule,
      fingerprint: finding.fingerprint,
      message: finding.message[terms.language],
      reason: terms.reason,
      ...(terms.expires === undefined ? {} : { expires: terms.expires }),
    }))
}

/**
 * Drops what is stale, and the entries of files that are gone.
 *
 * @param files As they were checked, with nothing set apart.
 * @param isGone Whether there is no file any more that the baseline calls by a path.
 */
export const pruneBaseline = (
  files: Iterable<FileRecord>,
  entries: readonly BaselineEntry[],
  matching: Matching,
  isGone: (path: string) => boolean,
): BaselineChange => {
  const staleKeys = new Set(staleEntries(files, entries, matching).map(keyOf))
  const isDropped = (entry: BaselineEntry): boolean => staleKeys.has(keyOf(entry)) || isGone(entry.path)
  return {
    entries: entries.filter((entry) => !isDropped(entry)),
    added: [],
    removed: entries.filter(isDropped),
  }
}
