import {
  type Recheck,
  type RecheckedFinding,
  type RecheckStatus,
  recheckAtLevel,
} from '../../recheck/recheck.ts'
import { printable } from '../printable.ts'
import type { Paint, ReportOptions } from '../report.ts'
import { textWidth } from '../text-width.ts'
import { colon, joinSaid, SEVERITY_WORDS, say } from '../words.ts'
import { wrapText } from '../wrap.ts'
import {
  agencyWords,
  countsInWords,
  RECHECK_STATUS_WORDS,
  RECHECK_WORDS,
  type RecheckReport,
  recheckTexts,
} from './recheck-report.ts'

/** For people: what it all comes to, then agency by agency what is left, what is new and what was mended. */
export function* recheckPretty({ recheck: all }: RecheckReport, options: ReportOptions): Iterable<string> {
  const recheck = recheckAtLevel(all, options.level)
  yield verdict(recheck, options)
  yield* unreadLines(recheck, options)
  for (const [number, { agency, counts }] of recheck.agencies.entries()) {
    yield '\n'
    const head = `${agencyWords(agency, options.language)}  ${countsInWords(counts, options.language)}`
    yield* lines(head, '', options, options.paint.strong)
    for (const row of recheck.findings) if (row.total === number) yield* rowLines(row, options)
  }
}

const verdict = ({ counts, unread }: Recheck, { language, paint }: ReportOptions): string => {
  const { remaining, added, unknown, mended } = counts
  const left = remaining + added + unknown
  if (left > 0) return `${paint.error('✗')} ${paint.strong(countsInWords(counts, language))}\n`
  const words = say(mended === 0 ? RECHECK_WORDS.nothing : RECHECK_WORDS.allMended, language)
  const behind = mended === 0 ? '' : `  ${countsInWords(counts, language)}`
  return `${unread.length === 0 ? paint.good('✓') : paint.warning('!')} ${paint.strong(words)}${behind}\n`
}

function* unreadLines({ unread }: Recheck, options: ReportOptions): Iterable<string> {
  const { language, paint } = options
  if (unread.length === 0) return
  yield* lines(say(RECHECK_WORDS.incomplete, language), '', options, paint.warning, '! ')
  for (const { side, path, reason } of unread) {
    const where = say(side === 'old' ? RECHECK_WORDS.before : RECHECK_WORDS.now, language)
    yield* lines(`${where} ${path}${colon(language)}${say(reason, language)}`, '  ', options)
  }
}

function* rowLines(row: RecheckedFinding, options: ReportOptions): Iterable<string> {
  const { language, paint } = options
  const texts = recheckTexts(row, language)
  const { status, answer } = row
  const colour = answer?.isAccepted === true ? paint.faint : paintOf(status, paint)
  const head = `  ${say(RECHECK_STATUS_WORDS[status], language)} ${say(SEVERITY_WORDS[texts.severity], language)} `
  const where = joinSaid([texts.project, texts.inside], ' › ')
  // What was mended is done: a line is enough.
  if (status === 'mended') {
    yield* lines(
      joinSaid([where, texts.message], colon(language)),
      '    ',
      options,
      paint.faint,
      head,
      paint.faint,
    )
    return
  }
  yield* lines(texts.message, '    ', options, undefined, head, colour)
  if (texts.before !== '') {
    yield* labelled(say(RECHECK_WORDS.before, language), texts.before, options)
  }
  for (const part of texts.parts) yield* labelled(say(RECHECK_WORDS.now, language), part, options)
  if (where !== '') yield* lines(where, '    ', options, paint.faint)
  const places = [texts.oldPlace, texts.newPlace].filter((place) => place !== '')
  yield* lines(places.join(' → '), '    ', options, paint.faint)
  if (texts.why !== '') yield* labelled(say(RECHECK_WORDS.why, language), texts.why, options)
  if (texts.answer !== '') {
    const label = answer?.isAccepted === true ? RECHECK_WORDS.accepted : RECHECK_WORDS.answer
    yield* labelled(say(label, language), texts.answer, options)
  }
}

const paintOf = (status: RecheckStatus, paint: Paint): ((text: string) => string) =>
  ({ remaining: paint.error, added: paint.warning, unknown: paint.info, mended: paint.good })[status]

const labelled = (label: string, words: string, options: ReportOptions): Iterable<string> =>
  lines(`${label}${colon(options.language)}${words}`, '    ', options)

/** A text in lines; the first has something else in front. */
function* lines(
  text: string,
  indent: string,
  { width, ambiguousWidth, wrap }: ReportOptions,
  paint: (text: string) => string = (same) => same,
  front = indent,
  paintFront: (text: string) => string = (same) => same,
): Iterable<string> {
  if (text === '') return
  const safe = printable(text)
  const room = Math.max(20, width - textWidth(front, ambiguousWidth))
  const parts = wrap === undefined ? [safe] : wrapText(safe, room, ambiguousWidth)
  for (const [i, part] of parts.entries()) yield `${i === 0 ? paintFront(front) : indent}${paint(part)}\n`
}
