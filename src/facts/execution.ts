import { Decimal, HUNDRED, halfOfPlace, ONE, ZERO } from '../model/decimal.ts'
import type { Amount, Disclosure, MoneyCell, Project, ValidAmount } from '../model/disclosure.ts'
import { contains } from '../source/span.ts'
import { type MoneyStage, moneyStage, pointsOfRate } from '../vocabulary/money-words.ts'
import { cellOf, type DividedAmount, type MoneyRow, sourceRows } from './funding.ts'
import { areReordered, roundingOf } from './sums.ts'

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

/** How a printed rate of execution agrees with the money it is of. */
export interface RateFit {
  /**
   * `right`: as printed, rounded or cut off at the last printed place, or capped at the whole; `rounded`: a whole number or a tenth was
   * printed in place of it; `unknown`: nothing was planned, so that no rate can be worked out.
   */
  readonly kind: 'right' | 'rounded' | 'wrong' | 'unknown'
  /** In per cent. */
  readonly computed: Decimal
  /** So many decimals tell it from the printed rate. */
  readonly decimals: number
}

/** Compares a rate, in per cent or as a share of 1 (95%, 95, 0.95), with `spent` ÷ `planned`. */
export const rateFit = (rate: ValidAmount, spent: ValidAmount, planned: ValidAmount): RateFit => {
  if (planned.money.lte(0)) return { kind: 'unknown', computed: ZERO, decimals: 0 }
  const computed = spent.money.times(HUNDRED).div(planned.money)
  const ends = rangeOf(spent, planned)
  const { value, decimals } = rate.numeral
  const readings = [{ percent: value, decimals }]
  // 0.95 and 1 are shares, where no sign says that they are per cents.
  if (!rate.text.folded.includes('%') && value.lte(10))
    readings.push({ percent: value.times(HUNDRED), decimals: Math.max(0, decimals - 2) })
  const isRight = readings.some((one) => isPrintedFor(one, computed) || reaches(one, ...ends))
  const places = Math.max(decimals, 2)
  if (isRight) return { kind: 'right', computed, decimals: places }
  // 0.1 for 14.46%: a share with one decimal.
  const share = computed.div(HUNDRED)
  const isRounded =
    readings.some(
      ({ percent }) => percent.isInteger() && reaches({ percent, decimals: 0 }, computed, computed),
    ) ||
    (readings.length > 1 && decimals === 1 && reaches({ percent: value, decimals }, share, share))
  return { kind: isRounded ? 'rounded' : 'wrong', computed, decimals: places }
}

interface PrintedRate {
  readonly percent: Decimal
  readonly decimals: number
}

/** Whether a value is printed so: rounded, cut off, or capped at the whole. */
export const isPrintedFor = (rate: PrintedRate, value: Decimal): boolean =>
  reaches(rate, value, value) || (rate.percent.eq(HUNDRED) && value.gte(HUNDRED))

/** Whether a value from `least` to `most` is printed so, rounded or cut off. */
const reaches = ({ percent, decimals }: PrintedRate, least: Decimal, most: Decimal): boolean => {
  const half = halfOfPlace(decimals)
  return most.gte(percent.minus(half)) && least.lt(percent.plus(half.times(2)))
}

/** What the rate may be where both amounts have been rounded; whole numbers of 万元 are taken as they are. */
const rangeOf = (spent: ValidAmount, planned: ValidAmount): readonly [least: Decimal, most: Decimal] => {
  const [a, b] = [spent, planned].map((amount) =>
    amount.numeral.decimals === 0 ? ZERO : roundingOf(amount),
  ) as [Decimal, Decimal]
  const rate = (up: Decimal, down: Decimal): Decimal => up.times(HUNDRED).div(down)
  const low = planned.money.minus(b)
  return [
    rate(spent.money.minus(a), planned.money.plus(b)),
    rate(spent.money.plus(a), low.gt(0) ? low : planned.money),
  ]
}
