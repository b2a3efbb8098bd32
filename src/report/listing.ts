import type { Language, OtherPlace } from '../model/finding.ts'
import type { CheckedRecord, Place, RecordedFinding } from '../model/record.ts'
import type { Position, Source } from '../source/source.ts'
import type { Span } from '../source/span.ts'
import type { Report, ReportOptions } from './report.ts'
import { listedFindings } from './verdict.ts'

/** A place as a report may call it: by lines, or by an address where the file has no lines. Never both. */
export interface NamedPlace {
  /** `undefined` in formats without lines: the lines of their text are ours, not the file's. */
  readonly lines: { readonly start: Position; readonly end: Position } | undefined
  readonly address: string | undefined
}

/** One finding with all that reports in rows ask for. */
export interface ListedFinding {
  readonly file: CheckedRecord
  readonly finding: RecordedFinding
  readonly place: NamedPlace
}

/** Where a place is in its file. */
export const placeOf = (
  { hasLines }: Pick<CheckedRecord, 'hasLines'>,
  { from, to, address }: Place,
  language: Language,
): NamedPlace =>
  hasLines
    ? { lines: { start: from, end: to }, address: undefined }
    : { lines: undefined, address: address?.[language] }

/** The same of a span of a text that is at hand. */
export const spanPlace = (source: Source, { start, end }: Span, language: Language): NamedPlace =>
  source.addresses.length > 0
    ? { lines: undefined, address: source.address({ start, end })?.[language] }
    : { lines: { start: source.position(start), end: source.position(end) }, address: undefined }

/** `10:129`, `Sheet1!E9`; empty for a place that has neither. */
export const nameOfPlace = ({ lines, address }: NamedPlace): string =>
  lines === undefined ? (address ?? '') : `${lines.start.line}:${lines.start.column}`

/** What one file has to list, in the order of its text. */
export const listFile = (
  file: CheckedRecord,
  { level, language }: Pick<ReportOptions, 'level' | 'language'>,
): ListedFinding[] =>
  listedFindings(file, level).map((finding) => ({
    file,
    finding,
    place: placeOf(file, finding.at, language),
  }))

/** What all files have to list, in the order of their paths. */
export const listReport = ({ files }: Report, options: ReportOptions): ListedFinding[] =>
  [...files].flatMap((file) => (file.kind === 'checked' ? listFile(file, options) : []))

/** Where a place begins, for people: `10:129`, or the address in formats without lines (`Sheet1!E9`). */
export const placeName = ({ address, from }: Pick<Place, 'address' | 'from'>, language: Language): string =>
  address === undefined ? `${from.line}:${from.column}` : address[language]

/** The same of a span of a text that is at hand. */
export const spanName = (source: Source, span: Span, language: Language): string => {
  const address = source.address(span)
  return placeName(
    { from: source.position(span.start), ...(address === undefined ? {} : { address }) },
    language,
  )
}

/** A place in another file, for people: `2021/a.txt:10:129`, `b.xlsx:Sheet1!E9`. Not safe to print. */
export const nameOfOther = ({ file, start, address }: OtherPlace, language: Language): string =>
  `${file}:${address?.[language] ?? `${start.line}:${start.column}`}`
