import { busy, progress, rereading, workshop } from './busy.ts'
import { all, on } from './dom.ts'
import { showAll } from './lists.ts'
import type { RecheckFormat } from './protocol.ts'
import { showAllRechecked } from './recheck-list.ts'
import { reportTerms, state } from './state.ts'
import { WORDS } from './words.ts'

/** What is saved under which name, and what it is. */
const EXPORTS = {
  worklist: ['整改清单.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  html: ['检查报告.html', 'text/html'],
  csv: ['问题清单.csv', 'text/csv'],
  json: ['检查结果.json', 'application/json'],
} as const

const RECHECKS: Readonly<Record<RecheckFormat, readonly [name: string, type: string]>> = {
  xlsx: ['整改核对.xlsx', EXPORTS.worklist[1]],
  html: ['整改核对.html', 'text/html'],
  csv: ['整改核对.csv', 'text/csv'],
  markdown: ['整改核对.md', 'text/markdown'],
  json: ['整改核对.json', 'application/json'],
}

const saveRecheck = async (format: RecheckFormat): Promise<void> => {
  const { recheck } = state
  if (recheck === undefined) return
  progress(WORDS.writing)
  const question = { ask: 'export-recheck', format, recheck, terms: reportTerms() } as const
  const [name, type] = RECHECKS[format]
  download(new Blob((await workshop.ask(question)) as BlobPart[], { type }), name)
}

const save = async (format: keyof typeof EXPORTS): Promise<void> => {
  const { results, given } = state
  if (results === undefined) return
  progress(WORDS.writing)
  // Only what is drawn is read once more.
  const files = format === 'html' ? given.files : []
  const pieces = (await workshop.ask(
    { ask: 'export', format, results, files, terms: reportTerms() },
    rereading,
  )) as BlobPart[]
  const [name, type] = EXPORTS[format]
  download(new Blob(pieces, { type }), name)
}

/** Long enough for any browser to begin, in milliseconds. */
const KEPT = 60_000

/** Gives a file to the user, as the browser does with downloads. */
const download = (content: Blob, name: string): void => {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), KEPT)
}

export const startExports = (): void => {
  for (const button of all('[data-export]'))
    button.addEventListener('click', () => {
      if (!state.isBusy) void busy(() => save(button.dataset['export'] as keyof typeof EXPORTS))
    })
  for (const button of all('[data-recheck]'))
    button.addEventListener('click', () => {
      if (!state.isBusy) void busy(() => saveRecheck(button.dataset['recheck'] as RecheckFormat))
    })
  on('print', 'click', () => {
    showAll()
    showAllRechecked()
    print()
  })
}
