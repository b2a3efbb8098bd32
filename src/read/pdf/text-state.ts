import {
  type Box,
  boxBetween,
  directionOf,
  IDENTITY,
  type Matrix,
  multiply,
  scaleOf,
  transform,
} from '../page/geometry.ts'
import { ASCENT, DESCENT, type Glyph, readCharacter } from '../page/page-content.ts'

/** What the library tells of a font; the font's own units are thousandths. */
export interface FontMetrics {
  readonly fontMatrix?: readonly number[] | undefined
  readonly vertical?: boolean | undefined
  readonly defaultVMetrics?: readonly number[] | undefined
}

/** One character of a shown string as the library gives it. */
export interface ShownGlyph {
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
  readonly vmetric?: readonly number[] | null
}

/** The text state of PDF 32000-1, 9.3, as far as it moves characters. */
export class TextState {
  font: FontMetrics = {}
  fontSize = 1
  charSpacing = 0
  wordSpacing = 0
  horizontalScale = 1
  leading = 0
  rise = 0
  #matrix: Matrix = IDENTITY
  #x = 0
  #y = 0
  #lineX = 0
  #lineY = 0

  copy(): TextState {
    const copy = new TextState()
    copy.font = this.font
    copy.fontSize = this.fontSize
    copy.charSpacing = this.charSpacing
    copy.wordSpacing = this.wordSpacing
    copy.horizontalScale = this.horizontalScale
    copy.leading = this.leading
    copy.rise = this.rise
    copy.#matrix = this.#matrix
    copy.#x = this.#x
    copy.#y = this.#y
    copy.#lineX = this.#lineX
    copy.#lineY = this.#lineY
    return copy
  }

  setMatrix(matrix: Matrix): void {
    this.#matrix = matrix
    this.#x = 0
    this.#y = 0
    this.#lineX = 0
    this.#lineY = 0
  }

  move(x: number, y: number): void {
    this.#lineX += x
    this.#lineY += y
    this.#x = this.#lineX
    this.#y = this.#lineY
  }

  /** Hands every character to `put` and moves on behind it; numbers move back by thousandths. */
  show(items: readonly (ShownGlyph | number)[], page: Matrix, put: (glyph: Glyph) => void): void {
    const matrix = multiply(page, this.#matrix)
    const isVertical = this.font.vertical === true
    const along = isVertical ? { x: 0, y: -this.fontSize } : { x: this.fontSize * this.horizontalScale, y: 0 }
    const direction = directionOf(matrix, along)
    const size = Math.abs(this.fontSize) * scaleOf(matrix)
    for (const item of items) {
      if (typeof item === 'number') {
        this.#advance((-item / 1000) * this.fontSize)
      } else {
        const text = readCharacter(item.unicode)
        const step = this.#stepOf(item)
        if (text !== '') put({ text, box: this.#boxOf(step, matrix), size, direction })
        const spacing = this.charSpacing + (item.isSpace ? this.wordSpacing : 0)
        this.#advance(isVertical ? step - spacing : step + spacing)
      }
    }
  }

  /** How far a character moves on, before any spacing; below 0 where text runs down. */
  #stepOf({ width, vmetric }: ShownGlyph): number {
    const unit = this.fontSize * (this.font.fontMatrix?.[0] ?? 0.001)
    if (this.font.vertical !== true) return width * unit
    return ((vmetric ?? this.font.defaultVMetrics)?.[0] ?? -1000) * unit
  }

  #boxOf(step: number, matrix: Matrix): Box {
    const size = this.fontSize
    const x = this.#x
    const y = this.#y + this.rise
    if (this.font.vertical === true)
      return boxBetween(transform(matrix, x - size / 2, y), transform(matrix, x + size / 2, y + step))
    return boxBetween(
      transform(matrix, x, y + ASCENT * size),
      transform(matrix, x + step * this.horizontalScale, y + DESCENT * size),
    )
  }

  #advance(step: number): void {
    if (this.font.vertical === true) this.#y += step
    else this.#x += step * this.horizontalScale
  }
}
