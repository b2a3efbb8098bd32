import { type Box, type Direction, uprightBox } from './geometry.ts'
import type { Glyph, PageContent, Rule } from './page-content.ts'

/** A page after it was turned, and where its text ran to before. */
export interface UprightPage extends PageContent {
  readonly direction: Direction
}

/** A page with most of its text running to the right, and no character printed twice. */
export const uprightPage = (page: PageContent): UprightPage => {
  const direction = mainDirection(page.glyphs)
  const turned = direction === 0 ? page : turnPage(page, direction)
  return { ...turned, glyphs: withoutDoubles(turned.glyphs), direction }
}

const mainDirection = (glyphs: readonly Glyph[]): Direction => {
  const counts = [0, 0, 0, 0]
  for (const { direction, text } of glyphs)
    if (direction !== undefined && text !== ' ') counts[direction] = (counts[direction] ?? 0) + 1
  return counts.indexOf(Math.max(...counts)) as Direction
}

const turnPage = (page: PageContent, direction: Direction): PageContent => ({
  box: uprightBox(page.box, direction),
  glyphs: page.glyphs.map((glyph) => ({
    ...glyph,
    box: uprightBox(glyph.box, direction),
    direction:
      glyph.direction === undefined ? undefined : (((glyph.direction - direction + 4) % 4) as Direction),
  })),
  rules: page.rules.map((rule) => turnRule(rule, direction)),
  hasDrawing: page.hasDrawing,
})

const turnRule = ({ isVertical, at, from, to }: Rule, direction: Direction): Rule => {
  const box: Box = isVertical
    ? { left: at, right: at, top: from, bottom: to }
    : { left: from, right: to, top: at, bottom: at }
  const { left, right, top, bottom } = uprightBox(box, direction)
  const turns = direction % 2 === 1
  return turns === isVertical
    ? { isVertical: false, at: top, from: left, to: right }
    : { isVertical: true, at: left, from: top, to: bottom }
}

/** Makers without a bold font print a character again, less than this (points) beside the first. */
const DOUBLE_OFFSET = 1

/** Characters are looked up by squares of this size (points). */
const SQUARE = 8

/** Of one character: so many don't stand beside each other where anybody reads them. */
const MOST_IN_SQUARE = 64

/** Further away (points) nothing is told apart. */
const FAR = 1_000_000

const withoutDoubles = (glyphs: readonly Glyph[]): Glyph[] => {
  const seen = new Map<string, Map<number, Glyph[]>>()
  return glyphs.filter((glyph) => {
    // A fake-bold offset grows with the font, and thin letters of a small font stand close.
    const offset = Math.min(DOUBLE_OFFSET, glyph.size / 6)
    const { left, top } = glyph.box
    let squares = seen.get(glyph.text)
    if (squares === undefined) {
      squares = new Map()
      seen.set(glyph.text, squares)
    }
    if (holdsSame(squares, glyph.box, offset)) return false
    const key = keyOf(squareOf(left), squareOf(top))
    const same = squares.get(key)
    if (same === undefined) squares.set(key, [glyph])
    else if (same.length < MOST_IN_SQUARE) same.push(glyph)
    return true
  })
}

/** Whether one of the characters stands at the same place, in its square or, near a corner, in one of three beside it. */
const holdsSame = (squares: ReadonlyMap<number, readonly Glyph[]>, box: Box, offset: number): boolean => {
  for (let x = squareOf(box.left - offset); x <= squareOf(box.left + offset); x += 1)
    for (let y = squareOf(box.top - offset); y <= squareOf(box.top + offset); y += 1)
      if (squares.get(keyOf(x, y))?.some((other) => isSamePlace(other.box, box, offset)) === true) return true
  return false
}

const squareOf = (position: number): number => Math.floor(Math.max(-FAR, Math.min(FAR, position)) / SQUARE)

const keyOf = (x: number, y: number): number => x * 65_536 + y

const isSamePlace = (a: Box, b: Box, offset: number): boolean =>
  Math.abs(a.left - b.left) < offset && Math.abs(a.top - b.top) < offset
