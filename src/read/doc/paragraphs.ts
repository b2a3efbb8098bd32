import { isSymbolFont, symbolOf } from '../docx/symbols.ts'
import { Pieces } from './pieces.ts'
import { modifiersOf, type Properties, propertiesAt, readProperties } from './properties.ts'
import { type CellDefinition, TablePlace } from './table-place.ts'
import type { WordFile } from './word-file.ts'

/** A paragraph with what table reading needs to know of it. */
export interface Paragraph {
  readonly text: string
  /** How many tables it stands in, one in the other. */
  readonly depth: number
  readonly endsCell: boolean
  /** A page or a section ends behind it. */
  readonly endsPage: boolean
  /** Where a row ends, its cells. */
  readonly row: readonly CellDefinition[] | undefined
}

const CELL_MARK = '\u0007'

const PAGE_END = '\f'

/** Of paragraphs, cells and pages. */
const ENDS: ReadonlySet<string> = new Set(['\r', CELL_MARK, PAGE_END])

/** Reads the text of a document paragraph by paragraph. */
export class ParagraphReader {
  readonly #file: WordFile
  readonly #pieces: Pieces
  readonly #paragraphs: readonly Properties[]
  /** It counts what it leaves out. */
  readonly texts: TextReader
  /** Paragraphs with text before which Word puts a number or a mark. */
  listed = 0

  constructor(file: WordFile) {
    this.#file = file
    this.#pieces = new Pieces(file)
    this.#paragraphs = readProperties(file, 'paragraphs')
    this.texts = new TextReader(file, this.#pieces)
  }

  /** The paragraphs between two characters. */
  read(start: number, end: number): Paragraph[] {
    const paragraphs: Paragraph[] = []
    let from = start
    for (let last = start; last < end; last += 1) {
      if (!ENDS.has(this.#pieces.text[last] as string)) continue
      paragraphs.push(this.#paragraph(from, last))
      from = last + 1
    }
    if (from < end) paragraphs.push(this.#paragraph(from, end))
    return paragraphs
  }

  #paragraph(start: number, end: number): Paragraph {
    const place = new TablePlace()
    place.read(propertiesAt(this.#paragraphs, this.#pieces.offsetOf(end)), this.#file)
    const isMark = this.#pieces.text[end] === CELL_MARK
    const { depth, isInner } = place
    const endsRow = isInner ? place.endsInnerRow : isMark && place.endsRow
    const text = this.texts.read(start, end)
    if (place.isListed && text.trim() !== '') this.listed += 1
    return {
      text,
      depth,
      endsCell: isInner ? place.endsInnerCell : isMark && depth > 0,
      endsPage: this.#pieces.text[end] === PAGE_END,
      row: endsRow ? place.row : undefined,
    }
  }
}

/** Modifiers of characters (MS-DOC 2.6.1). */
const DELETED = 0x0800
const HIDDEN = 0x083c
const SYMBOL = 0x6a09
const FONTS = [0x4a4f, 0x4a51]

/** Reads what a document shows of its text: no deleted and hidden text, no codes of fields, symbols as characters. */
class TextReader {
  readonly #pieces: Pieces
  readonly #properties: readonly Properties[]
  readonly #fonts: readonly string[]
  /** Stretches that were left out so far. */
  deletions = 0
  hidden = 0

  constructor(file: WordFile, pieces: Pieces) {
    this.#pieces = pieces
    this.#properties = readProperties(file, 'characters')
    this.#fonts = fontsOf(file.table('fonts'))
  }

  /** The text between two characters. */
  read(start: number, end: number): string {
    const listAt = (at: number): DataView => propertiesAt(this.#properties, this.#pieces.offsetOf(at))
    const parts: string[] = []
    for (let at = start; at < end; ) {
      const list = listAt(at)
      let next = at + 1
      while (next < end && listAt(next) === list) next += 1
      parts.push(this.#shown(this.#pieces.text.slice(at, next), list))
      at = next
    }
    return withoutFieldCodes(parts.join(''))
  }

  #shown(text: string, list: DataView): string {
    const modifiers = new Map(modifiersOf(list))
    if (modifiers.get(DELETED)?.getUint8(0) === 1) {
      this.deletions += 1
      return ''
    }
    if (modifiers.get(HIDDEN)?.getUint8(0) === 1) {
      this.hidden += 1
      return ''
    }
    const symbol = modifiers.get(SYMBOL)
    if (symbol !== undefined)
      return symbolOf(symbol.getUint16(2, true), this.#fontOf(symbol)).repeat(text.length)
    const font = FONTS.map((code) => this.#fontOf(modifiers.get(code))).find(isSymbolFont)
    if (font === undefined) return text
    return Array.from(text, (character) => symbolOf(character.codePointAt(0) ?? 0, font)).join('')
  }

  #fontOf(operand: DataView | undefined): string | undefined {
    return operand === undefined ? undefined : this.#fonts[operand.getUint16(0, true)]
  }
}

interface OpenField {
  code: string
  isCode: boolean
}

const FIELD_BEGINS = '\u0013'
const CODE_ENDS = '\u0014'
const FIELD_ENDS = '\u0015'

/** The text of a field is what stands behind its code; marks of pictures and notes print nothing. */
const withoutFieldCodes = (text: string): string => {
  let shown = ''
  const fields: OpenField[] = []
  /** How many of these fields are at their code. */
  let codes = 0
  const endCode = (field: OpenField | undefined): string => {
    if (field?.isCode !== true) return ''
    field.isCode = false
    codes -= 1
    return field.code
  }
  for (const character of text) {
    const field = fields.at(-1)
    if (character === FIELD_BEGINS) {
      fields.push({ code: '', isCode: true })
      codes += 1
    } else if (character === CODE_ENDS && field !== undefined) endCode(field)
    else if (character === FIELD_ENDS) shown += PRONOUNCED.exec(endCode(fields.pop()))?.[1] ?? ''
    else if (field?.isCode === true) field.code += character
    else if (codes === 0) shown += PRINTED.get(character) ?? character
  }
  return shown
}

/** A word with its pronunciation above is written as a formula of both: the word stands last. */
const PRONOUNCED = /^\s*EQ\b.*[,;]([^,;()]+)\)\s*$/i

const PRINTED: ReadonlyMap<string, string> = new Map([
  ['\u000b', '\n'],
  ['\u001e', '-'],
  ...[
    '\u0000',
    '\u0001',
    '\u0002',
    '\u0003',
    '\u0004',
    '\u0005',
    '\u0006',
    '\u0007',
    '\u0008',
    '\u000e',
    '\u001f',
  ].map((mark) => [mark, ''] as const),
])

/** Where the name stands in the description of a font. */
const FONT_NAME = 40

const fontsOf = (view: DataView): string[] => {
  if (view.byteLength < 4) return []
  const names: string[] = []
  for (let at = 4; names.length < view.getUint16(0, true) && at + FONT_NAME < view.byteLength; ) {
    const length = 1 + view.getUint8(at)
    const part = partName(view, at + FONT_NAME, at + length)
    names.push(part)
    at += length
  }
  return names
}

const partName = (view: DataView, start: number, end: number): string => {
  let name = ''
  for (let at = start; at + 2 <= Math.min(end, view.byteLength); at += 2) {
    const code = view.getUint16(at, true)
    if (code === 0) break
    name += String.fromCharCode(code)
  }
  return name
}
