import type { Picture } from './picture.ts'

/** Why a picture is not decoded. */
export type PictureFault = 'damaged' | 'too-large' | 'unsupported'

/** Pictures with more pixels are not decoded: their headers say how many they have. */
const MOST_PIXELS = 40_000_000
/** What a decoder may take beside the pixels, in megabytes. */
const MOST_MEGABYTES = 600

/** The picture in a file of PNG or JPEG; or why there is none. */
export const decode = async (bytes: Uint8Array): Promise<readonly Picture[] | PictureFault> => {
  const format = FORMATS.find(({ isOne }) => isOne(bytes))
  if (format === undefined) return 'unsupported'
  try {
    const size = format.sizeOf(bytes)
    if (size === undefined) return 'damaged'
    if (!(size.width > 0 && size.height > 0)) return 'damaged'
    if (size.width * size.height > MOST_PIXELS) return 'too-large'
    return await format.read(bytes)
  } catch {
    return 'damaged'
  }
}

interface Size {
  readonly width: number
  readonly height: number
}

interface Format {
  readonly isOne: (bytes: Uint8Array) => boolean
  /** As the header says; undefined where it says nothing. */
  readonly sizeOf: (bytes: Uint8Array) => Size | undefined
  readonly read: (bytes: Uint8Array) => Promise<readonly Picture[]>
}

const begins = (bytes: Uint8Array, words: string, at = 0): boolean =>
  Array.from(words).every((character, i) => bytes[at + i] === character.charCodeAt(0))

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength)

const PNG: Format = {
  isOne: (bytes) => begins(bytes, '\x89PNG'),
  sizeOf: (bytes) => ({ width: viewOf(bytes).getUint32(16), height: viewOf(bytes).getUint32(20) }),
  read: async (bytes) => {
    const { PNG: Png } = await import('pngjs')
    const { width, height, data } = Png.sync.read(Buffer.from(bytes))
    return [{ width, height, kind: 'rgba', data }]
  },
}

/** The frame header is the first of its markers, but for three tables. */
const sizeOfJpeg = (bytes: Uint8Array): Size | undefined => {
  const view = viewOf(bytes)
  let at = 2
  while (at + 9 <= bytes.length) {
    const marker = view.getUint16(at)
    if (marker < 0xff01 || marker === 0xffda) return undefined
    if (marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker))
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += marker === 0xffff ? 1 : 2 + Math.max(2, view.getUint16(at + 2))
  }
  return undefined
}

const JPEG: Format = {
  isOne: (bytes) => begins(bytes, '\xff\xd8\xff'),
  sizeOf: sizeOfJpeg,
  read: async (bytes) => {
    const { decode: decodeJpeg } = await import('jpeg-js')
    const limits = { maxResolutionInMP: MOST_PIXELS / 1e6, maxMemoryUsageInMB: MOST_MEGABYTES }
    const { width, height, data } = decodeJpeg(bytes, { useTArray: true, formatAsRGBA: false, ...limits })
    return [{ width, height, kind: 'rgb', data }]
  },
}

const FORMATS: readonly Format[] = [PNG, JPEG]
