import type { Language, Message } from '../../model/finding.ts'
import { GENERATOR } from '../handed-out.ts'
import type { Original, Report, ReportOptions } from '../report.ts'
import { ROLL_CALL_WORDS, rollCallEntries, rollCallLine, rollCallVerdict } from '../roll-call-words.ts'
import { SEVERITIES, SEVERITY_WORDS } from '../words.ts'
import { tallyOf } from './charts.ts'
import { type Filing, filingOf } from './filing.ts'
import { renderCleanFiling, renderFiling } from './filing-section.ts'
import { both, bothIn, html, Markup, NOTHING } from './markup.ts'
import { renderCharts, renderVerdict } from './overview.ts'
import { PAGE_SCRIPT, PAGE_SCRIPT_HASH } from './page-script.ts'
import { PAGE_STYLE, PAGE_STYLE_HASH } from './page-style.ts'
import { inBoth, madeBy, PAGE_WORDS } from './page-words.ts'
import { asName, type SummaryOf, summariesOf } from './rule-docs.ts'

/**
 * One page for people, with everything in it: it asks nothing of any network, and no script or style
 * but its own two may run in it.
 */
export const renderHtml = (report: Report, options: ReportOptions): string => {
  const { language } = options
  const files = [...report.files]
  const checked = files.filter((file) => file.kind === 'checked')
  const filings = checked.map((file, i) =>
    filingOf({ ...file, ...originalOf(file.path, report) }, i, options),
  )
  const failed = files.filter((file) => file.kind === 'failed')
  const skipped = report.skipped ?? []
  const summaryOf = summariesOf(report)
  const page = html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}" data-lang="${language}"><head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyFor(checked.some(({ path }) => originalOf(path, report).source.scan?.hasCutOuts))}">
