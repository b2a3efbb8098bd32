import { escapeXml } from '../../report/printable.ts'
import { AUTHOR } from '../notes.ts'
import { NoCopyError, UNCHANGEABLE } from '../reasons.ts'
import { type CellNotes, commentText } from './cell-notes.ts'
import { appended, type OfficePackage, prefixOf } from './package.ts'

/** Us among the persons of a workbook. */
const PERSON = '{70626F00-0000-4000-8000-000000000000}'

/**
 * Excel shows a conversation at a cell instead of its comment: there what is said is an answer. It has the time of
 * what it answers, since it has none of its own.
 */
export const replyInThreads = (workbook: OfficePackage, part: string, cells: readonly CellNotes[]): void => {
  const threads = workbook.relations(part).find(({ kind }) => kind === 'threadedComment')?.target
  if (threads === undefined) return
  const { text, root } = workbook.xml(threads)
  const prefix = prefixOf(text, root)
  const replies = cells.flatMap(({ place, notes }) => {
    const first = root.children.find(({ attributes }) => attributes.get('ref') === place.cell)?.attributes
    const parent = first?.get('parentId') ?? first?.get('id')
    if (first === undefined || parent === undefined) return []
    const at = `ref="${place.cell}" dT="${escapeXml(first.get('dT') ?? '')}"`
    const id = `{70626F${hex(place.column, 2)}-0000-4000-8000-${hex(place.row, 12)}}`
    const words = escapeXml(commentText(notes))
    return [
      `<${prefix}threadedComment ${at} personId="${PERSON}" id="${id}" parentId="${escapeXml(parent)}"><${prefix}text>${words}</${prefix}text></${prefix}threadedComment>`,
    ]
  })
  if (replies.length === 0) return
  workbook.insert(threads, appended(text, root, replies.join('')))
  addPerson(workbook)
}

const hex = (number: number, digits: number): string =>
  number.toString(16).toUpperCase().padStart(digits, '0').slice(-digits)

/** Who takes part in a conversation stands in a part of its own. */
const addPerson = (workbook: OfficePackage): void => {
  const main = workbook.relations('').find(({ kind }) => kind === 'officeDocument')?.target ?? ''
  const persons = workbook.relations(main).find(({ kind }) => kind === 'person')?.target
  if (persons === undefined) throw new NoCopyError(UNCHANGEABLE)
  if (workbook.text(persons)?.includes(PERSON) === true) return
  workbook.append(
    persons,
    (prefix) =>
      `<${prefix}person displayName="${AUTHOR}" id="${PERSON}" userId="${AUTHOR}" providerId="None"/>`,
  )
}
