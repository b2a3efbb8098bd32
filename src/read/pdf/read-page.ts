import { boxAround, IDENTITY, type Matrix, multiply, scaleOf, transform } from '../page/geometry.ts'
import type { Glyph, PageContent, Rule } from '../page/page-content.ts'
import { rulesOfBox, rulesOfFill, rulesOfStroke } from '../page/path-rules.ts'
import type { Picture, PlacedPicture } from '../page/picture-reader.ts'
import type { Operations, OperatorList } from './pdfjs.ts'
import { type FontMetrics, type ShownGlyph, TextState } from './text-state.ts'

type FontOf = (name: string) => FontMetrics

/** Follows the drawing operations of one page. `view` brings its user space to points, y downwards. */
export const readPage = (
  list: OperatorList,
  operations: Operations,
  view: Matrix,
  size: { readonly width: number; readonly height: number },
  fontOf: FontOf,
): PageContent => {
  const reader = new PageReader(operations, view, fontOf)
  for (const [i, operation] of list.fnArray.entries()) reader.run(operation, list.argsArray[i] ?? [])
  return { ...reader.content, view, box: { left: 0, top: 0, right: size.width, bottom: size.height } }
}

/** A picture that is painted: what the library calls it by, or the picture itself, as it gives those in the operations. */
interface PaintedPicture {
  readonly of: unknown
  /** Of the square of one unit that it fills, to points. */
  readonly matrix: Matrix
  readonly isMask: boolean
}

/** The pictures that one page paints, in order. */
export const picturesPainted = (
  list: OperatorList,
  operations: Operations,
  view: Matrix,
): readonly PaintedPicture[] => {
  const reader = new PageReader(operations, view, () => ({}))
  for (const [i, operation] of list.fnArray.entries()) reader.run(operation, list.argsArray[i] ?? [])
  return reader.pictures
}

interface DrawingState {
  readonly matrix: Matrix
  readonly lineWidth: number
  readonly text: TextState
}

/** Points for a unit: what no text and no drawing is scaled to. */
const PICTURE_SCALE = 20

type Arguments = readonly unknown[]
type Handler = (args: Arguments) => void

/** Operations are handled by number: the library's numbers are data, the names are its contract. */
class PageReader {
  readonly #view: Matrix
  readonly #fontOf: FontOf
  readonly #handlers: ReadonlyMap<number, Handler>
  readonly #strokes: ReadonlySet<number>
  readonly #fills: ReadonlySet<number>
  readonly pictures: PaintedPicture[] = []
  readonly #saved: DrawingState[] = []
  readonly #glyphs: Glyph[] = []
  readonly #rules: Rule[] = []
  #hasDrawing = false
  #matrix: Matrix
  #lineWidth = 1
  #text = new TextState()

  constructor(ops: Operations, view: Matrix, fontOf: FontOf) {
    this.#view = view
    this.#matrix = view
    this.#fontOf = fontOf
    const both = [ops.fillStroke, ops.eoFillStroke, ops.closeFillStroke, ops.closeEOFillStroke]
    this.#strokes = new Set([ops.stroke, ops.closeStroke, ...both])
    this.#fills = new Set([ops.fill, ops.eoFill, ...both])
    this.#handlers = new Map([...this.#stateHandlers(ops), ...this.#textHandlers(ops), ...this.#paint(ops)])
  }

