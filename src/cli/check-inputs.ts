import type { Language } from '../model/finding.ts'
import type { FileRecord } from '../model/record.ts'
import { type CheckOrder, type CheckTerms, checkContent } from '../records/check-content.ts'
import type { Core } from '../records/core.ts'
import type { Settings } from '../settings.ts'
import type { ResultCache } from './cache.ts'
import type { Crew, WorkLimits } from './crew.ts'
import type { FoundInput } from './inputs.ts'
import { Progress } from './progress.ts'
import { readContent, readerOf } from './read-inputs.ts'
import type { Io } from './world.ts'

/** How inputs are checked. */
export interface CheckPlan {
  readonly terms: CheckTerms
  readonly limits: WorkLimits
  readonly maxFileSize: number
  /** The settings for the file at a path. */
  readonly settingsFor: (path: string) => Settings
  readonly cache: ResultCache | undefined
  /** Threads to work with; undefined leaves it to the amount of work. */
  readonly jobs: number | undefined
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
export const checkInputs = async (
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

/** A text of no more bytes is checked in less time than a thread takes to start, whatever stands in it. */
const LIGHT_BYTES = 256 * 1024

/** What begins like a file of any other format than text, or like a page. */
const HEAVY = /\0|^(?:PK|%PDF|\{\\rtf)|^(?:\xef\xbb\xbf)?\s*<|^[A-Za-z-]+: .*\r?\n(?:.*\r?\n)*?MIME-Version:/i

/** Whether a file can do no harm to the thread that checks all others: a small text, which takes time and memory by its length. */
export const isLight = (bytes: Uint8Array): boolean =>
  bytes.length <= LIGHT_BYTES && !HEAVY.test(new TextDecoder('latin1').decode(bytes.subarray(0, 1024)))

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
