import type { FilePiece } from '../trace.ts'
import { alternativeOf, childOf, valOf, type XmlElement } from '../xml-tree.ts'
import { type DocxBlock, tableOf } from './blocks.ts'
import type { CellContent, TableCell } from './merged-cells.ts'
import type { Numbering } from './numbering.ts'
import { type ParagraphContent, readParagraph } from './paragraph.ts'

/** A note that a paragraph refers to. */
export interface NoteReference {
  readonly kind: 'footnote' | 'endnote'
  readonly id: string
}

/** Reads the contents of a document's body, of notes and of text boxes. */
export class BodyReader {
  readonly #numbering: Numbering
  /** Notes referred to so far, in order. */
  readonly notes: NoteReference[] = []
  /** Tracked deletions, and runs of hidden text, left out so far. */
  deletions = 0
  hidden = 0

  constructor(numbering: Numbering) {
    this.#numbering = numbering
  }

  read(elements: readonly XmlElement[]): DocxBlock[] {
    const blocks: DocxBlock[] = []
    for (const element of elements) for (const block of this.#blocks(element)) blocks.push(block)
    return blocks
  }

  #blocks(element: XmlElement): readonly DocxBlock[] {
    switch (element.name) {
      case 'p':
        return this.#paragraph(element)
      case 'tbl':
        return this.#table(element)
      case 'AlternateContent':
        return this.read(alternativeOf(element))
      case 'del':
      case 'moveFrom':
        this.deletions += 1
        return []
      default:
        // Content controls, insertions, custom XML.
        return this.read(element.children)
    }
  }

  #paragraph(element: XmlElement): readonly DocxBlock[] {
    const content = readParagraph(element)
    const number = this.#numbering.before(element)
    this.notes.push(...content.notes)
    this.deletions += content.deletions
    this.hidden += content.hidden
    const own = pages(element, number, content)
    if (content.boxes.length === 0) return own
    const boxed = content.boxes.flatMap(({ children }) => this.read(children))
    // Blank items have their numbers too: columns of row numbers are made so. What holds a box is no item.
    const isHolder = boxed.length > 0 && content.text.trim() === ''
    return isHolder ? boxed : [...own, ...boxed]
  }

  #table(element: XmlElement): readonly DocxBlock[] {
    const rows = inner(element, 'tr').filter((row) => !this.#isDeleted(row))
    const cells = rows.map((row) => inner(row, 'tc'))
    const read = cells.map((row) => row.map(({ children }) => this.read(children)))
    return tableOf(read, (texts) => rows.map((row, i) => placeInRow(row, cells[i] ?? [], texts[i] ?? [])))
  }

  #isDeleted(row: XmlElement): boolean {
    const isDeleted = childOf(childOf(row, 'trPr'), 'del') !== undefined
    if (isDeleted) this.deletions += 1
    return isDeleted
  }
}

/** A paragraph goes on as another one on the next page. */
const pages = (holder: XmlElement, number: string, content: ParagraphContent): DocxBlock[] => {
  const blocks: DocxBlock[] = []
  const left = [...(number === '' ? [] : [{ text: number, of: holder }]), ...content.pieces]
  for (const text of (number + content.text).split('\f')) {
    if (blocks.length > 0) blocks.push({ kind: 'page-break' })
    const end = left.findIndex((piece) => piece.text === '\f')
    const pieces: FilePiece<XmlElement>[] = left.splice(0, end < 0 ? left.length : end + 1)
    blocks.push({ kind: 'paragraph', text, trace: { holder, pieces } })
  }
  return blocks
}

const placeInRow = (
  row: XmlElement,
  cells: readonly XmlElement[],
  texts: readonly CellContent[],
): TableCell[] => {
  let column = count(valOf(childOf(row, 'trPr'), 'gridBefore'), 0)
  return cells.map((cell, i) => {
    const properties = childOf(cell, 'tcPr')
    const columns = Math.max(1, count(valOf(properties, 'gridSpan'), 1))
    const placed = {
      text: texts[i]?.text ?? '',
      pieces: texts[i]?.pieces ?? [],
      holder: cell,
      column,
      columns,
      goesOnFromAbove: isContinued(properties, 'vMerge'),
      goesOnFromLeft: isContinued(properties, 'hMerge'),
    }
    column += columns
    return placed
  })
}

/** Without a value it means `continue`. */
const isContinued = (properties: XmlElement | undefined, name: 'vMerge' | 'hMerge'): boolean =>
  childOf(properties, name) !== undefined && valOf(properties, name) !== 'restart'

const MOST_COLUMNS = 1_024

const count = (text: string | undefined, otherwise: number): number => {
  const value = Number.parseInt(text ?? '', 10)
  return value >= 0 ? Math.min(value, MOST_COLUMNS) : otherwise
}

/** Rows of a table or cells of a row, those in content controls and insertions among them. */
const inner = (element: XmlElement, name: 'tr' | 'tc'): XmlElement[] =>
  element.children.flatMap((child) => {
    if (child.name === name) return [child]
    return WRAPPERS.has(child.name) ? inner(child, name) : []
  })

const WRAPPERS: ReadonlySet<string> = new Set(['sdt', 'sdtContent', 'customXml', 'ins', 'moveTo'])
