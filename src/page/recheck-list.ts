import type { Message } from '../model/finding.ts'
import { RECHECK_STATUSES, type Recheck, type RecheckedFinding, recheckAtLevel } from '../recheck/recheck.ts'
import { both, html, type Markup, NOTHING } from '../report/html/markup.ts'
import { inBoth } from '../report/html/page-words.ts'
import {
  agencyWords,
  countsInWords,
  RECHECK_STATUS_WORDS,
  RECHECK_WORDS,
  type RecheckTexts,
  recheckTexts,
} from '../report/recheck/recheck-report.ts'
import { SEVERITY_WORDS } from '../report/words.ts'
import { chipsOff, offerChips, startChips } from './chips.ts'
import { byId, fill, on, select } from './dom.ts'
import { AT_ONCE, listedPlace, offer, onTyping, searchIn } from './lists.ts'
import { inLanguage, speak, state } from './state.ts'
import * as words from './words.ts'

// What became of the findings of the round before.

const { WORDS } = words

/** Its colour. */
const KINDS = { remaining: 'error', added: 'warning', unknown: 'info', mended: 'ok' } as const

let listed: Recheck | undefined
let shown: readonly RecheckedFinding[] = []
let drawnCount = 0

/** Lists the comparison anew, at the level that is listed. */
export const listRecheck = (): void => {
  const { recheck, choices } = state
  listed = recheck && recheckAtLevel(recheck, choices.level)
  byId('recheck').hidden = listed === undefined
  byId('count-recheck').textContent = listed === undefined ? '' : String(listed.findings.length)
  if (listed === undefined) return
  const { counts, agencies, unread } = listed
  fill(
    byId('recheck-verdict'),
    both(inBoth((language) => countsInWords(counts, language) || RECHECK_WORDS.nothing[language])),
  )
  fill(byId('recheck-unread'), unread.length === 0 ? NOTHING : renderUnread(unread))
  byId('recheck-totals').hidden = agencies.length === 0
  fill(byId('recheck-totals'), renderTotals(listed))
  offerChips(
    'recheck-chips',
    RECHECK_STATUSES.map((status) => ({
      value: status,
      kind: KINDS[status],
      label: RECHECK_STATUS_WORDS[status],
      count: counts[status],
    })),
  )
  offer(
    'recheck-agency',
    WORDS.anyAgency,
    agencies.map(({ agency }, i) => [String(i), inBoth((language) => agencyWords(agency, language))]),
  )
  speak()
  showRecheck()
}

const renderUnread = (unread: Recheck['unread']): Markup =>
  html`<div class="notice"><p>${both(RECHECK_WORDS.incomplete)}</p><ul>${unread.map(
    ({ side, path, reason }) =>
      html`<li>${both(side === 'old' ? RECHECK_WORDS.before : RECHECK_WORDS.now)} <b>${path}</b> ${both(reason)}</li>`,
  )}</ul></div>`

const renderTotals = ({ agencies }: Recheck): Markup =>
  html`<table class="files totals"><thead><tr><th scope="col">${both(RECHECK_WORDS.agency)}</th>${RECHECK_STATUSES.map(
    (status) => html`<th scope="col" class="number">${both(RECHECK_STATUS_WORDS[status])}</th>`,
  )}</tr></thead><tbody>${agencies.map(
    ({ agency, counts }, i) =>
      html`<tr><th scope="row"><button type="button" class="link" data-agency="${i}">${both(
        inBoth((language) => agencyWords(agency, language)),
      )}</button></th>${RECHECK_STATUSES.map(
        (status) =>
          html`<td class="number ${counts[status] === 0 ? '' : KINDS[status]}">${counts[status] || '–'}</td>`,
      )}</tr>`,
  )}</tbody></table>`

/** Draws what the filters leave. */
export const showRecheck = (): void => {
  const all = listed?.findings ?? []
  const off = chipsOff('recheck-chips')
  const agency = select('recheck-agency').value
  const holds = searchIn('recheck-search')
  shown = all.filter(
    (row) =>
      !off.has(row.status) && (agency === '' || row.total === Number(agency)) && holds(() => textOf(row)),
  )
  byId('recheck-shown').textContent = inLanguage(words.countOfFindings(shown.length, all.length))
  drawnCount = 0
  byId('recheck-rows').replaceChildren()
  showMore()
}

const textOf = (row: RecheckedFinding): string =>
  Object.values(recheckTexts(row, state.choices.language)).flat().join(' ')

const showMore = (): void => {
  const drawn = shown.slice(drawnCount, drawnCount + AT_ONCE).map((row) => renderRow(row).html)
  byId('recheck-rows').insertAdjacentHTML('beforeend', drawn.join(''))
  drawnCount += AT_ONCE
  byId('recheck-more').hidden = shown.length <= drawnCount
}

/** Draws all that the filters leave, as paper wants it. */
export const showAllRechecked = (): void => {
  while (!byId('recheck-more').hidden) showMore()
}

const renderRow = (row: RecheckedFinding): Markup => {
  const texts = { zh: recheckTexts(row, 'zh'), en: recheckTexts(row, 'en') }
  const said = (key: Exclude<keyof RecheckTexts, 'severity' | 'parts'>): Message => ({
    zh: texts.zh[key],
    en: texts.en[key],
  })
  const line = (label: Message, text: Message): Markup =>
    text.zh === '' ? NOTHING : html`<p class="fix"><b>${both(label)}</b> ${both(text)}</p>`
  const place = row.new && listedPlace(row.new.path, row.new.finding.fingerprint)
  const message = both(said('message'))
  const steps = (['agency', 'project', 'inside'] as const).map(said).filter(({ zh }) => zh !== '')
  return html`<li class="finding ${row.status}"><h4><span class="tag ${KINDS[row.status]}">${both(RECHECK_STATUS_WORDS[row.status])}</span>
    <span class="tag">${both(SEVERITY_WORDS[texts.zh.severity])}</span> ${
      place === undefined
        ? html`<span class="words">${message}</span>`
        : html`<button type="button" class="link words" data-open="${place.at}" data-finding="${place.index}">${message}</button>`
    }</h4>
    <p class="path">${steps.map((step, i) => html`${i === 0 ? '' : ' › '}${both(step)}`)} · ${both(said(row.new === undefined ? 'oldPlace' : 'newPlace'))}</p>
    ${line(RECHECK_WORDS.before, said('before'))}${texts.zh.parts.map((zh, i) =>
      line(RECHECK_WORDS.now, { zh, en: texts.en.parts[i] ?? zh }),
    )}${line(RECHECK_WORDS.why, said('why'))}${line(RECHECK_WORDS.answer, said('answer'))}${
      row.status === 'mended' ? NOTHING : line(RECHECK_WORDS.fix, said('fix'))
    }</li>`
}

export const startRecheckList = (): void => {
  startChips('recheck-chips', showRecheck)
  onTyping('recheck-search', showRecheck)
  on('recheck-agency', 'change', showRecheck)
  on('recheck-more', 'click', showMore)
  byId('recheck-totals').addEventListener('click', ({ target }) => {
    const agency = (target as Element).closest<HTMLElement>('[data-agency]')?.dataset['agency']
    if (agency === undefined) return
    select('recheck-agency').value = agency
    showRecheck()
    byId('recheck-rows').scrollIntoView({ block: 'nearest' })
  })
}
