import type { ThreadEnd, WorkerThread } from './world.ts'

/** The argument by which the command knows that it runs in a thread of its own. */
export const WORKER_ARGUMENT = '--pbo-worker'

/** What a thread says: that it has loaded the command, an answer, or that a question has had all its answers. */
type Said =
  | { readonly is: 'loaded' }
  | { readonly is: 'answer'; readonly value: unknown }
  | { readonly is: 'done' }

/**
 * Starts the command at `program` as a thread that answers questions (`crew.ts`).
 *
 * @param memory How many bytes its heap may take.
 */
export const startThread = (program: URL, memory: number): WorkerThread => {
  const { Worker } = process.getBuiltinModule('node:worker_threads')
  const worker = new Worker(program, {
    argv: [WORKER_ARGUMENT],
    resourceLimits: { maxOldGenerationSizeMb: Math.ceil(memory / 1024 ** 2) },
  })
  let end: ThreadEnd | undefined
  let listen: ((said: Said | ThreadEnd) => void) | undefined
  const finish = (how: ThreadEnd): void => {
    end ??= how
    listen?.(end)
  }
  worker.on('message', (said: Said) => listen?.(said))
  worker.on('error', (error: NodeJS.ErrnoException) =>
    finish({ ended: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'fault', reason: error.message }),
  )
  worker.on('exit', (code) => finish({ ended: 'fault', reason: `exit code ${code}` }))
  /** Listens until `take` has what it waits for, or the thread is no more. */
  const until = (take: (said: Said) => boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      listen = (said) => {
        if ('ended' in said) reject(said)
        else if (take(said)) resolve()
      }
      if (end !== undefined) reject(end)
    })
  const loaded = until(({ is }) => is === 'loaded')
  // Whoever waits for it is told.
  loaded.catch(() => {})
  return {
    loaded,
    ask: async (question, answer) => {
      await loaded
      const answered = until((said) => {
        if (said.is === 'answer') answer(said.value)
        return said.is === 'done'
      })
      worker.postMessage(question)
      await answered
    },
    close: async () => {
      await worker.terminate()
    },
  }
}

/**
 * Answers the questions of the thread that started this one, one after the other, until it ends it.
 * False where nobody started it.
 */
export const answerQuestions = (
  reply: (question: unknown, answer: (value: unknown) => void) => Promise<void>,
): boolean => {
  const { parentPort } = process.getBuiltinModule('node:worker_threads')
  if (parentPort === null) return false
  const say = (said: Said): void => parentPort.postMessage(said)
  parentPort.on('message', (question) => {
    void reply(question, (value) => say({ is: 'answer', value })).then(() => say({ is: 'done' }))
  })
  say({ is: 'loaded' })
  return true
}
