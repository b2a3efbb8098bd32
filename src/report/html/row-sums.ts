import { type Decimal, sum } from '../../model/decimal.ts'
import type { Agency, Disclosure, Funding, Project, ValidAmount } from '../../model/disclosure.ts'
import type { Message } from '../../model/finding.ts'
import { agenciesOf, projectsOf } from '../../model/walk.ts'
import type { SpannedText } from '../../source/spanned-text.ts'
import { clean, describeAmount } from '../target-text.ts'
import { plural } from '../words.ts'
import type { Mark } from './mark-painter.ts'
import { both, html, type Markup, NOTHING } from './markup.ts'
import { PAGE_WORDS } from './page-words.ts'

/** One addend of a row's amount. */
interface Addend {
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

/**
 * The arithmetic of a row as people check it: the addends, their sum, what is stated, the difference.
 * Addends that have a mark lead to it.
 */
export const renderAddends = (sum: RowSum, disclosure: Disclosure, marks: readonly Mark[] = []): Markup => {
  const { stated, addends, agrees } = sum
  const markAt = new Map(marks.map((mark) => [mark.at.start, mark]))
  const rows = addends.map(({ name, amount }) => {
    const mark = markAt.get(amount.span.start)
    const label = mark === undefined ? html`${clean(name)}` : html`<a href="#${mark.id}">${clean(name)}</a>`
    return html`<tr><th scope="row">${label}</th><td>${describeAmount(amount, disclosure)}</td></tr>`
  })
  const difference = inTableUnit(stated.money.minus(sum.computed), sum, disclosure)
  return html`<div class="sum-box"><table class="sum"><tbody>${rows}</tbody><tfoot>
    <tr><th scope="row">Σ ${both(PAGE_WORDS.sum)}</th><td>${inTableUnit(sum.computed, sum, disclosure)}</td></tr>
    <tr><th scope="row">${both(PAGE_WORDS.stated)}</th><td>${describeAmount(stated, disclosure)}</td></tr>
    ${agrees ? NOTHING : html`<tr class="off"><th scope="row">${both(PAGE_WORDS.difference)}</th><td>${difference}</td></tr>`}
  </tfoot></table></div>`
}

/** `等于 7 项之和`, or what they come to. */
export const describeSum = (sum: RowSum, disclosure: Disclosure): Message => {
  const rows = sum.addends.length
  if (sum.agrees) return { zh: `等于 ${rows} 项之和`, en: `the sum of ${plural(rows, 'row')}` }
  const computed = inTableUnit(sum.computed, sum, disclosure)
  return { zh: `${rows} 项之和为 ${computed}`, en: `sum of ${plural(rows, 'row')}: ${computed}` }
}

/** With as many decimals as the amounts are printed with, at least. */
const inTableUnit = (yuan: Decimal, { stated, addends }: RowSum, { moneyUnit }: Disclosure): string => {
  const value = yuan.div(moneyUnit.yuan)
  const decimals = addends.reduce(
    (most, { amount }) => Math.max(most, amount.numeral.decimals),
    stated.numeral.decimals,
  )
  const digits = value.decimalPlaces() < decimals ? value.toFixed(decimals) : value.toFixed()
  return `${digits} ${moneyUnit.name}`
}
