import type { Message } from '../model/finding.ts'
import type { SeverityCounts } from '../model/record.ts'
import { detailLines } from './detail.ts'
import { type ListedFinding, listFile, nameOfPlace } from './listing.ts'
import { markdownRow, markdownText } from './printable.ts'
import type { FileResult, Report, ReportOptions } from './report.ts'
import { ROLL_CALL_WORDS, rollCallEntries, rollCallLine, rollCallVerdict } from './roll-call-words.ts'
import { headsOf, tallyOf } from './verdict.ts'
import {
  countOfSeverity,
  enumerate,
  plural,
  SEVERITIES,
  SEVERITY_WORDS,
  say,
  suppressedNote,
} from './words.ts'

const WORDS = {
  title: { zh: '绩效目标公开表检查结果', en: 'Check of performance-goal tables' },
  failed: { zh: '未能检查', en: 'could not be checked' },
  skipped: { zh: '不含绩效目标表', en: 'without a performance-goal table' },
  clean: { zh: '没有发现问题', en: 'no problems' },
} as const satisfies Record<string, Message>

const HEADINGS: readonly Message[] = [
  { zh: '位置', en: 'Place' },
  { zh: '级别', en: 'Level' },
  { zh: '规则', en: 'Rule' },
  { zh: '问题', en: 'Problem' },
  { zh: '说明', en: 'Details' },
]

/** GitHub refuses a step's summary of more bytes than this. */
const SUMMARY_BYTES = 1024 * 1024

/** The verdict, then a table per file; a file without findings has its one line. */
export const renderMarkdown = (report: Report, options: ReportOptions): string =>
  write(report, options, Number.POSITIVE_INFINITY)

/**
 * The same for `$GITHUB_STEP_SUMMARY`: as many findings as GitHub takes, and how many are left.
 *
 * @param bytes The room there is, in UTF-8.
 */
export const renderGithubSummary = (
  report: Report,
  options: ReportOptions,
  bytes: number = SUMMARY_BYTES,
): string => write(report, options, bytes)

/** Room for the sentence on what is left. */
const CLOSING_BYTES = 300

const write = (report: Report, options: ReportOptions, bytes: number): string => {
  const parts = [`## ${say(WORDS.title, options.language)}\n\n${verdictOf(report, options)}\n`]
  const encoder = new TextEncoder()
  const size = (text: string): number =>
    bytes === Number.POSITIVE_INFINITY ? 0 : encoder.encode(text).length
  let room = bytes - CLOSING_BYTES - size(parts[0] as string)
  let left = 0
  for (const { head, rows } of blocksOf(report, options)) {
    let before = head
    for (const row of rows) {
      const cost = size(before + row)
      if (left > 0 || cost > room) {
        left += 1
        continue
      }
      room -= cost
      parts.push(before + row)
      before = ''
    }
  }
  if (left > 0) parts.push(`\n${leftWords(left, options)}\n`)
  return parts.join('')
}

interface Block {
  /** What goes before the first row; nothing where there are no rows. */
  readonly head: string
  readonly rows: readonly string[]
}

const blocksOf = ({ files, skipped = [], rollCall }: Report, options: ReportOptions): Block[] => [
  ...(rollCall === undefined
    ? []
    : [
        {
          head: `\n### ${say(ROLL_CALL_WORDS.title, options.language)}\n\n`,
          rows: [
            `${rollCallVerdict(rollCall, options.language)}\n\n`,
            ...rollCallEntries(rollCall).map(
              (entry) => `- ${markdownText(rollCallLine(entry, options.language))}\n`,
            ),
          ],
        },
      ]),
  ...[...files].map((file) => blockOf(file, options)),
  {
    head: `\n### ${say(WORDS.skipped, options.language)}\n\n`,
    rows: skipped.map(
      ({ path, reason }) => `- ${markdownText(path)} ${markdownText(say(reason, options.language))}\n`,
    ),
  },
]

const blockOf = (file: FileResult, options: ReportOptions): Block => {
  const { language } = options
  const heading = `\n### ${markdownText(file.path)}\n\n`
  if (file.kind === 'failed') {
    return {
      head: heading,
      rows: [`**${say(WORDS.failed, language)}** ${markdownText(say(file.error, language))}\n`],
    }
  }
  const listed = listFile(file, options)
  const facts = [
    `${countsWords(file.counts, options)}\n`,
    ...file.notes.map((note) => `- ${markdownText(say(note, language))}\n`),
  ].join('\n')
  if (listed.length === 0) return { head: heading, rows: [facts] }
  const columns = HEADINGS.map((words) => say(words, language))
  return {
    head: `${heading}${facts}\n${markdownRow(columns)}${markdownRow(columns.map(() => '---'))}`,
    rows: listed.map((one) => rowOf(one, options)),
  }
}

const rowOf = ({ file, finding, place }: ListedFinding, { language }: ReportOptions): string => {
  return markdownRow([
    markdownText(nameOfPlace(place)),
    say(SEVERITY_WORDS[finding.severity], language),
    markdownText(finding.rule),
    markdownText(say(finding.message, language)),
    detailLines(finding, file, language).map(markdownText).join('<br>'),
  ])
}

const verdictOf = (report: Report, options: ReportOptions): string => {
  const { language } = options
  const countOfFiles = (count: number, what = ''): string =>
    language === 'zh' ? `${count} 个文件${what}` : [plural(count, 'file'), what].join(' ').trimEnd()
  const { counts, failed, suppressed: known } = tallyOf(headsOf(report.files))
  const skipped = report.skipped?.length ?? 0
  const parts = [
    countOfFiles(report.files.length),
    countsWords(counts, options),
    ...(known === 0 ? [] : [say(suppressedNote(known), language)]),
    ...(failed === 0 ? [] : [countOfFiles(failed, say(WORDS.failed, language))]),
    ...(skipped === 0 ? [] : [countOfFiles(skipped, say(WORDS.skipped, language))]),
  ]
  return `**${enumerate(parts, language)}**`
}

const countsWords = (counts: SeverityCounts, { language }: ReportOptions): string => {
  const parts = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) =>
    countOfSeverity(counts[severity], severity, language),
  )
  return parts.length === 0 ? say(WORDS.clean, language) : enumerate(parts, language)
}

const leftWords = (left: number, { language }: ReportOptions): string =>
  language === 'zh'
    ? `篇幅所限，另有 ${left} 项未列出。`
    : `${left} more ${left === 1 ? 'entry is' : 'entries are'} left out for want of room.`
