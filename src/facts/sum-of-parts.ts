import { type Decimal, sum } from '../model/decimal.ts'
import type { Measure } from '../model/measure.ts'
import { baseValue } from '../model/unit.ts'
import { rememberFor } from '../remember.ts'
import { OF_WHICH } from '../vocabulary/goal-words.ts'
import { SEVERALLY } from '../vocabulary/price-words.ts'
import type { Candidate, Match, Matching } from './matching.ts'
import { pairsAround, pairsNamed } from './own-pairs.ts'
import type { Promised } from './promises.ts'
import { unitRelation } from './unit-relation.ts'

/** What makes up the other side of a match together with one side of it; one of the lists is empty. */
export interface SumOfParts {
  /** 教师100人、学生200人 of a goal, whose one indicator is 300人. */
  readonly promises: readonly Promised[]
  /** Indicators of parts, whose sum the goal promises. */
  readonly candidates: readonly Candidate[]
}

/** The parts that the two unequal numbers of a match are explained by, if there are any. */
export const sumOfParts = (match: Match, matching: Matching): SumOfParts | undefined => {
  const { promise, candidate } = match
  const whole = promise.measure.unit
  const isLike = ({ unit, change }: Measure): boolean =>
    unitRelation(unit, whole) !== 'different' && change === undefined
  // 企业30家、合作社50个 come to 80家; 24份 and the 48处 of another sentence to nothing.
  const isBeside = (other: Promised): boolean =>
    isLike(other.measure) &&
    (unitRelation(other.measure.unit, candidate.target.measure.unit) === 'same' ||
      other.sentence.from === promise.sentence.from)
  const settled = settledIn(matching)
  const inGoal = matching.promises.filter(
    (other) => other !== promise && other.goal === promise.goal && isBeside(other) && !settled.has(other),
  )
  const isOfTheSame = createIsOfTheSame(match, matching)
  const isFree = (other: Candidate): boolean => {
    const own = settled.get(other)
    return own === undefined || isPartOf(own, promise, matching)
  }
  const alike = matching.candidates.filter(
    (other) =>
      other !== candidate &&
      other.categoryId === candidate.categoryId &&
      isLike(other.target.measure) &&
      isFree(other),
  )
  const inCategory = alike.filter(isOfTheSame)
  const goal = baseValue(promise.measure)
  const indicator = baseValue(candidate.target.measure)
  const promises = addingUp(inGoal, ({ measure }) => baseValue(measure), goal, indicator)
  if (promises !== undefined) return { promises: [promise, ...promises], candidates: [] }
  const numberOf = ({ target }: Candidate): Decimal => baseValue(target.measure)
  // 政府繁育田850亩 and 企业基地400亩 of 1250亩: all that there is in the unit.
  const inUnit = alike.filter(({ target }) => target.measure.unit?.base === whole?.base)
  const isAll = inUnit.length > 0 && sum([candidate, ...inUnit].map(numberOf)).eq(goal)
  const candidates = addingUp(inCategory, numberOf, indicator, goal) ?? (isAll ? inUnit : undefined)
  return candidates === undefined ? undefined : { promises: [], candidates: [candidate, ...candidates] }
}

/**
 * What has a partner of its own that it agrees with, by the promise of the two. It is no part of something else, unless the
 * goal says so: 30场,其中线上12场.
 */
const settledIn = rememberFor(
  ({ matches }: Matching): ReadonlyMap<Promised | Candidate, Promised> =>
    new Map(
      matches
        .filter(({ promise, candidate }) =>
          baseValue(promise.measure).eq(baseValue(candidate.target.measure)),
        )
        .flatMap(({ promise, candidate }): [Promised | Candidate, Promised][] => [
          [promise, promise],
          [candidate, promise],
        ]),
    ),
)

/** Whether the goal says that one number is a part of the other: 9.5万亩,其中甲县6万亩、乙县3.5万亩, 2台(甲型1台、乙型1台), 2台,甲型、乙型各1台. */
const isPartOf = (part: Promised, whole: Promised, { promises }: Matching): boolean =>
  isInBracketsBehind(part, whole) ||
  isOfEachBehind(part, whole) ||
  promises.some(
    (first) =>
      first.goal === whole.goal &&
      part.goal === whole.goal &&
      first.before.from >= whole.behind.from &&
      part.before.from >= first.before.from &&
      OF_WHICH.test(first.preceding),
  )

const isOfEachBehind = (part: Promised, whole: Promised): boolean =>
  part.eaches.includes(SEVERALLY) &&
  part.goal === whole.goal &&
  part.sentence.from === whole.sentence.from &&
  part.before.from >= whole.behind.from

const isInBracketsBehind = ({ goal, measure }: Promised, whole: Promised): boolean => {
  const [from, to] = [whole.measure.text.endIn(whole.goal.text), measure.text.offsetIn(goal.text)]
  return goal === whole.goal && from < to && /^\s*\([^()]*$/.test(goal.text.folded.slice(from, to))
}

/** Whether an indicator may be a part of what a goal promises: it shares words with the number or with the indicator of it. */
const createIsOfTheSame = ({ promise, candidate }: Match, matching: Matching) => {
  const { scores, promises } = matching
  const row = scores[promises.indexOf(promise)]
  const [said, named] = [pairsAround(promise), pairsNamed(candidate)]
  const placeOf = placesIn(matching)
  return (other: Candidate): boolean =>
    (row?.[placeOf.get(other) ?? -1] ?? 0) > 0 ||
    [...pairsNamed(other)].some((pair) => said.has(pair) || named.has(pair))
}

const placesIn = rememberFor(
  ({ candidates }: Matching): ReadonlyMap<Candidate, number> =>
    new Map(candidates.map((candidate, j) => [candidate, j])),
)

/** More than these are not tried. */
const MOST_PARTS = 10

/** Those of `others` that come to `whole` together with `part`; all numbers are positive. */
const addingUp = <Item>(
  others: readonly Item[],
  numberOf: (item: Item) => Decimal,
  part: Decimal,
  whole: Decimal,
): readonly Item[] | undefined =>
  part.gte(whole) ? undefined : subsetOf(others.slice(0, MOST_PARTS), numberOf, whole.minus(part))

/** Two items or more that come to `whole`. */
export const partsOf = <Item>(
  items: readonly Item[],
  numberOf: (item: Item) => Decimal,
  whole: Decimal,
): readonly Item[] | undefined => {
  const parts = items.filter((item) => numberOf(item).lt(whole)).slice(0, MOST_PARTS)
  return subsetOf(parts, numberOf, whole)
}

const subsetOf = <Item>(
  items: readonly Item[],
  numberOf: (item: Item) => Decimal,
  rest: Decimal,
): readonly Item[] | undefined => {
  if (rest.isZero()) return []
  for (const [i, item] of items.entries()) {
    const number = numberOf(item)
    if (number.lte(0) || number.gt(rest)) continue
    const more = subsetOf(items.slice(i + 1), numberOf, rest.minus(number))
    if (more !== undefined) return [item, ...more]
  }
  return undefined
}
