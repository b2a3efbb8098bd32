import { type Decimal, ZERO } from '../model/decimal.ts'
import type { Disclosure, MoneyCell, Project, ValidAmount } from '../model/disclosure.ts'
import { indicatorsOf } from '../model/walk.ts'
import type { SpannedText } from '../source/spanned-text.ts'
import { isLabelledMoney, isReceived, type MoneyStage, saysRaised } from '../vocabulary/money-words.ts'
import { isNoReason } from '../vocabulary/result-words.ts'
import { templateTextIn } from '../vocabulary/template-words.ts'
import { isSpendingCategory } from './costs.ts'
import type { Execution } from './execution.ts'
import { sourceRows } from './funding.ts'
import type { Shortfall } from './shortfall.ts'
import { roundingOf } from './sums.ts'

/** More money spent than there was, and no word why. */
export interface Overspending {
  /** What it was spent on, where that is an item of the project with a budget of its own. */
  readonly item: SpannedText | undefined
  readonly planned: ValidAmount
  /** The budget is the opening one, which may have been raised since. */
  readonly isOpening: boolean
  readonly spent: ValidAmount
  /** In 元. */
  readonly excess: Decimal
}

/** What was spent beyond the budget, by more than rounding, where no reason is given: of all the money, or else of items of it. */
export const overspendingsOf = (
  project: Project,
  executions: readonly Execution[],
  disclosure: Disclosure,
): readonly Overspending[] => {
  const ofAll = overspendingOf(project, executions, disclosure)
  return ofAll === undefined ? overspentItemsOf(project, executions, disclosure) : [ofAll]
}

const overspendingOf = (
  project: Project,
  executions: readonly Execution[],
  disclosure: Disclosure,
): Overspending | undefined => {
  const whole = executions.find(({ isWhole }) => isWhole)
  const paid = new Set(
    project.money.flatMap(({ label, amount }) => (isReceived(label.meaning) ? [] : [amount])),
  )
  // 到位数 beside 执行数: what came in may be less than what was paid of it.
  const used = whole?.spent.filter((amount) => paid.has(amount)) ?? []
  const spent = used.length > 0 ? used : (whole?.spent ?? [])
  const last = spent.at(-1)
  if (whole === undefined || last === undefined) return undefined
  const { planned, isOpening } = whole
  if (!spent.every((amount) => isBeyond(amount, planned))) return undefined
  // Asked last: it looks through what is left over of the whole filing.
  if (hasReason(project, disclosure) || wasRaised(planned, last, disclosure)) return undefined
  return { item: undefined, planned, isOpening, spent: last, excess: last.money.minus(planned.money) }
}

/** Whether more was spent than planned, which rounding doesn't explain. */
const isBeyond = (spent: ValidAmount, planned: ValidAmount): boolean => {
  const isWhole = spent.numeral.decimals + planned.numeral.decimals === 0
  const slack = isWhole ? ZERO : roundingOf(spent).plus(roundingOf(planned))
  return spent.money.minus(planned.money).gt(slack)
}

/** 交易平台 | 50 | 60 in a list of what the money was spent on; money of one source may stand in for that of another. */
const overspentItemsOf = (
  project: Project,
  executions: readonly Execution[],
  disclosure: Disclosure,
): readonly Overspending[] => {
  const sources = new Set(executions.map(({ source }) => source))
  const beyond = sourceRows(project).parts.flatMap(({ source, cells, funding }): readonly Overspending[] => {
    const item = cells[0]?.source
    if (item === undefined || funding.length > 0 || sources.has(source)) return []
    const [planned, ...budgets] = amountsAt(cells, 'planned')
    const [spent, ...payments] = amountsAt(cells, 'executed')
    if (planned === undefined || spent === undefined || budgets.length + payments.length > 0) return []
    const excess = spent.money.minus(planned.money)
    return isBeyond(spent, planned) ? [{ item, planned, isOpening: false, spent, excess }] : []
  })
  return beyond.length > 0 && hasReason(project, disclosure) ? [] : beyond
}

const amountsAt = (cells: readonly MoneyCell[], at: MoneyStage): readonly ValidAmount[] =>
  cells.flatMap(({ stage, amount }) => (stage === at && amount.kind === 'amount' ? [amount] : []))

/** Words in the table of money that are neither its own nor the form's instructions, or a reason beside a cost. */
const hasReason = (project: Project, { leftovers }: Disclosure): boolean => {
  const starts = project.money.map(({ span }) => span.start)
  const from = Math.min(...starts)
  const until = Math.min(
    ...[...project.goals, ...project.results, ...indicatorsOf(project).map(({ indicator }) => indicator)]
      .map(({ span }) => span.start)
      .filter((start) => start > from),
    project.span.end,
  )
  return (
    leftovers.some(
      ({ text, reason }) =>
        reason === 'column' &&
        text.length >= SHORTEST_REASON &&
        !isLabelledMoney(text.meaning) &&
        templateTextIn(text.folded) === undefined &&
        text.span.start > from &&
        text.span.end <= until,
    ) ||
    indicatorsOf(project).some(
      ({ indicator: { reason }, categoryId }) =>
        isSpendingCategory(categoryId) && reason !== undefined && !isNoReason(reason.meaning),
    )
  )
}

const SHORTEST_REASON = 4

/** 年初预算50万元,执行中追加12万元,支出62万元: between both a sentence says that the budget was raised. */
const wasRaised = (planned: ValidAmount, spent: ValidAmount, { leftovers }: Disclosure): boolean =>
  leftovers.some(
    ({ text }) =>
      text.span.start >= planned.span.end && text.span.end <= spent.span.start && saysRaised(text.folded),
  )

/** Costs above their limits in an account that neither scores them nor has a column for reasons; prices aren't what was spent. */
export const overspentCostsOf = (
  project: Project,
  shortfalls: readonly Shortfall[],
): readonly Shortfall[] => {
  const above = shortfalls.filter(
    ({ how, indicator: { reason, score }, target }) =>
      how === 'above' &&
      reason === undefined &&
      score === undefined &&
      target.kind === 'measured' &&
      target.measure.unit?.dimension === 'money' &&
      target.measure.unit.per.length === 0,
  )
  if (above.length === 0) return above
  const costs = new Set(
    indicatorsOf(project).flatMap(({ indicator, categoryId }) =>
      isSpendingCategory(categoryId) ? [indicator] : [],
    ),
  )
  return above.filter(({ indicator }) => costs.has(indicator))
}
