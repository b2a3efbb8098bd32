import { busy, rereading, workshop } from './busy.ts'
import { all, byId, on, show } from './dom.ts'
import { listedRecords } from './lists.ts'
import type { PageFile } from './protocol.ts'
import { reportTerms, state } from './state.ts'

// One filing as the report shows it, in a frame of its own.

let opened = -1

const frame = byId<HTMLIFrameElement>('filing')

/** The file that a record came of: itself, or the archive that holds it. */
const containerOf = (path: string): PageFile | undefined =>
  state.given.files.find((file) => file.path === path) ??
  state.given.files.find((file) => path.startsWith(`${file.path}/`))

/**
 * Opens a filing.
 *
 * @param at Its place among the listed files.
 * @param finding Which of its findings to go to.
 */
export const openFiling = async (at: number, finding?: number): Promise<void> => {
  const record = listedRecords()[at]
  const file = record && containerOf(record.path)
  if (record?.kind !== 'checked' || file === undefined || state.results === undefined) return
  const { path } = record
  await busy(async () => {
    const question = { ask: 'view', file, record, terms: reportTerms() } as const
    const pieces = (await workshop.ask(question, rereading)) as string[]
    opened = at
    byId('reading-name').textContent = path
    byId<HTMLButtonElement>('previous').disabled = neighbour(-1) === undefined
    byId<HTMLButtonElement>('next').disabled = neighbour(1) === undefined
    show('reading')
    const arrive = (): void => {
      syncFiling()
      if (finding !== undefined) jumpTo(finding)
    }
    frame.addEventListener('load', arrive, { once: true })
    frame.srcdoc = pieces.join('')
    byId('reading-name').focus()
    scrollTo(0, 0)
  })
}

/** Opens what is open once more, by other choices. */
export const reopenFiling = (): void => {
  if (!byId('reading').hidden) void openFiling(opened)
}

/** Nothing of what was shown stays in memory. */
export const closeFiling = (): void => {
  opened = -1
  frame.srcdoc = ''
}

/** The report has a head of its own, which the page stands for. */
export const syncFiling = (): void => {
  const within = frame.contentDocument
  if (within === null) return
  within.documentElement.classList.add('within')
  if (within.documentElement.dataset['lang'] !== state.choices.language)
    within.getElementById('language')?.click()
}

const jumpTo = (finding: number): void => {
  const card = frame.contentDocument?.getElementById(`f1n${finding + 1}`)
  card?.scrollIntoView()
  card?.querySelector<HTMLElement>('.no')?.click()
}

/** The next filing of the list that can be opened, or the one before. */
const neighbour = (step: 1 | -1): number | undefined => {
  const records = listedRecords()
  for (let at = opened + step; at >= 0 && at < records.length; at += step)
    if (records[at]?.kind === 'checked') return at
  return undefined
}

/** @param prepare What is done with the document of the frame. */
export const startFilingView = (prepare: (within: Document) => void): void => {
  frame.addEventListener('load', () => {
    if (frame.contentDocument !== null) prepare(frame.contentDocument)
  })
  byId('results').addEventListener('click', ({ target }) => {
    const link = (target as Element).closest<HTMLElement>('[data-open]')
    if (link === null || state.isBusy) return
    const { open, finding } = link.dataset
    void openFiling(Number(open), finding === undefined ? undefined : Number(finding))
  })
  for (const [id, step] of [
    ['previous', -1],
    ['next', 1],
  ] as const)
    on(id, 'click', () => {
      const at = neighbour(step)
      if (at !== undefined && !state.isBusy) void openFiling(at)
    })
  on('back', 'click', () => {
    show('results')
    all(`[data-open="${opened}"]`)[0]?.focus()
  })
  on('print-filing', 'click', () => frame.contentWindow?.print())
}
