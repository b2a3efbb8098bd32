import type { ArchiveEntry } from '../../read/archive.ts'
import { readWorkbook } from '../../read/workbook.ts'
import type { Source } from '../../source/source.ts'
import type { Note } from '../notes.ts'
import { addressesAt } from '../places.ts'
import { NoCopyError, noComments, UNCHANGEABLE } from '../reasons.ts'
import { readCellName, type SheetPlace } from './cell-notes.ts'
import { OfficePackage } from './package.ts'
import { commentSheet } from './sheet-comments.ts'

/**
 * A copy of a workbook with comments at the cells of its findings. One cell has one comment with all that is said of
 * it; what somebody else has written there stays in front of it.
 *
 * @param check Throws where the text is not the one that the notes were made for.
 * @throws NoCopyError for one that can't be changed
 */
export const annotateWorkbook = async (
  bytes: Uint8Array,
  entries: readonly ArchiveEntry[],
  notes: readonly Note[],
  check: (source: Source) => void,
): Promise<Uint8Array> => {
  if (entries.some(({ name }) => /(^|\/)workbook\.bin$/i.test(name)))
    throw new NoCopyError(noComments('xlsx'))
  if (entries.some(({ name }) => name.toLowerCase() === 'mimetype')) throw new NoCopyError(noComments('ods'))
  const { source } = await readWorkbook(bytes, entries)
  check(source)
  const workbook = new OfficePackage(bytes, entries)
  const sheets = sheetsOf(workbook)
  for (const [sheet, cells] of bySheet(notes, source)) {
    const part = sheets.get(sheet)
    if (part === undefined) throw new NoCopyError(UNCHANGEABLE)
    commentSheet(workbook, part, cells)
  }
  return workbook.save()
}

/** The parts of the sheets by their names. */
const sheetsOf = (workbook: OfficePackage): ReadonlyMap<string, string> => {
  const main = workbook.relations('').find(({ kind }) => kind === 'officeDocument')?.target
  if (main === undefined) throw new NoCopyError(UNCHANGEABLE)
  const targets = new Map(workbook.relations(main).map(({ id, target }) => [id, target]))
  const { root } = workbook.xml(main)
  const sheets = root.children.find(({ name }) => name === 'sheets')?.children ?? []
  return new Map(
    sheets.flatMap(({ attributes }): [string, string][] => {
      const target = targets.get(attributes.get('id') ?? '')
      return target === undefined ? [] : [[attributes.get('name') ?? '', target]]
    }),
  )
}

/** What is said of each cell of each sheet, in the order of the notes. */
const bySheet = (
  notes: readonly Note[],
  source: Source,
): ReadonlyMap<string, ReadonlyMap<string, { readonly place: SheetPlace; readonly notes: Note[] }>> => {
  const sheets = new Map<string, Map<string, { readonly place: SheetPlace; readonly notes: Note[] }>>()
  for (const note of notes) {
    for (const { name } of addressesAt(source, note.span)) {
      const place = readCellName(name.en)
      const cells = sheets.get(place.sheet) ?? new Map()
      sheets.set(place.sheet, cells)
      const cell = cells.get(place.cell) ?? { place, notes: [] }
      cells.set(place.cell, cell)
      cell.notes.push(note)
    }
  }
  return sheets
}
