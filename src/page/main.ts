import { clearBeside, compareWithGiven, drawBeside, startBeside, takeEarlier, takeList } from './beside.ts'
import { announce, busy, complain, complainOf, progress, workshop } from './busy.ts'
import { startChoicesDialog } from './choices-dialog.ts'
import { byId, on, root, show } from './dom.ts'
import { startExports } from './exports.ts'
import { closeFiling, openFiling, reopenFiling, startFilingView, syncFiling } from './filing-view.ts'
import { filesOfDrop, filesOfInput, type GatheredFiles, sortFound, withFreePaths } from './gather-files.ts'
import { chooseTab, list, listedRecords, listSoon, showList, startLists } from './lists.ts'
import type { Results } from './protocol.ts'
import { showRecheck, startRecheckList } from './recheck-list.ts'
import { startRollList } from './roll-list.ts'
import { chosenSettings, keepChoice, NO_FILES, speak, state } from './state.ts'
import * as words from './words.ts'
import { isStopped } from './workshop.ts'

const { WORDS } = words

// ---- Files in

/** What files are given for. */
type Purpose = 'check' | 'earlier' | 'list'

const take = async (found: GatheredFiles, purpose: Purpose): Promise<void> => {
  if (state.isBusy) return complain(WORDS.busy)
  if (purpose === 'earlier') return takeEarlier(found)
  if (purpose === 'list') return takeList(found)
  if (found.files.length === 0 && found.skipped.length === 0) return complain(WORDS.noFiles)
  const { files, skipped } = state.given
  const taken = new Set([...files, ...skipped].map(({ path }) => path))
  state.given = {
    files: [...files, ...withFreePaths(found.files, taken)],
    skipped: [...skipped, ...found.skipped.filter(({ path }) => !taken.has(path))],
  }
  await check()
}

const startIntake = (): void => {
  for (const [id, purpose] of [
    ['files', 'check'],
    ['folder', 'check'],
    ['earlier-files', 'earlier'],
    ['earlier-folder', 'earlier'],
    ['list-file', 'list'],
  ] as const) {
    const input = byId<HTMLInputElement>(id)
    input.addEventListener('change', () => {
      const found = sortFound(filesOfInput(input.files ?? []))
      input.value = ''
      void take(found, purpose)
    })
    on(`choose-${id}`, 'click', () => input.click())
  }
  on('add', 'click', () => byId<HTMLInputElement>('files').click())
  let dragged = 0
  const drag = (by: number): void => {
    dragged = Math.max(0, dragged + by)
    root.classList.toggle('dragged', dragged > 0 && !state.isBusy)
  }
  addEventListener('dragenter', () => drag(1))
  addEventListener('dragleave', () => drag(-1))
  acceptDrops(window)
  addEventListener('drop', () => drag(-dragged))
}

/** What is dropped is taken for what the place is for, or checked; otherwise the browser would show it instead of the page. */
const acceptDrops = (place: Window | Document): void => {
  place.addEventListener('dragover', (event) => event.preventDefault())
  place.addEventListener('drop', (event) => {
    event.preventDefault()
    const { dataTransfer, target } = event as DragEvent
    if (dataTransfer === null) return
    const zone = target instanceof Element ? target.closest<HTMLElement>('[data-drop]') : null
    const purpose = (zone?.dataset['drop'] ?? 'check') as Purpose
    filesOfDrop(dataTransfer.items).then((found) => take(sortFound(found), purpose), complainOf)
  })
}

// ---- Checking

const check = async (): Promise<void> => {
  state.records = [...state.given.skipped]
  state.results = undefined
  state.recheck = undefined
  state.left = 0
  await busy(async () => {
    drawBeside()
    await checkGiven()
    await compareWithGiven()
  })
  drawBeside()
  const records = listedRecords()
  const isAlone = records.length === 1 && state.recheck === undefined && state.list === undefined
  if (isAlone && state.results !== undefined) await openFiling(0)
}

const checkGiven = async (): Promise<void> => {
  const { files } = state.given
  state.rules = await workshop.rules
  state.checkedBy = chosenSettings()
  show('work', 'results')
  list()
  let begun = 0
  try {
    announce(words.checking(1, files.length, files[0]?.path ?? ''))
    await workshop.check(files, state.checkedBy, {
      begin: (path) => {
        begun += 1
        progress(words.checking(begun, files.length, path), (begun - 1) / files.length)
      },
      scan: (path, page, pages) => {
        progress(words.scanning(path, page, pages), (begun - 1 + (page - 1) / pages) / files.length)
      },
      take: (records) => {
        state.records.push(...records)
        listSoon()
      },
    })
  } catch (error) {
    if (!isStopped(error)) throw error
    state.left = files.length - begun + 1
  }
  // What was checked is not given up.
  byId('cancel').hidden = true
  progress(WORDS.comparing)
  const { records, checkedBy } = state
  state.results = (await workshop.ask({ ask: 'finish', records, settings: checkedBy })) as Results
  list()
  announce(state.left > 0 ? words.stopped(state.left) : WORDS.done)
}

const clear = (): void => {
  state.given = NO_FILES
  state.records = []
  state.results = undefined
  state.left = 0
  chooseTab('files')
  clearBeside()
  closeFiling()
  workshop.forget()
  list()
  complain(undefined)
  show('intake')
  byId('choose-files').focus()
}

/** Other settings are other results; what is listed of them is a matter of the list. */
const applyChoices = (): void => {
  if (state.given.files.length === 0 || state.isBusy) return
  if (JSON.stringify(chosenSettings()) !== JSON.stringify(state.checkedBy)) void check()
  else {
    list()
    drawBeside()
    reopenFiling()
  }
}

// ---- Begin

on('language', 'click', () => {
  keepChoice({ language: state.choices.language === 'zh' ? 'en' : 'zh' })
  speak()
  showList()
  showRecheck()
  syncFiling()
})
on('clear', 'click', clear)
startIntake()
startLists()
startBeside()
startRecheckList()
startRollList()
startFilingView(acceptDrops)
startExports()
startChoicesDialog(applyChoices)
byId('needs').hidden = true
speak()
show('intake')
workshop.rules.catch((error: unknown) => {
  const reason = error instanceof Error ? error.message : ''
  complain({ zh: WORDS.notReady.zh + reason, en: WORDS.notReady.en + reason })
})
