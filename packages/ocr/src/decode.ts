import type { Picture, PictureFault } from '../../../src/read/page/picture-reader.ts'
import { decodePng, headerOfPng } from './decode-png.ts'
import { isDecoded, pagesOfTiff, picturesOfTiff } from './decode-tiff.ts'

/** Pictures with more pixels are not decoded: their headers say how many they have. */
const MOST_PIXELS = 40_000_000
/** What a decoder may take beside the pixels, in megabytes. */
const MOST_MEGABYTES = 600

/** The pictures in a file of PNG, JPEG, WebP or TIFF, which may have several; or why there is none. */
export const decode = async (bytes: Uint8Array): Promise<readonly Picture[] | PictureFault> => {
  const format = FORMATS.find(({ isOne }) => isOne(bytes))
  if (format === undefined) return 'unsupported'
  try {
    const sizes = format.sizesOf(bytes)
    if (sizes.length === 0 || !sizes.every(({ width, height }) => width > 0 && height > 0)) return 'damaged'
    if (sizes.some(({ width, height }) => width * height > MOST_PIXELS)) return 'too-large'
    return await format.read(bytes)
  } catch (error) {
    return error instanceof UnsupportedError ? 'unsupported' : 'damaged'
  }
}

/** A picture of a known format, written in a way that nothing here decodes. */
class UnsupportedError extends Error {}

interface Size {
  readonly width: number
  readonly height: number
}

interface Format {
  readonly isOne: (bytes: Uint8Array) => boolean
  /** Of its pictures, as the header says; none where it says nothing. */
  readonly sizesOf: (bytes: Uint8Array) => readonly Size[]
  readonly read: (bytes: Uint8Array) => Promise<readonly Picture[]>
}

const begins = (bytes: Uint8Array, words: string, at = 0): boolean =>
  Array.from(words).every((character, i) => bytes[at + i] === character.charCodeAt(0))

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength)

const PNG: Format = {
  isOne: (bytes) => begins(bytes, '\x89PNG'),
  sizesOf: (bytes) => [headerOfPng(bytes)],
  read: async (bytes) => [decodePng(bytes)],
}

/** The frame header is the first of its markers, but for three tables. */
const sizesOfJpeg = (bytes: Uint8Array): readonly Size[] => {
  const view = viewOf(bytes)
  let at = 2
  while (at + 9 <= bytes.length) {
    const marker = view.getUint16(at)
    if (marker < 0xff01 || marker === 0xffda) return []
    if (marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker))
      return [{ width: view.getUint16(at + 7), height: view.getUint16(at + 5) }]
    at += marker === 0xffff ? 1 : 2 + Math.max(2, view.getUint16(at + 2))
  }
  return []
}

const JPEG: Format = {
  isOne: (bytes) => begins(bytes, '\xff\xd8\xff'),
  sizesOf: sizesOfJpeg,
  read: async (bytes) => {
    const { decode: decodeJpeg } = await import('jpeg-js')
    const limits = { maxResolutionInMP: MOST_PIXELS / 1e6, maxMemoryUsageInMB: MOST_MEGABYTES }
    const { width, height, data } = decodeJpeg(bytes, { useTArray: true, formatAsRGBA: false, ...limits })
    return [{ width, height, kind: 'rgb', data }]
  },
}

/** The first chunk says how large it is, in one of three ways. */
const sizesOfWebp = (bytes: Uint8Array): readonly Size[] => {
  const view = viewOf(bytes)
  if (begins(bytes, 'VP8X', 12)) {
    // Of an animation it is the canvas, and nothing that can be decoded.
    if (((bytes[20] ?? 0) & 2) !== 0) throw new UnsupportedError()
    const side = (at: number): number => 1 + (view.getUint32(at, true) & 0xffffff)
    return [{ width: side(24), height: side(27) }]
  }
  if (begins(bytes, 'VP8L', 12)) {
    const packed = view.getUint32(21, true)
    return [{ width: 1 + (packed & 0x3fff), height: 1 + ((packed >>> 14) & 0x3fff) }]
  }
  if (!begins(bytes, 'VP8 ', 12)) return []
  return [{ width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }]
}

const WEBP: Format = {
  isOne: (bytes) => begins(bytes, 'RIFF') && begins(bytes, 'WEBP', 8),
  sizesOf: sizesOfWebp,
  read: async (bytes) => {
    const { default: webp } = await import('@cwasm/webp')
    const { width, height, data } = webp.decode(bytes)
    return [{ width, height, kind: 'rgba', data }]
  },
}

const TIFF: Format = {
  isOne: (bytes) => begins(bytes, 'II*\0') || begins(bytes, 'MM\0*'),
  sizesOf: pagesOfTiff,
  read: async (bytes) => {
    const pages = pagesOfTiff(bytes)
    if (!pages.every(isDecoded)) throw new UnsupportedError()
    return picturesOfTiff(bytes, pages, (jpeg) =>
      sizesOfJpeg(jpeg).some(({ width, height }) => width * height > MOST_PIXELS),
    )
  },
}

const FORMATS: readonly Format[] = [PNG, JPEG, WEBP, TIFF]
