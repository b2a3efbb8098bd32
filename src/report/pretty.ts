import type { Message, Severity } from '../model/finding.ts'
import type { CheckedRecord, Place, RecordedFinding, SeverityCounts, SkippedRecord } from '../model/record.ts'
import { pathWords } from './detail.ts'
import { caretLine, fitQuote } from './fragment.ts'
import { nameOfOther, placeName } from './listing.ts'
import { printable } from './printable.ts'
import type { FileResult, Report, ReportOptions } from './report.ts'
import { ROLL_CALL_WORDS, rollCallEntries, rollCallLine, rollCallVerdict } from './roll-call-words.ts'
import { textWidth } from './text-width.ts'
import { countAll, headsOf, listedFindings, tallyOf } from './verdict.ts'
import {
  colon,
  countOfSeverity,
  describeReading,
  describeSize,
  enumerate,
  plural,
  SEVERITIES,
  SEVERITY_WORDS,
  say,
} from './words.ts'

/** For people: the verdict first, then each finding with its place, its arithmetic and what to do. */
export function* prettyPieces(report: Report, options: ReportOptions): Iterable<string> {
  const isOne = report.files.length === 1
  if (report.files.length > 1) yield `${overallVerdict(report, options)}\n`
  for (const file of report.files) yield (isOne ? '' : '\n') + partOf(file, options)
  if (report.rollCall !== undefined) {
    const { language, paint } = options
    const { title } = ROLL_CALL_WORDS
    const head = say(title, language) + colon(language) + rollCallVerdict(report.rollCall, language)
    const lines = [
      '',
      ...sentence(head, '', options, paint.strong),
      ...rollCallEntries(report.rollCall).flatMap((entry) =>
        sentence(rollCallLine(entry, language), '  ', options),
      ),
    ]
    yield `${lines.join('\n')}\n`
  }
  let before = report.files.length === 0 ? '' : '\n'
  for (const line of skippedLines(report, options)) {
    yield before + line
    before = ''
  }
}

const partOf = (file: FileResult, options: ReportOptions): string =>
  file.kind === 'failed' ? `${failedVerdict(file, options)}\n` : renderFile(file, options)

/** Named up to here; a folder may hold hundreds of other documents. */
const SKIPPED_SHOWN = 5

const skippedLines = ({ skipped = [] }: Report, { language, paint }: ReportOptions): string[] => {
  const unread = skipped.filter(({ isUnread }) => isUnread === true)
  const line = (files: readonly SkippedRecord[], words: Message): string[] => {
    if (files.length === 0) return []
    const names = files.slice(0, SKIPPED_SHOWN).map(({ path }) => printable(path))
    const more = files.length > SKIPPED_SHOWN ? ' …' : ''
    return [`${paint.faint(say(words, language) + names.join(' ') + more)}\n`]
  }
  const read = skipped.length - unread.length
  return [
    ...line(
      skipped.filter(({ isUnread }) => isUnread !== true),
      {
        zh: `跳过 ${read} 个没有绩效目标表的文件：`,
        en: `${plural(read, 'file')} without a performance-goal table skipped: `,
      },
    ),
    ...line(unread, {
      zh: `未查看 ${unread.length} 个其他格式或已排除的文件：`,
      en: `${plural(unread.length, 'file')} of other formats or left out not looked into: `,
    }),
  ]
}

const WORDS = {
  failed: { zh: '未能检查', en: 'could not be checked' },
  clean: { zh: '没有发现问题', en: 'no problems' },
  seeAlso: { zh: '另见', en: 'see also' },
  because: { zh: '依据：', en: 'because ' },
  note: { zh: '说明：', en: 'note: ' },
} as const satisfies Record<string, Message>

/** More related places than this are counted, not shown. */
const RELATED_SHOWN = 12

const renderFile = (file: CheckedRecord, options: ReportOptions): string => {
  const { language, paint } = options
  const { counts } = file
  const listed = listedFindings(file, options.level)
  const lines = [
    `${markOf(counts, options)} ${paint.strong(printable(file.path))}  ${describeCounts(counts, options)} · ${describeSize(file.size, language)} · ${paint.faint(describeReading(file, language))}`,
    ...file.notes.flatMap((note) =>
      sentence(say(WORDS.note, language) + say(note, language), '  ', options, paint.faint),
    ),
    '',
    ...listed.flatMap((finding) => [...renderFinding(finding, file, options), '']),
  ]
  const hidden = countAll(file.counts) - listed.length
  if (hidden > 0) lines.push(hiddenLine(hidden, file, options), '')
  return lines.join('\n')
}

const renderFinding = (finding: RecordedFinding, file: CheckedRecord, options: ReportOptions): string[] => {
  const { language, paint } = options
  const { severity, rule, at, message, because, fix, working = [] } = finding
  const place = `${printable(file.path)}:${placeName(at, language)}`
  const path = pathWords(finding, language)
  return [
    `${paint[severity](say(SEVERITY_WORDS[severity], language))} ${paint.strong(rule)}  ${paint.faint(place)}`,
    ...sentence(say(message, language), '  ', options, paint.strong),
    ...(path === '' ? [] : sentence(path, '  ', options, paint.faint)),
    ...renderPlace(at, severity, file, options),
    ...renderRelated(finding, file, options),
    ...renderElsewhere(finding, options),
    ...working.flatMap((line) => sentence(line, '    ', options)),
    ...(because === undefined
      ? []
      : sentence(say(WORDS.because, language) + say(because, language), '  ', options, paint.faint)),
    ...sentence(say(fix, language), '  → ', options),
  ]
}

