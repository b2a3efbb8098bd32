import { type Decimal, sum } from '../../model/decimal.ts'
import type { Agency, Disclosure, Funding, Project, ValidAmount } from '../../model/disclosure.ts'
import { agenciesOf, projectsOf } from '../../model/walk.ts'
import type { SpannedText } from '../../source/spanned-text.ts'

/** One addend of a row's amount. */
export interface Addend {
  readonly name: SpannedText
  readonly amount: ValidAmount
}

/** A row that stands over others, beside what the rows under it come to. */
export interface RowSum {
  readonly stated: ValidAmount
  readonly addends: readonly Addend[]
  /** In 元. */
  readonly computed: Decimal
  readonly agrees: boolean
}

/**
 * The arithmetic of a filing, right or wrong: every total and agency with its addends, and projects
 * with the parts of their money, by where their number begins. Whether a difference is a mistake is for the rules to say.
 */
export const rowSumsOf = (disclosure: Disclosure): ReadonlyMap<number, RowSum> => {
  const sums = new Map<number, RowSum>()
  for (const { amount } of disclosure.totals) addRowSum(sums, amount, addendsOf(disclosure))
  for (const agency of agenciesOf(disclosure)) addRowSum(sums, agency.amount, addendsOf(agency))
  for (const { amount, funding } of projectsOf(disclosure)) {
    addRowSum(sums, amount, funding.filter(({ level }) => level === 1).flatMap(addendOf))
  }
  return sums
}

const addRowSum = (sums: Map<number, RowSum>, stated: Agency['amount'], addends: readonly Addend[]): void => {
  if (stated.kind !== 'amount' || addends.length === 0) return
  const computed = sum(addends.map(({ amount }) => amount.money))
  sums.set(stated.numeral.text.span.start, {
    stated,
    addends,
    computed,
    agrees: computed.eq(stated.money),
  })
}

interface Rows {
  readonly agencies: readonly Agency[]
  readonly projects: readonly Project[]
}

/** A row without an amount of its own counts as what it holds. */
const addendsOf = ({ agencies, projects }: Rows): Addend[] => [
  ...agencies.flatMap((agency) =>
    agency.amount.kind === 'blank-amount' ? addendsOf(agency) : addendOf(agency),
  ),
  ...projects.flatMap(addendOf),
]

const addendOf = ({ name, amount }: Agency | Project | Funding): Addend[] =>
  amount.kind === 'amount' ? [{ name, amount }] : []
