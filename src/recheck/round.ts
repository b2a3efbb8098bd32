import type { Severity } from '../model/finding.ts'
import type { CheckedRecord, FailedRecord } from '../model/record.ts'

/** What came of the files of one round: the filings that were sent in, or those that came back. */
export interface Round {
  readonly files: readonly (CheckedRecord | FailedRecord)[]
  /** The rules that ran on the file at a path; undefined where nobody knows. */
  readonly ranOn: (path: string) => ReadonlySet<string> | undefined
  /** Findings below this severity are not among the records. */
  readonly level: Severity
  /** Whether filings of earlier years were there to compare with. */
  readonly hasEarlier: boolean
}

/** The files of a round that were checked. */
export const checkedIn = ({ files }: Round): readonly CheckedRecord[] =>
  files.filter((file) => file.kind === 'checked')

/** The files of a round that could not be. */
export const failedIn = ({ files }: Round): readonly FailedRecord[] =>
  files.filter((file) => file.kind === 'failed')
