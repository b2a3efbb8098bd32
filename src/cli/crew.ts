import { isUtf8 } from 'node:buffer'
import type { Message } from '../model/finding.ts'
import type { FailedRecord, FileRecord } from '../model/record.ts'
import { type CheckOrder, type CheckTerms, checkContent } from '../records/check-content.ts'
import type { Core } from '../records/core.ts'
import { tookTooLong } from '../records/file-messages.ts'
import { type KnownPage, remembering } from '../records/known-pages.ts'
import { SCANNED_PAGE_SECONDS, secondsFor } from '../records/limits.ts'
import { hash, openPictureReader, sha256OfAll } from './io.ts'
import { withOwnRules } from './own-rules.ts'
import { answerQuestions } from './thread.ts'
import type { Io, ThreadEnd, WorkerThread } from './world.ts'

/** A thread is given files by the dozen: one at a time costs more in messages than it saves. */
const BATCH_FILES = 32
const BATCH_BYTES = 512 * 1024

/** What one file may take while it is read and checked. */
export interface WorkLimits {
  /** Seconds; more for each megabyte of the file. */
  readonly fileTimeout: number
  /** Bytes of a thread's heap; more for each byte of the file. */
  readonly fileMemory: number
}

/** No byte of an honest file takes more memory than this. */
const MEMORY_PER_BYTE = 12

/** Files of so many bytes need no more memory than any other. */
const SMALL_BYTES = 4 * 1024 ** 2

/** A thread has so many seconds to load the command, also on a machine that has much else to do. */
const LOADING_SECONDS = 60

interface CrewOptions {
  readonly open: NonNullable<Io['openWorker']>
  readonly size: number
  readonly terms: CheckTerms
  readonly limits: WorkLimits
  /** Modules of rules of one's own. */
  readonly modules?: readonly string[] | undefined
  /** Takes what came of an order. */
  readonly finish: (order: CheckOrder, records: readonly FileRecord[]) => void
  /** Takes what a thread has read of a page of a scan. */
  readonly keepScan?: Io['keepScan']
}

/**
 * Threads that check inputs side by side. One that ends before it should takes nothing with it but the file that
 * it was at: that has failed, and the others of its batch are given to another thread.
 */
export class Crew {
  readonly #options: CrewOptions
  readonly #idle: Worker[] = []
  readonly #workers = new Set<Worker>()
  readonly #running = new Set<Promise<void>>()
  readonly #queue: CheckOrder[] = []
  #queuedBytes = 0
  #isStopped = false
  #wake: (() => void) | undefined

  constructor(options: CrewOptions) {
    this.#options = options
  }

