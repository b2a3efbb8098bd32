import type { FilePiece } from '../trace.ts'
import { alternativeOf, childOf, isOn, type XmlElement } from '../xml-tree.ts'
import { isSymbolFont, symbolOf } from './symbols.ts'

/** What stands in one paragraph. */
export interface ParagraphContent {
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
export const readParagraph = (paragraph: XmlElement): ParagraphContent => {
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
