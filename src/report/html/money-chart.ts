import type { Amount, Disclosure } from '../../model/disclosure.ts'
import type { Message } from '../../model/finding.ts'
import { projectsOf } from '../../model/walk.ts'
import { clean, describeAmount } from '../target-text.ts'
import { type Bar, renderBars } from './bar-chart.ts'
import { type Filing, filingName } from './filing.ts'
import { projectId } from './filing-table.ts'
import { both, html, type Markup, NOTHING } from './markup.ts'
import { andOthers, PAGE_WORDS } from './page-words.ts'

/** More bars than this can't be taken in; the others are counted. */
export const SHOWN_BARS = 8

/** The projects of a filing by their money, the largest first. */
export const renderMoneyByProject = ({ id, file: { disclosure } }: Filing): Markup => {
  const rows = projectsOf(disclosure).map((project, i) => ({
    amount: project.amount,
    disclosure,
    label: clean(project.name),
    href: `#${projectId(id, i)}`,
  }))
  return renderMoney(rows, PAGE_WORDS.money)
}

/** The filings by the total that each states. */
export const renderMoneyByFile = (filings: readonly Filing[]): Markup => {
  const rows = filings.flatMap(({ id, file, findings }) => {
    const [total] = file.disclosure.totals
    return total === undefined
      ? []
      : [
          {
            amount: total.amount,
            disclosure: file.disclosure,
            label: filingName(file),
            href: findings.length === 0 ? undefined : `#${id}`,
          },
        ]
  })
  return renderMoney(rows, PAGE_WORDS.moneyByFile)
}

interface Row {
  readonly amount: Amount
  readonly disclosure: Disclosure
  readonly label: string
  readonly href: string | undefined
}

const renderMoney = (rows: readonly Row[], title: Message): Markup => {
  if (rows.length < 2) return NOTHING
  const sorted = [...rows].sort((a, b) => lengthOf(b.amount) - lengthOf(a.amount))
  const bars: Bar[] = sorted.slice(0, SHOWN_BARS).map(({ amount, disclosure, label, href }) => ({
    label,
    value: describeAmount(amount, disclosure),
    parts: [{ size: lengthOf(amount), kind: 'money' }],
    href,
  }))
  return renderChart(title, bars, rows.length - bars.length)
}

/** Bars under a heading, with the number of those that are not shown. */
export const renderChart = (title: Message, bars: readonly Bar[], more: number, full?: number): Markup =>
  html`<section class="chart"><h2>${both(title)}</h2>${renderBars(bars, full)}${
    more > 0 ? html`<p class="faint">${both(andOthers(more))}</p>` : NOTHING
  }</section>`

/** For the length of a bar only: sums of money are made of decimals. */
const lengthOf = (amount: Amount): number => (amount.kind === 'amount' ? amount.money.toNumber() : 0)
