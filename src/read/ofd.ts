import { type ArchiveEntry, readArchive } from './archive.ts'
import type { Document } from './document.ts'
import { OfdPackage } from './ofd/package.ts'
import { readOfdPage } from './ofd/read-page.ts'
import { readPages } from './page/read-pages.ts'

/**
 * Reads an OFD (GB/T 33190-2016), as PDF is read: text at places, and drawn lines. `entries`: the files of the
 * package, where they were inflated already.
 *
 * @throws UnreadableError for a file that is encrypted, damaged, too large, or has no text
 */
export const readOfd = async (bytes: Uint8Array, entries?: readonly ArchiveEntry[]): Promise<Document> => {
  const file = new OfdPackage(entries ?? (await readArchive(bytes)))
  const { pages } = file
  const page = async (number: number) => readOfdPage(file.content(number))
  return { format: 'ofd', ...(await readPages({ pageCount: pages.length, page })) }
}
