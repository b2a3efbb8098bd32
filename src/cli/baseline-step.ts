import type { BaselineEntry } from '../baseline/baseline.ts'
import type { Matching, Suppressor } from '../baseline/suppress.ts'
import type { Language, Message } from '../model/finding.ts'
import type { RecordStore } from '../records/record-store.ts'
import { countSuppressed } from '../report/verdict.ts'
import { suppressedNote } from '../report/words.ts'
import { BASELINE_NAME, type BaselineFile, namesIn, openBaseline, requireBaseline } from './baseline-file.ts'
import { tell } from './terminal.ts'
import type { Io } from './world.ts'

/** `--baseline PATH`, `--no-baseline`, or what the config says. */
export interface BaselineFlags {
  readonly baseline?: string | false
}

/**
 * The baseline in force: the one named, else one in the current folder.
 *
 * @throws UsageError if the one named is missing, or it can't be read
 */
export const findBaseline = ({ baseline }: BaselineFlags, io: Io): BaselineFile | undefined => {
  if (baseline === false) return undefined
  return baseline === undefined ? openBaseline(BASELINE_NAME, io) : requireBaseline(baseline, io)
}

/** What knows the findings of a baseline. */
export const suppressorOf = async (
  { path, entries }: BaselineFile,
  ranOn: Matching['ranOn'],
  io: Io,
): Promise<Suppressor> => {
  const { Suppressor } = await import('../baseline/suppress.ts')
  return new Suppressor(entries, matchingOf(path, ranOn, io))
}

/** Who is told what a baseline did, and how. */
interface Telling {
  readonly io: Io
  readonly language: Language
  /** The format on standard output. */
  readonly format: string
}

/**
 * Marks what the baseline knows, with a note on each file, and warns on stderr of entries that are stale or past
 * their day.
 *
 * @param ranOn The rules, of those whose findings depend on one file alone, that ran on the file at a path.
 */
export const applyBaseline = async (
  store: RecordStore,
  baseline: BaselineFile | undefined,
  ranOn: Matching['ranOn'],
  { io, language, format }: Telling,
): Promise<void> => {
  if (baseline === undefined) return
  const { path } = baseline
  const suppressor = await suppressorOf(baseline, ranOn, io)
  let count = 0
  store.revise(
    () => true,
    (record) => {
      const marked = suppressor.suppress(record)
      const known = countSuppressed(marked)
      count += known
      return known === 0 ? record : { ...marked, notes: [...marked.notes, suppressedNote(known)] }
    },
  )
  const excused = store.excuse((failed) => suppressor.excuse(failed))
  const say = (message: Message): void => tell(io, `${path}: ${message[language]}`)
  const { stale, expired } = suppressor
  for (const message of [...warningsOn(stale, STALE), ...warningsOn(expired, EXPIRED)]) say(message)
  if (excused > 0) say(unreadableNote(excused))
  // The report of one file for people has it as a note; `gitlab` has no place for it at all.
  if (count > 0 && (format !== 'pretty' || store.paths.length > 1)) say(suppressedNote(count))
}

const unreadableNote = (count: number): Message => ({
  zh: `${count} 个文件已在基线中记录为无法读取`,
  en: `${count} ${count === 1 ? 'file is' : 'files are'} known to be unreadable`,
})

/** What the baseline at `path` is compared with a run by. */
export const matchingOf = (path: string, ranOn: Matching['ranOn'], io: Io): Matching => ({
  nameOf: namesIn(path, io),
  ranOn,
  today: io.today(),
})

/** More of a kind are only counted. */
const MOST_TOLD = 5

const warningsOn = (
  entries: readonly BaselineEntry[],
  words: (entry: BaselineEntry) => Message,
): Message[] => {
  const more = entries.length - MOST_TOLD
  return [
    ...entries.slice(0, MOST_TOLD).map(words),
    ...(more > 0 ? [{ zh: `……另有 ${more} 条`, en: `… and ${more} more` }] : []),
  ]
}

const STALE = ({ path, rule, fingerprint }: BaselineEntry): Message => ({
  zh: `已不存在的问题：${path} ${rule} ${fingerprint}。pbo baseline prune 可清除`,
  en: `no longer found: ${path} ${rule} ${fingerprint}; remove it with pbo baseline prune`,
})

const EXPIRED = ({ path, rule, expires = '' }: BaselineEntry): Message => ({
  zh: `已于 ${expires} 到期，重新计入：${path} ${rule}`,
  en: `expired on ${expires} and is reported again: ${path} ${rule}`,
})
