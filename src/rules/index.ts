import { costBelowAmount } from './cost-below-amount.ts'
import { costExceedsAmount } from './cost-exceeds-amount.ts'
import { costRateExceedsAmount } from './cost-rate-exceeds-amount.ts'
import { directionMismatch } from './direction-mismatch.ts'
import { goalCostMismatch } from './goal-cost-mismatch.ts'
import { goalIndicatorMismatch } from './goal-indicator-mismatch.ts'
import { goalNotCovered } from './goal-not-covered.ts'
import { invalidAmount } from './invalid-amount.ts'
import { missingCategory } from './missing-category.ts'
import { missingColumn } from './missing-column.ts'
import { missingGoal } from './missing-goal.ts'
import { missingIndicator } from './missing-indicator.ts'
import { missingUnit } from './missing-unit.ts'
import { numberingGap } from './numbering-gap.ts'
import { percentOutOfRange } from './percent-out-of-range.ts'
import { raggedRow } from './ragged-row.ts'
import type { Rule } from './rule.ts'
import { staleBaseline } from './stale-baseline.ts'
import { subtotalMismatch } from './subtotal-mismatch.ts'
import { totalMismatch } from './total-mismatch.ts'
import { unparsedText } from './unparsed-text.ts'

/** Every rule, by id. */
export const rules: readonly Rule[] = [
  costBelowAmount,
  costExceedsAmount,
  costRateExceedsAmount,
  directionMismatch,
  goalCostMismatch,
  goalIndicatorMismatch,
  goalNotCovered,
  invalidAmount,
  missingCategory,
  missingColumn,
  missingGoal,
  missingIndicator,
  missingUnit,
  numberingGap,
  percentOutOfRange,
  raggedRow,
  staleBaseline,
  subtotalMismatch,
  totalMismatch,
  unparsedText,
]
