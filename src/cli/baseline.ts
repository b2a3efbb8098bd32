import { type BaselineEntry, renderBaseline } from '../baseline/baseline.ts'
import { BaselineError, type BaselineFault, readBaseline } from '../baseline/read-baseline.ts'
import type { Matching, Suppressor } from '../baseline/suppress.ts'
import type { Language, Message } from '../model/finding.ts'
import type { RecordStore } from '../records/record-store.ts'
import { countSuppressed } from '../report/verdict.ts'
import { suppressedNote } from '../report/words.ts'
import { readIfThere, writeSettings } from './named-files.ts'
import { folderOf, relativePath } from './paths.ts'
import { tell } from './terminal.ts'
import { faultAt, shorten, suggest, UsageError } from './usage-error.ts'
import type { Io } from './world.ts'

export const BASELINE_NAME = 'pbo-baseline.json'

/** A baseline and where it stands. */
export interface BaselineFile {
  /** As given. */
  readonly path: string
  readonly entries: readonly BaselineEntry[]
}

/** A hundred thousand entries take less. */
const MOST_BASELINE_BYTES = 64 * 1024 ** 2

/**
 * The baseline at `path`; `undefined` if there is none.
 *
 * @throws UsageError if it can't be read, or is no baseline
 */
export const openBaseline = (path: string, io: Io): BaselineFile | undefined => {
  const text = readIfThere(path, MOST_BASELINE_BYTES, io)
  if (text === undefined) return undefined
  try {
    return { path, entries: readBaseline(text) }
  } catch (error) {
    if (!(error instanceof BaselineError)) throw error
    throw faultAt(path, describeFault(error.fault))
  }
}

/**
 * The baseline at `path`.
 *
 * @throws UsageError if there is none either
 */
export const requireBaseline = (path: string, io: Io): BaselineFile => {
  const baseline = openBaseline(path, io)
  if (baseline !== undefined) return baseline
  throw new UsageError({
    zh: `没有基线文件 ${path}。用 pbo baseline update 建立，或用 --no-baseline 不用基线`,
    en: `baseline ${path} not found; create it with pbo baseline update, or use --no-baseline`,
  })
}

/** Writes a baseline. */
export const saveBaseline = (path: string, entries: readonly BaselineEntry[], io: Io): void =>
  writeSettings(path, renderBaseline(entries), io)

/** What a baseline calls files: by the way from its own folder. */
export const namesIn = (path: string, io: Io): ((file: string) => string) => {
  const folder = folderOf(io.files.resolve(path))
  return (file) => relativePath(folder, io.files.resolve(file))
}

const describeFault = (fault: BaselineFault): Message => {
  switch (fault.kind) {
    case 'no-json':
      return { zh: '不是有效的 JSON', en: 'not valid JSON' }
    case 'no-baseline':
      return {
        zh: '不是基线文件：应为 {"version": 1, "entries": […]}',
        en: 'not a baseline; expected {"version": 1, "entries": […]}',
      }
    case 'version':
      return {
        zh: `不认识的版本 ${shorten(JSON.stringify(fault.version) ?? '')}，应为 1`,
        en: `unknown version ${shorten(JSON.stringify(fault.version) ?? '')}; expected 1`,
      }
    case 'unknown-key': {
      const meant = suggest(fault.key, fault.known)
      const [zh, en] = meant === undefined ? ['', ''] : [`。是不是“${meant}”？`, `. Did you mean '${meant}'?`]
      const where = placeOf(fault.entry)
      return {
        zh: `${where.zh}没有名为“${shorten(fault.key)}”的内容${zh}`,
        en: `${where.en}there is no key '${shorten(fault.key)}'${en}`,
      }
    }
    case 'not-text':
      return {
        zh: `${placeOf(fault.entry).zh}“${fault.key}”应为文字`,
        en: `${placeOf(fault.entry).en}'${fault.key}' should be a string`,
      }
    default:
      return {
        zh: `${placeOf(fault.entry).zh}“expires”应为日期，例如 2026-12-31，得到的是“${shorten(fault.value)}”`,
        en: `${placeOf(fault.entry).en}'expires' should be a date such as 2026-12-31, got '${shorten(fault.value)}'`,
      }
  }
}

const placeOf = (entry: number): Message =>
  entry === 0 ? { zh: '', en: '' } : { zh: `第 ${entry} 条：`, en: `entry ${entry}: ` }

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
