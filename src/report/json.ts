import type { Language } from '../rules/rule.ts'
import { ByteOffsets } from '../source/byte-offset.ts'
import type { Span } from '../source/span.ts'
import { otherLanguage, translationOf, wordsOf } from './finding-words.ts'
import { fingerprintsByFinding } from './fingerprint.ts'
import { inOnePiece, type PiecewiseReporter } from './pieces.ts'
import { printableJson } from './printable.ts'
import type { CheckedFile, FileResult, Finding, OtherPosition, Report, ReportOptions } from './report.ts'
import { countFindings, listedFindings } from './verdict.ts'
import { say } from './words.ts'

/** The version of the shape below; it grows by one when a reader of the old shape would stumble. */
export const SCHEMA_VERSION = 1

/** For machines: everything there is to say, in a versioned shape (`schema/report.schema.json`). */
export const jsonReporter: PiecewiseReporter = {
  file: (file, options) => toJson(describeFile(file, options)).trimEnd().replaceAll('\n', '\n    '),
  *report(report, options, partOf) {
    const around = toJson({
      ...headOf(report, options),
      counts: countFindings(report.files),
      rules: ranIn(report),
      files: [],
      skipped: (report.skipped ?? []).map(({ path, reason }) => ({
        path,
        reason: say(reason, options.language),
        reasons: reason,
      })),
    })
    if (report.files.length === 0) return yield around
    const at = around.indexOf(NO_FILES) + NO_FILES.length - 1
    yield around.slice(0, at)
    for (const [i, file] of report.files.entries()) yield `${i === 0 ? '' : ','}\n    ${partOf(file)}`
    yield `\n  ${around.slice(at)}`
  },
}

const NO_FILES = '\n  "files": []'

export const renderJson = inOnePiece(jsonReporter)

/** What stands before all else: the shape, the tool, a digest of its settings, the language of the messages. */
export const headOf = ({ toolVersion, configHash }: Report, { language }: ReportOptions): object => ({
  schemaVersion: SCHEMA_VERSION,
  tool: { name: 'pbo', version: toolVersion },
  configHash: configHash?.(),
  language,
})

/** The ids of the rules that ran; reports that name them all can be made of it. */
export const ranIn = ({ rules }: Report): readonly string[] | undefined => rules?.map(({ id }) => id).sort()

/** JSON with an indent of two and a line end, without characters that could act on a terminal. */
export const toJson = (value: unknown): string => `${printableJson(JSON.stringify(value, undefined, 2))}\n`

/** One entry of `files`: all that is to say about one input. */
export const describeFile = (file: FileResult, options: ReportOptions): object => {
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
    layouts: file.layouts,
    scheme: { name: file.scheme.name ?? 'unknown', source: file.scheme.source },
    ...notesOf(file, options.language),
    size: file.size,
    counts: countFindings([file]),
    findings: describeFindings(file, options),
  }
}

const notesOf = ({ notes }: CheckedFile, language: Language): object => {
  const inLanguage = (one: Language): { notes: string[] } => ({ notes: notes.map((note) => say(note, one)) })
  const own = inLanguage(language)
  return { ...own, translated: translationOf(own, inLanguage(otherLanguage(language))) }
}

const describeFindings = (file: CheckedFile, { language, level, hash }: ReportOptions): object[] => {
  const locate = locator(file)
  const prints = fingerprintsByFinding(file, hash)
  const suppressed = new Map((file.suppressed ?? []).map(({ finding, ...why }) => [finding, why]))
  const reported = new Set(file.findings)
  const findings = [...prints.keys()].filter((one) => reported.has(one) || suppressed.has(one))
  return listedFindings({ ...file, findings }, level).map((finding: Finding) => {
    const words = wordsOf(finding, file.source, language)
    const others = wordsOf(finding, file.source, otherLanguage(language))
    return {
      rule: finding.rule,
      severity: finding.severity,
      category: finding.category,
      message: say(finding.message, language),
      messages: finding.message,
      data: finding.data ?? {},
      ...locate(finding.at),
      address: words.address,
      path: words.path,
      related: (finding.related ?? []).map(({ at }, i) => ({ ...locate(at), ...words.related[i] })),
      elsewhere: finding.elsewhere?.map(({ file, start, end }, i) => ({
        file,
        start: atEnd(start),
        end: atEnd(end),
        ...words.elsewhere?.[i],
      })),
      working: finding.working ?? [],
      because: words.because,
      fix: words.fix,
      translated: translationOf(words, others),
      fingerprint: prints.get(finding),
      suppressed: suppressed.get(finding),
    }
  })
}

const atEnd = ({ line, column, offset }: OtherPosition): OtherPosition => ({ line, column, offset })

/** Both ends of a span as a reader in any language needs them: line, column, code unit, byte. */
const locator = ({ source, encoded }: CheckedFile): ((span: Span) => object) => {
  const bytes = encoded === undefined ? undefined : new ByteOffsets(encoded, source.text)
  const end = (offset: number): object => ({ ...source.position(offset), offset, byte: bytes?.at(offset) })
  return (span) => ({ start: end(span.start), end: end(span.end) })
}
