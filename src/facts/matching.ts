import { collect } from '../collect.ts'
import type { Decimal } from '../model/decimal.ts'
import type { MeasuredTarget, Project, Target } from '../model/disclosure.ts'
import type { Measure } from '../model/measure.ts'
import { baseValue } from '../model/unit.ts'
import { indicatorsOf, type PlacedIndicator, rememberForProject } from '../model/walk.ts'
import { rememberFor } from '../remember.ts'
import { changeNamed } from '../vocabulary/comparators.ts'
import { OF_BOTH } from '../vocabulary/goal-words.ts'
import { isNamed } from '../vocabulary/name-classes.ts'
import { assign } from './assignment.ts'
import { isSpendingCategory } from './costs.ts'
import { type DistrictSum, districtSums } from './district-sums.ts'
import { inAllOf, withoutEach } from './in-all.ts'
import { liftLeftAlone } from './left-alone.ts'
import { Scorer } from './match-score.ts'
import { valueScoreOf } from './match-values.ts'
import { isNamedBehind, isOfThisYearBehind } from './named-behind.ts'
import { kindOf, type MeasureKind, type Promised, promisesOf } from './promises.ts'
import { reckonedOf } from './reckoned.ts'
import { eachesOf, partOfYear } from './terms.ts'
import { isWholeColumn } from './whole-target.ts'

/** An indicator with a number, as a candidate for what a goal promises. */
export interface Candidate extends PlacedIndicator {
  readonly target: MeasuredTarget
  /** Folded, without the blanks inside words. */
  readonly name: string
  readonly kind: MeasureKind
  /** 每月…次数: what it is the number for one of. */
  readonly each: string | undefined
  /** All of them, for prices: 每人每天. */
  readonly eaches: readonly string[]
  /** 上半年: the part of the year that it is for. */
  readonly part: string | undefined
  /** Whether it is a change (下降率, 较上年提高5%) and no level. */
  readonly change: Measure['change']
  /** What each of several districts has, where the target is what they come to; in base units. */
  readonly columns: readonly Decimal[] | undefined
}

/** A promised number and the indicator that measures it. */
export interface Match {
  readonly promise: Promised
  readonly candidate: Candidate
  /** 0 to 1; how sure it is that both speak of the same thing. */
  readonly score: number
  /** Words that both have, the reason for the match. */
  readonly shared: readonly string[]
}

/** The goals of a project compared with its indicators. */
export interface Matching {
  readonly promises: readonly Promised[]
  readonly candidates: readonly Candidate[]
  readonly matches: readonly Match[]
  /** What has no partner. */
  readonly freePromises: readonly Promised[]
  readonly freeCandidates: readonly Candidate[]
  /** How many numbers and indicators there are, where they are too many to be compared. */
  readonly tooMany: { readonly numbers: number; readonly indicators: number } | undefined
  /** How much each promise, and behind them each number that follows from them, and each candidate speak of the same thing. */
  readonly scores: readonly Float64Array[]
}

/** A number without a partner. */
export interface Alone<Item, Other> {
  readonly item: Item
  /**
   * `other-kind`: all numbers on the other side are of another kind (a price, a share); `unlike`: none
   * shares words and a unit with it; `doubtful`: the nearest is below the threshold; `taken`: the
   * nearest belongs to something else.
   */
  readonly why: 'other-kind' | 'unlike' | 'doubtful' | 'taken'
  /** The other side's number that comes nearest, unless nothing does. */
  readonly nearest: { readonly item: Other; readonly score: number } | undefined
}

/** From this score on a pair is taken to speak of the same thing. */
export const MATCH_THRESHOLD = 0.26

/** Each number is weighed with each indicator: more pairs than these take too long, and no project has them. */
const MOST_PAIRS = 500_000

/**
 * Finds for each number that the goals of a project promise the indicator that measures it: by the
 * words around it, rare ones counting most, by unit and kind, one to one over the whole project.
 * Never by the number alone: an equal value only adds to what the words say.
 */
export const matchGoals = rememberForProject(
  (project: Project): Matching => matchPromises(project, promisesOf(project)),
)

