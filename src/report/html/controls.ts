import type { Language, Message } from '../../model/finding.ts'
import type { ReportOptions } from '../report.ts'
import { SEVERITIES, SEVERITY_WORDS } from '../words.ts'
import { tallyOf } from './charts.ts'
import type { Filing } from './filing.ts'
import { both, bothIn, html, type Markup, NOTHING } from './markup.ts'
import { PAGE_WORDS } from './page-words.ts'
import { asName, type SummaryOf } from './rule-docs.ts'

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
