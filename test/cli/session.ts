import { type Core, core as library } from '../../src/cli/core.ts'
import { main } from '../../src/cli/main.ts'
import { type Batch, checkBatch } from '../../src/cli/worker.ts'
import type { Io } from '../../src/cli/world.ts'
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

/** Threads that are none: they answer in this one, and what they say is copied as between threads. */
export const fakeThreads = (core: Core, isBroken: (batch: Batch) => boolean = () => false) => {
  const asked: Batch[] = []
  let opened = 0
  let open = 0
  const openWorker: Io['openWorker'] = () => {
    opened += 1
    open += 1
    return {
      ask: async (question) => {
        const batch = structuredClone(question) as Batch
        asked.push(batch)
        if (isBroken(batch)) throw new Error('the thread ended with 134')
        return structuredClone(await checkBatch(batch, core))
      },
      close: async () => {
        open -= 1
      },
    }
  }
  return { openWorker, asked, opened: () => opened, open: () => open }
}
