import { Decimal, HUNDRED, halfOfPlace, ONE } from '../model/decimal.ts'
import type { Project, ValidAmount } from '../model/disclosure.ts'
import { pointsOfRate } from '../vocabulary/money-words.ts'
import type { Execution } from './execution.ts'
import { cellOf, sourceRows } from './money-rows.ts'
import { areReordered } from './sums.ts'

/** A score for the execution of the budget that is not its points times the rate. */
export interface WrongExecutionScore {
  readonly score: ValidAmount
  readonly rate: ValidAmount
  readonly points: Decimal
  /** Where the points are printed. */
  readonly at: ValidAmount['span']
  readonly computed: Decimal
}

/**
 * Forms may give points for the rate in steps. So the score has to be their product where the form prints that, 得分(20分*执行率), and
 * elsewhere is only wrong with the digits of the product in another order: 6.7 for 76% of 10.
 */
export const wrongExecutionScore = (
  project: Project,
  executions: readonly Execution[],
): WrongExecutionScore | undefined => {
  const { whole } = sourceRows(project)
  const [rate, weight, score] = STAGES.map((stage) => whole && cellOf(whole, stage))
  if (rate === undefined || score === undefined) return undefined
  const stated = pointsOfRate(score.label.folded)
  const points = stated === undefined ? weight?.amount.numeral.value : new Decimal(stated)
  if (points === undefined) return undefined
  const { value, decimals } = score.amount.numeral
  const products = sharesOf(rate.amount, executions).map((share) => share.times(points))
  const [computed] = products
  if (computed === undefined) return undefined
  // Scores are cut off and rounded to whole points, too.
  const slack = stated === undefined ? halfOfPlace(decimals).times(2) : ONE
  if (products.some((product) => value.minus(product).abs().lt(slack))) return undefined
  const isSwapped = areReordered(value, computed.toDecimalPlaces(decimals))
  return isSwapped || (stated !== undefined && computed.lte(points))
    ? { score: score.amount, rate: rate.amount, points, at: (weight?.amount ?? score.label).span, computed }
    : undefined
}

const STAGES = ['rate', 'weight', 'score'] as const

/** What was spent of all: the printed rate, 0.95 and 95 alike, and what the printed amounts make. */
const sharesOf = (
  { text, numeral: { value } }: ValidAmount,
  executions: readonly Execution[],
): readonly Decimal[] => [
  ...(text.folded.includes('%') || value.gt(ONE) ? [] : [value]),
  value.div(HUNDRED),
  ...executions.flatMap(({ isWhole, spent, planned }) =>
    isWhole && planned.money.gt(0) ? spent.map(({ money }) => money.div(planned.money)) : [],
  ),
]
