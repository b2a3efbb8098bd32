import type { Round } from '../recheck/round.ts'
import { savedLevel } from './saved-record.ts'
import { type SavedReport, SavedReportError } from './saved-report.ts'

/**
 * A report that was saved with `--format json` or `jsonl`, as a round to compare with.
 *
 * @throws SavedReportError where it doesn't say whose the filings are
 */
export const roundOfSaved = ({ files, ran }: SavedReport): Round => {
  const checked = files.filter((file) => file.kind === 'checked')
  if (checked.some(({ size, projects }) => size.projects > 0 && projects.length === 0)) {
    throw new SavedReportError({
      zh: '由旧版本保存，没有写明单位和项目。请用本版本重新检查并保存',
      en: "saved by an older version, which doesn't say whose the projects are; check again and save with this one",
    })
  }
  const rules = ran === undefined ? undefined : new Set(ran)
  return { files, ranOn: () => rules, level: savedLevel(checked), hasEarlier: true }
}
