import { collect, groupBy } from '../collect.ts'
import type { Measure } from '../model/measure.ts'
import { COUNTED_CODES, ONE, SHORTHAND } from '../vocabulary/goal-words.ts'
import { haveTurnedDigits, isGeneric, ratioOf, sureFrom } from './match-values.ts'
import type { Candidate } from './matching.ts'
import { withoutCounter } from './named.ts'
import { isOfOtherChange } from './other-thing.ts'
import type { MeasureKind, Promised } from './promises.ts'
import { areOpposed, narrowingIn, rateOf, streamOf } from './words.ts'

/**
 * The share of the characters of what a name is about that the goal has to say: where both numbers have the same digits in another order,
 * or all others of the unit are equal; in units that one sort of thing is counted in, and in units for anything.
 */
const [TURNED, OF_SORT, OF_ANYTHING] = [0.5, 0.6, 0.66]

const KINDS: ReadonlySet<MeasureKind> = new Set(['count', 'share', 'money'])

/**
 * Where one number and one indicator of a unit are left once all others have been matched, they need less in common: characters instead
 * of words, if their values are close (编纂出版年鉴600册 and 年鉴印制数量 500册). Raises the scores of such pairs.
 *
 * @returns whether there are any
 */
export const liftLeftAlone = (
  scores: readonly Float64Array[],
  chosen: readonly number[],
  promises: readonly Promised[],
  candidates: readonly Candidate[],
): boolean => {
  const isSure = (i: number, j: number): boolean =>
    (scores[i]?.[j] ?? 0) >= sureFrom(promises[i]?.kind ?? 'count')
  const numbers = groupBy(
    [...promises.keys()].filter((i) => promises[i]?.reckoned === undefined && !isSure(i, chosen[i] ?? -1)),
    (i) => keyOf(promises[i] as Promised),
  )
  const alone = [...numbers].filter(
    ([, [i, ...others]]) => others.length === 0 && isKnown(promises[i] as Promised),
  )
  if (alone.length === 0) return false
  const taken = new Set(chosen.filter((j, i) => isSure(i, j)))
  const kinds = new Set(alone.map(([, [i]]) => promises[i]?.kind))
  const indicators = groupBy(
    [...candidates.keys()].filter((j) => !taken.has(j) && kinds.has(candidates[j]?.kind)),
    (j) => keyOfIndicator(candidates[j] as Candidate),
  )
  const agreeing = new Set(
    collect(chosen.entries(), ([i, j]) => {
      const [promise, candidate] = [promises[i], candidates[j]]
      if (promise === undefined || candidate === undefined || !isSure(i, j)) return undefined
      return ratioOf(promise.measure, candidate.target.measure) === 1 ? keyOf(promise) : undefined
    }),
  )
  let isLifted = false
  for (const [key, [i]] of alone) {
    const [j, ...others] = indicators.get(key) ?? []
    if (j === undefined || others.length > 0) continue
    const promise = promises[i] as Promised
    if (!mayBeOne(promise, candidates[j] as Candidate, agreeing.has(key))) continue
    const row = scores[i] as Float64Array
    row[j] = Math.max(row[j] as number, sureFrom(promise.kind))
    isLifted = true
  }
  return isLifted
}

const keyOf = ({ kind, change, measure, rate }: Promised): string =>
  keyOfLike(kind, change, measure, rate ?? '')

const keyOfIndicator = ({ kind, change, target, name }: Candidate): string =>
  keyOfLike(kind, change, target.measure, name)

/** The same for numbers that can be of one thing: their kind, unit and direction, and of shares how the rate ends: 审减率, 核减率. */
const keyOfLike = (
  kind: MeasureKind,
  change: Measure['change'],
  { unit }: Measure,
  words: string,
): string => {
  const per = unit?.per.map(({ base }) => base) ?? []
  return [kind, change, kind === 'share' ? rateOf(words).slice(-2) : '', unit?.base, ...per].join('/')
}

/** Whether a number is planned for the year, and of one thing: two stretches of time may be of anything, but for those a week or a person. */
const isKnown = ({ kind, each, standing, horizon }: Promised): boolean =>
  (KINDS.has(kind) || (kind === 'time' && each !== undefined)) &&
  standing === 'planned' &&
  horizon === undefined

const mayBeOne = (promise: Promised, candidate: Candidate, doOthersAgree: boolean): boolean => {
  const { measure, each } = promise
  if (each !== candidate.each || promise.part !== candidate.part || isOfOtherChange(promise, candidate))
    return false
  const turned = haveTurnedDigits(measure, candidate.target.measure)
  const ratio = ratioOf(measure, candidate.target.measure)
  if (ratio === undefined || (ratio > 2 && !turned)) return false
  const said = `${promise.phrase} ${promise.clause}`
  // 对两所监狱、一所未管所: another one is counted that isn't read as a number.
  if (said.includes(`${ONE}${measure.unit?.printed}`)) return false
  if (areOpposed(promise.phrase, candidate.name) || areOpposed(said, candidate.name)) return false
  const narrowing = narrowingIn(said)
  if (!narrowingIn(candidate.name).every((word) => narrowing.includes(word))) return false
  const isSpecific = measure.unit !== undefined && !isGeneric(measure.unit)
  const least = turned || doOthersAgree ? TURNED : isSpecific ? OF_SORT : OF_ANYTHING
  return saysInOtherWords(said, candidate, isSpecific, least)
}

/** `said`: the words around the number; `isSpecific`: whether things of one sort alone are counted in its unit. */
const saysInOtherWords = (
  said: string,
  { name, target }: Candidate,
  isSpecific: boolean,
  least: number,
): boolean => {
  const characters = new Set([...streamOf(said).codes, ...[...said].map((c) => c.charCodeAt(0))])
  const own = withoutCounter(name, target.measure.unit?.printed ?? '').replace(SHORTHAND, '')
  const { codes, actions } = streamOf(own)
  const of = (isAction: number): readonly number[] => [
    ...new Set(codes.filter((code, k) => code !== 0 && !COUNTED_CODES.has(code) && actions[k] === isAction)),
  ]
  const countSaid = (list: readonly number[]): number => list.filter((code) => characters.has(code)).length
  const [things, done] = [of(0), of(1)]
  const [saidThings, saidDone] = [countSaid(things), countSaid(done)]
  if (!isSpecific && done.length > 0 && saidDone === 0) return false
  if (saidThings < 2 && !(saidDone > 0 && 2 * saidThings >= things.length)) return false
  const doesAll = done.length > 0 && saidDone === done.length
  return saidThings >= (doesAll ? TURNED : least) * things.length
}
