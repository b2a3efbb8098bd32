import { compactReporter, renderCompact } from './compact.ts'
import { jsonReporter, renderJson } from './json.ts'
import type { PiecewiseReporter } from './pieces.ts'
import { prettyReporter, renderPretty } from './pretty.ts'
import type { Report, ReportOptions } from './report.ts'

/** A pure function from what was found to what is printed. */
export type Reporter = (report: Report, options: ReportOptions) => string

/** The same where a format is no text: its bytes. */
export type FileReporter = (report: Report, options: ReportOptions) => string | Promise<Uint8Array>

/** The output formats of `pbo check` that start-up loads: those of a terminal. */
export const reporters = {
  pretty: renderPretty,
  compact: renderCompact,
  json: renderJson,
} as const satisfies Record<string, Reporter>

/** Every output format of `pbo check`, by its name on the command line; each is loaded when it is asked for. */
export const reporterLoaders = {
  pretty: async () => renderPretty,
  compact: async () => renderCompact,
  json: async () => renderJson,
  jsonl: async () => (await import('./jsonl.ts')).renderJsonLines,
  sarif: async () => (await import('./sarif.ts')).renderSarif,
  junit: async () => (await import('./junit.ts')).renderJunit,
  github: async () => (await import('./github.ts')).renderGithub,
  gitlab: async () => (await import('./gitlab.ts')).renderGitlab,
  markdown: async () => (await import('./markdown.ts')).renderMarkdown,
  csv: async () => (await import('./csv.ts')).renderCsv,
  xlsx: async () => (await import('./xlsx.ts')).renderXlsx,
  html: async () => (await import('./html/index.ts')).renderHtml,
} as const satisfies Record<string, () => Promise<FileReporter>>

export type ReportFormat = keyof typeof reporterLoaders

/** The formats that can be printed file by file. */
export const piecewiseLoaders = {
  pretty: async () => prettyReporter,
  compact: async () => compactReporter,
  json: async () => jsonReporter,
  jsonl: async () => (await import('./jsonl.ts')).jsonLinesReporter,
} as const satisfies Partial<Record<ReportFormat, () => Promise<PiecewiseReporter>>>

export type PiecewiseFormat = keyof typeof piecewiseLoaders

export const isPiecewise = (format: ReportFormat): format is PiecewiseFormat =>
  Object.hasOwn(piecewiseLoaders, format)
