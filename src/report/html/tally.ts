import { groupBy } from '../../collect.ts'
import type { Finding, Severity } from '../../model/finding.ts'
import { countOfSeverity, SEVERITIES } from '../words.ts'
import type { Bar } from './bar-chart.ts'
import { both, html, type Markup } from './markup.ts'
import { inBoth } from './page-words.ts'

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
