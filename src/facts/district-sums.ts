import { groupBy } from '../collect.ts'
import { type Decimal, sum } from '../model/decimal.ts'
import type { MeasuredTarget, Target } from '../model/disclosure.ts'
import type { Measure } from '../model/measure.ts'
import { baseValue } from '../model/unit.ts'
import type { PlacedIndicator } from '../model/walk.ts'
import { coverAll } from '../source/span.ts'
import { SpannedText } from '../source/spanned-text.ts'
import { isNamed } from '../vocabulary/name-classes.ts'
import { isWholeColumn } from './whole-target.ts'

/** A row of several districts, with what they come to for its target. */
export interface DistrictSum extends PlacedIndicator {
  /** What each of them has, in base units. */
  readonly columns: readonly Decimal[]
}

/** The rows with a number of things for each district and none for all of them. */
export const districtSums = (placed: readonly PlacedIndicator[]): readonly DistrictSum[] => {
  const inColumns = placed.filter(({ indicator }) => indicator.column !== undefined)
  const rows = groupBy(inColumns, ({ indicator: { name, term } }) => `${name.span.start} ${term ?? ''}`)
  return [...rows.values()].flatMap((row) => {
    const [first] = row
    const isCounted = row.length > 1 && !isNamed(first.indicator.name.meaning, 'rate')
    if (!isCounted || row.some(({ indicator }) => isWholeColumn(indicator))) return []
    const targets = row.map(({ indicator }) => indicator.target).filter(isCount)
    // A district without a number may have words instead.
    const target = targets.length < row.length ? undefined : sumOf(targets)
    if (target === undefined) return []
    const columns = targets.map(({ measure }) => baseValue(measure))
    const { indicator, categories, categoryId } = first
    return [{ indicator: { ...indicator, column: undefined, target }, categories, categoryId, columns }]
  })
}

const isCount = (target: Target): target is MeasuredTarget => {
  if (target.kind !== 'measured') return false
  const { measure } = target
  const isPlain = measure.upperNumeral === undefined && measure.change === undefined && !measure.approximate
  return isPlain && (measure.unit === undefined || COUNTED.has(measure.unit.dimension))
}

const COUNTED: ReadonlySet<string> = new Set([
  'things',
  'count',
  'people',
  'attendances',
  'households',
  'area',
  'length',
  'volume',
  'mass',
])

const sumOf = (targets: readonly MeasuredTarget[]): MeasuredTarget | undefined => {
  const [first] = targets
  const isAlike = ({ measure, comparator }: MeasuredTarget): boolean =>
    measure.unit?.printed === first?.measure.unit?.printed && comparator === first?.comparator
  if (first === undefined || !targets.every(isAlike)) return undefined
  const value = sum(targets.map(({ measure }) => measure.numeral.value))
  const span = coverAll(
    targets.map((target) => target.span),
    first.span,
  )
  const { unit } = first.measure
  const text = SpannedText.of([{ text: `${value.toFixed()}${unit?.printed ?? ''}`, span }], span.start)
  const { lower, upper } = first.measure.interval
  const measure: Measure = {
    ...first.measure,
    text,
    span,
    numeral: { ...first.measure.numeral, text, value },
    interval: { ...first.measure.interval, lower: lower && value, upper: upper && value },
  }
  return { ...first, text, span, measure }
}
