import type { Language } from '../model/finding.ts'
import type { FileRecord } from '../model/record.ts'
import { type CheckOrder, type CheckTerms, checkContent } from '../records/check-content.ts'
import { compareFilings } from '../records/compare-filings.ts'
import type { Core } from '../records/core.ts'
import { interrupted } from '../records/file-messages.ts'
import { RecordStore } from '../records/record-store.ts'
import type { Spool } from '../records/spool.ts'
import type { Settings } from '../settings.ts'
import type { ResultCache } from './cache.ts'
import type { Crew, WorkLimits } from './crew.ts'
import { type GatheredInputs, gatherInputs } from './gather-inputs.ts'
import type { FoundInput } from './inputs.ts'
import { type FileOptions, isLight, readContent, readerOf, readOptionsOf } from './read-files.ts'
import { Progress } from './terminal.ts'
import type { Terms } from './terms.ts'
import type { Io } from './world.ts'

/** How inputs are checked. */
export interface CheckPlan {
  readonly terms: CheckTerms
  readonly limits: WorkLimits
  readonly maxFileSize: number
  /** The settings for the file at a path. */
  readonly settingsFor: (path: string) => Settings
  readonly cache?: ResultCache | undefined
  /** Threads to work with; undefined leaves it to the amount of work. */
  readonly jobs?: number | undefined
  /** Filings are compared with each other afterwards. */
  readonly isCompared: boolean
  readonly language: Language
}

/**
 * Checks inputs, by a cache and side by side where that pays; the results are the same in any case, and
 * come in no order. Stops when a signal comes in: what is done by then was taken.
 *
 * @param take Takes what came of each input.
 * @returns The paths of inputs that were not finished, in order.
 */
const checkInputs = async (
  inputs: readonly FoundInput[],
  plan: CheckPlan,
  take: (record: FileRecord) => void,
  io: Io,
  core: Core,
): Promise<readonly string[]> => {
  const run = new CheckRun(inputs, plan, take, io, core)
  try {
    for (const [i, input] of inputs.entries()) {
      if (i > 0) await io.turn()
      if (io.interruption() !== undefined) break
      await run.take(input)
    }
    await run.finish()
  } finally {
    await run.close()
  }
  return run.left
}

/**
 * Threads pay from some seconds of work on: each takes a second to load and warm up the whole command. A
 * kilobyte of a filing takes about a millisecond.
 */
const WORTH_THREADS_BYTES = 3 * 1024 ** 2

/** From so many files on, or a file of so many bytes, the engine is set for long work. */
const MANY_FILES = 100
const LARGE_FILE_BYTES = 2 * 1024 ** 2

class CheckRun {
  /** The paths of inputs that nothing came of yet. */
  readonly #pending: Set<string>
  readonly #plan: CheckPlan
  readonly #record: (record: FileRecord) => void
  readonly #io: Io
  readonly #core: Core
  readonly #progress: Progress
  readonly #jobs: number
  readonly #threshold: number
  #isLong: boolean
  /** What waits until it is known whether threads pay. */
  #waiting: CheckOrder[] = []
  #waitingBytes = 0
  #crew: Crew | undefined

  constructor(
    inputs: readonly FoundInput[],
    plan: CheckPlan,
    record: (record: FileRecord) => void,
    io: Io,
    core: Core,
  ) {
    const total = inputs.length
    this.#pending = new Set(inputs.map(({ path }) => path))
    this.#plan = plan
    this.#record = record
    this.#io = io
    this.#core = core
    this.#progress = new Progress(io, total, plan.language)
    this.#jobs = io.openWorker !== undefined && total > 1 ? (plan.jobs ?? io.processors) : 1
    this.#threshold = plan.jobs === undefined ? WORTH_THREADS_BYTES : 0
    this.#isLong = total >= MANY_FILES
  }

