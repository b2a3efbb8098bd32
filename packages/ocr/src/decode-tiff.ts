import { inflate } from '../../../src/read/inflate.ts'
import type { Picture } from '../../../src/read/page/picture-reader.ts'

// The library's own reader of a file's structure follows whatever the file says: here it is read with bounds, and the
// library decodes what is sound.

/** Tags of TIFF 6.0 that say how a page is written, by their numbers. */
const TAG = {
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  meaning: 262,
  fillOrder: 266,
  offsets: 273,
  samples: 277,
  rows: 278,
  lengths: 279,
  planes: 284,
  options: 292,
  predictor: 317,
  colours: 320,
  tileWidth: 322,
  tileHeight: 323,
  tileOffsets: 324,
  tileLengths: 325,
  tables: 347,
} as const
const KNOWN: ReadonlySet<number> = new Set(Object.values(TAG))

/** None, CCITT (three kinds), LZW, JPEG, Deflate, PackBits, Deflate as it was first called. */
const COMPRESSIONS: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, 7, 8, 32773, 32946])
const DEFLATED: ReadonlySet<number> = new Set([8, 32946])
const JPEG = 7

const MOST_PAGES = 2000
/** Values of one tag: strips, tiles, colours. */
const MOST_VALUES = 100_000
const MOST_BITS = 16
const MOST_SAMPLES = 5

type Tags = Map<number, readonly number[] | Uint8Array>

/** A page of a TIFF: its size is known before it is decoded. */
export interface TiffPage {
  readonly width: number
  readonly height: number
  readonly tags: Tags
}

/** Numbers of a file, by the order of its bytes. */
class Numbers {
  readonly #view: DataView
  readonly isLittle: boolean

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.isLittle = bytes[0] === 0x49
  }

  short(at: number): number {
    return this.#view.getUint16(at, this.isLittle)
  }

  long(at: number): number {
    return this.#view.getUint32(at, this.isLittle)
  }
}

/** The pages of a TIFF. Throws `RangeError` where it is damaged. */
export const pagesOfTiff = (bytes: Uint8Array): readonly TiffPage[] => {
  const numbers = new Numbers(bytes)
  const pages: TiffPage[] = []
  const seen = new Set<number>()
  for (let at = numbers.long(4); at !== 0; ) {
    if (seen.has(at) || seen.size === MOST_PAGES) throw new RangeError('pages without end')
    seen.add(at)
    const count = numbers.short(at)
    const tags = tagsAt(bytes, numbers, at + 2, count)
    const [width, height] = [first(tags, TAG.width), first(tags, TAG.height)]
    if (stripsOf(tags).some(([, to]) => to > bytes.length)) throw new RangeError('strips outside of the file')
    if (width !== undefined && height !== undefined) pages.push({ width, height, tags })
    at = numbers.long(at + 2 + 12 * count)
  }
  return pages
}

const first = (tags: Tags, tag: number): number | undefined => tags.get(tag)?.[0]

const tagsAt = (bytes: Uint8Array, numbers: Numbers, from: number, count: number): Tags => {
  const tags: Tags = new Map()
  for (let i = 0; i < count; i += 1) {
    const at = from + 12 * i
    const [tag, type, values] = [numbers.short(at), numbers.short(at + 2), numbers.long(at + 4)]
    if (!KNOWN.has(tag)) continue
    const size = type === 3 ? 2 : type === 4 ? 4 : 1
    if (values > MOST_VALUES) throw new RangeError('too many values')
    const start = size * values <= 4 ? at + 8 : numbers.long(at + 8)
    if (start + size * values > bytes.length) throw new RangeError('values outside of the file')
    if (size === 1) tags.set(tag, bytes.slice(start, start + values))
    else
      tags.set(
        tag,
        Array.from({ length: values }, (_, k) =>
          size === 2 ? numbers.short(start + 2 * k) : numbers.long(start + 4 * k),
        ),
      )
  }
  return tags
}

/** Whether a page is written in a way that is decoded. */
export const isDecoded = ({ tags }: TiffPage): boolean => {
  const [bits = 1, samples = 1] = [first(tags, TAG.bits), first(tags, TAG.samples)]
  return (
    COMPRESSIONS.has(first(tags, TAG.compression) ?? 1) &&
    (first(tags, TAG.planes) ?? 1) === 1 &&
    bits <= MOST_BITS &&
    samples <= MOST_SAMPLES
  )
}

