import { Pieces } from './pieces.ts'
import { type Properties, propertiesAt, readProperties } from './properties.ts'
import { TextReader } from './shown-text.ts'
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
