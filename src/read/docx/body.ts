import type { FilePiece } from '../trace.ts'
import { alternativeOf, childOf, isOn, valOf, type XmlElement } from '../xml-tree.ts'
import { type CellContent, type DocxBlock, type TableCell, tableOf } from './blocks.ts'
import type { Numbering } from './numbering.ts'
import { isSymbolFont, symbolOf } from './symbols.ts'

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

/** What stands in one paragraph. */
interface ParagraphContent {
  /** Line breaks are `\n`, page breaks `\f`, tabs `\t`. Without the number that Word puts before it. */
  readonly text: string
  /** The elements that it is printed by, in order. */
  readonly pieces: readonly FilePiece<XmlElement>[]
  /** Contents of text boxes anchored in it. */
  readonly boxes: readonly XmlElement[]
  /** Ids of its footnotes and endnotes. */
  readonly notes: readonly { readonly kind: 'footnote' | 'endnote'; readonly id: string }[]
  /** Deletions that were tracked and left out. */
  readonly deletions: number
  /** Runs of text that the program doesn't show, left out. */
  readonly hidden: number
}

/** Reads the runs of a paragraph: fields by their results, insertions as text. */
const readParagraph = (paragraph: XmlElement): ParagraphContent => {
  const reader = new RunReader()
  reader.readAll(paragraph.children, undefined)
  return reader
}

class RunReader implements ParagraphContent {
  text = ''
  readonly pieces: FilePiece<XmlElement>[] = []
  readonly boxes: XmlElement[] = []
  readonly notes: { kind: 'footnote' | 'endnote'; id: string }[] = []
  deletions = 0
  hidden = 0

  readAll(elements: readonly XmlElement[], font: string | undefined): void {
    for (const element of elements) this.#read(element, font)
  }

  #read(element: XmlElement, font: string | undefined): void {
    const { name } = element
    if (name === 't') {
      this.#print(shown(element, font), element)
      return
    }
    if (PASSED_OVER.has(name)) return
    const print = PRINTED.get(name)
    if (print !== undefined) this.#print(print(element), element)
    else if (name === 'r') this.#run(element)
    else if (name === 'AlternateContent') this.readAll(alternativeOf(element), font)
    else if (name === 'txbxContent') this.boxes.push(element)
    else if (name === 'del' || name === 'moveFrom') this.deletions += 1
    else if (name === 'footnoteReference') this.#note('footnote', element)
    else if (name === 'endnoteReference') this.#note('endnote', element)
    // Links, content controls, smart tags, fields, formulas, drawings.
    else this.readAll(element.children, font)
  }

  #print(text: string, of: XmlElement): void {
    this.text += text
    this.pieces.push({ text, of })
  }

  #run(element: XmlElement): void {
    const properties = childOf(element, 'rPr')
    if (isOn(properties, 'vanish')) this.hidden += 1
    else this.readAll(element.children, fontOf(properties))
  }

  #note(kind: 'footnote' | 'endnote', element: XmlElement): void {
    const id = element.attributes.get('id')
    if (id !== undefined) this.notes.push({ kind, id })
  }
}

/** Properties, and the pronunciation of words. */
const PASSED_OVER: ReadonlySet<string> = new Set(['pPr', 'rPr', 'sdtPr', 'sdtEndPr', 'rt'])

const PRINTED: ReadonlyMap<string, (element: XmlElement) => string> = new Map<
  string,
  (element: XmlElement) => string
>([
  ['tab', () => '\t'],
  ['ptab', () => '\t'],
  ['cr', () => '\n'],
  ['br', ({ attributes }) => (attributes.get('type') === 'page' ? '\f' : '\n')],
  ['noBreakHyphen', () => '-'],
  ['softHyphen', () => ''],
  [
    'sym',
    ({ attributes }) => symbolOf(Number.parseInt(attributes.get('char') ?? '', 16), attributes.get('font')),
  ],
  ['fldChar', (element) => checkBox(childOf(childOf(element, 'ffData'), 'checkBox'))],
])

/** Boxes of forms to tick, which have no text of their own. */
const checkBox = (box: XmlElement | undefined): string => {
  if (box === undefined) return ''
  const isChecked = childOf(box, 'checked') === undefined ? isOn(box, 'default') : isOn(box, 'checked')
  return isChecked ? '☑' : '□'
}

const fontOf = (properties: XmlElement | undefined): string | undefined => {
  const fonts = childOf(properties, 'rFonts')?.attributes
  const ascii = fonts?.get('ascii')
  const other = fonts?.get('hAnsi')
  // Nearly always the same one.
  if (isSymbolFont(ascii)) return ascii
  return other !== ascii && isSymbolFont(other) ? other : undefined
}

const shown = ({ text, attributes }: XmlElement, font: string | undefined): string => {
  if (font !== undefined)
    return Array.from(text, (character) => symbolOf(character.codePointAt(0) ?? 0, font)).join('')
  const isKept = attributes.get('space') === 'preserve' || !/^[ \t\r\n]|[ \t\r\n]$/.test(text)
  return isKept ? text : text.replace(/^[ \t\r\n]+|(?<![ \t\r\n])[ \t\r\n]+$/g, '')
}
