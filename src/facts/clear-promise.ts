import { baseValue } from '../model/unit.ts'
import { isNamed } from '../vocabulary/name-classes.ts'
import {
  BACKGROUND,
  DESCRIBES,
  FOR_ALL,
  FOR_WHOM,
  HELPED,
  IS_DONE_FOR,
  IS_TO_DO,
  RATE_IN_FRONT,
  TO_BE_REACHED,
} from '../vocabulary/promise-words.ts'
import type { Promised } from './promises.ts'
import { isStock } from './terms.ts'

const HELPED_UNITS: ReadonlySet<string> = new Set(['people', 'attendances', 'households'])

/**
 * Whether a number of a goal clearly promises something: a count or share of this year, with a
 * comparator or as the end of what it is said of (举办培训班12期), and no background, no standard and
 * no number for one of many.
 */
export const isClearPromise = (promise: Promised): boolean => {
  const { kind, measure, horizon, each, preceding, following } = promise
  if (horizon !== undefined || each !== undefined || measure.change !== undefined) return false
  if (promise.standing !== 'planned' || isStock(promise.phrase) || BACKGROUND.test(preceding)) return false
  const hasComparator = measure.comparator !== undefined
  if (kind === 'share')
    return (
      hasComparator ||
      TO_BE_REACHED.test(measure.text.folded + preceding.slice(-4)) ||
      RATE_IN_FRONT.test(preceding)
    )
  if (kind === 'money') return isEarned(promise)
  if (kind !== 'count' || measure.unit === undefined || measure.unit.dimension === 'points') return false
  if (HELPED.test(preceding) && HELPED_UNITS.has(measure.unit.dimension)) return true
  if (DESCRIBES.test(following)) return false
  return (
    hasComparator ||
    (FOR_ALL.test(preceding) && IS_DONE_FOR.test(following)) ||
    (!FOR_WHOM.test(preceding) && (endsItem(following) ? saysWhat(preceding) : IS_TO_DO.test(preceding)))
  )
}

/** 筹集公益金2.35亿元 is to be reached, and no money to spend: the project has less. */
const isEarned = ({ measure, preceding, following, project: { amount } }: Promised): boolean =>
  amount.kind === 'amount' &&
  amount.money.gt(0) &&
  baseValue(measure).gt(amount.money) &&
  isNamed(preceding, 'earned-or-saved') &&
  endsItem(following)

const endsItem = (following: string): boolean => !/[\u3400-\u9fff]/.test(following)

/** Two characters or more that may name what is counted. */
const saysWhat = (preceding: string): boolean => /[\u3400-\u9fff]{2}/.test(preceding)