/** The same with other promises than the goals of the project state. */
export const matchPromises = (project: Project, stated: readonly Promised[]): Matching => {
  const placed = indicatorsOf(project)
  const candidates = collect([...placed, ...districtSums(placed)], candidateOf)
  const isTooMany = stated.length * candidates.length > MOST_PAIRS
  // What follows from the printed numbers stands behind them.
  const promises = isTooMany ? [] : [...stated, ...reckonedOf(project)]
  if (promises.length === 0)
    return {
      ...NOTHING_SAID,
      candidates,
      freeCandidates: candidates,
      tooMany: isTooMany ? { numbers: stated.length, indicators: candidates.length } : undefined,
    }
  const scorer = new Scorer(promises, candidates, placed)
  const scores = promises.map((promise) => scorer.scoresOf(promise))
  const chosenOf = createChosenOf(promises, candidates)
  const first = chosenOf(scores)
  const settled = settle(scores, first, promises, candidates, scorer) ? chosenOf(scores) : first
  const seated = reseat(scores, settled, promises, candidates, chosenOf)
  const chosen = liftLeftAlone(scores, seated, promises, candidates) ? chosenOf(scores) : seated
  const isSaidAgain = createIsSaidAgain(promises, candidates, scores, chosen)
  const matches: Match[] = []
  for (const [i, promise] of promises.entries()) {
    const j = chosen[i] ?? -1
    const candidate = candidates[j]
    if (candidate === undefined || isSaidAgain(i)) continue
    const shared = scorer.sharedWords(promise, candidate, j)
    matches.push({ promise, candidate, score: scores[i]?.[j] ?? 0, shared })
  }
  matches.push(...furtherRates(promises, candidates, scores, chosen, scorer))
  const paired = new Set<Promised | Candidate>()
  for (const { promise, candidate } of matches) paired.add(promise).add(candidate)
  // What another number follows from is measured by that.
  const followed = new Set(
    matches.flatMap(({ promise, candidate }) => [
      ...(promise.reckoned?.from ?? []),
      ...(inAllOf(promise, candidate)?.isExact === true
        ? [...promise.counts.values()].map(({ text }) => text)
        : []),
    ]),
  )
  return {
    promises: stated,
    candidates,
    matches,
    freePromises: stated.filter((one) => !paired.has(one) && !followed.has(one.measure.text)),
    freeCandidates: candidates.filter((candidate) => !paired.has(candidate)),
    tooMany: undefined,
    scores,
  }
}

const NOTHING_SAID = { promises: [], matches: [], freePromises: [], scores: [] }

/** Why a promise has no partner among the indicators. */
export const whyPromiseIsAlone = (
  item: Promised,
  { promises, candidates, scores }: Matching,
): Alone<Promised, Candidate> => aloneOf(item, candidates, scores[promises.indexOf(item)] ?? NO_SCORES)

const NO_SCORES = new Float64Array()

/** Why an indicator with a number has no partner among the promises. */
export const whyCandidateIsAlone = (
  item: Candidate,
  { promises, candidates, scores }: Matching,
): Alone<Candidate, Promised> => {
  const j = candidates.indexOf(item)
  return aloneOf(
    item,
    promises,
    Float64Array.from(promises, (_, i) => scores[i]?.[j] ?? 0),
  )
}

/** From this score on a pair with equal numbers is settled. */
const SETTLED = 0.5

/**
 * Chooses for each promise its indicator. 新认定高企35家,其中规上企业15家 beside 新认定高企 35家 and 高企复审通过 28家: a pair with
 * equal numbers that no other number or indicator fits better isn't parted for the sake of two others.
 */
const createChosenOf =
  (promises: readonly Promised[], candidates: readonly Candidate[]) =>
  (scores: readonly Float64Array[]): readonly number[] => {
    /** By the number of a promise, that of its candidate. */
    const kept = new Map<number, number>()
    for (const [i, row] of scores.entries()) {
      const j = bestOf(row)
      const [promise, candidate, score] = [promises[i], candidates[j], row[j] ?? 0]
      if (promise === undefined || candidate === undefined || score < SETTLED) continue
      const areEqual = baseValue(promise.measure).eq(baseValue(candidate.target.measure))
      if (areEqual && scores.every((other) => (other[j] as number) <= score)) kept.set(i, j)
    }
    if (kept.size === 0) return assign(scores, MATCH_THRESHOLD)
    const taken = new Set(kept.values())
    const isLeft = (i: number, j: number): boolean => (kept.has(i) ? kept.get(i) === j : !taken.has(j))
    const left = scores.map((row, i) => row.map((score, j) => (isLeft(i, j) ? score : 0)))
    return assign(left, MATCH_THRESHOLD)
  }

