import type { Message } from '../model/finding.ts'
import { byId, on, root, say } from './dom.ts'
import { engineFiles, ocrProgram } from './engine.ts'
import type { Said } from './protocol.ts'
import { state } from './state.ts'
import * as words from './words.ts'
import { isStopped, Workshop } from './workshop.ts'

const { WORDS } = words

export const workshop = new Workshop(ocrProgram() + (byId('worker').textContent ?? ''), engineFiles)

/** Says what is being done, and how far it is: from 0 to 1, or nobody knows. */
export const progress = (message: Message, share?: number): void => {
  say(byId('status'), message)
  if (share === undefined) byId('bar').removeAttribute('value')
  else byId('bar').setAttribute('value', String(share))
}

let reread = ''

/** Says which file is read once more for a report, and which page of a scan. */
export const rereading = (said: Said): void => {
  if (said.is === 'begun') {
    reread = said.path
    progress({ zh: WORDS.writing.zh + reread, en: `${WORDS.writing.en} ${reread}` })
  } else if (said.is === 'scanning') progress(words.scanning(reread, said.page, said.pages))
}

/** Tells those who don't see the page: what begins and ends, not every file. */
export const announce = (message: Message): void => say(byId('live'), message)

/** Says what went wrong, until something else is done. */
export const complain = (message: Message | undefined): void => {
  const said = byId('said')
  said.hidden = message === undefined
  if (message === undefined) said.replaceChildren()
  else say(said, message)
}

export const complainOf = (error: unknown): void => {
  const reason = error instanceof Error ? error.message : String(error)
  complain({ zh: WORDS.fault.zh + reason, en: WORDS.fault.en + reason })
}

/** Runs something that takes time: its progress shows, and it can be cancelled. */
export const busy = async (work: () => Promise<void>): Promise<void> => {
  state.isBusy = true
  root.classList.add('busy')
  byId('work').hidden = false
  byId('cancel').hidden = false
  progress(WORDS.waiting)
  complain(undefined)
  try {
    await work()
  } catch (error) {
    if (!isStopped(error)) complainOf(error)
  } finally {
    state.isBusy = false
    root.classList.remove('busy')
    byId('work').hidden = true
  }
}

on('cancel', 'click', () => workshop.stop())