/**
 * The pictures of pages. They are decoded when their pixels are asked for, and not kept: many pages are more than memory has.
 * What can't be decoded then is blank paper.
 *
 * @param isTooLarge Whether a picture inside of a page is larger than is decoded.
 */
export const picturesOfTiff = async (
  bytes: Uint8Array,
  pages: readonly TiffPage[],
  isTooLarge: (jpeg: Uint8Array) => boolean,
): Promise<readonly Picture[]> => {
  const { default: utif } = await import('utif2')
  return pages.map((page): Picture => {
    const { width, height, tags } = page
    const isBits = (first(tags, TAG.bits) ?? 1) === 1 && (first(tags, TAG.samples) ?? 1) === 1
    const pixels = (): Uint8Array => {
      const image = decoded(utif, bytes, page, isTooLarge)
      if (!isBits) return utif.toRGBA8(image)
      return first(tags, TAG.meaning) === 1 ? image.data : image.data.map((byte) => ~byte)
    }
    return {
      width,
      height,
      kind: isBits ? 'bits' : 'rgba',
      get data() {
        try {
          return pixels()
        } catch {
          return new Uint8Array(isBits ? ((width + 7) >> 3) * height : 4 * width * height).fill(0xff)
        }
      },
    }
  })
}

const decoded = (
  utif: typeof import('utif2').default,
  bytes: Uint8Array,
  page: TiffPage,
  isTooLarge: (jpeg: Uint8Array) => boolean,
): { readonly data: Uint8Array } => {
  const { file, tags } = inflated(bytes, page)
  if (first(tags, TAG.compression) === JPEG)
    for (const [from, to] of stripsOf(tags))
      if (isTooLarge(bytes.subarray(from, to))) throw new RangeError('a picture larger than its page')
  const image: Record<string, unknown> = Object.fromEntries(
    [...tags].map(([tag, values]) => [`t${tag}`, values]),
  )
  // It takes the whole of a buffer.
  utif.decodeImage(new Uint8Array(file).buffer, image, [image])
  const data = image['data']
  if (!(data instanceof Uint8Array)) throw new RangeError('nothing was decoded')
  return Object.assign(image, { data })
}

/** Where the strips or tiles of a page begin and end. */
const stripsOf = (tags: Tags): (readonly [number, number])[] => {
  const offsets = tags.get(TAG.offsets) ?? tags.get(TAG.tileOffsets) ?? []
  const lengths = tags.get(TAG.lengths) ?? tags.get(TAG.tileLengths) ?? []
  return Array.from(offsets, (from, i) => [from, from + (lengths[i] ?? 0)] as const)
}

/** What is deflated as it is without that: the library would inflate whatever comes out of it. */
const inflated = (bytes: Uint8Array, { width, height, tags }: TiffPage): { file: Uint8Array; tags: Tags } => {
  if (!DEFLATED.has(first(tags, TAG.compression) ?? 1)) return { file: bytes, tags }
  const [bits = 1, samples = 1] = [first(tags, TAG.bits), first(tags, TAG.samples)]
  const [rows = height, tileWidth = width, tileHeight = Math.min(rows, height)] = [
    first(tags, TAG.rows),
    first(tags, TAG.tileWidth),
    first(tags, TAG.tileHeight),
  ]
  const most = Math.ceil((tileWidth * bits * samples) / 8) * tileHeight
  const strips = stripsOf(tags)
  const whole = 8 + strips.length * most
  if (!(whole <= MOST_BYTES)) throw new RangeError('more strips than the page has')
  const file = new Uint8Array(whole)
  file.set(bytes.subarray(0, 8))
  for (const [i, [from, to]] of strips.entries())
    file.set(inflate(bytes.subarray(from, to), 'zlib', most), 8 + i * most)
  const [offsets, lengths] = tags.has(TAG.tileOffsets)
    ? [TAG.tileOffsets, TAG.tileLengths]
    : [TAG.offsets, TAG.lengths]
  return {
    file,
    tags: new Map([
      ...tags,
      [TAG.compression, [1]],
      [offsets, strips.map((_, i) => 8 + i * most)],
      [lengths, strips.map(() => most)],
    ]),
  }
}

const MOST_BYTES = 400_000_000
