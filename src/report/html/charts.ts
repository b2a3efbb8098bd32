import { groupBy } from '../../collect.ts'
import type { Amount, Disclosure } from '../../model/disclosure.ts'
import type { Finding, Message, Severity } from '../../model/finding.ts'
import { projectsOf } from '../../model/walk.ts'
import { clean, describeAmount } from '../target-text.ts'
import { countOfSeverity, SEVERITIES } from '../words.ts'
import { type Filing, filingName } from './filing.ts'
import { projectId } from './filing-table.ts'
import { both, type Content, html, type Markup, NOTHING } from './markup.ts'
import { andOthers, inBoth, PAGE_WORDS } from './page-words.ts'

/** One line of a chart: a label, a number as it is written, and the parts of its bar. */
export interface Bar {
  readonly label: Content
  readonly value: Content
  /** In one measure for all bars of a chart; drawn one behind the other. */
  readonly parts: readonly BarPart[]
  /** Where a click leads. */
  readonly href?: string | undefined
  /** The rule that a click filters by. */
  readonly rule?: string
}

interface BarPart {
  readonly size: number
  readonly kind: 'error' | 'warning' | 'info' | 'money'
}

/**
 * Horizontal bars, each an inline SVG below its label. All lengths are shares of the width, so that
 * letters keep their size on a narrow screen and on paper. `full` is the least that fills the width.
 */
const renderBars = (bars: readonly Bar[], full = Number.MIN_VALUE): Markup => {
  const longest = Math.max(...bars.map(sizeOf), full)
  return html`<ol class="bars">${bars.map((bar) => html`<li>${renderBar(bar, longest)}</li>`)}</ol>`
}

const renderBar = (bar: Bar, longest: number): Markup => {
  const words = html`<span class="label">${bar.label}</span> <span class="value">${bar.value}</span>`
  let x = 0
  const parts = bar.parts.map(({ size, kind }) => {
    const width = (Math.max(0, size) / longest) * 100
    const rect = html`<rect class="${kind}" x="${percent(x)}" width="${percent(width)}" height="8"/>`
    x += width
    return rect
  })
  const svg = html`<svg width="100%" height="8" aria-hidden="true"><rect class="track" width="100%" height="8"/>${parts}</svg>`
  if (bar.href === undefined) return html`<span class="bar">${words}${svg}</span>`
  const rule = bar.rule === undefined ? NOTHING : html` data-rule="${bar.rule}"`
  return html`<a class="bar" href="${bar.href}"${rule}>${words}${svg}</a>`
}

const sizeOf = ({ parts }: Bar): number => parts.reduce((total, { size }) => total + Math.max(0, size), 0)

const percent = (share: number): string => `${Number(share.toFixed(2))}%`

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

/** How many findings of each severity. */
export type Tally = Readonly<Record<Severity, number>>

export const tallyOf = (findings: readonly Finding[]): Tally => {
  const tally = { error: 0, warning: 0, info: 0 }
  for (const { severity } of findings) tally[severity] += 1
  return tally
}

export const totalOf = (tally: Tally): number => tally.error + tally.warning + tally.info

/** `1 个错误` `2 个警告`, each in its colour. */
export const renderTallies = (tally: Tally): Markup =>
  html`${SEVERITIES.filter((severity) => tally[severity] > 0).map(
    (severity) =>
      html`<span class="tag ${severity}">${both(inBoth((language) => countOfSeverity(tally[severity], severity, language)))}</span> `,
  )}`

/** A bar of as many parts as there are severities. */
export const partsOfTally = (tally: Tally): Bar['parts'] =>
  SEVERITIES.map((severity) => ({ size: tally[severity], kind: severity }))

/** Errors before anything else, then by number. */
export const compareTallies = (a: Tally, b: Tally): number => b.error - a.error || totalOf(b) - totalOf(a)

/** Findings counted by what `keyOf` says of them. */
export const tallyBy = <Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  findingOf: (item: Item) => Finding,
): [string, Tally][] => [...groupBy(items, keyOf)].map(([key, own]) => [key, tallyOf(own.map(findingOf))])
