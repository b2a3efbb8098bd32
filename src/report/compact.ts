import type { Language, OtherPlace } from '../model/finding.ts'
import { nameOfOther, placeName } from './listing.ts'
import { printable } from './printable.ts'
import type { FileResult, Report, ReportOptions } from './report.ts'
import { rollCallEntries, rollCallLine } from './roll-call-words.ts'
import { countSuppressed, listedFindings } from './verdict.ts'
import { say, suppressedNote } from './words.ts'

/**
 * One line per finding, `path:line:col: level rule message`, for grep and editors; one line
 * `path: error message` per file that could not be checked, `path: note message` where a baseline knows
 * findings, `roll-call: sort message` per agency that is not as expected. The level is English in any language.
 */
export function* compactPieces({ files, rollCall }: Report, options: ReportOptions): Iterable<string> {
  for (const file of files) yield linesOf(file, options)
  if (rollCall === undefined) return
  for (const entry of rollCallEntries(rollCall))
    yield `roll-call: ${entry.is} ${rollCallLine(entry, options.language)}\n`
}

const linesOf = (file: FileResult, { language, level }: ReportOptions): string => {
  const path = printable(file.path)
  if (file.kind === 'failed') return `${path}: error ${printable(say(file.error, language))}\n`
  const suppressed = countSuppressed(file)
  return [
    ...listedFindings(file, level).map(
      ({ at, severity, rule, message, elsewhere = [] }) =>
        `${path}:${placeName(at, language)}: ${severity} ${rule} ${printable(say(message, language) + otherFiles(elsewhere, language))}\n`,
    ),
    ...(suppressed === 0 ? [] : [`${path}: note ${say(suppressedNote(suppressed), language)}\n`]),
  ].join('')
}

/** The other end of what lies in two files, which one line can't name by itself. */
const otherFiles = (places: readonly OtherPlace[], language: Language): string => {
  if (places.length === 0) return ''
  const names = places.map((place) => nameOfOther(place, language)).join(' ')
  return language === 'zh' ? `（另见 ${names}）` : ` (see also ${names})`
}
