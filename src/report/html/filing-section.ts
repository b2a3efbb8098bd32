import type { Finding, Language, Message } from '../../model/finding.ts'
import { quoteAt } from '../../source/quote.ts'
import { fitQuote } from '../fragment.ts'
import { spanName } from '../listing.ts'
import { clean } from '../target-text.ts'
import { countAll } from '../verdict.ts'
import { CATEGORY_WORDS, describeSize, SEVERITY_WORDS } from '../words.ts'
import { renderMoneyByProject, renderTallies, tallyOf } from './charts.ts'
import { type DrawnFile, type Filing, filingName, groupsOf } from './filing.ts'
import { renderFilingTable } from './filing-table.ts'
import type { Mark, NumberedFinding } from './mark-painter.ts'
import { both, html, type Markup, NOTHING } from './markup.ts'
import { countOfUnlisted, inBoth, PAGE_WORDS } from './page-words.ts'
import { type RowSum, renderAddends, rowSumsOf } from './row-sums.ts'
import type { SummaryOf } from './rule-docs.ts'

/** One line for a filing without findings: its text is not in the page. */
export const renderCleanFiling = ({ id, file, findings }: Filing): Markup => {
  const hidden = countAll(file.counts) - findings.length
  const title = file.disclosure.title === undefined ? NOTHING : html`${clean(file.disclosure.title)} · `
  return html`<li id="${id}"><span class="sign ok">✓</span> <span class="path">${file.path}</span>
    <span class="faint"> ${title}${sizeOf(file)}</span>${renderNotes(file)}${renderHidden(hidden)}</li>`
}

/**
 * A filing with its findings, by project, and beside them its table. The table is text that the page
 * turns into elements when the filing is opened: `noscript` is just that, and without scripts it shows.
 */
export const renderFiling = (filing: Filing, summaryOf: SummaryOf, isOnly: boolean): Markup => {
  const { id, file, findings } = filing
  const sums = rowSumsOf(file.disclosure)
  const groups = groupsOf(filing).map(
    ({ name, members }) =>
      html`<section class="group"><h3>${both(name)} <span class="count">${members.length}</span></h3>
        <ol class="cards">${members.map((member) => renderFindingCard(member, file, sums, summaryOf))}</ol></section>`,
  )
  const tallies = renderTallies(tallyOf(findings.map(({ finding }) => finding)))
  return html`<details class="filing" id="${id}"${isOnly ? html` open` : NOTHING}>
    <summary><span class="name"><strong>${filingName(file)}</strong> <span class="path">${file.path}</span></span>
      <span class="facts">${tallies}<span class="faint">${sizeOf(file)}</span></span></summary>
    ${renderNotes(file)}
    <div class="panes">
      <div class="findings">${groups}${renderHidden(countAll(file.counts) - findings.length)}</div>
      <div class="paper">
        <div class="paper-head"><h3>${both(PAGE_WORDS.filing)}</h3>
          <label class="control"><input type="checkbox" class="flagged-only"> ${both(PAGE_WORDS.flaggedOnly)}</label>
          <p class="faint">${both(PAGE_WORDS.legend)}</p></div>
        <noscript>${renderFilingTable(file, findings, sums, id)}</noscript>
      </div>
    </div>
    ${isOnly ? NOTHING : renderMoneyByProject(filing)}
  </details>`
}

const sizeOf = ({ size }: DrawnFile): Markup => both(inBoth((language) => describeSize(size, language)))

const renderNotes = ({ notes }: DrawnFile): Markup =>
  notes.length === 0
    ? NOTHING
    : html`<ul class="notes">${notes.map((note) => html`<li>${both(PAGE_WORDS.note)}${both(note)}</li>`)}</ul>`

const renderHidden = (hidden: number): Markup =>
  hidden === 0 ? NOTHING : html`<p class="hidden-count">${both(countOfUnlisted(hidden))}</p>`

/** A contradiction has few ends, and both are quoted; the addends of a sum are only named. */
const QUOTED_ENDS = 3

/** Columns of the terminal are halves of an ideograph here too. */
const QUOTE_WIDTH = 76

/** More related places than this fold away. */
const SHOWN_ENDS = 12

/** One finding in full: what, where, the ends with their text, the arithmetic, why, what to do. */
const renderFindingCard = (
  numbered: NumberedFinding,
  file: DrawnFile,
  sums: ReadonlyMap<number, RowSum>,
  summaryOf: SummaryOf,
): Markup => {
  const { finding, number, card, marks } = numbered
  const { severity, rule, message, because, fix } = finding
  return html`<li class="finding ${severity}" id="${card}" tabindex="-1" data-severity="${severity}"
    data-rule="${rule}" data-m="${number}">
    <h4><a class="no ${severity}" href="#${marks[0].id}">${number}</a>
      <span class="tag ${severity}">${both(SEVERITY_WORDS[severity])}</span> <span class="words">${both(message)}</span></h4>
    ${renderPath(finding)}
    ${renderPlaces(numbered, file, sums)}
    <dl>
      ${because === undefined ? NOTHING : html`<dt>${both(PAGE_WORDS.because)}</dt><dd>${both(because)}</dd>`}
      <dt class="todo">${both(PAGE_WORDS.todo)}</dt><dd class="todo">${both(fix)}</dd>
      <dt>${both(PAGE_WORDS.rule)}</dt><dd class="rule">${renderRule(finding, summaryOf)}</dd>
    </dl>
  </li>`
}

