import type { Encoding } from './source.ts'

/** A file's bytes with what is needed to find a character of its text in them. */
export interface EncodedText {
  readonly bytes: Uint8Array
  readonly encoding: Encoding
  /** Bytes of the byte-order mark, which is no part of the text. */
  readonly markLength: number
}

/** A character's place in the text (UTF-16 code units) and in the file (bytes). */
interface Place {
  readonly offset: number
  readonly byte: number
}

/**
 * Where the characters of a decoded text stand in the file. The bytes themselves are walked, since
 * decoding GB18030 can't be undone: two byte sequences stand for one `€`.
 */
export class ByteOffsets {
  readonly #encoded: EncodedText
  /** The first character at or after every `STEP` code units; found when first needed. */
  #places: readonly Place[] | undefined

  constructor(encoded: EncodedText) {
    this.#encoded = encoded
  }

  /**
   * The byte at which the character at `offset` begins; the file's length at or beyond the end of
   * the text. The second half of a surrogate pair has the byte of its first.
   */
  at(offset: number): number {
    const { bytes, encoding, markLength } = this.#encoded
    const wanted = Math.max(0, offset)
    if (encoding === 'utf-16le' || encoding === 'utf-16be') {
      const byte = markLength + 2 * wanted
      return byte >= bytes.length ? bytes.length : byte - 2 * Number(isSecondHalf(this.#encoded, byte))
    }
    this.#places ??= findPlaces(this.#encoded)
    let step = Math.min(Math.floor(wanted / STEP), this.#places.length - 1)
    if ((this.#places[step] as Place).offset > wanted) step -= 1
    return walk(this.#encoded, this.#places[step] as Place, wanted).byte
  }
}

const STEP = 1024

const findPlaces = (encoded: EncodedText): Place[] => {
  let place: Place = { offset: 0, byte: encoded.markLength }
  const places = [place]
  while (place.byte < encoded.bytes.length) {
    const wanted = places.length * STEP
    place = walk(encoded, place, wanted)
    if (place.offset < wanted && place.byte < encoded.bytes.length) {
      // A surrogate pair lies across the step: go on behind it.
      place = walk(encoded, place, wanted + 1)
    }
    places.push(place)
  }
  return places
}

/** The character at `wanted`, looked for from `from` on; the end of the text if that comes first. */
const walk = ({ bytes, encoding }: EncodedText, from: Place, wanted: number): Place => {
  let { offset, byte } = from
  while (offset < wanted && byte < bytes.length) {
    const size = encoding === 'utf-8' ? utf8Size(bytes, byte) : gb18030Size(bytes, byte)
    const units = isAstral(bytes, byte, size, encoding) ? 2 : 1
    if (offset + units > wanted) break
    offset += units
    byte += size
  }
  return { offset, byte: Math.min(byte, bytes.length) }
}

const utf8Size = (bytes: Uint8Array, at: number): number => {
  const lead = bytes[at] as number
  return lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
}

/** GB 18030: one byte, two, or four if the second is a digit. A lone 80 is €, as in Windows' 936. */
const gb18030Size = (bytes: Uint8Array, at: number): number => {
  if ((bytes[at] as number) <= 0x80) return 1
  const second = bytes[at + 1]
  return second !== undefined && second >= 0x30 && second <= 0x39 ? 4 : 2
}

/** Whether the character is a surrogate pair in UTF-16: in GB 18030 from 90 30 81 30 on. */
const isAstral = (bytes: Uint8Array, at: number, size: number, encoding: Encoding): boolean =>
  size === 4 && (encoding === 'utf-8' || (bytes[at] as number) >= 0x90)

const isSecondHalf = ({ bytes, encoding }: EncodedText, byte: number): boolean =>
  ((bytes[encoding === 'utf-16le' ? byte + 1 : byte] as number) & 0xfc) === 0xdc
