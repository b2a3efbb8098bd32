import type { Report } from '../report/report.ts'
import type { Language } from '../rules/rule.ts'
import { applyBaseline, type BaselineFlags, findBaseline, isOfOneFile } from './baseline-step.ts'
import { folderStore, memoryStore, ResultCache } from './cache.ts'
import { capFindings } from './cap-findings.ts'
import { type CheckPlan, checkInputs } from './check-inputs.ts'
import type { ConfigFlags } from './config-file.ts'
import { type Given, settleTerms } from './config-terms.ts'
import type { Core } from './core.ts'
import { compareFilings, readPrevious } from './corpus-step.ts'
import { type ExitCode, exitCodeOf, exitCodeOfSignal, type Thresholds } from './exit-code.ts'
import { complain, type FileOptions, readOptionsOf, readShowOptions, sortFiles } from './file-loop.ts'
import { gatherInputs } from './gather-inputs.ts'
import type { FoundInput } from './inputs.ts'
import { needsTrees, type OutputFlags, planOutputs, writeReport } from './outputs.ts'
import { createRanOn } from './ran-rules.ts'
import { type RuleFlags, readSettings } from './rule-settings.ts'
import type { Io } from './world.ts'

export interface CheckOptions
  extends FileOptions,
    OutputFlags,
    Thresholds,
    RuleFlags,
    ConfigFlags,
    BaselineFlags {
  readonly maxFindings: number
  /** Filings of earlier years to compare with. */
  readonly previous?: readonly string[]
  /** Whether filings are held against each other. */
  readonly corpus?: boolean
  readonly jobs?: number
  /** The folder; true for the usual one. */
  readonly cache?: string | true
  readonly watch?: boolean
}

/** `pbo check`: reads, checks and reports all files; the code says how it went. */
export const runCheck = async (
  asked: Omit<Given<CheckOptions>, 'settings'>,
  io: Io,
  core: Core,
): Promise<ExitCode> => {
  const { paths } = asked
  const given = { ...asked, settings: readSettings(asked.flags, core.rules) }
  const { flags: options, language, settingsFor, isIgnored } = await settleTerms(given, io, core.rules)
  const outputs = planOutputs(options, io)
  const plan = planRun(options, settingsFor, io, language)
  const ranOn = createRanOn(settingsFor, core.rules)
  const ranAlone = createRanOn(settingsFor, core.rules, isOfOneFile)
  const check = async (): Promise<ExitCode> => {
    const baseline = findBaseline(options, io)
    const { found, failed } = await gatherInputs(paths, options, io, { outputs, isIgnored })
    const isCompared = comparesFilings(options, found)
    const results = await checkInputs(found, { ...plan, isCompared }, io, core)
    const earlier = await readPrevious(options.previous ?? [], options, io, core)
    const { files: alone, skipped } = sortFiles([...failed, ...earlier.failed, ...results], options)
    const checked = compareFilings(alone, earlier.previous, settingsFor, core.rules)
    const telling = { io, language, format: options.format }
    const files = await applyBaseline(checked, baseline, ranAlone, telling)
    const ran = new Set(files.flatMap(({ path }) => [...ranOn(path)]))
    const rules = core.rules.filter(({ id }) => ran.has(id))
    const all: Report = { toolVersion: io.toolVersion(), files, skipped, rules }
    const report = capFindings(all, options.maxFindings)
    const show = await readShowOptions(options, io, language)
    complain(files, io, language, options.format === 'pretty')
    const isWritten = await writeReport(report, options, show, io)
    const signal = io.interruption()
    if (signal !== undefined) return exitCodeOfSignal(signal)
    return isWritten ? exitCodeOf(report, options) : 2
  }
  if (options.watch !== true) return check()
  const { watchAndRepeat } = await import('./watch.ts')
  return watchAndRepeat(paths, outputs, check, io, language)
}

/** A shard has only some of the filings: what it would find depended on which. */
const comparesFilings = (
  { corpus = true, shard, previous }: CheckOptions,
  found: readonly FoundInput[],
): boolean => {
  if (!corpus || shard !== undefined) return false
  // An archive may hold several.
  return found.length > 1 || previous !== undefined || found.some(({ path }) => /\.zip$/i.test(path))
}

const CACHE_FOLDER = '.pbo-cache'

const planRun = (
  options: CheckOptions,
  settingsFor: CheckPlan['settingsFor'],
  io: Io,
  language: Language,
): Omit<CheckPlan, 'isCompared'> => {
  const { maxFileSize, ...terms } = readOptionsOf(options)
  const { cache = false, watch = false, jobs } = options
  const folder = cache === true ? CACHE_FOLDER : cache
  // A file that didn't change is not checked again while others are watched.
  const store = folder !== false ? folderStore(folder, io.files) : watch ? memoryStore() : undefined
  return {
    terms,
    maxFileSize,
    settingsFor,
    cache: store && new ResultCache(store, io, terms),
    jobs,
    keepsTrees: needsTrees(options),
    language,
  }
}
