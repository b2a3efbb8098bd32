import { compareFilings } from '../records/compare-filings.ts'
import type { Core } from '../records/core.ts'
import { interrupted } from '../records/file-messages.ts'
import { RecordStore } from '../records/record-store.ts'
import type { Spool } from '../records/spool.ts'
import type { Settings } from '../settings.ts'
import { type CheckPlan, checkInputs } from './check-inputs.ts'
import { type FileOptions, readOptionsOf } from './file-loop.ts'
import { type GatheredInputs, gatherInputs } from './gather-inputs.ts'
import type { FoundInput } from './inputs.ts'
import type { Io } from './world.ts'

/** What is checked, and how. */
interface CheckRequest {
  readonly inputs: GatheredInputs
  readonly options: FileOptions
  /** Filings of earlier years, only to compare with. */
  readonly previous: readonly string[]
  readonly plan: CheckPlan
}

/** Checks inputs and compares them with each other, with those of other shards and with those of earlier years. */
export const runChecks = async (
  { inputs, options, previous, plan }: CheckRequest,
  spool: Spool,
  io: Io,
  core: Core,
): Promise<RecordStore> => {
  const store = new RecordStore(spool)
  const left = await checkInputs(inputs.found, plan, (record) => store.take(record), io, core)
  for (const record of [...inputs.failed, ...inputs.unread]) store.take(record)
  const [first, ...rest] = left
  // One of them stands for all, so that every report of a run that was cut short says so.
  if (first !== undefined) store.take({ kind: 'failed', path: first, error: interrupted(rest.length) })
  const read = async (found: readonly FoundInput[]): Promise<RecordStore> => {
    const others = new RecordStore(spool)
    // What the cache keeps of them serves where they are checked.
    const settingsFor = plan.cache === undefined ? () => NO_RULES : plan.settingsFor
    const unchecked = { ...plan, isCompared: true, settingsFor }
    await checkInputs(found, unchecked, (record) => others.take(record), io, core)
    return others
  }
  // What is found by comparing must not depend on how the filings were divided into shards.
  const others = plan.isCompared ? await read(inputs.others) : undefined
  const { filesFrom: _, shard: __, stdinFilename: ___, ...shared } = options
  const earlier = previous.length === 0 ? undefined : await gatherInputs(previous, shared, io)
  const past = earlier && (await read(earlier.found))
  for (const failed of earlier?.failed ?? []) past?.take(failed)
  past?.results(shared.allowEmpty === true)
  for (const failed of past?.failed ?? []) store.take(failed)
  const filings = [...store.filings, ...(others?.filings ?? [])]
  const before = past?.filings ?? []
  compareFilings(store, { filings, previous: before }, { ...plan, rules: core.rules, hash: io.hash })
  return store
}

/** Filings that are only compared with are read and not checked. */
const NO_RULES: Settings = { only: [] }

/** How inputs are checked, by what the options say and by the rest. */
export const checkPlanOf = (
  options: FileOptions,
  rest: Omit<CheckPlan, 'terms' | 'limits' | 'maxFileSize'>,
): CheckPlan => {
  const { maxFileSize, ...terms } = readOptionsOf(options)
  const { fileTimeout, fileMemory } = options
  return { terms, maxFileSize, limits: { fileTimeout, fileMemory }, ...rest }
}
