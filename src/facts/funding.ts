import { collect, groupBy, mapped } from '../collect.ts'
import { type Decimal, sum, ZERO } from '../model/decimal.ts'
import type { Amount, Funding, MoneyCell, Project, ValidAmount } from '../model/disclosure.ts'
import { headerRole } from '../vocabulary/headers.ts'
import {
  CARRIED_OVER,
  isMainSpending,
  isOfLevelOfState,
  isSource,
  isSpending,
  isSumWord,
  type MoneyStage,
} from '../vocabulary/money-words.ts'
import { addUp, areReordered, roundingOf, type Sum } from './sums.ts'

/** An amount that a project divides, and what its parts come to. */
export interface DividedAmount {
  /** The part that is divided, or the header of a column of a money table; `undefined` for the project's own amount. */
  readonly of: Pick<Funding, 'name'> | undefined
  readonly amount: ValidAmount
  readonly sum: Sum
  /** Where the row of all the money was left at 0, the columns that say so too. */
  readonly alsoZero?: readonly ValidAmount[]
}

/**
 * The amounts of a project whose parts are printed. A single part that is smaller divides nothing: it is told apart
 * (其中:财政拨款), and the rest isn't printed. It does where the other sources are printed with 0, and where it has the digits of
 * the whole in another order, which is a slip.
 */
export const dividedAmounts = (project: Project): readonly DividedAmount[] => {
  const { amount, funding } = project
  const top = funding.filter(({ level }) => level === 1)
  const below = mapped(top, (part, i) => {
    const next = top[i + 1]
    const from = funding.indexOf(part) + 1
    const inner = funding.slice(from, next === undefined ? undefined : funding.indexOf(next))
    // 基本支出 beside one source and 项目支出 beside the next divide neither.
    const spent = new Set(inner.map(({ name }) => name.meaning).filter(isMainSpending))
    return { part, inner: spent.size === 1 ? inner.filter(({ name }) => !spent.has(name.meaning)) : inner }
  })
  const { stray, of } = strayPart(amount, below) ?? {}
  const own = sourcesOf(
    amount,
    top.filter((part) => part !== stray),
  )
  const columns = dividedColumns(project)
  const whole = isMadeUpWithOthers(project, own)
    ? []
    : divide(undefined, amount, own, hasOtherSources(project))
  const zeros = whole.some(isLeftAtZero) ? columns.filter(isLeftAtZero) : []
  return [
    ...(zeros.length === 0
      ? whole
      : whole.map((one) => ({ ...one, alsoZero: zeros.map((column) => column.amount) }))),
    ...below.flatMap((one) => {
      const inner = one === of && stray !== undefined ? [...one.inner, stray] : one.inner
      return divide(one.part, one.part.amount, inner)
    }),
    ...columns.filter((column) => !zeros.includes(column)),
    ...dividedRows(project),
    ...dividedSpending(project),
  ]
}

const isLeftAtZero = ({ amount, sum }: DividedAmount): boolean =>
  amount.money.isZero() && !sum.computed.isZero()

interface PartOfMoney {
  readonly part: Funding
  readonly inner: readonly Funding[]
}

/**
 * The part that is one of another part's, as both sums tell, or the one sum and their names: beside 上级资金 120, of which 省级 80, 中央 40
 * may stand in the row of 其他资金.
 */
const strayPart = (
  amount: Amount,
  parts: readonly PartOfMoney[],
): { readonly stray: Funding; readonly of: PartOfMoney } | undefined => {
  const all = sum(parts.map(({ part }) => moneyOf(part)))
  if (amount.kind !== 'amount' || all.lte(amount.money)) return undefined
  const [found] = parts.flatMap(({ part: stray }) => {
    if (!all.minus(moneyOf(stray)).eq(amount.money)) return []
    const of = parts.find(
      ({ part, inner }) =>
        part !== stray &&
        inner.length > 0 &&
        (sum([stray, ...inner].map(moneyOf)).eq(moneyOf(part)) || [stray, ...inner].every(namesLevel)),
    )
    return of === undefined ? [] : [{ stray, of }]
  })
  return found
}

