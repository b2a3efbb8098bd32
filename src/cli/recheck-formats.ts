import type { RecheckReport } from '../report/recheck/recheck-report.ts'
import type { ReportOptions } from '../report/report.ts'
import type { RECHECK_FORMATS } from './options.ts'

/** The formats of `pbo recheck`, by their names on the command line. */
const renderers = {
  pretty: async () => (await import('../report/recheck/pretty.ts')).recheckPretty,
  json: async () => (await import('../report/recheck/json.ts')).renderRecheckJson,
  csv: async () => (await import('../report/recheck/csv.ts')).renderRecheckCsv,
  markdown: async () => (await import('../report/recheck/markdown.ts')).renderRecheckMarkdown,
  html: async () => (await import('../report/recheck/html.ts')).renderRecheckHtml,
  xlsx: async () => (await import('../handout/recheck-workbook.ts')).renderRecheckWorkbook,
} as const satisfies Record<
  RecheckFormat,
  () => Promise<
    (report: RecheckReport, options: ReportOptions) => string | Iterable<string> | Promise<Uint8Array>
  >
>

export type RecheckFormat = (typeof RECHECK_FORMATS)[number]

/** The comparison in one format. */
export const renderRecheck = async (
  report: RecheckReport,
  format: RecheckFormat,
  options: ReportOptions,
): Promise<string | Uint8Array> => {
  const renderer = await renderers[format]()
  const made = await renderer(report, options)
  return typeof made === 'string' || made instanceof Uint8Array ? made : [...made].join('')
}
