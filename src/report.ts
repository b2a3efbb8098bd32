/** Reports of records, in all formats: pure functions from what was found to text or bytes. */

export { REPORT_FORMATS, type ReportFormat, renderReport } from './report/index.ts'
export type { FileResult, FileResults, Original, Report, ReportOptions } from './report/report.ts'