/**
 * Pairs that say the same number in the same words are out of the question; what is left is weighed
 * anew, since it may be alone in its unit then. Changes `scores`, and tells whether it did.
 */
const settle = (
  scores: readonly Float64Array[],
  chosen: readonly number[],
  promises: readonly Promised[],
  candidates: readonly Candidate[],
  scorer: Scorer,
): boolean => {
  const isSettled = promises.map((promise, i) => {
    const j = chosen[i] ?? -1
    const measure = candidates[j]?.target.measure
    return (
      measure !== undefined &&
      (scores[i]?.[j] ?? 0) >= SETTLED &&
      baseValue(promise.measure).eq(baseValue(measure))
    )
  })
  if (!isSettled.includes(true)) return false
  // The same number said again.
  const settled = new Set(promises.filter((_, i) => isSettled[i]).map(numberOf))
  for (const [i, promise] of promises.entries()) isSettled[i] ||= settled.has(numberOf(promise))
  if (!chosen.some((j, i) => j >= 0 && !isSettled[i])) return false
  const taken = new Set(chosen.filter((_, i) => isSettled[i]))
  scorer.leave(
    promises.filter((_, i) => !isSettled[i]),
    candidates.filter((_, j) => !taken.has(j)),
  )
  for (const [i, promise] of promises.entries()) {
    const row = scores[i]
    if (row === undefined || isSettled[i] || promise.kind !== 'count') continue
    for (const [j, score] of scorer.scoresOf(promise).entries())
      if (!taken.has(j)) row[j] = Math.max(row[j] as number, score)
  }
  return true
}

/**
 * 改造187户,其中C级102户: an indicator that the goal names only behind the number it was given gets another number in its unit, if
 * that may be its own; so does 每日2次 that was given 年检2次, where the goal says 每日4次. Changes `scores` of such pairs.
 */
const reseat = (
  scores: readonly Float64Array[],
  chosen: readonly number[],
  promises: readonly Promised[],
  candidates: readonly Candidate[],
  chosenOf: (scores: readonly Float64Array[]) => readonly number[],
): readonly number[] => {
  const behind = collect(chosen.entries(), ([i, j]) => {
    const [promise, candidate] = [promises[i], candidates[j]]
    if (promise === undefined || candidate === undefined) return undefined
    const isEqual = baseValue(promise.measure).eq(baseValue(candidate.target.measure))
    const pair = { promise, candidate }
    return (!isEqual && (isNamedBehind(pair) || isOfThisYearBehind(pair))) ||
      isOfOtherEach(i, j, scores, promises, candidates)
      ? { i, j, score: scores[i]?.[j] ?? 0 }
      : undefined
  })
  if (behind.length === 0) return chosen
  for (const { i, j } of behind) (scores[i] as Float64Array)[j] = 0
  const again = chosenOf(scores)
  // Without another number in its unit the pair stays one, though a doubtful one.
  const kept = behind.filter(({ j }) => {
    const [promise, candidate] = [promises[again.indexOf(j)], candidates[j]]
    return promise?.measure.unit?.base !== candidate?.target.measure.unit?.base
  })
  for (const { i, j, score } of kept) (scores[i] as Float64Array)[j] = score
  return kept.length === 0 ? again : chosenOf(scores)
}

/** Whether an indicator is for each of something that its number is not for, and another number of its unit and words is. */
const isOfOtherEach = (
  i: number,
  j: number,
  scores: readonly Float64Array[],
  promises: readonly Promised[],
  candidates: readonly Candidate[],
): boolean => {
  const { each, target } = candidates[j] as Candidate
  return (
    each !== undefined &&
    promises[i]?.each !== each &&
    promises.some(
      (other, k) =>
        other.each === each &&
        other.measure.unit?.base === target.measure.unit?.base &&
        (scores[k]?.[j] ?? 0) >= SETTLED,
    )
  )
}

/** 覆盖率与有效率均达到95%: the other indicators of one number that is said of several rates. */
const furtherRates = (
  promises: readonly Promised[],
  candidates: readonly Candidate[],
  scores: readonly Float64Array[],
  chosen: readonly number[],
  scorer: Scorer,
): readonly Match[] => {
  const taken = new Set(chosen)
  return promises.flatMap((promise, i): Match[] => {
    if (promise.kind !== 'share' || !OF_BOTH.test(promise.preceding) || (chosen[i] ?? -1) < 0) return []
    return candidates.flatMap((candidate, j): Match[] => {
      const score = scores[i]?.[j] ?? 0
      const isSaid = score >= SETTLED && promise.preceding.includes(candidate.name.slice(-3))
      if (!isSaid || taken.has(j)) return []
      return [{ promise, candidate, score, shared: scorer.sharedWords(promise, candidate, j) }]
    })
  })
}

