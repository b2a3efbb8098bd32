import { Lexer } from '../../lexicon/lexer.ts'
import type { DraftIndicatorRow } from '../../model/draft.ts'
import type { SpannedText } from '../../source/spanned-text.ts'
import { headerRole } from '../../vocabulary/headers.ts'
import { endsAsValue } from '../../vocabulary/qualities.ts'
import {
  HANDED_DOWN,
  NOT_PLANNED,
  PER_UNIT,
  PLANNED_MONEY,
  SUM_OF_MONEY,
  USED_FOR,
} from '../../vocabulary/report-words.ts'
import { moneyPlaces } from './amounts.ts'
import type { Place } from './columns.ts'

/** Money that a sentence says is planned. */
export interface MoneySaid {
  readonly line: SpannedText
  readonly place: Place
  /** Where its clause begins. */
  readonly clause: number
  /** How surely it is what the whole project was given. */
  readonly weight: number
  /** 其中:中央资金414.45万元. */
  readonly parts: MoneyPart[]
}

interface MoneyPart {
  readonly label: Place
  readonly place: Place
}

/** How far in front of an amount its verb may stand. */
const REACH = 80
/** And how far behind it. */
const REACH_BEHIND = 16
const SOURCE = /((?:其中)?)([\u4e00-\u9fff]{2,16}?)(?:\([^()]{1,24}\))?(?:安排|为|共|预算)?[\s:]*$/
const PART = /(?:^|[^\u4e00-\u9fff])其中/

/** The planned money in a line; `isTold` says that the line reports what became of it. */
export const moneySaidIn = (line: SpannedText, isTold: boolean): readonly MoneySaid[] => {
  const { folded } = line
  const found: MoneySaid[] = []
  let [isPart, isUse] = [false, false]
  let from = 0
  const places = moneyPlaces(folded)
  for (const [i, place] of places.entries()) {
    const floor = Math.max(from, place.start - REACH)
    const before = folded.slice(floor, place.start)
    const sentence = before.lastIndexOf('。') + 1
    if (sentence > 0) isPart = isUse = false
    const words = before.slice(sentence)
    isPart ||= PART.test(words)
    from = place.end
    isUse ||= isOneUse(words, folded.slice(place.end, places[i + 1]?.start))
    if (isUse || PER_UNIT.test(words)) continue
    const last = found.at(-1)
    if (isPart) {
      const part = last === undefined ? undefined : partOf(words, place)
      if (part !== undefined) last?.parts.push(part)
      continue
    }
    const behind = folded.slice(place.end, place.end + REACH_BEHIND)
    const weight = weightOf(words, behind, last !== undefined && sentence === 0)
    if (weight > 0)
      found.push({ line, place, clause: floor + sentence, weight: weight - (isTold ? 3 : 0), parts: [] })
  }
  return found
}

/** 用于评定补贴1.065万元,文化进家庭2.1万元: what each of several things gets. */
const isOneUse = (before: string, behind: string): boolean =>
  USED_FOR.test(before) && /^,[^。;]+$/.test(behind)

/** 年度资金40.83万元, 项目资金:20万元: a label of money. */
const LABELLED = 4

const weightOf = (words: string, behind: string, goesOn: boolean): number => {
  if (NOT_PLANNED.test(words)) return 0
  if (HANDED_DOWN.before.test(words) && HANDED_DOWN.behind.test(behind)) return LABELLED
  const base = Math.max(0, ...PLANNED_MONEY.map(([pattern, weight]) => (pattern.test(words) ? weight : 0)))
  const isSum = SUM_OF_MONEY.test(words)
  const label = /([\u4e00-\u9fff]{2,12})\s?:?\s?$/.exec(words)?.[1]
  if (label !== undefined && headerRole(label) === 'amount') return Math.max(base, LABELLED)
  if (base === 0) return isSum && goesOn ? 6 : 0
  return base + (isSum ? 2 : 0)
}

const partOf = (words: string, place: Place): MoneyPart | undefined => {
  const said = SOURCE.exec(words)
  const [, lead = '', source = ''] = said ?? []
  if (said === null || headerRole(source) !== 'funding') return undefined
  const start = place.start - words.length + said.index + lead.length
  return { label: { start, end: start + source.length }, place }
}

/** Right behind the name of the project. */
const BEHIND_NAME = 6