/** Below the project, under whose name the card stands. */
const renderPath = ({ path }: Finding): Markup => {
  const steps = path.slice(1)
  return steps.length === 0
    ? NOTHING
    : html`<p class="path">${steps.map((step, i) => html`${i === 0 ? '' : ' › '}${both(step)}`)}</p>`
}

const renderRule = ({ rule, category }: Finding, summaryOf: SummaryOf): Markup =>
  html`${both(summaryOf(rule))} <code>${rule}</code> <span class="faint">${both(CATEGORY_WORDS[category])}</span>`

const renderEnds = (
  { related = [] }: Finding,
  [primary, ...others]: NumberedFinding['marks'],
  file: DrawnFile,
): Markup => {
  const isQuoted = related.length <= QUOTED_ENDS
  const ends = others.map((mark, i) => renderEnd(mark, related[i]?.note ?? PAGE_WORDS.here, file, isQuoted))
  const rest = ends.slice(SHOWN_ENDS)
  return html`<ul class="ends">${renderEnd(primary, PAGE_WORDS.here, file, true)}${ends.slice(0, SHOWN_ENDS)}</ul>${
    rest.length === 0
      ? NOTHING
      : html`<details class="more"><summary>+ ${rest.length}</summary><ul class="ends">${rest}</ul></details>`
  }`
}

const renderEnd = (mark: Mark, note: Message, file: DrawnFile, isQuoted: boolean): Markup =>
  html`<li>${renderPlace(mark, file)} <span class="note">${both(note)}</span>${isQuoted ? html`${renderQuote(mark, file)}${renderCutOut(mark, file)}` : NOTHING}</li>`

const renderPlace = ({ id, at }: Mark, { source }: DrawnFile): Markup =>
  html`<a class="place" href="#${id}">${both(inBoth((language: Language) => spanName(source, at, language)))}</a>`

const renderQuote = ({ at, severity, isPrimary }: Mark, { source }: DrawnFile): Markup => {
  const { before, marked, after } = fitQuote(quoteAt(source.text, at), QUOTE_WIDTH, 1)
  const name = `m ${severity}${isPrimary ? '' : ' end'}`
  return html`<q>${before}<mark class="${name}">${marked === '' ? '‸' : marked}</mark>${after}</q>`
}

/** How the scan looks there, beside what was read of it. */
const renderCutOut = ({ at }: Mark, { source: { scan } }: DrawnFile): Markup => {
  if (scan?.hasCutOuts !== true) return NOTHING
  const picture = scan.cutOutAt(at)
  if (picture !== undefined)
    return html`<img class="scan" alt="${CUT_OUT}" src="data:image/png;base64,${base64Of(picture)}">`
  return scan.certaintyOf(at) === undefined
    ? NOTHING
    : html` <span class="faint">${both(PAGE_WORDS.noCutOut)}</span>`
}

const CUT_OUT = '扫描件原样 / as scanned'

const base64Of = (bytes: Uint8Array): string => {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += AT_ONCE)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + AT_ONCE)))
  return btoa(parts.join(''))
}

const AT_ONCE = 8192

/** The lines that the rule wrote. */
const renderWorking = ({ working = [] }: Finding): Markup =>
  working.length === 0
    ? NOTHING
    : html`<div class="working"><span class="faint">${both(PAGE_WORDS.arithmetic)}</span>${working.map(
        (line) => html`<code>${line}</code>`,
      )}</div>`

/** A sum of rows is shown as a table if all places of the finding are in it. */
const renderPlaces = (
  { finding, marks }: NumberedFinding,
  file: DrawnFile,
  sums: ReadonlyMap<number, RowSum>,
): Markup => {
  const sum = finding.category === 'arithmetic' ? sums.get(finding.at.start) : undefined
  const [primary, ...others] = marks
  const addends = new Set(sum?.addends.map(({ amount }) => amount.span.start))
  if (sum === undefined || !others.every(({ at }) => addends.has(at.start))) {
    return html`${renderEnds(finding, marks, file)}${renderWorking(finding)}`
  }
  return html`<ul class="ends">${renderEnd(primary, PAGE_WORDS.here, file, false)}</ul>${renderCutOut(primary, file)}${renderAddends(sum, file.disclosure, others)}`
}
