import { tooMany } from '../limits.ts'
import {
  boxAround,
  type Direction,
  directionOf,
  type Matrix,
  multiply,
  scaleOf,
  transform,
} from '../page/geometry.ts'
import {
  ASCENT,
  DESCENT,
  type Glyph,
  type PageContent,
  type Rule,
  readCharacter,
} from '../page/page-content.ts'
import { rulesOfBox, rulesOfFill, rulesOfStroke } from '../page/path-rules.ts'
import { childrenOf, type XmlElement } from '../xml-tree.ts'
import { numbersOf, type OfdPageContent, stepsOf } from './package.ts'

/** Points of a millimetre. */
const POINTS = 72 / 25.4

/** The thickness of lines in millimetres where nothing is said (GB/T 33190-2016, 8.5). */
const LINE_WIDTH = 0.353

/** Drawings may be made of others, no deeper than this, and of no more objects in all. */
const DEEPEST = 8
const MOST_OBJECTS = 1_000_000

/** What stands on a page, in points from its upper left corner. */
export const readOfdPage = ({
  box,
  parts,
  units,
}: OfdPageContent): PageContent & { readonly pictures: readonly OfdPicture[] } => {
  const [left = 0, top = 0, width = 0, height = 0] = box
  const reader = new PageReader(units)
  reader.read(parts, [POINTS, 0, 0, POINTS, -left * POINTS, -top * POINTS], 0)
  const { glyphs, rules, hasDrawing, pictures } = reader
  return {
    box: { left: 0, top: 0, right: width * POINTS, bottom: height * POINTS },
    glyphs,
    rules,
    hasDrawing,
    pictures,
  }
}

/** A picture that a page shows, by its id. */
export interface OfdPicture {
  readonly id: string
  /** Of the square of one unit that it fills, to points. */
  readonly matrix: Matrix
}

class PageReader {
  readonly glyphs: Glyph[] = []
  readonly rules: Rule[] = []
  hasDrawing = false
  readonly pictures: OfdPicture[] = []
  readonly #units: ReadonlyMap<string, XmlElement>
  #objects = 0

  constructor(units: ReadonlyMap<string, XmlElement>) {
    this.#units = units
  }

  /** `space`: of what the objects stand in, to points. */
  read(elements: readonly XmlElement[], space: Matrix, depth: number): void {
    for (const element of elements) this.#read(element, space, depth)
  }

  #read(element: XmlElement, space: Matrix, depth: number): void {
    const { name, attributes, children } = element
    if (attributes.get('Visible') === 'false') return
    this.#objects += 1
    if (this.#objects > MOST_OBJECTS) throw tooMany(MOST_OBJECTS, 'objects')
    const own = spaceOf(element, space)
    if (name === 'TextObject') for (const glyph of glyphsOf(element, own)) this.glyphs.push(glyph)
    else if (name === 'PathObject') this.#path(element, own)
    else if (name === 'ImageObject') this.#picture(element, space, own)
    else if (name === 'CompositeObject') this.#composite(element, own, depth)
    else if (GROUPS.has(name)) this.read(children, own, depth)
  }

  #path(element: XmlElement, matrix: Matrix): void {
    this.hasDrawing = true
    const { attributes } = element
    const thickness = Number(attributes.get('LineWidth') ?? LINE_WIDTH) * scaleOf(matrix)
    for (const { text } of childrenOf(element, 'AbbreviatedData')) {
      const path = pathOf(text)
      if (attributes.get('Stroke') !== 'false') this.#add(rulesOfStroke(path, matrix, thickness))
      if (attributes.get('Fill') === 'true') this.#add(rulesOfFill(path, matrix))
    }
  }

  /** `own`: the space of the picture itself. */
  #picture({ attributes }: XmlElement, space: Matrix, own: Matrix): void {
    this.hasDrawing = true
    const [x = 0, y = 0, width = 0, height = 0] = numbersOf(attributes.get('Boundary'))
    this.#add(rulesOfBox(boxAround([transform(space, x, y), transform(space, x + width, y + height)])))
    const id = attributes.get('ResourceID')
    const matrix = attributes.has('CTM') ? own : multiply(own, [width, 0, 0, height, 0, 0])
    if (id !== undefined) this.pictures.push({ id, matrix })
  }

  #composite({ attributes }: XmlElement, space: Matrix, depth: number): void {
    const unit = this.#units.get(attributes.get('ResourceID') ?? '')
    if (unit !== undefined && depth < DEEPEST) this.read(unit.children, space, depth + 1)
  }

  #add(rules: readonly Rule[]): void {
    for (const rule of rules) this.rules.push(rule)
  }
}

/** What holds objects and is none: of these only an appearance has a place of its own. */
const GROUPS: ReadonlySet<string> = new Set(['Content', 'Layer', 'PageBlock', 'Appearance'])

/** The space of an object's own coordinates: its matrix, then the corner of its boundary. */
const spaceOf = ({ attributes }: XmlElement, outer: Matrix): Matrix => {
  const [x = 0, y = 0] = numbersOf(attributes.get('Boundary'))
  const placed = multiply(outer, [1, 0, 0, 1, x, y])
  const [a, b, c, d, e, f] = numbersOf(attributes.get('CTM'))
  return f === undefined ? placed : multiply(placed, [a, b, c, d, e, f] as unknown as Matrix)
}

/** How many numbers follow each letter, and as what kind (see path-rules.ts) the step is written. */
const STEPS: ReadonlyMap<string, { readonly count: number; readonly kind: number }> = new Map([
  ['S', { count: 2, kind: 0 }],
  ['M', { count: 2, kind: 0 }],
  ['L', { count: 2, kind: 1 }],
  ['B', { count: 6, kind: 2 }],
  ['Q', { count: 4, kind: 3 }],
  ['A', { count: 7, kind: 3 }],
  ['C', { count: 0, kind: 4 }],
])

/** `M 0 0 L 73 0 C` as the paths that rules are found in; of an arc only its end counts. */
const pathOf = (data: string): number[] => {
  const words = data.trim().split(/[\s,]+/)
  const path: number[] = []
  for (let i = 0; i < words.length; i += 1) {
    const step = STEPS.get(words[i] as string)
    if (step === undefined) continue
    const numbers = words.slice(i + 1, i + 1 + step.count).map(Number)
    if (numbers.length < step.count || !numbers.every(Number.isFinite)) break
    path.push(step.kind, ...(words[i] === 'A' ? [0, 0, ...numbers.slice(-2)] : numbers))
    i += step.count
  }
  return path
}

/** The characters of a text object; `matrix` brings its own space to points on the page. */
const glyphsOf = ({ attributes, children }: XmlElement, matrix: Matrix): Glyph[] => {
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
