import { NoCopyError, UNCHANGEABLE } from '../reasons.ts'
import { type CellNotes, commentText } from './cell-notes.ts'
import { type Insertion, type OfficePackage, prefixOf } from './package.ts'
import type { Sheet } from './sheet-frame.ts'

/** Excel shows comments in boxes, which are drawn in a language of its own from before there was a standard (VML). */

const NAMES = {
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
  x: 'urn:schemas-microsoft-com:office:excel',
} as const

const DECLARED = Object.entries(NAMES)
  .map(([prefix, name]) => ` xmlns:${prefix}="${name}"`)
  .join('')

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const STRICT_RELATIONS = 'http://purl.oclc.org/ooxml/officeDocument/relationships'
const TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing'

const shapeType = (declared: string): string =>
  `<v:shapetype id="_x0000_t202"${declared} coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`

/** Ids of shapes are given out by the thousand, and no two drawings of a workbook have the same thousand. */
const BLOCK = 1024

/** Adds a box for each comment to the drawing of a sheet, which is made where there is none. */
export const addShapes = (
  workbook: OfficePackage,
  part: string,
  sheet: Sheet,
  cells: readonly CellNotes[],
): void => {
  const known = drawingOf(workbook, part, sheet)
  const drawing = known === undefined ? undefined : workbook.text(known)
  if (known !== undefined && drawing === undefined) throw new NoCopyError(UNCHANGEABLE)
  const ids = new ShapeIds(workbook, drawing)
  // A drawing that is there may know the names by other prefixes.
  const declared = drawing === undefined || drawing.includes(DECLARED) ? '' : DECLARED
  const shapes = cells.map((cell) => shapeXml(cell, sheet, ids.next(), declared)).join('')
  if (known !== undefined && drawing !== undefined) {
    workbook.insert(
      known,
      addedTo(drawing, (hasType(drawing) ? '' : shapeType(declared)) + shapes, ids.blocks),
    )
    return
  }
  const name = workbook.unusedName('xl/drawings/vmlDrawing', '.vml')
  const layout = `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${ids.blocks.join(',')}"/></o:shapelayout>`
  workbook.put(name, `<xml${DECLARED}>${layout}${shapeType('')}${shapes}</xml>`)
  workbook.declareExtension('vml', TYPE)
  addDrawing(workbook, part, sheet, workbook.relate(part, 'vmlDrawing', name))
}

/** The part that a sheet draws its comments with. */
const drawingOf = (workbook: OfficePackage, part: string, { root }: Sheet): string | undefined => {
  const id = root.children.find(({ name }) => name === 'legacyDrawing')?.attributes.get('id')
  return workbook.relations(part).find((relation) => relation.id === id)?.target
}

/** What stands before the drawing of comments in a sheet (ECMA-376-1, 18.3.1.99); all else stands behind it. */
const BEFORE: ReadonlySet<string> = new Set(
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing'.split(
    ' ',
  ),
)

const addDrawing = (workbook: OfficePackage, part: string, sheet: Sheet, id: string): void => {
  const { text, root } = sheet
  const last = root.children.findLast(({ name }) => BEFORE.has(name))
  if (last === undefined) throw new NoCopyError(UNCHANGEABLE)
  const relations = workbook.isStrict ? STRICT_RELATIONS : RELATIONS
  const xml = `<${prefixOf(text, root)}legacyDrawing r:id="${id}" xmlns:r="${relations}"/>`
  workbook.insert(part, [{ at: sheet.placeOf(last.end), text: xml }])
}

const addedTo = (drawing: string, shapes: string, blocks: readonly number[]): readonly Insertion[] => {
  const end = drawing.lastIndexOf('</xml')
  if (end < 0) throw new NoCopyError(UNCHANGEABLE)
  const map = IDMAP.exec(drawing)
  const more = map === null ? [] : blocks.filter((block) => !blocksIn(drawing).includes(block))
  const at = map === null ? 0 : map.index + map[0].length
  return [{ at: end, text: shapes }, ...(more.length === 0 ? [] : [{ at, text: `,${more.join(',')}` }])]
}

