import { viewOf } from '../bytes.ts'
import { UnreadableError } from '../document.ts'

/** The first number of every Word document, and the first version (Word 97) whose structure is this one. */
const MAGIC = 0xa5ec
const OLDEST = 0xc1

/** Flags of the header (MS-DOC 2.5.2). */
const ENCRYPTED = 0x100
const SECOND_TABLE = 0x200

/** Which pairs of an offset and a length in the header are needed (MS-DOC 2.5.6). */
const PAIRS = { characters: 12, paragraphs: 13, fonts: 15, pieces: 33 } as const

/** A part of the table stream. */
export type TableName = keyof typeof PAIRS

/** How many characters the texts of a document have, in the order in which they are stored. */
export interface TextLengths {
  readonly main: number
  readonly footnotes: number
  readonly headers: number
  readonly macros: number
  readonly comments: number
  readonly endnotes: number
  readonly boxes: number
}

/** The streams of a Word document (MS-DOC). Reading behind their ends throws `RangeError`. */
export class WordFile {
  readonly text: DataView
  readonly lengths: TextLengths
  readonly #table: DataView
  readonly #data: DataView
  readonly #pairs: number

  /**
   * @param streamOf a stream by its name
   * @throws UnreadableError `encrypted`, `damaged`, or `unsupported` for Word 95 and before
   */
  constructor(streamOf: (name: string) => Uint8Array | undefined) {
    this.text = streamView(streamOf('WordDocument'))
    if (this.text.getUint16(0, true) !== MAGIC) throw new UnreadableError('damaged', 'not a Word document')
    if (this.text.getUint16(2, true) < OLDEST) throw new UnreadableError('unsupported', 'doc')
    const flags = this.text.getUint16(10, true)
    if ((flags & ENCRYPTED) !== 0) throw new UnreadableError('encrypted')
    this.#table = streamView(streamOf((flags & SECOND_TABLE) === 0 ? '0Table' : '1Table'))
    this.#data = streamView(streamOf('Data') ?? new Uint8Array())
    const lengths = 34 + 2 * this.text.getUint16(32, true) + 2
    this.#pairs = lengths + 4 * this.text.getUint16(lengths - 2, true) + 2
    const length = (index: number): number => this.text.getUint32(lengths + 4 * index, true)
    this.lengths = {
      main: length(3),
      footnotes: length(4),
      headers: length(5),
      macros: length(6),
      comments: length(7),
      endnotes: length(8),
      boxes: length(9),
    }
  }

  /** A part of the table stream; empty where there is none. */
  table(name: TableName): DataView {
    const at = this.#pairs + 8 * PAIRS[name]
    return partOf(this.#table, this.text.getUint32(at, true), this.text.getUint32(at + 4, true))
  }

  /** Properties that were too long for their page: their length stands before them. */
  longProperties(offset: number): DataView {
    return partOf(this.#data, offset + 2, this.#data.getUint16(offset, true))
  }
}

const streamView = (bytes: Uint8Array | undefined): DataView => {
  if (bytes === undefined) throw new UnreadableError('damaged', 'a stream is missing')
  return viewOf(bytes)
}

/** @throws RangeError if the part isn't all there */
export const partOf = (view: DataView, offset: number, length: number): DataView => {
  if (offset + length > view.byteLength) throw new RangeError('behind the end')
  return new DataView(view.buffer, view.byteOffset + offset, length)
}
