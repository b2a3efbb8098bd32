import { amountUnitMismatch } from './amount-unit-mismatch.ts'
import { copiedGoal } from './copied-goal.ts'
import { costBelowAmount } from './cost-below-amount.ts'
import { costExceedsAmount } from './cost-exceeds-amount.ts'
import { costRateExceedsAmount } from './cost-rate-exceeds-amount.ts'
import { dateOutsideYear } from './date-outside-year.ts'
import { directionMismatch } from './direction-mismatch.ts'
import { duplicateIndicator } from './duplicate-indicator.ts'
import { duplicateProject } from './duplicate-project.ts'
import { emptyCategory } from './empty-category.ts'
import { executionRateMismatch } from './execution-rate-mismatch.ts'
import { fullScoreForShortfall } from './full-score-for-shortfall.ts'
import { fundingMismatch } from './funding-mismatch.ts'
import { goalCostMismatch } from './goal-cost-mismatch.ts'
import { goalIndicatorMismatch } from './goal-indicator-mismatch.ts'
import { goalNotCovered } from './goal-not-covered.ts'
import { goalResultMismatch } from './goal-result-mismatch.ts'
import { goalSumMismatch } from './goal-sum-mismatch.ts'
import { invalidAgencyCode } from './invalid-agency-code.ts'
import { invalidAmount } from './invalid-amount.ts'
import { misplacedCategory } from './misplaced-category.ts'
import { misplacedIndicator } from './misplaced-indicator.ts'
import { missingCategory } from './missing-category.ts'
import { missingColumn } from './missing-column.ts'
import { missingDeviationReason } from './missing-deviation-reason.ts'
import { missingGoal } from './missing-goal.ts'
import { missingIndicator } from './missing-indicator.ts'
import { missingTarget } from './missing-target.ts'
import { missingUnit } from './missing-unit.ts'
import { nameTargetMismatch } from './name-target-mismatch.ts'
import { numberingGap } from './numbering-gap.ts'
import { percentOutOfRange } from './percent-out-of-range.ts'
import { raggedRow } from './ragged-row.ts'
import { resultUnitMismatch } from './result-unit-mismatch.ts'
import type { Rule } from './rule.ts'
import { satisfactionBelowFloor } from './satisfaction-below-floor.ts'
import { scoreAbovePoints } from './score-above-points.ts'
import { scoreTotalMismatch } from './score-total-mismatch.ts'
import { spentAboveBudget } from './spent-above-budget.ts'
import { staleBaseline } from './stale-baseline.ts'
import { subtotalMismatch } from './subtotal-mismatch.ts'
import { suspectedMisread } from './suspected-misread.ts'
import { templateResidue } from './template-residue.ts'
import { totalMismatch } from './total-mismatch.ts'
import { unitMismatch } from './unit-mismatch.ts'
import { unknownCategory } from './unknown-category.ts'
import { unknownColumn } from './unknown-column.ts'
import { unparsedText } from './unparsed-text.ts'
import { unsureReading } from './unsure-reading.ts'
import { untidyText } from './untidy-text.ts'
import { vagueTarget } from './vague-target.ts'
import { weightMismatch } from './weight-mismatch.ts'

/** Every rule, by id. */
export const rules: readonly Rule[] = [
  amountUnitMismatch,
  copiedGoal,
  costBelowAmount,
  costExceedsAmount,
  costRateExceedsAmount,
  dateOutsideYear,
  directionMismatch,
  duplicateIndicator,
  duplicateProject,
  emptyCategory,
  executionRateMismatch,
  fullScoreForShortfall,
  fundingMismatch,
  goalCostMismatch,
  goalIndicatorMismatch,
  goalNotCovered,
  goalResultMismatch,
  goalSumMismatch,
  invalidAgencyCode,
  invalidAmount,
  misplacedCategory,
  misplacedIndicator,
  missingCategory,
  missingColumn,
  missingDeviationReason,
  missingGoal,
  missingIndicator,
  missingTarget,
  missingUnit,
  nameTargetMismatch,
  numberingGap,
  percentOutOfRange,
  raggedRow,
  resultUnitMismatch,
  satisfactionBelowFloor,
  scoreAbovePoints,
  scoreTotalMismatch,
  spentAboveBudget,
  staleBaseline,
  subtotalMismatch,
  suspectedMisread,
  templateResidue,
  totalMismatch,
  unitMismatch,
  unknownCategory,
  unknownColumn,
  unparsedText,
  unsureReading,
  untidyText,
  vagueTarget,
  weightMismatch,
]
