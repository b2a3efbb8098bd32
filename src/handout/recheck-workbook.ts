import { type RecheckCounts, recheckAtLevel } from '../recheck/recheck.ts'
import { printable } from '../report/printable.ts'
import {
  agencyWords,
  countsInWords,
  RECHECK_STATUS_WORDS,
  RECHECK_WORDS,
  type RecheckReport,
  recheckTexts,
} from '../report/recheck/recheck-report.ts'
import type { ReportOptions } from '../report/report.ts'
import { joinSaid, SEVERITY_WORDS, say } from '../report/words.ts'
import { type SheetValue, writeWorkbook } from './workbook.ts'

/** What became of all findings as a workbook to print: one sheet that sums up by agency, one with all findings. */
export const renderRecheckWorkbook = (
  { recheck: all }: RecheckReport,
  { language, level }: ReportOptions,
): Promise<Uint8Array> => {
  const { counts, agencies, findings, unread } = recheckAtLevel(all, level)
  const word = (key: keyof typeof RECHECK_WORDS): string => say(RECHECK_WORDS[key], language)
  const numbers = ({ remaining, added, unknown, mended }: RecheckCounts): readonly SheetValue[] => [
    remaining,
    added,
    unknown,
    mended,
    remaining + added + unknown + mended,
  ]
  const statuses = (['remaining', 'added', 'unknown', 'mended'] as const).map((status) =>
    say(RECHECK_STATUS_WORDS[status], language),
  )
  const verdict = countsInWords(counts, language) || word('nothing')
  return writeWorkbook([
    {
      name: word('summary'),
      columns: [
        { width: 6, isCentred: true },
        { width: 44 },
        ...[...statuses, ''].map(() => ({ width: 12, isCentred: true })),
      ],
      title: [word('title'), verdict, ...(unread.length === 0 ? [] : [word('incomplete')])],
      head: [word('number'), word('agency'), ...statuses, word('total')],
      rows: [
        ...agencies.map(({ agency, counts: own }, i) => [
          i + 1,
          agencyWords(agency, language),
          ...numbers(own),
        ]),
        ['', word('total'), ...numbers(counts)],
      ],
      notes: unread.map(
        ({ side, path, reason }) =>
          `${word(side === 'old' ? 'unreadOld' : 'unreadNew')} ${printable(path)} ${printable(say(reason, language))}`,
      ),
    },
    {
      name: word('title'),
      columns: [
        { width: 5, isCentred: true },
        { width: 10, isCentred: true },
        { width: 18 },
        { width: 22 },
        { width: 6, isCentred: true },
        { width: 44 },
        { width: 30 },
        { width: 24 },
      ],
      title: [word('title'), verdict],
      head: [
        word('number'),
        word('status'),
        word('agency'),
        word('project'),
        word('severity'),
        word('problem'),
        `${word('why')} / ${word('answer')}`,
        word('place'),
      ],
      rows: findings.map((row, i) => {
        const texts = recheckTexts(row, language)
        const labelled = (label: string, text: string): string => (text === '' ? '' : `${label}：${text}`)
        const lines = (parts: readonly string[]): string => joinSaid(parts, '\n')
        return [
          i + 1,
          say(RECHECK_STATUS_WORDS[row.status], language),
          agencyWords(row.agency, language),
          lines([texts.project, texts.inside]),
          say(SEVERITY_WORDS[texts.severity], language),
          lines([
            texts.message,
            labelled(word('before'), texts.before),
            ...texts.parts.map((part) => labelled(word('now'), part)),
          ]),
          lines([
            texts.why,
            labelled(word(row.answer?.isAccepted === true ? 'accepted' : 'answer'), texts.answer),
          ]),
          texts.newPlace || texts.oldPlace,
        ]
      }),
    },
  ])
}
