import { type Batch, checkBatch } from '../../src/cli/crew.ts'
import { main } from '../../src/cli/main.ts'
import type { Io, ThreadEnd, WorkerThread } from '../../src/cli/world.ts'
import { type Core, core as library } from '../../src/records/core.ts'
import { fakeIo, type World } from '../support/fake-io.ts'
import type { Outcome } from '../support/run.ts'

/** One world for several runs of the command: what one writes, the next finds. */
export interface Session {
  readonly io: ReturnType<typeof fakeIo>
  readonly run: (line: string | readonly string[]) => Promise<Outcome>
  /** A file that was written, as text. */
  readonly text: (path: string) => string
}

export const openSession = (world: World, core: Core = library, part: Partial<Io> = {}): Session => {
  const io = fakeIo(world)
  return {
    io,
    run: async (line) => {
      const [out, err] = [io.out().length, io.err().length]
      const argv = typeof line === 'string' ? line.split(' ').filter((word) => word !== '') : line
      const code = await main(argv, { ...io, ...part }, core)
      return { code, out: io.out().slice(out), err: io.err().slice(err) }
    },
    text: (path) => {
      const content = io.files.read(path, Number.MAX_SAFE_INTEGER)
      return new TextDecoder().decode(content)
    },
  }
}

/** How the threads of a test end early. */
export interface Breakage {
  /** The paths of files at which a thread ends. */
  readonly at?: (path: string) => boolean
  /** The paths of files that a thread never comes to the end of. */
  readonly hangsAt?: (path: string) => boolean
  /** None starts. */
  readonly atStart?: boolean
  readonly ended?: ThreadEnd
}

/** Threads that are none: they answer in this one, and what they say is copied as between threads. */
export const fakeThreads = (
  core: Core,
  { at = () => false, hangsAt = () => false, atStart = false, ended }: Breakage = {},
) => {
  const asked: Batch[] = []
  const end: ThreadEnd = ended ?? { ended: 'fault', reason: 'exit code 134' }
  let opened = 0
  let open = 0
  const openWorker = (_memory = 0): WorkerThread => {
    opened += 1
    open += 1
    return {
      loaded: atStart ? Promise.reject(end) : Promise.resolve(),
      ask: async (question, answer) => {
        if (atStart) throw end
        const batch = structuredClone(question) as Batch
        asked.push(batch)
        for (const order of batch.orders) {
          if (at(order.path)) throw end
          if (hangsAt(order.path)) await new Promise(() => {})
          await checkBatch({ ...batch, orders: [order] }, core, (records) => answer(structuredClone(records)))
        }
      },
      close: async () => {
        open -= 1
      },
    }
  }
  return { openWorker, asked, opened: () => opened, open: () => open }
}
