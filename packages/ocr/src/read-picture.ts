import { type Box, type Matrix, multiply } from '../../../src/read/page/geometry.ts'
import { detectText, type TextBox } from './detect.ts'
import { matrixOfRotation, matrixOfTurn } from './matrix.ts'
import { missedText, thinMarks } from './missed-text.ts'
import type { Model } from './model.ts'
import { type Gray, inkOf, resize, rotate, turn } from './raster.ts'
import {
  cutAtRules,
  type LineReader,
  partLines,
  type ReadGlyph,
  readInk,
  readLine,
  readSign,
  surenessOf,
} from './read-line.ts'
import { type Rule, rulesOf, withoutRules } from './rules.ts'
import { skewOf } from './skew.ts'
import { wholeBoxes } from './whole-boxes.ts'

/** The models of an engine that is ready. */
export interface Models {
  readonly detection: Model
  readonly line: LineReader
}

/** What stands in a picture once it lies upright and level, in pixels of that upright picture. */
export interface ReadPicture {
  readonly width: number
  readonly height: number
  /** Dots an inch. */
  readonly dpi: number
  readonly glyphs: readonly ReadGlyph[]
  readonly rules: readonly Rule[]
  /** Brings pixels of the picture as it was given to those of the upright one. */
  readonly matrix: Matrix
}

/** Finer pictures (dots an inch) say no more about letters. */
const FINEST = 200
/** What the detector is given. */
const DETECTED = 110
/** It isn't worth the loss of sharpness to turn a picture by less (radians). */
const LEVEL = 0.001

/** A page takes too long. */
export class TooSlowError extends Error {}

/** What there is to say of how a picture is read. */
export interface PictureTerms {
  /** Dots an inch. */
  readonly dpi: number
  /** Throws a `TooSlowError` when it is time to give up. */
  readonly hurry: () => void
}

/** Reads the lines and the text of a picture. */
export const readPicture = async (
  given: Gray,
  models: Models,
  { dpi: printed, hurry }: PictureTerms,
): Promise<ReadPicture> => {
  const scale = Math.min(1, FINEST / printed)
  const dpi = printed * scale
  const [width, height] = [given.width, given.height].map((side) => Math.max(1, Math.round(side * scale)))
  const shrunk = scale < 1 ? resize(given, width as number, height as number) : given
  const angle = skewOf(shrunk)
  const level = Math.abs(angle) < LEVEL ? shrunk : rotate(shrunk, angle)
  const { picture, ink, boxes, quarters, rules } = await uprightPage(level, dpi, models, hurry)
  const glyphs: ReadGlyph[] = []
  for (const box of boxes) {
    hurry()
    const read = isSign(box)
      ? await readSign(picture, box, boxes, models.line)
      : await readLine(picture, box, models.line)
    if (surenessOf(read) >= DUST) glyphs.push(...read)
  }
  for (const box of missedText(picture, ink, boxes, rules, dpi)) {
    hurry()
    const { core } = box
    if (core.bottom - core.top < (THIN * dpi) / 72) {
      glyphs.push(...thinMarks(ink, picture, core))
      continue
    }
    const signs = await readInk(picture, box, boxes, models.line)
    if (signs.every(isCredible)) glyphs.push(...signs)
  }
  const levelled = multiply(matrixOfRotation(angle, level), [scale, 0, 0, scale, 0, 0])
  const matrix = multiply(matrixOfTurn(quarters, level), levelled)
  return { width: picture.width, height: picture.height, dpi, glyphs, rules, matrix }
}

/** What is read less surely (0 to 1) is no text at all. */
const DUST = 0.2

/** Ink that is lower (points) is no more than dashes and dots. */
const THIN = 1.5

/** What the detector takes for nothing is nothing, unless it is read surely, or as a sign that it often misses. */
const isCredible = ({ text, confidence }: ReadGlyph): boolean =>
  confidence >= (/^[≥≤≧≦><＞＜=＝]$/.test(text) ? 0.35 : 0.75)

/** A box no wider (of its height) holds a sign. */
const SIGN = 1.5

const isSign = ({ core: { left, right, top, bottom } }: TextBox): boolean => {
  const [width, height] = [right - left, bottom - top]
  return width < SIGN * height && height < SIGN * width
}

interface UprightPage {
  /** Without its rules. */
  readonly picture: Gray
  /** 1 for each of its pixels of ink. */
  readonly ink: Uint8Array
  readonly rules: readonly Rule[]
  readonly boxes: readonly TextBox[]
  /** By how many quarters it was turned clockwise. */
  readonly quarters: number
}

/** Lines are read so surely where they stand upright. */
const CLEAR = 0.85

/** The page with its text running to the right, which the shapes of its lines and the reading of a few of them tell. */
const uprightPage = async (
  level: Gray,
  dpi: number,
  models: Models,
  hurry: () => void,
): Promise<UprightPage> => {
  const first = await pageAt(level, 0, dpi, models)
  hurry()
  const page = isLying(first.boxes) ? await pageAt(level, 1, dpi, models) : first
  if (page.boxes.length === 0) return first
  const sure = await sureness(page, models)
  if (sure >= CLEAR) return page
  hurry()
  const turned = await pageAt(level, page.quarters + 2, dpi, models)
  return (await sureness(turned, models)) > sure ? turned : page
}

const pageAt = async (level: Gray, quarters: number, dpi: number, models: Models): Promise<UprightPage> => {
  const upright = turn(level, quarters)
  const rules = rulesOf(upright, dpi)
  const picture = withoutRules(upright, rules)
  const found = await detectText(models.detection, picture, Math.min(1, DETECTED / dpi))
  const ink = inkOf(picture, Math.round((9 * dpi) / 72))
  const cut = found.flatMap((box) => cutAtRules(box, rules))
  return {
    picture,
    ink,
    rules,
    boxes: wholeBoxes(partLines(picture, cut), { picture, ink, rules }),
    quarters,
  }
}

/** Whether most of the text runs down or up. */
const isLying = (boxes: readonly Box[]): boolean => {
  let [wide, tall] = [0, 0]
  for (const { left, right, top, bottom } of boxes) {
    const [width, height] = [right - left, bottom - top]
    if (width > 2 * height) wide += width * height
    if (height > 2 * width) tall += width * height
  }
  return tall > 1.5 * wide
}

/** How sure the reading of the longest lines is. */
const sureness = async ({ picture, boxes }: UprightPage, { line }: Models): Promise<number> => {
  const longest = boxes.toSorted((a, b) => b.right - b.left - (a.right - a.left)).slice(0, 4)
  const glyphs: ReadGlyph[] = []
  for (const box of longest) glyphs.push(...(await readLine(picture, box, line)))
  return surenessOf(glyphs)
}
