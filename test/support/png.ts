import { deflateSync } from 'node:zlib'

/** A PNG as it is to be written. */
export interface PngForm {
  readonly width: number
  readonly height: number
  /** 0 grey, 2 colours, 3 of a palette, 4 grey and 6 colours with alpha. */
  readonly colours: 0 | 2 | 3 | 4 | 6
  readonly depth: 1 | 2 | 4 | 8 | 16
  readonly isInterlaced?: boolean
  readonly palette?: Uint8Array
  /** What the chunk tRNS has. */
  readonly transparent?: Uint8Array
}

export const SAMPLES = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as const

/** x and y of the first pixel of a pass, and the steps to the next ones. */
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

/** A PNG whose samples a function gives, its rows filtered in each of the five ways in turn. */
export const makePng = (form: PngForm, sample: (x: number, y: number, k: number) => number): Buffer => {
  const { width, height, colours, depth, isInterlaced = false } = form
  const count = SAMPLES[colours]
  const rows: Buffer[] = []
  for (const [firstX, firstY, stepX, stepY] of isInterlaced ? ADAM7 : ([[0, 0, 1, 1]] as const)) {
    if (firstX >= width) continue
    const length = Math.ceil((Math.ceil((width - firstX) / stepX) * count * depth) / 8)
    let above = Buffer.alloc(length)
    for (let y = firstY; y < height; y += stepY) {
      const row = Buffer.alloc(length)
      for (let x = firstX, i = 0; x < width; x += stepX, i += 1)
        for (let k = 0; k < count; k += 1) putSample(row, i * count + k, depth, sample(x, y, k))
      rows.push(filtered(row, above, Math.max(1, (count * depth) >> 3), rows.length % 5))
      above = row
    }
  }
  return pngOf(form, deflateSync(Buffer.concat(rows)))
}

/** A PNG with a header that may say anything of what is packed in it. */
export const pngOf = ({ width, height, colours, depth, ...form }: PngForm, packed: Uint8Array): Buffer => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([depth, colours, 0, 0, form.isInterlaced === true ? 1 : 0], 8)
  const half = packed.length >> 1
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    ...(form.palette === undefined ? [] : [chunk('PLTE', form.palette)]),
    ...(form.transparent === undefined ? [] : [chunk('tRNS', form.transparent)]),
    chunk('IDAT', packed.subarray(0, half)),
    chunk('IDAT', packed.subarray(half)),
    chunk('IEND', new Uint8Array()),
  ])
}

const putSample = (row: Buffer, index: number, depth: number, value: number): void => {
  if (depth === 16) row.writeUInt16BE(value, 2 * index)
  else {
    const bit = index * depth
    row[bit >> 3] = (row[bit >> 3] as number) | (value << (8 - depth - (bit & 7)))
  }
}

const filtered = (row: Buffer, above: Buffer, step: number, filter: number): Buffer => {
  const written = Buffer.alloc(row.length + 1)
  written[0] = filter
  for (const [i, value] of row.entries()) {
    const [left, up, corner] = [row[i - step] ?? 0, above[i] ?? 0, above[i - step] ?? 0]
    const guess = [0, left, up, (left + up) >> 1, nearest(left, up, corner)][filter] as number
    written[i + 1] = (value - guess) & 0xff
  }
  return written
}

const nearest = (left: number, up: number, corner: number): number => {
  const far = (value: number): number => Math.abs(left + up - corner - value)
  return [left, up, corner].reduce((best, value) => (far(value) < far(best) ? value : best))
}

const chunk = (name: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(name), data])
  const [head, tail] = [Buffer.alloc(4), Buffer.alloc(4)]
  head.writeUInt32BE(data.length)
  tail.writeUInt32BE(crc32(body))
  return Buffer.concat([head, body, tail])
}

const crc32 = (bytes: Uint8Array): number => {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let k = 0; k < 8; k += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}
