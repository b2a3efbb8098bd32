import { type Language, RULE_CRASH, type Severity } from '../model/finding.ts'
import type { CheckedRecord, FailedRecord, FileRecord } from '../model/record.ts'
import { isAtLeast } from '../report/verdict.ts'
import { type BaselineEntry, isExpired, keyOf, UNREADABLE } from './baseline.ts'
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

/**
 * Takes up single findings, of any severity, by their fingerprints, and files that can't be read; an entry that is there
 * already gets the new reason and day.
 *
 * @param files As they were checked, with nothing set apart; of those that failed only what may be taken up.
 */
export const addToBaseline = (
  files: Iterable<FileRecord>,
  entries: readonly BaselineEntry[],
  matching: Matching,
  terms: EntryTerms,
  fingerprints: readonly string[],
): BaselineChange & { readonly missing: readonly string[] } => {
  const added = [...files]
    .flatMap((file) =>
      file.kind === 'checked'
        ? entriesOf(file, matching, { ...terms, level: 'info' })
        : file.kind === 'failed'
          ? [unreadable(file, matching, terms)]
          : [],
    )
    .filter(({ fingerprint }) => fingerprints.includes(fingerprint))
  const found = new Set(added.map(({ fingerprint }) => fingerprint))
  const keys = new Set(added.map(keyOf))
  return {
    entries: [...entries.filter((entry) => !keys.has(keyOf(entry))), ...added],
    added,
    removed: [],
    missing: fingerprints.filter((fingerprint) => !found.has(fingerprint)),
  }
}

const unreadable = (
  { path, error }: FailedRecord,
  { nameOf }: Matching,
  terms: EntryTerms,
): BaselineEntry => ({
  path: nameOf(path),
  rule: UNREADABLE,
  fingerprint: UNREADABLE,
  message: error[terms.language],
  ...saidIn(terms),
})

const saidIn = ({ reason, expires }: EntryTerms): Pick<BaselineEntry, 'reason' | 'expires'> => ({
  reason,
  ...(expires === undefined ? {} : { expires }),
})

const entriesOf = (file: CheckedRecord, { nameOf }: Matching, terms: EntryTerms): BaselineEntry[] => {
  const path = nameOf(file.path)
  return file.findings
    .filter(({ rule, severity }) => rule !== RULE_CRASH && isAtLeast(severity, terms.level))
    .map((finding) => ({
      path,
      rule: finding.rule,
      fingerprint: finding.fingerprint,
      message: finding.message[terms.language],
      ...saidIn(terms),
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
