import {
  CHANGE_OF,
  CHANGED_AT_END,
  EACH_CHARACTERS,
  PREPOSITION_CHARACTERS,
} from '../vocabulary/goal-words.ts'
import type { Candidate } from './matching.ts'
import type { Named } from './named.ts'
import { type Promised, statementOf } from './promises.ts'
import type { Around } from './said.ts'
import { pairKey } from './words.ts'

/**
 * Whether the goal counts something that the name doesn't say, and the name something that the goal doesn't: 油茶 and
 * 花椒; or both say which of a thing, and not the same: 血液样品 and 环境样品. `said`: how near the goal says each pair of the
 * name; `isTailSaid`: whether it says what the name is about.
 */
export const isOfOtherThing = (
  named: Named,
  said: Float64Array,
  isTailSaid: boolean,
  around: Around,
): boolean => (isTailSaid ? isOtherSort(named, said, around) : hasOtherHead(named, around))

const hasOtherHead = (named: Named, around: Around): boolean => {
  const { codes, actions } = around.stream
  const head = headBefore(around) ?? headBehind(around)
  if (head === undefined) return false
  const [first, second] = [codes[head - 1] ?? 0, codes[head] as number]
  // 登记表 and 履历表 are things of one sort.
  if (lastCodeOf(named) === second) return false
  const isPair = first !== 0 && actions[head - 1] === 0
  return isPair ? !saysPair(named, first, second) : !named.stream.codes.includes(second)
}

/** Compares what stands right before the last words that both say. */
const isOtherSort = (named: Named, said: Float64Array, { stream, before }: Around): boolean => {
  const k = startOfShared(named, said)
  const { codes, actions } = named.stream
  const start = (named.pairs[k]?.at ?? 0) - 1
  const own = codes[start - 1] ?? 0
  if (k < 0 || own === 0 || actions[start - 1] === 1 || actions[start] === 1) return false
  // 避险搬迁 is the same whoever does it.
  if (named.pairs.length - k > MOST_OF_A_SORT) return false
  // 扫描 of 扫描档案 is said, if not right before.
  if (k >= 2 && isNext(named, k) && isNext(named, k - 1) && (said[k - 2] as number) > 0) return false
  const shared = named.pairs[k]?.key
  for (let i = before.to - 1; i > Math.max(0, before.from); i -= 1) {
    if (pairKey(stream.codes[i - 1] as number, stream.codes[i] as number) !== shared) continue
    const other = i - 2 < before.from ? 0 : (stream.codes[i - 2] as number)
    if (EACH.has(own) || EACH.has(other)) return false
    return other !== 0 && stream.actions[i - 2] === 0 && !codes.includes(other)
  }
  return false
}

/** A word of more pairs says of itself what sort is meant. */
const MOST_OF_A_SORT = 2

/** 每页 and 单页 name no sort of page. */
const EACH = codesIn(EACH_CHARACTERS)

/** The first of the pairs in a row that are said up to the last pair of a name. */
const startOfShared = (named: Named, said: Float64Array): number => {
  let k = named.pairs.length - 1
  while (k > 0 && (said[k - 1] as number) > 0 && isNext(named, k)) k -= 1
  return k
}

/** Where the last word before a number ends that is no action: 危桥 of 危桥改造6座; 对全市860公里公路 has none. */
export const headBefore = ({ stream: { codes, actions }, before }: Around): number | undefined => {
  for (let i = before.to - 1; i >= before.from; i -= 1) {
    const isLast = i === before.to - 1 || codes[i + 1] === 0
    if (codes[i] !== 0 && actions[i] === 0 && !(isLast && PREPOSITIONS.has(codes[i] as number))) return i
  }
  return undefined
}

const PREPOSITIONS = codesIn(PREPOSITION_CHARACTERS)

/**
 * 6个乡镇 counts 乡镇, whatever else its sentence says: whether the word that a counter without a meaning of its own stands before
 * has no character of the name.
 */
export const countsOtherThing = (named: Named, around: Around): boolean => {
  const { codes } = around.stream
  const head = headBehind(around)
  if (head === undefined) return false
  for (let i = head; i >= around.behind.from && codes[i] !== 0; i -= 1)
    if (named.stream.codes.includes(codes[i] as number)) return false
  return true
}

/** Where the word behind a number ends: 化站 of 12个文化站. */
const headBehind = ({ stream: { codes, actions }, behind }: Around): number | undefined => {
  let i = behind.from
  while (i < behind.to && codes[i] === 0) i += 1
  const start = i
  while (i < behind.to && codes[i] !== 0 && actions[i] === 0) i += 1
  return i - start >= 2 ? i - 1 : undefined
}

/** The last character of what a name is about: 表 of 履历表. */
const lastCodeOf = ({ stream, pairs, tail }: Named): number | undefined =>
  stream.codes[pairs[tail.at(-1) ?? -1]?.at ?? -1]

/** Whether a pair of a name begins with the character that the pair before it ends with. */
const isNext = ({ pairs }: Named, i: number): boolean => pairs[i - 1]?.at === (pairs[i]?.at ?? 0) - 1

/** Whether a pair that the goal doesn't say only joins two that it does. */
export const isJoint = (named: Named, i: number, said: Float64Array): boolean =>
  isNext(named, i) && isNext(named, i + 1) && (said[i - 1] ?? 0) > 0 && (said[i + 1] ?? 0) > 0

/** Whether a name has two characters beside each other or in this order. */
export const saysPair = ({ stream: { codes } }: Named, first: number, second: number): boolean => {
  const at = codes.indexOf(first)
  return at >= 0 && codes.indexOf(second, at + 1) > at
}

function codesIn(characters: string): ReadonlySet<number> {
  return new Set([...characters].map((character) => character.charCodeAt(0)))
}

/** 人均用水量降低2% beside 人均综合能耗下降率: whether the words around a change say nothing of what changes in a name. */
export const isOfOtherChange = (promise: Promised, { name, change }: Candidate): boolean => {
  if (promise.change === undefined || change === undefined) return false
  const changed = name.replace(CHANGED_AT_END, '').replace(CHANGE_OF, '')
  const said = statementOf(promise)
  return ![...changed.slice(-2)].some((character) => said.includes(character))
}
