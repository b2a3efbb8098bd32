import { compactPieces } from './compact.ts'
import { jsonPieces } from './json.ts'
import { prettyPieces } from './pretty.ts'
import type { Report, ReportOptions } from './report.ts'

/** A pure function from what was found to what is printed, piece by piece: a report of many files is never whole in memory. */
type Reporter = (report: Report, options: ReportOptions) => Iterable<string>

/** The same where a format is made in one piece, or is no text: its bytes. */
type WholeReporter = (report: Report, options: ReportOptions) => string | Promise<Uint8Array>

/** The output formats that can be printed file by file; each is loaded when it is asked for. */
const streamed = {
  pretty: async () => prettyPieces,
  compact: async () => compactPieces,
  json: async () => jsonPieces,
  jsonl: async () => (await import('./jsonl.ts')).jsonLinesPieces,
  statistics: async () => (await import('./statistics.ts')).statisticsPieces,
} as const satisfies Record<string, () => Promise<Reporter>>

/** Those that look at all files at once. */
const whole = {
  sarif: async () => (await import('./sarif.ts')).renderSarif,
  junit: async () => (await import('./junit.ts')).renderJunit,
  github: async () => (await import('./github.ts')).renderGithub,
  gitlab: async () => (await import('./gitlab.ts')).renderGitlab,
  markdown: async () => (await import('./markdown.ts')).renderMarkdown,
  csv: async () => (await import('./csv.ts')).renderCsv,
  xlsx: async () => (await import('./xlsx.ts')).renderXlsx,
  html: async () => (await import('./html/index.ts')).renderHtml,
} as const satisfies Record<string, () => Promise<WholeReporter>>

/** Every output format of `pbo check`, by its name on the command line. */
export type ReportFormat = keyof typeof streamed | keyof typeof whole

/** In the order of the help. */
export const REPORT_FORMATS: readonly ReportFormat[] = [...keysOf(streamed), ...keysOf(whole)]

/** A report in pieces: texts, or the bytes of a format that is no text. */
export const renderReport = async (
  report: Report,
  format: ReportFormat,
  options: ReportOptions,
): Promise<Iterable<string | Uint8Array>> => {
  if (isStreamed(format)) return (await streamed[format]())(report, options)
  const reporter: WholeReporter = await whole[format]()
  return [await reporter(report, options)]
}

const isStreamed = (format: ReportFormat): format is keyof typeof streamed => Object.hasOwn(streamed, format)

function keysOf<Key extends string>(object: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(object) as Key[]
}
