import { isOfOneFile } from '../corpus/corpus-rule.ts'
import { callRoll, type ExpectedAgency } from '../corpus/roll-call.ts'
import type { Message } from '../model/finding.ts'
import type { CheckedRecord } from '../model/record.ts'
import { AgencyListError, openAgencyList } from '../records/agency-list.ts'
import { capFindings } from '../records/cap-findings.ts'
import type { Core } from '../records/core.ts'
import { DEFAULT_LIMITS } from '../records/limits.ts'
import { createRanOn } from '../records/ran-rules.ts'
import type { RecordStore } from '../records/record-store.ts'
import { type Spool, withSpool } from '../records/spool.ts'
import { GENERATOR } from '../report/handed-out.ts'
import type { Report } from '../report/report.ts'
import { applyBaseline, type BaselineFlags, findBaseline } from './baseline.ts'
import { folderStore, memoryStore, ResultCache } from './cache.ts'
import { type CheckedOptions, type CheckPlan, checkPlanOf, runChecks } from './check-inputs.ts'
import type { ConfigFlags } from './config-file.ts'
import { type ExitCode, exitCodeAfter, exitCodeOf, type Thresholds } from './exit-code.ts'
import type { FixFlags, FixOrder } from './fix.ts'
import { gatherInputs, overInput, pictureReaderFault } from './gather-inputs.ts'
import type { FoundInput } from './inputs.ts'
import { readNamed } from './named-files.ts'
import { hasFolder, needsFiles, needsTrees, type OutputFlags, planOutputs, readTemplates } from './outputs.ts'
import {
  CHANGED,
  checkedFiles,
  complain,
  type FileOptions,
  readAgain,
  readInput,
  readOptionsOf,
} from './read-files.ts'
import { readShowOptions } from './terminal.ts'
import { type Asked, type RuleFlags, readSettings, settleTerms } from './terms.ts'
import { faultAt, UsageError } from './usage-error.ts'
import type { Input, Io } from './world.ts'
import { writeReport } from './write-report.ts'

export interface CheckOptions
  extends CheckedOptions,
    OutputFlags,
    Thresholds,
    RuleFlags,
    ConfigFlags,
    BaselineFlags,
    FixFlags {
  readonly maxFindings: number
  /** A list of the agencies that have to file. */
  readonly expect?: string
  /** Whether filings are compared with each other. */
  readonly corpus?: boolean
  readonly jobs?: number
  /** The folder; true for the usual one. */
  readonly cache?: string | true
  readonly watch?: boolean
}

/** `pbo check`: reads, checks and reports all files; the code says how it went. */
export const runCheck = async (asked: Asked<CheckOptions>, world: Io, core: Core): Promise<ExitCode> => {
  const { paths } = asked
  const terms = await settleTerms(asked, readSettings(asked.flags, core.rules), world, core)
  const { flags: options, language, settingsFor, isIgnored, prepare, configHash } = terms
  const isDrawn = needsTrees(options)
  // What is drawn or copied is read once more when it was checked.
  const io = isDrawn || needsFiles(options) ? { ...world, stdin: remembered(world.stdin) } : world
  const outputs = planOutputs(options, io)
  const templates = await readTemplates(options, io)
  const named = options.cache === true ? CACHE_FOLDER : options.cache
  // Nothing tells whether rules of one's own, or what they import, have changed since.
  const cacheFolder = core.modules === undefined ? named : undefined
  const cache = await cacheOf(options, cacheFolder, io)
  const ranOn = createRanOn(settingsFor, core.rules)
  const ranAlone = createRanOn(settingsFor, core.rules, isOfOneFile)
  if (options.expect !== undefined && options.shard !== undefined) throw new UsageError(EXPECT_IN_SHARDS)
  const expected = options.expect === undefined ? undefined : await readExpected(options.expect, io, core)
  const recheckSince = options.since === undefined ? undefined : await readEarlierRound(options.since, io)
  const check = async (spool: Spool): Promise<ExitCode> => {
    const baseline = findBaseline(options, io)
    const ours = cacheFolder === undefined ? outputs : new Set([...outputs, io.files.resolve(cacheFolder)])
    const inputs = await gatherInputs(paths, options, io, { outputs: ours, isIgnored, prepare })
    const { found, others } = inputs
    await requireNoFilings(inputs.passedOver, options, io, core)
    const show = await readShowOptions(options, io, language)
    const plan: CheckPlan = checkPlanOf(options, {
      settingsFor,
      cache,
      jobs: options.jobs,
      language,
      isCompared: comparesFilings(options, [...found, ...others]),
    })
    const dry = await fixFirst({ inputs, plan, baseline, ranOn: ranAlone }, options, io, core)
    if (dry !== undefined) return dry
    const store = await runChecks({ inputs, options, plan }, spool, io, core)
    const originals = isDrawn ? await readDrawn(store, found, options, io, core) : undefined
    const telling = { io, language, format: options.format }
    await applyBaseline(store, baseline, ranAlone, telling)
    store.revise(
      (_, count) => count > options.maxFindings,
      (record) => capFindings(record, options.maxFindings),
    )
    const { files, skipped } = store.results(options.allowEmpty === true || options.shard !== undefined)
    // Thousands of files share a few sets of rules.
    const sets = new Set(store.paths.map(ranOn))
    const rules = core.rules.filter(({ id }) => [...sets].some((ids) => ids.has(id)))
    const report: Report = {
      toolVersion: io.toolVersion(),
      configHash,
      files,
      skipped,
      rules,
      ...(originals === undefined ? {} : { originals }),
      ...(expected === undefined ? {} : { rollCall: callRoll(expected, [...files, ...skipped]) }),
      ...(recheckSince === undefined
        ? {}
        : { since: recheckSince(files, ranOn, (options.previous ?? []).length > 0) }),
    }
    complain(store.failed, io, language, options.format === 'pretty')
    const copied = checkedFiles(found, readOptionsOf(options), io)
    const isWritten = await writeReport(report, options, show, io, copied, templates)
    return exitCodeAfter(isWritten ? exitCodeOf(report, options) : 2, io.interruption())
  }
  const checkOnce = (): Promise<ExitCode> => withSpool(io, check)
  if (options.watch !== true) return checkOnce()
  if (hasFolder(options)) throw new UsageError(WATCHED_FOLDER)
  const { watchAndRepeat } = await import('./watch.ts')
  return watchAndRepeat(paths, outputs, checkOnce, io, language)
}

