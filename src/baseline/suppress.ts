import { RULE_CRASH } from '../model/finding.ts'
import {
  type CheckedRecord,
  type FailedRecord,
  type FileRecord,
  type RecordedFinding,
  type SkippedRecord,
  withFindings,
} from '../model/record.ts'
import { type BaselineEntry, isExpired, keyOf, UNREADABLE } from './baseline.ts'

/** What a baseline is compared with a run by. */
export interface Matching {
  /** What the baseline calls a file of the report. */
  readonly nameOf: (path: string) => string
  /** The rules that ran on a file: what others found before says nothing now. */
  readonly ranOn: (path: string) => ReadonlySet<string>
  readonly today: string
}

/** Sets apart the findings that a baseline knows, file by file, and remembers which of its entries were met. */
export class Suppressor {
  readonly #known: ReadonlyMap<string, BaselineEntry>
  readonly #matching: Matching
  readonly #found = new Set<BaselineEntry>()
  /** Paths of checked files by what the baseline calls them. */
  readonly #checked = new Map<string, string>()

  constructor(entries: readonly BaselineEntry[], matching: Matching) {
    this.#known = new Map(entries.map((entry) => [keyOf(entry), entry]))
    this.#matching = matching
  }

  /** A record with what is known marked. A rule that crashed can't be known: nothing was checked. */
  suppress(record: CheckedRecord): CheckedRecord {
    const path = this.#matching.nameOf(record.path)
    this.#checked.set(path, record.path)
    let isAny = false
    const findings = record.findings.map((finding): RecordedFinding => {
      const entry = finding.rule === RULE_CRASH ? undefined : this.#entryOf(finding, path)
      if (entry !== undefined) this.#found.add(entry)
      if (entry === undefined || isExpired(entry, this.#matching.today)) return finding
      isAny = true
      const { reason, expires } = entry
      return { ...finding, suppressed: { reason, ...(expires === undefined ? {} : { expires }) } }
    })
    return isAny ? withFindings(record, findings) : record
  }

  /** What a file that could not be read is where the baseline knows it: one that nobody looks into. */
  excuse({ path, error }: FailedRecord): SkippedRecord | undefined {
    const entry = this.#known.get(keyOf({ path: this.#matching.nameOf(path), fingerprint: UNREADABLE }))
    if (entry === undefined) return undefined
    this.#found.add(entry)
    if (isExpired(entry, this.#matching.today)) return undefined
    const { reason } = entry
    return {
      kind: 'skipped',
      path,
      reason: {
        zh: `基线记录为无法读取${reason === '' ? '' : `（${reason}）`}：${error.zh}`,
        en: `known to be unreadable by the baseline${reason === '' ? '' : ` (${reason})`}: ${error.en}`,
      },
      isUnread: true,
    }
  }

  #entryOf({ fingerprint }: RecordedFinding, path: string): BaselineEntry | undefined {
    return this.#known.get(keyOf({ path, fingerprint }))
  }

  /** Entries whose finding is no more in a file that was checked. */
  get stale(): readonly BaselineEntry[] {
    return [...this.#known.values()].filter((entry) => {
      const path = this.#checked.get(entry.path)
      if (path === undefined || this.#found.has(entry)) return false
      return entry.rule === UNREADABLE || this.#matching.ranOn(path).has(entry.rule)
    })
  }

  /** Entries whose day has passed: their findings count again. */
  get expired(): readonly BaselineEntry[] {
    return [...this.#known.values()].filter(
      (entry) => this.#found.has(entry) && isExpired(entry, this.#matching.today),
    )
  }
}

/** The entries of a baseline whose finding is no more. */
export const staleEntries = (
  files: Iterable<FileRecord>,
  entries: readonly BaselineEntry[],
  matching: Matching,
): readonly BaselineEntry[] => {
  const suppressor = new Suppressor(entries, matching)
  for (const file of files) if (file.kind === 'checked') suppressor.suppress(file)
  return suppressor.stale
}
