import type { Message } from '../model/finding.ts'
import type { FileRecord, SkippedRecord } from '../model/record.ts'
import { isAtLeast } from '../report/verdict.ts'
import { SEVERITIES, SEVERITY_WORDS } from '../report/words.ts'
import { chipsOff, offerChips, resetChips, startChips } from './chips.ts'
import { all, byId, fill, on, select } from './dom.ts'
import { inLanguage, speak, state } from './state.ts'
import {
  FILE_HEAD,
  type ListedFile,
  type ListedRow,
  listedFile,
  renderFile,
  renderOption,
  renderRow,
  renderVerdict,
  rowsOf,
  stateOf,
} from './views.ts'
import * as words from './words.ts'

const { WORDS } = words

/** Of the files that were checked, which agencies they are of. */
const agenciesOf = new Map<string, readonly string[]>()

/** Where findings are listed, by the path of their file and their fingerprint; made when it is asked for. */
let placeOf: ReadonlyMap<string, ListedPlace> | undefined

/** Which of the listed files, and which of its findings. */
export interface ListedPlace {
  readonly at: number
  readonly index: number
}

/** Where a finding can be opened; undefined for one that is not listed. */
export const listedPlace = (path: string, fingerprint: string): ListedPlace | undefined => {
  placeOf ??= new Map(
    files.flatMap(({ record, findings }, at) =>
      findings.map((finding, index) => [`${record.path}\n${finding.fingerprint}`, { at, index }]),
    ),
  )
  return placeOf.get(`${path}\n${fingerprint}`)
}

let files: readonly ListedFile[] = []
let rows: readonly ListedRow[] = []
let shownFiles: readonly ListedFile[] = []
let shownRows: readonly ListedRow[] = []
const TABS = ['files', 'findings', 'recheck', 'roll'] as const

let tab: (typeof TABS)[number] = 'files'
let drawnCount = 0

/** The files as they are listed, whatever the filters leave of them. */
export const listedRecords = (): readonly FileRecord[] => files.map(({ record }) => record)

const byPath = (a: FileRecord, b: FileRecord): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)

/** Lists everything anew. */
export const list = (): void => {
  const { records, results, choices, left } = state
  if (records.length === 0) agenciesOf.clear()
  for (const record of records)
    if (record.kind === 'checked' && record.extract !== undefined)
      agenciesOf.set(record.path, [...new Set(record.extract.agencies.map(({ name }) => name))])
  const now: readonly FileRecord[] =
    results === undefined ? records.toSorted(byPath) : [...results.files, ...results.skipped]
  files = now.map((record) => listedFile(record, agenciesOf.get(record.path) ?? [], choices.level))
  rows = rowsOf(files)
  placeOf = undefined
  const known = {
    files: now.filter((record) => record.kind !== 'skipped'),
    skipped: now.filter((record): record is SkippedRecord => record.kind === 'skipped'),
  }
  const remark = left > 0 ? words.stopped(left) : results === undefined ? WORDS.soFar : undefined
  fill(byId('verdict'), renderVerdict(known, choices.level, remark))
  fill(byId('file-head'), FILE_HEAD)
  byId('count-files').textContent = String(files.length)
  byId('count-findings').textContent = String(rows.length)
  for (const button of all<HTMLButtonElement>('.exports button')) button.disabled = results === undefined
  offerFilters()
  showList()
}

let isListing = false

/** While files come in, the list is drawn again a few times a second at most, and less often the longer it is. */
export const listSoon = (): void => {
  if (isListing) return
  isListing = true
  setTimeout(
    () => {
      isListing = false
      if (state.results === undefined && state.isBusy) list()
    },
    Math.max(300, rows.length / 20),
  )
}

/** Choices of a filter, with what is chosen kept where it is still there. */
export const offer = (id: string, any: Message, options: readonly (readonly [string, Message])[]): void => {
  const { value } = select(id)
  const markup = [['', any] as const, ...options].map(
    ([name, label]) => renderOption(name, label, value).html,
  )
  select(id).innerHTML = markup.join('')
  select(id).hidden = options.length < 2
}

const offerFilters = (): void => {
  const ruleName = new Map(state.rules.map(({ id, name }) => [id, name]))
  const found = [...new Set(rows.map(({ finding }) => finding.rule))].sort()
  offer(
    'rule',
    WORDS.anyRule,
    found.map((id) => [id, ruleName.get(id) ?? { zh: id, en: id }]),
  )
  const agencies = [...new Set(files.flatMap((file) => file.agencies))].sort()
  offer(
    'agency',
    WORDS.anyAgency,
    agencies.map((name) => [name, { zh: name, en: name }]),
  )
  const states = new Set(files.map(stateOf))
  offer(
    'state',
    WORDS.anyState,
    (['found', 'none', 'failed', 'other'] as const).flatMap((each) =>
      states.has(each) ? [[each, WORDS[each]] as const] : [],
    ),
  )
  offerChips(
    'chips',
    SEVERITIES.filter((severity) => isAtLeast(severity, state.choices.level)).map((severity) => ({
      value: severity,
      kind: severity,
      label: SEVERITY_WORDS[severity],
      count: rows.filter(({ finding }) => finding.severity === severity).length,
    })),
  )
  speak()
}

