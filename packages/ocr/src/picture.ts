import type { Picture } from '../../../src/read/page/picture-reader.ts'
import type { Gray } from './raster.ts'

/** A colour is one if its parts differ by more: grey paper has a tint, and JPEG adds one to black letters. */
const COLOURED = 40

/**
 * The picture in shades of grey. Red is taken for paper: seals are stamped over text. What is transparent is paper too.
 */
export const greyOf = ({ width, height, kind, data }: Picture): Gray => {
  const grey = new Uint8Array(width * height)
  if (kind === 'grey') grey.set(data.subarray(0, grey.length))
  else if (kind === 'bits') takeBits(data, grey, width)
  else takeColours(data, grey, kind === 'rgb' ? 3 : 4)
  return { width, height, data: grey }
}

const takeBits = (data: Picture['data'], grey: Uint8Array, width: number): void => {
  const stride = (width + 7) >> 3
  for (let i = 0; i < grey.length; i += 1) {
    const x = i % width
    const at = ((i - x) / width) * stride + (x >> 3)
    grey[i] = (((data[at] ?? 0xff) >> (7 - (x & 7))) & 1) * 255
  }
}

const takeColours = (data: Picture['data'], grey: Uint8Array, step: 3 | 4): void => {
  for (let i = 0, at = 0; i < grey.length; i += 1, at += step) {
    const [r, g, b] = [data[at] ?? 255, data[at + 1] ?? 255, data[at + 2] ?? 255]
    const isRed = r - g > COLOURED && r - b > COLOURED
    const shade = isRed ? r : (77 * r + 150 * g + 29 * b) >> 8
    const alpha = step === 4 ? (data[at + 3] ?? 255) : 255
    grey[i] = alpha === 255 ? shade : (shade * alpha + 255 * (255 - alpha)) / 255
  }
}
