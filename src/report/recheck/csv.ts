import { recheckAtLevel } from '../../recheck/recheck.ts'
import { csvCell } from '../csv.ts'
import { printable } from '../printable.ts'
import type { ReportOptions } from '../report.ts'
import { say } from '../words.ts'
import { type RecheckReport, recheckTexts } from './recheck-report.ts'

/** Names in English, for the programs that read them. */
const COLUMNS = [
  'status',
  'agencyCode',
  'agency',
  'project',
  'where',
  'severity',
  'rule',
  'message',
  'messageBefore',
  'parts',
  'why',
  'answer',
  'oldPlace',
  'newPlace',
  'fix',
  'fingerprint',
] as const

/** One row per finding, and per file that could not be read; UTF-8 with a byte-order mark and CRLF, as all our CSV. */
export const renderRecheckCsv = (
  { recheck: all }: RecheckReport,
  { language, level }: ReportOptions,
): string => {
  const { findings, unread } = recheckAtLevel(all, level)
  const rows = findings.map((row): readonly string[] => {
    const texts = recheckTexts(row, language)
    const finding = (row.new ?? row.old)?.finding
    return [
      row.status,
      printable(row.agency.code ?? ''),
      printable(row.agency.name),
      texts.project,
      texts.inside,
      texts.severity,
      finding?.rule ?? '',
      texts.message,
      texts.before,
      texts.parts.join('\n'),
      texts.why,
      texts.answer,
      texts.oldPlace,
      texts.newPlace,
      texts.fix,
      finding?.fingerprint ?? '',
    ]
  })
  const failed = unread.map(({ side, path, reason }) => {
    const cells: Record<(typeof COLUMNS)[number], string> = Object.fromEntries(
      COLUMNS.map((column) => [column, '']),
    ) as never
    cells.status = 'unread'
    cells.message = printable(say(reason, language))
    cells[side === 'old' ? 'oldPlace' : 'newPlace'] = printable(path)
    return COLUMNS.map((column) => cells[column])
  })
  return `\ufeff${[COLUMNS, ...rows, ...failed].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`
}
