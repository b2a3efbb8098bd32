import type { Indicator } from '../model/disclosure.ts'
import { bracketedUnitPlace } from '../vocabulary/unit-in-name.ts'
import { parseUnit } from './quantity/index.ts'

/** 营造林面积(亩) 80000: a bare number has the unit that the name ends with in brackets. */
export const withNamedUnit = (indicator: Indicator): Indicator => {
  const { name, target } = indicator
  if (target.kind !== 'measured' || target.measure.unit !== undefined) return indicator
  const place = bracketedUnitPlace(name.folded)
  if (place === undefined) return indicator
  const unitText = name.trimmed(place.start, place.end)
  const unit = parseUnit(unitText)
  if (unit === undefined) return indicator
  return { ...indicator, target: { ...target, measure: { ...target.measure, unit, unitText } } }
}
