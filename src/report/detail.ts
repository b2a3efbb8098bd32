import type { Finding, Language, Message } from '../model/finding.ts'
import type { CheckedRecord, RecordedFinding } from '../model/record.ts'
import { nameOfOther, nameOfPlace, placeOf } from './listing.ts'
import { colon, joinSaid, say } from './words.ts'

/**
 * The parts of a finding in words, for reports that hold running text. None of it is safe to print:
 * what has to be escaped, and how, is each format's own.
 */

const WORDS = {
  because: { zh: '依据：', en: 'because ' },
  fix: { zh: '建议：', en: 'what to do: ' },
  seeAlso: { zh: '另见', en: 'see also' },
} as const satisfies Record<string, Message>

/** `“三支一扶”补贴 › 绩效目标 1`; empty for a finding outside every project. */
export const pathWords = ({ path }: Pick<Finding, 'path'>, language: Language): string =>
  path.map((step) => say(step, language)).join(' › ')

/** A finding's sentence; in formats without lines behind its address, for no line says where it is. */
export const headline = (finding: RecordedFinding, file: CheckedRecord, language: Language): string => {
  const { address } = placeOf(file, finding.at, language)
  return (address === undefined ? '' : address + colon(language)) + say(finding.message, language)
}

/** The arithmetic, why it is believed and what to do, one line each. */
export const reasonLines = (
  { working = [], because, fix }: RecordedFinding,
  language: Language,
): string[] => [
  ...working,
  ...(because === undefined ? [] : [say(WORDS.because, language) + say(because, language)]),
  say(WORDS.fix, language) + say(fix, language),
]

/** The other places of a finding: `另见 5:146 数量指标 2`. */
export const relatedLines = (
  { related = [], elsewhere = [] }: RecordedFinding,
  file: CheckedRecord,
  language: Language,
): string[] =>
  [
    ...related.map(({ at, note }) => [nameOfPlace(placeOf(file, at, language)), say(note, language)]),
    ...elsewhere.map((place) => [nameOfOther(place, language), say(place.note, language)]),
  ].map((parts) => joinSaid([say(WORDS.seeAlso, language), ...parts], ' '))

/** All that follows the sentence: the path, the other places, the reasons. */
export const detailLines = (finding: RecordedFinding, file: CheckedRecord, language: Language): string[] => [
  ...[pathWords(finding, language)].filter((path) => path !== ''),
  ...relatedLines(finding, file, language),
  ...reasonLines(finding, language),
]
