import type { CheckOrder } from './check-content.ts'
import type { FileRecord } from './file-record.ts'
import type { Batch, BatchAnswer } from './worker.ts'
import type { WorkerThread } from './world.ts'

/** What became of an order: its records, or undefined where it has to be done here. */
type Finish = (order: CheckOrder, records: readonly FileRecord[] | undefined) => void

/** A thread is given files by the dozen: one at a time costs more in messages than it saves. */
const BATCH_FILES = 32
const BATCH_BYTES = 512 * 1024

/** Threads that check batches of inputs side by side. A thread that breaks gives its batch back. */
export class Crew {
  readonly #open: () => WorkerThread
  readonly #size: number
  readonly #terms: Omit<Batch, 'orders'>
  readonly #finish: Finish
  readonly #isStopped: () => boolean
  readonly #threads: WorkerThread[] = []
  readonly #idle: WorkerThread[] = []
  readonly #running = new Set<Promise<void>>()
  #batch: CheckOrder[] = []
  #bytes = 0
  #queue: (readonly CheckOrder[])[] = []

  /** @param isStopped Once it is true no batch is begun any more: a signal comes in while others are waited for. */
  constructor(
    open: () => WorkerThread,
    size: number,
    terms: Omit<Batch, 'orders'>,
    finish: Finish,
    isStopped: () => boolean = () => false,
  ) {
    this.#open = open
    this.#size = size
    this.#terms = terms
    this.#finish = finish
    this.#isStopped = isStopped
  }

  /** Waits while there is more to do than the threads will soon get to: what waits is held in memory. */
  async add(order: CheckOrder): Promise<void> {
    this.#batch.push(order)
    this.#bytes += order.content.bytes.length
    if (this.#batch.length >= BATCH_FILES || this.#bytes >= BATCH_BYTES) this.#send()
    while (this.#queue.length > this.#size) await Promise.race(this.#running)
  }

  /** Waits until all that was added is done. */
  async drain(): Promise<void> {
    this.#send()
    while (this.#running.size > 0) await Promise.race(this.#running)
  }

  /** What no thread has begun is not done; what one has is waited for. */
  async stop(): Promise<void> {
    this.#batch = []
    this.#queue = []
    await this.drain()
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()))
  }

  #send(): void {
    if (this.#batch.length > 0) this.#queue.push(this.#batch)
    this.#batch = []
    this.#bytes = 0
    this.#next()
  }

  #next(): void {
    if (this.#isStopped()) this.#queue = []
    const orders = this.#queue[0]
    const thread = orders === undefined ? undefined : this.#freeThread()
    if (orders === undefined || thread === undefined) return
    this.#queue.shift()
    const work = this.#run(thread, orders).then(() => {
      this.#running.delete(work)
      this.#next()
    })
    this.#running.add(work)
    this.#next()
  }

  #freeThread(): WorkerThread | undefined {
    const idle = this.#idle.pop()
    if (idle !== undefined || this.#threads.length >= this.#size) return idle
    const thread = this.#open()
    this.#threads.push(thread)
    return thread
  }

  async #run(thread: WorkerThread, orders: readonly CheckOrder[]): Promise<void> {
    const batch: Batch = { ...this.#terms, orders }
    let answer: BatchAnswer = []
    try {
      answer = (await thread.ask(batch)) as BatchAnswer
      this.#idle.push(thread)
    } catch {
      this.#threads.splice(this.#threads.indexOf(thread), 1)
    }
    for (const [i, order] of orders.entries()) this.#finish(order, answer[i])
  }
}
