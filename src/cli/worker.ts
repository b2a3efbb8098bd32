import { isUtf8 } from 'node:buffer'
import type { FileRecord } from '../model/record.ts'
import { type CheckOrder, type CheckTerms, checkContent } from '../records/check-content.ts'
import type { Core } from '../records/core.ts'
import { hash } from './hash.ts'
import { answerQuestions } from './thread.ts'

/** What a thread is asked: to check some inputs. */
export interface Batch {
  readonly orders: readonly CheckOrder[]
  readonly terms: CheckTerms
}

/** The other end of a `Crew`: checks batches until the thread is ended. False outside of a thread. */
export const runWorker = (core: Core): boolean =>
  answerQuestions((question, answer) => checkBatch(question as Batch, core, answer))

/** Checks the inputs of a batch one after the other, and answers with what came of each as soon as it is known. */
export const checkBatch = async (
  { orders, terms }: Batch,
  core: Core,
  answer: (records: readonly FileRecord[]) => void,
): Promise<void> => {
  for (const order of orders) answer(await checkContent(order, terms, { core, isUtf8, hash }))
}
