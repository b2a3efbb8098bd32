import type { FailedRecord } from '../model/record.ts'
import type { Content, InputName, ReadOptions } from '../records/parse-content.ts'
import { isLight } from './check-inputs.ts'
import type { Crew, WorkLimits } from './crew.ts'
import type { Io } from './world.ts'

/**
 * Checks in a thread what could do harm, before a command that needs the trees of files reads it where all the others
 * are read: no thread can hand over a tree. So the limits of a check hold for it too.
 */
export class Trial {
  readonly #options: ReadOptions & WorkLimits
  readonly #io: Io
  #crew: Crew | undefined
  #fault: FailedRecord | undefined

  constructor(options: ReadOptions & WorkLimits, io: Io) {
    this.#options = options
    this.#io = io
  }

  /** Why an input is not to be read: it takes too long, or too much memory. After a signal nothing is known. */
  async faultOf({ path, isSearched }: InputName, content: Content): Promise<FailedRecord | undefined> {
    const { openWorker } = this.#io
    if (openWorker === undefined || isLight(content.bytes)) return undefined
    this.#fault = undefined
    this.#crew ??= await this.#open(openWorker)
    await this.#crew.add({ path, isSearched, content, settings: {}, isCompared: false })
    await this.#crew.drain()
    return this.#fault
  }

  async close(): Promise<void> {
    await this.#crew?.close()
  }

  async #open(open: NonNullable<Io['openWorker']>): Promise<Crew> {
    const { Crew } = await import('./crew.ts')
    const { encoding, maxLine, maxCell, fileTimeout, fileMemory } = this.#options
    const crew = new Crew({
      open,
      size: 1,
      // What reads scans keeps to limits of its own, and would do everything twice.
      terms: { encoding, maxLine, maxCell, ocr: false },
      limits: { fileTimeout, fileMemory },
      finish: ({ path }, records) => {
        // What became of one file in an archive is told where the archive is read.
        for (const record of records)
          if (record.kind === 'failed' && record.isFault === true && record.path === path)
            this.#fault = record
      },
    })
    this.#io.onInterruption(() => crew.stop())
    return crew
  }
}