${new Markup(GENERATOR)}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${PAGE_WORDS.title[language]}</title>
<style>${new Markup(PAGE_STYLE)}</style>
</head><body>
<a class="skip" href="#list">${both(PAGE_WORDS.skip)}</a>
<header><p class="brand">${both(PAGE_WORDS.title)}</p><button type="button" class="control" id="language">${both(PAGE_WORDS.language)}</button></header>
<main>
${renderVerdict(report, filings)}
${renderUnread(
  PAGE_WORDS.failedFiles,
  FAILED_SIGN,
  failed.map(({ path, error }) => ({ path, why: error })),
)}
${renderRollCall(report)}
${renderCharts(filings, summaryOf)}
${renderControls(filings, summaryOf, options)}
${renderFilings(filings, summaryOf)}
${renderUnread(
  PAGE_WORDS.skippedFiles,
  NOTHING,
  skipped.map(({ path, reason }) => ({ path, why: reason })),
)}
</main>
<footer>${both(madeBy(report.toolVersion))}</footer>
<div id="tip" role="tooltip" hidden></div>
<script>${new Markup(PAGE_SCRIPT)}</script>
</body></html>
`
  return page.html
}

const originalOf = (path: string, { originals }: Report): Original => {
  const original = originals?.get(path)
  if (original === undefined) throw new RangeError(`the text of ${path} is missing`)
  return original
}

/** The page's own script and style by their digests, and pictures that are in it: markup that got in could still do nothing. */
const policyFor = (hasPictures: boolean): string =>
  [
    "default-src 'none'",
    `script-src '${PAGE_SCRIPT_HASH}'`,
    `style-src '${PAGE_STYLE_HASH}'`,
    ...(hasPictures ? ['img-src data:'] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

const FAILED_SIGN = html`<span class="sign error">✗</span>`

const renderFilings = (filings: readonly Filing[], summaryOf: SummaryOf): Markup => {
  const isOnly = filings.length === 1
  const found = filings.filter(({ findings }) => findings.length > 0)
  const clean = filings.filter(({ findings }) => findings.length === 0)
  return html`<section id="list" tabindex="-1">${found.map((filing) => renderFiling(filing, summaryOf, isOnly))}
    <p id="nothing" hidden>${both(PAGE_WORDS.nothingMatches)}</p></section>${
      clean.length === 0
        ? NOTHING
        : html`<details class="plain"${isOnly ? html` open` : NOTHING}><summary>${both(PAGE_WORDS.cleanFiles)}
          <span class="count">${clean.length}</span></summary><ul>${clean.map(renderCleanFiling)}</ul></details>`
    }`
}

/** Who filed, and who is not as expected. */
const renderRollCall = ({ rollCall }: Report): Markup => {
  if (rollCall === undefined) return NOTHING
  const entries = rollCallEntries(rollCall)
  return html`<details class="plain" open><summary>${both(ROLL_CALL_WORDS.title)} <span class="count">${both(inBoth((language) => rollCallVerdict(rollCall, language)))}</span></summary>
    <ul>${entries.map((entry) => html`<li>${both(inBoth((language) => rollCallLine(entry, language)))}</li>`)}</ul></details>`
}

/** Files of which nothing can be shown but why. */
const renderUnread = (
  title: Message,
  sign: Markup,
  files: readonly { readonly path: string; readonly why: Message }[],
): Markup =>
  files.length === 0
    ? NOTHING
    : html`<details class="plain" open><summary>${both(title)} <span class="count">${files.length}</span></summary>
      <ul>${files.map(({ path, why }) => html`<li>${sign} <span class="path">${path}</span> ${both(why)}</li>`)}</ul></details>`

/** Filters, and what opens and closes everything. Useless without scripts, so that scripts show it. */
export const renderControls = (
  filings: readonly Filing[],
  summaryOf: SummaryOf,
  { language }: ReportOptions,
): Markup => {
  const found = filings.filter(({ findings }) => findings.length > 0)
  if (found.length === 0) return NOTHING
  const all = found.flatMap(({ findings }) => findings.map(({ finding }) => finding))
  const tally = tallyOf(all)
  const rules = [...new Set(all.map(({ rule }) => rule))].sort()
  const chips = SEVERITIES.filter((severity) => tally[severity] > 0).map(
    (severity) =>
      html`<button type="button" class="chip ${severity}" data-severity="${severity}" aria-pressed="true">${both(
        SEVERITY_WORDS[severity],
      )} <b>${tally[severity]}</b></button>`,
  )
  const option = (value: string, label: string): Markup => html`<option value="${value}">${label}</option>`
  const anyOption = (word: Message): Markup =>
    html`<option value="" ${bothIn('label', word, language)}>${word[language]}</option>`
  const name = (word: Message): Markup => bothIn('aria-label', word, language)
  return html`<div class="controls" role="search">
    <input type="search" id="search" ${bothIn('placeholder', PAGE_WORDS.search, language)} ${name(PAGE_WORDS.search)}>
    <div class="chips">${chips}</div>
    <select id="rule" ${name(PAGE_WORDS.anyRule)}>${anyOption(PAGE_WORDS.anyRule)}${rules.map((rule) => ruleOption(rule, summaryOf, language))}</select>
    ${
      found.length < 2
        ? NOTHING
        : html`<select id="file" ${name(PAGE_WORDS.anyFile)}>${anyOption(PAGE_WORDS.anyFile)}${found.map(
            ({ id, file }) => option(id, file.path),
          )}</select>`
    }
    <output id="shown"></output>
    <button type="button" id="reset" hidden>${both(PAGE_WORDS.reset)}</button>
    <span class="space"></span>
    <button type="button" id="expand">${both(PAGE_WORDS.expand)}</button>
    <button type="button" id="collapse">${both(PAGE_WORDS.collapse)}</button>
    <button type="button" id="print">${both(PAGE_WORDS.print)}</button>
  </div>`
}

const ruleOption = (rule: string, summaryOf: SummaryOf, language: Language): Markup => {
  const { zh, en } = asName(summaryOf(rule))
  const label = { zh: `${zh}（${rule}）`, en: `${en} (${rule})` }
  return html`<option value="${rule}" ${bothIn('label', label, language)}>${label[language]}</option>`
}
