import { ArchiveBudget, type ArchiveEntry, type ArchiveLimits, readArchive } from './archive.ts'
import { UnreadableError } from './document.ts'
import { isZip, kindOfPackage } from './package-kind.ts'

/**
 * The files in a zip archive; those of plain zips in it follow under `outer.zip/inner.xlsx`. Limits
 * hold for all of them together. What makes an office document is one file, not a zip.
 *
 * @throws UnreadableError as `readArchive` does; `too-large` also for zips nested too deep
 */
export const readZippedFiles = async (
  bytes: Uint8Array,
  limits: Partial<ArchiveLimits> = {},
): Promise<readonly ArchiveEntry[]> => {
  const budget = new ArchiveBudget(limits)
  return await filesOf(await readArchive(bytes, budget), budget, 1)
}

const filesOf = async (
  entries: readonly ArchiveEntry[],
  budget: ArchiveBudget,
  depth: number,
): Promise<readonly ArchiveEntry[]> => {
  const files: ArchiveEntry[] = []
  for (const entry of entries) {
    const inner = isZip(entry.bytes) ? await openPlainZip(entry, budget) : undefined
    if (inner === undefined) {
      files.push(entry)
      continue
    }
    if (depth >= budget.limits.depth)
      throw new UnreadableError('too-large', `zip in zip, deeper than ${budget.limits.depth}`)
    for (const { name, bytes } of await filesOf(inner, budget, depth + 1))
      files.push({ name: `${entry.name}/${name}`, bytes })
  }
  return files
}

/** Undefined for what is an office document, or can't be opened: its own reader will say why. */
const openPlainZip = async (entry: ArchiveEntry, budget: ArchiveBudget) => {
  try {
    const inner = await readArchive(entry.bytes, budget)
    return kindOfPackage(inner) === 'zip' ? inner : undefined
  } catch (error) {
    if (error instanceof UnreadableError && error.reason !== 'too-large') return undefined
    throw error
  }
}
