import type { RollCall } from '../corpus/roll-call.ts'
import type { Message } from '../model/finding.ts'
import type { FileRecord } from '../model/record.ts'
import { type Recheck, recheckAtLevel } from '../recheck/recheck.ts'
import { isSavedReport } from '../records/filing-names.ts'
import { inBoth } from '../report/html/page-words.ts'
import { countsInWords } from '../report/recheck/recheck-report.ts'
import { rollCallVerdict } from '../report/roll-call-words.ts'
import type { Settings } from '../settings.ts'
import { announce, busy, complain, progress, workshop } from './busy.ts'
import { byId, on, say } from './dom.ts'
import { type GatheredFiles, withFreePaths } from './gather-files.ts'
import { chooseTab } from './lists.ts'
import type { EarlierRound, Outcome } from './protocol.ts'
import { listRecheck } from './recheck-list.ts'
import { listRollCall } from './roll-list.ts'
import { NO_FILES, state } from './state.ts'
import * as words from './words.ts'

// What is given beside the files: the round before, and the list of agencies that have to file.

const { WORDS } = words

/** What is given, and what it still waits for. */
const givenWords = (paths: readonly string[]): Message => {
  const { zh, en } = words.given(paths)
  return state.results === undefined && !state.isBusy
    ? { zh: `${zh}。${WORDS.waits.zh}`, en: `${en}; ${WORDS.waits.en}` }
    : { zh, en }
}

/** Says what is given, and lists what came of it. */
export const drawBeside = (): void => {
  const draw = (id: string, paths: readonly string[]): void => {
    byId(`${id}-given`).hidden = paths.length === 0
    byId(`remove-${id}`).hidden = paths.length === 0
    byId(id).classList.toggle('has-given', paths.length > 0)
    if (paths.length === 0) byId(`${id}-given`).replaceChildren()
    else say(byId(`${id}-given`), givenWords(paths))
  }
  const { files, skipped } = state.earlier
  draw(
    'earlier',
    [...files, ...skipped].map(({ path }) => path),
  )
  draw('list', state.list === undefined ? [] : [state.list.path])
  listRecheck()
  listRollCall()
}

/** Takes the round before, instead of what was given of one until now. */
export const takeEarlier = async (found: GatheredFiles): Promise<void> => {
  const saved = found.files.filter(isSaved)
  if (found.files.length + found.skipped.length === 0) return complain(WORDS.noFiles)
  if (saved.length > 0 && saved.length < found.files.length) return complain(WORDS.earlierMixed)
  complain(undefined)
  state.earlier = { ...found, files: withFreePaths(found.files, new Set()) }
  isNews.add('recheck')
  await answerBeside(found, compareRounds)
}

/** Takes the list of agencies that have to file. */
export const takeList = async ({ files, skipped }: GatheredFiles): Promise<void> => {
  const [list] = files
  if (list === undefined || files.length + skipped.length > 1) return complain(WORDS.oneList)
  complain(undefined)
  state.list = list
  isNews.add('roll')
  await answerBeside({ files, skipped }, callRoll)
}

/** What was asked and not shown yet: whoever asked wants to see it first. */
const isNews = new Set<'recheck' | 'roll'>()

const isSaved = ({ path, isSearched }: GatheredFiles['files'][number]): boolean =>
  !isSearched && isSavedReport(path)

/** Answers at once where the files are there; otherwise when they come. */
const answerBeside = async (
  { files, skipped }: GatheredFiles,
  answer: () => Promise<void>,
): Promise<void> => {
  if (state.results === undefined) announce(givenWords([...files, ...skipped].map(({ path }) => path)))
  else await busy(answer)
  drawBeside()
}

/** All that is asked beside the check, once its results are there. */
export const compareWithGiven = async (): Promise<void> => {
  await callRoll()
  await compareRounds()
}

/** Checks the files of the round before where they are no reports, and compares. What can't be compared is not kept. */
const compareRounds = async (): Promise<void> => {
  const { earlier, records, results, checkedBy } = state
  state.recheck = undefined
  if (earlier.files.length + earlier.skipped.length === 0 || results === undefined) return
  if (state.left > 0) return complain(WORDS.notWhole)
  try {
    byId('cancel').hidden = false
    const saved = earlier.files.filter(isSaved)
    const round: EarlierRound =
      saved.length > 0 ? { saved } : { records: await checkEarlier(earlier, checkedBy) }
    progress(WORDS.comparingRounds)
    const question = { ask: 'recheck', earlier: round, records, settings: checkedBy } as const
    const { value, fault } = (await workshop.ask(question)) as Outcome<Recheck>
    state.recheck = value
    if (fault !== undefined) complain(fault)
  } finally {
    if (state.recheck === undefined) state.earlier = NO_FILES
  }
  const { recheck } = state
  if (recheck === undefined) return
  if (isNews.delete('recheck')) chooseTab('recheck')
  const { counts } = recheckAtLevel(recheck, state.choices.level)
  announce(inBoth((language) => WORDS.compared[language] + countsInWords(counts, language)))
}

/** The files of the round before are checked once by the same settings. */
let known:
  | { readonly of: GatheredFiles; readonly by: string; readonly records: readonly FileRecord[] }
  | undefined

const checkEarlier = async (earlier: GatheredFiles, settings: Settings): Promise<readonly FileRecord[]> => {
  const by = JSON.stringify(settings)
  if (known?.of === earlier && known.by === by) return known.records
  const records: FileRecord[] = [...earlier.skipped]
  const { files } = earlier
  let begun = 0
  await workshop.check(files, settings, {
    begin: (path) => {
      begun += 1
      progress(words.checkingEarlier(begun, files.length, path), (begun - 1) / files.length)
    },
    scan: (path, page, pages) => {
      progress(words.scanning(path, page, pages), (begun - 1 + (page - 1) / pages) / files.length)
    },
    take: (some) => records.push(...some),
  })
  known = { of: earlier, by, records }
  return records
}

const callRoll = async (): Promise<void> => {
  const { list, results } = state
  if (list === undefined || results === undefined) return
  if (state.left > 0) return complain(WORDS.notWhole)
  progress(WORDS.calling)
  const { value, fault } = (await workshop.ask({ ask: 'roll-call', list, results })) as Outcome<RollCall>
  if (value === undefined) {
    state.list = undefined
    complain(fault)
    return
  }
  state.results = { ...results, rollCall: value }
  if (isNews.delete('roll')) chooseTab('roll')
  announce(inBoth((language) => rollCallVerdict(value, language)))
}

/** Nothing of it stays in memory. */
export const clearBeside = (): void => {
  clearEarlier()
  clearList()
  drawBeside()
}

const clearEarlier = (): void => {
  state.earlier = NO_FILES
  state.recheck = undefined
  known = undefined
}

const clearList = (): void => {
  state.list = undefined
  if (state.results === undefined) return
  const { rollCall: _, ...results } = state.results
  state.results = results
}

export const startBeside = (): void => {
  for (const [id, clear, next] of [
    ['earlier', clearEarlier, 'choose-earlier-files'],
    ['list', clearList, 'choose-list-file'],
  ] as const)
    on(`remove-${id}`, 'click', () => {
      if (state.isBusy) return complain(WORDS.busy)
      clear()
      drawBeside()
      byId(next).focus()
    })
}
