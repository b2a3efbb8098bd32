import type { Decimal } from '../model/decimal.ts'
import type { Indicator } from '../model/disclosure.ts'
import { baseValue } from '../model/unit.ts'
import type { WrongDirection } from './direction.ts'
import { type OtherDeadline, orderOf } from './goal-deadlines.ts'
import type { Match } from './matching.ts'
import { contradictedInName } from './name-numbers.ts'
import type { Misfit } from './unit-misfit.ts'

/** What is known of the value of an indicator beside its goal. */
export interface OwnFaults {
  readonly wrongDirection: WrongDirection | undefined
  readonly misfit: Misfit | undefined
  /** It is more than there is of a whole. */
  readonly exceedsWhole: boolean
}

/**
 * Whether a goal and its indicator disagree by a slip of the indicator that is told as such, with the goal as one more reason: the
 * same number has the opposite sign or is in a unit 10,000 times another, or the name has the number of the goal and the value doesn't, or the value is impossible.
 */
export const isOwnSlip = (
  { promise: { measure }, candidate: { indicator, target } }: Match,
  { wrongDirection, misfit, exceedsWhole }: OwnFaults,
): boolean => {
  const [goal, own] = [baseValue(measure), baseValue(target.measure)]
  if (goal.eq(own)) return wrongDirection !== undefined
  const isScaled = goal.eq(own.times(10000)) || own.eq(goal.times(10000))
  return (
    exceedsWhole || (isScaled && misfit?.scale !== undefined) || numberInName(indicator)?.eq(goal) === true
  )
}

const numberInName = (indicator: Indicator): Decimal | undefined => {
  const named = contradictedInName(indicator)
  return named?.kind === 'measure' ? baseValue(named) : undefined
}

/** Whether the name of the indicator has the deadline of the goal, and its value another. */
export const isNamedDeadline = ({ promised, indicator }: OtherDeadline): boolean => {
  const named = contradictedInName(indicator)
  return named?.kind === 'period' && orderOf(named, promised) === 0
}