/** Text in lines of the terminal's width, safe to print, each behind `lead` or as many blanks. */
const sentence = (
  text: string,
  lead: string,
  { width, ambiguousWidth, wrap }: ReportOptions,
  colour: (text: string) => string = (line) => line,
): string[] => {
  const safe = printable(text)
  const room = Math.max(20, width - textWidth(lead, ambiguousWidth))
  const lines = wrap === undefined ? [safe] : wrap(safe, room, ambiguousWidth)
  return lines.map((line, i) => (i === 0 ? lead : ' '.repeat(textWidth(lead, ambiguousWidth))) + colour(line))
}

/** The text around a place behind a gutter with its line, and the carets below. */
const renderPlace = (
  { from, quote }: Place,
  severity: Severity | undefined,
  { hasLines }: CheckedRecord,
  { width, ambiguousWidth, paint }: ReportOptions,
): string[] => {
  if (quote === undefined) return []
  const label = hasLines ? String(from.line) : ''
  const gutter = '  '
  const indent = `${gutter}${label} │ `
  const blank = `${gutter}${' '.repeat(label.length)} │ `
  const room = width - textWidth(indent, ambiguousWidth)
  const fragment = fitQuote(quote, Math.max(20, room), ambiguousWidth)
  const colour = severity === undefined ? paint.strong : paint[severity]
  return [
    paint.faint(indent) + fragment.before + colour(fragment.marked) + fragment.after,
    paint.faint(blank) + colour(caretLine(fragment, ambiguousWidth)),
  ]
}

const renderRelated = (finding: RecordedFinding, file: CheckedRecord, options: ReportOptions): string[] => {
  const { language, paint } = options
  const related = finding.related ?? []
  const lines = related
    .slice(0, RELATED_SHOWN)
    .flatMap(({ at, note }) => [
      ...sentence(
        `${say(WORDS.seeAlso, language)} ${placeName(at, language)}  ${say(note, language)}`,
        '  ',
        options,
      ),
      ...renderPlace(at, undefined, file, options),
    ])
  const more = related.length - RELATED_SHOWN
  if (more > 0) {
    lines.push(
      `  ${paint.faint(language === 'zh' ? `……另有 ${more} 处相关位置` : `… and ${plural(more, 'more place')}`)}`,
    )
  }
  return lines
}

/** The text of another file isn't at hand: its place and what it is. */
const renderElsewhere = ({ elsewhere = [] }: RecordedFinding, options: ReportOptions): string[] =>
  elsewhere.flatMap((place) => {
    const { language } = options
    const words = `${say(WORDS.seeAlso, language)} ${nameOfOther(place, language)}  ${say(place.note, language)}`
    return sentence(words, '  ', options)
  })

const markOf = (counts: SeverityCounts, { paint }: ReportOptions): string => {
  if (counts.error > 0) return paint.error('✗')
  return counts.warning > 0 ? paint.warning('!') : paint.good('✓')
}

const describeCounts = (counts: SeverityCounts, { language, paint }: ReportOptions): string => {
  const parts = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) =>
    paint[severity](countOfSeverity(counts[severity], severity, language)),
  )
  return parts.length === 0 ? say(WORDS.clean, language) : enumerate(parts, language)
}

const failedVerdict = (file: FileResult & { kind: 'failed' }, options: ReportOptions): string => {
  const { language, paint } = options
  const verdict = paint.error(say(WORDS.failed, language))
  return [
    `${paint.error('✗')} ${paint.strong(printable(file.path))}  ${verdict}`,
    ...sentence(say(file.error, language), '  ', options),
  ].join('\n')
}

const overallVerdict = (report: Report, options: ReportOptions): string => {
  const { language, paint } = options
  const { counts, failed } = tallyOf(headsOf(report.files))
  const total = report.files.length
  const files = language === 'zh' ? `${total} 个文件` : plural(total, 'file')
  const mark = failed > 0 ? paint.error('✗') : markOf(counts, options)
  const parts = [describeCounts(counts, options)]
  if (failed > 0) {
    const words =
      language === 'zh' ? `${failed} 个文件未能检查` : `${plural(failed, 'file')} could not be checked`
    parts.push(paint.error(words))
  }
  return `${mark} ${paint.strong(files)}  ${enumerate(parts, language)}`
}

const hiddenLine = (
  hidden: number,
  file: CheckedRecord,
  { language, level, paint }: ReportOptions,
): string => {
  const { counts } = file
  const below = SEVERITIES.filter((severity) => counts[severity] > 0).at(-1) ?? level
  return paint.faint(
    language === 'zh'
      ? `另有 ${hidden} 条级别较低的未列出，加 --level ${below} 可查看`
      : `${plural(hidden, 'finding')} of lower severity not listed: --level ${below} shows ${hidden === 1 ? 'it' : 'them'}`,
  )
}
