import { fitsSource } from '../model/locator.ts'
import type { CheckedRecord } from '../model/record.ts'
import type { OpenPictureReader } from '../read/page/picture-reader.ts'
import type { Original } from '../report/report.ts'
import type { Span } from '../source/span.ts'
import type { ReadFile } from './parse-content.ts'

/**
 * Reads filings once more, for reports that draw or quote them.
 *
 * @param inputs Those that the records were made of; an archive gives several.
 * @param read Reads one of them; `wanted` are places to be cut out where it is a scan.
 * @returns Their texts and trees by path, without those that are gone or have changed since.
 */
export const readOriginals = async <Input extends { readonly path: string }>(
  records: Iterable<CheckedRecord>,
  inputs: readonly Input[],
  read: (input: Input, wanted: readonly Span[] | undefined) => Promise<readonly ReadFile[]>,
): Promise<ReadonlyMap<string, Original>> => {
  const wanted = new Map([...records].map((record) => [record.path, record]))
  const archives = new Set([...wanted.keys()].flatMap(archivesOf))
  const originals = new Map<string, Original>()
  let left = MOST_CUT_OUTS
  for (const input of inputs) {
    if (!wanted.has(input.path) && !archives.has(input.path)) continue
    // What lies in archives is shown without.
    const places = placesOf(wanted.get(input.path))?.slice(0, Math.min(left, MOST_CUT_OUTS_OF_ONE))
    for (const file of await read(input, places)) {
      const record = wanted.get(file.path)
      if (file.kind !== 'parsed' || record === undefined || !fitsSource(file.source, record)) continue
      originals.set(file.path, { source: file.source, disclosure: file.disclosure })
      if (file.source.scan !== undefined) left -= places?.length ?? 0
    }
  }
  return originals
}

/** The paths that a file in an archive may have the archive at. */
export const archivesOf = (path: string): readonly string[] =>
  Array.from(path.matchAll(/\//g), ({ index }) => path.slice(0, index))

/** So many pictures of places in scans are in a report, some kilobytes each; and of one file. */
const MOST_CUT_OUTS = 1000
const MOST_CUT_OUTS_OF_ONE = 200

/** All ends of its findings. */
const placesOf = (record: CheckedRecord | undefined): Span[] | undefined =>
  record?.findings.flatMap(({ at, related = [] }) => [at, ...related.map((end) => end.at)])

/** What reads scans and cuts these places out of them. */
export const cuttingOut = (
  wanted: readonly Span[] | undefined,
  open: OpenPictureReader | undefined,
): OpenPictureReader | undefined =>
  open === undefined || wanted === undefined
    ? open
    : async () => {
        const reader = await open()
        return reader && { ...reader, wanted }
      }
