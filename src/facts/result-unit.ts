import { Decimal, ONE } from '../model/decimal.ts'
import type { Indicator, MeasuredTarget } from '../model/disclosure.ts'
import type { Dimension, Measure, Unit } from '../model/measure.ts'
import { baseValue, scaleOf } from '../model/unit.ts'
import { contains } from '../source/span.ts'
import { TIMES } from '../vocabulary/price-words.ts'
import { countsIn } from '../vocabulary/unit-in-name.ts'

/** How the unit of a result is not that of its target: another one, or the same so many times larger or smaller. */
export type OtherUnit =
  | { readonly kind: 'unit' }
  | { readonly kind: 'scale'; readonly times: Decimal }
  /** The same number in both units, or about the same: 5719m and 5719km, 5万页 and 5.2页. */
  | { readonly kind: 'number'; readonly times: Decimal; readonly isSame: boolean }
  /** A bare number that only makes sense without the 万 of its target: 1329120.67 under ≤202.6万元. */
  | { readonly kind: 'bare'; readonly planned: Unit }

/** What people print one for the other: 人, 人次 and 个; marks and percentages. */
const ALIKE: Readonly<Partial<Record<Dimension, string>>> = {
  people: 'count',
  attendances: 'count',
  households: 'count',
  things: 'count',
  times: 'count',
  points: 'share',
}

/** Whether a result is in another unit than its target; where one of them has none, nobody can tell. */
export const otherUnitOf = ({ name, target, actual }: Indicator): OtherUnit | undefined => {
  if (target.kind !== 'measured' || actual?.kind !== 'measured') return undefined
  const [planned, done] = [target.measure, actual.measure]
  if (planned.unit !== undefined && isInBase(planned, done)) return { kind: 'bare', planned: planned.unit }
  if (planned.unit === undefined || done.unit === undefined) return undefined
  if (name.isBlank || saysMore(target) || saysMore(actual)) return undefined
  const [a, b] = [planned.unit, done.unit].map(({ dimension }) => ALIKE[dimension] ?? dimension)
  if (a === 'other' || b === 'other') return undefined
  if (a !== b) return planned.unit.printed === done.unit.printed ? undefined : { kind: 'unit' }
  if (isOfOthers(name.meaning, planned.unit, done.unit) || areFamilies(planned, done)) return { kind: 'unit' }
  if (planned.unit.per.length !== done.unit.per.length) return undefined
  // 19.69km² and 19.69hm²: one number in two units that nobody converts into each other.
  if (planned.unit.base !== done.unit.base)
    return planned.numeral.value.eq(done.numeral.value) && !done.numeral.value.isZero()
      ? { kind: 'unit' }
      : undefined
  return otherScaleOf(planned, done, a === 'money')
}

/**
 * 12600户 for 受益群众人数 ≥12000人, 216卷 for 资料件数 ≥200件, 960台 for 受益农户 ≥900户: another unit than the one that name and
 * target count in. Who is counted in households may be in people too.
 */
const isOfOthers = (name: string, planned: Unit, done: Unit): boolean =>
  areOccasions(planned, done) ||
  areOccasions(done, planned) ||
  (SORTED.has(planned.dimension) &&
    SORTED.has(done.dimension) &&
    planned.base !== done.base &&
    (countsIn(name, planned.base) || (done.dimension === 'things' && name.endsWith(planned.base))))

/** 20场次 and 21人次: what is held has no number of people; 次 may be short for 人次. */
const areOccasions = ({ dimension, base }: Unit, other: Unit): boolean =>
  dimension === 'times' &&
  base !== TIMES &&
  (other.dimension === 'people' || other.dimension === 'attendances')

/** 1.25万户 for ≥1.2万人: so many people are a third as many households. */
const areFamilies = (planned: Measure, done: Measure): boolean =>
  planned.unit?.dimension === 'people' &&
  done.unit?.dimension === 'households' &&
  baseValue(done).gte(FEW_FAMILIES) &&
  baseValue(planned).lt(baseValue(done).times(LEAST_IN_FAMILY)) &&
  isNear(baseValue(planned), baseValue(done))

/** So many households have more members than this each. */
const FEW_FAMILIES = 100
const LEAST_IN_FAMILY = 1.5

const SORTED: ReadonlySet<Dimension> = new Set(['people', 'households', 'things'])

/** Whether a bare sum of money is in 元 where its target is in 万元: so many times the target's number, and near to its value. */
const isInBase = (planned: Measure, { unit, numeral }: Measure): boolean => {
  if (unit !== undefined || planned.unit?.dimension !== 'money' || planned.unit.per.length > 0) return false
  const whole = planned.numeral.value
  if (scaleOf(planned.unit).lt(TEN_THOUSAND) || whole.lte(0)) return false
  return isNear(numeral.value, baseValue(planned))
}

/** Of about the same size: neither is ten times the other. */
export const isNear = (a: Decimal, b: Decimal): boolean =>
  a.times(LEAST_TIMES).gt(b) && b.times(LEAST_TIMES).gt(a)

/** How much larger or smaller a result is than its target, if nothing but a wrong unit explains it. */
const otherScaleOf = (planned: Measure, done: Measure, isMoney: boolean): OtherUnit | undefined => {
  const [high, low] = [baseValue(planned), baseValue(done)].sort((x, y) => y.comparedTo(x))
  if (high === undefined || low === undefined || low.lte(0)) return undefined
  const isTenThousand = high.eq(low.times(TEN_THOUSAND))
  const times = high.div(low)
  if (planned.numeral.value.eq(done.numeral.value)) {
    if (isTenThousand) return { kind: 'scale', times: TEN_THOUSAND }
    return times.gte(LEAST_TIMES) ? { kind: 'number', times, isSame: true } : undefined
  }
  // 5.2页 of 5万页 have lost a 万.
  const scales = [planned, done].map(scaleOrOne).sort((x, y) => y.comparedTo(x)) as [Decimal, Decimal]
  const apart = scales[0].div(scales[1])
  if (apart.gte(NEVER_SO_FAR) && times.gte(NEVER_SO_FAR) && isNear(planned.numeral.value, done.numeral.value))
    return { kind: 'number', times: apart, isSame: false }
  // 1人 planned and 10000人 reached may be true.
  const isSameUnit = scaleOrOne(planned).eq(scaleOrOne(done))
  return isTenThousand && isSameUnit && isMoney ? { kind: 'scale', times: TEN_THOUSAND } : undefined
}

const scaleOrOne = ({ unit }: Measure): Decimal => (unit === undefined ? ONE : scaleOf(unit))

const TEN_THOUSAND = new Decimal(10_000)
/** Nobody does so many times more or less than planned. */
const NEVER_SO_FAR = 500
/** Nobody does so many times as much as planned and prints the same number. */
const LEAST_TIMES = 10

/** 100%（30人）: another number beside the one that was read; 1000件达成预期指标: a sentence that says more than it. */
const saysMore = ({ text, measure }: MeasuredTarget): boolean =>
  /\d|[\u3400-\u9fff]{2}/.test(text.folded.replace(measure.text.folded, ''))

/**
 * The unit that a bare result has too: where the target is printed bare as well, it stands in the name or in a column for both.
 */
export const unitOfBoth = ({ span, measure: { unit, unitText } }: MeasuredTarget): Unit | undefined =>
  unitText !== undefined && !contains(span, unitText.span) ? unit : undefined