/**
 * Whether the number is that of another promise, which has the indicator that this one would have too: by its
 * words, and not by the number alone. 宫颈癌筛查2.5万人、乳腺癌筛查2.5万人 are two.
 */
const createIsSaidAgain = (
  promises: readonly Promised[],
  candidates: readonly Candidate[],
  scores: readonly Float64Array[],
  chosen: readonly number[],
): ((i: number) => boolean) => {
  const ownerOf = new Map(chosen.map((j, i) => [j, promises[i]]))
  return (i) => {
    const row = scores[i] ?? NO_SCORES
    const promise = promises[i]
    const own = chosen[i] ?? -1
    const best = bestOf(row)
    const owner = ownerOf.get(best)
    if (best === own || promise === undefined || owner === undefined) return false
    const wordsFor = (j: number): number => {
      const candidate = candidates[j]
      return candidate === undefined
        ? 0
        : (row[j] ?? 0) - valueScoreOf(promise.measure, candidate.target.measure)
    }
    return numberOf(promise) === numberOf(owner) && wordsFor(own) <= wordsFor(best)
  }
}

/** Where the first of the greatest scores stands. */
const bestOf = (scores: Float64Array): number => {
  let best = 0
  for (let j = 1; j < scores.length; j += 1) if ((scores[j] as number) > (scores[best] as number)) best = j
  return best
}

/** The same for two promises that state one number in one unit, and for no others. */
export const numberOf = rememberFor(
  ({ measure }: Promised): string => `${measure.unit?.base ?? ''} ${baseValue(measure).toString()}`,
)

const aloneOf = <Item extends { kind: MeasureKind }, Other extends { kind: MeasureKind }>(
  item: Item,
  others: readonly Other[],
  scores: Float64Array,
): Alone<Item, Other> => {
  const best = bestOf(scores)
  const score = scores[best] ?? 0
  const other = others[best]
  if (score <= 0 || other === undefined) {
    const hasKind = others.some(({ kind }) => kind === item.kind)
    return { item, why: hasKind ? 'unlike' : 'other-kind', nearest: undefined }
  }
  return { item, why: score < MATCH_THRESHOLD ? 'doubtful' : 'taken', nearest: { item: other, score } }
}

const candidateOf = (placed: PlacedIndicator | DistrictSum): Candidate | undefined => {
  const stated = measuredIn(placed.indicator.target)
  if (stated === undefined || !isWholeColumn(placed.indicator)) return undefined
  const { measure, period, others } = withoutEach(stated.measure)
  const target = measure === stated.measure ? stated : { ...stated, measure }
  const name = placed.indicator.name.meaning
  const said = eachesOf(`${name} ${target.text.folded}`)
  const behind = [...others, ...(period === undefined ? [] : [period])]
  const eaches = [...said, ...behind.filter((each) => !said.includes(each))]
  const kind = kindOf(target.measure)
  // 满意度 ≥95人 has a wrong unit, and measures nothing that is counted.
  if (kind === 'count' && target.measure.unit?.dimension !== 'points' && isNamed(name, 'rate'))
    return undefined
  const { indicator, categories, categoryId } = placed
  const mayBePrice = isSpendingCategory(categoryId) || categories.some(({ is }) => is === 'benefit')
  const isPrice = kind === 'money' && mayBePrice && isNamed(name, 'price')
  const change = target.measure.change ?? changeNamed(name)
  const part = partOfYear(name)
  return {
    indicator,
    categories,
    categoryId,
    target,
    name,
    kind: isPrice ? 'price' : kind,
    each: eaches.at(-1),
    eaches,
    part,
    change,
    columns: 'columns' in placed ? placed.columns : undefined,
  }
}

/** What a target measures: a level, or by how much an earlier one is to change. */
const measuredIn = (target: Target): MeasuredTarget | undefined => {
  if (target.kind === 'measured') return target
  const measure = target.kind === 'baseline' ? target.baseline.change : undefined
  if (measure === undefined) return undefined
  const { text, span } = target
  const printed = measure.comparator
  return {
    kind: 'measured',
    text,
    span,
    comparator: printed?.sign ?? '=',
    printedComparator: printed,
    implicit: printed === undefined,
    measure,
  }
}
