import type { Language } from '../rules/rule.ts'
import type { Settings } from '../settings.ts'
import type { ResultCache } from './cache.ts'
import { type CheckOrder, type CheckTerms, checkContent } from './check-content.ts'
import type { Core } from './core.ts'
import type { Crew } from './crew.ts'
import { type CheckResult, type FileRecord, printResult, resultOf, withoutTree } from './file-record.ts'
import type { FoundInput } from './inputs.ts'
import { createPrintFile, type PrintFile, type PrintTerms } from './print-file.ts'
import { Progress } from './progress.ts'
import { readContent } from './read-inputs.ts'
import type { Shelf } from './shelf.ts'
import type { Io } from './world.ts'

/** How inputs are checked, and what of the results is kept. */
export interface CheckPlan {
  readonly terms: CheckTerms
  readonly maxFileSize: number
  /** The settings for the file at a path. */
  readonly settingsFor: (path: string) => Settings
  readonly cache: ResultCache | undefined
  /** Threads to work with; undefined leaves it to the amount of work. */
  readonly jobs: number | undefined
  /** Reports draw the trees: nothing can come from a cache or a thread. */
  readonly keepsTrees: boolean
  /** Filings are held against each other afterwards. */
  readonly isCompared: boolean
  /** How files are printed as soon as they are checked, so that nothing else is kept of them. */
  readonly printTerms: PrintTerms | undefined
  /** Where results are put away. */
  readonly shelf: Shelf
  readonly language: Language
}

/**
 * Checks inputs, by a cache and side by side where that pays; the results are the same in any case, and
 * in no order. Stops between two files when a signal came in; what is done by then is returned.
 */
export const checkInputs = async (
  inputs: readonly FoundInput[],
  plan: CheckPlan,
  io: Io,
  core: Core,
): Promise<readonly CheckResult[]> => {
  const print = plan.printTerms && (await createPrintFile(plan.printTerms, io.hash))
  const run = new CheckRun(inputs.length, plan, print, io, core)
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
  return run.results
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
  readonly results: CheckResult[] = []
  readonly #plan: CheckPlan
  readonly #print: PrintFile | undefined
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
  /** What a thread gave back. */
  readonly #returned: CheckOrder[] = []

  constructor(total: number, plan: CheckPlan, print: PrintFile | undefined, io: Io, core: Core) {
    const canShare = io.openWorker !== undefined && !plan.keepsTrees
    this.#plan = plan
    this.#print = print
    this.#io = io
    this.#core = core
    this.#progress = new Progress(io, total, plan.language)
    this.#jobs = canShare && total > 1 ? (plan.jobs ?? io.processors) : 1
    this.#threshold = plan.jobs === undefined ? WORTH_THREADS_BYTES : 0
    this.#isLong = total >= MANY_FILES
  }

  async take(input: FoundInput): Promise<void> {
    const content = await readContent(input, this.#io, this.#plan.maxFileSize)
    // Standard input that a signal cut short is not an input.
    if (input.kind === 'stdin' && this.#io.interruption() !== undefined) return
    if ('kind' in content) return this.#add([content])
    if (content.bytes.length >= LARGE_FILE_BYTES) this.#isLong = true
    const { path, isSearched } = input
    const { settingsFor, isCompared } = this.#plan
    const isFile = input.kind === 'file'
    const order = { path, isSearched, content, settings: settingsFor(path), isCompared, isFile }
    const known = this.#plan.keepsTrees ? undefined : this.#plan.cache?.find(order)
    if (known !== undefined) this.#add(known, order)
    else if (this.#jobs === 1) await this.#check(order)
    else await this.#share(order)
  }

  /** Does what is left; after a signal only what a thread has begun. */
  async finish(): Promise<void> {
    if (this.#io.interruption() !== undefined) await this.#crew?.stop()
    await this.#crew?.drain()
    this.#settleIn()
    for (const order of [...this.#waiting, ...this.#returned]) {
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
    const { terms, cache, keepsTrees } = this.#plan
    const reader = { core: this.#core, isUtf8: this.#io.isUtf8 }
    const results = await checkContent(order, terms, reader)
    cache?.keep(order, results)
    if (keepsTrees) this.#add(results)
    else this.#add(results, order, withoutTree)
  }

  async #share(order: CheckOrder): Promise<void> {
    if (this.#crew !== undefined) return this.#crew.add(order)
    this.#waiting.push(order)
    this.#waitingBytes += order.content.bytes.length
    if (this.#waitingBytes < this.#threshold) return
    const open = this.#io.openWorker as NonNullable<Io['openWorker']>
    const { Crew } = await import('./crew.ts')
    const { terms, printTerms, cache } = this.#plan
    // The cache keeps more than what was printed.
    const share = { terms, print: cache === undefined ? printTerms : undefined }
    const crew = new Crew(
      () => {
        const thread = open()
        // Behind it, so that it loads before the engine is set.
        this.#settleIn()
        return thread
      },
      this.#jobs,
      share,
      (done, records) => this.#take(done, records),
      () => this.#io.interruption() !== undefined,
    )
    this.#crew = crew
    const waiting = this.#waiting
    this.#waiting = []
    for (const one of waiting) await crew.add(one)
  }

  #take(order: CheckOrder, records: readonly FileRecord[] | undefined): void {
    if (records === undefined) {
      this.#returned.push(order)
      return
    }
    const results = records.map((record) => resultOf(record, order.path, order.content.bytes))
    this.#plan.cache?.keep(order, results)
    this.#add(results, order)
  }

  /** `keptOf`: what is to be kept of a result that is not printed at once. */
  #add(
    results: readonly CheckResult[],
    order?: CheckOrder,
    keptOf: (result: CheckResult) => CheckResult = (result) => result,
  ): void {
    for (const result of results) {
      const printed = order && this.#print && printResult(result, order, this.#print)
      this.results.push(this.#plan.shelf.take(printed ?? keptOf(result)))
    }
    this.#progress.step()
  }
}
