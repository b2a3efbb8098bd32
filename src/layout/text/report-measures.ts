import { Lexer } from '../../lexicon/lexer.ts'
import type { DraftIndicatorRow } from '../../model/draft.ts'
import type { SpannedText } from '../../source/spanned-text.ts'

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
  let from = 0
  for (let at = 0; at <= folded.length; at += 1) {
    if (at < folded.length && !/[,;。\n]/.test(folded[at] as string)) continue
    const row = measureIn(goal, lexer, from, at)
    if (row !== undefined) rows.push(row)
    from = at + 1
  }
  return rows
}

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
    const text = goal.trimmed(start, nameEnd)
    const value = goal.trimmed(at, to)
    return {
      span: { start: text.span.start, end: value.span.end },
      headings: [],
      name: text,
      targets: [{ comparator: undefined, value, unit: undefined, column: undefined, term: undefined }],
      weight: undefined,
      direction: undefined,
    }
  }
  return undefined
}
