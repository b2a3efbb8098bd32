/** Reports of records, in all formats: pure functions from what was found to text or bytes. */

export { REPORT_FORMATS, type ReportFormat, renderReport } from './report/index.ts'
export { renderRecheckCsv } from './report/recheck/csv.ts'
export { renderRecheckHtml } from './report/recheck/html.ts'
export { renderRecheckJson } from './report/recheck/json.ts'
export { renderRecheckMarkdown } from './report/recheck/markdown.ts'
export { recheckPretty } from './report/recheck/pretty.ts'
export type { RecheckReport } from './report/recheck/recheck-report.ts'
export type { FileResult, FileResults, Original, Report, ReportOptions } from './report/report.ts'
