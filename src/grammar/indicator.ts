import type { Indicator, Marker } from '../model/disclosure.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import type { NameAndTarget, TargetContext } from './split-target.ts'
import { parseTarget } from './target.ts'

/** One indicator: `all` with its marker, `split` without. */
export const parseIndicator = (
  all: SpannedText,
  marker: Marker | undefined,
  split: NameAndTarget,
  context: TargetContext,
): Indicator => ({
  kind: 'indicator',
  span: all.span,
  text: all,
  marker,
  name: split.name,
  nameQuantities: split.nameQuantities,
  target: parseTarget(split, context),
  weight: split.weight,
  printedUnit: undefined,
  direction: undefined,
  column: undefined,
  term: undefined,
  actual: undefined,
  score: undefined,
  reason: undefined,
  notes: [],
})
