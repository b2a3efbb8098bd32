import { groupBy } from '../collect.ts'
import type { MoneyCell, Project, ValidAmount } from '../model/disclosure.ts'
import { headerRole } from '../vocabulary/headers.ts'
import { isMainSpending, isSumWord, type MoneyStage } from '../vocabulary/money-words.ts'

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
  const rows = rowsOf(project)
  const whole = wholeIn(rows)
  return { whole, parts: rows.filter((row) => row !== whole) }
}

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
