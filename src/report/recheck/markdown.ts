import { recheckAtLevel } from '../../recheck/recheck.ts'
import { markdownRow, markdownText } from '../printable.ts'
import type { ReportOptions } from '../report.ts'
import { colon, joinSaid, SEVERITY_WORDS, say } from '../words.ts'
import {
  agencyWords,
  countsInWords,
  RECHECK_STATUS_WORDS,
  RECHECK_WORDS,
  type RecheckReport,
  recheckTexts,
} from './recheck-report.ts'

/** What it comes to, then a table per agency. */
export const renderRecheckMarkdown = (
  { recheck: all }: RecheckReport,
  { language, level }: ReportOptions,
): string => {
  const { counts, agencies, findings, unread } = recheckAtLevel(all, level)
  const word = (key: keyof typeof RECHECK_WORDS): string => say(RECHECK_WORDS[key], language)
  const parts = [`## ${word('title')}\n\n**${countsInWords(counts, language) || word('nothing')}**\n`]
  if (unread.length > 0) {
    const files = unread.map(
      ({ side, path, reason }) =>
        `- ${word(side === 'old' ? 'before' : 'now')} ${markdownText(path)}${colon(language)}${markdownText(say(reason, language))}\n`,
    )
    parts.push(`\n${word('incomplete')}\n\n${files.join('')}`)
  }
  for (const [number, { agency, counts: own }] of agencies.entries()) {
    parts.push(
      `\n### ${markdownText(agencyWords(agency, language))}\n\n${countsInWords(own, language)}\n\n`,
      markdownRow([word('status'), word('severity'), word('project'), word('problem'), word('place')]),
      markdownRow(['---', '---', '---', '---', '---']),
    )
    for (const row of findings) {
      if (row.total !== number) continue
      const texts = recheckTexts(row, language)
      const more = [
        [word('before'), texts.before],
        ...texts.parts.map((part) => [word('now'), part]),
        [word('why'), texts.why],
        [word(row.answer?.isAccepted === true ? 'accepted' : 'answer'), texts.answer],
      ].flatMap(([label = '', text = '']) =>
        text === '' ? [] : [`${label}${colon(language)}${markdownText(text)}`],
      )
      parts.push(
        markdownRow([
          say(RECHECK_STATUS_WORDS[row.status], language),
          say(SEVERITY_WORDS[texts.severity], language),
          joinSaid([texts.project, texts.inside].map(markdownText), ' › '),
          [markdownText(texts.message), ...more].join('<br>'),
          markdownText(texts.newPlace || texts.oldPlace),
        ]),
      )
    }
  }
  return parts.join('')
}
