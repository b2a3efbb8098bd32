import type { Source } from '../source/source.ts'
import type { Grid } from './grid.ts'
import { readText } from './text.ts'

/** Reads a source by its format. */
export const readGrid = (source: Source): { readonly format: string; readonly grid: Grid } => ({
  format: 'text',
  grid: readText(source),
})
