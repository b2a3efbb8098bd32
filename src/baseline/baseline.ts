import { compareCodes } from '../model/finding.ts'

/** A finding that is known and not reported again, and why. */
export interface BaselineEntry {
  /** Relative to the folder of the baseline, with `/`. */
  readonly path: string
  readonly rule: string
  readonly fingerprint: string
  /** What was found when the entry was made; for people, and never compared. */
  readonly message: string
  /** Why it may stay; empty until somebody says so. */
  readonly reason: string
  /** The last day that the entry counts, as `2026-12-31`. */
  readonly expires?: string
}

/** The rule of entries for files that can't be read; their fingerprint is the same for all of a path. */
export const UNREADABLE = 'unreadable'

/** What tells entries apart: the same finding may be known in one filing and new in the next year's. */
export const keyOf = ({ path, fingerprint }: Pick<BaselineEntry, 'path' | 'fingerprint'>): string =>
  `${fingerprint}\n${path}`

/** Whether the day for which an entry was made has passed. */
export const isExpired = ({ expires }: BaselineEntry, today: string): boolean =>
  expires !== undefined && expires < today

/** The version of the shape of the file. */
export const BASELINE_VERSION = 1

/**
 * A baseline as its file: one entry per line, sorted by path, rule and fingerprint, so that a change is a
 * line in a diff and two branches merge. An entry with the same key as one before it is left out.
 */
export const renderBaseline = (entries: readonly BaselineEntry[]): string => {
  const byKey = new Map<string, BaselineEntry>()
  for (const entry of entries) if (!byKey.has(keyOf(entry))) byKey.set(keyOf(entry), entry)
  const lines = [...byKey.values()].sort(compareEntries).map((entry) => `    ${renderEntry(entry)}`)
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`
  return `{\n  "version": ${BASELINE_VERSION},\n  "entries": ${list}\n}\n`
}

/** What can't be seen stands as an escape: the file is read by people too. */
const renderEntry = ({ path, rule, fingerprint, message, reason, expires }: BaselineEntry): string =>
  JSON.stringify({ path, rule, fingerprint, message, reason, expires }).replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (character) =>
      Array.from(
        { length: character.length },
        (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`,
      ).join(''),
  )

const compareEntries = (a: BaselineEntry, b: BaselineEntry): number =>
  compareCodes(a.path, b.path) || compareCodes(a.rule, b.rule) || compareCodes(a.fingerprint, b.fingerprint)
