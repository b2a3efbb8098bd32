import { UnreadableError } from '../document.ts'
import { isSymbolFont, symbolOf } from '../docx/symbols.ts'
import { modifiersOf, type Properties, propertiesAt, readProperties } from './properties.ts'
import { type CellDefinition, TablePlace } from './table-place.ts'
import { partOf, type WordFile } from './word-file.ts'

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

/** A stretch of text as it is stored. */
interface Piece {
  /** Characters, counted over all texts of the document. */
  readonly start: number
  readonly end: number
  /** Where it begins in the stream, in bytes. */
  readonly offset: number
  readonly bytesEach: 1 | 2
}

const PROPERTIES = 1
const PIECES = 2

/** The text of a document, put together from its pieces (MS-DOC 2.4.1). */
class Pieces {
  readonly text: string
  readonly #pieces: readonly Piece[]
  #last = 0

  constructor(file: WordFile) {
    this.#pieces = piecesOf(file)
    this.text = this.#pieces.map((piece) => textOf(file.text, piece)).join('')
  }

  /** Where a character is stored, in bytes: properties are found by it. */
  offsetOf(character: number): number {
    // Characters are asked for in order.
    while (this.#last > 0 && (this.#pieces[this.#last] as Piece).start > character) this.#last -= 1
    while (this.#last + 1 < this.#pieces.length && (this.#pieces[this.#last] as Piece).end <= character)
      this.#last += 1
    const { start, offset, bytesEach } = this.#pieces[this.#last] as Piece
    return offset + (character - start) * bytesEach
  }
}

const piecesOf = (file: WordFile): Piece[] => {
  const view = file.table('pieces')
  let at = 0
  while (view.getUint8(at) === PROPERTIES) at += 3 + view.getUint16(at + 1, true)
  if (view.getUint8(at) !== PIECES) throw new UnreadableError('damaged', 'no text')
  const list = partOf(view, at + 5, view.getUint32(at + 1, true))
  const count = Math.floor((list.byteLength - 4) / 12)
  const pieces = Array.from({ length: count }, (_, i): Piece => {
    const place = list.getUint32(4 * (count + 1) + 8 * i + 2, true)
    const isNarrow = (place & 0x40000000) !== 0
    const offset = place & 0x3fffffff
    return {
      start: list.getUint32(4 * i, true),
      end: list.getUint32(4 * i + 4, true),
      offset: isNarrow ? offset / 2 : offset,
      bytesEach: isNarrow ? 1 : 2,
    }
  })
  if (pieces.some(({ start, end }, i) => start !== (pieces[i - 1]?.end ?? 0) || end < start))
    throw new UnreadableError('damaged', 'text out of order')
  // Nothing is stored twice: pieces that share what is stored would make any text of a small file.
  const length = pieces.at(-1)?.end ?? 0
  if (length > file.text.byteLength) throw new UnreadableError('damaged', 'text longer than its file')
  // Of which text a character is, the header says.
  if (Object.values(file.lengths).reduce((sum, part) => sum + part, 0) > length)
    throw new UnreadableError('damaged', 'texts longer than their pieces')
  return pieces
}

const WIDE = new TextDecoder('utf-16le', { ignoreBOM: true })
const NARROW = new TextDecoder('windows-1252')

const textOf = (stream: DataView, { start, end, offset, bytesEach }: Piece): string =>
  (bytesEach === 1 ? NARROW : WIDE).decode(partOf(stream, offset, (end - start) * bytesEach))