/** What a part has, in 元; nothing where its cell is blank or no number. */
const moneyOf = ({ amount }: Pick<Funding, 'amount'>): Decimal =>
  amount.kind === 'amount' ? amount.money : ZERO

const namesLevel = ({ name }: Funding): boolean => isOfLevelOfState(name.meaning)

/** The sources alone where they come to the money, and what stands beside them says who gets it or what it pays. */
const sourcesOf = (amount: Amount, parts: readonly Funding[]): readonly Funding[] => {
  const sources = parts.filter(({ name }) => isSource(name.meaning))
  const isWhole = amount.kind === 'amount' && amount.money.gt(0) && addUp(sources).computed.eq(amount.money)
  return isWhole ? sources : parts
}

/** Whether a money table prints that sources beside the only one gave nothing. */
const hasOtherSources = ({ money, funding }: Project): boolean =>
  money.some(
    ({ source, stage, amount }) =>
      stage === 'initial' &&
      amount.kind === 'amount' &&
      amount.money.isZero() &&
      source !== undefined &&
      !funding.some(({ name }) => name.meaning === source.meaning) &&
      !isWholeName(source.meaning),
  )

/**
 * The columns of a money table (年初预算数 and 全年执行数, the whole term, or one for each district) that its rows don't come
 * to, where they come to others or to the whole.
 */
const dividedColumns = (project: Project): readonly DividedAmount[] => {
  const { whole, parts: rows } = sourceRows(project)
  // 其他资金 may be a row that nobody filled in.
  const parts = rows.filter(({ cells }) => cells.some(isAddend))
  if (whole === undefined || parts.length === 0) return []
  const columns = whole.cells.flatMap(({ label, stage, amount }) => {
    if (amount.kind !== 'amount' || !ADDED.has(stage)) return []
    const found = parts.map(({ cells }) => cells.filter((cell) => cell.label.meaning === label.meaning))
    if (!found.every((cells) => cells.length === 1)) return []
    return [
      {
        of: { name: label },
        isOther: stage === 'other',
        isSpent: stage === 'executed',
        amount,
        sum: addUp(
          found.flatMap(([cell]) =>
            cell === undefined ? [] : [{ name: cell.source ?? label, amount: cell.amount }],
          ),
        ),
      },
    ]
  })
  // A single part may be smaller, but not larger; nor smaller in what was spent of money that it is all of.
  if (rows.length === 1)
    return columns.filter(
      ({ amount, isSpent, sum: { computed } }) =>
        computed.gt(amount.money) || (isSpent && computed.lt(amount.money) && isAllOf(project, parts)),
    )
  const isRight = ({ amount, sum: { computed } }: DividedAmount): boolean =>
    computed.gt(0) && computed.eq(amount.money)
  const isProven = columns.some(isRight)
  const isOnlyOne = columns.filter(({ amount, sum: { computed } }) => !computed.eq(amount.money)).length === 1
  return columns.filter(
    (column) =>
      !isRight(column) &&
      !isDividedTwice(column.amount, column.sum) &&
      (isProven ||
        (column.isOther && isMadeUpOf(project)) ||
        (isOnlyOne && isOfSources(column, parts, project))),
  )
}

/** 资金总额 220, 其中:财政拨款 220: whether the only source of a project gives all of its planned money. */
const isAllOf = ({ amount, funding }: Project, [row]: readonly MoneyRow[]): boolean =>
  amount.kind === 'amount' &&
  amount.money.gt(0) &&
  row?.funding.length === 1 &&
  funding.every((part) => row.funding.includes(part) || moneyOf(part).isZero()) &&
  row.funding.every((part) => moneyOf(part).eq(amount.money))

const isAddend = ({ stage, amount }: MoneyCell): boolean => ADDED.has(stage) && amount.kind === 'amount'

