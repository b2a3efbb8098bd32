import type { FileResult, Report, ReportOptions } from './report.ts'

/**
 * A format whose reports can be printed piece by piece: what one file gives doesn't depend on the others. So
 * a file can be printed as soon as it is checked, and all but that text be forgotten.
 */
export interface PiecewiseReporter {
  /** The part of one file. */
  readonly file: (file: FileResult, options: ReportOptions) => string
  /** The report in pieces; `partOf` has the part of a file, made now or before. */
  readonly report: (
    report: Report,
    options: ReportOptions,
    partOf: (file: FileResult) => string,
  ) => Iterable<string>
}

/** A report in pieces, with what was printed before as it was. */
export const piecesOf = (
  reporter: PiecewiseReporter,
  report: Report,
  options: ReportOptions,
): Iterable<string> => reporter.report(report, options, (file) => partOf(file, reporter, options))

const partOf = (file: FileResult, reporter: PiecewiseReporter, options: ReportOptions): string => {
  const printed = file.kind === 'checked' ? file.printed : undefined
  return printed === undefined ? reporter.file(file, options) : printed.text()
}

/** The report as one text. */
export const inOnePiece =
  (reporter: PiecewiseReporter) =>
  (report: Report, options: ReportOptions): string =>
    [...piecesOf(reporter, report, options)].join('')
