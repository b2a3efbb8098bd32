import { groupBy } from '../collect.ts'
import { compactName } from '../corpus/agencies.ts'
import { similarity } from '../diff/pair-up.ts'
import type { CheckedRecord, Place } from '../model/record.ts'
import type { RoundFinding } from './round.ts'

/** A finding of the old round and what stands for it in the new one. */
export interface FindingPair {
  readonly old: RoundFinding
  readonly new: RoundFinding
}

/**
 * Pairs the findings of two rounds that are of one rule and one owner, one to one: those that say the same at the same
 * place of the tree, then those that say it with other values, then those of an indicator that moved, and last those
 * that are likely the same, the likeliest first. Where the text stands in its file plays no part.
 */
export const pairFindings = (
  before: readonly RoundFinding[],
  after: readonly RoundFinding[],
): readonly FindingPair[] => {
  const pairs: FindingPair[] = []
  const free = new Set([...before, ...after])
  const join = (old: RoundFinding, now: RoundFinding): void => {
    free.delete(old)
    free.delete(now)
    pairs.push({ old, new: now })
  }
  for (const keyOf of KEYS) {
    const waiting = groupBy(
      before.filter((one) => free.has(one)),
      (one) => keyOf(one) ?? '',
    )
    for (const now of after) {
      const key = free.has(now) ? keyOf(now) : undefined
      const old = key === undefined ? undefined : waiting.get(key)?.shift()
      if (old !== undefined) join(old, now)
    }
  }
  const news = after.filter((one) => free.has(one))
  const likely = before
    .filter((one) => free.has(one))
    .flatMap((old) => news.map((now) => ({ old, now, likeness: likenessOf(old, now) })))
    .filter(({ likeness }) => likeness >= LIKELY)
    .sort((a, b) => b.likeness - a.likeness)
  for (const { old, now } of likely) if (free.has(old) && free.has(now)) join(old, now)
  return pairs
}

/** From here on two findings are one. */
const LIKELY = 0.5

/** What findings are known by, the most exact first; one without a key is left to the next. */
const KEYS: readonly ((one: RoundFinding) => string | undefined)[] = [
  (one) => [...trailOf(one), messageOf(one)].join('\n'),
  (one) => [...trailOf(one), skeletonOf(one)].join('\n'),
  ({ finding }) => finding.fingerprint.replace(/:\d+$/, ''),
  // An indicator under another heading is the same; a goal under another number only if the sentence says which.
  (one) => {
    const [node, skeleton] = [nodeOf(one), skeletonOf(one)]
    return node === undefined && !skeleton.includes('“') ? undefined : `${node ?? ''}\n${skeleton}`
  },
]

/** Names of headings and of the indicator, without the numbers that they move by. */
const trailOf = ({ finding, scope }: RoundFinding): readonly string[] =>
  finding.path.slice(scope === 'project' ? 1 : 0).map(({ zh }) => compactName(zh.replace(/^\d+\./, '')))

const GOAL = /^绩效目标\d*$/

const isGoal = (step: string): boolean => GOAL.test(step)

/** The heading or indicator that a finding is of; goals have only their number. */
const nodeOf = (one: RoundFinding): string | undefined => {
  const last = trailOf(one).at(-1)
  return last === undefined || isGoal(last) ? undefined : last
}

const messageOf = ({ finding }: RoundFinding): string => finding.message.zh

/** The message without its values. */
const skeletonOf = ({ finding }: RoundFinding): string => finding.message.zh.replace(/\d[\d.,]*/g, '#')

/**
 * How likely it is that a finding is another one after a change: of the same place, by what they say; of
 * neighbours under one heading, by how alike their names are as well.
 */
const likenessOf = (old: RoundFinding, now: RoundFinding): number => {
  const [before, after] = [trailOf(old), trailOf(now)]
  const said = sharesName(old, now) ? similarity(skeletonOf(old), skeletonOf(now)) : 0
  if (before.join('\n') === after.join('\n'))
    return before.length > 0 && nodeOf(old) !== undefined ? 1 + said : said
  const [a, b] = [nodeOf(old), nodeOf(now)]
  if (a === undefined || b === undefined) return 0
  if (before.slice(0, -1).join('\n') !== after.slice(0, -1).join('\n')) return 0
  const named = similarity(a, b)
  return named >= SAME_NAME ? Math.min(named, said) : 0
}

const SAME_NAME = 0.6

/** Whether two sentences name something in common, where both name anything. */
const sharesName = (old: RoundFinding, now: RoundFinding): boolean => {
  const [before, after] = [namesIn(old), namesIn(now)]
  const isKept = (name: string): boolean =>
    after.some((other) => other.includes(name) || name.includes(other))
  return before.length === 0 || after.length === 0 || before.some(isKept)
}

const namesIn = (one: RoundFinding): readonly string[] =>
  (skeletonOf(one).match(/“[^“”]+”/g) ?? []).map((name) => name.slice(1, -1))

/**
 * Whether one finding is among the places of another: equal rows of a template, or empty cells of a table, are told
 * together as long as all are wrong, and one by one when some were mended.
 */
export const isPartOf = ({ finding }: RoundFinding, whole: RoundFinding, isOneOwner: IsOneOwner): boolean =>
  finding.rule === whole.finding.rule &&
  (whole.finding.related ?? []).some(({ at, note }) => {
    const [said, noted] = [finding.message.zh, note.zh]
    const isSaid =
      said === noted || said.endsWith(`：${noted}`) || (QUOTE.test(noted) && said.includes(noted))
    return isSaid && isOneOwner(at, whole.record)
  })

/** Whether a place of a record belongs to the same project as the part. */
export type IsOneOwner = (at: Place, record: CheckedRecord) => boolean

/** A place that is told by what stands there, not by what it is to the finding. */
const QUOTE = /^“[^“”]*”$/
