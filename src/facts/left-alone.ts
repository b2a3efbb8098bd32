import { matchesIn } from '../collect.ts'
import type { Measure, Unit } from '../model/measure.ts'
import { ACRONYM, COUNTED_CODES, ONE, RATE_OR_SHARE } from '../vocabulary/goal-words.ts'
import { TIMES } from '../vocabulary/price-words.ts'
import { haveTurnedDigits, ratioOf, sureFrom } from './match-values.ts'
import type { Candidate } from './matching.ts'
import { withoutCounter } from './named.ts'
import type { MeasureKind, Promised } from './promises.ts'
import { areOpposed, narrowingIn, sameAs, streamOf } from './words.ts'

/** How much of what a name is about the goal says, in characters: where the same digits are turned, in units of one sort, and in units of anything. */
const [TURNED, OF_SORT, OF_ANYTHING] = [0.5, 0.6, 0.66]

/** Dimensions of units that very different things are counted in. */
const GENERIC: ReadonlySet<string> = new Set([
  'people',
  'attendances',
  'count',
  'share',
  'households',
  'money',
])

const KINDS: ReadonlySet<MeasureKind> = new Set(['count', 'share', 'money'])

/**
 * Numbers and indicators that are the only ones left in their unit once all others have found each other are sure of each other by
 * less: by characters in place of words, where they are about as great (编纂出版年鉴600册 and 年鉴印制数量 500册). Raises their scores.
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
  const open = new Map<string, { promises: number[]; candidates: number[] }>()
  const at = (key: string): { promises: number[]; candidates: number[] } => {
    const known = open.get(key) ?? { promises: [], candidates: [] }
    open.set(key, known)
    return known
  }
  const taken = new Set(chosen.filter((j, i) => isSure(i, j)))
  for (const [i, promise] of promises.entries())
    if (!isSure(i, chosen[i] ?? -1))
      at(keyOf(promise.kind, promise.change, promise.measure, promise.phrase)).promises.push(i)
  for (const [j, candidate] of candidates.entries())
    if (!taken.has(j))
      at(keyOf(candidate.kind, candidate.change, candidate.target.measure, candidate.name)).candidates.push(j)
  let isLifted = false
  for (const { promises: numbers, candidates: indicators } of open.values()) {
    const [i = -1] = numbers
    const [j = -1] = indicators
    const [promise, candidate] = [promises[i], candidates[j]]
    if (numbers.length !== 1 || indicators.length !== 1 || promise === undefined || candidate === undefined)
      continue
    if (!mayBeOne(promise, candidate)) continue
    const row = scores[i] as Float64Array
    row[j] = Math.max(row[j] as number, sureFrom(promise.kind))
    isLifted = true
  }
  return isLifted
}

/** What only like numbers have in common: kind, unit and direction, of shares the rate. */
const keyOf = (kind: MeasureKind, change: Measure['change'], { unit }: Measure, words: string): string => {
  const per = unit?.per.map(({ base }) => base) ?? []
  return [kind, change, kind === 'share' ? rateIn(words) : '', unit?.base, ...per].join('/')
}

/** The last rate that words name, in its last three characters, whichever of its names they use. */
const rateIn = (words: string): string => {
  const rate = matchesIn(words, RATE_OR_SHARE).at(-1)?.[0] ?? ''
  for (let from = 0; rate.length - from > 1; from += 1) {
    const end = rate.slice(from)
    if (sameAs(end) !== end) return sameAs(end).slice(-3)
  }
  return rate.slice(-3)
}

const mayBeOne = (promise: Promised, candidate: Candidate): boolean => {
  const { kind, measure, each, standing, horizon } = promise
  if (!KINDS.has(kind) || promise.reckoned !== undefined || standing !== 'planned' || horizon !== undefined)
    return false
  if (each !== candidate.each || promise.part !== candidate.part) return false
  const turned = haveTurnedDigits(measure, candidate.target.measure)
  const ratio = ratioOf(measure, candidate.target.measure)
  if (ratio === undefined || (ratio > 2 && !turned)) return false
  const said = `${promise.phrase} ${promise.clause}`
  // 对两所监狱、一所未管所: one more is counted than is read as a number.
  if (said.includes(`${ONE}${measure.unit?.printed}`)) return false
  if (areOpposed(promise.phrase, candidate.name) || areOpposed(said, candidate.name)) return false
  const narrowing = narrowingIn(said)
  if (!narrowingIn(candidate.name).every((word) => narrowing.includes(word))) return false
  const least = turned ? TURNED : isGeneric(measure.unit) ? OF_ANYTHING : OF_SORT
  return saysInOtherWords(promise, candidate, least)
}

const isGeneric = (unit: Unit | undefined): boolean =>
  unit === undefined || GENERIC.has(unit.dimension) || unit.base === TIMES

const saysInOtherWords = (promise: Promised, { name, target }: Candidate, least: number): boolean => {
  const { unit } = target.measure
  const words = `${promise.phrase} ${promise.clause}`
  const said = new Set([...streamOf(words).codes, ...[...words].map((c) => c.charCodeAt(0))])
  const { codes, actions } = streamOf(withoutCounter(name, unit?.printed ?? '').replace(ACRONYM, ''))
  const of = (isAction: number): readonly number[] => [
    ...new Set(codes.filter((code, k) => code !== 0 && !COUNTED_CODES.has(code) && actions[k] === isAction)),
  ]
  const [things, done] = [of(0), of(1)]
  const [saidThings, saidDone] = [things, done].map(
    (list) => list.filter((code) => said.has(code)).length,
  ) as [number, number]
  const isDone = done.length === 0 || saidDone > 0
  if (isGeneric(promise.measure.unit) && !isDone) return false
  if (saidThings < 2 && !(saidDone > 0 && 2 * saidThings >= things.length)) return false
  return saidThings >= least * things.length
}
