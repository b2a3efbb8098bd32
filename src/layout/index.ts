import type { Draft } from '../model/draft.ts'
import type { Grid } from '../read/grid.ts'
import { recognizeSingleCell } from './single-cell.ts'

/** A grid's draft and the name of the layout it was recognised as. */
export interface Recognized {
  readonly layout: string
  readonly draft: Draft
}

/** Chooses the layout of a grid that came from a text of `length` and reads it. */
export const recognizeLayout = (grid: Grid, length: number): Recognized => ({
  layout: 'single-cell',
  draft: recognizeSingleCell(grid, length),
})
