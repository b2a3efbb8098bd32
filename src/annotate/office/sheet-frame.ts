import { parseXml, type XmlElement } from '../../read/xml-tree.ts'
import { readReference } from './cell-notes.ts'

/** A cell by its row and column, from 0. */
interface Cell {
  readonly row: number
  readonly column: number
}

/** What of a sheet tells where a box is drawn. Sizes in pixels. */
export interface Sheet {
  /** Its element, without its rows. */
  readonly root: XmlElement
  readonly text: string
  /** Where a place behind or before the rows is in the text. */
  placeOf(offset: number): number
  /** The cell that shows what stands in a cell: of a merged one the first. */
  anchorOf(cell: Cell): Cell
  /** The last column that a cell covers. */
  lastColumnOf(cell: Cell): number
  widthOf(column: number): number
  heightOf(row: number): number
}

/** Of columns and rows that say nothing. */
const WIDTH = 72
const HEIGHT = 18

/** How many pixels a digit takes in the usual font, and the margins of a column. */
const DIGIT = 7
const MARGIN = 5

const PIXELS_OF_POINT = 96 / 72

/** Reads a sheet without its rows, which are by far the most of it. */
export const readSheet = (text: string): Sheet => {
  const open = /<((?:[^\s<>/:]{1,100}:)?)sheetData\b[^<>]*>/.exec(text)
  const rowsStart = open === null ? text.length : open.index + open[0].length
  const close = open === null ? -1 : text.indexOf(`</${open[1]}sheetData`, rowsStart)
  const rowsEnd = close < 0 ? rowsStart : close
  const root = parseXml(text.slice(0, rowsStart) + text.slice(rowsEnd), NO_TEXT)
  const child = (name: string): XmlElement | undefined => root.children.find((one) => one.name === name)
  const merges = (child('mergeCells')?.children ?? []).map(({ attributes }) => {
    const [first = '', last = first] = (attributes.get('ref') ?? '').split(':')
    return { first: readReference(first), last: readReference(last) }
  })
  const mergeOf = ({ row, column }: Cell) =>
    merges.find(
      ({ first, last }) =>
        first.row <= row && row <= last.row && first.column <= column && column <= last.column,
    )
  const columns = (child('cols')?.children ?? []).map(({ attributes }) => ({
    from: Number(attributes.get('min')) - 1,
    to: Number(attributes.get('max')) - 1,
    width: attributes.get('hidden') === '1' ? 0 : Number(attributes.get('width')) * DIGIT + MARGIN,
  }))
  const format = child('sheetFormatPr')?.attributes
  const usual = Number(format?.get('defaultRowHeight')) * PIXELS_OF_POINT || HEIGHT
  const usualWidth = Number(format?.get('defaultColWidth')) * DIGIT + MARGIN || WIDTH
  const heights = heightsIn(text.slice(rowsStart, rowsEnd))
  return {
    root,
    text,
    placeOf: (offset) => (offset <= rowsStart ? offset : offset + rowsEnd - rowsStart),
    anchorOf: (cell) => mergeOf(cell)?.first ?? cell,
    lastColumnOf: (cell) => mergeOf(cell)?.last.column ?? cell.column,
    widthOf: (column) => {
      const { width = Number.NaN } = columns.find(({ from, to }) => from <= column && column <= to) ?? {}
      return Number.isNaN(width) ? usualWidth : Math.round(width)
    },
    heightOf: (row) => {
      const height = heights.get(row) ?? Number.NaN
      return Math.round(Number.isNaN(height) ? usual : height)
    },
  }
}

const NO_TEXT: ReadonlySet<string> = new Set()

const ROW = /<(?:[^\s<>/:]{1,100}:)?row\s[^<>]*>/g

const heightsIn = (rows: string): ReadonlyMap<number, number> => {
  const heights = new Map<number, number>()
  for (const [tag] of rows.matchAll(ROW)) {
    const attribute = (name: string): string | undefined =>
      new RegExp(`\\s${name}\\s*=\\s*["']([^"'<>]*)`).exec(tag)?.[1]
    const height = attribute('hidden') === '1' ? 0 : Number(attribute('ht') ?? Number.NaN)
    heights.set(Number(attribute('r')) - 1, height * PIXELS_OF_POINT)
  }
  return heights
}
