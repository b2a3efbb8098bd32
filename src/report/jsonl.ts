import type { SeverityCounts } from '../model/record.ts'
import { describeFile, describeRollCall, describeSkipped, headOf, ranIn } from './json.ts'
import { printableJson } from './printable.ts'
import type { Report, ReportOptions } from './report.ts'
import { headsOf, isComplete, tallyOf } from './verdict.ts'

/**
 * The JSON report in lines, for pipes and shards. Three sorts of lines, told apart by their keys:
 *
 * - first, the head: `{"schemaVersion", "tool", "configHash", "language"}`;
 * - one line per file, with its findings: exactly an entry of `files` in the JSON report, whose
 *   `status` is `checked` or `failed`; then one per file that is no filing, with the status `skipped`;
 * - last, the counts: `{"complete", "counts", "files", "failed", "skipped", "rules"}` over this report.
 *
 * Concatenated reports stay readable: what has a `status` is a file, the counts add up, and a report
 * without its last line was cut short. `mergeJsonLines` makes one report of them again.
 */
export function* jsonLinesPieces(report: Report, options: ReportOptions): Iterable<string> {
  const { files, skipped = [] } = report
  const tally = tallyOf(headsOf(files))
  yield toLine(headOf(report, options))
  for (const file of files) yield toLine(describeFile(file, options))
  for (const file of skipped) {
    const { path, ...rest } = describeSkipped(file, options)
    yield toLine({ path, status: 'skipped', ...rest })
  }
  yield countsLine({
    complete: isComplete(report),
    counts: tally.counts,
    files: files.length,
    failed: tally.failed,
    skipped: skipped.length,
    rules: ranIn(report),
    ...(report.rollCall === undefined ? {} : { rollCall: describeRollCall(report.rollCall) }),
  })
}

/** What the last line of a report says. */
interface LineCounts {
  /** Whether each file was read and every rule ran to its end. */
  readonly complete: boolean
  /** Findings, listed or not. */
  readonly counts: SeverityCounts
  /** Files that are filings, those among them that could not be checked, and files that are none. */
  readonly files: number
  readonly failed: number
  readonly skipped: number
  /** The rules that ran, by id. */
  readonly rules: readonly string[] | undefined
  readonly rollCall?: object
}

/** The last line of a report. */
const countsLine = (counts: LineCounts): string => toLine(counts)

const toLine = (value: object): string => `${printableJson(JSON.stringify(value))}\n`
