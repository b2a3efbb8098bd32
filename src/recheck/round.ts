import type { Severity } from '../model/finding.ts'
import type {
  CheckedRecord,
  FailedRecord,
  FiledAgency,
  FiledProject,
  Owner,
  RecordedFinding,
} from '../model/record.ts'

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

/** A finding of a round with the file that it is of. */
export interface RoundFinding {
  readonly record: CheckedRecord
  readonly finding: RecordedFinding
  /** Whether it is of one project, of one agency, or of the filing as a whole. */
  readonly scope: 'project' | 'agency' | 'filing'
  readonly project: FiledProject | undefined
  /** Of its project, or its own; where a filing is of one agency alone, all in it is that agency's. */
  readonly agency: FiledAgency | undefined
}

/** A finding with its owner. */
export const roundFinding = (record: CheckedRecord, finding: RecordedFinding): RoundFinding => {
  const owner: Owner | undefined = finding.at.owner
  const project = owner !== undefined && 'project' in owner ? record.projects[owner.project] : undefined
  const own = owner !== undefined && 'agency' in owner ? record.agencies[owner.agency] : undefined
  const only = record.agencies.length === 1 ? record.agencies[0] : undefined
  const agency = project === undefined ? (own ?? only) : record.agencies[project.agency]
  const scope = project !== undefined ? 'project' : agency !== undefined ? 'agency' : 'filing'
  return { record, finding, scope, project, agency }
}
