import { readCharacter } from '../page/characters.ts'
import { boxAround, type Direction, directionOf, type Matrix, scaleOf, transform } from '../page/geometry.ts'
import { ASCENT, DESCENT, type Glyph } from '../page/page-content.ts'
import { childrenOf, type XmlElement } from '../xml-tree.ts'
import { stepsOf } from './numbers.ts'

/** The characters of a text object; `matrix` brings its own space to points on the page. */
export const glyphsOf = ({ attributes, children }: XmlElement, matrix: Matrix): Glyph[] => {
  const size = numberOf(attributes.get('Size')) ?? 1
  const scale = numberOf(attributes.get('HScale')) ?? 1
  const turned = Math.round((numberOf(attributes.get('CharDirection')) ?? 0) / 90)
  const upright = directionOf(matrix, { x: 1, y: 0 })
  const direction = upright === undefined ? undefined : (((upright + turned) % 4) as Direction)
  const glyphs: Glyph[] = []
  let x = 0
  let y = 0
  for (const code of childrenOf({ children }, 'TextCode')) {
    x = numberOf(code.attributes.get('X')) ?? x
    y = numberOf(code.attributes.get('Y')) ?? y
    const across = stepsOf(code.attributes.get('DeltaX'))
    const down = stepsOf(code.attributes.get('DeltaY'))
    let [left, base] = [x, y]
    for (const [i, character] of Array.from(code.text).entries()) {
      const full = size * scale
      const own = isNarrow(character) ? full / 2 : full
      const step = across?.[i] ?? (down === undefined ? own : 0)
      const width = step > 0 ? Math.min(step, full) : own
      const corners = [base - ASCENT * size, base - DESCENT * size].flatMap((edge) =>
        [left, left + width].map((at) => transform(matrix, at, edge)),
      )
      const text = readCharacter(character)
      glyphs.push({ text, box: boxAround(corners), size: size * scaleOf(matrix), direction })
      left += step
      base += down?.[i] ?? 0
    }
  }
  return glyphs
}

const numberOf = (text: string | undefined): number | undefined => {
  const number = Number(text)
  return text === undefined || text.trim() === '' || !Number.isFinite(number) ? undefined : number
}

/** Letters and digits are about half as wide as Chinese characters. */
const isNarrow = (character: string): boolean => character < '\u2000'
