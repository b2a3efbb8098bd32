import type { Round } from '../recheck/round.ts'
import type { FileResults } from '../report/report.ts'
import { SavedReportError } from '../report/saved-report.ts'
import { roundOfSaved } from '../report/saved-round.ts'
import { damaged, readReports } from './read-saved.ts'
import type { Io } from './world.ts'

/**
 * The round that was saved with `--format json` or `jsonl`.
 *
 * @throws UsageError where it can't be read, or doesn't say whose the filings are
 */
export const readSavedRound = async (path: string, io: Io): Promise<Round> => {
  const { saved } = await readReports([path], io)
  try {
    return roundOfSaved(saved)
  } catch (error) {
    throw error instanceof SavedReportError ? damaged(path, error) : error
  }
}

/** The round that was just checked. */
export const roundOf = (
  files: FileResults,
  ranOn: (path: string) => ReadonlySet<string>,
  hasEarlier: boolean,
): Round => ({ files: [...files], ranOn, level: 'info', hasEarlier })
