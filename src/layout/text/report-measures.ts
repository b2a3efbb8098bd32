import { Lexer } from '../../lexicon/lexer.ts'
import type { DraftIndicatorRow } from '../../model/draft.ts'
import type { SpannedText } from '../../source/spanned-text.ts'
import { endsAsValue } from '../../vocabulary/qualities.ts'
import type { Place } from './columns.ts'

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
