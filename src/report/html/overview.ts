import type { Message } from '../../model/finding.ts'
import type { SeverityCounts } from '../../model/record.ts'
import type { Report } from '../report.ts'
import { countAll, headsOf, tallyOf } from '../verdict.ts'
import { countOfSeverity, describeSize, enumerate, plural, SEVERITIES } from '../words.ts'
import {
  type Bar,
  compareTallies,
  partsOfTally,
  renderChart,
  renderMoneyByFile,
  renderMoneyByProject,
  SHOWN_BARS,
  type Tally,
  tallyBy,
  tallyOf as tallyOfFindings,
  totalOf,
} from './charts.ts'
import { type Filing, filingName, groupsOf } from './filing.ts'
import { both, html, type Markup, NOTHING } from './markup.ts'
import { countOfFiles, inBoth, ofWhichClean, PAGE_WORDS } from './page-words.ts'
import { asName, type SummaryOf } from './rule-docs.ts'

/** The verdict on all files: what a reader looks for first. */
export const renderVerdict = ({ files }: Report, filings: readonly Filing[]): Markup => {
  const { counts, failed } = tallyOf(headsOf(files))
  const size = { projects: 0, goals: 0, indicators: 0 }
  for (const { file } of filings) {
    size.projects += file.size.projects
    size.goals += file.size.goals
    size.indicators += file.size.indicators
  }
  const clean = filings.filter(({ file }) => countAll(file.counts) === 0).length
  const [only] = filings
  const what =
    files.length === 1 && only !== undefined
      ? html`${filingName(only.file)}`
      : html`${both(countOfFiles(files.length))}${clean === 0 ? NOTHING : both(ofWhichClean(clean))}`
  const below = html`${what} · ${both(inBoth((language) => describeSize(size, language)))}`
  return renderVerdictBox(counts, failed, below)
}

/** Charts for those who would rather look than read. */
export const renderCharts = (filings: readonly Filing[], summaryOf: SummaryOf): Markup => {
  const found = filings.filter(({ findings }) => findings.length > 0)
  const [only] = filings
  const isOne = filings.length === 1 && only !== undefined
  const charts = [
    found.length === 0 ? NOTHING : renderByRule(found, summaryOf),
    isOne ? renderByGroup(only) : renderByFile(found),
    isOne ? renderMoneyByProject(only) : renderMoneyByFile(filings),
  ].filter((chart) => chart !== NOTHING)
  return charts.length === 0 ? NOTHING : html`<section class="charts">${charts}</section>`
}

const renderByRule = (filings: readonly Filing[], summaryOf: SummaryOf): Markup => {
  const all = filings.flatMap(({ findings }) => findings)
  const tallies = tallyBy(
    all,
    ({ finding }) => finding.rule,
    ({ finding }) => finding,
  )
  return renderTallied(
    PAGE_WORDS.byRule,
    tallies.map(([rule, tally]) => ({ label: both(asName(summaryOf(rule))), tally, href: '#list', rule })),
  )
}

const renderByFile = (filings: readonly Filing[]): Markup =>
  renderTallied(
    PAGE_WORDS.byFile,
    filings.map(({ id, file, findings }) => ({
      label: filingName(file),
      tally: tallyOfFindings(findings.map(({ finding }) => finding)),
      href: `#${id}`,
    })),
  )

const renderByGroup = (filing: Filing): Markup =>
  renderTallied(
    PAGE_WORDS.byProject,
    groupsOf(filing).flatMap(({ name, members: [first, ...others] }) =>
      first === undefined
        ? []
        : [
            {
              label: both(name),
              tally: tallyOfFindings([first, ...others].map(({ finding }) => finding)),
              href: `#${first.card}`,
            },
          ],
    ),
  )

/** A single finding among single findings is no full bar. */
const FULL_BAR = 5

interface Tallied extends Pick<Bar, 'label'> {
  readonly tally: Tally
  readonly href: string
  readonly rule?: string
}

const renderTallied = (title: Message, rows: readonly Tallied[]): Markup => {
  if (rows.length === 0) return NOTHING
  const sorted = [...rows].sort((a, b) => compareTallies(a.tally, b.tally))
  const bars = sorted
    .slice(0, SHOWN_BARS)
    .map(({ tally, ...bar }): Bar => ({ ...bar, value: totalOf(tally), parts: partsOfTally(tally) }))
  return renderChart(title, bars, rows.length - bars.length, FULL_BAR)
}

/**
 * What all files come to, in large: what a reader looks for first.
 *
 * @param below What it is about, on a line of its own.
 */
export const renderVerdictBox = (counts: SeverityCounts, failed: number, below: Markup): Markup => {
  const [kind, sign] =
    counts.error > 0 || failed > 0 ? ['error', '✗'] : counts.warning > 0 ? ['warning', '!'] : ['ok', '✓']
  const verdict = inBoth((language) => {
    const found = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) =>
      countOfSeverity(counts[severity], severity, language),
    )
    // Where files were not checked, nobody says that there is nothing in them.
    const parts = found.length === 0 && failed === 0 ? [PAGE_WORDS.clean[language]] : found
    if (failed > 0)
      parts.push(
        language === 'zh' ? `${failed} 个文件未能检查` : `${plural(failed, 'file')} could not be checked`,
      )
    return enumerate(parts, language)
  })
  return html`<div class="verdict ${kind}"><span class="sign" aria-hidden="true">${sign}</span>
    <div><h1>${both(verdict)}</h1><p>${below}</p></div></div>`
}
