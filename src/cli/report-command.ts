import { isAtLeast } from '../report/verdict.ts'
import type { Language, Message } from '../rules/rule.ts'
import type { Core } from './core.ts'
import { type ExitCode, exitCodeOf, type Thresholds } from './exit-code.ts'
import { DEFAULT_LIMITS, type FileOptions, readShowOptions } from './file-loop.ts'
import { describe } from './inputs.ts'
import * as messages from './messages.ts'
import { needsText, type OutputFlags, planOutputs, writeReport } from './outputs.ts'
import { readInput } from './read-inputs.ts'
import { type Original, type RestoredReport, restoreReport } from './restore-report.ts'
import { checkedPaths, fits } from './saved-file.ts'
import { documentOf, isDocument, type Json, mergeReports, parseLines } from './saved-report.ts'
import { UsageError } from './usage-error.ts'
import type { Io } from './world.ts'

export interface ReportCommandOptions
  extends Pick<FileOptions, 'color' | 'ambiguousWidth'>,
    Omit<OutputFlags, 'level'>,
    Thresholds {
  /** By default the lowest that was saved. */
  readonly level?: OutputFlags['level']
}

/** `pbo report`: saved reports in another format; the code is that of the check. */
export const runReport = async (
  paths: readonly string[],
  options: ReportCommandOptions,
  io: Io,
  core: Core,
  language: Language,
): Promise<ExitCode> => {
  planOutputs(options, io)
  const merged = mergeReports(await readReports(paths, io))
  const lines = parseLines(merged)
  const originals = needsText(options) ? await readOriginals(lines, io, core) : undefined
  const restored = restore(lines, core, originals)
  const level = options.level ?? restored.level
  if (level !== restored.level && isAtLeast(restored.level, level)) throw notSaved(level, restored.level)
  const show = await readShowOptions(options, io, language)
  const ready = { json: documentOf(merged), jsonl: merged }
  const isWritten = await writeReport(restored.report, { ...options, level }, show, io, ready)
  return isWritten ? exitCodeOf(restored.report, options) : 2
}

/** `pbo merge`: the reports of shards as the report of one run; written as the first of them is. */
export const runMerge = async (
  paths: readonly string[],
  options: { readonly format?: 'json' | 'jsonl' },
  io: Io,
): Promise<ExitCode> => {
  const texts = await readReports(paths, io)
  const merged = mergeReports(texts)
  const format = options.format ?? (isDocument(texts[0] as string) ? 'json' : 'jsonl')
  io.stdout.write(format === 'json' ? documentOf(merged) : merged)
  return 0
}

/** Lines of the right sort may still hold something else than a report does. */
const restore = (
  lines: readonly Json[],
  { rules }: Core,
  originals: ReadonlyMap<string, Original> | undefined,
): RestoredReport => {
  try {
    return restoreReport(lines, rules, originals)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new UsageError({ zh: '报告的内容已损坏', en: 'the report is damaged inside' })
  }
}

/** Reports of a hundred thousand files are larger than any of them. */
const MOST_BYTES = 480 * 1024 ** 2

const readReports = async (paths: readonly string[], io: Io): Promise<readonly string[]> => {
  const texts: string[] = []
  for (const path of paths) texts.push(await readReport(path, io))
  return texts
}

const readReport = async (path: string, io: Io): Promise<string> => {
  try {
    const bytes = path === '-' ? await io.stdin.read(MOST_BYTES) : io.files.read(path, MOST_BYTES)
    if (bytes !== undefined) return new TextDecoder().decode(bytes)
  } catch (error) {
    throw unreadable(path, describe(error))
  }
  throw unreadable(path, messages.tooLarge(MOST_BYTES))
}

const unreadable = (path: string, why: Message): UsageError =>
  new UsageError({ zh: `${path}：${why.zh}`, en: `${path}: ${why.en}` })

/** The filings themselves, for reports that quote them. */
const readOriginals = async (
  lines: readonly Json[],
  io: Io,
  core: Core,
): Promise<ReadonlyMap<string, Original>> => {
  const originals = new Map<string, Original>()
  for (const path of checkedPaths(lines)) {
    const input = { kind: 'file', path, isSearched: false, realPath: undefined } as const
    const [file] = await readInput(input, io, core, { ...DEFAULT_LIMITS, encoding: undefined })
    if (file?.kind !== 'parsed' || !fits(file.source, path, lines)) throw changed(path)
    const { source, disclosure, encoded } = file
    originals.set(path, { source, disclosure, encoded })
  }
  return originals
}

const changed = (path: string): UsageError =>
  new UsageError({
    zh: `pretty 和 html 要引用原文，但 ${path} 已不在或已改动。请重新检查，或换一种格式`,
    en: `pretty and html quote the filings, but ${path} is gone or has changed since; check it again, or choose another format`,
  })

const notSaved = (level: string, saved: string): UsageError =>
  new UsageError({
    zh: `报告只保存了 ${saved} 及以上级别的问题，无法列出 ${level} 级别`,
    en: `the report was saved with findings of level ${saved} and above; it can't list those of level ${level}`,
  })
