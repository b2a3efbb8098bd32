import { Decimal, sum } from '../model/decimal.ts'
import type { Category, Indicator, MoneyUnit } from '../model/disclosure.ts'
import type { DraftProject } from '../model/draft.ts'
import { highest } from '../model/interval.ts'
import type { Quantity } from '../model/measure.ts'
import { parseAmount } from './amount.ts'
import type { ProjectContent } from './project-content.ts'

/** What a number is worth that is no money, or of which nobody says what. */
export const PLAIN: MoneyUnit = { name: '元', yuan: new Decimal(1), text: undefined }

/** No project costs less; a hundred yuan in a goal are what one person gets. */
const LEAST_YUAN = 1000
const WAN = 10_000

/**
 * The unit of a table that prints none: 元, where the numbers of its amounts are those of cost limits or of money in its
 * goals in 元, and nowhere in 万元. `undefined` where that doesn't tell.
 */
export const assumedUnit = (
  rows: readonly DraftProject[],
  contentOf: (row: DraftProject) => ProjectContent,
): MoneyUnit | undefined => {
  let isYuan = false
  for (const row of rows) {
    if (row.moneyUnit !== undefined) continue
    const amount = parseAmount(row.amount, PLAIN)
    if (amount.kind !== 'amount' || !amount.yuanPerUnit.eq(1)) continue
    const known = moneyIn(contentOf(row))
    if (known.some((money) => money.eq(amount.money.times(WAN)))) return undefined
    isYuan ||= amount.money.gte(LEAST_YUAN) && known.some((money) => money.eq(amount.money))
  }
  return isYuan ? PLAIN : undefined
}

/** Sums of money in 元 that may be all that a project has: each limit of its costs, their sum, and those of its goals. */
const moneyIn = ({ categories, goals }: ProjectContent): readonly Decimal[] => {
  const limits = categories.flatMap((category) => limitsIn(category, false))
  return [...limits, sum(limits), ...goals.flatMap(({ quantities }) => quantities.flatMap(moneyOf))]
}

const limitsIn = ({ is, children }: Category, isInCost: boolean): readonly Decimal[] => {
  const isCost = isInCost || is === 'cost' || is === 'economic-cost'
  return children.flatMap((child) =>
    child.kind === 'category' ? limitsIn(child, isCost) : isCost ? limitOf(child) : [],
  )
}

const limitOf = ({ target }: Indicator): readonly Decimal[] =>
  target.kind === 'measured' ? moneyOf(target.measure) : []

const moneyOf = (quantity: Quantity): readonly Decimal[] => {
  if (quantity.kind !== 'measure' || quantity.change !== undefined) return []
  const { unit } = quantity
  if (unit?.dimension !== 'money' || unit.per.length > 0) return []
  return [highest(quantity).value.times(unit.scale)]
}
