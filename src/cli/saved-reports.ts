import type { Round } from '../recheck/round.ts'
import type { FileResults } from '../report/report.ts'
import {
  isDocument,
  MAX_SAVED_BYTES,
  roundOfSaved,
  type SavedReport,
  SavedReportError,
  SavedReportReader,
} from '../report/saved-report.ts'
import { readContent } from './read-files.ts'
import { faultAt, UsageError } from './usage-error.ts'
import type { Io } from './world.ts'

/** Reports put together; `isDocument`: the first of them is one document. */
export const readReports = async (
  paths: readonly string[],
  io: Io,
): Promise<{ readonly saved: SavedReport; readonly isDocument: boolean }> => {
  const reader = new SavedReportReader()
  let isFirstDocument: boolean | undefined
  for (const path of paths) {
    const text = await readSavedText(path, io)
    isFirstDocument ??= isDocument(text)
    try {
      reader.read(text)
    } catch (error) {
      if (!(error instanceof SavedReportError)) throw error
      throw damaged(path, error)
    }
  }
  return { saved: reader.report, isDocument: isFirstDocument === true }
}

/** Why a report at a path can't be used. */
const damaged = (path: string, { line, reason: { zh, en } }: SavedReportError): UsageError =>
  new UsageError({
    zh: `${path}${line === undefined ? '' : ` 第 ${line} 行`}：${zh}`,
    en: `${path}${line === undefined ? '' : `, line ${line}`}: ${en}`,
  })

const readSavedText = async (path: string, io: Io): Promise<string> => {
  const content = await readContent({ kind: path === '-' ? 'stdin' : 'file', path }, io, MAX_SAVED_BYTES)
  if ('kind' in content) throw faultAt(path, content.error)
  return new TextDecoder().decode(content.bytes)
}

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