/** The surest of them; of several as sure, the first. `name`: what the project is called. */
export const moneyOf = (all: readonly MoneySaid[], name = ''): MoneySaid | undefined => {
  const weightIn = ({ line, clause, place, weight }: MoneySaid): number =>
    name !== '' && line.folded.slice(clause, place.start).endsWith(name) ? weight + BEHIND_NAME : weight
  let best: MoneySaid | undefined
  let most = 0
  for (const one of all) {
    const weight = weightIn(one)
    if (weight <= most) continue
    best = one
    most = weight
  }
  return best
}

/** In front of what is measured: 确保…达到90%以上. */
const LEAD = /^(?:一是|二是|三是|四是|五是|并|且|确保|保证|力争|实现|使|全年|其中|同时)+/
const RATE = /(?:率|度|比例|比重)$/
const MODAL = /(?:应|须|需|要|均|不)?$/

/**
 * The targets that sentences of a goal say with a comparator: `放流水生生物不少于350万尾,资源贡献率≥2%`. Counts without one
 * are what the goal promises, and no indicators.
 */
export const measuresIn = (goal: SpannedText): readonly DraftIndicatorRow[] => {
  const rows: DraftIndicatorRow[] = []
  const { folded } = goal
  const lexer = new Lexer(folded)
  for (const { start, end } of clausesOf(folded)) {
    const row = measureIn(goal, lexer, start, end)
    if (row !== undefined) rows.push(row)
  }
  return rows
}

const clausesOf = (folded: string): readonly Place[] =>
  [...folded.matchAll(/[^,;。\n]+/g)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }))

/**
 * 坚果基地面积≥4300亩,示范基地1个,群众满意度≥90%: the targets that a goal consists of, counts without a comparator as well, where every
 * clause is one and at least two have one; none of a goal that says anything else.
 */
export const targetsListedIn = (goal: SpannedText): readonly DraftIndicatorRow[] => {
  const { folded } = goal
  const lexer = new Lexer(folded)
  const rows: DraftIndicatorRow[] = []
  let signs = 0
  for (const { start, end } of clausesOf(folded)) {
    const words = folded.slice(start, end)
    if (words.trim() === '') continue
    const row = measureIn(goal, lexer, start, end) ?? countIn(goal, start, end)
    if (row === undefined) return []
    rows.push(row)
    if (/[≥≤<>]/.test(words)) signs += 1
  }
  return rows.length >= LEAST_LISTED && signs >= LEAST_SIGNS ? rows : []
}

const LEAST_LISTED = 3
const LEAST_SIGNS = 2

/** 防灾设施5套, 每年增收500元/亩 */
const countIn = (goal: SpannedText, from: number, to: number): DraftIndicatorRow | undefined => {
  const words = goal.folded.slice(from, to)
  const [, name = ''] = to - from > LONGEST_CLAUSE ? [] : (COUNTED.exec(words) ?? [])
  const isCount = name.length >= SHORTEST_NAME && endsAsValue(words)
  return isCount
    ? rowOf(goal.trimmed(from, from + name.length), goal.trimmed(from + name.length, to))
    : undefined
}

const COUNTED = /^\s?([^\d:]+)\d[\d.]*\s?[^\d]{1,6}$/
const SHORTEST_NAME = 3

const rowOf = (name: SpannedText, value: SpannedText): DraftIndicatorRow => ({
  span: { start: name.span.start, end: value.span.end },
  headings: [],
  name,
  targets: [{ comparator: undefined, value, unit: undefined, column: undefined, term: undefined }],
  weight: undefined,
  direction: undefined,
})

const LONGEST_CLAUSE = 60

const measureIn = (
  goal: SpannedText,
  lexer: Lexer,
  from: number,
  to: number,
): DraftIndicatorRow | undefined => {
  if (to - from < 6 || to - from > LONGEST_CLAUSE) return undefined
  const words = goal.folded.slice(from, to)
  const start = from + (LEAD.exec(words)?.[0].length ?? 0)
  for (let at = start + 2; at < to; at += 1) {
    const sign = lexer.word('comparator', at)
    const level = sign === undefined ? lexer.word('level', at) : undefined
    const end = sign?.end ?? level?.end
    if (end === undefined || lexer.numberEnd(end) === end) continue
    const named = goal.folded.slice(start, at)
    const nameEnd = start + named.replace(MODAL, '').length
    const name = goal.folded.slice(start, nameEnd)
    const isRate = RATE.test(name)
    const isBounded = /以[上下内]/.test(goal.folded.slice(end, to))
    const isSaid = sign === undefined ? isRate && isBounded : isRate || sign.word !== '超'
    if (!isSaid || /\d/.test(name)) return undefined
    return rowOf(goal.trimmed(start, nameEnd), goal.trimmed(at, to))
  }
  return undefined
}
