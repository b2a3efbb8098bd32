import type { Decimal } from '../model/decimal.ts'
import type { MeasuredTarget } from '../model/disclosure.ts'
import { highest } from '../model/interval.ts'
import type { Measure } from '../model/measure.ts'
import { toBase } from '../model/unit.ts'
import type { IndicatorFacts } from './project-facts.ts'

/** The greatest share a measure names, in %. */
export const shareIn = (measure: Measure): Decimal | undefined =>
  measure.unit?.dimension === 'share' ? toBase(highest(measure).value, measure.unit) : undefined

/** Whether an indicator plans a share of a whole, which can't be more than all of it; of a number of things the unit is wrong, not the value. */
export const isOfWhole = ({ is }: Pick<IndicatorFacts, 'is'>, { measure }: MeasuredTarget): boolean =>
  measure.change === undefined && !is('may-exceed-whole') && !is('count')

/** Whether an indicator plans more of a whole than there is. */
export const exceedsWhole = (facts: Pick<IndicatorFacts, 'is'>, target: MeasuredTarget): boolean =>
  isOfWhole(facts, target) &&
  shareIn(target.measure)?.gt(facts.is('completion-over-plan') ? 200 : 100) === true
