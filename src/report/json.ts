import type { Language } from '../rules/rule.ts'
import { ByteOffsets } from '../source/byte-offset.ts'
import type { Span } from '../source/span.ts'
import { fingerprintsOf } from './fingerprint.ts'
import { printableJson } from './printable.ts'
import type { CheckedFile, FileResult, Finding, Report, ReportOptions } from './report.ts'
import { countFindings, listedFindings } from './verdict.ts'
import { say } from './words.ts'

/** The version of the shape below; it grows by one when a reader of the old shape would stumble. */
export const SCHEMA_VERSION = 1

/** For machines: everything there is to say, in a versioned shape (`schema/report.schema.json`). */
export const renderJson = (report: Report, options: ReportOptions): string =>
  toJson({
    schemaVersion: SCHEMA_VERSION,
    tool: { name: 'pbo', version: report.toolVersion },
    counts: countFindings(report.files),
    files: report.files.map((file) => describeFile(file, options)),
  })

/** JSON with an indent of two and a line end, without characters that could act on a terminal. */
export const toJson = (value: unknown): string => `${printableJson(JSON.stringify(value, undefined, 2))}\n`

const describeFile = (file: FileResult, options: ReportOptions): object => {
  if (file.kind === 'failed') {
    return {
      path: file.path,
      status: 'failed',
      error: say(file.error, options.language),
      errors: file.error,
    }
  }
  return {
    path: file.path,
    status: 'checked',
    encoding: file.encoding,
    format: file.format,
    layout: file.layout,
    notes: file.notes.map((note) => say(note, options.language)),
    size: file.size,
    counts: countFindings([file]),
    findings: describeFindings(file, options),
  }
}

const describeFindings = (file: CheckedFile, { language, level, hash }: ReportOptions): object[] => {
  const locate = locator(file, language)
  // Twins are numbered over all findings, so that a fingerprint doesn't depend on what is listed.
  const prints = fingerprintsOf(file.findings, file.disclosure, file.source.text, hash)
  const printOf = new Map(file.findings.map((finding, i) => [finding, prints[i]]))
  return listedFindings(file, level).map((finding: Finding) => ({
    rule: finding.rule,
    severity: finding.severity,
    category: finding.category,
    message: say(finding.message, language),
    messages: finding.message,
    data: finding.data ?? {},
    ...locate(finding.at),
    path: finding.path.map((step) => say(step, language)),
    related: (finding.related ?? []).map(({ at, note }) => ({ ...locate(at), message: say(note, language) })),
    working: finding.working ?? [],
    because: finding.because === undefined ? undefined : say(finding.because, language),
    fix: say(finding.fix, language),
    fingerprint: printOf.get(finding),
  }))
}

/** Both ends of a span as a reader in any language needs them: line, column, code unit, byte. */
const locator = ({ source, encoded }: CheckedFile, language: Language): ((span: Span) => object) => {
  const bytes = encoded === undefined ? undefined : new ByteOffsets(encoded)
  const end = (offset: number): object => ({ ...source.position(offset), offset, byte: bytes?.at(offset) })
  return (span) => ({ start: end(span.start), end: end(span.end), address: source.address(span)?.[language] })
}
