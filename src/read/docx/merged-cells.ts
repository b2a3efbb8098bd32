import type { FilePiece, Trace } from '../trace.ts'
import type { XmlElement } from '../xml-tree.ts'

/** What stands in a cell, and the elements that it is printed by. */
export interface CellContent {
  readonly text: string
  readonly pieces: readonly FilePiece<XmlElement>[]
}

/** What a text was made of. */
export type DocxTrace = Omit<Trace<XmlElement>, 'span'>

/** A cell as Word writes it: merged ones are all there, the later ones marked. */
export interface TableCell extends CellContent {
  readonly holder?: XmlElement
  /** In the grid of the table, from 0. */
  readonly column: number
  readonly columns: number
  readonly goesOnFromAbove: boolean
  readonly goesOnFromLeft: boolean
}

/** A cell with the places that it covers. */
export interface DocxCell {
  readonly text: string
  readonly trace?: DocxTrace
  readonly column: number
  readonly columns: number
  readonly rows: number
}

type Growing = { -readonly [K in keyof DocxCell]: DocxCell[K] }

/**
 * Joins the parts of merged cells; covered parts are left out of their rows. A part with another text
 * than the first one's is no part: Word hides that text, and it must not be lost.
 */
export const joinMerged = (rows: readonly (readonly TableCell[])[]): readonly (readonly DocxCell[])[] => {
  /** By column, the cell of the row above, or that covers it. */
  let above = new Map<number, Growing>()
  return rows.map((row) => {
    const here = new Map<number, Growing>()
    const cells: Growing[] = []
    for (const { text, pieces, holder, column, columns, goesOnFromAbove, goesOnFromLeft } of row) {
      const upper = above.get(column)
      const left = cells.at(-1)
      if (goesOnFromAbove && upper !== undefined && isCovered(text, upper)) {
        upper.rows += 1
        here.set(column, upper)
      } else if (goesOnFromLeft && left !== undefined && isCovered(text, left)) {
        left.columns += columns
      } else {
        const cell: Growing = { text, column, columns, rows: 1 }
        if (holder !== undefined) cell.trace = { holder, pieces }
        cells.push(cell)
        here.set(column, cell)
      }
    }
    above = here
    return cells
  })
}

const isCovered = (text: string, by: DocxCell): boolean => text === '' || text === by.text
