import type { Language, Severity } from '../../model/finding.ts'
import { type AgencyName, type Recheck, type RecheckedFinding, severityOf } from '../../recheck/recheck.ts'
import { pathWords } from '../detail.ts'
import { placeName } from '../place.ts'
import { printable } from '../printable.ts'
import { say } from '../words.ts'
import { RECHECK_WORDS } from './recheck-words.ts'

/** A recheck with what there is to say of it as a whole. */
export interface RecheckReport {
  readonly toolVersion: string
  readonly recheck: Recheck
}

/** What all reports for people say of one finding; safe to print. */
export interface RecheckTexts {
  readonly severity: Severity
  readonly agency: string
  readonly project: string
  /** Goal, heading and indicator. */
  readonly inside: string
  /** What is wrong now; what was, where it is so no more. */
  readonly message: string
  /** What was said before, where that is something else. */
  readonly before: string
  /** Further findings that it was divided into. */
  readonly parts: readonly string[]
  readonly oldPlace: string
  readonly newPlace: string
  /** Why nobody can tell, or why it may be no news. */
  readonly why: string
  /** What the agency says, or why it is accepted. */
  readonly answer: string
  readonly fix: string
}

export const recheckTexts = (row: RecheckedFinding, language: Language): RecheckTexts => {
  const { old, new: now, why, answer, parts } = row
  const shown = now ?? old
  if (shown === undefined) throw new RangeError('a row without a finding')
  const words = (message: RecheckedFinding['why']): string =>
    message === undefined ? '' : printable(say(message, language))
  const place = (one: typeof old): string =>
    one === undefined ? '' : printable(`${one.path}:${placeName(one.finding.at, language)}`)
  const message = words(shown.finding.message)
  const before = words(old?.finding.message)
  return {
    severity: severityOf(row),
    agency: agencyWords(row.agency, language),
    project: printable(row.project),
    inside: printable(pathWords({ ...shown.finding, path: shown.finding.path.slice(1) }, language)),
    message,
    before: before === message ? '' : before,
    parts: parts.map(({ finding }) => words(finding.message)),
    oldPlace: place(old),
    newPlace: place(now),
    why: words(why),
    answer: answer === undefined ? '' : printable(answer.text),
    fix: words(shown.finding.fix),
  }
}

/** `501001 某县农业局(本级)`. */
export const agencyWords = ({ code, name }: AgencyName, language: Language): string =>
  name === '' && code === undefined
    ? say(RECHECK_WORDS.nobody, language)
    : printable([code, name].filter((part) => part !== undefined && part !== '').join(' '))
