import type { Lexer } from '../../lexicon/lexer.ts'
import { endsAsValue, gluedQualityLength } from '../../vocabulary/qualities.ts'
import { goesOnWithItem } from '../../vocabulary/run-in-words.ts'

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
  const words = lexer.folded.slice(start, Math.min(end, start + LONGEST_LOOK)).trim()
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
