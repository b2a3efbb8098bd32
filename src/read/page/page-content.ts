import type { Box, Direction, Matrix } from './geometry.ts'

/** One character (or ligature) as it is printed. */
export interface Glyph {
  readonly text: string
  readonly box: Box
  /** Font size in points as printed. */
  readonly size: number
  /** Undefined for text that runs aslant, as watermarks do. */
  readonly direction: Direction | undefined
  /** How sure it is, as a percentage, where it was read from a picture. */
  readonly certainty?: number
  /** What else it may be then, the likeliest first. */
  readonly others?: string | undefined
}

/** How far letters reach above and below the base line (of the font size): enough to find a middle. */
export const ASCENT = 0.88
export const DESCENT = -0.12

/** A drawn straight line, upright or level. */
export interface Rule {
  readonly isVertical: boolean
  /** x of a vertical rule, y of a level one. */
  readonly at: number
  readonly from: number
  readonly to: number
}

/** What is on one page, in the order it was drawn; the crop box's upper left corner is at 0, 0. */
export interface PageContent {
  readonly box: Box
  readonly glyphs: readonly Glyph[]
  readonly rules: readonly Rule[]
  /** Anything that isn't text: a page with this and no text is a picture. */
  readonly hasDrawing: boolean
  /** What brings the format's own coordinates to those of the page, where they differ. */
  readonly view?: Matrix
  /** Its text was read from pictures. */
  readonly isScanned?: true
  /** What brings points of the page as it was scanned to those of it once it lies level. */
  readonly level?: Matrix
  /** Parts of it can't be read. */
  readonly isDamaged?: boolean
}
