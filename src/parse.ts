import { compose } from './grammar/compose.ts'
import { recognizeLayout } from './layout/index.ts'
import type { Disclosure } from './model/disclosure.ts'
import type { LayoutId } from './model/draft.ts'
import type { Document } from './read/document.ts'
import { readGrid } from './read/index.ts'
import { beginFiling } from './remember.ts'
import type { Format } from './source/format.ts'
import type { Source } from './source/source.ts'

/** A filing as a typed tree, with the names of the format and the layouts it was recognised as. */
export interface Parsed {
  readonly disclosure: Disclosure
  readonly format: Format
  /** In the order they begin; several where tables of different kinds follow one another. */
  readonly layouts: readonly LayoutId[]
}

/**
 * Reads text as a disclosure table: tab-separated, CSV or Markdown. Never throws and never reports; see
 * `Disclosure.leftovers`. For files of other formats, see `openFile` and `parseDocument`.
 */
export const parse = (source: Source): Parsed => parseDocument({ ...readGrid(source), source })

/** Reads what a reader made of a file, as `parse` does. */
export const parseDocument = ({ format, source, grid }: Omit<Document, 'notes'>): Parsed => {
  beginFiling()
  const { layouts, draft } = recognizeLayout(grid, source.text)
  const disclosure = compose(draft)
  const { scan } = source
  return { disclosure: scan === undefined ? disclosure : { ...disclosure, scan }, format, layouts }
}
