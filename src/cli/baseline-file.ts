import { type BaselineEntry, renderBaseline } from '../baseline/baseline.ts'
import { BaselineError, type BaselineFault, readBaseline } from '../baseline/read-baseline.ts'
import type { Message } from '../model/finding.ts'
import { readIfThere, writeSettings } from './named-files.ts'
import { folderOf, relativePath } from './paths.ts'
import { faultAt, suggest, UsageError } from './usage-error.ts'
import type { Io } from './world.ts'

export const BASELINE_NAME = 'pbo-baseline.json'

/** A baseline and where it stands. */
export interface BaselineFile {
  /** As given. */
  readonly path: string
  readonly entries: readonly BaselineEntry[]
}

/** A hundred thousand entries take less. */
const MOST_BYTES = 64 * 1024 ** 2

/**
 * The baseline at `path`; `undefined` if there is none.
 *
 * @throws UsageError if it can't be read, or is no baseline
 */
export const openBaseline = (path: string, io: Io): BaselineFile | undefined => {
  const text = readIfThere(path, MOST_BYTES, io)
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

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)
