import { inflateInPieces } from '../../../src/read/inflate.ts'
import type { Picture } from '../../../src/read/page/picture-reader.ts'

/** What the header of a PNG says. */
export interface PngHeader {
  readonly width: number
  readonly height: number
  readonly depth: number
  readonly colours: number
  readonly isInterlaced: boolean
}

/** Behind the signature. */
const FIRST_CHUNK = 8

/** The first chunk. Throws `RangeError` where there is none. */
export const headerOfPng = (bytes: Uint8Array): PngHeader => {
  const view = viewOf(bytes)
  return {
    width: view.getUint32(16),
    height: view.getUint32(20),
    depth: view.getUint8(24),
    colours: view.getUint8(25),
    isInterlaced: view.getUint8(28) !== 0,
  }
}

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength)

/** What a colour type has of each pixel, and the depths that it may have. */
const COLOURS: Readonly<Record<number, { readonly samples: number; readonly depths: readonly number[] }>> = {
  0: { samples: 1, depths: [1, 2, 4, 8, 16] },
  2: { samples: 3, depths: [8, 16] },
  3: { samples: 1, depths: [1, 2, 4, 8] },
  4: { samples: 2, depths: [8, 16] },
  6: { samples: 4, depths: [8, 16] },
}
const [PALETTE, GREY_ALPHA, COLOURED_ALPHA] = [3, 4, 6]

/** Decodes a PNG row by row: nothing is kept but its pixels. Throws for one that is damaged. */
export const decodePng = (bytes: Uint8Array): Picture => {
  const header = headerOfPng(bytes)
  const form = COLOURS[header.colours]
  if (!form?.depths.includes(header.depth)) throw new RangeError('no such colours')
  const chunks = chunksOf(bytes)
  const canvas = canvasFor(header, form.samples, chunks)
  const rows = new Rows(header, form.samples, canvas.put)
  try {
    inflateInPieces(chunks.data, 'zlib', (piece) => rows.take(piece))
  } catch (error) {
    if (!(error instanceof EnoughError)) throw error
  }
  if (!rows.isWhole) throw new RangeError('rows are missing')
  return canvas.picture
}

interface Chunks {
  readonly data: readonly Uint8Array[]
  readonly palette: Uint8Array | undefined
  readonly transparent: Uint8Array | undefined
}

const chunksOf = (bytes: Uint8Array): Chunks => {
  const view = viewOf(bytes)
  const data: Uint8Array[] = []
  const others = new Map<string, Uint8Array>()
  for (let at = FIRST_CHUNK; at + 8 <= bytes.length; ) {
    const end = at + 8 + view.getUint32(at)
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    const content = bytes.subarray(at + 8, end)
    if (name === 'IEND') break
    if (name === 'IDAT') data.push(content)
    else others.set(name, content)
    at = end + 4
  }
  return { data, palette: others.get('PLTE'), transparent: others.get('tRNS') }
}

/** All rows are there; what follows is of no use. */
class EnoughError extends Error {}

/** Some of the pixels of a picture that stand in rows of their own: every so manieth from a first one on. */
interface Pass {
  readonly x: number
  readonly y: number
  readonly stepX: number
  readonly stepY: number
}

const WHOLE: readonly Pass[] = [{ x: 0, y: 0, stepX: 1, stepY: 1 }]
const ADAM7: readonly Pass[] = [
  { x: 0, y: 0, stepX: 8, stepY: 8 },
  { x: 4, y: 0, stepX: 8, stepY: 8 },
  { x: 0, y: 4, stepX: 4, stepY: 8 },
  { x: 2, y: 0, stepX: 4, stepY: 4 },
  { x: 0, y: 2, stepX: 2, stepY: 4 },
  { x: 1, y: 0, stepX: 2, stepY: 2 },
  { x: 0, y: 1, stepX: 1, stepY: 2 },
]

/** Takes the pixels of a row, unfiltered, from `x` on every `step`. */
type PutRow = (row: Uint8Array, y: number, x: number, step: number) => void

/** Puts the rows of a picture together from bytes as they come. */
class Rows {
  readonly #put: PutRow
  readonly #width: number
  readonly #height: number
  readonly #bits: number
  readonly #left: Pass[]
  #y = 0
  /** The filter of a row and its bytes, and the row above. */
  #row!: Uint8Array
  #above!: Uint8Array
  #filled = 0

  constructor({ width, height, depth, isInterlaced }: PngHeader, samples: number, put: PutRow) {
    this.#put = put
    this.#width = width
    this.#height = height
    this.#bits = depth * samples
    // Small pictures have nothing in some passes.
    this.#left = (isInterlaced ? ADAM7 : WHOLE).filter(({ x, y }) => x < width && y < height)
    this.#beginPass()
  }

  get isWhole(): boolean {
    return this.#left.length === 0
  }

