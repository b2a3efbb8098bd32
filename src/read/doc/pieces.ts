import { UnreadableError } from '../document.ts'
import { partOf, type WordFile } from './word-file.ts'

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
export class Pieces {
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