/** Whether the money of a project is what its sources come to, but for rounding. */
const isMadeUpOf = ({ amount, funding }: Project): boolean => {
  if (amount.kind !== 'amount' || funding.length === 0) return false
  const { computed, rounding } = addUp(funding.filter(({ level }) => level === 1))
  return computed
    .minus(amount.money)
    .abs()
    .lte(rounding.plus(roundingOf(amount)))
}

/** Whether what was spent of each source stands beside the planned money of the same sources, which adds up. */
const isOfSources = (
  { isSpent, sum: { parts } }: DividedAmount & { readonly isSpent: boolean },
  rows: readonly MoneyRow[],
  project: Project,
): boolean =>
  isSpent &&
  parts.length > 1 &&
  rows.every(({ funding: [own, ...others] }) => own?.level === 1 && others.length === 0) &&
  isMadeUpOf(project)

/** Money of a stage that adds up over its sources; other money is that of districts. */
const ADDED: ReadonlySet<MoneyStage> = new Set(['initial', 'executed', 'other'])

/**
 * The rows of a table of sources × what is paid for, each with the money of every source of the project, that its sources
 * don't come to.
 */
const dividedRows = (project: Project): readonly DividedAmount[] => {
  const sources = mapped(project.funding, ({ name }) => name.meaning)
  if (sources.length < 2) return []
  return sourceRows(project).parts.flatMap(({ source, cells }) => {
    const whole = cells.find(({ label }) => isWholeName(label.meaning))
    const parts = sources.map((name) => cells.find(({ label }) => label.meaning === name))
    if (whole?.amount.kind !== 'amount' || !parts.every((cell) => cell !== undefined)) return []
    const name = whole.source
    if (name?.meaning !== source) return []
    return [
      {
        of: { name },
        amount: whole.amount,
        sum: addUp(parts.map(({ label, amount }) => ({ name: label, amount }))),
      },
    ]
  })
}

/** What a department spends, 基本支出 and 项目支出, beside the sources of the same money. */
const dividedSpending = ({ amount, funding, money }: Project): readonly DividedAmount[] => {
  const spent = money.filter(
    ({ source, stage }) => stage === 'other' && isMainSpending(source?.meaning ?? ''),
  )
  const names = new Set(spent.map(({ source }) => source?.meaning))
  const isBySource = funding.length > 0 && !funding.some(({ name }) => isMainSpending(name.meaning))
  if (amount.kind !== 'amount' || names.size !== 2 || spent.length !== 2 || !isBySource) return []
  const sum = addUp(spent.map(({ source, label, amount: part }) => ({ name: source ?? label, amount: part })))
  return sum.parts.length === 2 ? [{ of: undefined, amount, sum }] : []
}

/**
 * 资金总额 250, 预算资金 250, 自有资金 0: money beside the parts, of which no word tells what it is, is a part itself
 * where the amount is right with it. What has a row or a stage of its own is none.
 */
const isMadeUpWithOthers = ({ amount, money }: Project, parts: readonly Funding[]): boolean => {
  const others = money.filter(({ stage, source }) => stage === 'other' && source === undefined)
  if (amount.kind !== 'amount' || others.length === 0) return false
  return sum([...parts, ...others].map(moneyOf)).eq(amount.money)
}

const divide = (
  of: Funding | undefined,
  amount: Amount,
  parts: readonly Funding[],
  areAll = false,
): readonly DividedAmount[] => {
  if (amount.kind !== 'amount') return []
  const sum = addUp(parts)
  // A form that nobody has divided has all its parts blank.
  if (sum.parts.length === 0) return []
  const isWhole =
    parts.length > 1 || areAll || sum.computed.gt(amount.money) || areReordered(sum.computed, amount.money)
  return isWhole && !isCarriedOver(parts, amount, sum) && !isDividedTwice(amount, sum)
    ? [{ of, amount, sum }]
    : []
}

/** Parts that come to a multiple of the whole, some of which come to it alone: it is divided in two ways. */
const isDividedTwice = ({ money }: ValidAmount, { computed, parts }: Sum): boolean => {
  if (money.isZero() || computed.lte(money) || !computed.mod(money).isZero()) return false
  let first = ZERO
  return parts.some((part) => {
    first = first.plus(part.money)
    return first.eq(money)
  })
}

