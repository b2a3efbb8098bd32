import { type Language, type Message, RULE_CRASH, type Severity } from '../model/finding.ts'
import type { CheckedRecord, Place, RecordedFinding } from '../model/record.ts'
import { nameOfOther } from '../report/listing.ts'
import { printable } from '../report/printable.ts'
import { listedFindings } from '../report/verdict.ts'
import { forClerks, SEVERITY_WORDS, say } from '../report/words.ts'
import type { Span } from '../source/span.ts'

/** What is said at one place of a file. */
export interface Note {
  /** In the text of the file, as its reader makes it. */
  readonly span: Span
  /** The number of the finding in the lists. */
  readonly number: number
  /** It is the place that the finding is listed by, not another that belongs to it. */
  readonly isMain: boolean
  /** Plain lines that are safe to print. */
  readonly lines: readonly string[]
}

/** Who is said to have written what is noted. */
export const AUTHOR = 'pbo'

/** What is noted, and in which language. */
export interface NoteTerms {
  /** The lowest severity that is noted. */
  readonly level: Severity
  readonly language: Language
  /** How lists call a finding; by default they count those of the file. */
  readonly labelOf?: (finding: RecordedFinding) => FindingLabel | undefined
}

/** How a finding is called. */
export interface FindingLabel {
  readonly number: number
  /** Whose list the number is of, where the file is of several. */
  readonly agency?: string | undefined
}

const WORDS = {
  colon: { zh: '：', en: ': ' },
  fix: { zh: '建议：', en: 'What to do: ' },
  seeAlso: { zh: '另见', en: 'See also ' },
  sameNumber: { zh: '标有同一序号的另一处', en: 'the other place with this number' },
  see: { zh: '见', en: 'See ' },
} as const satisfies Record<string, Message>

/** The notes of a file, main places and others, in the order of its findings. */
export const notesOf = (record: CheckedRecord, terms: NoteTerms): readonly Note[] =>
  mendable(record, terms).flatMap((finding, i) => {
    const { language } = terms
    const label = terms.labelOf?.(finding) ?? { number: i + 1 }
    const { number } = label
    return [
      { span: finding.at, number, isMain: true, lines: mainLines(finding, label, language) },
      ...(finding.related ?? []).slice(0, MOST_MARKS).map(({ at, note }) => ({
        span: at,
        number,
        isMain: false,
        lines: otherLines(finding, label, note, language),
      })),
    ]
  })

/** What is listed but for faults of ours, which nobody can mend who gets the file. */
const mendable = (record: CheckedRecord, { level }: NoteTerms): readonly RecordedFinding[] =>
  listedFindings(record, level).filter(({ rule }) => rule !== RULE_CRASH)

const nameOf = ({ number, agency }: FindingLabel, language: Language): string => {
  const name = language === 'zh' ? `问题${number}` : `Problem ${number}`
  if (agency === undefined) return name
  return language === 'zh' ? `${agency} ${name}` : `${agency}, ${name.toLowerCase()}`
}

/** Other places of one finding beyond these have no mark. */
const MOST_MARKS = 500

/** More places of one finding than this are counted, not named. */
const MOST_PLACES = 12

const mainLines = (finding: RecordedFinding, label: FindingLabel, language: Language): readonly string[] => {
  const { working = [], related = [], elsewhere = [] } = finding
  const severity = say(SEVERITY_WORDS[finding.severity], language)
  const fix = forClerks(say(finding.fix, language), language)
  const seeAlso = (place: string, note: Message): string =>
    say(WORDS.seeAlso, language) + place + say(WORDS.colon, language) + say(note, language)
  const others = [
    ...related.map(({ at, note }) =>
      seeAlso(addressOf(at, language) ?? say(WORDS.sameNumber, language), note),
    ),
    ...elsewhere.map((other) => seeAlso(nameOfOther(other, language), other.note)),
  ]
  const left = others.length - MOST_PLACES
  return [
    nameOf(label, language) +
      (language === 'zh' ? `（${severity}）：` : ` (${severity}): `) +
      say(finding.message, language),
    ...working,
    ...others.slice(0, MOST_PLACES),
    ...(left > 0 ? [language === 'zh' ? `另有 ${left} 处` : `and ${left} more`] : []),
    ...(fix === '' ? [] : [say(WORDS.fix, language) + fix]),
  ].map(printable)
}

const otherLines = (
  finding: RecordedFinding,
  label: FindingLabel,
  note: Message,
  language: Language,
): readonly string[] => {
  const address = addressOf(finding.at, language)
  const colon = say(WORDS.colon, language)
  return [
    nameOf(label, language) +
      (language === 'zh' ? '（相关之处）：' : ' (related place): ') +
      say(note, language),
    (address === undefined ? '' : say(WORDS.see, language) + address + colon) +
      say(finding.message, language),
  ].map(printable)
}

const addressOf = ({ address }: Place, language: Language): string | undefined => address?.[language]
