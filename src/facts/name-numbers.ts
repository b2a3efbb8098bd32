import type { Decimal } from '../model/decimal.ts'
import type { Indicator } from '../model/disclosure.ts'
import { highest, isExact } from '../model/interval.ts'
import type { Measure, Numeral } from '../model/measure.ts'
import { comparability, toBase } from '../model/unit.ts'
import type { SpannedText } from '../source/spanned-text.ts'
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

/** The only number of a name, if it can be compared with the value and is another one. */
export const contradictedInName = ({ target, name, nameQuantities }: Indicator): Measure | undefined => {
  const measures = nameQuantities.filter((quantity) => quantity.kind === 'measure')
  const [named] = measures
  if (target.kind !== 'measured' || named === undefined || measures.length > 1) return undefined
  const { measure } = target
  const [before, behind] = around(named, name)
  // 6个村维修路灯 says where, 每村2人 how many in each; 3个项目 are counted in 项 too.
  const isOfBoth =
    measure.unit !== undefined &&
    (named.unit?.base === measure.unit.base || behind.startsWith(measure.unit.printed))
  const isCounted = isOfBoth && before === '' && isOfOneSort(named, measure)
  if (!/^[\s)\]】]*$/.test(behind) && !isCounted && !isAimedAt(before, behind, isOfBoth)) return undefined
  if (EACH_BEFORE.test(before) || EACH_BEHIND.test(behind)) return undefined
  if (
    (named.unit === undefined && !areInTenThousands(named, measure)) ||
    (named.unit?.per.length ?? 0) > 0 ||
    !(isExact(named) || named.comparator?.sign === '≥')
  )
    return undefined
  if (
    named.unit !== undefined &&
    measure.unit !== undefined &&
    comparability(named.unit, measure.unit) === 'different'
  )
    return undefined
  const unit = measure.unit ?? named.unit
  const inBase = ({ value }: Numeral): Decimal => (unit === undefined ? value : toBase(value, unit))
  const stated = named.unit === undefined ? named.numeral.value : toBase(named.numeral.value, named.unit)
  return stated.gte(inBase(measure.numeral)) && stated.lte(inBase(highest(measure))) ? undefined : named
}

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

const around = ({ text }: Measure, name: SpannedText): readonly [string, string] => {
  const start = text.offsetIn(name)
  return [name.folded.slice(0, start), name.folded.slice(start + text.length)]
}
