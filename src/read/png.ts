import { crc32 } from './crc32.ts'
import { deflateZlib } from './inflate.ts'

/** A picture in shades of grey, 0 black, row by row from the top. */
export interface Grey {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** Four bits a pixel, which are enough to read by, without a palette, in rows as they come. */
const FORM = [4, 0, 0, 0, 0]

/** A picture as PNG. */
export const pngOf = ({ width, height, data }: Grey): Uint8Array => {
  const stride = 1 + ((width + 1) >> 1)
  const rows = new Uint8Array(stride * height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = y * stride + 1 + (x >> 1)
      const shade = (data[y * width + x] as number) >> 4
      rows[at] = (rows[at] as number) | (x % 2 === 0 ? shade << 4 : shade)
    }
  const header = new Uint8Array([...fourBytes(width), ...fourBytes(height), ...FORM])
  const chunks = [chunk('IHDR', header), chunk('IDAT', deflateZlib(rows)), chunk('IEND', new Uint8Array())]
  return Uint8Array.from([...SIGNATURE, ...chunks.flatMap((bytes) => [...bytes])])
}

const chunk = (name: string, content: Uint8Array): Uint8Array => {
  const named = Uint8Array.from([...name].map((letter) => letter.charCodeAt(0)).concat([...content]))
  return Uint8Array.from([...fourBytes(content.length), ...named, ...fourBytes(crc32(named))])
}

const fourBytes = (value: number): number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff)