/** What fixes is loaded only for it. */
const fixFirst = async (
  order: FixOrder,
  options: CheckOptions,
  io: Io,
  core: Core,
): Promise<ExitCode | undefined> => {
  if (options.fix !== true && options.fixDryRun !== true) return undefined
  return (await import('./fix.ts')).fixInputs(order, options, io, core)
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

const cacheOf = async (
  options: CheckOptions,
  folder: string | undefined,
  io: Io,
): Promise<ResultCache | undefined> => {
  const { maxFileSize: _, ...terms } = readOptionsOf(options)
  // A file that didn't change is not checked again while others are watched.
  const store =
    folder !== undefined ? folderStore(folder, io.files) : options.watch === true ? memoryStore() : undefined
  if (store === undefined) return undefined
  // What was not read may be, once what reads scans is installed.
  const ocr = options.ocr !== false && (await pictureReaderFault(io)) === undefined
  return new ResultCache(store, io, { ...terms, ocr })
}

/** What compares a round with a saved one, which is read now; what reads saved reports is loaded only for it. */
const readEarlierRound = async (path: string, io: Io) => {
  const { readSavedRound, roundOf } = await import('./saved-reports.ts')
  const { recheck } = await import('../recheck/recheck.ts')
  const earlier = await readSavedRound(path, io)
  return (...round: Parameters<typeof roundOf>) => recheck(earlier, roundOf(...round))
}

/** Texts and trees of what was checked. What has changed since could not be checked. */
const readDrawn = async (
  store: RecordStore,
  inputs: readonly FoundInput[],
  options: FileOptions,
  io: Io,
  core: Core,
): Promise<Report['originals']> => {
  const records: readonly CheckedRecord[] = [...store.checked()]
  const originals = await readAgain(records, inputs, readOptionsOf(options), io, core)
  for (const { path } of records) {
    if (!originals.has(path)) store.fail({ kind: 'failed', path, error: CHANGED })
  }
  return originals
}

/** Standard input that can be read again. */
const remembered = ({ read }: Input): Input => {
  let bytes: Promise<Uint8Array | undefined> | undefined
  return {
    read: (limit) => {
      bytes ??= read(limit)
      return bytes
    },
  }
}

/** A folder is written once, while watching goes on. */
const WATCHED_FOLDER: Message = {
  zh: '--watch 会反复检查，而写入文件夹的 --output 只写一次，两者不能同时使用',
  en: '--watch keeps checking, but an --output folder is written only once: they cannot be combined',
}

const EXPECT_IN_SHARDS: Message = {
  zh: '--expect 要看全部文件，不能与 --shard 同用',
  en: '--expect needs all files, so it can’t be used with --shard',
}

/**
 * The agencies of the list that `--expect` names.
 *
 * @throws UsageError if it can't be read, or names nobody
 */
const readExpected = async (path: string, io: Io, core: Core): Promise<readonly ExpectedAgency[]> => {
  const name = `--expect ${path}`
  const bytes = readNamed(name, path, DEFAULT_LIMITS.maxFileSize, io)
  try {
    return await openAgencyList(bytes, core, { isUtf8: io.isUtf8 })
  } catch (error) {
    throw error instanceof AgencyListError ? faultAt(name, error.reason) : error
  }
}
