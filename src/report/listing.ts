import type { Language } from '../rules/rule.ts'
import type { Position, Source } from '../source/source.ts'
import type { Span } from '../source/span.ts'
import { fingerprintsByFinding } from './fingerprint.ts'
import type { CheckedFile, Finding, Report, ReportOptions } from './report.ts'
import { listedFindings } from './verdict.ts'

/** A span as a report may call it: by lines, or by an address where the file has no lines. Never both. */
export interface Place {
  /** `undefined` in formats without lines: the lines of their text are ours, not the file's. */
  readonly lines: { readonly start: Position; readonly end: Position } | undefined
  readonly address: string | undefined
}

/** One finding with all that reports in rows ask for. */
export interface ListedFinding {
  readonly file: CheckedFile
  readonly finding: Finding
  readonly fingerprint: string
  readonly place: Place
}

/** Where a span is in its file. */
export const placeOf = (source: Source, span: Span, language: Language): Place =>
  source.addresses.length > 0
    ? { lines: undefined, address: source.address(span)?.[language] }
    : { lines: { start: source.position(span.start), end: source.position(span.end) }, address: undefined }

/** `10:129`, `Sheet1!E9`; empty for a place that has neither. */
export const nameOfPlace = ({ lines, address }: Place): string =>
  lines === undefined ? (address ?? '') : `${lines.start.line}:${lines.start.column}`

/** What one file has to list, in the order of its text. */
export const listFile = (file: CheckedFile, { level, language, hash }: ReportOptions): ListedFinding[] => {
  const prints = fingerprintsByFinding(file, hash)
  return listedFindings(file, level).map((finding) => ({
    file,
    finding,
    fingerprint: prints.get(finding) as string,
    place: placeOf(file.source, finding.at, language),
  }))
}

/** What all files have to list, in the order of their paths. */
export const listReport = ({ files }: Report, options: ReportOptions): ListedFinding[] =>
  files.flatMap((file) => (file.kind === 'checked' ? listFile(file, options) : []))