  take(piece: Uint8Array): void {
    for (let at = 0; at < piece.length; ) {
      if (this.isWhole) throw new EnoughError()
      const some = piece.subarray(at, at + this.#row.length - this.#filled)
      this.#row.set(some, this.#filled)
      this.#filled += some.length
      at += some.length
      if (this.#filled === this.#row.length) this.#endRow()
    }
  }

  #beginPass(): void {
    const [pass] = this.#left
    if (pass === undefined) return
    const pixels = Math.ceil((this.#width - pass.x) / pass.stepX)
    const length = 1 + Math.ceil((pixels * this.#bits) / 8)
    this.#row = new Uint8Array(length)
    this.#above = new Uint8Array(length)
    this.#y = pass.y
  }

  #endRow(): void {
    const { x, stepX, stepY } = this.#left[0] as Pass
    unfilter(this.#row, this.#above, Math.max(1, this.#bits >> 3))
    this.#put(this.#row.subarray(1), this.#y, x, stepX)
    ;[this.#row, this.#above] = [this.#above, this.#row]
    this.#filled = 0
    this.#y += stepY
    if (this.#y < this.#height) return
    this.#left.shift()
    this.#beginPass()
  }
}

/** Undoes what a row's first byte says was done to it; `step` is the bytes of a pixel. */
const unfilter = (row: Uint8Array, above: Uint8Array, step: number): void => {
  const filter = row[0] as number
  if (filter === 0) return
  if (filter > 4) throw new RangeError('no such filter')
  for (let i = 1; i < row.length; i += 1) {
    const left = i > step ? (row[i - step] as number) : 0
    const up = above[i] as number
    const corner = i > step ? (above[i - step] as number) : 0
    const guess =
      filter === 1 ? left : filter === 2 ? up : filter === 3 ? (left + up) >> 1 : nearest(left, up, corner)
    row[i] = (row[i] as number) + guess
  }
}

/** Paeth's guess. */
const nearest = (left: number, up: number, corner: number): number => {
  const toLeft = Math.abs(up - corner)
  const toUp = Math.abs(left - corner)
  const toCorner = Math.abs(left + up - 2 * corner)
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}

/** What stands for the samples of a pixel, as many bytes as `channels`, in `pixel`. */
interface PixelReader {
  readonly channels: 1 | 3 | 4
  readonly pixel: Uint8Array
  readonly read: (row: Uint8Array, index: number) => void
}

/** A picture without pixels yet, and what puts rows of samples into it. */
const canvasFor = (header: PngHeader, samples: number, chunks: Chunks) => {
  const { width, height, colours } = header
  const { channels, pixel, read } =
    colours === PALETTE ? paletteReader(header, chunks) : sampleReader(header, samples, chunks)
  const data = new Uint8Array(width * height * channels)
  // Pixels of a byte a sample are what is kept of them.
  const isKept = header.depth === 8 && colours !== PALETTE && channels === samples
  const put: PutRow = (row, y, x, step) => {
    if (isKept && step === 1) data.set(row, y * width * channels)
    else
      for (let i = 0, to = x; to < width; i += 1, to += step) {
        read(row, i)
        const at = (y * width + to) * channels
        for (let k = 0; k < channels; k += 1) data[at + k] = pixel[k] as number
      }
  }
  const kind = channels === 1 ? 'grey' : channels === 3 ? 'rgb' : 'rgba'
  return { picture: { width, height, kind, data } as const, put }
}

const paletteReader = ({ depth }: PngHeader, { palette, transparent }: Chunks): PixelReader => {
  if (palette === undefined) throw new RangeError('no palette')
  const pixel = new Uint8Array(4)
  const read = (row: Uint8Array, i: number): void => {
    const index = sampleAt(row, i, depth)
    for (let k = 0; k < 3; k += 1) pixel[k] = palette[3 * index + k] ?? 0
    pixel[3] = transparent?.[index] ?? 255
  }
  return { channels: transparent === undefined ? 3 : 4, pixel, read }
}

const sampleReader = (
  { depth, colours }: PngHeader,
  samples: number,
  { transparent }: Chunks,
): PixelReader => {
  const hasAlpha = colours === GREY_ALPHA || colours === COLOURED_ALPHA
  const colour = hasAlpha ? samples - 1 : samples
  /** The only colour that is transparent where pixels don't say, in samples of two bytes. */
  const clear = hasAlpha || transparent === undefined ? undefined : transparent
  const channels = hasAlpha || clear !== undefined ? 4 : colour === 1 ? 1 : 3
  const pixel = new Uint8Array(4)
  const most = 2 ** depth - 1
  const levelAt = (row: Uint8Array, at: number): number => {
    const value = sampleAt(row, at, depth)
    return depth === 8 ? value : Math.floor((value * 255) / most + 0.5)
  }
  const isClear = (row: Uint8Array, at: number): boolean => {
    for (let k = 0; k < colour; k += 1)
      if (clear === undefined || sampleAt(row, at + k, depth) !== sampleAt(clear, k, 16)) return false
    return true
  }
  const read = (row: Uint8Array, i: number): void => {
    const at = i * samples
    for (let k = 0; k < 3; k += 1) pixel[k] = levelAt(row, at + (colour === 1 ? 0 : k))
    pixel[3] = hasAlpha ? levelAt(row, at + colour) : isClear(row, at) ? 0 : 255
  }
  return { channels, pixel, read }
}

const sampleAt = (row: Uint8Array, index: number, depth: number): number => {
  if (depth === 8) return row[index] ?? 0
  if (depth === 16) return ((row[2 * index] ?? 0) << 8) | (row[2 * index + 1] ?? 0)
  const bit = index * depth
  return ((row[bit >> 3] ?? 0) >> (8 - depth - (bit & 7))) & (2 ** depth - 1)
}
