import type { RollCall } from '../corpus/roll-call.ts'
import { isAsExpected } from '../corpus/roll-call.ts'
import type { Message } from '../model/finding.ts'
import { both, html, type Markup } from '../report/html/markup.ts'
import { inBoth } from '../report/html/page-words.ts'
import { ROLL_CALL_WORDS, rollCallVerdict } from '../report/roll-call-words.ts'
import { chipsOff, offerChips, startChips } from './chips.ts'
import { byId, fill } from './dom.ts'
import { state } from './state.ts'
import { WORDS } from './words.ts'

// Who filed, of those that have to.

/** What is not as it should be comes first. */
const SORTS = ['missing', 'unread', 'twice', 'stranger', 'filed'] as const

type Sort = (typeof SORTS)[number]

const KINDS = {
  missing: 'error',
  unread: 'error',
  twice: 'warning',
  stranger: 'warning',
  filed: 'ok',
} as const

const LABELS: Readonly<Record<Sort, Message>> = {
  missing: ROLL_CALL_WORDS.missing,
  unread: WORDS.unreadShort,
  twice: ROLL_CALL_WORDS.twice,
  stranger: WORDS.stranger,
  filed: WORDS.expected,
}

interface Row {
  readonly is: Sort
  readonly agency: string
  readonly files: readonly string[]
}

const rowsOf = ({ agencies, strangers }: RollCall): readonly Row[] => [
  ...agencies.map(({ is, code, name, files }) => ({ is, agency: `${code} ${name}`.trim(), files })),
  ...strangers.map((path) => ({ is: 'stranger' as const, agency: '', files: [path] })),
]

/** Lists the roll call anew. */
export const listRollCall = (): void => {
  const rollCall = state.results?.rollCall
  byId('roll').hidden = rollCall === undefined
  byId('count-roll').textContent = rollCall === undefined ? '' : String(rollCall.agencies.length)
  if (rollCall === undefined) return
  const sign = isAsExpected(rollCall) ? '✓' : '✗'
  fill(byId('roll-verdict'), html`${sign} ${both(inBoth((language) => rollCallVerdict(rollCall, language)))}`)
  const rows = rowsOf(rollCall)
  offerChips(
    'roll-chips',
    SORTS.map((value) => ({
      value,
      kind: KINDS[value],
      label: LABELS[value],
      count: rows.filter(({ is }) => is === value).length,
    })),
  )
  fill(
    byId('roll-head'),
    html`<tr><th scope="col">${both(WORDS.agency)}</th><th scope="col">${both(WORDS.result)}</th><th scope="col">${both(WORDS.file)}</th></tr>`,
  )
  showRollCall()
}

const showRollCall = (): void => {
  const rollCall = state.results?.rollCall
  if (rollCall === undefined) return
  const off = chipsOff('roll-chips')
  const rows = rowsOf(rollCall)
    .filter(({ is }) => !off.has(is))
    .toSorted((a, b) => SORTS.indexOf(a.is) - SORTS.indexOf(b.is))
  fill(byId('roll-rows'), html`${rows.map(renderRow)}`)
}

const renderRow = ({ is, agency, files }: Row): Markup =>
  html`<tr><th scope="row">${agency || '–'}</th><td><span class="tag ${KINDS[is]}">${both(LABELS[is])}</span></td>
    <td class="files-of">${files.map((path) => html`<span class="path">${path}</span>`)}</td></tr>`

export const startRollList = (): void => startChips('roll-chips', showRollCall)
