import { rememberFor } from '../remember.ts'
import { type OtherReading, type Scan, SURE_CHARACTER } from '../source/scan.ts'
import { contains, type Span } from '../source/span.ts'
import { type Disclosure, type Project, type Reading, SURE_READING } from './disclosure.ts'
import type { Finding, Message } from './finding.ts'
import { Places } from './places.ts'
import { categoriesOf, indicatorsOf } from './walk.ts'

/** No more doubtful texts are quoted, and none at greater length. */
const MOST_QUOTED = 3
const LONGEST = 24

/**
 * A finding of a scan as it may be told: where it stands on characters that were not read surely, it says so, and is no
 * error, since the paper may say something else. Where another reading of one of them leaves nothing of it, it says that, and
 * is information.
 */
export const withDoubt = (finding: Finding, scan: Scan): Finding => {
  const undoing = scan.readingThatUndoes(finding.rule, finding.at)
  const places = [finding.at, ...(finding.related ?? []).map(({ at }) => at)]
  // It may stand elsewhere in the project.
  if (undoing !== undefined && !places.some(({ start, end }) => start <= undoing.at && undoing.at < end))
    places.push({ start: undoing.at, end: undoing.at + 1 })
  const doubtful = places.flatMap((at) => {
    const certainty = scan.certaintyOf(at)
    return certainty === undefined || certainty >= SURE_CHARACTER
      ? []
      : [{ certainty, text: scan.textOf(at) }]
  })
  if (doubtful.length === 0) return finding
  const least = Math.min(...doubtful.map(({ certainty }) => certainty))
  const readings = wordsOf(doubtful.slice(0, MOST_QUOTED))
  const { because } = finding
  const said = undoing === undefined ? readings : withUndoing(readings, undoing, scan)
  return {
    ...finding,
    severity: undoing !== undefined ? 'info' : finding.severity === 'error' ? 'warning' : finding.severity,
    because:
      because === undefined
        ? said
        : { zh: goneOn(because.zh, '；', said.zh), en: goneOn(because.en, '; ', said.en) },
    data: { ...finding.data, ocrCertainty: String(least) },
  }
}

/** A sentence that goes on; where it had a full stop, it still has one. */
const goneOn = (sentence: string, sign: string, more: string): string => {
  const stop = /[.。]$/.exec(sentence)?.[0] ?? ''
  return `${stop === '' ? sentence : sentence.slice(0, -1)}${sign}${more}${stop}`
}

const withUndoing = ({ zh, en }: Message, { at, text }: OtherReading, scan: Scan): Message => {
  const read = scan.textOf({ start: at, end: at + 1 })
  return {
    zh: `${zh}；其中“${read}”若为“${text}”，就没有这个问题`,
    en: `${en}; with '${text}' for '${read}' there is no problem`,
  }
}

interface DoubtfulText {
  readonly certainty: number
  readonly text: string
}

const wordsOf = (doubtful: readonly DoubtfulText[]): Message => {
  const quoted = doubtful.map(({ certainty, text }) => {
    const line = text.replace(/\s+/g, ' ')
    return { certainty, text: line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line }
  })
  return {
    zh: `由扫描识别，请核对原件：${quoted.map(({ certainty, text }) => `“${text}”（把握 ${certainty}%）`).join('、')}`,
    en: `read by OCR, compare with the paper: ${quoted.map(({ certainty, text }) => `'${text}' (${certainty}% sure)`).join(', ')}`,
  }
}

/** Whether a reading may be wrong. */
export const isUnsure = ({ confidence }: Reading): boolean => confidence < SURE_READING

/** The tables, rows and projects that may have been read wrongly. */
export const unsurePlacesOf = rememberFor(({ readings, misreadings }: Disclosure): readonly Span[] => [
  ...readings.filter(isUnsure).map(({ span }) => span),
  ...misreadings.flatMap(({ places }) => places),
])

const unsurePlaces = rememberFor(
  (disclosure: Disclosure) => new Places(unsurePlacesOf(disclosure), (span) => span),
)

/** Whether a place lies in what may have been read wrongly. */
export const isInUnsureReading = (disclosure: Disclosure, at: Span): boolean =>
  unsurePlaces(disclosure)
    .around(at.start)
    .some((span) => contains(span, at))

/** Whether one of a project's indicators may have been read wrongly, so that nothing is certain about all of them together. */
export const hasUnsureIndicators = (disclosure: Disclosure, project: Project): boolean => {
  if (unsurePlacesOf(disclosure).length === 0) return false
  const rows = [...categoriesOf(project), ...indicatorsOf(project).map(({ indicator }) => indicator)]
  return [project, ...rows].some(({ span }) => isInUnsureReading(disclosure, span))
}
