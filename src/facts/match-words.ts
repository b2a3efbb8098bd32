import { rememberText } from '../remember.ts'
import { meaning } from '../source/fold.ts'
import { ACTIONS } from '../vocabulary/common-words.ts'
import type { Promised } from './promises.ts'
import { commonPairsOf, type Pairs, pairsOf } from './words.ts'

/** The words of a goal by how near they stand to one of its numbers. */
export interface Said {
  readonly near: Pairs
  readonly clause: Pairs
  readonly far: Pairs
  /** Those of its sentence, common words too. */
  readonly common: Pairs
  readonly phrase: string
  /** All of it, with the name of the project. */
  readonly whole: string
}

/** The name of an indicator in pairs. */
export interface Named {
  readonly pairs: Pairs
  /** Whether it has nothing but common words, whose pairs these are: 补助发放人数. */
  readonly isCommon: boolean
  /** Pairs across the edge of an action: 增岗 in 新增岗位. Whoever says 新增三支一扶岗位 doesn't say it. */
  readonly edges: Pairs
  /** The end of what it is about, behind which 印刷 or 购置数量 may stand. */
  readonly tail: readonly string[]
}

/** What stands around a promised number. */
export const saidBy = ({ phrase, clause, rest, project }: Promised): Said => ({
  near: pairsOf(phrase),
  clause: pairsOf(clause),
  far: pairsOf(`${rest} ${project.name.text}`),
  common: commonPairsOf(`${phrase} ${clause}`),
  phrase: meaning(phrase),
  whole: meaning(`${phrase}\n${clause}\n${rest}\n${project.name.text}`),
})

/** 年处理污水量 is what 处理污水 comes to in a year, 投诉量同比降幅 is of 投诉量. */
export const namedAs: (printed: string) => Named = rememberText((printed) => {
  const name = printed
    .replace(/^年(?=.{3})/, '')
    .replace(MEASURED_AS, '')
    .replace(/(.{2}[^数重])量$/, '$1')
  const telling = pairsOf(name)
  const isCommon = telling.size === 0
  const pairs = isCommon ? commonPairsOf(name) : telling
  const list = [...pairs]
  const endsInAction = ACTIONS.has(list.at(-1) ?? '')
  return { pairs, isCommon, edges: edgesOf(name), tail: list.slice(endsInAction ? -4 : -2) }
})

/** How much it changes, or which part it is of something: what the number says by itself. */
const MEASURED_AS =
  /(?<=.{2})(?:[同环]比)?(?:(?:增长|提高|提升|上升|下降|降低|减少)(?:率|幅度|比例)|[增涨降减]幅|增速|比例|比重|占比)$/

const edgesOf = (name: string): Pairs => {
  const edges = new Set<string>()
  for (let at = 0; at + 1 < name.length; at += 1) {
    if (!ACTIONS.has(name.slice(at, at + 2))) continue
    edges.add(name.slice(at - 1, at + 1))
    edges.add(name.slice(at + 1, at + 3))
  }
  return edges
}
