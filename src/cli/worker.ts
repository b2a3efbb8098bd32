import { isUtf8 } from 'node:buffer'
import { type CheckOrder, type CheckTerms, checkContent } from './check-content.ts'
import type { Core } from './core.ts'
import { type FileRecord, printedRecordOf, recordOf } from './file-record.ts'
import { hash } from './hash.ts'
import { createPrintFile, type PrintTerms } from './print-file.ts'
import { answerQuestions } from './thread.ts'

/** What a thread is asked: to check some inputs, and to print them where that is all that is wanted. */
export interface Batch {
  readonly orders: readonly CheckOrder[]
  readonly terms: CheckTerms
  readonly print: PrintTerms | undefined
}

/** Per input of the batch its records; undefined for what can't be told in records, such as archives. */
export type BatchAnswer = readonly (readonly FileRecord[] | undefined)[]

/** The other end of a `Crew`: checks batches until the thread is ended. False outside of a thread. */
export const runWorker = (core: Core): boolean =>
  answerQuestions((question) => checkBatch(question as Batch, core))

/** Checks the inputs of a batch one after the other. */
export const checkBatch = async ({ orders, terms, print: how }: Batch, core: Core): Promise<BatchAnswer> => {
  const print = how && (await createPrintFile(how, hash))
  const answers: (readonly FileRecord[] | undefined)[] = []
  for (const order of orders) {
    const results = await checkContent(order, terms, { core, isUtf8 })
    const records = results.map(
      (result) => (print && printedRecordOf(result, order, print)) ?? recordOf(result, order.path),
    )
    answers.push(records.every((record) => record !== undefined) ? records : undefined)
  }
  return answers
}
