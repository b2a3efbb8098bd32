import type { SpannedText } from '../../source/spanned-text.ts'
import { BEHIND_NAME, NO_PROJECT, PROJECT_END, REPORT_TITLE } from '../../vocabulary/report-words.ts'
import type { Place } from './columns.ts'
import { markLength } from './lines.ts'
import type { MoneySaid } from './report-money.ts'

/** What may be the name of the project of a report. */
export interface NameSaid {
  readonly line: SpannedText
  readonly place: Place
  readonly weight: number
}

const LONGEST_TITLE = 80
/** 某县2021年…项目: the name begins with the year where only a place stands in front. */
const BEFORE_YEAR = /^[\u4e00-\u9fff]{2,20}?(?=(?:20(?:\d\d|xx)|\*{2,4})年)/
/** 自评报告(2022年公共图书馆免费开放补助经费) */
const REMARK = /\((?:[^()]|\([^()]{1,8}\)){6,60}\)$/
/** …工程项目2020年度绩效自评报告 */
const YEAR_BEHIND = /20\d\d年度?$/
/** 关于2021年度政法转移支付资金绩效的自评报告: the report is of that year. */
const OF_REPORT = /^20\d\d年度/
/** (直达资金)某路工程项目 */
const FUND = /^\([^()\d]{2,12}\)/
/** 关于“某某补助资金”管理使用情况 */
const QUOTED = /[“"][^“”"]{4,60}[”"]/
const ABOUT = /^.{0,40}关于(?:报送|印发|上报|下达|做好)?/

/** The project that the title of a report names: 某县2021年…补助项目绩效自评报告. */
export const nameInTitle = (line: SpannedText): NameSaid | undefined => {
  const { folded } = line
  if (folded.length > LONGEST_TITLE || /[,。;:]/.test(folded) || !REPORT_TITLE.test(folded)) return undefined
  const stop = BEHIND_NAME.exec(folded)
  if (stop === null) return undefined
  const quoted = QUOTED.exec(folded)
  const named =
    quoted === null ? undefined : nameAt(line, quoted.index + 1, quoted.index + quoted[0].length - 1, 60)
  if (named !== undefined) return named
  const remark = REMARK.exec(folded)
  const inside = remark === null ? undefined : nameAt(line, remark.index + 1, folded.length - 1, 60)
  if (inside !== undefined) return inside
  // 项目 in front of 支出绩效自评 belongs to the name.
  const last = stop.index + (stop[0].startsWith('项目') ? 2 : 0)
  const end = last - (YEAR_BEHIND.exec(folded.slice(0, last))?.[0].length ?? 0)
  const begin = folded.slice(0, end)
  const start = ABOUT.exec(begin)?.[0].length ?? FUND.exec(begin)?.[0].length ?? markLength(folded)
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

/** Sentences that name a project, and how surely. */
const SENTENCES: readonly (readonly [pattern: RegExp, weight: number])[] = [
  [
    /(?:下达|安排|拨付)[^。;]{0,60}?\d[\d,.]*\s?[千万亿]?元,?(?:主要|全部)?用于([^,。;:、\d]{3,40}?(?:项目|工程))(?=[,。;])/g,
    65,
  ],
  [
    /(?:现将|对|将)([^,。;:]{4,50}?(?:项目|资金|经费|工程|补助))(?=(?:资金)?(?:支出)?(?:绩效|自评|开展|进行|的?(?:实施|使用|有关|情况)))/g,
    50,
  ],
  [/项目(?:为|是|有)(?:[一1]个)?\s?[:,]?\s?([^,。;:为是]{3,40}?(?:项目|经费|资金|工程))/g, 45],
  [/(?:安排|下达|实施)([^,。;:\d]{4,40}?(?:项目|工程))(?=\s?\d{1,3}\s?个)/g, 35],
  [
    /(?:下达|安排|拨付|收到|分配)(?:我[省市县区校局]|本[省市县区校局年])?([^,。;:\d]{4,40}?(?:资金|转移支付|经费|补助|专项|补贴))(?:预算)?(?:共计|共|合计)?(?=\d)/g,
    20,
  ],
]
const LONGEST_LOOK = 600

/** The names that a line says. */
export const namesSaidIn = (line: SpannedText): readonly NameSaid[] => {
  const folded = line.folded.slice(0, LONGEST_LOOK)
  return SENTENCES.flatMap(([pattern, weight]) =>
    [...folded.matchAll(pattern)].flatMap((match) => {
      const name = match[1] as string
      const start = match.index + match[0].indexOf(name)
      return nameAt(line, start, start + name.length, weight) ?? []
    }),
  )
}

const SUBJECT =
  /^(?:其中[,:]?)?(?:我[省市县区州乡镇校局]|[全本][省市县区校])?(.{3,40}?(?:项目|工程|专项|经费))(?=总?计划|预算|立项|批复|共|总|安排|下达|投资|资金)/

/** 2024年县财政安排路灯更换项目资金100万元: whoever gives the money is no part of the name. */
const GIVES = /^[^,、]{0,24}(?:财政|政府|[局委办部厅])(?:共|统筹)?(?:安排|下达|拨付|投入)(?!资金)/

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
