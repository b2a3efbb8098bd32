import type { Span } from '../../source/span.ts'
import { crc32, deflateZlib } from '../inflate.ts'
import { partsAt, type Trace } from '../trace.ts'
import { type Box, coverBoxes, inverseOf, type Matrix, multiply, transform } from './geometry.ts'
import type { PagePlace } from './lay-out-page.ts'
import type { PicturePage, PlacedPicture } from './picture-reader.ts'

/** 150 dots an inch. */
const DOTS = 150 / 72

/** Points of the paper around what is cut out. */
const MARGIN = 5

/** Of larger places, as many points from where they begin. */
const MOST_WIDE = 420
const MOST_HIGH = 90

/** Where a span of the text stands on a page that was scanned: on the first, if on several. */
export const scanPlaceOf = (
  traces: readonly Trace<PagePlace>[],
  text: string,
  span: Span,
): PagePlace | undefined => {
  const parts = traces
    .filter((trace) => trace.span.start < span.end && span.start < trace.span.end)
    .flatMap((trace) => partsAt(trace, text, span).map(({ of }) => of))
  const page = parts[0]?.page
  if (page === undefined) return undefined
  const boxes = parts.filter((part) => part.page === page).map(({ box }) => box)
  return { page, box: boxes.reduce(coverBoxes) }
}

/**
 * What stands in a box of a scanned page, as PNG.
 *
 * @param level Brings points of the page to those of the box.
 */
export const cutOut = ({ pictures }: PicturePage, level: Matrix, box: Box): Uint8Array => {
  const left = box.left - MARGIN
  const top = box.top - MARGIN
  const size = (from: number, to: number, most: number): number =>
    Math.max(1, Math.round(Math.min(to - from + MARGIN, most) * DOTS))
  const width = size(left, box.right, MOST_WIDE)
  const height = size(top, box.bottom, MOST_HIGH)
  const data = new Uint8Array(width * height).fill(PAPER)
  for (const placed of pictures) {
    // From pixels of what is cut out to those of the picture.
    const toPicture = multiply(inverseOf(multiply(level, placed.matrix)), [
      1 / DOTS,
      0,
      0,
      1 / DOTS,
      left,
      top,
    ])
    paint({ width, height, data }, placed, toPicture)
  }
  return pngOf({ width, height, data })
}

const PAPER = 255

const paint = ({ width, height, data }: Grey, { picture, isMask }: PlacedPicture, to: Matrix): void => {
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      // Each pixel is the mean of four points in it: scans are finer than what is shown of them.
      let sum = 0
      let count = 0
      for (const [dx, dy] of POINTS) {
        const at = transform(to, x + dx, y + dy)
        const shade = shadeAt(picture, Math.floor(at.x), Math.floor(at.y))
        if (shade === undefined) continue
        sum += shade
        count += 1
      }
      const at = y * width + x
      if (count > 0) data[at] = isMask === true ? Math.min(data[at] as number, sum / count) : sum / count
    }
}

const POINTS = [
  [0.25, 0.25],
  [0.75, 0.25],
  [0.25, 0.75],
  [0.75, 0.75],
] as const

/** How light a pixel is; undefined outside the picture and where it is transparent. */
const shadeAt = (
  { width, height, kind, data }: PlacedPicture['picture'],
  x: number,
  y: number,
): number | undefined => {
  if (x < 0 || y < 0 || x >= width || y >= height) return undefined
  if (kind === 'bits')
    return (((data[y * ((width + 7) >> 3) + (x >> 3)] as number) >> (7 - (x & 7))) & 1) * PAPER
  if (kind === 'grey') return data[y * width + x]
  const at = (y * width + x) * (kind === 'rgb' ? 3 : 4)
  if (kind === 'rgba' && data[at + 3] === 0) return undefined
  return (77 * (data[at] as number) + 150 * (data[at + 1] as number) + 29 * (data[at + 2] as number)) >> 8
}

/** A picture in shades of grey, 0 black, row by row from the top. */
interface Grey {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** Four bits a pixel, which are enough to read by, without a palette, in rows as they come. */
const FORM = [4, 0, 0, 0, 0]

/** A picture as PNG. */
const pngOf = ({ width, height, data }: Grey): Uint8Array => {
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
