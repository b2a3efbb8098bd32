import type { Amount, Disclosure, MoneyCell, Project, ValidAmount } from '../model/disclosure.ts'
import { contains } from '../source/span.ts'
import { type MoneyStage, moneyStage } from '../vocabulary/money-words.ts'
import type { DividedAmount } from './funding.ts'
import { cellOf, type MoneyRow, sourceRows } from './money-rows.ts'
import { rateFit } from './rate-fit.ts'

/** What a money table says of one source of money: planned, spent, and what is printed of both. */
export interface Execution {
  /** 年度资金总额, 其中:财政拨款; empty where its row has no label. */
  readonly source: string
  /** It is all the money of the project, and no part of it. */
  readonly isWhole: boolean
  /** 全年预算数 or 调整后预算数 where one is printed, else 年初预算数. */
  readonly planned: ValidAmount
  readonly isOpening: boolean
  /** 年初预算数 where that is printed beside the planned one. */
  readonly opening: ValidAmount | undefined
  /** 到位数 may stand beside 执行数. */
  readonly spent: readonly ValidAmount[]
  /** 执行率, in per cent or as a share. */
  readonly rate: ValidAmount | undefined
  /** What the sources of all the money come to, where that is not what is printed. */
  readonly ofParts: ValidAmount | undefined
}

/** The rows of the money table of a project for which it says what was planned, the whole first; `divided`: its amounts. */
export const executionsOf = (
  project: Project,
  divided: readonly DividedAmount[],
  disclosure: Disclosure,
): readonly Execution[] => {
  const { whole, parts } = sourceRows(project)
  const opening = whole && cellOf(whole, 'initial')?.amount
  const { amount } = project
  const ofWhole = whole && {
    source: whole.source,
    isWhole: true,
    planned: amount.kind === 'amount' ? amount : undefined,
    isOpening: opening === undefined && namesOpeningAlone(project, disclosure),
    opening,
    ...resultsIn(whole),
  }
  const wrong = divided.find(({ of, amount, sum }) => of === undefined && !sum.computed.eq(amount.money))
  const ofParts = wrong && { ...wrong.amount, money: wrong.sum.computed }
  const ofSources = parts.map((row) => {
    const part = row.funding.length === 1 ? row.funding[0]?.amount : undefined
    // 财政资金小计, in whose row the amount of the project stands.
    const own = holds(row, amount) ? amount : part
    const planned = own?.kind === 'amount' ? own : undefined
    const first = row.funding.length > 1 ? undefined : cellOf(row, 'initial')?.amount
    const isOpening = planned === undefined
    const of = { source: row.source, isWhole: false, planned: planned ?? first, isOpening }
    return { ...of, opening: isOpening ? undefined : first, ...resultsIn(row), ofParts: undefined }
  })
  return [...(ofWhole === undefined ? [] : [{ ...ofWhole, ofParts }]), ...ofSources].flatMap((one) =>
    one.planned === undefined ? [] : [{ ...one, planned: one.planned }],
  )
}

/** Whether an amount stands among the cells of a row. */
const holds = ({ cells }: MoneyRow, { span }: Amount): boolean =>
  cells.some(({ amount }) => amount.span.end <= span.start) &&
  cells.some(({ amount }) => amount.span.start >= span.end)

/** The points and the score that a money table gives for what was spent, where it does. */
export const executionPoints = (
  project: Project,
): { readonly weight: ValidAmount | undefined; readonly score: ValidAmount | undefined } => {
  const { whole } = sourceRows(project)
  return { weight: whole && cellOf(whole, 'weight')?.amount, score: whole && cellOf(whole, 'score')?.amount }
}

/** The last rate of a row and the money it is of: 预算到位率 stands behind 到位数, 预算执行率 behind 执行数. */
const resultsIn = ({ cells }: MoneyRow): Pick<Execution, 'spent' | 'rate'> => {
  const last = cells.findLastIndex(isRate)
  const before = cells.slice(0, Math.max(0, last)).findLastIndex(isRate)
  const hasSeveral = before >= 0
  const spent = amountsIn(hasSeveral ? cells.slice(before, last) : cells, (stage) => stage === 'executed')
  const [rate] = amountsIn(cells.slice(last, last + 1), () => true)
  const isOfOther =
    hasSeveral &&
    rate !== undefined &&
    amountsIn(cells, (stage) => stage !== 'rate').some((base) =>
      spent.some((amount) => rateFit(rate, amount, base).kind === 'right'),
    )
  return { spent, rate: isOfOther ? undefined : rate }
}

const isRate = ({ stage }: MoneyCell): boolean => stage === 'rate'

const amountsIn = (
  cells: readonly MoneyCell[],
  isMeant: (stage: MoneyStage) => boolean,
): readonly ValidAmount[] =>
  cells.flatMap(({ stage, amount }) => (amount.kind === 'amount' && isMeant(stage) ? [amount] : []))

/** The form has a column for the opening budget and none for the one of the year. */
const namesOpeningAlone = ({ span }: Project, { headings }: Disclosure): boolean => {
  const stages = headings.flatMap(({ text }) => (contains(span, text.span) ? [moneyStage(text.meaning)] : []))
  return stages.includes('initial') && !stages.includes('planned')
}
