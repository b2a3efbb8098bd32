import { clean } from '../target-text.ts'
import { countAll } from '../verdict.ts'
import { describeSize } from '../words.ts'
import { type DrawnFile, type Filing, filingName, groupsOf } from './filing.ts'
import { renderFilingTable } from './filing-table.ts'
import { renderFindingCard } from './finding-card.ts'
import { both, html, type Markup, NOTHING } from './markup.ts'
import { renderMoneyByProject } from './money-chart.ts'
import { countOfUnlisted, inBoth, PAGE_WORDS } from './page-words.ts'
import { rowSumsOf } from './row-sums.ts'
import type { SummaryOf } from './rule-docs.ts'
import { renderTallies, tallyOf } from './tally.ts'

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
