import type { Decimal } from '../model/decimal.ts'
import type { Indicator } from '../model/disclosure.ts'
import { highest, isExact } from '../model/interval.ts'
import type { Measure, Numeral, Period } from '../model/measure.ts'
import { comparability, toBase } from '../model/unit.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { TO_BE_DONE } from '../vocabulary/deadlines.ts'
import { IS_TO_DO } from '../vocabulary/promise-words.ts'
import {
  AIMS,
  DONE_FOR,
  EACH_BEFORE,
  EACH_BEHIND,
  IS_REACHED,
  isInTenThousands,
  REACHES,
} from '../vocabulary/unit-in-name.ts'
import { isDeadline, orderOf } from './goal-deadlines.ts'

/** The only number or deadline of a name, if it can be compared with the value and is another one. */
export const contradictedInName = (indicator: Indicator): Measure | Period | undefined =>
  deadlineInName(indicator) ?? numberInName(indicator)

/** 3月底前完成采购 beside 5月底前. */
const deadlineInName = ({ target, name, nameQuantities }: Indicator): Period | undefined => {
  const [named, ...others] = nameQuantities.filter((quantity) => quantity.kind === 'period')
  if (target.kind !== 'period' || named === undefined || others.length > 0 || !isDeadline(named))
    return undefined
  const [, behind] = around(named, name)
  return TO_BE_DONE.test(behind) && orderOf(named, target.period) !== 0 ? named : undefined
}

const numberInName = ({ target, name, nameQuantities }: Indicator): Measure | undefined => {
  const measures = nameQuantities.filter((quantity) => quantity.kind === 'measure')
  const [named] = measures
  if (target.kind !== 'measured' || named === undefined || measures.length > 1) return undefined
  const { measure } = target
  if (!isSaidOfAll(named, measure, around(named, name)) || !areCompared(named, measure)) return undefined
  const unit = measure.unit ?? named.unit
  const inBase = ({ value }: Numeral): Decimal => (unit === undefined ? value : toBase(value, unit))
  const stated = named.unit === undefined ? named.numeral.value : toBase(named.numeral.value, named.unit)
  return stated.gte(inBase(measure.numeral)) && stated.lte(inBase(highest(measure))) ? undefined : named
}

/** Whether a number of a name is what its value is to be: 6个村维修路灯 says where, 每村2人 how many in each; 3个项目 are counted in 项 too. */
const isSaidOfAll = (
  named: Measure,
  measure: Measure,
  [before, behind]: readonly [string, string],
): boolean => {
  if (EACH_BEFORE.test(before) || EACH_BEHIND.test(behind)) return false
  const isOfBoth =
    measure.unit !== undefined &&
    (named.unit?.base === measure.unit.base || behind.startsWith(measure.unit.printed))
  const isCounted = before === '' && isOfOneSort(named, measure)
  return (
    /^[\s)\]】]*$/.test(behind) ||
    (isOfBoth && (isCounted || areTimeLimits(named, measure))) ||
    isAimedAt(before, behind, isOfBoth)
  )
}

/** Whether a number of a name and one of a value can be compared at all. */
const areCompared = (named: Measure, measure: Measure): boolean => {
  const isPlain = isExact(named) || named.comparator?.sign === '≥' || areTimeLimits(named, measure)
  if (!isPlain) return false
  if (named.unit === undefined) return areInTenThousands(named, measure)
  // 每人每天100元 is compared with a price of the same, and of nothing else.
  if (named.unit.per.length > 0) return comparability(named.unit, measure.unit) === 'same'
  return measure.unit === undefined || comparability(named.unit, measure.unit) !== 'different'
}

/** 24小时内转办 beside ≤48小时: how long something may take, in the same unit. */
const areTimeLimits = (named: Measure, measure: Measure): boolean =>
  named.unit?.dimension === 'time' &&
  named.unit.base === measure.unit?.base &&
  [named, measure].every(({ comparator }) => comparator?.sign === '≤')

/** Whether the words before a number and behind it say that there are to be so many; some only where it counts what the value counts. */
const isAimedAt = (before: string, behind: string, isOfBoth: boolean): boolean =>
  AIMS.test(before) ||
  (isOfBoth &&
    (IS_TO_DO.test(before) || DONE_FOR.test(before) || (REACHES.test(before) && IS_REACHED.test(behind))))

/** 设备购置资金300万 and 30万: both leave out the 元. */
const areInTenThousands = (named: Measure, { unit, numeral }: Measure): boolean =>
  unit === undefined && [named.numeral, numeral].every(({ text }) => isInTenThousands(text.folded))

/** 1356所学校实施… and 1365所: whether a number in front of a name has the very unit of the value, and things of one sort have it. */
const isOfOneSort = (named: Measure, { unit }: Measure): boolean =>
  unit?.dimension === 'things' && named.unit?.printed === unit.printed

const around = ({ text }: Measure | Period, name: SpannedText): readonly [string, string] => {
  const start = text.offsetIn(name)
  return [name.folded.slice(0, start), name.folded.slice(start + text.length)]
}
