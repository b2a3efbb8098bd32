import type { Disclosure, MoneyCell, Project, ValidAmount } from '../model/disclosure.ts'
import { contains } from '../source/span.ts'
import { headerRole } from '../vocabulary/headers.ts'
import { isSumWord, type MoneyStage, moneyStage } from '../vocabulary/money-words.ts'

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
}

/** The rows of the money table of a project for which it says what was planned, the whole first. */
export const executionsOf = (project: Project, disclosure: Disclosure): readonly Execution[] => {
  if (project.money.length === 0) return []
  const rows = rowsOf(project)
  const whole = wholeIn(rows)
  const opening = whole && cellOf(whole, 'initial')
  const { amount } = project
  const ofWhole = whole && {
    source: whole.source,
    isWhole: true,
    planned: amount.kind === 'amount' ? amount : undefined,
    isOpening: opening === undefined && namesOpeningAlone(project, disclosure),
    opening,
    ...resultsIn(whole),
  }
  const ofSources = rows
    .filter((row) => row !== whole)
    .map((row) => {
      const part = row.funding.length === 1 ? row.funding[0]?.amount : undefined
      const planned = part?.kind === 'amount' ? part : undefined
      const first = row.funding.length > 1 ? undefined : cellOf(row, 'initial')
      const isOpening = planned === undefined
      const of = { source: row.source, isWhole: false, planned: planned ?? first, isOpening }
      return { ...of, opening: isOpening ? undefined : first, ...resultsIn(row) }
    })
  return [...(ofWhole === undefined ? [] : [ofWhole]), ...ofSources].flatMap((one) =>
    one.planned === undefined ? [] : [{ ...one, planned: one.planned }],
  )
}

/** The points and the score that a money table gives for what was spent, where it does. */
export const executionPoints = (
  project: Project,
): { readonly weight: ValidAmount | undefined; readonly score: ValidAmount | undefined } => {
  const whole = wholeIn(rowsOf(project))
  return { weight: whole && cellOf(whole, 'weight'), score: whole && cellOf(whole, 'score') }
}

interface MoneyRow {
  readonly source: string
  readonly cells: readonly MoneyCell[]
  /** The parts of the planned money of this name; several where a form has 其他资金 twice. */
  readonly funding: Project['funding']
}

const rowsOf = ({ money, funding }: Project): readonly MoneyRow[] => {
  const rows = new Map<string, MoneyCell[]>()
  for (const cell of money) {
    const source = cell.source?.meaning ?? ''
    const row = rows.get(source)
    if (row === undefined) rows.set(source, [cell])
    else row.push(cell)
  }
  return [...rows].map(([source, cells]) => ({
    source,
    cells,
    funding: funding.filter(({ name }) => name.meaning === source),
  }))
}

/** The row of all the money: what its words say, or the only one that is no part. */
const wholeIn = (rows: readonly MoneyRow[]): MoneyRow | undefined => {
  const others = rows.filter((row) => row.funding.length === 0)
  const named = others.filter(({ source }) => isSumWord(source) || headerRole(source) === 'amount')
  const [whole, ...more] = named.length > 0 ? named : others
  // Without a word, rows beside it may be anything.
  return more.length > 0 ? undefined : whole
}

const cellOf = ({ cells }: MoneyRow, stage: MoneyStage): ValidAmount | undefined => {
  const found = cells.filter((cell) => cell.stage === stage && cell.amount.kind === 'amount')
  // Two of one stage are of two terms or two years.
  const amount = found.length === 1 ? found[0]?.amount : undefined
  return amount?.kind === 'amount' ? amount : undefined
}

const resultsIn = (row: MoneyRow): Pick<Execution, 'spent' | 'rate'> => ({
  spent: row.cells.flatMap(({ stage, amount }) =>
    stage === 'executed' && amount.kind === 'amount' ? [amount] : [],
  ),
  rate: cellOf(row, 'rate'),
})

/** The form has a column for the opening budget and none for the one of the year. */
const namesOpeningAlone = ({ span }: Project, { headings }: Disclosure): boolean => {
  const stages = headings.flatMap(({ text }) => (contains(span, text.span) ? [moneyStage(text.meaning)] : []))
  return stages.includes('initial') && !stages.includes('planned')
}
