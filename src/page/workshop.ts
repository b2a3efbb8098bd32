import type { FailedRecord, FileRecord } from '../model/record.ts'
import { crashed, interrupted, tookTooLong } from '../records/file-messages.ts'
import { KnownPages } from '../records/known-pages.ts'
import { DEFAULT_LIMITS, SCANNED_PAGE_SECONDS, secondsFor } from '../records/limits.ts'
import type { Settings } from '../settings.ts'
import type { EngineFiles } from './built-in.ts'
import type { Asked, PageFile, Question, RuleName, Said } from './protocol.ts'
import { inSlices, joined, type Slice } from './slices.ts'

/** Why a question has no answer. */
class WorkError extends Error {
  readonly why: 'stopped' | 'time' | 'fault'

  constructor(why: WorkError['why'], message: string) {
    super(message)
    this.why = why
  }
}

/** Whether somebody stopped the work. */
export const isStopped = (error: unknown): boolean => error instanceof WorkError && error.why === 'stopped'

/** What is told while files are checked. */
export interface CheckListener {
  readonly begin: (path: string) => void
  /** A page of the file that has begun is read as a scan. */
  readonly scan: (path: string, page: number, pages: number) => void
  readonly take: (records: readonly FileRecord[]) => void
}

const NOBODY = (): void => {}

/** The page does other things between two slices. A worker that was ended takes them and does nothing. */
const send = async (worker: Worker, question: Question): Promise<void> => {
  const { rest, slices } = inSlices(question)
  const post = (asked: Asked): void => worker.postMessage(asked)
  for (const slice of slices) {
    post({ ask: 'more', slice })
    await new Promise((resolve) => setTimeout(resolve))
  }
  post(rest)
}

/** The page's worker, and another one where that has to be ended. It answers one question after the other. */
export class Workshop {
  readonly #address: string
  #worker: Worker
  #ready!: Promise<readonly RuleName[]>
  #hear: (said: Said) => unknown = NOBODY
  #end: (error: WorkError) => void = NOBODY
  /** What was read of scans: the next worker need not read it again. */
  readonly #scans = new KnownPages()
  readonly #engine: () => Promise<EngineFiles<Blob>>

  /**
   * @param code The worker's program.
   * @param engine Gives what reads scans.
   */
  constructor(code: string, engine: () => Promise<EngineFiles<Blob>>) {
    this.#engine = engine
    this.#address = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))
    this.#worker = this.#open()
  }

  /** The rules that there are. */
  get rules(): Promise<readonly RuleName[]> {
    return this.#ready
  }

  /** Asks the worker; rejected if it fails or is stopped. */
  async ask(question: Question, hear: (said: Said) => void = () => {}): Promise<unknown> {
    await this.#ready
    const slices: Slice[] = []
    return await new Promise((resolve, reject) => {
      // Whoever listens is forgotten with the answer, and all that it holds.
      const finish = (): void => {
        this.#hear = NOBODY
        this.#end = NOBODY
      }
      this.#end = reject
      this.#hear = (said) => {
        if (said.is === 'begun' || said.is === 'scanning' || said.is === 'checked') return hear(said)
        if (said.is === 'scanned') return this.#scans.add(said.page)
        if (said.is === 'unequipped') return this.#equip(this.#worker)
        if (said.is === 'more') return slices.push(said.slice)
        finish()
        if (said.is === 'done') resolve(joined(said.value, slices))
        else if (said.is === 'failed') reject(new WorkError('fault', said.reason))
      }
      void send(this.#worker, question)
    })
  }

  /** Ends what is being done. */
  stop(): void {
    this.#restart(new WorkError('stopped', ''))
  }

  /** Forgets all that was read of scans, and what read them. */
  forget(): void {
    if (this.#scans.isEmpty) return
    this.#scans.clear()
    this.stop()
  }

  async #equip(worker: Worker): Promise<void> {
    const asked: Asked = { ask: 'engine', files: await this.#engine() }
    worker.postMessage(asked)
  }

  /**
   * Checks files one after the other. One that takes too long or ends the worker has failed, and the others go on; when
   * the work is stopped, the first that is left stands for all.
   */
  async check(
    files: readonly PageFile[],
    settings: Settings,
    { begin, scan, take }: CheckListener,
  ): Promise<void> {
    let left = files
    while (left.length > 0) {
      const sizes = new Map(left.map(({ path, file }) => [path, file.size]))
      let clock: ReturnType<typeof setTimeout> | undefined
      const watch = (seconds: number): void => {
        clock = setTimeout(() => this.#restart(new WorkError('time', String(seconds))), seconds * 1000)
      }
      try {
        await this.ask({ ask: 'check', files: left, settings }, (said) => {
          clearTimeout(clock)
          if (said.is === 'begun') {
            watch(secondsFor(sizes.get(said.path) ?? 0, DEFAULT_LIMITS.fileTimeout))
            begin(said.path)
          } else if (said.is === 'scanning') {
            watch(SCANNED_PAGE_SECONDS)
            scan(left[0]?.path ?? '', said.page, said.pages)
          } else if (said.is === 'checked') {
            left = left.slice(1)
            take(said.records)
          }
        })
      } catch (error) {
        const [first, ...others] = left
        if (first === undefined) throw error
        take([failureOf(first.path, error, others.length)])
        if (isStopped(error)) throw error
        left = others
      } finally {
        clearTimeout(clock)
      }
    }
  }

  #restart(error: WorkError): void {
    const end = this.#end
    this.#worker.terminate()
    this.#worker = this.#open()
    end(error)
  }

  #open(): Worker {
    const worker = new Worker(this.#address)
    this.#ready = new Promise((resolve, reject) => {
      this.#end = reject
      this.#hear = (said) => {
        if (said.is === 'ready') resolve(said.rules)
      }
    })
    this.#ready.catch(() => {})
    worker.addEventListener('message', ({ data }: MessageEvent<Said>) => this.#hear(data))
    for (const page of this.#scans) {
      const asked: Asked = { ask: 'know', page }
      worker.postMessage(asked)
    }
    worker.addEventListener('error', ({ message }) => this.#restart(new WorkError('fault', message)))
    return worker
  }
}

const failureOf = (path: string, error: unknown, others: number): FailedRecord => {
  const why = error instanceof WorkError ? error.why : 'fault'
  const { message } = error as Error
  const said =
    why === 'stopped' ? interrupted(others) : why === 'time' ? tookTooLong(Number(message)) : crashed(message)
  return { kind: 'failed', path, error: said, ...(why === 'fault' ? { isFault: true } : {}) }
}
