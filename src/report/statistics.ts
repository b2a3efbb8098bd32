import { compareCodes, type Severity } from '../model/finding.ts'
import { printable } from './printable.ts'
import type { Report, ReportOptions } from './report.ts'
import { rollCallEntries, rollCallLine } from './roll-call-words.ts'
import { headsOf, listedFindings, tallyOf } from './verdict.ts'
import { plural, say, suppressedNote } from './words.ts'

/**
 * How often each rule found something, most often first, `12 error total-mismatch (3 files)`; then what a count
 * must not hide: files that could not be checked, findings that a baseline knows or that were too many to be kept.
 */
export function* statisticsPieces(report: Report, options: ReportOptions): Iterable<string> {
  const { language } = options
  const rows = countsOf(report, options)
  const width = String(rows[0]?.count ?? 0).length
  for (const { severity, rule, count, files } of rows) {
    const inFiles = language === 'zh' ? `（${files} 个文件）` : ` (${plural(files, 'file')})`
    yield `${String(count).padStart(width)} ${severity} ${printable(rule)}${inFiles}\n`
  }
  for (const file of report.files) {
    if (file.kind === 'failed')
      yield `${printable(file.path)}: error ${printable(say(file.error, language))}\n`
  }
  const { suppressed, omitted } = tallyOf(headsOf(report.files))
  if (suppressed > 0) yield `note ${say(suppressedNote(suppressed), language)}\n`
  const left = omitted.error + omitted.warning + omitted.info
  if (left > 0)
    yield language === 'zh' ? `note 另有 ${left} 条未列入\n` : `note ${left} more are not counted here\n`
  if (report.rollCall === undefined) return
  for (const entry of rollCallEntries(report.rollCall))
    yield `roll-call: ${entry.is} ${rollCallLine(entry, language)}\n`
}

interface RuleCount {
  readonly severity: Severity
  readonly rule: string
  count: number
  files: number
}

const countsOf = ({ files }: Report, { level }: ReportOptions): readonly RuleCount[] => {
  const rows = new Map<string, RuleCount>()
  for (const file of files) {
    const met = new Set<RuleCount>()
    for (const { severity, rule } of file.kind === 'failed' ? [] : listedFindings(file, level)) {
      const key = `${rule} ${severity}`
      const row = rows.get(key) ?? { severity, rule, count: 0, files: 0 }
      rows.set(key, row)
      row.count += 1
      if (!met.has(row)) row.files += 1
      met.add(row)
    }
  }
  return [...rows]
    .sort(([a, one], [b, other]) => other.count - one.count || compareCodes(a, b))
    .map(([, row]) => row)
}