/** Whether a text, which is made when it is asked for, has all words that are searched for. */
export const searchIn = (id: string): ((textOf: () => string) => boolean) => {
  const terms = byId<HTMLInputElement>(id).value.toLowerCase().split(/\s+/).filter(Boolean)
  return (textOf) => {
    if (terms.length === 0) return true
    const text = textOf().toLowerCase()
    return terms.every((term) => text.includes(term))
  }
}

const textOfFile = ({ record, agencies }: ListedFile): string =>
  [record.path, ...agencies, record.kind === 'failed' ? inLanguage(record.error) : ''].join(' ')

const textOfRow = ({ file, finding, agencies }: ListedRow): string =>
  [file.path, ...agencies, ...[finding.message, finding.fix, ...finding.path].map(inLanguage)].join(' ')

/** Draws what the filters leave. */
export const showList = (): void => {
  for (const name of TABS) byId(`pane-${name}`).hidden = name !== tab
  const hasOwnFilters = tab === 'recheck' || tab === 'roll'
  byId('filters').hidden = hasOwnFilters
  byId('nothing').hidden = true
  byId('more').hidden = true
  if (hasOwnFilters) return
  const holds = searchIn('search')
  const [agency, rule, fileState] = [select('agency').value, select('rule').value, select('state').value]
  const off = chipsOff('chips')
  const isOfAgency = ({ agencies }: { readonly agencies: readonly string[] }): boolean =>
    agency === '' || agencies.includes(agency)
  shownFiles = files.filter(
    (file) =>
      isOfAgency(file) && (fileState === '' || stateOf(file) === fileState) && holds(() => textOfFile(file)),
  )
  shownRows = rows.filter(
    (row) =>
      isOfAgency(row) &&
      !off.has(row.finding.severity) &&
      (rule === '' || row.finding.rule === rule) &&
      holds(() => textOfRow(row)),
  )
  const isFiles = tab === 'files'
  const isFiltered = isFiles ? shownFiles.length < files.length : shownRows.length < rows.length
  byId('shown').textContent = inLanguage(
    isFiles
      ? words.countOfFiles(shownFiles.length, files.length)
      : words.countOfFindings(shownRows.length, rows.length),
  )
  select('state').classList.toggle('away', !isFiles)
  for (const id of ['rule', 'chips']) byId(id).classList.toggle('away', isFiles)
  byId('reset').hidden = !isFiltered
  byId('nothing').hidden = (isFiles ? shownFiles : shownRows).length > 0
  byId('nothing').textContent = inLanguage(!isFiles && rows.length === 0 ? WORDS.clean : WORDS.nothing)
  drawnCount = 0
  byId('file-rows').replaceChildren()
  byId('finding-rows').replaceChildren()
  showMore()
}

/** How much is drawn at once: the rest when it is asked for. */
export const AT_ONCE = 300

const showMore = (): void => {
  const isFiles = tab === 'files'
  const places = new Map(files.map(({ record }, at) => [record.path, at]))
  const end = drawnCount + AT_ONCE
  const drawn = isFiles
    ? shownFiles
        .slice(drawnCount, end)
        .map((file) => renderFile(file, places.get(file.record.path) ?? 0, state.choices.level))
    : shownRows.slice(drawnCount, end).map((row) => renderRow(row, places.get(row.file.path) ?? 0))
  byId(isFiles ? 'file-rows' : 'finding-rows').insertAdjacentHTML(
    'beforeend',
    drawn.map(({ html }) => html).join(''),
  )
  drawnCount = end
  byId('more').hidden = (isFiles ? shownFiles : shownRows).length <= end
  byId('more').textContent = inLanguage(WORDS.more)
}

/** Draws all that the filters leave, as paper wants it. */
export const showAll = (): void => {
  while (!byId('more').hidden) showMore()
}

/** Shows one of the lists. */
export const chooseTab = (to: typeof tab): void => {
  tab = to
  for (const name of TABS) {
    const button = byId(`tab-${name}`)
    button.setAttribute('aria-selected', String(name === to))
    button.tabIndex = name === to ? 0 : -1
  }
  showList()
}

/** Runs something when somebody typed and stopped. */
export const onTyping = (id: string, run: () => void): void => {
  let typing: ReturnType<typeof setTimeout> | undefined
  on(id, 'input', () => {
    clearTimeout(typing)
    typing = setTimeout(run, 120)
  })
}

export const startLists = (): void => {
  on('more', 'click', showMore)
  for (const id of ['rule', 'agency', 'state']) on(id, 'change', showList)
  onTyping('search', showList)
  startChips('chips', showList)
  on('reset', 'click', () => {
    byId<HTMLInputElement>('search').value = ''
    for (const id of ['rule', 'agency', 'state']) select(id).value = ''
    resetChips('chips')
    showList()
  })
  for (const [at, name] of TABS.entries()) {
    on(`tab-${name}`, 'click', () => chooseTab(name))
    byId(`tab-${name}`).addEventListener('keydown', ({ key }) => {
      if (key !== 'ArrowLeft' && key !== 'ArrowRight') return
      const step = key === 'ArrowRight' ? 1 : TABS.length - 1
      chooseTab(TABS[(at + step) % TABS.length] ?? 'files')
      byId(`tab-${tab}`).focus()
    })
  }
}