const hasType = (drawing: string): boolean => drawing.includes('"_x0000_t202"')

const IDMAP = /<o:idmap\b[^<>]{0,200}\bdata\s*=\s*["'][\d, ]{0,2000}/

const blocksIn = (drawing: string): readonly number[] =>
  (/<o:idmap\b[^<>]{0,200}\bdata\s*=\s*["']([\d, ]{0,2000})/.exec(drawing)?.[1] ?? '')
    .split(',')
    .map(Number)
    .filter((block) => block > 0)

class ShapeIds {
  /** The thousands of this drawing. */
  readonly blocks: number[]
  #last: number
  #nextBlock: number

  constructor(workbook: OfficePackage, drawing: string | undefined) {
    const all = workbook.names
      .filter((name) => name.endsWith('.vml'))
      .flatMap((name) => blocksIn(workbook.text(name) ?? ''))
    this.#nextBlock = Math.max(0, ...all) + 1
    this.blocks = [...blocksIn(drawing ?? '')]
    const taken = Array.from((drawing ?? '').matchAll(/_x0000_s(\d{1,9})/g), ([, id]) => Number(id))
    const own = taken.filter((id) => this.blocks.includes(Math.floor(id / BLOCK)))
    this.#last = own.length === 0 ? (this.blocks.at(-1) ?? 0) * BLOCK : Math.max(...own)
    if (this.blocks.length === 0) this.#begin()
  }

  next(): number {
    this.#last += 1
    if (!this.blocks.includes(Math.floor(this.#last / BLOCK))) {
      this.#begin()
      this.#last += 1
    }
    return this.#last
  }

  #begin(): void {
    this.blocks.push(this.#nextBlock)
    this.#last = this.#nextBlock * BLOCK
    this.#nextBlock += 1
  }
}

/** Boxes are this wide, and as high as their text takes, in pixels. */
const BOX_WIDTH = 300
const LINE_HEIGHT = 17
const MOST_HEIGHT = 420
/** Chinese characters in a line, of which letters and digits take half. */
const IN_LINE = 23

const shapeXml = ({ place, notes }: CellNotes, sheet: Sheet, id: number, declared: string): string => {
  const height = Math.min(MOST_HEIGHT, LINE_HEIGHT * (2 + linesIn(commentText(notes))))
  const left = { at: sheet.lastColumnOf(place) + 1, offset: 12 }
  const top = { at: Math.max(0, place.row - 1), offset: 4 }
  const right = endOf(left, BOX_WIDTH, sheet.widthOf)
  const bottom = endOf(top, height, sheet.heightOf)
  const anchor = [left, top, right, bottom].flatMap(({ at, offset }) => [at, offset]).join(', ')
  return `<v:shape id="_x0000_s${id}"${declared} type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:${points(BOX_WIDTH)}pt;height:${points(height)}pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${place.row}</x:Row><x:Column>${place.column}</x:Column></x:ClientData></v:shape>`
}

const points = (pixels: number): number => pixels * 0.75

const linesIn = (text: string): number =>
  text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(widthOf(line) / IN_LINE)), 0)

const widthOf = (line: string): number => {
  let width = 0
  for (const character of line) width += character < '\u2000' ? 0.5 : 1
  return width
}

interface Edge {
  readonly at: number
  readonly offset: number
}

/** Where a length ends that begins at an edge. Nothing goes on for more cells than this. */
const MOST_CELLS = 200

const endOf = (from: Edge, length: number, sizeOf: (at: number) => number): Edge => {
  let left = from.offset + length
  for (let at = from.at; at < from.at + MOST_CELLS; at += 1) {
    const size = sizeOf(at)
    if (left <= size) return { at, offset: Math.round(left) }
    left -= size
  }
  return { at: from.at + MOST_CELLS, offset: 0 }
}
