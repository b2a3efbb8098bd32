import {
  AMOUNT_OF,
  COUNTS_PEOPLE,
  HEADS,
  IN_TOTAL,
  MEASURED_AS,
  NUMBER_AT_END,
  OF_ONE,
  SAYS_NOTHING,
  YEARLY,
} from '../vocabulary/goal-words.ts'
import { dimensionOfWord } from '../vocabulary/units.ts'
import { commonStreamOf, pairKey, type Stream, streamOf } from './words.ts'

/** The name of an indicator, as goals are searched for it. */
export interface Named {
  readonly stream: Stream
  /** Whether it has nothing but common words, which the stream then holds: 补助发放人数. */
  readonly isCommon: boolean
  /** Its pairs of neighbouring characters, each once, in order. */
  readonly pairs: readonly NamedPair[]
  /** Pairs of characters with one to three others between them: 辅…具 of 辅助器具. */
  readonly gapped: readonly GappedPair[]
  /** Which of the pairs say what it is about: the last, apart from 印刷 or 购置数量 behind them. */
  readonly tail: readonly number[]
  /** Whether it says what is done. */
  readonly actions: readonly number[]
}

export interface NamedPair {
  readonly key: number
  /** Of its second character in the stream. */
  readonly at: number
  readonly isAction: boolean
  /** Whether it only joins an action to something else: 增岗 in 新增岗位, which 新增三支一扶岗位 doesn't say. */
  readonly isEdge: boolean
}

export interface GappedPair {
  readonly key: number
  /** The pairs that the word is made of which it may be short for: from the first to before the last. */
  readonly from: number
  readonly to: number
}

/** 年处理污水量 is what 处理污水 comes to in a year, 投诉量同比降幅 is of 投诉量. */
export const namedAs = (printed: string): Named => {
  // Cut from the end and blanked at the start, so that places stay those of the name.
  const name = printed
    .replace(OF_ONE, blanked)
    .replace(YEARLY, ' ')
    .replace(MEASURED_AS, '')
    .replace(IN_TOTAL, ' ')
    .replace(SAYS_NOTHING, blanked)
    .replace(AMOUNT_OF, '$1')
  const telling = streamOf(name)
  const isCommon = !telling.codes.some((code, i) => code !== 0 && (telling.codes[i + 1] ?? 0) !== 0)
  const stream = isCommon ? commonStreamOf(name) : telling
  const pairs = pairsOfStream(stream)
  return {
    stream,
    isCommon,
    pairs,
    gapped: gappedOf(stream, pairs),
    tail: tailOf(pairs),
    actions: pairs.filter(({ isAction }) => isAction).map(({ key }) => key),
  }
}

const blanked = (printed: string): string => ' '.repeat(printed.length)

/** 登记 of 登记宗数; 学校数 27所 is of 学校, which nobody counts in 校. */
export const withoutCounter = (name: string, unit: string): string => {
  // 解决饮水安全人口 34900人 is of 饮水安全.
  if (COUNTS_PEOPLE.test(unit) && name.length > 3 && HEADS.test(name)) return name.replace(HEADS, '')
  const end = NUMBER_AT_END.exec(name)?.index ?? 0
  const length = [2, 1].find((n) => {
    const word = name.slice(end - n, end)
    return unit.includes(word) && COUNTED.has(dimensionOfWord(word) ?? '')
  })
  return length === undefined || end - length < 2 ? name : name.slice(0, end - length)
}

const COUNTED: ReadonlySet<string> = new Set(['things', 'times', 'count'])

const pairsOfStream = ({ codes, actions, from }: Stream): readonly NamedPair[] => {
  const pairs: NamedPair[] = []
  const known = new Set<number>()
  for (let at = 1; at < codes.length; at += 1) {
    const [first, second] = [codes[at - 1] as number, codes[at] as number]
    if (first === 0 || second === 0) continue
    const key = pairKey(first, second)
    if (known.has(key)) continue
    known.add(key)
    const [a, b] = [actions[at - 1] === 1, actions[at] === 1]
    const isWord = from[at - 1] === from[at]
    pairs.push({ key, at, isAction: a && b && isWord, isEdge: a !== b || (a && !isWord) })
  }
  return pairs
}

const tailOf = (pairs: readonly NamedPair[]): readonly number[] => {
  const last = pairs.findLastIndex(isTelling)
  if (last < 0) return pairs.map((_, i) => i)
  const before = pairs[last - 1]
  const isBeside = before !== undefined && isTelling(before) && before.at === (pairs[last]?.at ?? 0) - 1
  return isBeside ? [last - 1, last] : [last]
}

const isTelling = ({ isAction, isEdge }: NamedPair): boolean => !isAction && !isEdge

/** An abbreviation takes no more than every third character or so. */
const MOST_BETWEEN = 3

const gappedOf = ({ codes, actions }: Stream, pairs: readonly NamedPair[]): readonly GappedPair[] => {
  const gapped: GappedPair[] = []
  // How many pairs end at each character or before it.
  const upTo: number[] = []
  for (let i = 0, count = 0; i < codes.length; i += 1) {
    if (pairs[count]?.at === i) count += 1
    upTo.push(count)
  }
  for (let first = 0; first < codes.length; first += 1) {
    if (codes[first] === 0 || actions[first] === 1) continue
    if (codes[first + 1] === 0 || actions[first + 1] === 1) continue
    for (let last = first + 2; last <= first + 1 + MOST_BETWEEN; last += 1) {
      const code = codes[last] ?? 0
      if (code === 0 || actions[last] === 1) break
      const [from, to] = [upTo[first] as number, upTo[last] as number]
      if (from < to) gapped.push({ key: pairKey(codes[first] as number, code), from, to })
    }
  }
  return gapped
}
