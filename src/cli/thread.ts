import type { WorkerThread } from './world.ts'

/** The argument by which the command knows that it runs in a thread of its own. */
export const WORKER_ARGUMENT = '--pbo-worker'

/** What a thread says first. */
const LOADED = 'loaded'

/**
 * Starts the command at `program` as a thread that answers questions (`worker.ts`).
 *
 * @param loaded Called once, when the thread has loaded the command, or can't.
 */
export const startThread = (program: URL, loaded: () => void): WorkerThread => {
  const { Worker } = process.getBuiltinModule('node:worker_threads')
  const worker = new Worker(program, { argv: [WORKER_ARGUMENT] })
  let settle: { resolve: (answer: unknown) => void; reject: (error: Error) => void } | undefined
  const fail = (error: Error): void => settle?.reject(error)
  let isLoaded = false
  const load = (): void => {
    if (!isLoaded) loaded()
    isLoaded = true
  }
  worker.on('message', (answer) => {
    if (isLoaded) settle?.resolve(answer)
    else load()
  })
  worker.on('error', fail)
  worker.on('exit', (code) => {
    load()
    fail(new Error(`the thread ended with ${code}`))
  })
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        settle = { resolve, reject }
        worker.postMessage(question)
      }),
    close: async () => {
      settle = undefined
      await worker.terminate()
    },
  }
}

/**
 * Answers the questions of the thread that started this one, one after the other, until it ends it.
 * False where nobody started it.
 */
export const answerQuestions = (answer: (question: unknown) => Promise<unknown>): boolean => {
  const { parentPort } = process.getBuiltinModule('node:worker_threads')
  if (parentPort === null) return false
  parentPort.on('message', (question) => {
    void answer(question).then((reply) => parentPort.postMessage(reply))
  })
  parentPort.postMessage(LOADED)
  return true
}
