import type { CheckedRecord, FailedRecord } from '../model/record.ts'
import { pathWords, relatedLines } from './detail.ts'
import { type ListedFinding, listFile } from './listing.ts'
import { printable } from './printable.ts'
import type { Report, ReportOptions } from './report.ts'
import { rollCallEntries, rollCallLine } from './roll-call-words.ts'
import { countSuppressed } from './verdict.ts'
import { say, suppressedNote } from './words.ts'

/** The columns of reports in rows, in this order; names in English, for the programs that read them. */
export const COLUMNS = [
  'path',
  'line',
  'column',
  'endLine',
  'endColumn',
  'address',
  'severity',
  'rule',
  'category',
  'where',
  'message',
  'related',
  'working',
  'because',
  'fix',
  'fingerprint',
] as const

/** A row by column; numbers stay numbers where a format knows them. Safe to print. */
export type ReportRow = Readonly<Record<(typeof COLUMNS)[number], string | number>>

/** A finding as a row. Lines and columns are empty in formats without lines. */
const rowOfFinding = ({ file, finding, place }: ListedFinding, { language }: ReportOptions): ReportRow => ({
  path: printable(file.path),
  line: place.lines?.start.line ?? '',
  column: place.lines?.start.column ?? '',
  endLine: place.lines?.end.line ?? '',
  endColumn: place.lines?.end.column ?? '',
  address: printable(place.address ?? ''),
  severity: finding.severity,
  rule: finding.rule,
  category: finding.category,
  where: printable(pathWords(finding, language)),
  message: printable(say(finding.message, language)),
  related: relatedLines(finding, file, language).map(printable).join('\n'),
  working: (finding.working ?? []).map(printable).join('\n'),
  because: finding.because === undefined ? '' : printable(say(finding.because, language)),
  fix: printable(say(finding.fix, language)),
  fingerprint: finding.fingerprint,
})

/** A file that could not be checked as a row: an error of no rule. */
const rowOfFailure = (file: FailedRecord, { language }: ReportOptions): ReportRow => ({
  ...EMPTY_ROW,
  path: printable(file.path),
  severity: 'error',
  message: printable(say(file.error, language)),
})

/** What a baseline knows of a file as a row: a note of no rule. */
const rowOfSuppressed = (file: CheckedRecord, { language }: ReportOptions): ReportRow => ({
  ...EMPTY_ROW,
  path: printable(file.path),
  severity: 'note',
  message: say(suppressedNote(countSuppressed(file)), language),
})

const EMPTY_ROW = Object.fromEntries(COLUMNS.map((column) => [column, ''])) as ReportRow

/** The rows of all files, in the order of their paths; then a note for each agency that is not as expected. */
export const rowsOf = (report: Report, options: ReportOptions): ReportRow[] => [
  ...[...report.files].flatMap((file) =>
    file.kind === 'failed'
      ? [rowOfFailure(file, options)]
      : [
          ...listFile(file, options).map((listed) => rowOfFinding(listed, options)),
          ...(countSuppressed(file) === 0 ? [] : [rowOfSuppressed(file, options)]),
        ],
  ),
  ...(report.rollCall === undefined ? [] : rollCallEntries(report.rollCall)).map((entry) => ({
    ...EMPTY_ROW,
    path: entry.files.join('\n'),
    severity: 'note',
    message: rollCallLine(entry, options.language),
  })),
]
