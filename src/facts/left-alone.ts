import { collect, groupBy } from '../collect.ts'
import { isExact } from '../model/interval.ts'
import type { Measure } from '../model/measure.ts'
import { baseValue } from '../model/unit.ts'
import { COUNTED_CODES, ONE, SATISFIED, SHORTHAND, SIZE_AT_END } from '../vocabulary/goal-words.ts'
import { isNamed } from '../vocabulary/name-classes.ts'
import { haveTurnedDigits, isGeneric, ratioOf, slipBetween, sureFrom } from './match-values.ts'
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

/** So many other pairs must agree to show that the indicators follow the goal; otherwise the last number left may be of anything. */
const LEAST_AGREED = 2

const KINDS: ReadonlySet<MeasureKind> = new Set(['count', 'share', 'money'])

/**
 * Where one indicator of a unit is left once all others have been matched, those with an equal number included, it needs less in common
 * with a number that is left: characters instead of words, if their values are close (编纂出版年鉴600册 and 年鉴印制数量 500册), and fewer
 * characters where one looks like a slip of the other (76支 and 67支). Raises the scores of such pairs.
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
  const taken = new Set(chosen.filter((j, i) => isSure(i, j)))
  const numbers = groupBy(
    [...promises.keys()].filter((i) => promises[i]?.reckoned === undefined && !isSure(i, chosen[i] ?? -1)),
    (i) => keyOf(promises[i] as Promised),
  )
  if (numbers.size === 0) return false
  const kinds = new Set([...numbers.values()].map(([i]) => promises[i]?.kind))
  const indicators = groupBy(
    [...candidates.keys()].filter((j) => kinds.has(candidates[j]?.kind) && !taken.has(j)),
    (j) => keyOfIndicator(candidates[j] as Candidate),
  )
  const agreed = collect(chosen.entries(), ([i, j]) => {
    const [promise, candidate] = [promises[i], candidates[j]]
    if (promise === undefined || candidate === undefined || !isSure(i, j)) return undefined
    return ratioOf(promise.measure, candidate.target.measure) === 1 ? keyOf(promise) : undefined
  })
  const agreeing = new Set(agreed)
  let isLifted = false
  for (const [key, left] of numbers) {
    const { said, indicator: j } = withoutEqual(left, indicators.get(key) ?? [], promises, candidates)
    if (j === undefined) continue
    const candidate = candidates[j] as Candidate
    const known = said.filter((i) => isPlanned(promises[i] as Promised))
    const isAlone = said.length === 1
    const fitting = known.filter((i) => {
      const promise = promises[i] as Promised
      return (
        (isAlone && isKnown(promise) && mayBeOne(promise, candidate, agreeing.has(key))) ||
        (agreed.length >= LEAST_AGREED && mayBeSlip(promise, candidate, isAlone)) ||
        (agreed.length > 0 && isAlone && isOnlyOfEach(promise, candidate))
      )
    })
    const [i, ...others] = fitting
    if (i === undefined || others.length > 0) continue
    const row = scores[i] as Float64Array
    row[j] = Math.max(row[j] as number, sureFrom((promises[i] as Promised).kind))
    isLifted = true
  }
  return isLifted
}

/** What is left in one unit without the numbers that indicators agree with, and the only indicator that agrees with none. */
const withoutEqual = (
  left: readonly number[],
  indicators: readonly number[],
  promises: readonly Promised[],
  candidates: readonly Candidate[],
): { readonly said: readonly number[]; readonly indicator: number | undefined } => {
  const areEqual = (i: number, j: number): boolean =>
    baseValue((promises[i] as Promised).measure).eq(baseValue((candidates[j] as Candidate).target.measure))
  // The only number and the only indicator may well be equal.
  if (left.length === 1 && indicators.length === 1) return { said: left, indicator: indicators[0] }
  const said = left.filter((i) => !indicators.some((j) => areEqual(i, j)))
  const [indicator, ...others] = indicators.filter((j) => !left.some((i) => areEqual(i, j)))
  return { said, indicator: others.length === 0 ? indicator : undefined }
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

const isPlanned = ({ standing, horizon }: Promised): boolean =>
  standing === 'planned' && horizon === undefined

/** Whether a number is of one thing: two stretches of time may be of anything, but for those a week or a person. */
const isKnown = ({ kind, each }: Promised): boolean =>
  KINDS.has(kind) || (kind === 'time' && each !== undefined)

const mayBeOne = (promise: Promised, candidate: Candidate, doOthersAgree: boolean): boolean => {
  const { measure } = promise
  const turned = haveTurnedDigits(measure, candidate.target.measure)
  const ratio = ratioOf(measure, candidate.target.measure)
  if (ratio === undefined || (ratio > 2 && !turned) || isOfAnother(promise, candidate)) return false
  const isSpecific = measure.unit !== undefined && !isGeneric(measure.unit)
  const least = turned || doOthersAgree ? TURNED : isSpecific ? OF_SORT : OF_ANYTHING
  return saysInOtherWords(wordsAround(promise), candidate, isSpecific, least)
}

/**
 * Whether a number looks like that of the indicator with a slip, and they have as much in common as the slip leaves open:
 * digits in another order or with another point are rarely chance, a single other digit often is. `isAlone`: no other number of the unit is left.
 */
const mayBeSlip = (promise: Promised, candidate: Candidate, isAlone: boolean): boolean => {
  const slip = promise.kind === 'time' ? undefined : slipBetween(promise.measure, candidate.target.measure)
  if (slip === undefined || isOfAnother(promise, candidate)) return false
  const isOfSatisfaction = isNamed(candidate.name, 'about-satisfaction')
  if (isOfSatisfaction !== promise.phrase.includes(SATISFIED)) return false
  const near = countShared(promise.phrase, candidate) + (isOfSatisfaction ? 1 : 0)
  if (slip === 'digit') return near > 1 && (isAlone || promise.kind !== 'share')
  const around = countShared(wordsAround(promise), candidate)
  return around > 0 && (isAlone || slip === 'order')
}

/**
 * 伙食每人每天40元 and 膳食标准35元/人·天, 每月2次取样 and 采样频次 每月1次: nothing else is paid for one of that, or done so often. A rate
 * for each of something is another one mostly.
 */
const isOnlyOfEach = (promise: Promised, candidate: Candidate): boolean => {
  const { kind, each, measure } = promise
  const isPrice = kind === 'price' && (measure.unit?.per.length ?? 0) > 0
  if (!isPrice && (kind !== 'count' || each === undefined)) return false
  const ratio = ratioOf(measure, candidate.target.measure)
  const [most, least] = isPrice ? [1.5, 1] : [3, 2]
  return (
    ratio !== undefined &&
    ratio <= most &&
    isExact(measure) &&
    !isOfAnother(promise, candidate) &&
    countShared(promise.phrase, candidate) >= least
  )
}

/** Whether a number and an indicator that share a unit are told to be of two things. */
const isOfAnother = (promise: Promised, candidate: Candidate): boolean => {
  // What a price is for is in its unit.
  if (promise.kind !== 'price' && promise.each !== candidate.each) return true
  if (promise.part !== candidate.part || isOfOtherChange(promise, candidate)) return true
  const said = wordsAround(promise)
  // 对两所监狱、一所未管所: another one is counted that isn't read as a number.
  if (said.includes(`${ONE}${promise.measure.unit?.printed}`)) return true
  if (areOpposed(promise.phrase, candidate.name) || areOpposed(said, candidate.name)) return true
  const narrowing = narrowingIn(said)
  return !narrowingIn(candidate.name).every((word) => narrowing.includes(word))
}

const wordsAround = ({ phrase, clause }: Promised): string => `${phrase} ${clause}`

/** What a name is about, without what it is counted in. */
const ownName = ({ name, target }: Candidate): string =>
  withoutCounter(name, target.measure.unit?.printed ?? '').replace(SHORTHAND, '')

/** How much of a name words say: the characters of what it is about, and of what is done. */
interface Said {
  readonly things: number
  readonly done: number
  readonly saidThings: number
  readonly saidDone: number
}

const saidOf = (said: string, own: string): Said => {
  const characters = new Set([...streamOf(said).codes, ...[...said].map((c) => c.charCodeAt(0))])
  const { codes, actions } = streamOf(own)
  const of = (isAction: number): readonly number[] => [
    ...new Set(codes.filter((code, k) => code !== 0 && !COUNTED_CODES.has(code) && actions[k] === isAction)),
  ]
  const countSaid = (list: readonly number[]): number => list.filter((code) => characters.has(code)).length
  const [things, done] = [of(0), of(1)]
  return {
    things: things.length,
    done: done.length,
    saidThings: countSaid(things),
    saidDone: countSaid(done),
  }
}

/** How many characters of a name words say, where that is half of what it is about, and something of what is done. */
const countShared = (said: string, candidate: Candidate): number => {
  const { things, done, saidThings, saidDone } = saidOf(said, ownName(candidate).replace(SIZE_AT_END, ''))
  return (done > 0 && saidDone === 0) || 2 * saidThings < things ? 0 : saidThings + saidDone
}

/** `said`: the words around the number; `isSpecific`: whether things of one sort alone are counted in its unit. */
const saysInOtherWords = (
  said: string,
  candidate: Candidate,
  isSpecific: boolean,
  least: number,
): boolean => {
  const { things, done, saidThings, saidDone } = saidOf(said, ownName(candidate))
  if (!isSpecific && done > 0 && saidDone === 0) return false
  if (saidThings < 2 && !(saidDone > 0 && 2 * saidThings >= things)) return false
  const doesAll = done > 0 && saidDone === done
  return saidThings >= (doesAll ? TURNED : least) * things
}
