import type { Message } from '../model/finding.ts'
import { isHandedOut } from '../report/handed-out.ts'
import { LOCK_FILE, NO_FILING, NO_FORMAT } from './file-messages.ts'

/** Names of files that a folder is searched for. Files named one by one may have any name. */
export const FILING_EXTENSIONS: readonly string[] =
  '.txt .tsv .csv .md .html .htm .mht .mhtml .xlsx .xlsm .xls .et .ods .docx .doc .wps .pdf .ofd .zip'.split(
    ' ',
  )

/** Why a search doesn't look into a file of this name; undefined where it does. */
export const reasonToPass = (path: string): Message | undefined => {
  if (!isFilingName(path)) return NO_FORMAT
  if (isLockName(path)) return LOCK_FILE
  return isHandedOut(path) ? NO_FILING : undefined
}

/** What pbo itself is set by: a search says nothing of it. */
export const isOwnFile = (path: string): boolean => /(?:^|\/)(?:pbo\.config|pbo-baseline)\.json$/.test(path)

/** What Office leaves beside a document while it is open. */
const isLockName = (path: string): boolean => /(?:^|\/)(?:~\$|\.~lock\.)[^/]*$/.test(path)

/** Whether a search looks into files of this name. */
export const isFilingName = (name: string): boolean =>
  FILING_EXTENSIONS.some((extension) => name.toLowerCase().endsWith(extension))

/** Whether a path is that of a saved report of a check, by its name. */
export const isSavedReport = (path: string): boolean => /\.jsonl?$/i.test(path)
