import { placeName } from './place.ts'
import { printable } from './printable.ts'
import type { Report, ReportOptions } from './report.ts'
import { listedFindings } from './verdict.ts'
import { say } from './words.ts'

/**
 * One line per finding, `path:line:col: level rule message`, for grep and editors; one line
 * `path: error message` per file that could not be checked. The level is English in any language.
 */
export const renderCompact = (report: Report, { language, level }: ReportOptions): string =>
  report.files
    .flatMap((file) => {
      const path = printable(file.path)
      if (file.kind === 'failed') return [`${path}: error ${printable(say(file.error, language))}\n`]
      return listedFindings(file, level).map(
        ({ at, severity, rule, message }) =>
          `${path}:${placeName(file.source, at, language)}: ${severity} ${rule} ${printable(say(message, language))}\n`,
      )
    })
    .join('')
