import { fitsSource } from '../model/locator.ts'
import type { CheckedRecord } from '../model/record.ts'
import type { Core } from '../records/core.ts'
import type { ReadOptions } from '../records/parse-content.ts'
import type { Original } from '../report/report.ts'
import type { FoundInput } from './inputs.ts'
import { readInput } from './read-inputs.ts'
import type { Io } from './world.ts'

/**
 * Reads filings once more, for reports that draw or quote them.
 *
 * @param inputs Those that the records were made of; an archive gives several.
 * @returns Their texts and trees by path, without those that are gone or have changed since.
 */
export const readOriginals = async (
  records: Iterable<CheckedRecord>,
  inputs: readonly FoundInput[],
  options: ReadOptions,
  io: Io,
  core: Core,
): Promise<ReadonlyMap<string, Original>> => {
  const wanted = new Map([...records].map((record) => [record.path, record]))
  const originals = new Map<string, Original>()
  for (const input of inputs) {
    if (!wanted.has(input.path) && !/\.zip$/i.test(input.path)) continue
    for (const file of await readInput(input, io, core, options)) {
      const record = wanted.get(file.path)
      if (file.kind !== 'parsed' || record === undefined || !fitsSource(file.source, record)) continue
      originals.set(file.path, { source: file.source, disclosure: file.disclosure })
    }
  }
  return originals
}
