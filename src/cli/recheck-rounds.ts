import type { Round } from '../recheck/round.ts'
import type { FileResults } from '../report/report.ts'
import { savedLevel } from '../report/saved-record.ts'
import { readReports } from './read-saved.ts'
import { UsageError } from './usage-error.ts'
import type { Io } from './world.ts'

/** Whether a path is that of a saved report, by its name. */
export const isSavedReport = (path: string): boolean => /\.jsonl?$/i.test(path)

/**
 * The round that was saved with `--format json` or `jsonl`.
 *
 * @throws UsageError where it can't be read, or doesn't say whose the filings are
 */
export const readSavedRound = async (path: string, io: Io): Promise<Round> => {
  const { saved } = await readReports([path], io)
  const { files, ran } = saved
  const checked = files.filter((file) => file.kind === 'checked')
  if (checked.some(({ size, projects }) => size.projects > 0 && projects.length === 0)) {
    throw new UsageError({
      zh: `${path} 由旧版本保存，没有写明单位和项目。请用本版本重新检查并保存`,
      en: `${path} was saved by an older version and doesn't say whose the projects are; check again and save with this one`,
    })
  }
  const rules = ran === undefined ? undefined : new Set(ran)
  return { files, ranOn: () => rules, level: savedLevel(checked), hasEarlier: true }
}

/** The round that was just checked. */
export const roundOf = (
  files: FileResults,
  ranOn: (path: string) => ReadonlySet<string>,
  hasEarlier: boolean,
): Round => ({ files: [...files], ranOn, level: 'info', hasEarlier })
