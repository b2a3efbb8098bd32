import type { Encoding } from './source.ts'

/** What is needed to find a character of a text in the file that the text was decoded from. */
export interface EncodedText {
  readonly encoding: Encoding
  /** Bytes of the byte-order mark, which is no part of the text. */
  readonly markLength: number
  /** Bytes of the whole file. */
  readonly length: number
  /** Only of GB18030: how much its characters took can't be told from the text, since two byte sequences stand for one `€`. */
  readonly bytes: Uint8Array | undefined
}

/** What is to be kept of the bytes of a file beside its text. */
export const encodedText = (bytes: Uint8Array, encoding: Encoding, markLength: number): EncodedText => ({
  encoding,
  markLength,
  length: bytes.length,
  bytes: encoding === 'gb18030' ? bytes : undefined,
})

/** A character's place in the text (UTF-16 code units) and in the file (bytes). */
interface Place {
  readonly offset: number
  readonly byte: number
}

/** Where the characters of a decoded text stand in the file. */
export class ByteOffsets {
  readonly #encoded: EncodedText
  readonly #text: string
  /** The first character at or after every `STEP` code units; found when first needed. */
  #places: readonly Place[] | undefined

  constructor(encoded: EncodedText, text: string) {
    this.#encoded = encoded
    this.#text = text
  }

  /**
   * The byte at which the character at `offset` begins; the file's length beyond the end of the text, and at it
   * unless a character was cut off there. The second half of a surrogate pair has the byte of its first.
   */
  at(offset: number): number {
    const wanted = Math.max(0, offset)
    if (wanted > this.#text.length) return this.#encoded.length
    this.#places ??= this.#findPlaces()
    let step = Math.min(Math.floor(wanted / STEP), this.#places.length - 1)
    if ((this.#places[step] as Place).offset > wanted) step -= 1
    return this.#walk(this.#places[step] as Place, wanted).byte
  }

  #findPlaces(): Place[] {
    let place: Place = { offset: 0, byte: this.#encoded.markLength }
    const places = [place]
    while (place.offset < this.#text.length) {
      const wanted = places.length * STEP
      place = this.#walk(place, wanted)
      // A surrogate pair lies across the step: go on behind it.
      if (place.offset < wanted && place.offset < this.#text.length) place = this.#walk(place, wanted + 1)
      places.push(place)
    }
    return places
  }

  /** The character at `wanted`, looked for from `from` on; the end of the text if that comes first. */
  #walk(from: Place, wanted: number): Place {
    const text = this.#text
    let { offset, byte } = from
    while (offset < wanted && offset < text.length) {
      const isPair = isFirstHalf(text.charCodeAt(offset)) && isSecondHalf(text.charCodeAt(offset + 1))
      const units = isPair ? 2 : 1
      if (offset + units > wanted) break
      byte += this.#sizeOf(text.charCodeAt(offset), byte, isPair)
      offset += units
    }
    return { offset, byte }
  }

  /** How many bytes the character has that begins with a code unit and stands at a byte. */
  #sizeOf(unit: number, byte: number, isPair: boolean): number {
    const { bytes, encoding } = this.#encoded
    if (bytes !== undefined) return gb18030Size(bytes, byte)
    if (encoding === 'utf-8') return unit < 0x80 ? 1 : unit < 0x800 ? 2 : isPair ? 4 : 3
    return isPair ? 4 : 2
  }
}

const STEP = 128

/** GB 18030: one byte, two, or four if the second is a digit. A lone 80 is €, as in Windows' 936. */
const gb18030Size = (bytes: Uint8Array, at: number): number => {
  if ((bytes[at] as number) <= 0x80) return 1
  const second = bytes[at + 1]
  return second !== undefined && second >= 0x30 && second <= 0x39 ? 4 : 2
}

const isFirstHalf = (unit: number): boolean => (unit & 0xfc00) === 0xd800

const isSecondHalf = (unit: number): boolean => (unit & 0xfc00) === 0xdc00
