import { compactPieces } from '../../src/report/compact.ts'
import { renderHtml as renderPage } from '../../src/report/html/index.ts'
import { type ReportFormat, renderReport } from '../../src/report/index.ts'
import { jsonPieces } from '../../src/report/json.ts'
import { jsonLinesPieces } from '../../src/report/jsonl.ts'
import { prettyPieces } from '../../src/report/pretty.ts'
import type { Original, Report, ReportOptions } from '../../src/report/report.ts'

/** Reports in one piece. */

const whole =
  (reporter: (report: Report, options: ReportOptions) => Iterable<string>) =>
  (report: Report, options: ReportOptions): string =>
    [...reporter(report, options)].join('')

export const renderPretty = whole(prettyPieces)
export const renderCompact = whole(compactPieces)
export const renderJson = whole(jsonPieces)
export const renderJsonLines = whole(jsonLinesPieces)

/** A page of files that have their texts and trees with them, as `checkedFile` makes them. */
export const renderHtml = (report: Report, options: ReportOptions): string =>
  renderPage(withOriginals(report), options)

/** In any format: text, or the bytes of one that is none. */
export const render = async (
  format: ReportFormat,
  report: Report,
  options: ReportOptions,
): Promise<string | Uint8Array> => {
  const pieces = [...(await renderReport(withOriginals(report), format, options))]
  const [first] = pieces
  return typeof first === 'object' ? first : pieces.join('')
}

const withOriginals = (report: Report): Report => {
  const originals = new Map<string, Original>()
  for (const file of report.files) {
    if ('source' in file) originals.set(file.path, file as typeof file & Original)
  }
  return { ...report, originals }
}
