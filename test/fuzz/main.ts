// What the fuzzer's child process runs: it makes inputs by their numbers, or takes files, and says what came of each.
import { readFileSync } from 'node:fs'
import { Random } from '../support/random.ts'
import { mutate } from './mutate.ts'
import { tryFile } from './oracles.ts'
import { seedsOf, TARGETS, type Target } from './seeds.ts'

export { TARGETS }

/** How many inputs are read twice, to see that the same comes of them: one in so many. */
const TWICE = 10

export const makeInput = async (target: Target, root: string, seed: number): Promise<Uint8Array> =>
  await mutate(target, await seedsOfTarget(target, root), new Random(seed))

/** Of the target that was asked for last: they come one after the other. */
let known: { readonly target: Target; readonly seeds: Promise<readonly Uint8Array[]> } | undefined

const seedsOfTarget = (target: Target, root: string): Promise<readonly Uint8Array[]> => {
  if (known?.target !== target) known = { target, seeds: seedsOf(target, root) }
  return known.seeds
}

/** Answers the parent's messages: `{ path }`, or `{ target, root, seed }`. */
export const serve = (): void => {
  process.on('message', async (job: { path: string } | { target: Target; root: string; seed: number }) => {
    const bytes =
      'path' in job ? new Uint8Array(readFileSync(job.path)) : await makeInput(job.target, job.root, job.seed)
    process.send?.({ started: true })
    const { fates, faults, digest } = await tryFile(bytes)
    const isAgain = !('path' in job) && job.seed % TWICE === 0 && faults.length === 0
    const isSame = !isAgain || (await tryFile(bytes)).digest === digest
    process.send?.({
      fates,
      faults: isSame ? faults : ['another result the second time'],
      size: bytes.length,
    })
  })
}
