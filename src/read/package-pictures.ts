import type { ArchiveEntry } from './archive.ts'
import { type Document, UnreadableError } from './document.ts'
import type { Picture, PictureReader } from './page/picture-reader.ts'
import { relationsOf, resolveTarget } from './part-names.ts'
import { kept, type PagePicture, readPictures } from './picture.ts'

/** Smaller pictures (pixels) are logos and seals, not pages. */
const SMALLEST_SIDE = 500

/** A document with more text (characters) than this has its pictures beside it. */
const MOST_BESIDE = 500

/** Of pictures with more pixels all in all, the others are decoded once more when their turn comes. */
const MOST_KEPT = 80_000_000

const IS_PICTURE = /\.(?:png|jpe?g|webp|tiff?)$/i

/** Parts that say where pictures stand: the text of a document, the drawings of sheets. */
const PLACING = /^\/?(?:word\/document\d*|xl\/drawings\/drawing\d+)\.xml$/i

/**
 * Whether the content of a document or workbook may be photographs of pages: it has no table, hardly any text, and pictures.
 *
 * @param document What was read of it; undefined where there was no text.
 */
export const mayBePictures = (entries: readonly ArchiveEntry[], document: Document | undefined): boolean =>
  entries.some(({ name }) => IS_PICTURE.test(name)) &&
  (document === undefined ||
    (document.source.text.length <= MOST_BESIDE && document.grid.blocks.every(({ kind }) => kind !== 'row')))

/**
 * Reads the photographs of pages in a document or workbook, in the order in which they stand, behind the text that it has.
 * Undefined where it has none.
 *
 * @throws UnreadableError where nothing was recognised in them
 */
export const readPackagePictures = async (
  entries: readonly ArchiveEntry[],
  document: Document | undefined,
  reader: PictureReader,
): Promise<Document | undefined> => {
  const pages: (PagePicture | undefined)[] = []
  let left = MOST_KEPT
  for (const bytes of picturesIn(entries)) {
    const decoded = await reader.decode(bytes)
    // What can't be decoded is a page that was not read.
    if (typeof decoded === 'string') pages.push(undefined)
    else
      for (const [i, picture] of decoded.entries()) {
        const { width, height } = picture
        if (Math.min(width, height) < SMALLEST_SIDE) continue
        left -= width * height
        const again = async () => pictureAt(await reader.decode(bytes), i)
        pages.push(left >= 0 ? kept(picture) : { width, height, open: again })
      }
  }
  if (pages.every((page) => page === undefined)) return undefined
  const read = await readPictures(pages, reader, document === undefined ? [] : linesOf(document))
  return { ...read, notes: [...(document?.notes ?? []), ...read.notes] }
}

const pictureAt = (decoded: Awaited<ReturnType<PictureReader['decode']>>, i: number): Picture | undefined =>
  typeof decoded === 'string' ? undefined : decoded[i]

const linesOf = ({ grid, source }: Document) =>
  grid.blocks.flatMap((block) => {
    if (block.kind !== 'text') return []
    const { text } = block.cell
    const name = source.address(text.span)
    return name === undefined ? [] : [{ text: text.text, name }]
  })

/** The bytes of the pictures, each once. */
const picturesIn = (entries: readonly ArchiveEntry[]): readonly Uint8Array[] => {
  const byName = new Map(entries.map((entry) => [pathOf(entry.name), entry]))
  const placing = entries
    .filter(({ name }) => PLACING.test(name))
    .sort((a, b) => numberIn(a.name) - numberIn(b.name))
  const found = new Set<Uint8Array>()
  for (const part of placing) {
    const path = pathOf(part.name)
    const relations = byName.get(relationsOf(path))
    if (relations === undefined) continue
    const targets = targetsOf(relations, path)
    for (const [, id = ''] of textOf(part).matchAll(/:(?:embed|id)="([^"]{1,100})"/g)) {
      const target = targets.get(id)
      const bytes = target === undefined ? undefined : byName.get(target)?.bytes
      if (target !== undefined && IS_PICTURE.test(target) && bytes !== undefined) found.add(bytes)
    }
  }
  return [...found]
}

/** Files of the package by the ids that a part calls them by; nothing outside of it. */
const targetsOf = (relations: ArchiveEntry, part: string): ReadonlyMap<string, string> => {
  const targets = new Map<string, string>()
  for (const [, attributes = ''] of textOf(relations).matchAll(/<Relationship\s([^<>]{1,2000})>/g)) {
    const [id, target] = ['Id', 'Target'].map(
      (name) => new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1],
    )
    if (id !== undefined && target !== undefined) targets.set(id, pathOf(resolveTarget(part, target)))
  }
  return targets
}

const pathOf = (name: string): string => name.replace(/^\//, '').toLowerCase()

const numberIn = (name: string): number => Number(/(?<!\d)(\d+)\.xml$/i.exec(name)?.[1] ?? 0)

const textOf = ({ bytes }: ArchiveEntry): string => new TextDecoder().decode(bytes)

/** Whether a document could not be read for want of text. */
export const isWithoutText = (error: unknown): boolean =>
  error instanceof UnreadableError && error.reason === 'no-cells'
