import { sideOf } from '../model/comparator.ts'
import { type Decimal, sum } from '../model/decimal.ts'
import { baseValue } from '../model/unit.ts'
import { CUMULATIVE, ORDINAL, PARTS_OF_A_YEAR, SEVERAL_EACH } from '../vocabulary/goal-words.ts'
import type { Match, Matching } from './matching.ts'
import { ownWords } from './named-behind.ts'
import { type Promised, statementOf } from './promises.ts'
import { pairsOf } from './words.ts'

/** What the numbers of a goal for the parts of a year come to. */
export interface YearOfParts {
  readonly promises: readonly Promised[]
  /** In base units. */
  readonly value: Decimal
}

/**
 * 上半年改造24所,下半年改造32所 make 56所: the numbers of a sentence for all parts of the year, where one of them was given the only
 * indicator in its unit and that is for all of it. The later ones may say nothing that the first doesn't: 上半年招聘110名,下半年培训200名
 * are two things.
 */
export const yearOfParts = ({ promise, candidate }: Match, matching: Matching): YearOfParts | undefined => {
  if (promise.part === undefined || candidate.eaches.length > 0 || candidate.columns !== undefined)
    return undefined
  const base = promise.measure.unit?.base
  const others = matching.candidates.filter(({ target }) => target.measure.unit?.base === base)
  if (base === undefined || others.length > 1 || candidate.part !== undefined) return undefined
  const promises = matching.promises.filter(
    (one) => one.goal === promise.goal && one.measure.unit?.base === base,
  )
  const named = promises.map(({ part }) => part?.replace(ORDINAL, ''))
  const [first, ...later] = promises
  const said = pairsOf(first === undefined ? '' : statementOf(first))
  const isOfOneYear =
    PARTS_OF_A_YEAR.some(
      (parts) => parts.length === named.length && parts.every((part, i) => part === named[i]),
    ) &&
    promises.every((one) => one.sentence.from === promise.sentence.from && isPlain(one)) &&
    later.every((one) => [...pairsOf(ownWords(one))].every((pair) => said.has(pair)))
  return isOfOneYear ? { promises, value: sum(promises.map(({ measure }) => baseValue(measure))) } : undefined
}

/** Whether a number is that of its part of the year alone, no limit, and neither rough nor of each of several. */
const isPlain = (promise: Promised): boolean => {
  const { measure, standing, eaches, horizon, kind } = promise
  return (
    kind === 'count' &&
    standing === 'planned' &&
    eaches.length === 0 &&
    horizon === undefined &&
    sideOf(measure.comparator?.sign) >= 0 &&
    measure.upperNumeral === undefined &&
    !measure.approximate &&
    !CUMULATIVE.test(statementOf(promise)) &&
    !SEVERAL_EACH.test(statementOf(promise))
  )
}
