import type { Language, Message, Severity } from '../../model/finding.ts'
import {
  type AgencyName,
  type Recheck,
  type RecheckCounts,
  type RecheckedFinding,
  type RecheckStatus,
  severityOf,
} from '../../recheck/recheck.ts'
import { pathWords } from '../detail.ts'
import { placeName } from '../listing.ts'
import { printable } from '../printable.ts'
import { enumerate, joinSaid, say } from '../words.ts'

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
    : printable(joinSaid([code, name], ' '))

/** The words of a comparison of two rounds. */

export const RECHECK_STATUS_WORDS: Readonly<Record<RecheckStatus, Message>> = {
  mended: { zh: '已整改', en: 'corrected' },
  remaining: { zh: '未整改', en: 'not corrected' },
  added: { zh: '新增', en: 'new' },
  unknown: { zh: '无法核对', en: 'not verified' },
}

export const RECHECK_WORDS = {
  title: { zh: '整改情况核对', en: 'Corrections since the last round' },
  nothing: { zh: '两次都没有发现问题', en: 'no problems in either round' },
  allMended: {
    zh: '上次的问题都已整改，没有新的问题',
    en: 'all problems were corrected, and there are no new ones',
  },
  agency: { zh: '单位', en: 'Agency' },
  project: { zh: '项目', en: 'Project' },
  status: { zh: '核对结果', en: 'Status' },
  severity: { zh: '级别', en: 'Level' },
  problem: { zh: '问题', en: 'Problem' },
  before: { zh: '上次', en: 'before' },
  now: { zh: '本次', en: 'now' },
  place: { zh: '位置', en: 'Place' },
  why: { zh: '原因', en: 'why' },
  answer: { zh: '单位填报', en: 'the agency says' },
  accepted: { zh: '已认可的说明', en: 'accepted explanation' },
  fix: { zh: '建议', en: 'What to do' },
  number: { zh: '序号', en: 'No.' },
  total: { zh: '合计', en: 'total' },
  nobody: { zh: '未写明单位', en: 'no agency named' },
  unreadOld: { zh: '上次的文件未能读取', en: 'files of the old round that could not be read' },
  unreadNew: { zh: '本次的文件未能读取', en: 'files of the new round that could not be read' },
  incomplete: {
    zh: '有文件未能读取，核对不完整：其中的问题列为“无法核对”',
    en: 'some files could not be read, so their problems are listed as “not verified”',
  },
  summary: { zh: '汇总', en: 'Summary' },
} as const satisfies Record<string, Message>

/** `未整改 4，新增 2，无法核对 3，已整改 5`, without what there is none of. */
export const countsInWords = (counts: RecheckCounts, language: keyof Message): string => {
  const order = ['remaining', 'added', 'unknown', 'mended'] as const
  const parts = order
    .filter((status) => counts[status] > 0)
    .map((status) => {
      const word = RECHECK_STATUS_WORDS[status][language]
      return language === 'zh' ? `${word} ${counts[status]}` : `${counts[status]} ${word}`
    })
  return enumerate(parts, language)
}