  /** Waits while there is more to do than the threads will soon get to: what waits is held in memory. */
  async add(order: CheckOrder): Promise<void> {
    this.#queue.push(order)
    this.#queuedBytes += sizeOf(order)
    const { size } = this.#options
    if (this.#queue.length >= BATCH_FILES || this.#queuedBytes >= BATCH_BYTES) this.#next()
    while (
      !this.#isStopped &&
      this.#running.size > 0 &&
      (this.#queue.length > (size + 1) * BATCH_FILES || this.#queuedBytes > (size + 1) * BATCH_BYTES)
    ) {
      await this.#progress()
    }
  }

  /** Waits until all that was added is done, or the crew is stopped. */
  async drain(): Promise<void> {
    this.#next()
    while (!this.#isStopped && this.#running.size > 0) await this.#progress()
  }

  /** Ends all threads at once, whatever they do; what they have not finished is not done. */
  stop(): void {
    this.#isStopped = true
    this.#queue.length = 0
    this.#wake?.()
  }

  async close(): Promise<void> {
    this.#isStopped = true
    await Promise.all([...this.#workers].map(({ thread }) => thread.close()))
  }

  async #progress(): Promise<void> {
    const stopped = new Promise<void>((resolve) => {
      this.#wake = resolve
    })
    await Promise.race([...this.#running, stopped])
  }

  #next(): void {
    while (this.#queue.length > 0 && !this.#isStopped) {
      const worker = this.#freeWorker()
      if (worker === undefined) return
      const work = this.#run(worker, this.#takeBatch(worker.memory)).then(() => {
        this.#running.delete(work)
        this.#next()
      })
      this.#running.add(work)
    }
  }

  /** As many orders as make a batch: those that need no more memory than the worker has, or a single one. */
  #takeBatch(memory: number): CheckOrder[] {
    const batch: CheckOrder[] = []
    let bytes = 0
    for (;;) {
      const [order] = this.#queue
      if (order === undefined || batch.length >= BATCH_FILES || bytes >= BATCH_BYTES) return batch
      if (batch.length > 0 && this.#memoryFor(order) > memory) return batch
      this.#queue.shift()
      this.#queuedBytes -= sizeOf(order)
      bytes += sizeOf(order)
      batch.push(order)
    }
  }

  #freeWorker(): Worker | undefined {
    const needed = this.#memoryFor(this.#queue[0] as CheckOrder)
    const idle = this.#idle.pop()
    if (idle !== undefined && idle.memory >= needed) return idle
    if (idle !== undefined) this.#dismiss(idle)
    if (this.#workers.size >= this.#options.size) return undefined
    const worker = { thread: this.#options.open(needed), memory: needed }
    this.#workers.add(worker)
    return worker
  }

  #memoryFor(order: CheckOrder): number {
    const size = sizeOf(order)
    return this.#options.limits.fileMemory + (size > SMALL_BYTES ? MEMORY_PER_BYTE * size : 0)
  }

  #dismiss(worker: Worker): void {
    this.#workers.delete(worker)
    void worker.thread.close()
  }

  async #run(worker: Worker, orders: readonly CheckOrder[]): Promise<void> {
    const { terms, modules, finish } = this.#options
    const batch: Batch = { terms, orders, ...(modules === undefined ? {} : { modules }) }
    let done = 0
    let clock: NodeJS.Timeout | undefined
    const end = new Promise<Ending>((resolve) => {
      const watch = (milliseconds: number, ending: Ending): void => {
        clearTimeout(clock)
        clock = setTimeout(() => resolve(ending), milliseconds)
      }
      const watchNext = (): void => {
        const order = orders[done]
        if (order === undefined) clearTimeout(clock)
        else {
          const seconds = this.#secondsFor(order)
          watch(seconds * 1000, { ended: 'time', seconds })
        }
      }
      watch(LOADING_SECONDS * 1000, { ended: 'start', reason: `${LOADING_SECONDS} s` })
      const { loaded, ask } = worker.thread
      loaded.then(watchNext, ({ reason }: ThreadEnd) => resolve({ ended: 'start', reason }))
      ask(batch, (answered) => {
        const answer = answered as Answer
        const order = orders[done]
        if (order === undefined || this.#isStopped) return
        if (answer === SCANNING) {
          watch(SCANNED_PAGE_SECONDS * 1000, { ended: 'time', seconds: SCANNED_PAGE_SECONDS })
          return
        }
        if ('key' in answer) {
          this.#options.keepScan?.(answer)
          return
        }
        done += 1
        watchNext()
        finish(order, answer)
      }).then(
        () => resolve({ ended: 'done' }),
        (threadEnd: ThreadEnd) => resolve(threadEnd),
      )
    })
    const ending = await end
    clearTimeout(clock)
    if (ending.ended === 'done') {
      this.#idle.push(worker)
      return
    }
    this.#dismiss(worker)
    if (this.#isStopped) return
    const [failed, ...others] = orders.slice(done)
    if (failed === undefined) return
    finish(failed, [failureOf(failed, ending, worker.memory)])
    // Where no thread starts, the next one would not either.
    if (ending.ended === 'start') {
      for (const order of others) finish(order, [failureOf(order, ending, worker.memory)])
    } else {
      this.#queue.unshift(...others)
      for (const order of others) this.#queuedBytes += sizeOf(order)
    }
  }

  #secondsFor(order: CheckOrder): number {
    return secondsFor(sizeOf(order), this.#options.limits.fileTimeout)
  }
}

interface Worker {
  readonly thread: WorkerThread
  /** Bytes that its heap may take. */
  readonly memory: number
}

/** How the work of a thread on a batch ended. */
type Ending =
  | ThreadEnd
  | { readonly ended: 'done' }
  | { readonly ended: 'time'; readonly seconds: number }
  | { readonly ended: 'start'; readonly reason: string }

const failureOf = (
  { path }: CheckOrder,
  ending: Exclude<Ending, { ended: 'done' }>,
  memory: number,
): FailedRecord => {
  const failed = { kind: 'failed', path, isFault: true } as const
  switch (ending.ended) {
    case 'time':
      return { ...failed, error: tookTooLong(ending.seconds) }
    case 'memory':
      return { ...failed, error: needsTooMuchMemory(memory) }
    case 'start':
      return { ...failed, error: threadNotStarted(ending.reason) }
    case 'fault':
      return { ...failed, error: threadEnded(ending.reason) }
  }
}

const sizeOf = ({ content }: CheckOrder): number => content.bytes.length

/** What a thread is asked: to check some inputs. */
export interface Batch {
  readonly orders: readonly CheckOrder[]
  readonly terms: CheckTerms
  /** Modules of rules of one's own. */
  readonly modules?: readonly string[]
}

/** Says that a page of a scan is being read, which takes as long as many files. */
const SCANNING = 'scanning'

/** What a thread answers: what came of an input, and, before, what happens to its scanned pages. */
type Answer = readonly FileRecord[] | typeof SCANNING | KnownPage

/** The other end of a `Crew`: checks batches until the thread is ended. False outside of a thread. */
export const runWorker = (core: Core, io: Pick<Io, 'importModule'>): boolean => {
  let whole: Core | undefined
  return answerQuestions(async (question, answer) => {
    const batch = question as Batch
    // All batches of a run have the same.
    whole ??= await withOwnRules(core, batch.modules ?? [], io)
    await checkBatch(batch, whole, answer)
  })
}

/** Checks the inputs of a batch one after the other, and answers with what came of each as soon as it is known. */
export const checkBatch = async (
  { orders, terms }: Batch,
  core: Core,
  answer: (answered: Answer) => void,
): Promise<void> => {
  const pages = {
    get: () => {
      answer(SCANNING)
      return undefined
    },
    add: answer,
  }
  const pictureReader = remembering(openPictureReader, pages, sha256OfAll)
  for (const order of orders) answer(await checkContent(order, terms, { core, isUtf8, hash, pictureReader }))
}

const needsTooMuchMemory = (limit: number): Message => ({
  zh: `读取和检查所需内存超过 ${formatMegabytes(limit)} 的上限，已中止。文件可能已损坏；若确实是公开表，请拆分后再查，或用 --file-memory 放宽`,
  en: `stopped: reading and checking it takes more memory than the limit of ${formatMegabytes(limit)}; the file may be damaged; if it really is a disclosure table, split it or raise --file-memory`,
})

const formatMegabytes = (bytes: number): string => `${Math.ceil(bytes / 1048576)} MB`

const threadNotStarted = (reason: string): Message => ({
  zh: `检查线程未能启动，本文件没有检查（${reason}）。请关闭其他程序后重试`,
  en: `not checked, because the thread for it did not start (${reason}); close other programs and try again`,
})

const threadEnded = (reason: string): Message => ({
  zh: `检查线程意外终止，本文件没有检查（${reason}）。请重试；若再次发生，请将此文件报告给开发者`,
  en: `not checked, because the thread checking it ended unexpectedly (${reason}); try again, and report the file if it happens again`,
})
