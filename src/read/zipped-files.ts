import {
  ArchiveBudget,
  type ArchiveEntry,
  type ArchiveLimits,
  listArchive,
  type PackedEntry,
} from './archive.ts'
import { UnreadableError } from './document.ts'
import { tooMany } from './limits.ts'
import { isZip, kindOfArchive } from './package-kind.ts'

/** A file in an archive, or why it can't be read. */
export type ZippedFile = ArchiveEntry | { readonly name: string; readonly fault: UnreadableError }

/** Files that are no filings, by how they are named: pictures and what systems add. */
const PASSED_OVER =
  /(?:^|\/)(?:__MACOSX\/|\.(?!\.?\/)|Thumbs\.db$|desktop\.ini$)|\.(?:png|jpe?g|gif|bmp|tiff?|mp4|exe|dll|css|js)$/i

/**
 * The files in a zip archive that may be filings, one after the other; those of plain zips in it follow under
 * `outer.zip/inner.xlsx`. Limits hold for all of them together. What makes an office document is one file,
 * not a zip. A file that can't be read, or an archive too deep in others, doesn't keep the rest back.
 *
 * @throws UnreadableError where the archive itself can't be read
 */
export async function* readZippedFiles(
  bytes: Uint8Array,
  limits: Partial<ArchiveLimits> = {},
): AsyncGenerator<ZippedFile> {
  const budget = new ArchiveBudget(limits)
  yield* filesOf(await listArchive(bytes, budget), budget, 1)
}

async function* filesOf(
  packed: readonly PackedEntry[],
  budget: ArchiveBudget,
  depth: number,
): AsyncGenerator<ZippedFile> {
  for (const entry of packed) {
    if (PASSED_OVER.test(entry.name)) continue
    const read = await attempt(async () => {
      const bytes = await entry.read()
      return { bytes, inner: isZip(bytes) ? await openPlainZip(bytes, budget, depth) : undefined }
    })
    const { name } = entry
    if (read instanceof UnreadableError) yield { name, fault: read }
    else if (read.inner === undefined) yield { name, bytes: read.bytes }
    else
      for await (const file of filesOf(read.inner, budget, depth + 1))
        yield { ...file, name: `${name}/${file.name}` }
  }
}

/** Undefined for what is an office document, or can't be opened: its own reader will say why. */
const openPlainZip = async (bytes: Uint8Array, budget: ArchiveBudget, depth: number) => {
  const inner = await attempt(async () => {
    const packed = await listArchive(bytes, budget)
    return (await kindOfArchive(packed)) === 'zip' ? packed : undefined
  })
  if (inner instanceof UnreadableError) {
    if (inner.reason === 'too-large') throw inner
    return undefined
  }
  if (inner !== undefined && depth >= budget.limits.depth) throw tooMany(budget.limits.depth, 'levels')
  return inner
}

const attempt = async <Value>(run: () => Promise<Value>): Promise<Value | UnreadableError> => {
  try {
    return await run()
  } catch (error) {
    if (error instanceof UnreadableError) return error
    throw error
  }
}
