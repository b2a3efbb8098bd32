import { isUtf8 } from 'node:buffer'
import type { FileRecord } from '../model/record.ts'
import { type CheckOrder, type CheckTerms, checkContent } from '../records/check-content.ts'
import type { Core } from '../records/core.ts'
import { type KnownPage, remembering } from '../records/known-pages.ts'
import { hash, sha256OfAll } from './hash.ts'
import { withOwnRules } from './own-rules.ts'
import { openPictureReader } from './picture-reader.ts'
import { answerQuestions } from './thread.ts'
import type { Io } from './world.ts'

/** What a thread is asked: to check some inputs. */
export interface Batch {
  readonly orders: readonly CheckOrder[]
  readonly terms: CheckTerms
  /** Modules of rules of one's own. */
  readonly modules?: readonly string[]
}

/** Says that a page of a scan is being read, which takes as long as many files. */
export const SCANNING = 'scanning'

/** What a thread answers: what came of an input, and, before, what happens to its scanned pages. */
export type Answer = readonly FileRecord[] | typeof SCANNING | KnownPage

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
