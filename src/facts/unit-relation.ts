import type { Unit } from '../model/measure.ts'
import { type Comparability, comparability } from '../model/unit.ts'
import { COUNTER_KIN } from '../vocabulary/units.ts'

/** As `comparability`, but counters that stand for the same things are compatible too. */
export const unitRelation = (a: Unit | undefined, b: Unit | undefined): Comparability => {
  const relation = comparability(a, b)
  if (relation !== 'different' || a === undefined || b === undefined) return relation
  if (a.per.length > 0 || b.per.length > 0) return relation
  return COUNTER_KIN.some((words) => words.has(a.base) && words.has(b.base)) ? 'compatible' : relation
}