/** 上年结转 may stand beside the money of the year instead of in it. */
const isCarriedOver = (parts: readonly Funding[], amount: ValidAmount, { computed }: Sum): boolean => {
  const carried = parts.filter(({ name }) => CARRIED_OVER.test(name.meaning))
  const money = sum(carried.map(moneyOf))
  return money.gt(0) && computed.minus(money).eq(amount.money)
}

/**
 * The money that a part of what a department spends is given, where a name begins with its words: 216.80 of 项目支出 for
 * 项目支出控制数. `undefined` where none or several are printed for it.
 */
export const spendingNamed = (project: Project, name: string): SpendingPart | undefined => {
  const isOf = (words: string): boolean => isSpending(words) && name.startsWith(words)
  const parts = [
    ...project.funding.map(({ name: label, amount }) => ({ words: label.meaning, amount })),
    ...sourceRows(project).parts.flatMap(({ source, cells }) =>
      cells
        .filter((cell) => isMoney(cell) && cell.stage !== 'executed')
        .map(({ amount }) => ({ words: source, amount })),
    ),
  ].filter(({ words }) => isOf(words))
  const [first, ...others] = collect(parts, ({ words, amount }) =>
    amount.kind === 'amount' ? { words, amount } : undefined,
  )
  return first !== undefined && others.every(({ amount }) => amount.money.eq(first.amount.money))
    ? first
    : undefined
}

/** A part of what a department spends, by its words. */
export interface SpendingPart {
  readonly words: string
  readonly amount: ValidAmount
}

/** A row of a money table: one source of the money of a project. */
export interface MoneyRow {
  readonly source: string
  readonly cells: readonly MoneyCell[]
  /** The parts of the planned money of this name; several where a form has 其他资金 twice. */
  readonly funding: Project['funding']
}

/** The rows of the money table of a project: the one of all the money, and the others. */
export const sourceRows = (
  project: Project,
): { readonly whole: MoneyRow | undefined; readonly parts: readonly MoneyRow[] } => {
  if (project.money.length === 0) return NO_ROWS
  const rows = rowsOf(project)
  const whole = wholeIn(rows)
  return { whole, parts: rows.filter((row) => row !== whole) }
}

const NO_ROWS = { whole: undefined, parts: [] }

const rowsOf = ({ money, funding }: Project): readonly MoneyRow[] =>
  [...groupBy(money, ({ source }) => source?.meaning ?? '')].map(([source, cells]) => ({
    source,
    cells,
    funding: funding.filter(({ name }) => name.meaning === source),
  }))

/** Whether the label of a row says that it is of all the money; 项目支出 beside 基本支出 is of a part. */
export const isWholeName = (source: string): boolean =>
  isSumWord(source) || (headerRole(source) === 'amount' && !isMainSpending(source))

/** The row of all the money: what its words say, or the only one that is no part. */
const wholeIn = (rows: readonly MoneyRow[]): MoneyRow | undefined => {
  const others = rows.filter((row) => row.funding.length === 0)
  const named = others.filter(({ source }) => isWholeName(source))
  // 预算执行率 among the indicators has its points, and no money.
  const [whole, ...more] = named.length > 0 ? named : others.filter(({ cells }) => cells.some(isMoney))
  // Without a word, rows beside it may be anything.
  return more.length > 0 ? undefined : whole
}

const isMoney = ({ stage }: MoneyCell): boolean => !OF_RATES.has(stage)
const OF_RATES: ReadonlySet<MoneyStage> = new Set(['rate', 'weight', 'score'])

/** The one cell of a stage that holds an amount; two of one stage are of two terms or two years. */
export const cellOf = (
  { cells }: MoneyRow,
  stage: MoneyStage,
): (MoneyCell & { readonly amount: ValidAmount }) | undefined => {
  const [found, other] = cells.flatMap((cell) =>
    cell.stage === stage && cell.amount.kind === 'amount' ? [{ ...cell, amount: cell.amount }] : [],
  )
  return other === undefined ? found : undefined
}
