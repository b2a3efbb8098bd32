/** A page of a TIFF as it is to be written. */
export interface TiffPage {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
  /** Of a sample; 8, if nothing is said. */
  readonly bits?: number
  /** 1, if nothing is said: none. */
  readonly compression?: number
  /** 1, black is 0; or 0, white is. */
  readonly meaning?: number
}

/** A TIFF of some pages, each in one strip: of one sample a pixel, or of three where `data` has as many bytes. */
export const makeTiff = (pages: readonly TiffPage[]): Buffer => {
  const parts: Buffer[] = [Buffer.from('II*\0\x08\0\0\0', 'latin1')]
  let at = 8
  for (const [i, page] of pages.entries()) {
    const { width, height, data, bits = 8, compression = 1, meaning = 1 } = page
    const samples = compression === 1 && data.length === 3 * width * height ? 3 : 1
    const bitsAt = at + 2 + 12 * TAGS + 4
    const start = bitsAt + 8
    const tags: readonly (readonly [tag: number, count: number, value: number])[] = [
      [256, 1, width],
      [257, 1, height],
      [258, samples, samples === 1 ? bits : bitsAt],
      [259, 1, compression],
      [262, 1, samples === 3 ? 2 : meaning],
      [273, 1, start],
      [277, 1, samples],
      [278, 1, height],
      [279, 1, data.length],
    ]
    const head = Buffer.alloc(2 + 12 * TAGS + 4 + 8)
    head.writeUInt16LE(TAGS)
    for (const [k, [tag, count, value]] of tags.entries()) {
      const isBits = tag === 258
      head.writeUInt16LE(tag, 2 + 12 * k)
      head.writeUInt16LE(isBits ? 3 : 4, 4 + 12 * k)
      head.writeUInt32LE(count, 6 + 12 * k)
      head.writeUInt32LE(value, 10 + 12 * k)
    }
    const end = start + data.length
    head.writeUInt32LE(i === pages.length - 1 ? 0 : end, 2 + 12 * TAGS)
    for (let k = 0; k < 3; k += 1) head.writeUInt16LE(bits, 2 + 12 * TAGS + 4 + 2 * k)
    parts.push(head, Buffer.from(data))
    at = end
  }
  return Buffer.concat(parts)
}

const TAGS = 9
