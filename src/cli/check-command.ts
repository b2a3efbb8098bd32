import { GENERATOR } from '../report/generator.ts'
import type { Report } from '../report/report.ts'
import type { Language } from '../rules/rule.ts'
import { applyBaseline, type BaselineFlags, findBaseline, isOfOneFile } from './baseline-step.ts'
import { folderStore, memoryStore, ResultCache } from './cache.ts'
import { capFindings } from './cap-findings.ts'
import { createCheckAgain } from './check-again.ts'
import { type CheckPlan, checkInputs } from './check-inputs.ts'
import type { ConfigFlags } from './config-file.ts'
import { type Given, settleTerms } from './config-terms.ts'
import type { Core } from './core.ts'
import { compareFilings, readOthers, readPrevious } from './corpus-step.ts'
import { type ExitCode, exitCodeOf, exitCodeOfSignal, type Thresholds } from './exit-code.ts'
import { complain, type FileOptions, readOptionsOf, readShowOptions, sortFiles } from './file-loop.ts'
import { gatherInputs, overInput } from './gather-inputs.ts'
import type { FoundInput } from './inputs.ts'
import { needsTrees, type OutputFlags, planOutputs, planPrinting, writeReport } from './outputs.ts'
import { createRanOn } from './ran-rules.ts'
import { readInput } from './read-inputs.ts'
import { type RuleFlags, readSettings } from './rule-settings.ts'
import { Shelf } from './shelf.ts'
import { type Spool, withSpool } from './spool.ts'
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
  const terms = await settleTerms(given, io, core.rules)
  const { flags: options, language, settingsFor, isIgnored, configHash } = terms
  const outputs = planOutputs(options, io)
  const plan = planRun(options, settingsFor, io, language)
  const ranOn = createRanOn(settingsFor, core.rules)
  const ranAlone = createRanOn(settingsFor, core.rules, isOfOneFile)
  const check = async (spool: Spool): Promise<ExitCode> => {
    const baseline = findBaseline(options, io)
    const { found, others, failed, passedOver } = await gatherInputs(paths, options, io, {
      outputs,
      isIgnored,
    })
    await requireNoFilings(passedOver, options, io, core)
    const show = await readShowOptions(options, io, language)
    const isCompared = comparesFilings(options, [...found, ...others])
    const printTerms = baseline === undefined ? planPrinting(options, show, io) : undefined
    const shelf = new Shelf(spool)
    const run: CheckPlan = { ...plan, isCompared, printTerms, shelf }
    const results = await checkInputs(found, run, io, core)
    const elsewhere = isCompared ? await readOthers(others, options, io, core, shelf.extracts) : []
    const earlier = await readPrevious(options.previous ?? [], options, io, core, shelf.extracts)
    const { files: alone, skipped } = sortFiles([...failed, ...earlier.failed, ...results], options)
    const checked = await compareFilings(
      alone,
      { others: elsewhere, previous: earlier.previous },
      settingsFor,
      core.rules,
      await createCheckAgain(found, run, io, core),
    )
    const telling = { io, language, format: options.format }
    const files = await applyBaseline(checked, baseline, ranAlone, telling)
    // Thousands of files share a few sets of rules.
    const ran = new Set([...new Set(files.map(({ path }) => ranOn(path)))].flatMap((ids) => [...ids]))
    const rules = core.rules.filter(({ id }) => ran.has(id))
    const all: Report = { toolVersion: io.toolVersion(), configHash, files, skipped, rules }
    const report = capFindings(all, options.maxFindings)
    complain(files, io, language, options.format === 'pretty')
    const isWritten = await writeReport(report, options, show, io)
    const signal = io.interruption()
    if (signal !== undefined) return exitCodeOfSignal(signal)
    return isWritten ? exitCodeOf(report, options) : 2
  }
  const checkOnce = (): Promise<ExitCode> => withSpool(io, check)
  if (options.watch !== true) return checkOnce()
  const { watchAndRepeat } = await import('./watch.ts')
  return watchAndRepeat(paths, outputs, checkOnce, io, language)
}

/**
 * What a search passed over is as a rule the report of the last run, which is written anew; a filing
 * would be lost.
 *
 * @throws UsageError where one is a filing
 */
const requireNoFilings = async (
  passedOver: readonly string[],
  options: FileOptions,
  io: Io,
  core: Core,
): Promise<void> => {
  for (const path of passedOver) {
    const input = { kind: 'file', path, isSearched: true, realPath: undefined } as const
    const files = await readInput(input, io, core, readOptionsOf(options))
    if (files.some((file) => file.kind === 'parsed' && !isReport(file.source.text))) throw overInput(path)
  }
}

/** `pretty` and `html` quote the tables that they are about, and so may look like one. */
const isReport = (text: string): boolean => /^[✗!✓] /.test(text) || text.slice(0, 1000).includes(GENERATOR)

const comparesFilings = (
  { corpus = true, previous }: CheckOptions,
  found: readonly FoundInput[],
): boolean => {
  if (!corpus) return false
  // An archive may hold several.
  return found.length > 1 || previous !== undefined || found.some(({ path }) => /\.zip$/i.test(path))
}

const CACHE_FOLDER = '.pbo-cache'

const planRun = (
  options: CheckOptions,
  settingsFor: CheckPlan['settingsFor'],
  io: Io,
  language: Language,
): Omit<CheckPlan, 'isCompared' | 'printTerms' | 'shelf'> => {
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
