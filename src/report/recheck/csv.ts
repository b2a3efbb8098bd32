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

const rowOf = (cells: Readonly<Partial<Record<(typeof COLUMNS)[number], string>>>): readonly string[] =>
  COLUMNS.map((column) => cells[column] ?? '')

/** One row per finding, and per file that could not be read; UTF-8 with a byte-order mark and CRLF, as all our CSV. */
export const renderRecheckCsv = (
  { recheck: all }: RecheckReport,
  { language, level }: ReportOptions,
): string => {
  const { findings, unread } = recheckAtLevel(all, level)
  const rows = findings.map((row) => {
    const texts = recheckTexts(row, language)
    const finding = (row.new ?? row.old)?.finding
    return rowOf({
      ...texts,
      status: row.status,
      agencyCode: printable(row.agency.code ?? ''),
      agency: printable(row.agency.name),
      where: texts.inside,
      rule: finding?.rule ?? '',
      messageBefore: texts.before,
      parts: texts.parts.join('\n'),
      fingerprint: finding?.fingerprint ?? '',
    })
  })
  const failed = unread.map(({ side, path, reason }) =>
    rowOf({
      status: 'unread',
      message: printable(say(reason, language)),
      [side === 'old' ? 'oldPlace' : 'newPlace']: printable(path),
    }),
  )
  return `\ufeff${[COLUMNS, ...rows, ...failed].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`
}
