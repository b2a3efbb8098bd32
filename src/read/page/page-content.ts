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

/**
 * Radicals that stand for a whole character of today's printing. Browsers write them into PDFs, since
 * fonts draw both with one glyph: 长 comes out as ⻓. The Kangxi radicals have their own folding in Unicode,
 * but for ⼾, which is folded to 戶 and drawn as 户.
 */
const RADICALS =
  '⺟母⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟⼾户'

/** Punctuation as it is printed in vertical lines. */
const VERTICAL_FORMS =
  '︐，︑、︒。︓：︔；︕！︖？︙…︱—︵（︶）︷｛︸｝︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』﹇［﹈］'

const PLAIN: ReadonlyMap<string, string> = new Map(
  Array.from(`${RADICALS}${VERTICAL_FORMS}`.matchAll(/(.)(.)/gu), (pair) => [
    pair[1] as string,
    pair[2] as string,
  ]),
)

/** Radicals, and the block of vertical forms. */
const IS_FORM = /[\u2e80-\u2fdf\ufe10-\ufe19\ufe30-\ufe4f]/

/** What a glyph says, as text: other forms of a character as itself, any blank as a plain one. */
export const readCharacter = (unicode: string): string => {
  if (/^\s*$/.test(unicode)) return unicode === '' ? '' : ' '
  if (!IS_FORM.test(unicode)) return unicode
  return Array.from(
    unicode,
    (char) => PLAIN.get(char) ?? (char >= '\u2f00' && char <= '\u2fdf' ? char.normalize('NFKC') : char),
  ).join('')
}
