import { type CategoryWord, Lexer } from '../../lexicon/lexer.ts'
import { cellKind } from '../../vocabulary/cell-kinds.ts'
import { AGENCY_NAME } from '../../vocabulary/headers.ts'
import { headingsIn } from '../../vocabulary/heading-words.ts'
import { endsAsValue, gluedQualityLength } from '../../vocabulary/qualities.ts'
import {
  countsCategories,
  goesOnAsName,
  goesOnWithItem,
  LONGEST_LEAD,
  leadLength,
  type Opening,
  openingAt,
  saysNotice,
} from '../../vocabulary/run-in-words.ts'
import { beginsOutline, markLength } from './lines.ts'

/** A category inside a sentence that opens a run of its indicators: `产出指标中,数量指标为…`. */
export interface RunIn {
  /** Where the words and the number in front of it begin. */
  readonly start: number
  readonly category: CategoryWord
  /** Where its run begins. */
  readonly behind: number
  /** What opens its run; `nothing` parts it from that in 产出指标包括数量指标水渠3条. */
  readonly by: Opening['by'] | 'nothing'
}

/** The categories of a text that open runs, in order; none where no words say so. */
export const runsIn = (lexer: Lexer): readonly RunIn[] => {
  const runs: RunIn[] = []
  for (let at = 0; at < lexer.folded.length; at += 1) {
    const run = runAt(lexer, at, runs)
    if (run === undefined) continue
    runs.push(run)
    at = run.behind - 1
  }
  const likely = runs.filter(({ by }) => by === 'likely words')
  return likely.length > 1 || runs.some(({ by }) => by === 'words') ? runs : []
}

const runAt = (lexer: Lexer, at: number, before: readonly RunIn[]): RunIn | undefined => {
  const category = lexer.categories(at).find(({ isDamaged }) => !isDamaged)
  if (category === undefined) return undefined
  const { folded } = lexer
  const last = before.at(-1)
  const start = last?.behind === at ? at : clauseStart(folded, at)
  if (start === undefined) return undefined
  const opening = openingAt(folded, category.end, category.isFull)
  if (opening !== undefined) {
    const by = countsCategories(folded.slice(start, at)) ? 'words' : opening.by
    return { start, category, behind: category.end + opening.length, by }
  }
  const mayBeGlued = category.isFull && (last?.behind === at || before.some(({ by }) => by === 'nothing'))
  return mayBeGlued && !goesOnAsName(folded.slice(category.end, category.end + 4))
    ? { start, category, behind: category.end, by: 'nothing' }
    : undefined
}

/** Where the clause begins whose first words are the category at `at`; `undefined` where others stand in front. */
const clauseStart = (folded: string, at: number): number | undefined => {
  for (let start = Math.max(0, at - LONGEST_LEAD); start <= at; start += 1) {
    if (start > 0 && !/[\n。;:,、]/.test(folded[start - 1] as string)) continue
    const words = folded.slice(start, at).trimStart()
    const mark = markLength(words)
    if (mark + leadLength(words.slice(mark)) === words.length) return start
  }
  return undefined
}

/** Whether a line begins with a category that opens a run: 在产出方面,数量指标包括…. */
const beginsRun = (folded: string): boolean => {
  const mark = markLength(folded)
  const at = mark + leadLength(folded.slice(mark, mark + LONGEST_LEAD))
  const lexer = new Lexer(folded)
  const first = runAt(lexer, at, [])
  if (first === undefined || first.by === 'mark') return false
  return first.by === 'words' || runsIn(lexer).length > 0
}

/** Whether a line begins with a heading of indicators or a category that opens a run of them. */
export const beginsIndicators = (folded: string): boolean => beginsOutline(folded) || beginsRun(folded)

/** Whether categories of a text open runs inside its sentences. */
export const hasRuns = (folded: string): boolean => runsIn(new Lexer(folded)).length > 0

/** Where runs begin behind a sentence; -1 where none do. */
export const runsStart = (folded: string): number => {
  if (!folded.includes('标')) return -1
  const first = runsIn(new Lexer(folded)).find(
    ({ start }) => start > 0 && /[。;】\]]/.test(folded[start - 1] as string),
  )
  return first?.start ?? -1
}

/** Where the sentences behind all headings begin that say how a notice may be answered, or who signs it; the end of the text where none do. */
export const noticeStart = (folded: string): number => {
  let from = 0
  for (const { end } of headingsIn(folded)) from = end
  for (const { index, 0: mark } of folded.slice(from).matchAll(/[。\n]\s*/g)) {
    const start = from + index + mark.length
    if (saysNotice(folded.slice(start, start + LONGEST_NOTICE)) || isSigned(folded, start)) return start
  }
  return folded.length
}

const LONGEST_NOTICE = 40

/** 某镇人民政府 over 2025年6月1日, and nothing below them. */
const isSigned = (folded: string, start: number): boolean => {
  if (folded.length - start > LONGEST_NOTICE) return false
  const lines = folded.slice(start).split('\n')
  const [who = '', when = '', ...others] = lines.map((line) => line.trim()).filter((line) => line !== '')
  return others.length === 0 && AGENCY_NAME.test(who) && cellKind(when) === 'date'
}

const SHORTEST_NAME = 3
const LONGEST_LOOK = 60

/**
 * The commas of a sentence that part the items of a run: `改造户厕20座、旱厕4座`. In front of each stands a name with its
 * value, and so does behind.
 */
export const itemEnds = (lexer: Lexer, start: number, end: number): readonly number[] => {
  const commas = commasIn(lexer.folded, start, end)
  const ends: number[] = []
  let from = start
  for (const [i, at] of commas.entries()) {
    if (!isItem(lexer, from, at) || !isItem(lexer, at + 1, commas[i + 1] ?? end)) continue
    ends.push(at)
    from = at + 1
  }
  return ends
}

/** Outside brackets. */
const commasIn = (folded: string, start: number, end: number): readonly number[] => {
  const commas: number[] = []
  let depth = 0
  for (let at = start; at < end; at += 1) {
    const character = folded[at] as string
    if (character === '(') depth += 1
    else if (character === ')') depth -= 1
    else if (depth <= 0 && /[,、]/.test(character)) commas.push(at)
  }
  return commas
}

/** Whether a clause is a name with its value: 改造户厕20座, 环境明显改善, 3户村民增收. */
const isItem = (lexer: Lexer, start: number, end: number): boolean => {
  const words = lexer.folded
    .slice(start, Math.min(end, start + LONGEST_LOOK))
    .replaceAll('\n', '')
    .trim()
  if (end - start > LONGEST_LOOK || goesOnWithItem(words)) return false
  if (leadingCount(lexer, start, end) > start) return true
  const bare = words.replace(/\([^()]*\)$/, '')
  const quality = gluedQualityLength(bare)
  const nameEnd = quality > 0 ? bare.length - quality : bare.search(VALUE)
  return nameEnd >= SHORTEST_NAME && (quality > 0 || endsAsValue(bare)) && NAME.test(bare)
}

const VALUE = /\d|[≥≤<>=]/
const NAME = /^[\u4e00-\u9fff(“‘《a-zA-Z]/

/** Where a count ends that the words of an indicator follow, 3户村民增收; `start` where none does. */
export const leadingCount = (lexer: Lexer, start: number, end: number): number => {
  const number = lexer.numberEnd(start)
  if (number === start) return start
  const unit = lexer.unitEnds(number)[0] ?? number
  const rest = lexer.folded.slice(unit, end)
  return unit > number && /^[\u4e00-\u9fff]{4,20}$/.test(rest) && gluedQualityLength(rest) === 0
    ? unit
    : start
}
