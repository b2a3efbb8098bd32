import type { FilingExtract } from '../model/filing-extract.ts'
import { byPath } from '../model/finding.ts'
import type { CheckedRecord, FailedRecord, FileRecord, SkippedRecord } from '../model/record.ts'
import type { FileResult, FileResults, ResultHead } from '../report/report.ts'
import { headOf } from '../report/verdict.ts'
import { ExtractShelf } from './extract-shelf.ts'
import type { Spool } from './spool.ts'

/** A checked file that was put away: what it comes to, and where the rest is. */
interface StoredRecord {
  readonly head: ResultHead
  readonly at: number
  /** How many findings it has, reported or not. */
  readonly count: number
  readonly extract: FilingExtract | undefined
}

/** What came of all inputs. Of thousands of checked files no more stays in memory than what they come to. */
export class RecordStore {
  readonly extracts: ExtractShelf
  readonly #spool: Spool
  #checked: StoredRecord[] = []
  readonly #failed: FailedRecord[] = []
  readonly #skipped: SkippedRecord[] = []

  constructor(spool: Spool) {
    this.#spool = spool
    this.extracts = new ExtractShelf(spool)
  }

  take(record: FileRecord): void {
    if (record.kind === 'failed') this.#failed.push(record)
    else if (record.kind === 'skipped') this.#skipped.push(record)
    else {
      const { extract, ...rest } = record
      this.#checked.push(this.#store(rest, extract && this.extracts.take(extract)))
    }
  }

  /** What filings are compared by. */
  get filings(): readonly FilingExtract[] {
    return this.#checked.flatMap(({ extract }) => extract ?? [])
  }

  /** What could not be checked, by path. */
  get failed(): readonly FailedRecord[] {
    return this.#failed.toSorted(byPath)
  }

  /** The paths of all files that are filings, or should be. */
  get paths(): readonly string[] {
    return [...this.#checked.map(({ head }) => head.path), ...this.#failed.map(({ path }) => path)]
  }

  /** What was checked, one after the other. */
  *checked(): Generator<CheckedRecord> {
    for (const stored of this.#checked) yield this.#read(stored)
  }

  /**
   * Puts other records in the place of those of which `concerns` is true.
   *
   * @param count How many findings the record has, reported or not.
   */
  revise(
    concerns: (path: string, count: number) => boolean,
    change: (record: CheckedRecord) => CheckedRecord,
  ): void {
    this.#checked = this.#checked.map((stored) => {
      if (!concerns(stored.head.path, stored.count)) return stored
      const record = this.#read(stored)
      const changed = change(record)
      return changed === record ? stored : this.#store(changed, stored.extract)
    })
  }

  /** Takes what could not be checked for something else, where `excuse` gives that; how many it did. */
  excuse(excuse: (record: FailedRecord) => SkippedRecord | undefined): number {
    const failed = this.#failed.splice(0)
    for (const record of failed) this.take(excuse(record) ?? record)
    return failed.length - this.#failed.length
  }

  /** A file that was checked could not be after all. */
  fail(record: FailedRecord): void {
    this.#checked = this.#checked.filter(({ head }) => head.path !== record.path)
    this.#failed.push(record)
  }

  /** Where nothing at all was checked and `isEmptyFine` is false, what is no filing is a failure. */
  results(isEmptyFine: boolean): { readonly files: FileResults; readonly skipped: readonly SkippedRecord[] } {
    let skipped = this.#skipped.toSorted(byPath)
    if (this.#checked.length === 0 && this.#failed.length === 0 && !isEmptyFine) {
      for (const { path, reason, isUnread } of skipped) {
        if (isUnread !== true) this.#failed.push({ kind: 'failed', path, error: reason })
      }
      skipped = skipped.filter(({ isUnread }) => isUnread === true)
    }
    const results = [...this.#checked, ...this.#failed]
    return { files: new StoredResults(results, (one) => this.#read(one)), skipped }
  }

  #store(record: CheckedRecord, extract: FilingExtract | undefined): StoredRecord {
    const at = this.#spool.keep(JSON.stringify(record))
    return { head: headOf(record), at, count: record.findings.length, extract }
  }

  #read({ at }: StoredRecord): CheckedRecord {
    return JSON.parse(this.#spool.read(at)) as CheckedRecord
  }
}

/** Results in the order of their paths, each read when it is its turn. */
class StoredResults implements FileResults {
  readonly heads: readonly ResultHead[]
  readonly #entries: readonly { readonly head: ResultHead; readonly result: FailedRecord | StoredRecord }[]
  readonly #read: (stored: StoredRecord) => CheckedRecord

  constructor(
    results: readonly (FailedRecord | StoredRecord)[],
    read: (stored: StoredRecord) => CheckedRecord,
  ) {
    this.#entries = results
      .map((result) => ({ head: 'head' in result ? result.head : headOf(result), result }))
      .sort((a, b) => byPath(a.head, b.head))
    this.heads = this.#entries.map(({ head }) => head)
    this.#read = read
  }

  get length(): number {
    return this.#entries.length
  }

  *[Symbol.iterator](): Generator<FileResult> {
    for (const { result } of this.#entries) yield 'head' in result ? this.#read(result) : result
  }
}
