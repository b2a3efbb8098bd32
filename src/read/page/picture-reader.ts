import type { Span } from '../../source/span.ts'
import { type Box, type Matrix, multiply } from './geometry.ts'
import { type PageContent, type Rule, readCharacter } from './page-content.ts'

// What reads pictures is no part of this package: few need it, and it is many times as large. This is all that is known of it.

/** A picture as it was decoded, row by row from the top. */
export interface Picture {
  readonly width: number
  readonly height: number
  /** `bits`: a bit a pixel, rows filled up to bytes, 1 is white; else a byte for each colour. */
  readonly kind: 'bits' | 'grey' | 'rgb' | 'rgba'
  readonly data: Uint8Array | Uint8ClampedArray
}

/** A picture where it stands on a page. */
export interface PlacedPicture {
  readonly picture: Picture
  /** Brings its pixels to points of the page, y downwards. */
  readonly matrix: Matrix
  /** Only its dark pixels are painted. */
  readonly isMask?: boolean | undefined
}

/** A page with nothing on it but pictures, in points. */
export interface PicturePage {
  readonly width: number
  readonly height: number
  readonly pictures: readonly PlacedPicture[]
  /** Which page of its file it is, from 1 on, and how many that has: for whoever waits. */
  readonly place?: { readonly page: number; readonly pages: number }
}

/** What stands on a page of pictures once it lies upright and level, in points. */
export interface ScannedPage {
  readonly width: number
  readonly height: number
  readonly glyphs: readonly {
    readonly text: string
    readonly box: Box
    readonly size: number
    /** How sure it is, from 0 to 1. */
    readonly confidence: number
    /** What else it may be, the likeliest first, where it is not sure. */
    readonly others?: string | undefined
  }[]
  readonly rules: readonly Rule[]
  /** Brings points of the page as it was given to those of the level one. */
  readonly matrix: Matrix
}

/** Why a picture is not decoded. */
export type PictureFault = 'damaged' | 'too-large' | 'unsupported'

/** Reads what stands in pictures: the package pbo-ocr, or what does the same. */
export interface PictureReader {
  /** Undefined for a page that takes too long. */
  readonly readPage: (page: PicturePage) => Promise<ScannedPage | undefined>
  /** The picture in a file of PNG or JPEG, or its pages in a format that has some; or why there are none. */
  readonly decode: (bytes: Uint8Array) => Promise<readonly Picture[] | PictureFault>
  /** Places of which pictures are to be cut out, given by whoever has read the file before. */
  readonly wanted?: readonly Span[]
}

/** Gives what reads pictures when the first page needs it; undefined where it isn't installed. */
export type OpenPictureReader = () => Promise<PictureReader | undefined>

/** What was read of a page of pictures, as the content of that page; `view` as of the page. */
export const contentOfScan = (page: ScannedPage, view: Matrix | undefined): PageContent => ({
  box: { left: 0, top: 0, right: page.width, bottom: page.height },
  glyphs: page.glyphs.map(({ text, box, size, confidence, others }) => ({
    text: readCharacter(text),
    box,
    size,
    direction: 0,
    others,
    certainty: Math.max(0, Math.min(100, Math.round(confidence * 100))),
  })),
  rules: page.rules,
  hasDrawing: true,
  isScanned: true,
  level: page.matrix,
  ...(view === undefined ? {} : { view: multiply(page.matrix, view) }),
})