  get left(): readonly string[] {
    return [...this.#pending]
  }

  async take(input: FoundInput): Promise<void> {
    const content = await readContent(input, this.#io, this.#plan.maxFileSize)
    // Standard input that a signal cut short is not an input.
    if (input.kind === 'stdin' && this.#io.interruption() !== undefined) return
    if ('kind' in content) return this.#add(input.path, [content])
    if (content.bytes.length >= LARGE_FILE_BYTES) this.#isLong = true
    const { path, isSearched } = input
    const { settingsFor, isCompared, cache } = this.#plan
    const order = { path, isSearched, content, settings: settingsFor(path), isCompared }
    const known = await cache?.find(order)
    if (known !== undefined) this.#add(path, known)
    else if (this.#io.openWorker !== undefined && !isLight(content.bytes))
      await (await this.#openCrew()).add(order)
    else if (this.#jobs === 1) await this.#check(order)
    else await this.#share(order)
  }

  /** Does what is left, unless a signal came in. */
  async finish(): Promise<void> {
    if (this.#io.interruption() !== undefined) return
    await this.#crew?.drain()
    this.#settleIn()
    for (const order of this.#waiting) {
      if (this.#io.interruption() !== undefined) return
      await this.#check(order)
      await this.#io.turn()
    }
  }

  async close(): Promise<void> {
    this.#progress.end()
    await this.#crew?.close()
  }

  #settleIn(): void {
    if (this.#isLong) this.#io.settleIn()
    this.#isLong = false
  }

  async #check(order: CheckOrder): Promise<void> {
    this.#settleIn()
    const checker = { ...readerOf(this.#io, this.#core), hash: this.#io.hash }
    const key = this.#plan.cache?.keyOf(order)
    this.#finish(order, await checkContent(order, this.#plan.terms, checker), key)
  }

  async #share(order: CheckOrder): Promise<void> {
    if (this.#crew !== undefined) return this.#crew.add(order)
    this.#waiting.push(order)
    this.#waitingBytes += order.content.bytes.length
    if (this.#waitingBytes < this.#threshold) return
    const crew = await this.#openCrew()
    const waiting = this.#waiting
    this.#waiting = []
    for (const one of waiting) await crew.add(one)
  }

  async #openCrew(): Promise<Crew> {
    if (this.#crew !== undefined) return this.#crew
    const open = this.#io.openWorker as NonNullable<Io['openWorker']>
    const { Crew } = await import('./crew.ts')
    const { terms, limits, cache } = this.#plan
    const crew = new Crew({
      open: (memory) => {
        const thread = open(memory)
        // Behind it, so that it loads before the engine is set.
        this.#settleIn()
        return thread
      },
      size: this.#jobs,
      terms,
      limits,
      modules: this.#core.modules && [...this.#core.modules.keys()],
      keepScan: this.#io.keepScan,
      finish: (order, records) => this.#finish(order, records, cache?.keyOf(order)),
    })
    this.#io.onInterruption(() => crew.stop())
    this.#crew = crew
    return crew
  }

  #finish(order: CheckOrder, records: readonly FileRecord[], key: string | undefined): void {
    if (key !== undefined) this.#plan.cache?.keep(key, records, order.path)
    this.#add(order.path, records)
  }

  #add(path: string, records: readonly FileRecord[]): void {
    for (const record of records) this.#record(record)
    this.#pending.delete(path)
    this.#progress.step()
  }
}

/** Options of the commands that check. */
export interface CheckedOptions extends FileOptions {
  /** Filings of earlier years, only to compare with. */
  readonly previous?: readonly string[]
}

/** What is checked, and how. */
interface CheckRequest {
  readonly inputs: GatheredInputs
  readonly options: CheckedOptions
  readonly plan: CheckPlan
}

/** Checks inputs and compares them with each other, with those of other shards and with those of earlier years. */
export const runChecks = async (
  { inputs, options, plan }: CheckRequest,
  spool: Spool,
  io: Io,
  core: Core,
): Promise<RecordStore> => {
  const store = new RecordStore(spool)
  const left = await checkInputs(inputs.found, plan, (record) => store.take(record), io, core)
  for (const record of [...inputs.failed, ...inputs.unread]) store.take(record)
  const [first, ...rest] = left
  // One of them stands for all, so that every report of a run that was cut short says so.
  if (first !== undefined) store.take({ kind: 'failed', path: first, error: interrupted(rest.length) })
  const read = async (found: readonly FoundInput[]): Promise<RecordStore> => {
    const others = new RecordStore(spool)
    // What the cache keeps of them serves where they are checked.
    const settingsFor = plan.cache === undefined ? () => NO_RULES : plan.settingsFor
    const unchecked = { ...plan, isCompared: true, settingsFor }
    await checkInputs(found, unchecked, (record) => others.take(record), io, core)
    return others
  }
  // What is found by comparing must not depend on how the filings were divided into shards.
  const others = plan.isCompared ? await read(inputs.others) : undefined
  const { filesFrom: _, shard: __, stdinFilename: ___, previous = [], ...shared } = options
  const earlier = previous.length === 0 ? undefined : await gatherInputs(previous, shared, io)
  const past = earlier && (await read(earlier.found))
  for (const failed of earlier?.failed ?? []) past?.take(failed)
  past?.results(shared.allowEmpty === true)
  for (const failed of past?.failed ?? []) store.take(failed)
  const filings = [...store.filings, ...(others?.filings ?? [])]
  const before = past?.filings ?? []
  compareFilings(store, { filings, previous: before }, { ...plan, rules: core.rules, hash: io.hash })
  return store
}

/** Filings that are only compared with are read and not checked. */
const NO_RULES: Settings = { only: [] }

/** Gathers inputs and checks all of them anew, by terms alone. */
export const checkByTerms = async (
  paths: readonly string[],
  { flags, language, settingsFor, isIgnored, prepare }: Terms<CheckedOptions>,
  isCompared: boolean,
  spool: Spool,
  io: Io,
  core: Core,
): Promise<RecordStore> => {
  const inputs = await gatherInputs(paths, flags, io, { isIgnored, prepare })
  const plan = checkPlanOf(flags, { settingsFor, isCompared, language })
  return runChecks({ inputs, options: flags, plan }, spool, io, core)
}

/** How inputs are checked, by what the options say and by the rest. */
export const checkPlanOf = (
  options: FileOptions,
  rest: Omit<CheckPlan, 'terms' | 'limits' | 'maxFileSize'>,
): CheckPlan => {
  const { maxFileSize, ...terms } = readOptionsOf(options)
  const { fileTimeout, fileMemory } = options
  return { terms, maxFileSize, limits: { fileTimeout, fileMemory }, ...rest }
}