  get content(): Omit<PageContent, 'box' | 'view'> {
    return { glyphs: this.#glyphs, rules: this.#rules, hasDrawing: this.#hasDrawing }
  }

  run(operation: number, args: Arguments): void {
    this.#handlers.get(operation)?.(args)
  }

  #stateHandlers(ops: Operations): [number, Handler][] {
    const save = (): void => this.#save()
    const restore = (): void => this.#restore()
    return [
      [ops.save, save],
      [ops.restore, restore],
      [ops.transform, (args) => this.#transform(args)],
      [ops.setLineWidth, ([width]) => this.#setLineWidth(width)],
      [ops.setGState, ([entries]) => this.#setState(entries)],
      [ops.beginGroup, save],
      [ops.endGroup, restore],
      [
        ops.paintFormXObjectBegin,
        ([matrix]) => {
          this.#save()
          if (matrix !== null) this.#transform(matrix as Arguments)
        },
      ],
      [ops.paintFormXObjectEnd, restore],
      [
        ops.beginAnnotation,
        ([, , placing, matrix]) => {
          this.#save()
          this.#matrix = this.#view
          this.#text = new TextState()
          this.#transform(placing as Arguments)
          this.#transform(matrix as Arguments)
        },
      ],
      [ops.endAnnotation, restore],
    ]
  }

  #textHandlers(ops: Operations): [number, Handler][] {
    const show: Handler = ([items]) =>
      this.#text.show(items as (ShownGlyph | number)[], this.#matrix, (glyph) => this.#glyphs.push(glyph))
    return [
      [ops.beginText, () => this.#text.setMatrix(IDENTITY)],
      [
        ops.setCharSpacing,
        ([spacing]) => {
          this.#text.charSpacing = Number(spacing)
        },
      ],
      [
        ops.setWordSpacing,
        ([spacing]) => {
          this.#text.wordSpacing = Number(spacing)
        },
      ],
      [
        ops.setHScale,
        ([percent]) => {
          this.#text.horizontalScale = Number(percent) / 100
        },
      ],
      [
        ops.setLeading,
        ([leading]) => {
          this.#text.leading = Number(leading)
        },
      ],
      [
        ops.setTextRise,
        ([rise]) => {
          this.#text.rise = Number(rise)
        },
      ],
      [ops.setFont, ([name, size]) => this.#setFont(name, size)],
      [ops.setTextMatrix, (args) => this.#text.setMatrix(matrixOf(args))],
      [ops.moveText, ([x, y]) => this.#text.move(Number(x), Number(y))],
      [
        ops.setLeadingMoveText,
        ([x, y]) => {
          this.#text.leading = -Number(y)
          this.#text.move(Number(x), Number(y))
        },
      ],
      [ops.nextLine, () => this.#text.move(0, -this.#text.leading)],
      [ops.showText, show],
      [ops.showSpacedText, show],
    ]
  }

  #paint(ops: Operations): [number, Handler][] {
    const picture = (of?: unknown, isMask = false): void => {
      this.#hasDrawing = true
      if (of !== undefined) this.pictures.push({ of, matrix: this.#matrix, isMask })
      const corners = [0, 1].flatMap((x) => [0, 1].map((y) => transform(this.#matrix, x, y)))
      this.#rules.push(...rulesOfBox(boxAround(corners)))
    }
    return [
      [ops.constructPath, ([painter, data]) => this.#paintPath(Number(painter), data)],
      [
        ops.shadingFill,
        () => {
          this.#hasDrawing = true
        },
      ],
      [ops.paintImageXObject, ([of]) => picture(of)],
      [ops.paintInlineImageXObject, ([of]) => picture(of)],
      [ops.paintImageMaskXObject, ([of]) => picture(of, true)],
      [ops.paintSolidColorImageMask, () => picture()],
    ]
  }

  #paintPath(painter: number, data: unknown): void {
    const path = (data as (ArrayLike<number> | null)[])[0]
    const isStroke = this.#strokes.has(painter)
    const isFill = this.#fills.has(painter)
    if (path === null || path === undefined || !(isStroke || isFill)) return
    this.#hasDrawing = true
    if (isStroke)
      this.#rules.push(...rulesOfStroke(path, this.#matrix, this.#lineWidth * scaleOf(this.#matrix)))
    if (isFill) this.#rules.push(...rulesOfFill(path, this.#matrix))
  }

  #save(): void {
    this.#saved.push({ matrix: this.#matrix, lineWidth: this.#lineWidth, text: this.#text.copy() })
  }

  #restore(): void {
    const state = this.#saved.pop()
    if (state === undefined) return
    this.#matrix = state.matrix
    this.#lineWidth = state.lineWidth
    this.#text = state.text
  }

  #transform(args: Arguments): void {
    this.#matrix = multiply(this.#matrix, matrixOf(args))
    // A picture is a square of one unit; one too large to be decoded leaves nothing but its matrix.
    if (scaleOf(this.#matrix) > PICTURE_SCALE) this.#hasDrawing = true
  }

  #setLineWidth(width: unknown): void {
    this.#lineWidth = Number(width)
  }

  #setFont(name: unknown, size: unknown): void {
    this.#text.font = this.#fontOf(String(name))
    this.#text.fontSize = Number(size)
  }

  #setState(entries: unknown): void {
    for (const [key, value] of entries as [string, unknown][]) {
      if (key === 'LW') this.#setLineWidth(value)
      if (key === 'Font') this.#setFont(...(value as [unknown, unknown]))
    }
  }
}

const matrixOf = (args: Arguments): Matrix => {
  const numbers = ArrayBuffer.isView(args[0]) || Array.isArray(args[0]) ? (args[0] as Arguments) : args
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = Array.from(numbers, Number)
  return [a, b, c, d, e, f]
}

/** A picture as the library gives it. */
export interface LibraryPicture {
  readonly width: number
  readonly height: number
  /** How its pixels are written; masks don't say. */
  readonly kind?: number
  /** The pixels, or the name that they come by. */
  readonly data: Uint8Array | Uint8ClampedArray | string
}

/** By the library's numbers. */
const KINDS: readonly (Picture['kind'] | undefined)[] = [undefined, 'bits', 'rgb', 'rgba']

/** A picture where it is painted; undefined for one that could not be decoded. */
export const placedPicture = (
  { matrix, isMask }: PaintedPicture,
  decoded: LibraryPicture | null,
): PlacedPicture | undefined => {
  if (decoded === null || typeof decoded.data === 'string') return undefined
  const { width, height, data } = decoded
  const kind = isMask ? 'bits' : KINDS[decoded.kind ?? 0]
  if (kind === undefined || width * height === 0) return undefined
  return {
    picture: { width, height, kind, data },
    // Its rows are written from the top, and the square that it fills has its zero at the bottom.
    matrix: multiply(matrix, [1 / width, 0, 0, -1 / height, 0, 1]),
    isMask,
  }
}
