import type { Language } from '../model/finding.ts'
import type { CheckedRecord, Place } from '../model/record.ts'
import type { Core } from '../records/core.ts'
import { DEFAULT_LIMITS } from '../records/limits.ts'
import { renderReport } from '../report/index.ts'
import type { Original, Report } from '../report/report.ts'
import { type SavedReport, savedLevel } from '../report/saved-report.ts'
import { isAtLeast } from '../report/verdict.ts'
import { quoteAt } from '../source/quote.ts'
import { type ExitCode, exitCodeOf, type Thresholds } from './exit-code.ts'
import type { FoundInput } from './inputs.ts'
import { needsText, type OutputFlags, planOutputs, readTemplates } from './outputs.ts'
import { checkedFiles, readAgain } from './read-files.ts'
import { readReports } from './saved-reports.ts'
import { type LookOptions, readShowOptions } from './terminal.ts'
import { UsageError } from './usage-error.ts'
import type { Io } from './world.ts'
import { writeReport } from './write-report.ts'

interface ReportCommandOptions extends LookOptions, Omit<OutputFlags, 'level'>, Thresholds {
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
  const templates = await readTemplates(options, io)
  const { saved } = await readReports(paths, io)
  const checked = saved.files.filter((file) => file.kind === 'checked')
  const lowest = savedLevel(checked)
  const level = options.level ?? lowest
  if (level !== lowest && isAtLeast(lowest, level)) throw notSaved(level, lowest)
  const report = needsText(options)
    ? await withOriginals(reportOf(saved, core), checked, io, core)
    : reportOf(saved, core)
  const show = await readShowOptions(options, io, language)
  const inputs = inputsOf(checked)
  const files = checkedFiles(inputs, { ...DEFAULT_LIMITS, encoding: undefined }, io)
  const isWritten = await writeReport(report, { ...options, level }, show, io, files, templates)
  return isWritten ? exitCodeOf(report, options) : 2
}

/** `pbo merge`: the reports of shards as the report of one run; written as the first of them is. */
export const runMerge = async (
  paths: readonly string[],
  options: { readonly format?: 'json' | 'jsonl' },
  io: Io,
  core: Core,
): Promise<ExitCode> => {
  const { saved, isDocument } = await readReports(paths, io)
  const format = options.format ?? (isDocument ? 'json' : 'jsonl')
  const show = await readShowOptions({ ambiguousWidth: '1' }, io, saved.language)
  const look = { ...show, level: 'info', hash: io.hash, wrap: undefined } as const
  for (const piece of await renderReport(reportOf(saved, core), format, look)) io.stdout.write(piece)
  return 0
}

/** Of the rules the report names those that ran or found something. */
const reportOf = (
  { toolVersion, configHash, files, skipped, ran, rollCall }: SavedReport,
  { rules }: Core,
): Report => {
  const named = new Set(ran)
  for (const file of files) {
    if (file.kind === 'checked') for (const { rule } of file.findings) named.add(rule)
  }
  return {
    toolVersion,
    ...(configHash === undefined ? {} : { configHash: () => configHash }),
    files,
    skipped,
    rules: rules.filter(({ id }) => named.has(id)),
    ran,
    ...(rollCall === undefined ? {} : { rollCall }),
  }
}

/** The files that records were made of, and the archives that they may be in. */
const inputsOf = (checked: readonly CheckedRecord[]): readonly FoundInput[] => {
  const paths = checked.flatMap(({ path }) => [path, ...(/^.*?\.zip(?=\/)/i.exec(path) ?? [])])
  return [...new Set(paths)].map((path) => ({ kind: 'file', path, isSearched: false, realPath: undefined }))
}

/** The report with the filings themselves, to be quoted and drawn. */
const withOriginals = async (
  report: Report,
  checked: readonly CheckedRecord[],
  io: Io,
  core: Core,
): Promise<Report> => {
  const inputs = inputsOf(checked)
  const options = { ...DEFAULT_LIMITS, encoding: undefined }
  const originals = await readAgain(checked, inputs, options, io, core)
  const files = [...report.files].map((file) =>
    file.kind === 'checked' ? withQuotes(file, originals.get(file.path)) : file,
  )
  return { ...report, files, originals }
}

const withQuotes = (record: CheckedRecord, original: Original | undefined): CheckedRecord => {
  if (original === undefined) throw changed(record.path)
  const quoted = (at: Place): Place => ({ ...at, quote: quoteAt(original.source.text, at) })
  return {
    ...record,
    hasLines: original.source.addresses.length === 0,
    findings: record.findings.map((finding) => ({
      ...finding,
      at: quoted(finding.at),
      related: (finding.related ?? []).map(({ at, note }) => ({ at: quoted(at), note })),
    })),
  }
}

const changed = (path: string): UsageError =>
  new UsageError({
    zh: `pretty、html 和 review 要用到原文，但 ${path} 已不在或已改动。请重新检查，或换一种格式`,
    en: `pretty, html and review need the original filings, but ${path} is missing or has changed; check it again, or choose another format`,
  })

const notSaved = (level: string, saved: string): UsageError =>
  new UsageError({
    zh: `报告只保存了 ${saved} 及以上级别的问题，无法列出 ${level} 级别`,
    en: `the report was saved with findings at level ${saved} and above, so it can't list findings at level ${level}`,
  })
