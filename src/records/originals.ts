import { fitsSource } from '../model/locator.ts'
import type { CheckedRecord } from '../model/record.ts'
import type { OpenPictureReader } from '../read/page/picture-reader.ts'
import type { Core } from '../records/core.ts'
import type { ReadOptions } from '../records/parse-content.ts'
import type { Original } from '../report/report.ts'
import type { Span } from '../source/span.ts'
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
  let left = MOST_CUT_OUTS
  for (const input of inputs) {
    if (!wanted.has(input.path) && !/\.zip$/i.test(input.path)) continue
    // What lies in archives is shown without.
    const places = placesOf(wanted.get(input.path))?.slice(0, Math.min(left, MOST_CUT_OUTS_OF_ONE))
    for (const file of await readInput(input, cuttingOut(places, io), core, options)) {
      const record = wanted.get(file.path)
      if (file.kind !== 'parsed' || record === undefined || !fitsSource(file.source, record)) continue
      originals.set(file.path, { source: file.source, disclosure: file.disclosure })
      if (file.source.scan !== undefined) left -= places?.length ?? 0
    }
  }
  return originals
}

/** So many pictures of places in scans are in a report, some kilobytes each; and of one file. */
const MOST_CUT_OUTS = 1000
const MOST_CUT_OUTS_OF_ONE = 200

/** All ends of its findings. */
const placesOf = (record: CheckedRecord | undefined): Span[] | undefined =>
  record?.findings.flatMap(({ at, related = [] }) => [at, ...related.map((end) => end.at)])

/** The same world, in which these places are cut out of scans. */
const cuttingOut = (wanted: readonly Span[] | undefined, io: Io): Io => {
  const { openPictureReader: open } = io
  if (open === undefined || wanted === undefined) return io
  const openPictureReader: OpenPictureReader = async () => {
    const reader = await open()
    return reader && { ...reader, wanted }
  }
  return { ...io, openPictureReader }
}
