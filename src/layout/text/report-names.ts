import { collect } from '../../collect.ts'
import type { SpannedText } from '../../source/spanned-text.ts'
import {
  ABOUT,
  BEFORE_MONEY,
  BEFORE_YEAR,
  BODY,
  FUND,
  GIVES,
  NAMED_BY_EFFECT,
  OF_REPORT,
  QUOTED_IN_TITLE,
  SAYS_NAME,
  SUBJECT,
  YEAR_BEHIND,
} from '../../vocabulary/head-words.ts'
import { smallNumber } from '../../vocabulary/numerals.ts'
import {
  ANNOUNCES_PROJECTS,
  BEHIND_NAME,
  NO_PROJECT,
  NO_TITLE_NAME,
  PROJECT_END,
  REPORT_TITLE,
  SORT_OF_PROJECT,
} from '../../vocabulary/report-words.ts'
import { moneyPlaces } from './amounts.ts'
import type { Place } from './columns.ts'
import { markLength } from './lines.ts'
import type { MoneySaid } from './report-numbers.ts'

/** What may be the name of the project of a report. */
export interface NameSaid {
  readonly line: SpannedText
  readonly place: Place
  readonly weight: number
}

const LONGEST_TITLE = 80
/** 自评报告(2022年公共图书馆免费开放补助经费) */
const REMARK = /\((?:[^()]|\([^()]{1,8}\)){6,60}\)$/

/** The project that the title of a report names: 某县2021年…补助项目绩效自评报告. */
export const nameInTitle = (line: SpannedText): NameSaid | undefined => {
  const { folded } = line
  if (folded.length > LONGEST_TITLE || /[,。;:]/.test(folded) || !REPORT_TITLE.test(folded)) return undefined
  const stop = BEHIND_NAME.exec(folded)
  if (stop === null) return undefined
  const quoted = QUOTED_IN_TITLE.exec(folded)
  const named =
    quoted === null ? undefined : nameAt(line, quoted.index + 1, quoted.index + quoted[0].length - 1, 60)
  if (named !== undefined) return named
  // 项目 in front of 支出绩效自评 belongs to the name.
  const last = stop.index + (stop[0].startsWith('项目') ? 2 : 0)
  const remark = REMARK.exec(folded)
  const place = { start: (remark?.index ?? 0) + 1, end: folded.length - 1 }
  // 某省政府专项债券项目绩效自评报告(某污水处理厂): one of that sort, whatever it is called.
  const isOfSort =
    SORT_OF_PROJECT.test(folded.slice(0, last)) && !NO_TITLE_NAME.test(folded.slice(place.start, place.end))
  const inside =
    remark === null
      ? undefined
      : (nameAt(line, place.start, place.end, 60) ?? (isOfSort ? { line, place, weight: 60 } : undefined))
  if (inside !== undefined) return inside
  const end = last - (YEAR_BEHIND.exec(folded.slice(0, last))?.[0].length ?? 0)
  const words = folded.slice(0, end)
  const lead = ABOUT.exec(words) ?? FUND.exec(words) ?? BODY.exec(words)
  const start = lead?.[0].length ?? markLength(folded)
  const isPlan = /方案/.test(folded)
  const year = OF_REPORT.exec(folded.slice(start, end))?.[0].length ?? 0
  return nameAt(line, start + year, end, 60, isPlan)
}

/** A place of a line as a name, without the year and what stands in front of it, if it can be one. */
const nameAt = (
  line: SpannedText,
  start: number,
  end: number,
  weight: number,
  isAny = false,
): NameSaid | undefined => {
  const words = line.folded.slice(start, end)
  const from = start + (BEFORE_YEAR.exec(words)?.[0].length ?? 0)
  const name = line.folded.slice(from, end).trim()
  if (name.length < 4 || name.length > 60 || NO_PROJECT.test(name)) return undefined
  if (!isAny && !PROJECT_END.test(name)) return undefined
  return { line, place: { start: from, end }, weight }
}

const LONGEST_LOOK = 600

/** The names that a line says; `isTold`: it reports what became of a plan. */
export const namesSaidIn = (line: SpannedText, isTold: boolean): readonly NameSaid[] => {
  const folded = line.folded.slice(0, LONGEST_LOOK)
  return (isTold ? NAMED_BY_EFFECT : SAYS_NAME).flatMap(([pattern, weight]) =>
    [...folded.matchAll(pattern)].flatMap((match) => {
      const name = match[1] as string
      const start = match.index + match[0].indexOf(name)
      return nameAt(line, start, start + name.length, weight) ?? []
    }),
  )
}

/** 某村道路建设项目计划投资2179万元: the project that the money is said of. */
export const nameBeforeMoney = ({ line, place, clause, weight }: MoneySaid): NameSaid | undefined => {
  const words = line.folded.slice(clause, place.start)
  const from = Math.max(words.lastIndexOf('。'), words.lastIndexOf(';'), words.lastIndexOf(':')) + 1
  const mark = from === 0 ? markLength(words) : 0
  const verb = GIVES.exec(words.slice(from))?.[0].length ?? 0
  const said = SUBJECT.exec(words.slice(from + Math.max(mark, verb)))
  if (said === null || /[,、]/.test(said[1] as string)) return undefined
  const name = said[1] as string
  const start = clause + from + Math.max(mark, verb) + said[0].indexOf(name)
  return nameAt(line, start, start + name.length, /(?:项目|工程)$/.test(name) && weight > 3 ? 70 : 40)
}

/** A project with its money in one item of a list: 1.平安创建专项经费39万元,用于… */
export interface ListedProject {
  readonly line: SpannedText
  readonly name: Place
  readonly amount: Place
}

/** The projects that lines list behind the words that say how many there are; none where the list has not so many, or more. */
export const projectsListedIn = (lines: readonly SpannedText[]): readonly ListedProject[] => {
  for (const [at, { folded }] of lines.entries()) {
    const said = folded.length > LONGEST_LOOK ? null : ANNOUNCES_PROJECTS.exec(folded)
    // The list stands behind the colon of the same sentence.
    if (said === null || !folded.endsWith(':') || folded.includes('。', said.index)) continue
    const count = smallNumber(said[1] ?? said[2] ?? '')
    const listed = collect(lines.slice(at + 1, at + 1 + count).entries(), listedProject)
    const goesOn = lines[at + 1 + count]?.folded.startsWith(`${count + 1}`)
    if (count > 1 && listed.length === count && goesOn !== true) return listed
  }
  return []
}

const listedProject = ([i, line]: readonly [number, SpannedText]): ListedProject | undefined => {
  // 1.610办专项工作经费: the name may begin with a number, too.
  const number = `${i + 1}.`
  const start = line.folded.startsWith(number) ? number.length : markLength(line.folded)
  const [amount] = moneyPlaces(line.folded.slice(0, LONGEST_LOOK))
  if (amount === undefined || start === 0) return undefined
  const words = line.folded.slice(start, amount.start).trimEnd()
  const name = { start, end: start + words.replace(BEFORE_MONEY, '').length }
  const isName = PROJECT_END.test(line.folded.slice(name.start, name.end)) && !/[,。;:]/.test(words)
  return isName ? { line, name, amount } : undefined
}
