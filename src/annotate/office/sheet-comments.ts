import type { XmlElement } from '../../read/xml-tree.ts'
import { escapeXml } from '../../report/printable.ts'
import { columnName } from '../../source/source.ts'
import { AUTHOR, type Note } from '../notes.ts'
import { NoCopyError, UNCHANGEABLE } from '../reasons.ts'
import type { SheetPlace } from './cell-notes.ts'
import { type CellNotes, commentText } from './cell-notes.ts'
import {
  appended,
  HEAD,
  type Insertion,
  inserted,
  type OfficePackage,
  prefixOf,
  type XmlPart,
} from './package.ts'
import { readSheet, type Sheet } from './sheet-frame.ts'
import { addShapes } from './sheet-shapes.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const STRICT_MAIN = 'http://purl.oclc.org/ooxml/spreadsheetml/main'
const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml'

/** Puts comments at cells of a sheet: their texts, and the boxes that Excel shows them in. */
export const commentSheet = (
  workbook: OfficePackage,
  part: string,
  cells: ReadonlyMap<string, CellNotes>,
): void => {
  const sheet = readSheet(workbook.text(part) ?? '')
  const anchored = atAnchors(cells.values(), sheet)
  const known = workbook.relations(part).find(({ kind }) => kind === 'comments')?.target
  const comments = known ?? addComments(workbook, part)
  const { text, root } = workbook.xml(comments, TEXTS)
  const author = authorOf(text, root)
  const list = root.children.find(({ name }) => name === 'commentList')
  if (list === undefined) throw new NoCopyError(UNCHANGEABLE)
  const prefix = prefixOf(text, root)
  const old = new Map(list.children.map((comment) => [comment.attributes.get('ref') ?? '', comment]))
  const insertions: Insertion[] = [...author.insertions]
  const added: CellNotes[] = []
  let xml = ''
  for (const one of anchored) {
    const comment = old.get(one.place.cell)
    if (comment !== undefined) insertions.push(...goneOn({ text, root: comment }, one.notes, prefix))
    else {
      added.push(one)
      xml += commentXml(one, author.id, prefix)
    }
  }
  workbook.put(comments, inserted(text, [...insertions, ...appended(text, list, xml)]))
  if (added.length > 0) addShapes(workbook, part, sheet, added)
  replyInThreads(workbook, part, anchored)
}

const TEXTS: ReadonlySet<string> = new Set(['author'])

/** Comments stand at the first cell of a merged one: nobody sees those at the others. */
const atAnchors = (cells: Iterable<CellNotes>, sheet: Sheet): readonly CellNotes[] => {
  const byAnchor = new Map<string, { place: SheetPlace; notes: Note[] }>()
  for (const { place, notes } of cells) {
    const { row, column } = sheet.anchorOf(place)
    const cell = `${columnName(column)}${row + 1}`
    const known = byAnchor.get(cell) ?? { place: { ...place, cell, row, column }, notes: [] }
    byAnchor.set(cell, known)
    known.notes.push(...notes.filter((note) => !known.notes.includes(note)))
  }
  return [...byAnchor.values()]
}

const addComments = (workbook: OfficePackage, part: string): string => {
  const name = workbook.unusedName('xl/comments', '.xml')
  const main = workbook.isStrict ? STRICT_MAIN : MAIN
  workbook.put(name, `${HEAD}<comments xmlns="${main}"><authors/><commentList/></comments>`)
  workbook.declare(name, COMMENTS_TYPE)
  workbook.relate(part, 'comments', name)
  return name
}

/** The number of our author among the authors of a sheet, and what adds it to them. */
const authorOf = (
  text: string,
  root: XmlElement,
): { readonly id: number; readonly insertions: readonly Insertion[] } => {
  const authors = root.children.find(({ name }) => name === 'authors')
  if (authors === undefined) throw new NoCopyError(UNCHANGEABLE)
  const known = authors.children.findIndex((author) => author.text === AUTHOR)
  if (known >= 0) return { id: known, insertions: [] }
  const prefix = prefixOf(text, root)
  const xml = `<${prefix}author>${AUTHOR}</${prefix}author>`
  return { id: authors.children.length, insertions: appended(text, authors, xml) }
}

/** `_x0041_` stands for a character in workbooks, so that its own underscore has to be written so. */
const cellText = (text: string): string => escapeXml(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'))

const runsXml = (text: string, prefix: string): string => {
  const font = (extra: string): string =>
    `<${prefix}rPr>${extra}<${prefix}sz val="9"/><${prefix}color indexed="81"/><${prefix}rFont val="宋体"/><${prefix}charset val="134"/></${prefix}rPr>`
  const run = (words: string, extra: string): string =>
    `<${prefix}r>${font(extra)}<${prefix}t xml:space="preserve">${cellText(words)}</${prefix}t></${prefix}r>`
  return run(`${AUTHOR}:\n`, `<${prefix}b/>`) + run(text, '')
}

const commentXml = ({ place, notes }: CellNotes, author: number, prefix: string): string =>
  `<${prefix}comment ref="${place.cell}" authorId="${author}"><${prefix}text>${runsXml(
    commentText(notes),
    prefix,
  )}</${prefix}text></${prefix}comment>`

/** A comment that is there goes on with what is said; its own words stay as they are. */
const goneOn = ({ text, root }: XmlPart, notes: readonly Note[], prefix: string): readonly Insertion[] => {
  const words = root.children.find(({ name }) => name === 'text')
  const runs = runsXml(commentText(notes), prefix)
  if (words === undefined) return appended(text, root, `<${prefix}text>${runs}</${prefix}text>`)
  const plain = words.children.find(({ name }) => name === 't')
  const gap = `<${prefix}r><${prefix}t xml:space="preserve">\n\n</${prefix}t></${prefix}r>`
  // Words without runs become one: nothing may follow them else.
  const wrapped =
    plain === undefined
      ? []
      : [
          { at: plain.start, text: `<${prefix}r>` },
          { at: plain.end, text: `</${prefix}r>` },
        ]
  const isEmpty = words.children.length === 0
  const after = words.children.findLast(({ name }) => name === 'r' || name === 't')
  const more = isEmpty ? runs : gap + runs
  if (after === undefined) return appended(text, words, more)
  return [...wrapped, { at: after.end, text: more }]
}

/** Us among the persons of a workbook. */
const PERSON = '{70626F00-0000-4000-8000-000000000000}'

/**
 * Excel shows a conversation at a cell instead of its comment: there what is said is an answer. It has the time of
 * what it answers, since it has none of its own.
 */
const replyInThreads = (workbook: OfficePackage, part: string, cells: readonly CellNotes[]): void => {
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
